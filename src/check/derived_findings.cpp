// SPDX-License-Identifier: MIT
#include "check/derived_findings.hpp"

#include "check/derived_claims.hpp"
#include "check/explain.hpp"
#include "check/wording.hpp"
#include "check/written_value.hpp"
#include "derive/judge/written_out.hpp"
#include "derive/page/key_unit.hpp"
#include "units/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <unordered_map>

namespace reckon::check {
namespace {

using derive::Accusation;
using derive::Derivation;

/// The finding under a name that already tells about this number.
bool is_told(const std::vector<Finding>& named, const base::Span& span) {
  return std::any_of(named.begin(), named.end(), [&](const Finding& finding) {
    // A note that a number is plausible does not make up for a derivation that gives another one.
    if (finding.diagnostic.severity == base::Severity::note) return false;
    // That two places disagree does not say which of them is wrong; its derivation does.
    const bool says_so = finding.diagnostic.code != "agreement.disagrees";
    return finding.diagnostic.primary.span == span ||
           (says_so && std::any_of(finding.diagnostic.secondary.begin(), finding.diagnostic.secondary.end(),
                                   [&](const base::Label& label) { return label.span == span; }));
  });
}

base::Severity severity_of(double probability) {
  if (probability >= derive::error_from) return base::Severity::error;
  return probability >= derive::warning_from ? base::Severity::warning : base::Severity::note;
}

class Teller {
 public:
  Teller(const Evidence& evidence, const derive::Derived& derived) : evidence_(evidence), derived_(derived) {
    const Claims& claims = evidence.collected.claims;
    for (const Accusation& accusation : derived.judged.weighed) {
      if (accusation.is_told) claims_[accusation.derivation] = 0;
    }
    for (std::size_t i = 0; !claims_.empty() && i < claims.size(); ++i) {
      const auto derivation = claims.derivation(i);
      if (const auto told = derivation ? claims_.find(*derivation) : claims_.end(); told != claims_.end())
        told->second = i;
    }
  }

  Finding tell(const Accusation& accusation) const {
    const Derivation& derivation = derived_.derivations[accusation.derivation];
    const derive::Page& page = derived_.page;
    const base::Span place = stated_at(page, derivation);
    const std::string stated(evidence_.sources.text(place));
    const std::string calculation = derive::calculation_text(page, evidence_.sources, derivation);
    const std::optional<derive::MentionId> paid = paid_otherwise(derivation);
    const std::string right =
        value_text(derivation, paid ? std::string(evidence_.sources.text(page.span(*paid))) : stated);
    Finding finding;
    finding.diagnostic.severity = severity_of(accusation.probability);
    finding.diagnostic.code = "equation.contradicted";
    finding.diagnostic.message =
        fmt::format("{} is {}, not {}: {}", calculation, right, stated,
                    paid ? "another currency" : times_text(derivation.comparison.ratio));
    finding.diagnostic.primary = {place, fmt::format("{} recomputed", right)};
    finding.diagnostic.secondary.push_back({derive::place_of(page, derivation), {}});
    if (derivation.generator == derive::Generator::repeated) say_disagreement(derivation, stated, finding);
    finding.stated = stated;
    finding.recomputed = right;
    finding.ratio = derivation.comparison.ratio;
    if (accusation.slip) finding.slip = *accusation.slip;
    finding.evidence = accusation.margin;
    finding.probability = accusation.probability;
    finding.reasons = accusation.reasons;
    finding.claim = claims_.at(accusation.derivation);
    finding.pointer = evidence_.collected.claims[*finding.claim].pointer;
    if (finding.slip) finding.diagnostic.remarks.push_back({"slip", finding.slip->text});
    if (derivation.generator != derive::Generator::repeated && !paid)
      add_inversions(derivation, stated, finding);
    if (accusation.changed) say_changed(*accusation.changed, finding);
    return finding;
  }

 private:
  /// An operand in another currency than the result.
  [[nodiscard]] std::optional<derive::MentionId> paid_otherwise(const Derivation& derivation) const {
    using arithmetic::Currency;
    const derive::Page& page = derived_.page;
    if (derivation.target == derive::nowhere) return std::nullopt;
    const Currency stated = page.figure(derivation.target).currency;
    for (const derive::MentionId id : derive::operands_of(page, derivation)) {
      const Currency currency = page.figure(id).currency;
      if (stated != Currency::none && currency != Currency::none && currency != stated) return id;
    }
    return std::nullopt;
  }

  std::string value_text(const Derivation& derivation, const std::string& like) const {
    if (derivation.target == derive::nowhere) return units::print_rounded(derivation.comparison.right);
    const arithmetic::Figure& figure = derived_.page.figure(derivation.target);
    std::string unit(derived_.page.unit_text(derivation.target));
    units::Unit by = figure.unit;
    if (derived_.page.mentions[derivation.target].unit_from != derive::UnitFrom::itself)
      return units::print_rounded(derivation.comparison.right);
    if (figure.currency != arithmetic::Currency::none) unit.insert(0, 1, '$');
    return written_value(derivation.comparison.right * by.factor, by, unit, like);
  }

  /// One quantity, two values: every place that says otherwise is shown.
  void say_disagreement(const Derivation& derivation, const std::string& stated, Finding& finding) const {
    const derive::Page& page = derived_.page;
    const auto text = [&](derive::MentionId id) {
      return fmt::format("{} here", evidence_.sources.text(page.span(id)));
    };
    const derive::MentionId best = page.nodes[derivation.root].a;
    const std::string_view key = derive::key_of(page, derivation.target);
    finding.diagnostic.code = "agreement.disagrees";
    finding.diagnostic.message =
        fmt::format("{} is stated as {} here and as {} elsewhere", key.empty() ? "one number" : key, stated,
                    evidence_.sources.text(page.span(best)));
    finding.diagnostic.primary.text = fmt::format("{} here", stated);
    finding.diagnostic.secondary.clear();
    for (const derive::MentionId id : derive::operands_of(page, derivation))
      finding.diagnostic.secondary.push_back({page.span(id), text(id)});
  }

  /// The result is what the rest of the document needs: the operand is wrong.
  void say_changed(const derive::Changed& changed, Finding& finding) const {
    const derive::Page& page = derived_.page;
    const base::Span place = page.span(changed.operand);
    finding.diagnostic.secondary = {finding.diagnostic.primary};
    const std::string number = units::print_rounded(changed.number);
    finding.diagnostic.primary = {place, fmt::format("{} would make it hold", number)};
    finding.stated = std::string(evidence_.sources.text(place));
    finding.recomputed = number;
    finding.ratio = page.figure(changed.operand).number / changed.number;
  }

  /// What the calculation would have to give: as far from what it gives as the number is from its right
  /// value, whatever period either leaves out.
  void add_inversions(const Derivation& derivation, const std::string& stated, Finding& finding) const {
    constexpr std::size_t most = 3;
    const formula::Calculation calculation =
        derive::written_out(derived_.page, evidence_.sources, derivation);
    const auto gives = formula::interval_of(calculation.formula);
    if (!gives || derivation.comparison.ratio <= 0.0) return;
    finding.to_be_right = to_be_right(calculation, gives->value * derivation.comparison.ratio, most);
    for (std::string& change : finding.to_be_right) change = in_currency_of(stated, change);
    if (finding.to_be_right.empty()) return;
    finding.diagnostic.remarks.push_back(
        {"to be right", fmt::format("{}", fmt::join(finding.to_be_right, "\n"))});
  }

  const Evidence& evidence_;
  const derive::Derived& derived_;
  std::unordered_map<std::uint32_t, std::size_t> claims_;  ///< the last of each derivation that is told
};

}  // namespace

std::vector<Finding> derived_findings(const Evidence& evidence, const derive::Derived& derived,
                                      const std::vector<Finding>& named) {
  const Teller teller(evidence, derived);
  std::vector<Finding> out;
  for (const Accusation& accusation : derived.judged.weighed) {
    if (!accusation.is_told) continue;
    Finding finding = teller.tell(accusation);
    if (!is_told(named, finding.diagnostic.primary.span)) out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace reckon::check

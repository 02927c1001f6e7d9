// SPDX-License-Identifier: MIT
#include "check/findings.hpp"

#include "check/explain.hpp"
#include "check/expression.hpp"
#include "check/judge.hpp"
#include "check/other_numbers.hpp"
#include "check/scenario.hpp"
#include "check/unsaid_operands.hpp"
#include "check/wording.hpp"
#include "derive/judge/slips.hpp"
#include "model/trail.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace reckon::check {
namespace {

using base::Severity;
using model::SlotId;

constexpr std::size_t most_inversions = 3;
/// Above the band by more than this a need is no headroom any more.
constexpr double far_above = 10.0;

/// All claims about one name, in document order.
using Statements = std::vector<std::size_t>;

class NamedFindings {
 public:
  explicit NamedFindings(const Evidence& evidence) : evidence_(evidence), model_(*evidence.context.model) {}

  std::vector<Finding> all() {
    std::map<SlotId, Statements> by_slot;
    for (std::size_t i = 0; i < claims().size(); ++i) {
      const Claim* claim = claims().whole(i);
      if (claim != nullptr && claim->slot && claim->role != Role::equation && !claim->from_platform)
        by_slot[*claim->slot].push_back(i);
    }
    for (auto& [slot, statements] : by_slot) {
      drop_plural(statements);
      if (!statements.empty()) add(slot, statements);
    }
    return std::move(out_);
  }

 private:
  const Claims& claims() const { return evidence_.collected.claims; }
  Judgement judgement(std::size_t index) const { return claims().judgement(index); }

  bool agree(std::size_t a, std::size_t b) const {
    return compare(claims()[a].stated, claims()[b].stated.interval).agreement != Agreement::none;
  }

  /// Two manifests of one kind, or two elements of one list, are two things: where they differ, none of them
  /// is a statement about the whole.
  void drop_plural(Statements& statements) const {
    for (const Where where : {Where::response, Where::manifest, Where::command}) {
      const auto is_here = [&](std::size_t i) { return claims()[i].where == where; };
      const auto first = std::find_if(statements.begin(), statements.end(), is_here);
      const bool differ = std::any_of(first, statements.end(),
                                      [&](std::size_t i) { return is_here(i) && !agree(*first, i); });
      if (differ) std::erase_if(statements, is_here);
    }
  }

  /// A table and a sentence of different sections may speak of different parts of the system.
  bool far_apart(std::size_t a, std::size_t b) const {
    const auto is_prose = [](const Claim& claim) {
      return claim.where == Where::table || claim.where == Where::text;
    };
    const bool prose = is_prose(claims()[a]) && is_prose(claims()[b]);
    return (prose || evidence_.context.prompt == nullptr) && claims()[a].section != claims()[b].section;
  }

  bool are_examples(std::size_t a, std::size_t b) const {
    const auto is_code = [](const Claim& claim) {
      return claim.where != Where::table && claim.where != Where::text;
    };
    return is_code(claims()[a]) && is_code(claims()[b]);
  }

  void add(SlotId slot, const Statements& statements) {
    const bool is_input = model_.slot(slot).kind == model::SlotKind::input;
    const auto odd = std::find_if(statements.begin(), statements.end(),
                                  [&](std::size_t i) { return !agree(statements.front(), i); });
    const bool contradicts_context =
        is_input && std::any_of(statements.begin(), statements.end(),
                                [&](std::size_t i) { return judgement(i).verdict == Verdict::contradicted; });
    if (contradicts_context) {
      add_context(slot, statements);
    } else if (odd != statements.end()) {
      add_disagreement(slot, statements);
    } else if (!is_input) {
      add_result(slot, statements);
    }
  }

  // --- a result stated once, or several times alike
  // -------------------------------------------------------------

  void add_result(SlotId slot, const Statements& statements) {
    const auto sure = std::find_if(statements.begin(), statements.end(),
                                   [&](std::size_t i) { return claims()[i].certainty == Certainty::sure; });
    const std::size_t index = sure != statements.end() ? *sure : statements.front();
    const Judgement& verdict = judgement(index);
    switch (verdict.verdict) {
      case Verdict::too_small:
      case Verdict::too_large:
      case Verdict::contradicted:
        add_wrong(slot, index, statements);
        break;
      case Verdict::plausible:
        add_plausible(slot, index, statements);
        break;
      case Verdict::inherited:
        add_note("sizing.inherited", index, statements,
                 fmt::format("{} follows from numbers of the response that are wrong themselves",
                             stated_text(claims()[index])));
        break;
      case Verdict::open: {
        std::vector<std::string> names;
        for (const SlotId id : verdict.missing) names.push_back(short_name(model_, id));
        add_note("sizing.open", index, statements,
                 fmt::format("{} cannot be recomputed: {} is not known", stated_text(claims()[index]),
                             fmt::join(names, ", ")));
        break;
      }
      case Verdict::given:
      case Verdict::consistent:
      case Verdict::rounded:
      case Verdict::impossible:
      case Verdict::disagrees:
      case Verdict::unreadable:
      case Verdict::unbound:
        break;
    }
  }

  Finding base_finding(std::string rule, Severity severity, std::size_t index, const Statements& statements,
                       std::string message) const {
    const Claim& claim = claims()[index];
    Finding finding;
    finding.diagnostic.severity = severity;
    finding.diagnostic.code = std::move(rule);
    finding.diagnostic.message = std::move(message);
    finding.diagnostic.primary = {claim.span, {}};
    for (const std::size_t other : statements) {
      if (other != index) finding.diagnostic.secondary.push_back({claims()[other].span, "stated here too"});
    }
    finding.pointer = claim.pointer;
    finding.claim = index;
    finding.stated = stated_text(claim);
    return finding;
  }

  void add_note(std::string rule, std::size_t index, const Statements& statements, std::string message) {
    out_.push_back(base_finding(std::move(rule), Severity::note, index, statements, std::move(message)));
  }

  Severity severity_of(SlotId slot, const Claim& claim, const Judgement& verdict) const {
    if ((is_derived(claim) && !denies_its_row(evidence_, slot, claim)) || rests_on_unsaid(evidence_, slot))
      return Severity::note;
    const bool bearable = verdict.verdict == Verdict::too_large && verdict.band &&
                          claim.stated.interval.value <= far_above * verdict.band->high;
    return capped(bearable ? Severity::warning : Severity::error, claim);
  }
  bool is_derived(const Claim& claim) const { return evidence_.derived.has(claim.span, claim.stated); }

  void add_wrong(SlotId slot, std::size_t index, const Statements& statements) {
    const Claim& claim = claims()[index];
    const Judgement& verdict = judgement(index);
    const bool is_need = model_.slot(slot).kind == model::SlotKind::need;
    const std::string right = in_unit_of(claim, verdict.recomputed->value, model_);
    Finding finding = base_finding(
        "sizing." + std::string(name(verdict.verdict)), severity_of(slot, claim, verdict), index, statements,
        fmt::format("{} stated, {} {}: {}", stated_text(claim), right, is_need ? "needed" : "recomputed",
                    times_text(verdict.ratio.value_or(0.0))));
    finding.diagnostic.primary.text = fmt::format("{} recomputed", right);
    complete(finding, slot, index, verdict);
    out_.push_back(std::move(finding));
  }

  void add_plausible(SlotId slot, std::size_t index, const Statements& statements) {
    const OwnNumbers own = own_numbers(evidence_.context, claims(), slot);
    const Claim& claim = claims()[index];
    const auto meanings = implied(model_, own.scenario, slot, claim.stated.interval.value);
    const std::string meaning =
        meanings.empty() ? std::string{} : fmt::format(": it implies {}", fmt::join(meanings, ", "));
    Finding finding = base_finding("sizing.plausible", Severity::note, index, statements,
                                   fmt::format("{} is plausible{}", stated_text(claim), meaning));
    const Judgement& verdict = judgement(index);
    finding.recomputed = in_unit_of(claim, verdict.recomputed->value, model_);
    finding.ratio = verdict.ratio;
    finding.diagnostic.remarks.push_back(
        {"calculation", fmt::format("{} = {}", verdict.calculation, finding.recomputed)});
    add_band(finding, claim, verdict);
    add_unchecked(finding, own.scenario, slot);
    finding.to_be_right = meanings;
    out_.push_back(std::move(finding));
  }

  void add_band(Finding& finding, const Claim& claim, const Judgement& verdict) const {
    if (!verdict.band || verdict.band->low == verdict.band->high) return;
    finding.diagnostic.remarks.push_back(
        {"band", fmt::format("{} to {} for plausible values of what is not stated",
                             in_unit_of(claim, verdict.band->low, model_),
                             in_unit_of(claim, verdict.band->high, model_))});
  }

  void add_unchecked(Finding& finding, const model::Scenario& scenario, SlotId slot) const {
    const auto sources = model::sources_of(model_, without(scenario, slot), slot);
    for (std::string& text : unchecked(model_, scenario, sources))
      finding.diagnostic.remarks.push_back({"unverified", std::move(text)});
  }

  /// Everything below the headline: sources of the recomputation, slip, calculation, band, inversions.
  void complete(Finding& finding, SlotId slot, std::size_t index, const Judgement& verdict) {
    const Claim& claim = claims()[index];
    const OwnNumbers own = own_numbers(evidence_.context, claims(), slot);
    finding.recomputed = in_unit_of(claim, verdict.recomputed->value, model_);
    finding.ratio = verdict.ratio;
    for (const SlotId id : model::sources_of(model_, without(own.scenario, slot), slot)) {
      const auto& given = own.scenario[id];
      if (!given || !given->place) continue;
      finding.diagnostic.secondary.push_back(
          {*given->place, fmt::format("{} = {}", short_name(model_, id),
                                      model::print_value(model_, id, given->stated.interval.value))});
    }
    // The author calculated with the numbers of the response, or straight from the facts.
    finding.slip = slip_in(own.scenario, slot, index);
    if (!finding.slip) finding.slip = slip_in(evidence_.context.scenario, slot, index);
    if (finding.slip) finding.diagnostic.remarks.push_back({"slip", finding.slip->text});
    finding.diagnostic.remarks.push_back(
        {"calculation", calculation_text(own.scenario, slot, claim, verdict)});
    add_band(finding, claim, verdict);
    add_unchecked(finding, own.scenario, slot);
    finding.to_be_right =
        to_be_right(model_, own.scenario, slot, claim.stated.interval.value, most_inversions);
    if (!finding.to_be_right.empty()) {
      finding.diagnostic.remarks.push_back(
          {"to be right", fmt::format("{}", fmt::join(finding.to_be_right, "\n"))});
    }
  }

  std::optional<derive::SlipFound> slip_in(const model::Scenario& scenario, SlotId slot,
                                           std::size_t index) const {
    const auto calculation = write_out(model_, scenario, slot);
    const auto right = calculation ? formula::value_of(calculation->formula) : std::nullopt;
    if (!right) return std::nullopt;
    const Claim& claim = claims()[index];
    std::vector<derive::OtherNumber> others = evidence_.derived.operands(claim.span, evidence_.sources);
    for (derive::OtherNumber& other : other_numbers(evidence_.collected, index))
      others.push_back(std::move(other));
    return derive::find_slip({*calculation, *right, unit_of(claim, slot), claim.unit_text, std::move(others)},
                             claim.stated);
  }

  /// The calculation, and the least that it gives when no reserve is kept: "… = 8 core (5 core at 100 %
  /// utilisation)".
  std::string calculation_text(const model::Scenario& scenario, SlotId slot, const Claim& claim,
                               const Judgement& verdict) const {
    std::string text =
        fmt::format("{} = {}", verdict.calculation, in_unit_of(claim, verdict.recomputed->value, model_));
    model::Scenario full = without(scenario, slot);
    for (const SlotId id : model::sources_of(model_, full, slot)) {
      if (!model_.slot(id).full) continue;
      full[id] = model::Given{};
      full[id]->stated.interval = units::exactly(*model_.slot(id).full);
      const model::Run run = model::run(model_, full);
      const auto& least = run.outcomes[slot].value;
      const bool differs = least && *least != verdict.recomputed->value;
      if (!differs) continue;
      text += fmt::format(" ({} at {} {})", in_unit_of(claim, *least, model_),
                          model::print_value(model_, id, *model_.slot(id).full), short_name(model_, id));
    }
    return text;
  }

  units::Unit unit_of(const Claim& claim, SlotId slot) const {
    units::Unit unit = claim.unit_text.empty() ? model_.slot(slot).unit : claim.stated.unit;
    unit.dimension = model_.slot(slot).unit.dimension;
    if (unit.factor == 0.0) unit.factor = 1.0;
    return unit;
  }

  // --- one name, several values -------------------------------------------------------------------------

  /// How far a statement stands from what was recomputed, in factors; without a recomputation the first
  /// statement is right.
  double distance(const Statements& statements, std::size_t index) const {
    const auto ratio = judgement(index).ratio;
    if (ratio && *ratio > 0.0) return std::abs(std::log(*ratio));
    return agree(statements.front(), index) ? 0.0 : 1.0;
  }

  Statements::const_iterator odd_one(const Statements& statements) const {
    return std::max_element(statements.begin(), statements.end(), [&](std::size_t a, std::size_t b) {
      return distance(statements, a) < distance(statements, b);
    });
  }

  /// A table that lists one name twice tells two things, and says in another column which.
  static bool are_rows_of_one_table(const Claim& a, const Claim& b) {
    const auto table = [](const Claim& claim) {
      return std::string_view(claim.pointer).substr(0, claim.pointer.find("/row "));
    };
    return a.where == Where::table && b.where == Where::table && table(a) == table(b);
  }

  void add_disagreement(SlotId slot, const Statements& statements) {
    const std::size_t* odd = &*odd_one(statements);
    const auto other =
        std::find_if(statements.begin(), statements.end(), [&](std::size_t i) { return !agree(*odd, i); });
    if (other == statements.end()) return;  // the nearest of all agrees with each in turn
    // A page that answers no prompt may show two examples of two things.
    const bool may_be_two =
        evidence_.context.prompt == nullptr && (far_apart(*odd, *other) || are_examples(*odd, *other) ||
                                                claims()[*odd].certainty == Certainty::likely);
    Severity severity = may_be_two ? Severity::note : Severity::error;
    for (const std::size_t i : statements)
      severity = std::min(severity, capped(Severity::error, claims()[i]));
    if ((is_derived(claims()[*odd]) && is_derived(claims()[*other])) ||
        are_rows_of_one_table(claims()[*odd], claims()[*other]) ||
        are_told_apart(evidence_.sources, claims()[*odd].span, claims()[*other].span))
      severity = Severity::note;
    Finding finding =
        base_finding("agreement.disagrees", severity, *odd, {},
                     fmt::format("{} is stated as {} here and as {} elsewhere", short_name(model_, slot),
                                 stated_text(claims()[*odd]), stated_text(claims()[*other])));
    for (const std::size_t i : statements) {
      if (i != *odd)
        finding.diagnostic.secondary.push_back(
            {claims()[i].span, fmt::format("{} here", stated_text(claims()[i]))});
    }
    finding.diagnostic.primary.text = fmt::format("{} here", stated_text(claims()[*odd]));
    if (judgement(*odd).recomputed && model_.slot(slot).kind != model::SlotKind::input)
      complete(finding, slot, *odd, judgement(*odd));
    out_.push_back(std::move(finding));
  }

  // --- inputs against what the user or the prompt says --------------------------------------------------

  void add_context(SlotId slot, const Statements& statements) {
    const auto& given = evidence_.context.scenario[slot];
    const auto odd = std::find_if(statements.begin(), statements.end(), [&](std::size_t i) {
      return judgement(i).verdict == Verdict::contradicted;
    });
    const Claim& claim = claims()[*odd];
    const Severity severity =
        given->from == model::Provenance::variable ? Severity::note : capped(Severity::error, claim);
    const std::string asked = model::print_value(model_, slot, given->stated.interval.value);
    Finding finding =
        base_finding("context.contradicted", severity, *odd, {},
                     fmt::format("the response takes {} for {}, asked was {} ({})", stated_text(claim),
                                 short_name(model_, slot), asked, given->origin));
    for (const std::size_t i : statements) {
      if (i != *odd)
        finding.diagnostic.secondary.push_back(
            {claims()[i].span, fmt::format("{} here", stated_text(claims()[i]))});
    }
    finding.recomputed = asked;
    finding.ratio = judgement(*odd).ratio;
    out_.push_back(std::move(finding));
  }

  const Evidence& evidence_;
  const model::Model& model_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> named_findings(const Evidence& evidence) {
  return NamedFindings(evidence).all();
}

}  // namespace reckon::check

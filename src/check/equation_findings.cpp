// SPDX-License-Identifier: MIT
#include "check/explain.hpp"
#include "check/expression.hpp"
#include "check/findings.hpp"
#include "check/judge_equation.hpp"
#include "check/slips.hpp"
#include "check/wording.hpp"
#include "check/written_value.hpp"
#include "units/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace reckon::check {
namespace {

/// Adds what the equation beside a wrong number says to the finding about that number.
bool joins_named(std::vector<Finding>& named, const Claim& claim) {
  return std::any_of(named.begin(), named.end(), [&](const Finding& finding) {
    // A note that a number is plausible does not make up for a derivation that gives another one.
    if (finding.diagnostic.severity == base::Severity::note) return false;
    // That two places disagree does not say which of them is wrong; its derivation does.
    const bool says_so = finding.diagnostic.code != "agreement.disagrees";
    return finding.diagnostic.primary.span == claim.span ||
           (says_so && std::any_of(finding.diagnostic.secondary.begin(), finding.diagnostic.secondary.end(),
                                   [&](const base::Label& label) { return label.span == claim.span; }));
  });
}

Finding contradiction(const Evidence& evidence, std::size_t index) {
  const Claim& claim = evidence.collected.claims[index];
  const Judgement& verdict = evidence.judgements[index];
  const document::Equation& equation = evidence.collected.equations[claim.step->equation];
  const StepJudgement step = judge_step(equation, claim.step->step);
  const bool turned = equation.result_first && claim.step->step == 1;
  const document::Side& left = equation.sides[turned ? 1 : claim.step->step - 1];
  const std::string left_text =
      left.written.empty() ? std::string(evidence.sources.text(left.span)) : left.written;
  const std::string right =
      written_value(verdict.recomputed->value, step.unit, step.is_count ? "" : claim.unit_text, claim.text);

  Finding finding;
  finding.diagnostic.severity = base::Severity::error;
  finding.diagnostic.code = "equation.contradicted";
  finding.diagnostic.message = fmt::format("{} is {}, not {}: {}", left_text, right, claim.text,
                                           times_text(verdict.ratio.value_or(0.0)));
  finding.diagnostic.primary = {claim.span, fmt::format("{} recomputed", right)};
  finding.diagnostic.secondary.push_back({left.span, {}});
  finding.pointer = claim.pointer;
  finding.claim = index;
  finding.stated = claim.text;
  finding.recomputed = right;
  finding.ratio = verdict.ratio;

  const Expression calculation = from_formula(step.calculation);
  units::Unit unit = step.unit;
  if (unit.factor == 0.0) unit.factor = 1.0;
  const SlipCase number{calculation, verdict.recomputed->value, unit, claim.unit_text, {}};
  finding.slip = find_slip(number, claim.stated);
  if (!finding.slip && claim.stated.dimension.is_count()) {  // of what is rounded up to whole things
    SlipCase whole = number;
    whole.right = std::ceil(number.right / unit.factor) * unit.factor;
    finding.slip = find_slip(whole, claim.stated);
  }
  if (finding.slip) finding.diagnostic.remarks.push_back({"slip", finding.slip->text});
  // What the calculation would have to give: as far from what it gives as the claim is from its right value,
  // whatever period either leaves out.
  const auto gives = interval_of(step.calculation);
  const bool has_ratio = gives && verdict.ratio.value_or(0.0) > 0.0;
  finding.to_be_right =
      to_be_right(calculation, has_ratio ? gives->value * *verdict.ratio : claim.stated.interval.value, 3);
  for (std::string& change : finding.to_be_right) change = in_currency_of(claim.text, change);
  if (!finding.to_be_right.empty()) {
    finding.diagnostic.remarks.push_back(
        {"to be right", fmt::format("{}", fmt::join(finding.to_be_right, "\n"))});
  }
  return finding;
}

}  // namespace

std::vector<Finding> equation_findings(const Evidence& evidence, const std::vector<Finding>& named) {
  std::vector<Finding> known = named;
  std::vector<Finding> out;
  for (std::size_t i = 0; i < evidence.collected.claims.size(); ++i) {
    const Claim& claim = evidence.collected.claims[i];
    if (!claim.step || evidence.judgements[i].verdict != Verdict::contradicted || joins_named(known, claim))
      continue;
    out.push_back(contradiction(evidence, i));
  }
  return out;
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "gate/policy.hpp"

#include <algorithm>
#include <array>

namespace reckon::gate {
namespace {

using base::Severity;

constexpr std::array<std::string_view, 4> words{"never", "error", "warning", "note"};

bool is_named(const std::vector<std::string>& asked, std::string_view rule) {
  return std::any_of(asked.begin(), asked.end(),
                     [rule](const std::string& name) { return is_rule_of(rule, name); });
}

template <class Value>
void fill(std::optional<Value>& first, const std::optional<Value>& second) {
  if (!first) first = second;
}

/// How far a finding is from right, up or down; nothing where no factor is known.
std::optional<double> factor_of(const check::Finding& finding) {
  if (!finding.ratio || *finding.ratio <= 0.0) return std::nullopt;
  return std::max(*finding.ratio, 1.0 / *finding.ratio);
}

bool is_left_out(const Policy& policy, const check::Finding& finding) {
  if (finding.is_of_reading) return false;
  const std::string& rule = finding.diagnostic.code;
  const auto setting = policy.rules.find(rule);
  const bool is_off = setting != policy.rules.end() && setting->second.is_off;
  const bool is_selected = policy.selected.empty() || is_named(policy.selected, rule);
  return is_off || !is_selected || is_named(policy.ignored, rule);
}

void weigh(const Policy& policy, check::Finding& finding) {
  const auto setting = policy.rules.find(finding.diagnostic.code);
  if (setting == policy.rules.end()) return;
  const RuleSetting& rule = setting->second;
  Severity& severity = finding.diagnostic.severity;
  // A note is told for its own sake ("and 12 more"): no setting makes it a failure.
  if (rule.severity && severity != Severity::note) severity = *rule.severity;
  if (rule.least_evidence && finding.evidence && *finding.evidence < *rule.least_evidence)
    severity = Severity::note;
}

}  // namespace

std::span<const std::string_view> fail_on_words() {
  return words;
}

std::optional<FailOn> fail_on(std::string_view word) {
  const auto* const at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return std::nullopt;
  return static_cast<FailOn>(at - words.begin());
}

Policy joined(Policy first, const Policy& second) {
  fill(first.fail_on, second.fail_on);
  fill(first.least_evidence, second.least_evidence);
  fill(first.least_ratio, second.least_ratio);
  fill(first.least_coverage, second.least_coverage);
  if (first.selected.empty()) first.selected = second.selected;
  first.ignored.insert(first.ignored.end(), second.ignored.begin(), second.ignored.end());
  first.rules.insert(second.rules.begin(), second.rules.end());
  return first;
}

bool is_rule_of(std::string_view rule, std::string_view asked) {
  if (!rule.starts_with(asked)) return false;
  return rule.size() == asked.size() || rule[asked.size()] == '.';
}

LeftOut put_in_force(const Policy& policy, std::vector<check::Review>& reviews) {
  LeftOut left_out;
  for (check::Review& review : reviews) {
    std::erase_if(review.findings, [&](const check::Finding& finding) {
      if (!is_left_out(policy, finding)) return false;
      ++left_out[finding.diagnostic.code];
      return true;
    });
    for (check::Finding& finding : review.findings) weigh(policy, finding);
    check::count_findings(review.findings, review.summary);
  }
  return left_out;
}

bool fails(const Policy& policy, const check::Finding& finding) {
  // Its exit code says already that the text could not be read.
  if (finding.is_of_reading) return false;
  const std::optional<double> factor = factor_of(finding);
  if (policy.least_ratio && factor && *factor < *policy.least_ratio) return false;
  const Severity severity = finding.diagnostic.severity;
  switch (policy.fail_on.value_or(FailOn::error)) {
    case FailOn::never:
      return false;
    case FailOn::error:
      return severity == Severity::error;
    case FailOn::warning:
      return severity != Severity::note;
    case FailOn::note:
      return true;
  }
  return false;
}

bool lacks_coverage(const Policy& policy, const check::Summary& summary) {
  return policy.least_coverage && summary.numbers != 0 &&
         static_cast<double>(summary.explained) <
             *policy.least_coverage * static_cast<double>(summary.numbers);
}

}  // namespace reckon::gate

// SPDX-License-Identifier: MIT
// What fails a run: the least severity, factor and coverage, which rules count and how heavily. Without any
// of it a run fails on errors.
#pragma once

#include "base/diagnostic.hpp"
#include "check/review.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::gate {

/// The words of --fail-on, the strictest last.
enum class FailOn { never, error, warning, note };
std::span<const std::string_view> fail_on_words();
std::optional<FailOn> fail_on(std::string_view word);

/// What a team says of one rule.
struct RuleSetting {
  std::optional<base::Severity> severity;
  bool is_off = false;
  std::optional<float> least_evidence;  ///< bits; with less a finding is a note
};

struct Policy {
  std::optional<FailOn> fail_on;
  std::optional<float> least_evidence;   ///< bits from which a calculation is told to be wrong
  std::optional<double> least_ratio;     ///< findings with a smaller factor do not fail
  std::optional<double> least_coverage;  ///< share of the numbers read that something yields, 0 to 1
  std::vector<std::string> selected;     ///< rules and families; empty: all
  std::vector<std::string> ignored;
  std::map<std::string, RuleSetting, std::less<>> rules;
};

/// `first` where it says something, else `second`.
Policy joined(Policy first, const Policy& second);

/// "sizing.too-large" by itself or by its family "sizing".
bool is_rule_of(std::string_view rule, std::string_view asked);

/// What was left out, by rule.
using LeftOut = std::map<std::string, std::size_t>;

/// Puts severities in force and takes out findings of rules that do not count; summaries are counted anew.
LeftOut put_in_force(const Policy& policy, std::vector<check::Review>& reviews);

/// Whether a finding of this weight fails the run.
bool fails(const Policy& policy, const check::Finding& finding);

/// Whether too few of the numbers are explained. A run without numbers has nothing to explain.
bool lacks_coverage(const Policy& policy, const check::Summary& summary);

}  // namespace reckon::gate

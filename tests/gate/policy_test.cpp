// SPDX-License-Identifier: MIT
// What fails a run, finding by finding.
#include "gate/policy.hpp"

#include <catch2/catch.hpp>

namespace reckon::gate {
namespace {

using base::Severity;

check::Finding finding(std::string rule, Severity severity, std::optional<double> ratio = std::nullopt,
                       std::optional<float> evidence = std::nullopt) {
  check::Finding out;
  out.diagnostic.code = std::move(rule);
  out.diagnostic.severity = severity;
  out.ratio = ratio;
  out.evidence = evidence;
  return out;
}

TEST_CASE("a finding fails from the severity and the factor on that are asked for") {
  const Severity levels[] = {Severity::note, Severity::warning, Severity::error};
  const FailOn bars[] = {FailOn::note, FailOn::warning, FailOn::error, FailOn::never};
  for (std::size_t bar = 0; bar < std::size(bars); ++bar) {
    for (std::size_t level = 0; level < std::size(levels); ++level) {
      Policy policy;
      policy.fail_on = bars[bar];
      CHECK(fails(policy, finding("a.b", levels[level])) == (level >= bar));
    }
  }
  Policy policy;
  policy.least_ratio = 2.0;
  CHECK(fails(policy, finding("a.b", Severity::error, 2.0)));
  CHECK(fails(policy, finding("a.b", Severity::error, 0.5)));
  CHECK_FALSE(fails(policy, finding("a.b", Severity::error, 1.9)));
  CHECK_FALSE(fails(policy, finding("a.b", Severity::error, 0.6)));
  CHECK(fails(policy, finding("a.b", Severity::error)));  // no factor is known
}

TEST_CASE("rules are told by themselves or by their family") {
  CHECK(is_rule_of("sizing.too-large", "sizing"));
  CHECK(is_rule_of("sizing.too-large", "sizing.too-large"));
  CHECK_FALSE(is_rule_of("sizing.too-large", "sizing.too"));
  CHECK_FALSE(is_rule_of("sizing", "sizing.too-large"));
}

TEST_CASE("severities of rules are put in force, and summaries follow") {
  std::vector<check::Review> reviews(1);
  reviews[0].findings = {
      finding("sizing.too-large", Severity::error), finding("sizing.too-small", Severity::error),
      finding("equation.contradicted", Severity::error, 10.0, 11.0F),
      finding("agreement.disagrees", Severity::note), finding("json.syntax", Severity::error)};
  reviews[0].findings.back().is_of_reading = true;
  Policy policy;
  policy.ignored = {"sizing.too-small", "json"};
  policy.rules["sizing.too-large"].severity = Severity::warning;
  policy.rules["equation.contradicted"].least_evidence = 12.0F;
  policy.rules["agreement.disagrees"].severity = Severity::error;
  const LeftOut left_out = put_in_force(policy, reviews);
  CHECK(left_out == LeftOut{{"sizing.too-small", 1}});
  const auto& findings = reviews[0].findings;
  REQUIRE(findings.size() == 4);
  CHECK(findings[0].diagnostic.severity == Severity::warning);
  CHECK(findings[1].diagnostic.severity == Severity::note);
  CHECK(findings[2].diagnostic.severity == Severity::note);  // what is not sure stays a note
  CHECK(reviews[0].summary.errors == 1);
  CHECK(reviews[0].summary.warnings == 1);
  CHECK(reviews[0].summary.notes == 2);
  CHECK_FALSE(fails(policy, findings[3]));
}

TEST_CASE("what is typed wins over the configuration, and both leave out") {
  Policy typed;
  typed.fail_on = FailOn::never;
  typed.ignored = {"sizing"};
  Policy written;
  written.fail_on = FailOn::note;
  written.least_ratio = 3.0;
  written.ignored = {"response"};
  const Policy both = joined(typed, written);
  CHECK(both.fail_on == FailOn::never);
  CHECK(both.least_ratio == 3.0);
  CHECK(both.ignored == std::vector<std::string>{"sizing", "response"});
}

TEST_CASE("coverage is the share of numbers that something yields") {
  Policy policy;
  policy.least_coverage = 0.5;
  check::Summary summary;
  CHECK_FALSE(lacks_coverage(policy, summary));
  summary.numbers = 10;
  summary.explained = 5;
  CHECK_FALSE(lacks_coverage(policy, summary));
  summary.explained = 4;
  CHECK(lacks_coverage(policy, summary));
  CHECK_FALSE(lacks_coverage({}, summary));
}

}  // namespace
}  // namespace reckon::gate

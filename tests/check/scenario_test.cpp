// SPDX-License-Identifier: MIT
// Where the values in force come from, and who is contradicted when two speak.
#include "check/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

using Catch::Contains;
using model::Provenance;

Provenance from(const Sample& sample, const std::string& slot) {
  const model::Given* given = sample.in_force(slot);
  return given == nullptr ? Provenance::fallback : given->from;
}

double value(const Sample& sample, const std::string& slot) {
  const model::Given* given = sample.in_force(slot);
  return given == nullptr ? 0.0 : given->stated.interval.value;
}

TEST_CASE("what the user sets wins over everything") {
  const Sample sample("- `peakTPS` = 24,000 TPS\n- CPU time: 3 ms\n", "answer.md",
                      {"peakTPS=70000 TPS", "cpu_time=2ms*core/request"});
  CHECK(from(sample, "peak_rate") == Provenance::user);
  CHECK(value(sample, "peak_rate") == 70000.0);
  CHECK(from(sample, "fleet.cpu_time") == Provenance::user);
  CHECK(value(sample, "fleet.cpu_time") == Approx(0.002));
}

TEST_CASE("a variable that the response declares replaces the prompt's default") {
  const Sample sample("- `peakTPS` = 24,000 TPS\n");
  CHECK(from(sample, "peak_rate") == Provenance::declared);
  CHECK(value(sample, "peak_rate") == 24000.0);
  CHECK(sample.rules().empty());
}

TEST_CASE("the prompt's default wins over what the response merely says") {
  const Sample sample("- Peak rate: 24,000 TPS\n");
  CHECK(from(sample, "peak_rate") == Provenance::variable);
  CHECK(value(sample, "peak_rate") == 100000.0);
  const Finding* finding = sample.find("context.contradicted");
  REQUIRE(finding != nullptr);
  CHECK(finding->diagnostic.severity == base::Severity::note);
}

TEST_CASE("what the response assumes wins over the model's default") {
  const Sample said("- Target utilisation: 50 %\n");
  CHECK(from(said, "fleet.utilisation") == Provenance::stated);
  CHECK(value(said, "fleet.utilisation") == 0.5);
  const Sample silent("nothing\n");
  CHECK(silent.in_force("fleet.utilisation") == nullptr);
}

TEST_CASE("a manifest's silence speaks last") {
  const std::string probe =
      "kind: Deployment\napiVersion: apps/v1\nspec:\n  template:\n    spec:\n      containers:\n"
      "        - livenessProbe:\n            periodSeconds: 7\n";
  const Sample absent(probe, "deployment.yaml");
  CHECK(from(absent, "availability.probe_period") == Provenance::stated);
  CHECK(from(absent, "availability.failure_threshold") == Provenance::platform);
  CHECK(value(absent, "availability.failure_threshold") == 3.0);
  const Sample present(probe + "            failureThreshold: 2\n", "deployment.yaml");
  CHECK(from(present, "availability.failure_threshold") == Provenance::stated);
  CHECK(value(present, "availability.failure_threshold") == 2.0);
}

TEST_CASE("contradicting what the user set is an error, the prompt's default is an example") {
  const std::string text = "| Input | Assumption |\n|---|---|\n| Peak rate | 24,000 TPS |\n";
  const Sample by_user(text, "answer.md", {"peak_rate=50000 request/s"});
  const Finding* finding = by_user.find("context.contradicted");
  REQUIRE(finding != nullptr);
  CHECK(finding->diagnostic.severity == base::Severity::error);
  CHECK(by_user.text(finding->diagnostic.primary.span) == "24,000 TPS");
  CHECK_THAT(finding->diagnostic.message, Contains("50,000"));
  CHECK(finding->ratio.value() == Approx(0.48));
  const Sample by_prompt(text);
  CHECK(by_prompt.find("context.contradicted") == nullptr);
  CHECK(from(by_prompt, "peak_rate") == Provenance::stated);
  CHECK(value(by_prompt, "peak_rate") == 24000.0);
}

TEST_CASE("agreeing with what is given is no finding") {
  const Sample sample("| Input | Assumption |\n|---|---|\n| Peak rate | 100K TPS |\n", "answer.md",
                      {"peakTPS=100000 TPS"});
  CHECK(sample.rules().empty());
  CHECK(sample.verdict("peak_rate") == Verdict::consistent);
}

TEST_CASE("a declared variable against the user's is told as well") {
  const Sample sample("- `peakTPS` = 24,000 TPS\n", "answer.md", {"peakTPS=70000 TPS"});
  CHECK(sample.rules() == std::vector<std::string>{"context.contradicted"});
}

TEST_CASE("a setting that cannot be read is refused with its place") {
  Context context =
      make_context(*catalogue().models.find("payment-gateway"), catalogue().prompts.find("payment-gateway"));
  for (const char* setting :
       {"nobody=5", "peakTPS=70000", "cpu_time=5 GB", "cpu_time=", "cpu_time", "=5", ""}) {
    base::Sources sources;
    const auto source = sources.add("setting", setting);
    INFO(setting);
    const auto result = set(context, sources, source);
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.empty());
    CHECK(result.error().primary.span.end <= std::string_view(setting).size());
  }
}

}  // namespace
}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// What the check says about the three answers to the payment gateway prompt: the source with its known
// contradictions, the consistent answer, and the plan that is nothing but JSON.
#include "check/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::check {
namespace {

using Catch::Contains;
using Catch::StartsWith;

/// What the check must say and does not today: told as it fails, and no failure of the run.
constexpr const char* not_reached = "[!mayfail]";

Sample example(const std::string& file, const std::vector<std::string>& settings = {}) {
  return Sample(read_file("prompts/payment-gateway/" + file), file, settings);
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

std::string remark(const Finding& finding, const std::string& title) {
  for (const base::Remark& remark : finding.diagnostic.remarks) {
    if (remark.title == title) return remark.text;
  }
  return {};
}

/// The finding whose primary label is on this text, the first of them in the document.
const Finding& on(const Sample& sample, const std::string& rule, const std::string& text) {
  for (const Finding& finding : sample.review.findings) {
    if (finding.diagnostic.code == rule && sample.text(finding.diagnostic.primary.span) == text)
      return finding;
  }
  throw std::runtime_error("no finding " + rule + " on '" + text + "'");
}

bool marks(const Sample& sample, const Finding& finding, const std::string& text) {
  const auto& labels = finding.diagnostic.secondary;
  return std::any_of(labels.begin(), labels.end(),
                     [&](const base::Label& label) { return sample.text(label.span) == text; });
}

TEST_CASE("the source gives its seven findings and no other above note", not_reached) {
  const Sample source = example("source.md");
  const std::vector<std::string> expected{
      "sizing.too-large",           "equation.contradicted",         "sizing.too-large",
      "sizing.contradicted",        "availability.noticed-too-late", "autoscaler.version-gone-in-1.26",
      "autoscaler.floor-never-left"};
  CHECK(source.rules() == expected);
  CHECK(source.review.summary.unreadable == 0);
  CHECK(source.review.summary.open == 0);
}

TEST_CASE("six of the seven findings of the source are told today") {
  const std::vector<std::string> rules = example("source.md").rules();
  for (const char* rule : {"sizing.too-large", "sizing.contradicted", "availability.noticed-too-late",
                           "autoscaler.version-gone-in-1.26", "autoscaler.floor-never-left"}) {
    INFO(rule);
    CHECK(std::count(rules.begin(), rules.end(), rule) >= 1);
  }
}

TEST_CASE("2000 cores are 8, and 5 when nothing is held back: somebody divided 100,000 by 50") {
  const Sample source = example("source.md");
  const Finding& cores = on(source, "sizing.too-large", "2000 cores");
  CHECK(cores.diagnostic.severity == base::Severity::error);
  CHECK(cores.stated == "2000 cores");
  CHECK(cores.recomputed == "8 cores");
  CHECK(cores.ratio.value() == Approx(250.0));
  REQUIRE(cores.slip);
  CHECK(cores.slip->id == "divided-for-multiplied");
  CHECK_THAT(cores.slip->text, StartsWith("100,000 ÷ 50"));
  CHECK_THAT(joined_lines(cores.to_be_right), Contains("20 ms") && Contains("14 ms"));
  CHECK_THAT(remark(cores, "calculation"), Contains("8 cores") && Contains("5 cores at 100 %"));
  CHECK(marks(source, cores, "2000"));  // the JSON says it too
  CHECK(marks(source, cores, "50 µs per transaction per core"));
}

TEST_CASE("the derivation in the cell is contradicted by itself", not_reached) {
  const Sample source = example("source.md");
  const Finding& step = on(source, "equation.contradicted", "2000 cores");
  CHECK(step.diagnostic.severity == base::Severity::error);
  CHECK(step.recomputed == "5 cores");
  CHECK(step.ratio.value() == Approx(400.0));
  REQUIRE(step.slip);
  CHECK(step.slip->id == "divided-for-multiplied");
  CHECK(marks(source, step, "5 seconds CPU per second"));
}

TEST_CASE("4000 GB are 40 GB by the row's own assumption: 2 GB was used for 20 MB") {
  const Sample source = example("source.md");
  const Finding& memory = on(source, "sizing.too-large", "4000 GB");
  CHECK(memory.diagnostic.severity == base::Severity::error);
  CHECK(memory.recomputed == "40 GB");
  REQUIRE(memory.slip);
  CHECK(memory.slip->id == "other-number");
  CHECK_THAT(memory.slip->text, StartsWith("2 GB"));
  CHECK_THAT(remark(memory, "calculation"), StartsWith("2000 cores × 20 MB"));
  CHECK_THAT(joined_lines(memory.to_be_right), Contains("2 GB/core"));
  CHECK(marks(source, memory, "4000"));
  CHECK(marks(source, memory, "20 MB per core"));
}

TEST_CASE("100 Gbps are 0.8 Gbps: 100 is the number in MB/s") {
  const Sample source = example("source.md");
  const Finding& bandwidth = on(source, "sizing.contradicted", "100 Gbps");
  CHECK(bandwidth.recomputed == "0.8 Gbps");
  CHECK(bandwidth.ratio.value() == Approx(125.0));
  REQUIRE(bandwidth.slip);
  CHECK(bandwidth.slip->id == "wrong-unit");
  CHECK_THAT(bandwidth.slip->text, StartsWith("100 is the number in MB/s"));
  CHECK(marks(source, bandwidth, "100"));
}

TEST_CASE("the floor of 50 pods is never left at a peak that asks for 20") {
  const Sample source = example("source.md");
  const Finding& floor = on(source, "autoscaler.floor-never-left", "50");
  CHECK_THAT(floor.diagnostic.message, Contains("20 pods") && Contains("50 pods"));
  CHECK(marks(source, floor, "5000"));
}

TEST_CASE("a dead pod is noticed after 30 s, and a month allows 25.92 s") {
  const Sample source = example("source.md");
  const Finding& probe = on(source, "availability.noticed-too-late", "10");
  CHECK_THAT(probe.diagnostic.message, Contains("30 s") && Contains("25.92 s"));
  CHECK(marks(source, probe, "livenessProbe"));  // where the platform's threshold of 3 is at work
}

TEST_CASE("the autoscaler's version is gone") {
  const Sample source = example("source.md");
  const Finding& version = on(source, "autoscaler.version-gone-in-1.26", "autoscaling/v2beta2");
  CHECK(version.diagnostic.severity == base::Severity::error);
}

TEST_CASE("partitions, replication and retention of the source are right") {
  const Sample source = example("source.md");
  for (const std::string name : {"log.partitions", "log.replication_factor", "log.retention"}) {
    INFO(name);
    CHECK(source.verdict(name) == Verdict::given);
    for (const Finding& finding : source.review.findings) {
      const bool about = finding.claim && source.slot_name(source.review.claims[*finding.claim]) == name;
      CHECK_FALSE(about);
    }
  }
}

TEST_CASE("a number stated twice gives one finding with both places") {
  const Sample source = example("source.md");
  for (const std::string name : {"fleet.cores", "fleet.memory", "fleet.bandwidth"}) {
    std::size_t findings = 0;
    for (const Finding& finding : source.review.findings) {
      if (!finding.claim || source.review.claims[*finding.claim].role == Role::equation) continue;
      if (source.slot_name(source.review.claims[*finding.claim]) != name) continue;
      ++findings;
      const auto& labels = finding.diagnostic.secondary;
      const auto places = std::count_if(labels.begin(), labels.end(), [](const base::Label& label) {
        return label.text == "stated here too";
      });
      INFO(name);
      CHECK(places == 1);
    }
    INFO(name);
    CHECK(findings == 1);
  }
}

TEST_CASE("a consistent answer gives no finding above note, and much of it is recomputed") {
  const Sample good = example("consistent.md");
  INFO(good.complaints());
  CHECK(good.rules().empty());
  CHECK(good.review.summary.errors == 0);
  CHECK(good.review.summary.warnings == 0);
  CHECK(good.review.summary.wrong == 0);
  CHECK(good.review.summary.unreadable == 0);
  CHECK(good.review.summary.recomputed >= 20);
}

TEST_CASE("a bare plan is plausible, and the report says what it implies") {
  const Sample plan = example("plan.json");
  CHECK(plan.rules().empty());
  CHECK(plan.verdict("fleet.cores") == Verdict::plausible);
  CHECK(plan.verdict("fleet.memory") == Verdict::plausible);
  const Finding& cores = on(plan, "sizing.plausible", "2000");
  CHECK(cores.diagnostic.severity == base::Severity::note);
  CHECK_THAT(cores.diagnostic.message, Contains("14 ms") && Contains("70 %"));
  const Finding& memory = on(plan, "sizing.plausible", "4000");
  CHECK_THAT(memory.diagnostic.message, Contains("2 GB/core"));
}

TEST_CASE("with the assumptions of the source the bare plan has its three sizing findings") {
  const Sample plan = example("plan.json", {"peakTPS=100,000 TPS", "cpu_time=50us*core/request",
                                            "memory_per_core=20MB/core", "payload=1KB/request"});
  CHECK(plan.rules() ==
        std::vector<std::string>{"sizing.too-large", "sizing.too-large", "sizing.contradicted"});
  CHECK(on(plan, "sizing.too-large", "2000").recomputed == "8 core");
  CHECK(on(plan, "sizing.too-large", "4000").recomputed == "40 GB");
  CHECK(on(plan, "sizing.contradicted", "100").recomputed == "0.8 Gbps");
  CHECK(on(plan, "sizing.too-large", "2000").slip->id == "divided-for-multiplied");
  CHECK(on(plan, "sizing.contradicted", "100").slip->id == "wrong-unit");
}

}  // namespace
}  // namespace reckon::check

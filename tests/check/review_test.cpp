// SPDX-License-Identifier: MIT
// Verdicts and findings of small answers, one behaviour at a time.
#include "check/review.hpp"

#include "check/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace reckon::check {
namespace {

using Catch::Contains;

std::string answer(const std::string& cores, const std::string& memory, const std::string& bandwidth) {
  return "{\"scalingApproach\": [], \"capacityPlanning\": {\"cpuCoresRequired\": " + cores +
         ", \"memoryGBRequired\": " + memory + ", \"networkBandwidthGbps\": " + bandwidth +
         "}, \"faultTolerance\": [], \"monitoringSetup\": []}";
}

/// The peak as well: what rests on an example of the prompt is a note.
const std::string stated_peak = "peakTPS=100,000 TPS";
const std::vector<std::string> assumptions{stated_peak, "cpu_time=50us*core/request",
                                           "memory_per_core=2GB/core", "payload=1KB/request"};

Sample checked(const std::string& cores, const std::string& memory, const std::string& bandwidth) {
  return Sample(answer(cores, memory, bandwidth), "answer.json", assumptions);
}

// --- verdicts of a need and of an identity

TEST_CASE("a need is judged by its band: too little is an error, ten times too much as well") {
  struct Case {
    const char* cores;
    Verdict verdict;
    const char* severity;
  };
  const Case cases[] = {
      {"8", Verdict::plausible, "note"},      {"5", Verdict::plausible, "note"},
      {"20", Verdict::plausible, "note"},     {"50", Verdict::plausible, "note"},
      {"4", Verdict::too_small, "error"},     {"1", Verdict::too_small, "error"},
      {"120", Verdict::too_large, "warning"}, {"400", Verdict::too_large, "warning"},
      {"600", Verdict::too_large, "error"},   {"100000", Verdict::too_large, "error"},
  };
  for (const Case& c : cases) {
    const Sample sample = checked(c.cores, "null", "null");
    INFO(c.cores);
    CHECK(name(sample.verdict("fleet.cores")) == name(c.verdict));
    const auto& findings = sample.review.findings;
    const std::string severity =
        findings.empty() ? "" : std::string(base::name(findings.front().diagnostic.severity));
    CHECK(severity == c.severity);
  }
}

TEST_CASE("agreeing with a guess proves nothing, agreeing with what is given does") {
  CHECK(checked("8", "null", "null").verdict("fleet.cores") == Verdict::plausible);
  std::vector<std::string> all = assumptions;
  all.emplace_back("utilisation=70 %");
  const Sample given(answer("8", "null", "null"), "answer.json", all);
  CHECK(given.verdict("fleet.cores") == Verdict::consistent);
  CHECK(given.review.findings.empty());
}

TEST_CASE("an identity must agree both ways") {
  struct Case {
    const char* bandwidth;
    Verdict verdict;
  };
  const Case cases[] = {
      {"0.8", Verdict::consistent},   {"0.80", Verdict::consistent},         {"0.82", Verdict::rounded},
      {"0.4", Verdict::contradicted}, {"1.6", Verdict::contradicted},        {"100", Verdict::contradicted},
      {"6.4", Verdict::contradicted}, {"\"800 Mbps\"", Verdict::consistent},
  };
  for (const Case& c : cases) {
    const Sample sample = checked("null", "null", c.bandwidth);
    INFO(c.bandwidth);
    CHECK(name(sample.verdict("fleet.bandwidth")) == name(c.verdict));
  }
}

TEST_CASE("a number that follows from another wrong one is inherited and not counted twice") {
  const Sample sample = checked("2000", "4000", "0.8");
  CHECK(sample.verdict("fleet.cores") == Verdict::too_large);
  CHECK(sample.verdict("fleet.memory") == Verdict::inherited);
  CHECK(sample.rules() == std::vector<std::string>{"sizing.too-large"});
  const Finding* note = sample.find("sizing.inherited");
  REQUIRE(note != nullptr);
  CHECK(note->diagnostic.severity == base::Severity::note);
}

TEST_CASE("with nothing stated a number is open, and the missing input is told") {
  const Sample sample(
      "| Quantity | Result |\n|---|---|\n| Pods at peak | 20 pods |\n| Ingress | 100 MB/s |\n");
  CHECK(sample.verdict("autoscaler.pods_at_peak") == Verdict::open);
  const Finding* note = sample.find("sizing.open");
  REQUIRE(note != nullptr);
  CHECK(note->diagnostic.severity == base::Severity::note);
  CHECK_THAT(note->diagnostic.message, Contains("rate_per_pod"));
  CHECK(sample.review.summary.open >= 1);
}

TEST_CASE("what stands where a number belongs and is none is unreadable") {
  for (const char* cores : {"\"plenty\"", "\"2000 MB\"", "\"\"", "true"}) {
    const Sample sample = checked(cores, "16", "0.8");
    INFO(cores);
    CHECK(sample.rules() == std::vector<std::string>{"claim.unreadable"});
    CHECK(sample.review.summary.unreadable == 1);
  }
  CHECK(checked("null", "16", "0.8").rules().empty());
}

// --- one name, several places

TEST_CASE("the same name with two values disagrees in one finding with all places") {
  const std::string text =
      "| Metric | Required |\n|---|---|\n| CPU cores | 8 cores |\n| Memory | 16 GB |\n\n" +
      ("```json\n" + answer("12", "16", "0.8") + "\n```\n");
  const Sample sample(text, "answer.md", assumptions);
  CHECK(sample.rules() == std::vector<std::string>{"agreement.disagrees"});
  const Finding* finding = sample.find("agreement.disagrees");
  REQUIRE(finding != nullptr);
  CHECK(sample.text(finding->diagnostic.primary.span) == "12");
  std::set<std::string> places;
  for (const base::Label& label : finding->diagnostic.secondary) places.insert(sample.text(label.span));
  CHECK(places.count("8 cores") == 1);
}

TEST_CASE("the same value in two units or precisions agrees") {
  const std::string text =
      "| Metric | Required |\n|---|---|\n| CPU cores | ~8 vCPU |\n| Memory | 16,000 MB |\n"
      "| Network bandwidth | 800 Mbps |\n\n```json\n" +
      answer("8", "16", "0.8") + "\n```\n";
  const Sample sample(text, "answer.md", assumptions);
  INFO(sample.complaints());
  CHECK(sample.rules().empty());
}

TEST_CASE("an input stated twice with different values disagrees") {
  const Sample sample(
      "| Topic | Assumption |\n|---|---|\n| Replication factor | 2 |\n\n"
      "```sh\nkafka-topics.sh --create --topic t --partitions 500 --replication-factor 3\n```\n");
  CHECK(sample.rules() == std::vector<std::string>{"agreement.disagrees"});
}

TEST_CASE("two manifests of one kind are two things") {
  const std::string manifest =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 3}\n---\n"
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: b}\nspec: {replicas: 9}\n";
  CHECK(Sample(manifest, "both.yaml").rules().empty());
}

// --- doubt

TEST_CASE("a label in free text alone never makes an error") {
  const Sample sample("- CPU time: 50 µs\n- CPU cores required: 90,000 cores\n", "answer.md", {stated_peak});
  const Finding* finding = sample.find("sizing.too-large");
  REQUIRE(finding != nullptr);
  CHECK(finding->diagnostic.severity == base::Severity::warning);
}

TEST_CASE("rows about a part, a neighbour or another system stay unbound") {
  const Sample sample(
      "| Component | Required |\n|---|---|\n| Redis memory | 900 TB |\n| Memory per region | 900 TB |\n"
      "| Cores of the fraud model | 90,000 |\n| Network bandwidth of the office | 1 kbps |\n");
  INFO(sample.complaints());
  CHECK(sample.rules().empty());
}

// --- checks and refusals of the models

std::string autoscaler(const std::string& version, int min, int max, const std::string& target,
                       const std::string& metric = "http_requests_per_second") {
  return "apiVersion: " + version +
         "\nkind: HorizontalPodAutoscaler\nspec:\n  minReplicas: " + std::to_string(min) +
         "\n  maxReplicas: " + std::to_string(max) +
         "\n  metrics:\n    - type: Pods\n      pods:\n        metric: {name: " + metric +
         "}\n        target: {type: AverageValue, averageValue: " + target + "}\n";
}

TEST_CASE("checks speak when what they rest on is stated") {
  struct Case {
    int min, max;
    std::vector<std::string> rules;
  };
  const Case cases[] = {
      {10, 40, {}},
      {20, 40, {}},
      {50, 100, {"autoscaler.floor-never-left"}},
      {2, 15, {"autoscaler.ceiling-too-low"}},
      {25,
       15,
       {"autoscaler.ceiling-too-low", "autoscaler.floor-above-ceiling", "autoscaler.floor-never-left"}},
  };
  for (const Case& c : cases) {
    const Sample sample(autoscaler("autoscaling/v2", c.min, c.max, "5000"), "hpa.yaml", {stated_peak});
    INFO(c.min << " to " << c.max << sample.complaints());
    auto rules = sample.rules();
    std::sort(rules.begin(), rules.end());
    CHECK(rules == c.rules);
  }
}

TEST_CASE("an autoscaler's metric is a rate of requests when its name says so") {
  const auto rules = [](const std::string& metric) {
    return Sample(autoscaler("autoscaling/v2", 50, 100, "10", metric), "hpa.yaml", {stated_peak}).rules();
  };
  for (const char* other :
       {"queue_length", "gpu_use_percent", "bytes_per_second", "lag per second", "http_requests"}) {
    INFO(other);
    CHECK(rules(other).empty());
  }
  for (const char* rate : {"http_requests_per_second", "transactions-per-second", "rps"}) {
    INFO(rate);
    CHECK(rules(rate) == std::vector<std::string>{"autoscaler.ceiling-too-low"});
  }
}

TEST_CASE("what rests on an example of the prompt is a note") {
  const Sample manifest(autoscaler("autoscaling/v2", 50, 100, "5000"), "hpa.yaml");
  CHECK(manifest.rules().empty());
  const Finding* floor = manifest.find("autoscaler.floor-never-left");
  REQUIRE(floor != nullptr);
  CHECK(floor->diagnostic.severity == base::Severity::note);
  const Sample plan(answer("2000", "null", "null"), "answer.json", {"cpu_time=50us*core/request"});
  CHECK(plan.rules().empty());
  CHECK(plan.verdict("fleet.cores") == Verdict::too_large);
}

TEST_CASE("checks are silent when they rest on nothing that is stated") {
  // No target per pod: how many pods the peak needs is open.
  const Sample sample(
      "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n"
      "spec: {minReplicas: 50, maxReplicas: 60}\n",
      "hpa.yaml");
  CHECK(sample.rules().empty());
}

TEST_CASE("checks that rest on guesses are silent while any plausible value would pass") {
  // 1 ms a transaction would keep 100 cores busy, 50 µs only 5: with 20 there nobody can tell.
  const std::string deployment =
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 10\n  template:\n    spec:\n"
      "      containers:\n        - resources: {limits: {cpu: \"2\"}}\n";
  CHECK(Sample(deployment, "deployment.yaml", {stated_peak}).rules().empty());
  const Sample told(deployment, "deployment.yaml", {stated_peak, "cpu_time=1ms*core/request"});
  CHECK(told.rules() == std::vector<std::string>{"service-fleet.saturated"});
}

TEST_CASE("a version that is gone is refused, one that is served is not") {
  const std::pair<const char*, const char*> cases[] = {
      {"autoscaling/v2beta2", "autoscaler.version-gone-in-1.26"},
      {"autoscaling/v2beta1", "autoscaler.version-gone-in-1.25"},
      {"autoscaling/v2", ""},
      {"autoscaling/v1", ""},
  };
  for (const auto& [version, rule] : cases) {
    const Sample sample(autoscaler(version, 10, 40, "5000"), "hpa.yaml");
    INFO(version);
    CHECK(sample.rules() == (*rule != '\0' ? std::vector<std::string>{rule} : std::vector<std::string>{}));
  }
}

// --- the whole

TEST_CASE("an empty answer has nothing to check") {
  for (const char* text : {"", "\n", "# Title\n\nWords.\n"}) {
    const Sample sample(text);
    CHECK(sample.review.claims.empty());
    CHECK(sample.review.findings.empty());
  }
}

TEST_CASE("data that breaks off is told, and what was there is checked") {
  const Sample sample("{\"capacityPlanning\": {\"cpuCoresRequired\": 2000, \"memoryGBRe", "answer.json",
                      assumptions);
  const auto rules = sample.rules();
  CHECK(std::count(rules.begin(), rules.end(), "sizing.too-large") == 1);
  CHECK(rules.size() >= 2);
}

TEST_CASE("checking twice says the same") {
  const std::string text = read_file("prompts/payment-gateway/source.md");
  const Sample first(text);
  const Sample second(text);
  REQUIRE(first.review.findings.size() == second.review.findings.size());
  for (std::size_t i = 0; i < first.review.findings.size(); ++i) {
    CHECK(first.review.findings[i].diagnostic.message == second.review.findings[i].diagnostic.message);
    CHECK(first.review.findings[i].to_be_right == second.review.findings[i].to_be_right);
  }
}

TEST_CASE("a number that breaks a limit of the model is impossible") {
  const auto plan = [](const std::string& cost) {
    return Sample(
        "```\nIndex Scan using a on transactions  (cost=0.42.." + cost + " rows=5000 width=48)\n```\n",
        "answer.md", {}, "transaction-query");
  };
  const Sample below = plan("15.67");
  CHECK(below.verdict("plan.total_cost") == Verdict::impossible);
  CHECK(below.review.summary.wrong == 1);
  CHECK(below.find("query-plan.cost-below-floor") != nullptr);
  const Sample above = plan("61.20");
  CHECK(above.verdict("plan.total_cost") == Verdict::given);
  CHECK(above.review.summary.wrong == 0);
}

TEST_CASE("a default that nobody has checked is told where a verdict rests on it") {
  const auto remark = [](const Sample& sample, const std::string& rule) -> std::string {
    const Finding* finding = sample.find(rule);
    if (finding == nullptr) return "no finding";
    for (const base::Remark& each : finding->diagnostic.remarks) {
      if (each.title == "unverified") return each.text;
    }
    return "";
  };
  const Sample assumed(answer("null", "null", "100"), "answer.json");
  CHECK(remark(assumed, "sizing.plausible").find("payload = 1 KB/request") == 0);
  const Sample stated(answer("null", "null", "100"), "answer.json", {"payload=1KB/request"});
  CHECK(remark(stated, "sizing.contradicted").empty());
}

TEST_CASE("one of something is no plural") {
  const Sample sample(answer("\"90 cores\"", "null", "null"), "answer.json",
                      {"cpu_time=5us*core/request", "utilisation=100 %"});
  const Finding* large = sample.find("sizing.too-large");
  REQUIRE(large != nullptr);
  CHECK_THAT(large->diagnostic.message, Contains("1 core needed"));
}

}  // namespace
}  // namespace reckon::check

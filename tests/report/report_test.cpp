// SPDX-License-Identifier: MIT
// What a report tells and what it keeps to itself.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace reckon::report {
namespace {

using test::Printed;

std::string example() {
  return test::read_file("prompts/payment-gateway/source.md");
}

Printed printed(const std::string& text) {
  return Printed("payment-gateway", {{"answer.md", text}});
}

const ClaimRow& claim_at(const Report& report, std::size_t line) {
  const auto at = std::find_if(report.claims.begin(), report.claims.end(),
                               [line](const ClaimRow& claim) { return claim.at.line == line; });
  if (at == report.claims.end()) throw std::runtime_error("no claim in that line");
  return *at;
}

}  // namespace

TEST_CASE("ids are unique and findings name claims that exist") {
  const Printed answer = printed(example());
  std::set<std::string> claims;
  std::set<std::string> fingerprints;
  for (const ClaimRow& claim : answer.report.claims) CHECK(claims.insert(claim.id).second);
  for (const FindingRow& finding : answer.report.findings) {
    CHECK((finding.claim.empty() || claims.count(finding.claim) == 1));
    CHECK(fingerprints.insert(finding.fingerprint).second);
  }
  CHECK(answer.report.findings.size() >= 7);
}

TEST_CASE("a fingerprint does not change when lines are inserted above") {
  const Printed before = printed(example());
  const Printed after = printed("An introduction.\n\n" + example());
  REQUIRE(before.report.findings.size() == after.report.findings.size());
  for (std::size_t i = 0; i < before.report.findings.size(); ++i) {
    CHECK(before.report.findings[i].fingerprint == after.report.findings[i].fingerprint);
    CHECK(before.report.findings[i].at.line + 2 == after.report.findings[i].at.line);
  }
}

TEST_CASE("nothing of a response reaches a terminal unfiltered") {
  const Printed answer = printed("100,000 TPS × 50 µs = 2000 cores \x1b[31m \x07 \xe2\x80\xae \xff\n");
  REQUIRE(answer.report.findings.size() == 1);
  const std::string text = answer.text();
  for (const char c : {'\x1b', '\x07', '\xff'}) CHECK(text.find(c) == std::string::npos);
  CHECK(text.find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("the last line tells the coverage") {
  const std::string text = printed(example()).text();
  const std::string last = text.substr(text.rfind('\n', text.size() - 2) + 1);
  CHECK(last.starts_with("reckon: "));
  CHECK(last.find(" recomputed, ") != std::string::npos);
}

TEST_CASE("the same input gives the same bytes") {
  const Printed a = printed(example());
  const Printed b = printed(example());
  CHECK(a.json() == b.json());
  CHECK(nlohmann::json::parse(a.json())["reckon"] == 1);
}

TEST_CASE("equal findings of one document have fingerprints of their own") {
  const std::string line = "- 100,000 TPS × 50 µs = 2000 cores\n";
  const Printed answer = printed(line + '\n' + line);
  std::set<std::string> fingerprints;
  for (const FindingRow& finding : answer.report.findings) {
    CHECK(finding.fingerprint.size() == 32);
    CHECK(finding.fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(fingerprints.insert(finding.fingerprint).second);
  }
}

TEST_CASE("a fingerprint depends on what is stated and on the file") {
  const auto of = [](const std::string& name, const std::string& text) {
    const Printed answer("payment-gateway", {{name, text}});
    REQUIRE(answer.report.findings.size() == 1);
    return answer.report.findings.front().fingerprint;
  };
  const std::string wrong = "100,000 TPS × 50 µs = 2000 cores\n";
  CHECK(of("a.md", wrong) == of("a.md", wrong));
  CHECK(of("a.md", wrong) != of("b.md", wrong));
  CHECK(of("a.md", wrong) != of("a.md", "100,000 TPS × 50 µs = 3000 cores\n"));
}

TEST_CASE("columns count code points from one, and an end lies behind the last of them") {
  const Printed answer = printed("äöü µ 𝔘: 100,000 TPS × 50 µs = 2000 cores\n");
  REQUIRE(answer.report.findings.size() == 1);
  const Location& at = answer.report.findings.front().at;
  CHECK(at.path == "answer.md");
  CHECK(at.line == 1);
  CHECK(at.column == 32);
  CHECK(at.end_line == 1);
  CHECK(at.end_column == 42);
}

TEST_CASE("a claim speaks in the unit in which it was written") {
  const Printed shop = test::printed_shop();
  const ClaimRow& ingress = claim_at(shop.report, 8);
  CHECK(ingress.name == "ingress");
  CHECK(ingress.unit == "MB/s");
  CHECK(ingress.stated.value == 50.0);
  REQUIRE(ingress.recomputed.has_value());
  CHECK(ingress.recomputed->value == 50.0);  // 10,000/s x 5 KB
  CHECK(ingress.verdict == "consistent");
  const ClaimRow& cores = claim_at(shop.report, 7);
  CHECK(cores.pointer == "table 1/row 1/column 2");
  CHECK(cores.stated.value == 200.0);
  CHECK((cores.stated.low < 200.0 && 200.0 < cores.stated.high));
  CHECK(cores.verdict == "too-large");
  CHECK(cores.ratio == 200.0);
}

TEST_CASE("claims stand in the order of the document and inputs in that of the model") {
  const Printed shop = test::printed_shop();
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const ClaimRow& claim : shop.report.claims) places.emplace_back(claim.at.line, claim.at.column);
  CHECK(std::is_sorted(places.begin(), places.end()));
  std::vector<std::string> inputs;
  for (const InputRow& input : shop.report.inputs) inputs.push_back(input.name + " from " + input.from);
  REQUIRE(inputs.size() == 4);
  CHECK(inputs[0] == "rate from variable peak");
  CHECK(inputs[1] == "cpu_time from default");
  CHECK(inputs[3] == "years from default");
}

TEST_CASE("a report of several documents adds up, and its ids go on") {
  const std::string answer = test::golden_file("answer.md");
  const Printed one("shop", {{"a.md", answer}});
  const Printed two("shop", {{"a.md", answer}, {"b.md", answer}});
  CHECK(two.report.documents.size() == 2);
  CHECK(two.report.inputs.size() == 2 * one.report.inputs.size());
  CHECK(two.report.claims.size() == 2 * one.report.claims.size());
  CHECK(two.report.findings.size() == 2 * one.report.findings.size());
  CHECK(two.report.summary.claims == 2 * one.report.summary.claims);
  CHECK(two.report.summary.wrong == 2 * one.report.summary.wrong);
  CHECK(two.report.summary.errors == 2 * one.report.summary.errors);
  std::set<std::string> ids;
  for (const ClaimRow& claim : two.report.claims) CHECK(ids.insert(claim.id).second);
  for (const FindingRow& finding : two.report.findings) {
    CHECK(ids.insert(finding.id).second);
    const auto own = [&](const ClaimRow& claim) {
      return claim.id == finding.claim && claim.at.path == finding.at.path;
    };
    CHECK((finding.claim.empty() || std::any_of(two.report.claims.begin(), two.report.claims.end(), own)));
  }
}

TEST_CASE("the summary counts what the rows say") {
  const Report& report = printed(example()).report;
  const auto findings_of = [&](base::Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [&](const FindingRow& row) { return row.finding.diagnostic.severity == severity; }));
  };
  CHECK(report.summary.claims == report.claims.size());
  CHECK(report.summary.errors == findings_of(base::Severity::error));
  CHECK(report.summary.warnings == findings_of(base::Severity::warning));
  CHECK(report.summary.notes == findings_of(base::Severity::note));
}

TEST_CASE("a tidy number has lost the noise of its last bits and nothing else") {
  CHECK(tidy(0.1 + 0.2) == 0.3);
  CHECK(tidy(1.0 / 3.0) == Approx(1.0 / 3.0).epsilon(1e-15));
  CHECK(tidy(8.64e9) == 8.64e9);
  CHECK(tidy(-1e-300) == -1e-300);
  CHECK(tidy(0.0) == 0.0);
  CHECK(std::isinf(tidy(HUGE_VAL)));
}

TEST_CASE("every format has a name and a sentence, and is found by its name") {
  for (const Format& format : format_table()) {
    INFO(format.name);
    CHECK_FALSE(format.about.empty());
    CHECK(find_format(format.name) == &format);
  }
  CHECK(find_format("text") != nullptr);
  CHECK(find_format("json") != nullptr);
  CHECK(find_format("") == nullptr);
  CHECK(find_format("TEXT") == nullptr);
}

TEST_CASE("bytes that are no UTF-8 do not keep a report from being JSON") {
  const Printed answer = printed("100,000 TPS × 50 µs = 2000 cores \xff\n");
  CHECK_FALSE(nlohmann::json::parse(answer.json(), nullptr, false).is_discarded());
}

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
// What a report tells and what it keeps to itself.
#include "report/report.hpp"

#include "document/read.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"
#include "report/formats.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <set>

namespace reckon::report {
namespace {

std::string example() {
  std::ifstream in(RECKON_ROOT "/prompts/payment-gateway/source.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Printed {
  base::Sources sources;
  Report report;

  explicit Printed(const std::string& text) {
    static base::Sources catalogue;
    static model::Library models(catalogue, {});
    static prompt::Library prompts(catalogue, {});
    const prompt::Prompt* prompt = prompts.find("payment-gateway");
    const auto source = sources.add("answer.md", text);
    std::vector<check::Review> reviews;
    reviews.push_back(check::review(sources, document::read(sources, source),
                                    check::make_context(*models.find(prompt->model), prompt)));
    report = build(sources, reviews, "0.0.0");
  }

  [[nodiscard]] std::string text() const { return print_text(report, sources, {}); }
};

TEST_CASE("ids are unique and findings name claims that exist") {
  const Printed printed(example());
  std::set<std::string> claims;
  std::set<std::string> fingerprints;
  for (const ClaimRow& claim : printed.report.claims) CHECK(claims.insert(claim.id).second);
  for (const FindingRow& finding : printed.report.findings) {
    CHECK((finding.claim.empty() || claims.count(finding.claim) == 1));
    CHECK(fingerprints.insert(finding.fingerprint).second);
  }
  CHECK(printed.report.findings.size() >= 7);
}

TEST_CASE("a fingerprint does not change when lines are inserted above") {
  const Printed before(example());
  const Printed after("An introduction.\n\n" + example());
  REQUIRE(before.report.findings.size() == after.report.findings.size());
  for (std::size_t i = 0; i < before.report.findings.size(); ++i) {
    CHECK(before.report.findings[i].fingerprint == after.report.findings[i].fingerprint);
    CHECK(before.report.findings[i].at.line + 2 == after.report.findings[i].at.line);
  }
}

TEST_CASE("nothing of a response reaches a terminal unfiltered") {
  const Printed printed("100,000 TPS × 50 µs = 2000 cores \x1b[31m \x07 \xe2\x80\xae \xff\n");
  REQUIRE(printed.report.findings.size() == 1);
  const std::string text = printed.text();
  for (const char c : {'\x1b', '\x07', '\xff'}) CHECK(text.find(c) == std::string::npos);
  CHECK(text.find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("the last line tells the coverage") {
  const std::string text = Printed(example()).text();
  const std::string last = text.substr(text.rfind('\n', text.size() - 2) + 1);
  CHECK(last.starts_with("reckon: "));
  CHECK(last.find(" recomputed, ") != std::string::npos);
}

TEST_CASE("the same input gives the same bytes") {
  const Printed a(example());
  const Printed b(example());
  CHECK(print_json(a.report, a.sources, {}) == print_json(b.report, b.sources, {}));
  CHECK(nlohmann::json::parse(print_json(a.report, a.sources, {}))["reckon"] == 1);
}

}  // namespace
}  // namespace reckon::report

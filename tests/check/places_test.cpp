// SPDX-License-Identifier: MIT
// What artefacts state by their places: filters, words and counts, with models that the test writes.
#include "check/places.hpp"

#include "check/collect.hpp"
#include "check/sample.hpp"
#include "document/read.hpp"
#include "model/library.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace reckon::check {
namespace {

/// Claims of a document under a model with the given appearances of `size` and `count`.
struct Told {
  base::Sources sources;
  std::unique_ptr<model::Library> library;
  Collected collected;

  Told(const std::string& appears, std::string text, const std::string& name) {
    const std::string model =
        "model: trial\ntitle: Trial\nabout: Written by a test.\ninputs:\n"
        "  size: {unit: \"1\"}\n  count: {unit: node}\noutputs:\n"
        "  both: {unit: node, is: size * count, kind: identity}\nappears:\n" +
        appears;
    library = std::make_unique<model::Library>(
        sources, std::vector<tree::CatalogueFile>{{"models/trial.yaml", model}});
    const model::Model* trial = library->find("trial");
    for (const base::Diagnostic& problem : library->problems()) UNSCOPED_INFO(base::render(problem, sources));
    REQUIRE(trial != nullptr);
    const base::SourceId source = sources.add(name, std::move(text));
    const document::Document document = document::read(sources, source);
    collected = collect(sources, document, derive::derive(sources, document), nullptr, *trial);
  }

  /// "1 = 10 at /columns/0/precision; ..." in document order: slot, value, pointer.
  [[nodiscard]] std::string claims() const {
    std::string out;
    for (const Claim& claim : collected.claims) {
      if (claim.slot)
        out += fmt::format("{} = {} at {}; ", *claim.slot == 0 ? "size" : "count",
                           claim.stated.interval.value, claim.pointer);
    }
    return out;
  }
};

constexpr const char* tables = R"(CREATE TABLE Plans (PlanID SERIAL PRIMARY KEY, Price DECIMAL(10,2));
CREATE TABLE Usage (UsageID BIGSERIAL PRIMARY KEY, Price NUMERIC(15,4), price_text TEXT);
CREATE TABLE Keys (Id UUID PRIMARY KEY);
)";

}  // namespace

TEST_CASE("precision and scale of a column are read by its name") {
  const char* all = "  size:\n    - {table: \"\", at: \"/columns/*[name=price]/precision\", unit: \"1\"}\n";
  CHECK(Told(all, tables, "schema.sql").claims() ==
        "size = 10 at /columns/1/precision; size = 15 at /columns/1/precision; ");
  const char* one =
      "  size:\n    - {table: \"\", at: \"[name=Usage]/columns/*[name=Price]/scale\", unit: \"1\"}\n";
  const Told told(one, tables, "schema.sql");
  CHECK(told.claims() == "size = 4 at /columns/1/scale; ");
  CHECK(told.sources.text(told.collected.claims.front().span) == "4");
}

TEST_CASE("the type of a key says how many there can be, and any other type says nothing") {
  const char* keys = R"(  count:
    - {table: "", at: "/columns/*[primary_key=true]/type", unit: node, words_only: true,
       means: {SERIAL: 2147483647, BIGSERIAL: 9223372036854775807}}
)";
  const Told told(keys, tables, "schema.sql");
  CHECK(told.claims() ==
        "count = 2147483647 at /columns/0/type; count = 9.223372036854776e+18 at /columns/0/type; ");
  CHECK(told.collected.unreadable.empty());
  CHECK(told.sources.text(told.collected.claims.front().span) == "SERIAL");
}

TEST_CASE("a count is the number of nodes that a pattern reaches") {
  const char* servers = "  count:\n    - {nginx: \"\", at: /upstream/server/*, unit: node, count: nodes}\n";
  const Told told(
      servers,
      "upstream app {\n  server a.example.com;\n  server b.example.com;\n  server c.example.com;\n}\n",
      "nginx.conf");
  INFO(told.claims());
  REQUIRE(told.collected.claims.size() == 1);
  CHECK(told.collected.claims.front().stated.interval == units::exactly(3));
  CHECK(told.collected.claims.front().text == "3");
}

TEST_CASE("artefacts are counted at the first of them, if they have what the pattern asks for") {
  const std::string one = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 2}\n";
  const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";
  const char* all = "  count:\n    - {manifest: Deployment, at: \"\", unit: node, count: artefacts}\n";
  CHECK(Told(all, service + "---\n" + one + "---\n" + one, "all.yaml").claims() == "count = 2 at ; ");
  CHECK(Told(all, service, "all.yaml").claims().empty());
  const char* of_two =
      "  count:\n    - {manifest: Deployment, at: \"[kind=Service]\", unit: node, count: artefacts}\n";
  CHECK(Told(of_two, one, "all.yaml").claims().empty());
}

TEST_CASE("what a table's SQL allows decides what fits into it") {
  std::string text = read_file("prompts/subscription-billing/consistent.md");
  const std::string row = "| Largest id | 9,223,372,036,854,775,807 |\n";
  REQUIRE(text.find(row) != std::string::npos);
  text.erase(text.find(row), row.size());
  const auto altered = [&](const std::string& from, const std::string& to) {
    std::string out = text;
    for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
      out.replace(at, from.size(), to);
    return Sample(out, "answer.md", {}, "subscription-billing").rules();
  };
  using Rules = std::vector<std::string>;
  CHECK(altered("Price DECIMAL(10,2)", "Price DECIMAL(10,2)").empty());
  const Rules narrow = altered("Price DECIMAL(10,2)", "Price DECIMAL(6,2)");
  CHECK(std::count(narrow.begin(), narrow.end(), "subscription-billing.price-overflows") == 1);
  const Rules due = altered("AmountDue DECIMAL(12,2)", "AmountDue DECIMAL(7,2)");
  CHECK(std::count(due.begin(), due.end(), "subscription-billing.amount-due-overflows") == 1);
  const Rules keys = altered("UsageID BIGSERIAL", "UsageID SERIAL");
  CHECK(std::count(keys.begin(), keys.end(), "table-growth.ids-run-out") == 1);
}

TEST_CASE("what follows a bare number may say when and where, and must not be another unit") {
  struct Case {
    const char* cores;
    const char* unknown;  ///< the word that is no unit; "" when the number is read
  };
  const Case cases[] = {
      {"12 TBB", "TBB"},
      {"5 apples", "apples"},
      {"5  apples", "apples"},
      {"12 physical cores", ""},
      {"12 big dedicated cores", ""},
      {"12+ cores", ""},
      {"12 usable TB", "usable"},
      {"12 x 4 cores", "x"},
      {"12 threads", "threads"},
      {"12", ""},
      {"12 at the peak", ""},
      {"12, later more", ""},
      {"12 (twelve)", ""},
      {"12 cores of some kind", ""},
      {"about 12 in total", ""},
      {"12 vCPUs at peak", ""},
      {"12 ", ""},
  };
  for (const Case& c : cases) {
    INFO(c.cores);
    const Sample sample(std::string(R"({"scalingApproach": [], "capacityPlanning": {"cpuCoresRequired": ")") +
                            c.cores + R"("}, "faultTolerance": [], "monitoringSetup": []})",
                        "answer.json");
    const Finding* unreadable = sample.find("claim.unreadable");
    CHECK((unreadable == nullptr) == (std::string(c.unknown).empty()));
    if (unreadable == nullptr) continue;
    CHECK(unreadable->diagnostic.severity == base::Severity::warning);
    CHECK(sample.text(unreadable->diagnostic.primary.span) == c.cores);
    CHECK(unreadable->diagnostic.message.find('\'' + std::string(c.unknown) + '\'') == 0);
  }
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// Code in the strings of an answer is read like code in a fence.
#include "check/code_places.hpp"

#include "check/sample.hpp"
#include "document/read.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::check {
namespace {

std::string answer(const std::string& query, const std::string& index) {
  return R"json({"optimizedQuery": ")json" + query + R"json(", "indexesSuggested": [")json" + index +
         R"json("], "explainPlan": {"seqScan": false, "indexScan": true, "cost": 60, "rowsEstimated": 5000},
         "additionalRecommendations": []})json";
}

constexpr const char* query =
    R"sql(SELECT id\nFROM transactions\nWHERE created_at >= NOW() - INTERVAL '15 minutes';)sql";

}  // namespace

TEST_CASE("a query in a string of the answer states its window") {
  const Sample sample(answer(query, "CREATE INDEX a ON transactions (status)"), "answer.json", {},
                      "transaction-query");
  const model::Given* window = sample.in_force("window");
  REQUIRE(window != nullptr);
  REQUIRE(window->place);
  CHECK(sample.text(*window->place) == "15 minutes");
}

TEST_CASE("rules see the statements in the strings") {
  const Sample sample(answer(query, R"sql(CREATE INDEX \"a\" ON payments (status))sql"), "answer.json", {},
                      "transaction-query");
  const Finding* index = sample.find("transaction-query.index-on-another-table");
  REQUIRE(index != nullptr);
  CHECK(sample.text(index->diagnostic.primary.span) == "payments");
}

TEST_CASE("columns that are texts make a table under the name that stands beside them") {
  const std::string text =
      R"json({"tables": [{"name": "UsageRecords", "columns": ["UsageID SERIAL PRIMARY KEY", "Amount NUMERIC(9,3)",
      "not sql at all"]}], "relationships": [], "normalization": "3NF"})json";
  const Sample sample(text, "answer.json", {}, "subscription-billing");
  REQUIRE(sample.in_force("usage.id_limit") != nullptr);
  CHECK(sample.in_force("usage.id_limit")->stated.interval.value == 2147483647.0);
  CHECK(sample.in_force("amount_precision")->stated.interval.value == 9.0);
  CHECK(sample.in_force("amount_scale")->stated.interval.value == 3.0);
}

TEST_CASE("an answer whose strings hold no code is left as it is") {
  base::Sources sources;
  const base::SourceId source = sources.add("a.md", "# Nothing\n\nto read\n");
  const document::Document document = document::read(sources, source);
  CHECK_FALSE(with_code(sources, document, *catalogue().prompts.find("transaction-query")).has_value());
  const Sample broken(answer("; not SQL '", "("), "answer.json", {}, "transaction-query");
  REQUIRE(broken.in_force("window") != nullptr);
  CHECK(broken.in_force("window")->from == model::Provenance::variable);
}

TEST_CASE("every place of code in the catalogue names a language that there is") {
  for (const std::string& id : catalogue().prompts.ids()) {
    const prompt::Prompt* prompt = catalogue().prompts.find(id);
    REQUIRE(prompt != nullptr);
    for (const prompt::CodePlace& place : prompt->code) {
      INFO(prompt->id << ' ' << place.pattern);
      const auto table = document::reader_table();
      CHECK((place.language.empty() ||
             std::any_of(table.begin(), table.end(), [&](const document::Reader& reader) {
               return reader.fences.find(place.language) != std::string_view::npos;
             })));
    }
  }
}

}  // namespace reckon::check

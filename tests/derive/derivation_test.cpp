// SPDX-License-Identifier: MIT
// What a derivation says of itself.
#include "derive/page/derivation.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

#include <set>

namespace reckon::derive {
namespace {

TEST_CASE("evidence is what agreement is worth less what is taken for granted") {
  Derivation derivation;
  derivation.surprise = 9.3F;
  derivation.price = 2.0F;
  derivation.comparison.cost = 0.5F;
  CHECK(derivation.evidence() == Approx(6.8F));
  CHECK_FALSE(derivation.holds());
  derivation.comparison.holds = true;
  CHECK(derivation.holds());
}

TEST_CASE("a derivation knows its operands and its place") {
  const Sample sample("So 12 nodes × 64 GB = 768 GB.");
  const Story& told = sample.judged().stories[sample.find("768 GB")];
  REQUIRE(told.by != nowhere);
  const Derivation& by = sample.derived.derivations[told.by];
  std::vector<std::string> operands;
  for (const MentionId id : operands_of(sample.page(), by)) operands.push_back(sample.text(id));
  CHECK(operands == std::vector<std::string>{"12 nodes", "64 GB"});
  CHECK(sample.sources.text(place_of(sample.page(), by)) == "12 nodes × 64 GB");
}

TEST_CASE("one that is put together stands where its first operand stands") {
  const Sample sample("- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n- Total: 41 ms\n");
  const Derivation& by = sample.derived.derivations[sample.judged().stories[sample.find("41 ms")].by];
  CHECK(sample.sources.text(place_of(sample.page(), by)) == "12 ms");
}

TEST_CASE("each generator has a name of its own") {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Generator::known); ++i) names.insert(name(static_cast<Generator>(i)));
  CHECK(names.size() == static_cast<std::size_t>(Generator::known) + 1);
  CHECK_FALSE(names.contains(""));
}

}  // namespace
}  // namespace reckon::derive

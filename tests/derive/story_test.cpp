// SPDX-License-Identifier: MIT
// The cheapest right and the cheapest wrong story of each number.
#include "derive/judge/story.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

Fate fate(const Sample& sample, std::string_view number) {
  return sample.judged().stories[sample.find(number)].fate;
}

TEST_CASE("each number has a fate") {
  const Sample sample("12 × 40 GB = 580 GB; 580 GB × 3 = 1,740 GB. In 2 years 7 × 6 = 42.");
  CHECK(fate(sample, "12") == Fate::input);
  CHECK(fate(sample, "580 GB") == Fate::accused);
  CHECK(fate(sample, "1,740 GB") == Fate::inherited);
  CHECK(fate(sample, "42") == Fate::explained);
  CHECK(fate(Sample("We take 3 of 5, 12 × 4 leads to 58 cores or so for 7 teams"), "58 cores") !=
        Fate::explained);
}

TEST_CASE("an accusation carries margin, probability and the slip that explains it") {
  const Sample sample("100,000 TPS × 50 µs = 2000 cores");
  const auto told = sample.told();
  REQUIRE(told.size() == 1);
  const Accusation& accusation = told.front();
  CHECK(accusation.margin > 0.0F);
  CHECK(accusation.probability == Approx(probability_of(accusation.margin)));
  REQUIRE(accusation.slip);
  CHECK(accusation.slip->id == "divided-for-multiplied");
}

TEST_CASE("a wider margin makes an accusation likelier") {
  CHECK(probability_of(10.0F) > error_from);
  CHECK(probability_of(-10.0F) < 0.05);
  for (float margin = -10.0F; margin < 10.0F; margin += 1.0F)
    CHECK(probability_of(margin) < probability_of(margin + 1.0F));
}

TEST_CASE("what may not have been meant as a relation is accused less") {
  const auto margin = [](const char* text) {
    const Sample sample(text);
    return sample.told().empty() ? -100.0F : sample.told().front().get().margin;
  };
  CHECK(margin("12 × 4 = 58") > margin("12 × 4 ends up at 58, for 3 of 7 teams"));
  CHECK(margin("12 × 4 = 58") > 0.0F);
}

TEST_CASE("two figures that differ by no slip are two quantities") {
  CHECK(verdict(Sample("36 GB (24 GB compressed)")) != "contradicted");
  CHECK(verdict(Sample("4 KB → 1 KB")) != "contradicted");
  CHECK(verdict(Sample("18 GB = 180,000 MB")) == "contradicted");
}

TEST_CASE("behind a plain sign no operand was left out, whatever number stands near by") {
  constexpr const char* near =
      "A tenant may send 1,200 requests per minute, which is 20 requests/s. "
      "The 60 of the day pass elsewhere.\n\n";
  CHECK(verdict(Sample(near + std::string("20 requests/s × 800 = 960,000 requests/s"))) == "contradicted");
  CHECK(verdict(Sample(near + std::string("20 requests/s × 800 = 16,000 requests/s"))) == "recomputed");
  CHECK(verdict(Sample("seats = (rows * 2) + boxes\n\n6 rows + 3 boxes = 15 seats")) != "contradicted");
}

TEST_CASE("the empty document is judged too") {
  CHECK(verdict(Sample("")) == "silent");
  CHECK(verdict(Sample("No number at all.")) == "silent");
}

TEST_CASE("the bar of evidence moves") {
  base::Sources sources;
  const auto id = sources.add("plan.md", "- 2 MB/s × 30 days → 60 MB\n- 24 × 4 = 100\n");
  const document::Document document = document::read(sources, id);
  const auto told = [&](std::optional<float> bar) {
    const Derived derived = derive(sources, document, bar);
    return std::count_if(derived.judged.weighed.begin(), derived.judged.weighed.end(),
                         [](const Accusation& accusation) { return accusation.is_told; });
  };
  CHECK(told(std::nullopt) == 1);
  CHECK(told(1.0F) == 2);
  CHECK(told(12.0F) == 0);
}

}  // namespace
}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// Whole numbers that words say were rounded.
#include "derive/sentences/rounded.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("what brackets say was rounded up is the next whole number") {
  CHECK(story(Sample("That makes 29 pods (28.4 rounded up)."), "29 pods") == "spoken: ceil(28.4)");
  CHECK(story(Sample("At most 318 run at once (317.5 rounded up)."), "318") == "spoken: ceil(317.5)");
  CHECK(accused(Sample("That makes 28 pods (28.4 rounded up).")) ==
        std::vector<std::string>{"28 pods, not 29"});
  CHECK(accused(Sample("There 310 run at once (317.5 rounded up).")) ==
        std::vector<std::string>{"310, not 318"});
}

TEST_CASE("what must carry a load is not rounded down") {
  CHECK(accused(Sample("888.6 / 10 = 88.86, so 89 brokers.")).empty());
  CHECK(accused(Sample("888.6 / 10 = 88.86, so 88 brokers.")) ==
        std::vector<std::string>{"88 brokers, not 89"});
}

TEST_CASE("a need that nothing names is rounded up as well") {
  CHECK(accused(Sample("Barges = 1,047 / 90 = 11.6 → 11.")) == std::vector<std::string>{"11, not 12"});
  CHECK(accused(Sample("Barges = 1,047 / 90 = 11.6 → 12.")).empty());
  CHECK(accused(Sample("We plan for 60 %: 9.6, rounded up to 9 GPUs.")) ==
        std::vector<std::string>{"9, not 10"});
  CHECK(accused(Sample("We plan for 60 %: 9.6, rounded up to 10 GPUs.")).empty());
}

TEST_CASE("what fits, what was chosen and what is nearest is no slip") {
  const char* const texts[] = {
      "1,000 / 13 = 76.92, so 76 rows fit on a page.",
      "888.6 / 10 = 88.86, so 96 brokers.",
      "884.1 / 10 = 88.41, so 88 brokers.",
      "888.6 / 10 = 88.86, so about 88 brokers.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

TEST_CASE("a broken number alone in brackets says what had to be rounded up") {
  CHECK(accused(Sample("Sockets need 213 nodes (212.8).")).empty());
  CHECK(accused(Sample("Sockets need 212 nodes (212.8).")) == std::vector<std::string>{"212 nodes, not 213"});
  CHECK(accused(Sample("A page shows 212 rows (212.8).")).empty());
  CHECK(accused(Sample("Sockets need 212 nodes (212.3).")).empty());
}

}  // namespace
}  // namespace reckon::derive

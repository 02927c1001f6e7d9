// SPDX-License-Identifier: MIT
// Numbers that a slip leads to, where no operator says what they follow from.
#include "derive/slipped.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("a number that others yield but for a slip is accused") {
  const Sample sample("The link needs 859 MB, 61 % of the 1.4 TB.");
  CHECK(accused(sample) == std::vector<std::string>{"859 MB, not 854,000"});
  CHECK(sample.told().front().slip->id == "prefix-slipped");
}

TEST_CASE("undoing the slip restores silence") {
  CHECK(accused(Sample("The link needs 859 GB, 61 % of the 1.4 TB.")).empty());
}

TEST_CASE("numbers that something explains, and numbers without company, are left alone") {
  CHECK(accused(Sample("12 × 40 GB = 480 GB, and the cache has 48 GB.")).empty());
  CHECK(accused(Sample("The API answers within 130 ms. Logs are kept for 90 days.")).empty());
}

}  // namespace
}  // namespace reckon::derive

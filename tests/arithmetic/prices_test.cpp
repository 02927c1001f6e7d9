// SPDX-License-Identifier: MIT
// The table of what may be taken for granted.
#include "arithmetic/prices.hpp"

#include <catch2/catch.hpp>

#include <set>

namespace reckon::arithmetic {
namespace {

TEST_CASE("each supposition has a row with a name of its own and a sentence") {
  std::set<std::string_view> ids;
  for (const Price& price : price_table()) {
    INFO(price.id);
    CHECK(&price_of(price.supposition) == &price);
    CHECK(ids.insert(price.id).second);
    const bool is_free = price.supposition == Supposition::as_written;
    CHECK((price.bits > 0.0F) != is_free);
    CHECK(price.sentence.empty() == is_free);
  }
  CHECK(ids.size() == static_cast<std::size_t>(Supposition::count));
}

TEST_CASE("the rarer is the dearer") {
  CHECK(bits(Supposition::known_period) < bits(Supposition::rounded_period));
  CHECK(bits(Supposition::loose_bits) < bits(Supposition::bits_as_bytes));
  CHECK(bits(Supposition::bits_as_bytes) < bits(Supposition::bit_rate_as_bytes));
  CHECK(bits(Supposition::shown_digits) < bits(Supposition::cut_digits));
  CHECK(bits(Supposition::about_one_digit) < bits(Supposition::about_coarse));
  CHECK(bits(Supposition::about_coarse) < bits(Supposition::near_miss));
  CHECK(bits(Supposition::rounded_up_count) < bits(Supposition::rounded_down_count));
}

TEST_CASE("what leaves much room is marked, so that without a cue it explains nothing") {
  for (const Supposition wide :
       {Supposition::about_coarse, Supposition::near_miss, Supposition::order_of_magnitude,
        Supposition::next_size, Supposition::bound_holds})
    CHECK(price_of(wide).is_wide);
  CHECK_FALSE(price_of(Supposition::as_written).is_wide);
  CHECK_FALSE(price_of(Supposition::binary_prefix).is_wide);
}

}  // namespace
}  // namespace reckon::arithmetic

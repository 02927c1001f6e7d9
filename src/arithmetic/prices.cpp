// SPDX-License-Identifier: MIT
#include "arithmetic/prices.hpp"

#include <array>

namespace reckon::arithmetic {
namespace {

using enum Supposition;

constexpr std::array<Price, static_cast<std::size_t>(count)> price_rows{{
    {as_written, 0.0F, "as-written", ""},
    {letter_as_unit, 1.0F, "letter-as-unit", "a letter read as a unit"},
    {letter_as_scale, 0.7F, "letter-as-scale", "a letter read as a magnitude"},
    {bits_as_bytes, 5.0F, "bits-as-bytes", "b read as byte, or B as bit", true},
    {bit_rate_as_bytes, 11.0F, "bit-rate-as-bytes", "a rate in bits read as bytes, or the other way round"},
    {loose_bits, 2.0F, "loose-bits", "small letters read as bits"},
    {milli_as_minute, 1.0F, "m-as-minute", "m read as minutes"},
    {known_period, 0.5F, "known-period", "a bare number read as the length of a period"},
    {changed_period, 0.5F, "changed-period", "a bare number read as a change of period"},
    {rounded_period, 1.5F, "rounded-period", "a period rounded: 100,000 s a day, 4 weeks a month", true},
    {bits_per_byte, 0.5F, "bits-per-byte", "8 read as bits per byte"},
    {prefix_step, 0.5F, "prefix-step", "1000 or 1024 read as a step between prefixes"},
    {period_as_count, 1.0F, "period-as-count", "a number of periods taken as a count"},
    {once_in_each, 2.0F, "once-in-each", "an interval read as one in each", true},
    {price_unit_unsaid, 2.0F, "price-unit-unsaid", "a price read as per GB"},
    {percent_added, 0.5F, "percent-added", "a percentage added to the whole"},
    {integer_division, 4.0F, "integer-division", "a quotient of whole numbers cut off"},
    {remainder, 0.5F, "remainder", "an availability read as what it leaves"},
    {period_unsaid, 1.0F, "period-unsaid", "a period that one side leaves out"},
    {second_unsaid, 2.0F, "second-unsaid", "\"a second\" left out on one side"},
    {magnitude_unsaid, 1.5F, "magnitude-unsaid", "bare numbers in the millions of the result"},
    {unit_unsaid, 1.0F, "unit-unsaid", "a unit that one side leaves out"},
    {thing_for_unit, 1.0F, "thing-for-unit", "a count of things in place of a unit"},
    {binary_prefix, 1.0F, "binary-prefix", "with 1 KB = 1024 B", true},
    {other_month, 1.0F, "other-month", "with another month than 30 days", true},
    {other_year, 1.0F, "other-year", "with another year than 365 days", true},
    {besides_original, 2.5F, "besides-original", "replicas besides the original", true},
    {busy_days, 2.5F, "busy-days", "with working days or busy hours", true},
    {shown_digits, 0.3F, "shown-digits", "rounded to the digits shown"},
    {cut_digits, 2.0F, "cut-digits", "cut off instead of rounded", true},
    {hidden_digits, 1.0F, "hidden-digits", "operands have more digits than are printed"},
    {about_one_digit, 1.0F, "about-one-digit", "approximate, off by one in the last digit", true},
    {about_coarse, 3.0F, "about-coarse", "approximate, off by up to a tenth", true, true},
    {near_miss, 5.0F, "near-miss", "rounded coarsely, without a mark", false, true},
    {order_of_magnitude, 3.5F, "order-of-magnitude", "an order of magnitude", true, true},
    {rounded_up_count, 0.5F, "rounded-up-count", "rounded up to whole things"},
    {rounded_down_count, 2.5F, "rounded-down-count", "rounded down to whole things", true},
    {next_size, 3.0F, "next-size", "rounded up to the next size", true, true},
    {bound_holds, 0.5F, "bound-holds", "said as a bound, and it holds", false, true},
}};

constexpr bool prices_in_order() {
  for (std::size_t i = 0; i < price_rows.size(); ++i) {
    if (price_rows[i].supposition != static_cast<Supposition>(i)) return false;
  }
  return true;
}
static_assert(prices_in_order());

}  // namespace

std::span<const Price> price_table() {
  return price_rows;
}

const Price& price_of(Supposition supposition) {
  return price_rows[static_cast<std::size_t>(supposition)];
}

}  // namespace reckon::arithmetic

// SPDX-License-Identifier: MIT
// THE table of what may be taken for granted, and what each costs in bits: the rarer, the dearer. A price is
// a counted frequency (tests/prices prints the counts), never a taste.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace reckon::arithmetic {

enum class Supposition : std::uint8_t {
  // how a number is read
  as_written,
  letter_as_unit,     ///< "30G" is 30 GB
  letter_as_scale,    ///< "64B" is 64 billion
  bits_as_bytes,      ///< "Gb" is a gigabyte, or "GB" a gigabit
  bit_rate_as_bytes,  ///< the same of a rate: "Gb/s" is said of a line, and a line has bits
  loose_bits,         ///< "mb", "gb", "tb" in small letters: bits as well as bytes
  milli_as_minute,    ///< "5m"
  known_period,       ///< a bare 86,400 is seconds a day, 24 hours a day...
  changed_period,     ///< and takes a number a second to one a day
  rounded_period,     ///< 100,000 seconds a day, 4 weeks a month
  bits_per_byte,      ///< a bare 8
  prefix_step,        ///< a bare 1000 or 1024 between prefixes
  period_as_count,    ///< "× 30 days" multiplies by 30
  once_in_each,       ///< "÷ 20 s scrape": a sample every 20 s
  price_unit_unsaid,  ///< "80 TB × $0.02": per GB
  percent_added,      ///< "+ 10 %" multiplies by 1.1
  integer_division,   ///< 160/136 is 1 in code
  remainder,          ///< an availability stands for what it leaves
  // how two sides are compared
  period_unsaid,       ///< one side names a period that the other leaves out
  second_unsaid,       ///< the same, and the period is a second
  magnitude_unsaid,    ///< bare operands in the millions of the result
  unit_unsaid,         ///< a bare number on one side
  thing_for_unit,      ///< a count behind a time or a size: "= 5 cores"
  binary_prefix,       ///< 1024 where 1000 is written, one step
  other_month,         ///< 365/12 days, 30.44, 730 hours, 4 weeks
  other_year,          ///< 365.25 days, 360
  besides_original,    ///< "20 shards × 2 replicas = 60": besides the first copy
  busy_days,           ///< 5 days a week, 8 hours a day, 21 working days a month, 50 weeks a year
  shown_digits,        ///< rounded to the digits that are shown, trailing zeros not counted
  cut_digits,          ///< cut off instead of rounded
  hidden_digits,       ///< operands have more digits than are printed
  about_one_digit,     ///< marked approximate, off by one in the last digit shown
  about_coarse,        ///< marked approximate, off by up to a tenth
  near_miss,           ///< unmarked, one or two digits, within 5 %
  order_of_magnitude,  ///< marked approximate or a bare power of ten
  rounded_up_count,    ///< whole things, rounded up
  rounded_down_count,
  next_size,    ///< up to the next size that is bought
  bound_holds,  ///< said as a bound, and it holds
  count
};

/// One row of the table.
struct Price {
  Supposition supposition;
  float bits = 0.0F;
  std::string_view id;        ///< for machines
  std::string_view sentence;  ///< for people: "with 1 KB = 1024 B"
  bool is_told = false;       ///< as a convention under which a claim holds
  bool is_wide = false;       ///< leaves so much room that without a cue it explains nothing
};

std::span<const Price> price_table();
const Price& price_of(Supposition supposition);
inline float bits(Supposition supposition) {
  return price_of(supposition).bits;
}

}  // namespace reckon::arithmetic

// SPDX-License-Identifier: MIT
#include "derive/judge/slips.hpp"

#include "derive/judge/slip_kinds.hpp"

#include <cmath>
#include <utility>

namespace reckon::derive {
namespace {

constexpr double farthest_off = 0.02;
/// An author who slips may have rounded before.
constexpr double rounded_on_the_way = 0.01;
constexpr double clear_factor = 1.5;

constexpr Slip slips[] = {
    {.id = "divided-for-multiplied",
     .about = "divided where the numbers are multiplied",
     .price = 3.0F,
     .apply = divided_for_multiplied,
     .turns = true,
     .wrong = "100,000 requests/s × 50 µs = 2,000 cores",
     .right = "100,000 requests/s × 50 µs = 5 cores"},
    {.id = "multiplied-for-divided",
     .about = "multiplied where the numbers are divided",
     .price = 3.0F,
     .apply = multiplied_for_divided,
     .turns = true,
     .wrong = "1,200 orders / 40 orders per box = 48,000 boxes",
     .right = "1,200 orders / 40 orders per box = 30 boxes"},
    {.id = "other-number",
     .about = "another number of the same kind used",
     .price = 4.0F,
     .apply = other_number},
    {.id = "wrong-unit",
     .about = "the right number under another unit",
     .price = 3.0F,
     .apply = wrong_unit,
     .wrong = "100,000 requests/s × 1 KB = 100 Gbps",
     .right = "100,000 requests/s × 1 KB = 0.8 Gbps"},
    {.id = "bits-for-bytes",
     .about = "bits for bytes, or bytes for bits",
     .price = 2.5F,
     .apply = bits_for_bytes,
     .wrong = "50,000 requests/s × 10 KB = 500 Mbit/s",
     .right = "50,000 requests/s × 10 KB = 4 Gbit/s"},
    {.id = "prefix-slipped",
     .about = "a prefix (or a thousand) too many or too few",
     .price = 1.2F,
     .apply = prefix_slipped,
     .wrong = "100,000 messages/s × 2 KB = 200 GB/s",
     .right = "100,000 messages/s × 2 KB = 200 MB/s"},
    {.id = "binary-for-decimal",
     .about = "powers of 1024 and of 1000 mixed",
     .price = 5.0F,
     .apply = binary_for_decimal,
     .wrong = "48 × 250 GB = 12,288 GB",
     .right = "48 × 250 GB = 12,000 GB"},
    {.id = "period-mixed-up",
     .about = "per second, minute, hour, day or month mixed up",
     .price = 3.0F,
     .apply = period_mixed_up,
     .wrong = "2 MB/s × 30 days = 60 MB",
     .right = "2 MB/s × 30 days = 5,184 GB"},
    {.id = "factor-left-out",
     .about = "replication, peak factor or utilisation left out",
     .price = 3.0F,
     .apply = factor_left_out,
     .wrong = "12 TB × 3 copies / 0.75 = 16 TB",
     .right = "12 TB × 3 copies / 0.75 = 48 TB"},
    {.id = "term-left-out",
     .about = "a term of a sum left out",
     .price = 3.0F,
     .apply = term_left_out,
     .wrong = "120 GB + 45 GB + 30 GB = 165 GB",
     .right = "120 GB + 45 GB + 30 GB = 195 GB"},
    {.id = "term-twice",
     .about = "a term of a sum counted twice",
     .price = 4.5F,
     .apply = term_twice,
     .wrong = "120 GB + 45 GB + 30 GB = 240 GB",
     .right = "120 GB + 45 GB + 30 GB = 195 GB"},
    {.id = "factor-twice",
     .about = "replication, peak factor or utilisation applied twice",
     .price = 4.0F,
     .apply = factor_twice,
     .wrong = "14 TB × 3 copies = 126 TB",
     .right = "14 TB × 3 copies = 42 TB"},
    {.id = "percent-as-whole",
     .about = "a percentage taken as a whole number",
     .price = 4.0F,
     .apply = percent_as_whole,
     .wrong = "5 % of 24,000 requests/s = 120,000 requests/s",
     .right = "5 % of 24,000 requests/s = 1,200 requests/s"},
    {.id = "one-way", .about = "one way for the round trip", .price = 4.0F, .apply = one_way},
    {.id = "periods-miscounted",
     .about = "grown for too many or too few periods",
     .price = 3.0F,
     .apply = periods_miscounted,
     .wrong = "100 GB × 1.5^3 = 225 GB",
     .right = "100 GB × 1.5^3 = 337.5 GB"},
    {.id = "grown-straight",
     .about = "growth by a straight line where each period builds on the last",
     .price = 3.0F,
     .apply = grown_straight,
     .wrong = "100 GB × 1.3^5 = 250 GB",
     .right = "100 GB × 1.3^5 = 371.3 GB"},
    {.id = "floor-for-ceil", .about = "a need rounded down", .price = 3.0F, .apply = floor_for_ceil},
    {.id = "missing-complement",
     .about = "a share taken for its complement",
     .price = 4.0F,
     .apply = missing_complement,
     .wrong = "At 99.9 % hits, 40,000 reads/s × 0.1 % = 39,960 reads/s",
     .right = "At 99.9 % hits, 40,000 reads/s × 0.1 % = 40 reads/s"},
    {.id = "zero-slipped",
     .about = "a zero too many or too few",
     .price = 1.7F,
     .apply = zero_slipped,
     .wrong = "35 nodes × 16 cores = 5,600 cores",
     .right = "35 nodes × 16 cores = 560 cores"},
    {.id = "converted-backwards",
     .about = "a conversion the wrong way round",
     .price = 4.0F,
     .apply = converted_backwards,
     .wrong = "7,200 s = 25,920,000 h",
     .right = "7,200 s = 2 h"},
    {.id = "miscounted",
     .about = "one too many or too few of what is counted",
     .price = 4.5F,
     .apply = miscounted,
     .wrong = "17 nodes × 24 cores = 432 cores",
     .right = "17 nodes × 24 cores = 408 cores"},
    {.id = "pair-of-factors",
     .about = "two of the slips above at once",
     .price = 6.0F,
     .apply = pair_of_factors,
     .wrong = "2 MB/s × 30 days × 3 copies = 60 MB",
     .right = "2 MB/s × 30 days × 3 copies = 15,552 GB"},
    {.id = "digits-mistyped",
     .about = "a digit mistyped, or two in the wrong order",
     .price = 7.5F,
     .apply = digits_mistyped,
     .to_the_digit = true,
     .wrong = "37 nodes × 48 cores = 1,767 cores",
     .right = "37 nodes × 48 cores = 1,776 cores"},
};

}  // namespace

std::span<const Slip> slip_table() {
  return slips;
}

namespace {

std::optional<SlipFound> find_slip_within(const SlipCase& number, double tolerance, float dearest) {
  const units::Stated& stated = number.stated;
  const double value = stated.interval.value;
  for (const Slip& slip : slips) {
    if (slip.to_the_digit && tolerance > 0.0) continue;
    if (slip.price > dearest) continue;
    std::optional<SlipFound> found;
    double best = farthest_off;
    slip.apply(number, [&](SlipOutcome outcome) {
      // A whole number's interval is a point: 1 + 12 × (0.97 − 1) is 0.64 but for the last bit.
      const double last_bit = 1e-9 * std::abs(value);
      const bool within_digits =
          stated.interval.low <= outcome.value + last_bit && outcome.value <= stated.interval.high + last_bit;
      const double off = std::abs(outcome.value - value) / std::abs(value);
      // A slip that leaves the right number as it is explains nothing.
      const bool changes = std::abs(outcome.value - number.right) > 1e-9 * std::abs(number.right);
      // What is nearly right anyway is told by its digits alone.
      const double factor = std::abs(outcome.value / number.right);
      const bool is_near = factor < clear_factor && factor > 1.0 / clear_factor;
      if ((!within_digits && (is_near || off > tolerance)) || off > best || !changes ||
          (found && off == best))
        return;
      best = off;
      found = SlipFound{std::string(slip.id), std::move(outcome.text), slip.price, slip.turns};
    });
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SlipFound> find_slip(SlipCase number, const units::Stated& stated, float dearest) {
  number.stated = stated;
  const double value = stated.interval.value;
  if (value == 0.0 || !std::isfinite(value)) return std::nullopt;
  for (const double tolerance : {0.0, rounded_on_the_way}) {
    if (auto found = find_slip_within(number, tolerance, dearest)) return found;
  }
  return std::nullopt;
}

}  // namespace reckon::derive

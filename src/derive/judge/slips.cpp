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
    {"divided-for-multiplied", "divided where the numbers are multiplied", 3.0F, divided_for_multiplied,
     false, true},
    {"multiplied-for-divided", "multiplied where the numbers are divided", 3.0F, multiplied_for_divided,
     false, true},
    {"other-number", "another number of the same kind used", 4.0F, other_number},
    {"wrong-unit", "the right number under another unit", 3.0F, wrong_unit},
    {"bits-for-bytes", "bits for bytes, or bytes for bits", 2.5F, bits_for_bytes},
    {"prefix-slipped", "a prefix (or a thousand) too many or too few", 1.2F, prefix_slipped},
    {"binary-for-decimal", "powers of 1024 and of 1000 mixed", 5.0F, binary_for_decimal},
    {"period-mixed-up", "per second, minute, hour, day or month mixed up", 3.0F, period_mixed_up},
    {"factor-left-out", "replication, peak factor or utilisation left out", 3.0F, factor_left_out},
    {"term-left-out", "a term of a sum left out", 3.0F, term_left_out},
    {"term-twice", "a term of a sum counted twice", 4.5F, term_twice},
    {"factor-twice", "replication, peak factor or utilisation applied twice", 4.0F, factor_twice},
    {"percent-as-whole", "a percentage taken as a whole number", 4.0F, percent_as_whole},
    {"one-way", "one way for the round trip", 4.0F, one_way},
    {"periods-miscounted", "grown for too many or too few periods", 3.0F, periods_miscounted},
    {"grown-straight", "growth by a straight line where each period builds on the last", 3.0F,
     grown_straight},
    {"floor-for-ceil", "a need rounded down", 3.0F, floor_for_ceil},
    {"missing-complement", "a share taken for its complement", 4.0F, missing_complement},
    {"zero-slipped", "a zero too many or too few", 1.7F, zero_slipped},
    {"converted-backwards", "a conversion the wrong way round", 4.0F, converted_backwards},
    {"miscounted", "one too many or too few of what is counted", 4.5F, miscounted},
    {"pair-of-factors", "two of the slips above at once", 6.0F, pair_of_factors},
    {"digits-mistyped", "a digit mistyped, or two in the wrong order", 7.5F, digits_mistyped, true},
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

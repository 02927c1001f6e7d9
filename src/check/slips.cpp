// SPDX-License-Identifier: MIT
#include "check/slips.hpp"

#include "formula/print.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace reckon::check {
namespace {

using formula::Formula;
using formula::Operation;

constexpr double farthest_off = 0.02;
/// An author who slips may have rounded before.
constexpr double rounded_on_the_way = 0.01;
constexpr double clear_factor = 1.5;

std::string print_calculation(const Formula& formula) {
  return formula::print_with(formula,
                             [](const formula::Node& node) {
                               return formula::Replacement{node.text, formula::Binding::atom};
                             })
      .text;
}

std::string print_stated(double base_value, const SlipCase& number) {
  return units::print_rounded(base_value / number.unit.factor, 6);
}

bool has(const SlipCase& number, units::Axis axis) {
  return number.unit.dimension.of(axis) != 0;
}

/// A factor in front of the right number.
void emit_factor(const SlipCase& number, const EmitSlip& emit, double factor, std::string_view why) {
  emit({number.right * factor, std::string(why)});
}

// --- the calculation itself
// -----------------------------------------------------------------------------------------

/// Sub-calculations worth a slip: all values that the response gives stand in them, and there are at least
/// two.
std::vector<std::uint32_t> core_calculations(const Expression& expression) {
  std::vector<std::uint32_t> out;
  const auto& nodes = expression.formula.nodes;
  for (std::uint32_t root = 0; root < nodes.size(); ++root) {
    if (nodes[root].operation == Operation::literal) continue;
    std::vector<bool> inside(nodes.size(), false);
    inside[root] = true;
    for (std::uint32_t i = root + 1; i-- > 0;) {
      if (!inside[i]) continue;
      for (const std::uint32_t operand : nodes[i].operands) inside[operand] = true;
    }
    std::size_t count = 0;
    bool whole = true;
    for (const Leaf& leaf : expression.leaves) {
      count += inside[leaf.node] ? 1U : 0U;
      whole = whole && (inside[leaf.node] || leaf.is_guess);
    }
    if (whole && count >= 2) out.push_back(root);
  }
  return out;
}

/// × for ÷ or ÷ for ×, in units and with the bare numbers ("100,000 ÷ 50").
void swap_operator(const SlipCase& number, const EmitSlip& emit, Operation from, Operation to,
                   std::string_view what) {
  for (const std::uint32_t root : core_calculations(number.calculation)) {
    const Formula core = slice(number.calculation.formula, root);
    for (std::size_t i = 0; i < core.nodes.size(); ++i) {
      if (core.nodes[i].operation != from) continue;
      Formula swapped = core;
      swapped.nodes[i].operation = to;
      Formula raw = with_raw_numbers(swapped);
      for (formula::Node& node : raw.nodes) {
        if (node.operation == Operation::literal)
          node.text = units::print_rounded(node.literal.interval.value, 6);
      }
      if (const auto value = value_of(raw)) {
        emit({*value * number.unit.factor,
              fmt::format("{} = {}: {}", print_calculation(raw), units::print_rounded(*value, 6), what)});
      }
      if (const auto value = value_of(swapped)) {
        emit({*value,
              fmt::format("{} = {}: {}", print_calculation(swapped), print_stated(*value, number), what)});
      }
    }
  }
}

void divided_for_multiplied(const SlipCase& number, const EmitSlip& emit) {
  swap_operator(number, emit, Operation::multiply, Operation::divide, "divided instead of multiplied");
}

void multiplied_for_divided(const SlipCase& number, const EmitSlip& emit) {
  swap_operator(number, emit, Operation::divide, Operation::multiply, "multiplied instead of divided");
}

/// The calculation with one leaf changed.
std::optional<double> with_leaf(const SlipCase& number, const Leaf& leaf, double value) {
  Formula changed = number.calculation.formula;
  changed.nodes[leaf.node].literal.interval = units::exactly(value);
  return value_of(changed);
}

void other_number(const SlipCase& number, const EmitSlip& emit) {
  for (const OtherNumber& other : number.others) {
    for (const Leaf& leaf : number.calculation.leaves) {
      const formula::Node& node = number.calculation.formula.nodes[leaf.node];
      const units::Dimension& dimension = node.literal.dimension;
      const bool same_kind =
          other.stated.dimension.without_counts() == dimension.without_counts() && !dimension.is_count();
      const bool same_value = units::overlap(other.stated.interval, node.literal.interval);
      if (!same_kind || same_value) continue;
      if (const auto value = with_leaf(number, leaf, other.stated.interval.value)) {
        emit({*value, fmt::format("{} used where {} is assumed", other.text, node.text)});
      }
    }
  }
}

void factor_left_out(const SlipCase& number, const EmitSlip& emit) {
  for (const Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    if (!node.literal.dimension.is_count() || node.literal.interval.value == 1.0) continue;
    if (const auto value = with_leaf(number, leaf, 1.0))
      emit({*value, fmt::format("{} left out", node.text)});
  }
}

void factor_twice(const SlipCase& number, const EmitSlip& emit) {
  for (const Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    const double factor = node.literal.interval.value;
    if (!node.literal.dimension.is_dimensionless() || factor == 1.0) continue;
    if (const auto value = with_leaf(number, leaf, factor * factor))
      emit({*value, fmt::format("{} applied twice", node.text)});
  }
}

void percent_as_whole(const SlipCase& number, const EmitSlip& emit) {
  for (const Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    if (node.literal.unit.factor != 0.01) continue;
    if (const auto value = with_leaf(number, leaf, node.literal.interval.value * 100.0)) {
      emit({*value, fmt::format("{} taken as {}", node.text,
                                units::print_rounded(node.literal.interval.value * 100.0))});
    }
  }
}

void missing_complement(const SlipCase& number, const EmitSlip& emit) {
  for (const Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    const double share = node.literal.interval.value;
    if (!node.literal.dimension.is_dimensionless() || share <= 0.0 || share >= 1.0) continue;
    if (const auto value = with_leaf(number, leaf, 1.0 - share)) {
      emit({*value, fmt::format("{} taken where its complement to 100 % is meant, or the other way round",
                                node.text)});
    }
  }
}

void floor_for_ceil(const SlipCase& number, const EmitSlip& emit) {
  Formula floored = number.calculation.formula;
  bool changed = false;
  for (formula::Node& node : floored.nodes) {
    if (node.operation != Operation::call || node.text != "ceil" || node.operands.size() != 1) continue;
    // One step below: what rounding down gives wherever rounding up changed something.
    const auto inner = value_of(slice(number.calculation.formula, node.operands.front()));
    if (!inner) continue;
    const auto operand = node.operands.front();
    floored.nodes[operand] = {};
    floored.nodes[operand].literal.interval = units::exactly(std::floor(*inner));
    changed = true;
  }
  if (!changed) return;
  if (const auto value = value_of(floored)) emit({*value, "rounded down where a need is rounded up"});
}

void one_way(const SlipCase& number, const EmitSlip& emit) {
  const auto& nodes = number.calculation.formula.nodes;
  const bool travels = std::any_of(nodes.begin(), nodes.end(), [](const formula::Node& n) {
    return n.operation == Operation::call && n.text == "light_round_trip";
  });
  if (!travels) return;
  emit_factor(number, emit, 0.5, "one way taken for the round trip");
  emit_factor(number, emit, 2.0, "the round trip counted twice");
}

// --- units
// ----------------------------------------------------------------------------------------------------------

void bits_for_bytes(const SlipCase& number, const EmitSlip& emit) {
  if (!has(number, units::Axis::data)) return;
  emit_factor(number, emit, 8.0, "bits and bytes mixed up: 8 times too large");
  emit_factor(number, emit, 0.125, "bits and bytes mixed up: 8 times too small");
}

void prefix_slipped(const SlipCase& number, const EmitSlip& emit) {
  for (const double factor : {1e3, 1e6, 1e9}) {
    const std::string times = units::print_rounded(factor);
    emit_factor(number, emit, factor, fmt::format("{} times too large: a prefix slipped", times));
    emit_factor(number, emit, 1.0 / factor, fmt::format("{} times too small: a prefix slipped", times));
  }
}

struct OtherUnit {
  std::string_view text;
  double factor;  ///< to base units
};

constexpr std::array data_units{OtherUnit{"bits", 0.125}, OtherUnit{"B", 1.0},    OtherUnit{"kb", 125.0},
                                OtherUnit{"KB", 1e3},     OtherUnit{"Mb", 125e3}, OtherUnit{"MB", 1e6},
                                OtherUnit{"Gb", 125e6},   OtherUnit{"GB", 1e9},   OtherUnit{"Tb", 125e9},
                                OtherUnit{"TB", 1e12}};

/// The number is right in another unit: "100 is the number in MB/s". Plain factors of 8 and of 1000 have rows
/// of their own.
void wrong_unit(const SlipCase& number, const EmitSlip& emit) {
  if (number.unit.dimension.of(units::Axis::data) != 1) return;
  const std::string period = has(number, units::Axis::time) ? "/s" : "";
  for (const OtherUnit& other : data_units) {
    const double ratio = number.unit.factor / other.factor;
    const double without_bits = ratio * 8.0;
    const auto is_power_of_1000 = [](double x) {
      const double exponent = std::log10(x) / 3.0;
      return std::abs(exponent - std::round(exponent)) < 1e-9;
    };
    if (ratio == 8.0 || ratio == 0.125 || is_power_of_1000(ratio)) continue;
    if (!is_power_of_1000(without_bits) && !is_power_of_1000(ratio / 8.0)) continue;
    const double value = number.right * ratio;
    emit({value, fmt::format("{} is the number in {}{}, not in {}", print_stated(value, number), other.text,
                             period, number.unit_text)});
  }
}

void binary_for_decimal(const SlipCase& number, const EmitSlip& emit) {
  if (!has(number, units::Axis::data)) return;
  for (const int power : {1, 2, 3, 4, 5}) {
    const double factor = std::pow(1.024, power);
    emit_factor(number, emit, factor, "1000 and 1024 mixed up");
    emit_factor(number, emit, 1.0 / factor, "1000 and 1024 mixed up");
  }
}

struct Period {
  double factor;
  std::string_view text;
};

constexpr std::array periods{Period{60.0, "60"},
                             Period{3600.0, "3,600"},
                             Period{24.0, "24"},
                             Period{1440.0, "1,440"},
                             Period{86400.0, "86,400"},
                             Period{7.0, "7"},
                             Period{30.0, "30"},
                             Period{365.0, "365"},
                             Period{12.0, "12"},
                             Period{2592000.0, "2,592,000"},
                             Period{31536000.0, "31,536,000"}};

void period_mixed_up(const SlipCase& number, const EmitSlip& emit) {
  const auto& leaves = number.calculation.leaves;
  // "43 minutes a month" is a pure number with times in its unit.
  const bool is_share_of_time =
      number.unit.dimension.is_dimensionless() && number.unit_text.find('/') != std::string::npos;
  const bool timed =
      is_share_of_time || has(number, units::Axis::time) ||
      std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
        return number.calculation.formula.nodes[leaf.node].literal.dimension.of(units::Axis::time) != 0;
      });
  if (!timed) return;
  for (const Period& period : periods) {
    emit_factor(
        number, emit, period.factor,
        fmt::format("{} times too large: seconds, minutes, hours, days or months mixed up", period.text));
    emit_factor(
        number, emit, 1.0 / period.factor,
        fmt::format("{} times too small: seconds, minutes, hours, days or months mixed up", period.text));
  }
}

void zero_slipped(const SlipCase& number, const EmitSlip& emit) {
  emit_factor(number, emit, 10.0, "10 times too large: a zero too many");
  emit_factor(number, emit, 0.1, "10 times too small: a zero lost");
  emit_factor(number, emit, 100.0, "100 times too large: two zeros too many");
  emit_factor(number, emit, 0.01, "100 times too small: two zeros lost");
}

/// Pairs of the factors that come alone above.
void pair_of_factors(const SlipCase& number, const EmitSlip& emit) {
  if (!has(number, units::Axis::data)) return;
  for (const double first : {8.0, 0.125}) {
    for (const Period& period : {periods[0], periods[1], periods[4]}) {
      if (!has(number, units::Axis::time)) continue;
      for (const double second : {period.factor, 1.0 / period.factor}) {
        emit_factor(number, emit, first * second,
                    fmt::format("bits and bytes mixed up, and a period of {} s", period.text));
      }
    }
  }
}

constexpr Slip slips[] = {
    {"divided-for-multiplied", "divided where the numbers are multiplied", divided_for_multiplied},
    {"multiplied-for-divided", "multiplied where the numbers are divided", multiplied_for_divided},
    {"other-number", "another number of the same kind used", other_number},
    {"wrong-unit", "the right number under another unit", wrong_unit},
    {"bits-for-bytes", "bits for bytes, or bytes for bits", bits_for_bytes},
    {"prefix-slipped", "a prefix (or a thousand) too many or too few", prefix_slipped},
    {"binary-for-decimal", "powers of 1024 and of 1000 mixed", binary_for_decimal},
    {"period-mixed-up", "per second, minute, hour, day or month mixed up", period_mixed_up},
    {"factor-left-out", "replication, peak factor or utilisation left out", factor_left_out},
    {"factor-twice", "replication, peak factor or utilisation applied twice", factor_twice},
    {"percent-as-whole", "a percentage taken as a whole number", percent_as_whole},
    {"one-way", "one way for the round trip", one_way},
    {"floor-for-ceil", "a need rounded down", floor_for_ceil},
    {"missing-complement", "a share taken for its complement", missing_complement},
    {"zero-slipped", "a zero too many or too few", zero_slipped},
    {"pair-of-factors", "two of the slips above at once", pair_of_factors},
};

}  // namespace

std::span<const Slip> slip_table() {
  return slips;
}

namespace {

std::optional<SlipFound> find_slip_within(const SlipCase& number, const units::Stated& stated,
                                          double tolerance) {
  const double value = stated.interval.value;
  for (const Slip& slip : slips) {
    std::optional<SlipFound> found;
    double best = farthest_off;
    slip.apply(number, [&](SlipOutcome outcome) {
      const bool within_digits =
          stated.interval.low <= outcome.value && outcome.value <= stated.interval.high;
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
      found = SlipFound{std::string(slip.id), std::move(outcome.text)};
    });
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SlipFound> find_slip(const SlipCase& number, const units::Stated& stated) {
  const double value = stated.interval.value;
  if (value == 0.0 || !std::isfinite(value)) return std::nullopt;
  for (const double tolerance : {0.0, rounded_on_the_way}) {
    if (auto found = find_slip_within(number, stated, tolerance)) return found;
  }
  return std::nullopt;
}

}  // namespace reckon::check

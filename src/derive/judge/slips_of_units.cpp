// SPDX-License-Identifier: MIT
#include "derive/judge/slip_kinds.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {

/// A factor in front of the right number.
void emit_factor(const SlipCase& number, const EmitSlip& emit, double factor, std::string_view why) {
  emit({number.right * factor, std::string(why)});
}

std::string print_stated(double base_value, const SlipCase& number) {
  return units::print_rounded(base_value / number.unit.factor, 6);
}

namespace {

bool has(const SlipCase& number, units::Axis axis) {
  return number.unit.dimension.of(axis) != 0;
}

}  // namespace

void bits_for_bytes(const SlipCase& number, const EmitSlip& emit) {
  if (!has(number, units::Axis::data)) return;
  emit_factor(number, emit, 8.0, "bits and bytes mixed up: 8 times too large");
  emit_factor(number, emit, 0.125, "bits and bytes mixed up: 8 times too small");
}

void prefix_slipped(const SlipCase& number, const EmitSlip& emit) {
  constexpr double binary = 1.024;  // a step too many where 1024 stands for 1000
  for (const double step : {1e3, 1e6, 1e9}) {
    const std::string times = units::print_rounded(step);
    for (const double excess : {1.0, binary, 1.0 / binary}) {
      if (excess != 1.0 && !has(number, units::Axis::data)) continue;
      emit_factor(number, emit, step * excess, fmt::format("{} times too large: a prefix slipped", times));
      emit_factor(number, emit, excess / step, fmt::format("{} times too small: a prefix slipped", times));
    }
  }
}

namespace {

struct OtherUnit {
  std::string_view text;
  double factor;  ///< to base units
};

constexpr std::array data_units{OtherUnit{"bits", 0.125}, OtherUnit{"B", 1.0},    OtherUnit{"kb", 125.0},
                                OtherUnit{"KB", 1e3},     OtherUnit{"Mb", 125e3}, OtherUnit{"MB", 1e6},
                                OtherUnit{"Gb", 125e6},   OtherUnit{"GB", 1e9},   OtherUnit{"Tb", 125e9},
                                OtherUnit{"TB", 1e12}};

}  // namespace

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

namespace {

struct PeriodFactor {
  double factor;
  std::string_view text;
};

constexpr std::array period_factors{PeriodFactor{60.0, "60"},
                                    PeriodFactor{3600.0, "3,600"},
                                    PeriodFactor{24.0, "24"},
                                    PeriodFactor{1440.0, "1,440"},
                                    PeriodFactor{86400.0, "86,400"},
                                    PeriodFactor{7.0, "7"},
                                    PeriodFactor{30.0, "30"},
                                    PeriodFactor{365.0, "365"},
                                    PeriodFactor{12.0, "12"},
                                    PeriodFactor{2592000.0, "2,592,000"},
                                    PeriodFactor{31536000.0, "31,536,000"}};

/// It or what it is made of has a time.
bool is_timed(const SlipCase& number) {
  const auto has_time = [&](const formula::Leaf& leaf) {
    return number.calculation.formula.nodes[leaf.node].literal.dimension.of(units::Axis::time) != 0;
  };
  const auto& leaves = number.calculation.leaves;
  return has(number, units::Axis::time) || std::any_of(leaves.begin(), leaves.end(), has_time);
}

}  // namespace

void period_mixed_up(const SlipCase& number, const EmitSlip& emit) {
  // "43 minutes a month" is a pure number with times in its unit.
  const bool is_share_of_time =
      number.unit.dimension.is_dimensionless() && number.unit_text.find('/') != std::string::npos;
  if (!is_share_of_time && !is_timed(number)) return;
  for (const PeriodFactor& period : period_factors) {
    emit_factor(
        number, emit, period.factor,
        fmt::format("{} times too large: seconds, minutes, hours, days or months mixed up", period.text));
    emit_factor(
        number, emit, 1.0 / period.factor,
        fmt::format("{} times too small: seconds, minutes, hours, days or months mixed up", period.text));
  }
}

/// Multiplied where a conversion divides: the factor twice.
void converted_backwards(const SlipCase& number, const EmitSlip& emit) {
  const auto both = [&](double factor, std::string_view what) {
    emit_factor(number, emit, factor * factor, fmt::format("{}: multiplied instead of divided", what));
    emit_factor(number, emit, 1.0 / (factor * factor),
                fmt::format("{}: divided instead of multiplied", what));
  };
  if (has(number, units::Axis::data)) both(8.0, "8 bits a byte");
  if (!has(number, units::Axis::time)) return;
  for (const PeriodFactor& period : period_factors)
    both(period.factor, fmt::format("a period of {}", period.text));
}

void zero_slipped(const SlipCase& number, const EmitSlip& emit) {
  emit_factor(number, emit, 10.0, "10 times too large: a zero too many");
  emit_factor(number, emit, 0.1, "10 times too small: a zero lost");
  emit_factor(number, emit, 100.0, "100 times too large: two zeros too many");
  emit_factor(number, emit, 0.01, "100 times too small: two zeros lost");
}

namespace {

/// Of numbers with fewer digits nearly every other is one typing error away.
constexpr int fewest_typed_digits = 3;
constexpr int most_typed_digits = 9;

/// The right number's digits, to as many as are stated, with the power of ten that puts the point back; 0
/// digits where it cannot be said.
struct Typed {
  std::string digits;
  double power = 1.0;
};
Typed typed(const SlipCase& number) {
  const units::Stated& stated = number.stated;
  const double shown = number.right / number.unit.factor;
  const double step = (stated.interval.high - stated.interval.low) / number.unit.factor;
  if (!(step > 0.0) || !(shown > 0.0)) return {};
  const double power = std::pow(10.0, std::round(std::log10(step)));
  const std::string digits = fmt::format("{:.0f}", shown / power);
  const auto size = static_cast<int>(digits.size());
  if (size < fewest_typed_digits || size > most_typed_digits) return {};
  return {digits, power};
}

/// The digits are few enough for a double.
double value_of_digits(std::string_view digits) {
  double out = 0.0;
  for (const char c : digits) out = 10.0 * out + (c - '0');
  return out;
}

}  // namespace

void digits_mistyped(const SlipCase& number, const EmitSlip& emit) {
  const Typed right = typed(number);
  const auto tell = [&](const std::string& wrong, std::string_view what) {
    emit({value_of_digits(wrong) * right.power * number.unit.factor,
          fmt::format("{}: {}", right.digits, what)});
  };
  for (std::size_t i = 0; i + 1 < right.digits.size(); ++i) {
    std::string wrong = right.digits;
    std::swap(wrong[i], wrong[i + 1]);
    tell(wrong, "two digits changed places");
  }
  for (std::size_t i = 0; i < right.digits.size(); ++i) {
    std::string wrong = right.digits;
    for (wrong[i] = '0'; wrong[i] <= '9'; ++wrong[i]) tell(wrong, "one digit mistyped");
  }
}

/// Pairs of the factors that come alone above.
void pair_of_factors(const SlipCase& number, const EmitSlip& emit) {
  if (!has(number, units::Axis::data)) return;
  // Minutes, hours and days: the others are too common as factors of their own.
  const std::array seconds{period_factors[0], period_factors[1], period_factors[4]};
  if (has(number, units::Axis::time)) {
    for (const double first : {8.0, 0.125}) {
      for (const PeriodFactor& period : seconds) {
        for (const double second : {period.factor, 1.0 / period.factor}) {
          emit_factor(number, emit, first * second,
                      fmt::format("bits and bytes mixed up, and a period of {} s", period.text));
        }
      }
    }
  }
  if (!is_timed(number)) return;
  factor_left_out(number, [&](const SlipOutcome& without) {
    for (const PeriodFactor& period : seconds) {
      for (const double factor : {period.factor, 1.0 / period.factor})
        emit({without.value * factor, fmt::format("{}, and a period of {} s", without.text, period.text)});
    }
  });
}

}  // namespace reckon::derive

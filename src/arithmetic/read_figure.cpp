// SPDX-License-Identifier: MIT
#include "arithmetic/read_figure.hpp"

#include "arithmetic/figure_unit.hpp"
#include "arithmetic/spelled.hpp"
#include "units/characters.hpp"
#include "units/lookup.hpp"
#include "units/number.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::arithmetic {
namespace {

using units::digit_at;
using units::skip_spaces;
using units::stands_at;

constexpr std::array currency_signs{
    CurrencySign{"US$", Currency::dollar}, CurrencySign{"$", Currency::dollar},
    CurrencySign{"USD", Currency::dollar}, CurrencySign{"\xe2\x82\xac", Currency::euro},
    CurrencySign{"EUR", Currency::euro},   CurrencySign{"\xc2\xa3", Currency::pound},
    CurrencySign{"GBP", Currency::pound},  CurrencySign{"\xc2\xa5", Currency::yen},
    CurrencySign{"JPY", Currency::yen},    CurrencySign{"\xe2\x82\xb9", Currency::rupee},
    CurrencySign{"INR", Currency::rupee},  CurrencySign{"CHF", Currency::other}};

/// How far the digits of a number say something.
void take_digits(std::string_view digits, double value, Figure& figure) {
  const std::size_t exponent =
      std::min({digits.find('e'), digits.find('E'), digits.find('*'), digits.size()});
  const std::string_view mantissa = digits.substr(0, exponent);
  const std::size_t point = mantissa.find('.');
  int all = 0;
  int trailing_zeros = 0;
  int decimals = 0;
  bool leading = true;
  for (std::size_t i = 0; i < mantissa.size(); ++i) {
    if (!units::is_digit(mantissa[i])) continue;
    if (point != std::string_view::npos && i > point) ++decimals;
    leading = leading && mantissa[i] == '0';
    if (leading) continue;
    ++all;
    trailing_zeros = mantissa[i] == '0' ? trailing_zeros + 1 : 0;
  }
  figure.whole = decimals == 0;
  double magnitude = 1.0;
  if (exponent != digits.size()) {
    double written = 0.0;  // the mantissa's value, to find what the exponent multiplies by
    for (const char c : mantissa) {
      if (units::is_digit(c)) written = written * 10.0 + (c - '0');
    }
    for (int i = 0; i < decimals; ++i) written /= 10.0;
    if (written != 0.0) magnitude = std::abs(value) / written;
    figure.whole = false;
  }
  figure.step = magnitude * std::pow(10.0, -decimals);
  const int zeros = decimals > 0 ? 0 : trailing_zeros;
  // Of 2000 two digits are meant at the least.
  figure.shown = figure.step * std::pow(10.0, std::max(0, std::min(zeros, all - 2)));
  figure.digits = static_cast<std::uint8_t>(std::clamp(all - zeros, 1, 18));
}

/// "10 ^ 5", "2 ^ 40": the power that `units::read_number` wants glued.
bool read_spaced_power(std::string_view text, Figure& figure) {
  if (figure.number != 10.0 && figure.number != 2.0) return false;
  const std::size_t sign = skip_spaces(text, figure.number_end);
  if (sign == figure.number_end || !stands_at(text, sign, "^")) return false;
  const std::size_t exponent = skip_spaces(text, sign + 1);
  const std::size_t end = units::digits_end(text, exponent);
  if (end == exponent || end - exponent > 2) return false;
  double power = 0.0;
  for (std::size_t i = exponent; i < end; ++i) power = power * 10.0 + (text[i] - '0');
  figure.exact = true;
  figure.step = figure.shown = 0.0;
  figure.digits = figure.number == 10.0 ? 1 : 4;
  figure.number = figure.high = std::pow(figure.number, power);
  figure.number_end = static_cast<std::uint32_t>(end);
  return true;
}

bool read_digits(std::string_view text, std::size_t at, Figure& figure) {
  const units::NumberReading read = units::read_number(text, at);
  if (read.fault != units::NumberFault::none) return false;
  figure.number_end = static_cast<std::uint32_t>(read.number.end);
  figure.number = figure.high = read.number.value;
  std::string_view digits = text.substr(at, read.number.end - at);
  if (const std::size_t sign = digits.find('^');
      sign != digits.npos && stands_at(text, read.number.end, "^")) {
    // "2^3^2" is taken from the right: the first power is none yet.
    digits = digits.substr(0, sign);
    figure.number_end = static_cast<std::uint32_t>(at + sign);
    figure.number = figure.high = units::read_number(digits, 0).number.value;
    take_digits(digits, figure.number, figure);
    return true;
  }
  if (read_spaced_power(text, figure)) return true;
  if (read.number.half == 0.0) {  // a power
    figure.exact = true;
    figure.step = figure.shown = 0.0;
    figure.digits = digits.starts_with("10") ? 1 : 4;
  } else {
    take_digits(digits, read.number.value, figure);
  }
  return true;
}

bool read_words(std::string_view text, std::size_t at, Figure& figure) {
  const auto spelled = read_spelled(text, at);
  if (!spelled) return false;
  figure.number_end = static_cast<std::uint32_t>(spelled->end);
  figure.number = spelled->value;
  figure.high = spelled->value * spelled->times;
  figure.spelled = true;
  figure.whole = spelled->value == std::floor(spelled->value);
  constexpr double meant_roughly = 0.1;
  figure.step = figure.shown = spelled->is_share ? meant_roughly * spelled->value : 1.0;
  if (!figure.whole && !spelled->is_share) figure.step = figure.shown = 0.1 * spelled->value;
  figure.approximate = spelled->is_share;
  figure.digits = spelled->value >= 10.0 && figure.whole ? 2 : 1;
  return true;
}

/// "90 USD", "40 €": money with its sign behind.
void read_currency_behind(std::string_view text, Figure& figure, std::vector<Reading>& readings) {
  if (figure.currency != Currency::none) return;
  if (figure.has_unit()) {
    const CurrencySign* const code = currency_at(text, figure.unit_begin);
    if (code != nullptr) figure.currency = code->currency;
    return;
  }
  const std::size_t at = skip_spaces(text, figure.end);
  const CurrencySign* const sign = currency_at(text, at);
  if (sign == nullptr || (sign->text == "$" && at != figure.end)) return;
  figure.currency = sign->currency;
  figure.unit = {units::axis(units::Axis::money), 1.0};
  figure.unit_begin = static_cast<std::uint32_t>(at);
  figure.unit_end = figure.end = static_cast<std::uint32_t>(at + sign->text.size());
  figure.number_end = figure.end;
  // The unit is read anew.
  readings.resize(readings.size() - figure.reading_count);
  figure.reading_count = 0;
  read_unit_behind(text, figure, readings);
}

/// "620 km^2": of a length, squared or cubed.
void read_power_of_unit(std::string_view text, Figure& figure) {
  const bool is_length = figure.unit.dimension.without_counts() == units::axis(units::Axis::length);
  if (!is_length || !stands_at(text, figure.end, "^")) return;
  const char power = figure.end + 1 < text.size() ? text[figure.end + 1] : '\0';
  if ((power != '2' && power != '3') || digit_at(text, figure.end + 2)) return;
  const units::Unit length = figure.unit;
  for (char i = '1'; i < power; ++i) {
    figure.unit.dimension = figure.unit.dimension * length.dimension;
    figure.unit.factor *= length.factor;
  }
  figure.end += 2;
  figure.unit_end = figure.end;
}

}  // namespace

const CurrencySign* currency_at(std::string_view text, std::size_t at) {
  for (const CurrencySign& sign : currency_signs) {
    if (!stands_at(text, at, sign.text)) continue;
    const bool is_code = units::is_ascii_letter(sign.text.back());
    if (!is_code || !units::joins_word(text, at + sign.text.size())) return &sign;
  }
  return nullptr;
}

bool read_figure(std::string_view text, std::size_t at, Figure& figure, std::vector<Reading>& readings) {
  figure = Figure{};
  figure.begin = static_cast<std::uint32_t>(at);
  std::size_t number = at;
  if (const CurrencySign* const sign = currency_at(text, at)) {
    number = skip_spaces(text, at + sign->text.size());
    if (!digit_at(text, number)) return false;
    figure.currency = sign->currency;
    figure.unit = {units::axis(units::Axis::money), 1.0};
  }
  const bool has_digits =
      digit_at(text, number) || (stands_at(text, number, ".") && digit_at(text, number + 1));
  if (!(has_digits ? read_digits(text, number, figure) : read_words(text, number, figure))) return false;
  figure.end = figure.number_end;
  figure.unit_begin = figure.unit_end = figure.number_end;
  if (figure.currency != Currency::none) {
    figure.unit_begin = figure.begin;
    figure.unit_end = figure.number_end;
  }
  read_unit_behind(text, figure, readings);
  if (has_digits) read_currency_behind(text, figure, readings);
  read_power_of_unit(text, figure);
  if (stands_at(text, figure.end, "+") && !digit_at(text, skip_spaces(text, figure.end + 1)) &&
      !stands_at(text, figure.end + 1, "=") && !stands_at(text, figure.end + 1, "+")) {
    figure.comparator = units::Comparator::at_least;
    ++figure.end;
  }
  return true;
}

}  // namespace reckon::arithmetic

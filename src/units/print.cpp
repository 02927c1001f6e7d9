// SPDX-License-Identifier: MIT
#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace reckon::units {
namespace {

constexpr std::size_t fewest_grouped_digits = 5;
/// Outside of these, digits are counted with an exponent.
constexpr double largest_plain = 1e16;
constexpr double smallest_plain = 1e-9;
/// From here on a number with decimals is an amount.
constexpr double smallest_amount = 1000.0;

/// "1e+16" -> "1e16", "1e-07" -> "1e-7".
std::string plain_exponent(std::string text) {
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return text;
  std::size_t digits = e + 1;
  if (text[digits] == '+') text.erase(digits, 1);
  if (text[digits] == '-') ++digits;
  while (text[digits] == '0' && digits + 1 < text.size()) text.erase(digits, 1);
  return text;
}

std::string group(std::string text) {
  const std::size_t start = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  if (text.find('e') != std::string::npos || end - start < fewest_grouped_digits) return text;
  for (std::size_t i = end; i > start + 3;) {
    i -= 3;
    text.insert(i, ",");
  }
  return text;
}

std::string with_unit(const std::string& number, std::string_view unit) {
  if (unit.empty() || unit == "1") return number;
  // Per second alone is "80 /s", never "80 1/s".
  if (unit.starts_with("1/")) unit.remove_prefix(1);
  return fmt::format("{} {}", number, unit);
}

double factor_of(std::string_view unit) {
  const auto read = read_unit(unit);
  return read ? read->factor : 1.0;
}

}  // namespace

std::string print_number(double value, bool grouped) {
  if (value == 0.0) return "0";
  std::string text = plain_exponent(fmt::format("{}", value));
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return grouped ? group(std::move(text)) : text;
}

std::string print_rounded(double value, int digits) {
  if (value == 0.0) return "0";
  const double size = std::fabs(value);
  if (!std::isfinite(value)) return fmt::format("{}", value);
  if (size >= largest_plain || size < smallest_plain)
    return plain_exponent(fmt::format("{:.{}g}", value, digits));
  // Digits before the point are never rounded away: 12,345 stays 12,345.
  const int exponent = static_cast<int>(std::floor(std::log10(size)));
  std::string text = fmt::format("{:.{}f}", value, std::max(0, digits - 1 - exponent));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return group(std::move(text));
}

std::string print_exact_if_short(double value) {
  constexpr int digits = 6;
  constexpr int decimals_of_an_amount = 4;
  const auto is_exact = [value](const std::string& text) {
    return std::strtod(text.c_str(), nullptr) == value;
  };
  if (is_exact(fmt::format("{:.{}g}", value, digits))) return print_rounded(value, digits);
  const std::string amount = fmt::format("{:.{}f}", value, decimals_of_an_amount);
  if (std::fabs(value) < smallest_amount || std::fabs(value) >= largest_plain || !is_exact(amount))
    return print_rounded(value);
  return print_number(value, true);
}

std::string print_exact_if_short_in(double base_value, std::string_view unit) {
  return with_unit(print_exact_if_short(from_base(base_value, factor_of(unit))), unit);
}

std::string print_in(double base_value, std::string_view unit) {
  return with_unit(print_number(from_base(base_value, factor_of(unit))), unit);
}

std::string print_rounded_in(double base_value, std::string_view unit, int digits) {
  return with_unit(print_rounded(from_base(base_value, factor_of(unit)), digits), unit);
}

std::string print_human(const Quantity& quantity, int digits) {
  return print_rounded_in(quantity.value, human_unit(quantity), digits);
}

std::string print(const Quantity& quantity) {
  return with_unit(print_number(quantity.value), symbol(quantity.dimension));
}

}  // namespace reckon::units

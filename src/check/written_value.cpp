// SPDX-License-Identifier: MIT
#include "check/written_value.hpp"

#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::check {
namespace {

constexpr std::array<std::string_view, 5> signs{"$", "€", "£", "¥", "₹"};

std::string_view sign_of(std::string_view like) {
  for (const std::string_view sign : signs) {
    if (like.find(sign) != std::string_view::npos) return sign;
  }
  return signs.front();
}

/// "11.50": an amount that has cents has two digits of them.
std::string print_money(double number) {
  constexpr double most_with_cents = 1000.0;
  const bool has_cents = std::fabs(number) >= 1.0 && std::fabs(number) < most_with_cents &&
                         std::fabs(number - std::round(number)) >= 0.005;
  return has_cents ? fmt::format("{:.2f}", number) : units::print_rounded(number);
}

/// "/h" of "$0.40/h": what an amount is per.
std::string_view denominator_of(std::string_view unit) {
  const std::size_t over = std::min(unit.find('/'), unit.find(" per "));
  return over == std::string_view::npos ? std::string_view{} : unit.substr(over);
}

}  // namespace

std::string written_value(double base_value, const units::Unit& unit, std::string_view unit_text,
                          std::string_view like) {
  const double number = base_value / (unit.factor == 0.0 ? 1.0 : unit.factor);
  if (unit_text.empty()) return units::print_rounded(number);
  if (!unit_text.starts_with('$')) return fmt::format("{} {}", units::print_rounded(number), unit_text);
  return fmt::format("{}{}{}{}", number < 0.0 ? "-" : "", sign_of(like), print_money(std::fabs(number)),
                     denominator_of(unit_text));
}

std::string in_currency_of(std::string_view like, std::string_view dollars) {
  std::string out;
  for (const char c : dollars) {
    if (c == '$') {
      out += sign_of(like);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace reckon::check

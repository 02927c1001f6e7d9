// SPDX-License-Identifier: MIT
// Grammar (YAML 1.2.2, section 10.3.2):
//   null    = "" | "~" | "null" | "Null" | "NULL"
//   boolean = "true" | "True" | "TRUE" | "false" | "False" | "FALSE"
//   number  = [sign] digits | "0o" octal | "0x" hexadecimal | [sign] decimal [exponent] | [sign] ".inf" |
//   ".nan"
#include "tree/scalar.hpp"

#include <algorithm>
#include <array>

namespace reckon::tree {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 5> nulls{"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 6> booleans{"true", "True", "TRUE", "false", "False", "FALSE"};
constexpr std::array<std::string_view, 3> infinities{".inf", ".Inf", ".INF"};
constexpr std::array<std::string_view, 3> not_numbers{".nan", ".NaN", ".NAN"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes digits off the front; says how many.
std::size_t take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(count);
  return count;
}

/// Takes `e`, a sign and digits off the front; false when an exponent is begun and not finished.
bool take_exponent(std::string_view& text) {
  if (text.empty() || (text.front() != 'e' && text.front() != 'E')) return true;
  text.remove_prefix(1);
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  return take_digits(text) > 0;
}

bool is_decimal(std::string_view text) {
  const std::size_t whole = take_digits(text);
  std::size_t fraction = 0;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  return whole + fraction > 0 && take_exponent(text) && text.empty();
}

bool is_based(std::string_view text) {
  if (text.size() < 3 || text[0] != '0') return false;
  const auto digits_below = [&](char last_digit, bool letters) {
    return std::all_of(text.begin() + 2, text.end(), [=](char c) {
      return (c >= '0' && c <= last_digit) || (letters && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    });
  };
  return (text[1] == 'o' && digits_below('7', false)) || (text[1] == 'x' && digits_below('9', true));
}

}  // namespace

Kind plain_kind(std::string_view text) {
  if (is_one_of(text, nulls)) return Kind::null;
  if (is_one_of(text, booleans)) return Kind::boolean;
  if (is_based(text) || is_one_of(text, not_numbers)) return Kind::number;
  if (text.front() == '+' || text.front() == '-') text.remove_prefix(1);
  return is_decimal(text) || is_one_of(text, infinities) ? Kind::number : Kind::string;
}

bool is_json_number(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  const bool zero = !text.empty() && text.front() == '0';
  const std::size_t whole = take_digits(text);
  if (whole == 0 || (zero && whole > 1)) return false;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    if (take_digits(text) == 0) return false;
  }
  return take_exponent(text) && text.empty();
}

}  // namespace reckon::tree

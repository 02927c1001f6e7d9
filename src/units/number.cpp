// SPDX-License-Identifier: MIT
#include "units/number.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <system_error>

namespace reckon::units {
namespace {

/// More digits than any double needs; longer ones are refused rather than cut.
constexpr std::size_t most_digits = 64;

/// The digits that count, without sign, groups and point, and where the point was.
struct Digits {
  std::array<char, most_digits + 8> text{};
  std::size_t size = 0;
  int decimals = 0;
  bool overflow = false;

  void add(std::string_view digits) {
    if (size + digits.size() > most_digits) {
      overflow = true;
      return;
    }
    for (const char c : digits) text[size++] = c;
  }
};

bool is_group(std::string_view text, std::size_t at) {
  return digits_end(text, at) == at + 3;
}

/// Bytes of a mark that parts groups of digits; the caller looks at the digits behind it.
std::size_t group_mark(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ',' || text[at] == '_') return 1;
  return text[at] == '\t' ? 0 : space_length(text, at);
}

/// The rest of a run of digits, commas and points, to show it whole when it is refused.
std::size_t run_end(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_digit(text[at]) || ((text[at] == ',' || text[at] == '.') && digit_at(text, at + 1)))) {
    ++at;
  }
  return at;
}

NumberReading faulty(NumberFault fault, std::size_t end) {
  NumberReading out;
  out.fault = fault;
  out.number.end = end;
  return out;
}

/// The integer part with its groups; a fault when the groups are not of three.
NumberFault read_groups(std::string_view text, std::size_t& at, Digits& digits, bool& grouped) {
  std::size_t end = digits_end(text, at);
  digits.add(text.substr(at, end - at));
  const bool short_head = end - at <= 3;
  const char mark = end < text.size() ? text[end] : '\0';
  at = end;
  for (std::size_t length = group_mark(text, at); length > 0; length = group_mark(text, at)) {
    if (text[at] != mark || !digit_at(text, at + length)) break;
    const bool is_space = mark != ',' && mark != '_';
    if (!is_group(text, at + length) || (!short_head && mark != '_')) {
      if (is_space) break;
      if (mark == '_') return NumberFault::bad_groups;
      return grouped || digits_end(text, at + 1) != run_end(text, at + 1) ? NumberFault::bad_groups
                                                                          : NumberFault::decimal_comma;
    }
    // "0 100" and "05 100" are two numbers.
    if (is_space && !grouped && digits.text[0] == '0') break;
    digits.add(text.substr(at + length, 3));
    grouped = true;
    at += length + 3;
  }
  return NumberFault::none;
}

/// `×10^9`, `x10⁹`, `* 10**9` behind a mantissa.
Superscript read_scientific(std::string_view text, std::size_t at) {
  const std::size_t sign = skip_spaces(text, at);
  std::size_t base = sign;
  for (const std::string_view times : {"\xc3\x97", "x", "X", "*", "\xc2\xb7", "\xe2\x8b\x85"}) {
    if (stands_at(text, sign, times)) base = skip_spaces(text, sign + times.size());
  }
  if (base == sign || !stands_at(text, base, "10")) return {0, at};
  const Superscript power = read_power(text, base + 2);
  return power.end == base + 2 ? Superscript{0, at} : power;
}

/// `e9`, `E-5`.
Superscript read_e(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return {0, at};
  const bool negative = stands_at(text, at + 1, "-");
  const std::size_t digits = at + 1 + (negative || stands_at(text, at + 1, "+") ? 1U : 0U);
  const std::size_t end = digits_end(text, digits);
  if (end == digits || joins_word(text, end)) {
    // "5e6B" is five million bytes, "5e6_" is nothing.
    if (end == digits || stands_at(text, end, "_")) return {0, at};
  }
  int value = 0;
  for (std::size_t i = digits; i < end && value < 100000; ++i) value = value * 10 + (text[i] - '0');
  return {negative ? -value : value, end};
}

/// Decimal place of the last digit that counts.
int last_place(const Digits& digits, int exponent) {
  if (digits.decimals > 0 || exponent < 0) return exponent - digits.decimals;
  std::size_t first = 0;
  while (first < digits.size && digits.text[first] == '0') ++first;
  std::size_t zeros = 0;
  while (zeros < digits.size - first && digits.text[digits.size - 1 - zeros] == '0') ++zeros;
  // An exponent writes further zeros: 1e6 is 1000000.
  const int written = static_cast<int>(digits.size - first) + exponent;
  return std::min(static_cast<int>(zeros) + exponent, std::max(0, written - 2));
}

double power_of_ten(int exponent) {
  std::array<char, 16> text{'1', 'e'};
  const auto written = std::to_chars(text.data() + 2, text.data() + text.size(), exponent);
  double value = 0.0;
  std::from_chars(text.data(), written.ptr, value);
  return value;
}

struct Value {
  double value = 0.0;
  bool fits = true;
};

Value value_of(const Digits& digits, int exponent) {
  // Up to 15 digits and a power of ten up to 22 are exact, so that one multiplication or division rounds
  // once.
  constexpr std::array exact_powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const int scale = exponent - digits.decimals;
  if (digits.size <= 15 && scale >= -22 && scale <= 22) {
    std::int64_t whole = 0;
    for (std::size_t i = 0; i < digits.size; ++i) whole = whole * 10 + (digits.text[i] - '0');
    const auto value = static_cast<double>(whole);
    return {scale < 0 ? value / exact_powers[static_cast<std::size_t>(-scale)]
                      : value * exact_powers[static_cast<std::size_t>(scale)]};
  }
  Digits text = digits;
  text.text[text.size++] = 'e';
  const auto end = std::to_chars(text.text.data() + text.size, text.text.data() + text.text.size(), scale);
  Value out;
  const auto read = std::from_chars(text.text.data(), end.ptr, out.value);
  if (read.ec == std::errc::result_out_of_range) out.fits = false;
  return out;
}

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr std::array number_words{NumberWord{"zero", 0},   NumberWord{"one", 1},   NumberWord{"two", 2},
                                  NumberWord{"three", 3},  NumberWord{"four", 4},  NumberWord{"five", 5},
                                  NumberWord{"six", 6},    NumberWord{"seven", 7}, NumberWord{"eight", 8},
                                  NumberWord{"nine", 9},   NumberWord{"ten", 10},  NumberWord{"eleven", 11},
                                  NumberWord{"twelve", 12}};

constexpr std::array magnitudes{
    Magnitude{"k", 1e3, true, false},         Magnitude{"K", 1e3, true, false},
    Magnitude{"M", 1e6, true, false},         Magnitude{"G", 1e9, true, false},
    Magnitude{"B", 1e9, true, false},         Magnitude{"T", 1e12, true, false},
    Magnitude{"thousand", 1e3, false, false}, Magnitude{"million", 1e6, false, false},
    Magnitude{"billion", 1e9, false, false},  Magnitude{"trillion", 1e12, false, false},
    Magnitude{"mn", 1e6, false, true},        Magnitude{"mln", 1e6, false, true},
    Magnitude{"bn", 1e9, false, true},        Magnitude{"bln", 1e9, false, true},
    Magnitude{"tn", 1e12, false, true}};

}  // namespace

NumberReading read_number(std::string_view text, std::size_t at) {
  bool negative = false;
  std::size_t here = at;
  for (const std::string_view minus : {"-", "\xe2\x88\x92"}) {
    if (stands_at(text, here, minus)) {
      negative = true;
      here += minus.size();
      break;
    }
  }
  if (!negative && stands_at(text, here, "+")) ++here;
  if (!digit_at(text, here) && !(stands_at(text, here, ".") && digit_at(text, here + 1))) {
    return faulty(NumberFault::missing, at);
  }
  if (text[here] == '0' && here + 1 < text.size() && lower(text[here + 1]) == 'x' && here + 2 < text.size() &&
      (is_digit(text[here + 2]) || (lower(text[here + 2]) >= 'a' && lower(text[here + 2]) <= 'f'))) {
    std::size_t end = here + 2;
    while (joins_word(text, end)) ++end;
    return faulty(NumberFault::hexadecimal, end);
  }

  Digits digits;
  bool grouped = false;
  const std::size_t first = here;
  if (const NumberFault fault = read_groups(text, here, digits, grouped); fault != NumberFault::none) {
    return faulty(fault, run_end(text, first));
  }
  if (stands_at(text, here, ".") && digit_at(text, here + 1)) {
    const std::size_t end = digits_end(text, here + 1);
    digits.add(text.substr(here + 1, end - here - 1));
    digits.decimals = static_cast<int>(end - here - 1);
    here = end;
    const bool goes_on =
        (stands_at(text, here, ".") || stands_at(text, here, ",")) && digit_at(text, here + 1);
    if (goes_on && text[here] == '.') return faulty(NumberFault::dotted_groups, run_end(text, here));
    if (goes_on && is_group(text, here + 1)) return faulty(NumberFault::dotted_groups, run_end(text, here));
    if (goes_on) return faulty(NumberFault::decimal_comma, run_end(text, here));
  }
  if (digits.overflow) return faulty(NumberFault::too_large, here);

  NumberReading out;
  Number& number = out.number;
  number.is_plain_integer = !grouped && digits.decimals == 0 && !negative;
  number.end = here;
  Superscript exponent = read_e(text, here);
  if (exponent.end == here) exponent = read_scientific(text, here);
  if (exponent.end != here) {
    number.is_plain_integer = false;
    number.end = exponent.end;
  }
  const Value value = value_of(digits, exponent.value);
  if (!value.fits) return faulty(NumberFault::too_large, number.end);
  number.value = value.value;
  number.half = 0.5 * power_of_ten(last_place(digits, exponent.value));
  // 2^30 is a number, 1.4^5 a calculation.
  const bool is_whole = digits.decimals == 0 && exponent.end == here;
  if (const Superscript power = read_power(text, number.end); is_whole && power.end != number.end) {
    number.is_plain_integer = false;
    number.end = power.end;
    number.value = number.value == 10.0 ? power_of_ten(power.value) : std::pow(number.value, power.value);
    number.half = 0.0;
    const bool vanished = number.value == 0.0 && value.value != 0.0;
    if (!std::isfinite(number.value) || vanished) return faulty(NumberFault::too_large, number.end);
  }
  if (negative) number.value = -number.value;
  return out;
}

Number read_number_word(std::string_view text, std::size_t at) {
  Number out;
  out.end = at;
  if (at >= text.size() || !is_ascii_letter(text[at])) return out;
  for (const NumberWord& row : number_words) {
    if (row.word.front() != lower(text[at]) || !word_stands_at(text, at, row.word)) continue;
    out.value = row.value;
    out.half = 0.5;
    out.end = at + row.word.size();
    out.is_plain_integer = true;
    return out;
  }
  return out;
}

const Magnitude* find_magnitude(std::string_view word) {
  for (const Magnitude& row : magnitudes) {
    if (row.is_letter ? word == row.word
                      : word_stands_at(word, 0, row.word) && word.size() == row.word.size()) {
      return &row;
    }
  }
  return nullptr;
}

}  // namespace reckon::units

// SPDX-License-Identifier: MIT
#include "document/equation_literal.hpp"

#include "base/unicode.hpp"
#include "document/equation_price.hpp"
#include "document/equation_suffix.hpp"
#include "document/equation_words.hpp"
#include "units/read.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::document {
namespace {

/// No quantity is longer; it bounds the work at each place.
constexpr std::size_t longest_literal = 96;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}
bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

bool starts_number(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  if (at < text.size() && (text[at] == '~' || text[at] == '$')) at = skip_spaces(text, at + 1);
  return at < text.size() && (is_digit(text[at]) || text[at] == '(' ||
                              (text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1])));
}

/// `*10^`, as in 3.6*10^7.
bool is_scientific(std::string_view text, std::size_t asterisk) {
  return text.substr(skip_spaces(text, asterisk + 1), 3) == "10^";
}

/// An `x` that multiplies: between spaces, between numbers, or glued behind a unit and before a number.
bool is_multiplying_x(std::string_view text, std::size_t at) {
  if (text[at] != 'x' && text[at] != 'X') return false;
  if (at + 1 < text.size() && is_letter(text[at + 1])) return false;
  return starts_number(text, at + 1);
}

bool is_times(std::string_view text, std::size_t at) {
  return text.substr(at, 6) == "times " && starts_number(text, at + 6);
}

/// The ten of 10^6 and 3.6*10^7, which belongs to one number.
bool ends_with_ten(std::string_view text) {
  if (text.size() < 2 || text.substr(text.size() - 2) != "10") return false;
  return text.size() == 2 ||
         (!is_digit(text[text.size() - 3]) && text[text.size() - 3] != '.' && text[text.size() - 3] != ',');
}

/// Where the literal that starts at `at` must have ended: the next operator, relation or mark.
std::size_t limit_of(std::string_view text, std::size_t at, bool after_relation) {
  const std::size_t last = std::min(text.size(), at + longest_literal);
  bool begun = false;
  for (std::size_t i = at; i < last; ++i) {
    const char c = text[i];
    if ((c >= 'a' && c <= 'w' && c != 't') || c == ' ') {  // what nearly all of it is
      begun = begun || c != ' ';
      continue;
    }
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    switch (c) {
      case '=':
      case '~':
      case '+':
      case '(':
      case ')':
      case '<':
      case '>':
      case ';':
      case '|':
      case ':':
      case '[':
      case ']':
      case '{':
      case '}':
      case '"':
      case '#':
      case '\n':
      case '!':
      case '?':
        return i;
      case '*':
        if (!begun || !is_scientific(text, i)) return i;
        break;
      case ',':
        if (!is_digit(next)) return i;
        break;
      case '/':
        if (starts_number(text, i + 1)) return i;
        break;
      case '^':
        if (begun && !ends_with_ten(text.substr(at, i - at))) return i;
        break;
      case '-':
        if (next == '>' || next == '-') return i;
        if (i > at && text[i - 1] == ' ' && !after_relation) return i;
        break;
      default:
        if (begun && is_multiplying_x(text, i)) return i;
        if (begun && c == 't' && is_times(text, i)) return i;
        break;
    }
    begun = begun || is_digit(c) || is_letter(c);
  }
  return last;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}

/// A period behind a literal, perhaps with a noun between: " of CPU time per second", " pings/day", " a day".
struct Period {
  units::Unit unit;
  std::string_view name;
  std::size_t end = 0;
};

/// The unit that starts at `at`, one spelling long.
std::optional<Period> period_at(std::string_view text, std::size_t at, bool time_only) {
  std::size_t end = end_of_letters(text, at);
  if (end == at || (end < text.size() && is_word(text[end]))) return std::nullopt;
  const std::string_view name = text.substr(at, end - at);
  const base::Result<units::Unit> unit = units::read_unit(name);
  if (!unit) return std::nullopt;
  if (time_only && !(unit->dimension == units::axis(units::Axis::time))) return std::nullopt;
  return Period{*unit, name, end};
}

std::optional<Period> period_behind(std::string_view text, std::size_t at) {
  constexpr int most_words = 4;
  std::size_t here = at;
  for (int word = 0; word <= most_words; ++word) {
    const std::size_t next = skip_spaces(text, here);
    if (next >= text.size()) return std::nullopt;
    if (text[next] == '/') {
      if (next != here) return std::nullopt;
      return period_at(text, next + 1, false);
    }
    const std::size_t end = end_of_letters(text, next);
    if (end == next || next == here) return std::nullopt;
    if (end < text.size() && (is_digit(text[end]) || text[end] == '_' || text[end] == '-'))
      return std::nullopt;
    const std::string_view name = text.substr(next, end - next);
    const std::size_t behind = skip_spaces(text, end);
    if (name == "per") return period_at(text, behind, false);
    if (name == "a" || name == "an" || name == "each" || name == "every") {
      const auto period = period_at(text, behind, true);
      if (period || name != "each") return period;
    }
    const std::string_view next_word = text.substr(behind, end_of_letters(text, behind) - behind);
    if (name == "daily" && (next_word == "active" || next_word == "users")) return std::nullopt;
    if (name == "daily") {
      const base::Result<units::Unit> day = units::read_unit("day");
      return day ? std::optional(Period{*day, "day", end}) : std::nullopt;
    }
    if (starts_relation(name) || ends_operand(name)) return std::nullopt;
    if (word > 0 && name == "of") return std::nullopt;
    here = end;
  }
  return std::nullopt;
}

/// "400-450" and, behind a relation, "400 - 450 GB": both ends have the unit of the second.
bool take_range(std::string_view view, units::Stated& low, std::size_t& end) {
  std::size_t at = skip_spaces(view, end);
  if (low.is_range || !low.unit_text.empty() || at >= view.size() || view[at] != '-') return false;
  at = skip_spaces(view, at + 1);
  if (at >= view.size() || !is_digit(view[at])) return false;
  const std::optional<units::Found> high = units::scan_quantity(view.substr(at), 0, {});
  if (!high || high->stated.is_range || high->stated.number <= low.number) return false;
  const double factor = high->stated.unit.factor;
  units::Stated range = high->stated;
  range.interval = {low.number * factor, (low.number + high->stated.number) / 2 * factor,
                    high->stated.number * factor};
  range.number = (low.number + high->stated.number) / 2;
  range.is_range = true;
  low = std::move(range);
  end = at + high->end;
  return true;
}

/// What stands at the start of `view`, before a bound or a period behind it is looked at.
std::vector<Reading> first_readings(std::string_view view, std::size_t& end) {
  if (view.substr(0, 1) == "$") return price_readings(view, end);
  std::vector<Reading> readings = suffix_readings(view, end);
  const std::size_t digits = end_of_digits(view);
  const bool is_variable = readings.empty() &&
                           (view.substr(digits, 2) == " b" || view.substr(digits, 2) == " m") &&
                           (digits + 2 == view.size() || !is_word(view[digits + 2]));
  const std::optional<units::Found> found =
      units::scan_quantity(is_variable ? view.substr(0, digits) : view, 0, {});
  const bool goes_on = found && found->end > end && end > 0 && view[end] == ' ' &&
                       view.substr(end, 5) != " per " && !found->stated.unit_text.empty();
  if (!readings.empty() && !goes_on) return readings;
  if (!found) return {};
  end = found->end;
  units::Stated stated = found->stated;
  take_range(view, stated, end);
  return {Reading{std::move(stated), {}}};
}

}  // namespace

units::Stated with_unit(const units::Stated& number, const units::Unit& unit, std::string_view unit_text) {
  units::Stated stated = number;
  stated.interval.low *= unit.factor;
  stated.interval.value *= unit.factor;
  stated.interval.high *= unit.factor;
  stated.dimension = unit.dimension;
  stated.unit = unit;
  stated.unit_text = unit_text;
  return stated;
}

units::Stated without_unit(const units::Stated& stated) {
  units::Stated bare = stated;
  const double factor = stated.unit.factor == 0.0 ? 1.0 : stated.unit.factor;
  bare.interval = {stated.interval.low / factor, stated.number, stated.interval.high / factor};
  bare.dimension = {};
  bare.unit = {};
  bare.unit_text.clear();
  bare.notes.clear();
  return bare;
}

units::Stated per(const units::Stated& stated, const units::Unit& period, std::string_view name) {
  units::Stated rate = stated;
  rate.interval.low /= period.factor;
  rate.interval.value /= period.factor;
  rate.interval.high /= period.factor;
  rate.dimension = stated.dimension / period.dimension;
  rate.unit.dimension = rate.dimension;
  rate.unit.factor = stated.unit.factor / period.factor;
  rate.unit_text += "/";
  rate.unit_text += name;
  return rate;
}

std::optional<Literal> read_literal(std::string_view text, std::size_t at, bool after_relation) {
  const std::size_t limit = limit_of(text, at, after_relation);
  const std::string_view view = text.substr(at, limit - at);
  std::size_t end = 0;
  // "5,000 ms of CPU time": the words are no unit, but a period may follow them.
  std::vector<Reading> readings = first_readings(view.substr(0, view.find(" of ")), end);
  if (readings.empty()) return std::nullopt;
  while (end > 0 && view[end - 1] == ' ') --end;
  if (end == 0) return std::nullopt;

  // A literal ends where a word ends: "3rd" and "2FA" are none, "5-year" is a duration, "400+" a bound.
  if (end < view.size() && is_word(view[end]) && is_word(view[end - 1])) return std::nullopt;
  if (end + 1 < view.size() && view[end] == '-' && is_letter(view[end + 1])) {
    const auto unit = period_at(view, end + 1, true);
    if (!unit || !readings.front().stated.unit_text.empty()) return std::nullopt;
    readings.assign(1, Reading{with_unit(readings.front().stated, unit->unit, unit->name), {}});
    end = unit->end;
  }
  const std::size_t behind = at + end;
  if (behind < text.size() && text[behind] == '+' && !starts_number(text, behind + 1) &&
      text.substr(behind + 1, 1) != "=") {
    for (Reading& reading : readings) reading.stated.comparator = units::Comparator::at_least;
    ++end;
  } else {
    for (auto period = period_behind(view, end); period;) {
      for (Reading& reading : readings) reading.stated = per(reading.stated, period->unit, period->name);
      end = period->end;
      period = view.substr(end, 1) == "/" ? period_behind(view, end) : std::nullopt;
    }
  }
  Literal literal;
  literal.stated = std::move(readings.front().stated);
  literal.others.assign(readings.begin() + 1, readings.end());
  literal.begin = at;
  literal.end = at + end;
  return literal;
}

}  // namespace reckon::document

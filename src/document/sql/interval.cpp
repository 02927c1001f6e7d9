// SPDX-License-Identifier: MIT
#include "document/sql/interval.hpp"

#include "units/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace reckon::document {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86'400.0;

struct Longer {
  std::string_view word;
  double years;
};
constexpr std::array longer{Longer{"decade", 10.0}, Longer{"century", 100.0}, Longer{"centurie", 100.0},
                            Longer{"millennium", 1000.0}};

/// Reads an interval from left to right.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  bool take(char sign) {
    if (rest_.empty() || rest_.front() != sign) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<double> number() {
    const std::size_t size = std::min(rest_.find_first_not_of("0123456789."), rest_.size());
    double value = 0.0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + size, value);
    if (error != std::errc{} || end != rest_.data() + size) return std::nullopt;
    rest_.remove_prefix(size);
    return value;
  }
  char letter() {
    if (rest_.empty()) return '\0';
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() &&
           ((rest_[size] >= 'a' && rest_[size] <= 'z') || (rest_[size] >= 'A' && rest_[size] <= 'Z')))
      ++size;
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }

 private:
  std::string_view rest_;
};

/// `hh:mm[:ss]` to the end of the text.
std::optional<double> clock(Cursor& at) {
  const auto hours = at.number();
  if (!hours || !at.take(':')) return std::nullopt;
  const auto minutes = at.number();
  if (!minutes) return std::nullopt;
  double out = *hours * hour + *minutes * minute;
  if (at.take(':')) {
    const auto seconds = at.number();
    if (!seconds) return std::nullopt;
    out += *seconds;
  }
  at.skip();
  return at.at_end() ? std::optional(out) : std::nullopt;
}

/// ISO 8601 behind its `P`. A year and a month have no length in seconds.
std::optional<double> iso(Cursor& at) {
  double out = 0.0;
  bool is_time = false;
  while (!at.at_end()) {
    if (at.take('T')) is_time = true;
    const auto number = at.number();
    if (!number) return std::nullopt;
    const char unit = at.letter();
    if (unit == 'W' && !is_time) {
      out += *number * 7.0 * day;
    } else if (unit == 'D' && !is_time) {
      out += *number * day;
    } else if (unit == 'H' && is_time) {
      out += *number * hour;
    } else if (unit == 'M' && is_time) {
      out += *number * minute;
    } else if (unit == 'S' && is_time) {
      out += *number;
    } else {
      return std::nullopt;
    }
  }
  return out;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return units::lower(x) == y; });
}

std::string in_seconds(double seconds) {
  return fmt::format("{} s", seconds);
}

}  // namespace

std::optional<std::string> plain_interval(std::string_view text) {
  if (text.starts_with('P')) {
    Cursor at(text.substr(1));
    const auto seconds = iso(at);
    return seconds ? std::optional(in_seconds(*seconds)) : std::nullopt;
  }
  if (Cursor at(text); const auto seconds = clock(at)) return in_seconds(*seconds);
  Cursor at(text);
  const auto number = at.number();
  at.skip();
  std::string_view unit = at.word();
  at.skip();
  if (!number) return std::string(text);
  if (unit.ends_with('s') || unit.ends_with('S')) unit.remove_suffix(1);
  if (at.at_end()) {
    for (const Longer& row : longer) {
      if (same_letters(unit, row.word)) return fmt::format("{} years", *number * row.years);
    }
  } else if (same_letters(unit, "day")) {
    if (const auto seconds = clock(at)) return in_seconds(*number * day + *seconds);
  }
  return std::string(text);
}

}  // namespace reckon::document

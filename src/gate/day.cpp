// SPDX-License-Identifier: MIT
#include "gate/day.hpp"

#include <fmt/format.h>

#include <charconv>

namespace reckon::gate {
namespace {

std::optional<unsigned> read_digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = fault == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Day> read_day(std::string_view text) {
  constexpr std::string_view form = "2026-06-30";
  if (text.size() != form.size() || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

std::string print_day(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

long days_between(Day first, Day second) {
  return static_cast<long>((second - first).count());
}

}  // namespace reckon::gate

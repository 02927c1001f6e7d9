// SPDX-License-Identifier: MIT
#include "derive/page/key_unit.hpp"

#include "derive/page/header_unit.hpp"
#include "derive/page/key_words.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::derive {
namespace {

constexpr std::size_t longest_key = 12;
constexpr std::size_t longest_unit = 3;  ///< words: "GB per day"

std::string lower(std::string_view word) {
  std::string out;
  for (const char c : word) out += units::lower(c);
  return out;
}

/// What joins the words of an identifier.
bool is_joint(char c) {
  return c == '_' || c == '.' || c == '-';
}

bool is_per(std::string_view word) {
  return lower(word) == "per";
}

/// One period names something ("peakDay"), several measure; a minimum is no minute.
bool may_be_unit(std::string_view word) {
  constexpr std::array<std::string_view, 9> names{"second", "minute", "hour", "day",    "week",
                                                  "month",  "year",   "min",  "quarter"};
  return word.size() >= 2 && std::find(names.begin(), names.end(), word) == names.end();
}

/// As it is written in a text: capitals of a key begin its words and say nothing, except where the word has
/// more of them. "Mb" in a key is megabytes: nobody counts memory in bits.
std::string spelled(std::string_view word) {
  const bool is_mixed = std::count_if(word.begin(), word.end(), is_upper) > 1;
  if (is_mixed) return std::string(word);
  std::string small = lower(word);
  constexpr std::array<std::string_view, 5> sizes{"kb", "mb", "gb", "tb", "pb"};
  if (std::find(sizes.begin(), sizes.end(), small) == sizes.end()) return small;
  return {static_cast<char>(small[0] - 'a' + 'A'), 'B'};
}

void name_unit(Page& page, MentionId id, const arithmetic::Figure& unit) {
  arithmetic::Figure named = page.figure(id);
  take_unit(named, unit);
  page.set_figure(id, named);
  page.mentions[id].unit_from = UnitFrom::label;
}

/// What all of a text says.
std::optional<arithmetic::Figure> unit_of(Page& page, const std::string& text) {
  auto unit = unit_at(page, text, 0);
  return unit && unit->end >= text.size() ? unit : std::nullopt;
}

}  // namespace

std::string_view remark_of(std::string_view behind) {
  constexpr std::array<std::string_view, 3> marks{"#", "//", "--"};
  const auto skip = [&behind](std::string_view characters) {
    behind.remove_prefix(std::min(behind.find_first_not_of(characters), behind.size()));
  };
  skip(" \t\"',;)");
  const auto starts = [behind](std::string_view mark) { return behind.starts_with(mark); };
  if (std::none_of(marks.begin(), marks.end(), starts)) return {};
  skip("#/- \t");
  return behind.substr(0, std::min(behind.find_last_not_of(" \t\r"), behind.size()) + 1);
}

bool measures(const arithmetic::Figure& one) {
  return !one.unit.dimension.without_counts().is_dimensionless() || one.unit.factor != 1.0;
}

/// "requests per second" from word `first` on. What is counted is named by its noun: only the period is a
/// unit.
std::optional<KeyUnit> rate_of_key(Page& page, const std::vector<std::string_view>& words, std::size_t first,
                                   const std::optional<arithmetic::Figure>& unit) {
  const std::string noun = spelled(words[first]);
  const bool counts = unit ? !measures(*unit) : noun.ends_with('s');
  const auto rate = unit_of(page, (counts ? "requests" : noun) + " per " + spelled(words[first + 2]));
  if (!rate || !measures(*rate)) return std::nullopt;
  return KeyUnit{*rate, first + (counts ? 1 : 0), first + longest_unit};
}

std::optional<KeyUnit> unit_of_key(Page& page, const std::vector<std::string_view>& words) {
  if (words.empty() || words.size() > longest_key) return std::nullopt;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (is_per(words[first])) continue;
    const bool has_per = first + 2 < words.size() && is_per(words[first + 1]);
    if (first == 0 && words.size() > 1 && !has_per) continue;  // "hoursToKeep" begins with a name
    const std::string noun = spelled(words[first]);
    const auto unit = may_be_unit(noun) ? unit_of(page, noun) : std::nullopt;
    if (has_per) {
      if (const auto rate = rate_of_key(page, words, first, unit)) return rate;
    }
    if (!unit || !measures(*unit)) continue;
    if (first + 1 < words.size() && words[first + 1] == "s") {  // "rate_mb_s"
      if (const auto rate = unit_of(page, noun + "/s")) return KeyUnit{*rate, first, first + 2};
    }
    return KeyUnit{*unit, first, first + 1};
  }
  return std::nullopt;
}

std::string_view last_key(std::string_view pointer) {
  const auto is_index = [](std::string_view segment) {
    return !segment.empty() && std::all_of(segment.begin(), segment.end(), units::is_digit);
  };
  while (!pointer.empty()) {
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return pointer;
    const std::string_view segment = pointer.substr(slash + 1);
    if (!is_index(segment)) return segment;
    pointer = pointer.substr(0, slash);
  }
  return {};
}

std::string_view key_in_front(const Page& page, const Line& line, MentionId id) {
  const std::string_view text = line.plain().text;
  std::size_t end = page.token_of(id).begin;
  const auto skip_spaces = [&] {
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '"')) --end;
  };
  skip_spaces();
  if (end == 0 || (text[end - 1] != ':' && text[end - 1] != '=')) return {};
  --end;
  skip_spaces();
  std::size_t begin = end;
  bool is_identifier = false;
  for (; begin > 0 && (units::is_ascii_letter(text[begin - 1]) || is_joint(text[begin - 1])); --begin) {
    const bool rises = begin < end && is_lower(text[begin - 1]) && is_upper(text[begin]);
    // "Off-peak: 2,000" is a word.
    const bool joins = begin < end && is_joint(text[begin - 1]) && text[begin - 1] != '-';
    is_identifier = is_identifier || rises || joins;
  }
  while (begin < end && is_joint(text[begin])) ++begin;  // an option's dashes
  return is_identifier ? text.substr(begin, end - begin) : std::string_view{};
}

std::string_view key_of(const Page& page, MentionId id) {
  const Line& line = page.line_of(id);
  return line.seat == Seat::value ? last_key(page.pointer(line)) : key_in_front(page, line, id);
}

void apply_key_units(Page& page, const Line& line) {
  for (MentionId id = line.first_mention; id < line.end_mention; ++id) {
    const bool is_value = line.seat == Seat::value && line.end_mention - line.first_mention == 1;
    const std::string_view key = is_value ? last_key(page.pointer(line)) : key_in_front(page, line, id);
    const arithmetic::Figure& figure = page.figure(id);
    if (key.empty() || figure.has_unit() || figure.name) continue;
    const auto unit = unit_of_key(page, key_words(key));
    if (unit) name_unit(page, id, unit->unit);
  }
}

void apply_remark_unit(Page& page, const Line& line, std::string_view behind) {
  if (line.end_mention - line.first_mention != 1) return;
  const MentionId id = line.first_mention;
  if (page.figure(id).has_unit() || page.mentions[id].unit_from != UnitFrom::itself) return;
  const std::string_view remark = remark_of(behind);
  if (remark.empty() || units::is_digit(remark.front())) return;
  const auto unit = unit_at(page, remark, 0);
  if (unit && unit->end == remark.size() && measures(*unit)) name_unit(page, id, *unit);
}

}  // namespace reckon::derive

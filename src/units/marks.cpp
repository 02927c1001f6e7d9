// SPDX-License-Identifier: MIT
#include "units/marks.hpp"

#include "units/characters.hpp"

#include <array>

namespace reckon::units {
namespace {

/// A mark in front of a number. The longer ones stand before their beginnings.
struct Mark {
  std::string_view text;
  Comparator comparator = Comparator::equal;
  bool approximate = false;
};

constexpr std::array signs{
    Mark{"~", Comparator::equal, true},
    Mark{"\xe2\x89\x88", Comparator::equal, true},  // ≈
    Mark{"\xe2\x89\x83", Comparator::equal, true},  // ≃
    Mark{"<=", Comparator::at_most, false},
    Mark{"=<", Comparator::at_most, false},
    Mark{"\xe2\x89\xa4", Comparator::at_most, false},  // ≤
    Mark{"<", Comparator::less, false},
    Mark{">=", Comparator::at_least, false},
    Mark{"\xe2\x89\xa5", Comparator::at_least, false},  // ≥
    Mark{">", Comparator::greater, false},
};

constexpr std::array words{
    Mark{"about", Comparator::equal, true},
    Mark{"around", Comparator::equal, true},
    Mark{"roughly", Comparator::equal, true},
    Mark{"approximately", Comparator::equal, true},
    Mark{"approx.", Comparator::equal, true},
    Mark{"approx", Comparator::equal, true},
    Mark{"circa", Comparator::equal, true},
    Mark{"ca.", Comparator::equal, true},
    Mark{"ca", Comparator::equal, true},
    Mark{"nearly", Comparator::equal, true},
    Mark{"almost", Comparator::equal, true},
    Mark{"at least", Comparator::at_least, false},
    Mark{"no less than", Comparator::at_least, false},
    Mark{"not less than", Comparator::at_least, false},
    Mark{"no fewer than", Comparator::at_least, false},
    Mark{"at most", Comparator::at_most, false},
    Mark{"up to", Comparator::at_most, false},
    Mark{"no more than", Comparator::at_most, false},
    Mark{"not more than", Comparator::at_most, false},
    Mark{"less than", Comparator::less, false},
    Mark{"fewer than", Comparator::less, false},
    Mark{"under", Comparator::less, false},
    Mark{"below", Comparator::less, false},
    Mark{"more than", Comparator::greater, false},
    Mark{"greater than", Comparator::greater, false},
    Mark{"over", Comparator::greater, false},
    Mark{"above", Comparator::greater, false},
};

constexpr std::array<std::string_view, 4> range_dashes{"-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x88\x92"};

/// Only words that are followed by a space are marks.
bool is_mark_word(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t size = word.ends_with('.') ? word.size() - 1 : word.size();
  return word_stands_at(text, at, word.substr(0, size)) &&
         (size == word.size() || stands_at(text, at + size, "."));
}

const Mark* find_mark(std::string_view text, std::size_t at) {
  if (at >= text.size() || is_digit(text[at])) return nullptr;
  if (is_ascii_letter(text[at])) {
    for (const Mark& mark : words) {
      if (lower(text[at]) == mark.text[0] && is_mark_word(text, at, mark.text)) return &mark;
    }
    return nullptr;
  }
  for (const Mark& mark : signs) {
    if (stands_at(text, at, mark.text)) return &mark;
  }
  return nullptr;
}

/// Behind `p99`, `P99.9` or `p99.99th`; `at` when there is none.
std::size_t percentile_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || lower(text[at]) != 'p' || !digit_at(text, at + 1)) return at;
  std::size_t end = digits_end(text, at + 1);
  if (end - at > 5) return at;
  if (stands_at(text, end, ".") && digit_at(text, end + 1)) end = digits_end(text, end + 1);
  return joins_word(text, end) ? at : end;
}

}  // namespace

Marks read_marks(std::string_view text, std::size_t at) {
  Marks out;
  out.end = at;
  if (const std::size_t end = percentile_end(text, at); end != at) {
    out.percentile = text.substr(at, end - at);
    out.end = skip_spaces(text, end);
    const bool has_sign = stands_at(text, out.end, "=") || stands_at(text, out.end, ":");
    if (has_sign && !stands_at(text, out.end, "=<")) out.end = skip_spaces(text, out.end + 1);
  }
  while (const Mark* mark = find_mark(text, out.end)) {
    out.approximate = out.approximate || mark->approximate;
    if (mark->comparator != Comparator::equal) out.comparator = mark->comparator;
    out.end = skip_spaces(text, out.end + mark->text.size());
  }
  return out;
}

TrailingMarks read_trailing_marks(std::string_view text, std::size_t at) {
  TrailingMarks out;
  out.end = at;
  if (stands_at(text, at, "+")) {
    const std::size_t behind = at + 1;
    const bool ends = behind == text.size() || space_length(text, behind) > 0 ||
                      stands_at(text, behind, ")") || stands_at(text, behind, ",") ||
                      stands_at(text, behind, ".");
    const bool adds = digit_at(text, skip_spaces(text, behind));
    out.at_least = ends && !adds;
    if (out.at_least) out.end = behind;
    return out;
  }
  const std::size_t next = skip_spaces(text, at);
  const bool bracket = stands_at(text, next, "(");
  const std::size_t word = bracket ? next + 1 : next;
  if (next == at && !bracket) return out;
  const char first = word < text.size() ? lower(text[word]) : ' ';
  if (first != 'a' && first != 'r' && first != 'o') return out;
  for (const std::string_view mark : {"approximately", "approx.", "approx", "roughly"}) {
    if (!is_mark_word(text, word, mark)) continue;
    const std::size_t end = word + mark.size();
    if (bracket && !stands_at(text, end, ")")) continue;
    // "10 GB approximately 3 times": the word belongs to what follows.
    if (!bracket && digit_at(text, skip_spaces(text, end))) continue;
    out.approximate = true;
    out.end = bracket ? end + 1 : end;
    return out;
  }
  if (word_stands_at(text, next, "or more")) {
    out.at_least = true;
    out.end = next + 7;
  } else if (word_stands_at(text, next, "or less")) {
    out.at_most = true;
    out.end = next + 7;
  }
  return out;
}

std::size_t range_mark_end(std::string_view text, std::size_t at) {
  const std::size_t next = skip_spaces(text, at);
  for (const std::string_view dash : range_dashes) {
    if (stands_at(text, next, dash)) return skip_spaces(text, next + dash.size());
  }
  if (next != at && word_stands_at(text, next, "to")) return skip_spaces(text, next + 2);
  return at;
}

std::size_t spread_mark_end(std::string_view text, std::size_t at) {
  const std::size_t next = skip_spaces(text, at);
  for (const std::string_view mark : {"\xc2\xb1", "+/-", "+-"}) {
    if (stands_at(text, next, mark)) return skip_spaces(text, next + mark.size());
  }
  return at;
}

}  // namespace reckon::units

// SPDX-License-Identifier: MIT
#include "units/duration.hpp"

#include "units/characters.hpp"
#include "units/lookup.hpp"
#include "units/number.hpp"

namespace reckon::units {
namespace {

constexpr int most_parts = 6;

struct Part {
  double factor = 0.0;  ///< seconds; 0 when the word is no unit of time
  std::string_view text;
  std::size_t end = 0;
  bool is_letter_m = false;
};

Part part_unit(std::string_view text, std::size_t at) {
  const std::size_t end = word_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  if (word == "m") return {60.0, "min", end, true};
  const Spelling* found = word.empty() ? nullptr : find_spelling(word);
  if (found == nullptr || found->unit.dimension != axis(Axis::time)) return {};
  return {found->unit.factor, word, end, false};
}

}  // namespace

Duration read_compound_duration(std::string_view text, std::size_t begin, std::size_t number_end) {
  Duration out;
  out.end = number_end;
  std::size_t at = skip_spaces(text, number_end);
  if (at >= text.size() || !is_ascii_letter(text[at])) return out;
  Part part = part_unit(text, at);
  const bool stands_alone = at != number_end;
  // Whatever is no start of a compound costs one look-up at most.
  if (part.factor == 0.0 || !digit_at(text, skip_spaces(text, part.end))) return out;
  const NumberReading first = read_number(text, begin);
  if (first.fault != NumberFault::none) return out;
  double seconds = first.number.value * part.factor;
  for (int parts = 1; parts < most_parts; ++parts) {
    at = skip_spaces(text, part.end);
    // "5 m 30 s": an m that stands alone is no minute yet.
    if (!digit_at(text, at) || (at != part.end && part.is_letter_m && parts == 1 && stands_alone)) break;
    const NumberReading read = read_number(text, at);
    if (read.fault != NumberFault::none) break;
    const Part next = part_unit(text, skip_spaces(text, read.number.end));
    if (next.factor == 0.0 || next.factor >= part.factor || stands_at(text, next.end, "_")) break;
    seconds += read.number.value * next.factor;
    out.number = seconds / next.factor;
    out.half = read.number.half;
    out.unit = {axis(Axis::time), next.factor};
    out.unit_text = next.text;
    out.end = next.end;
    part = next;
  }
  return out;
}

}  // namespace reckon::units

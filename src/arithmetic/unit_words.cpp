// SPDX-License-Identifier: MIT
#include "arithmetic/unit_words.hpp"

#include "units/characters.hpp"
#include "units/lookup.hpp"

namespace reckon::arithmetic {

bool is_time(const units::Unit& unit) {
  return unit.dimension == units::axis(Axis::time);
}

const units::Unit* unit_named(std::string_view word) {
  const units::Spelling* const found = units::find_spelling(word);
  return found == nullptr || found->is_kubernetes ? nullptr : &found->unit;
}

std::string_view unit_word(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '%') return text.substr(at, 1);
  const std::size_t end = units::word_end(text, at);
  if (end == at || end - at > longest_unit_word) return {};
  const bool runs_on = units::joins_word(text, end) && text[end] != '_';
  return runs_on ? std::string_view{} : text.substr(at, end - at);
}

UnitProduct further_factors(std::string_view text, std::size_t at) {
  UnitProduct out{{{}, 1.0}, at, Period::none};
  while (out.end < text.size() &&
         (text[out.end] == '-' || (text[out.end] == '*' && text.substr(out.end, 2) != "**"))) {
    const std::string_view next = unit_word(text, out.end + 1);
    const units::Unit* const factor = next.empty() ? nullptr : unit_named(next);
    if (factor == nullptr) break;
    out.unit.dimension = out.unit.dimension * factor->dimension;
    out.unit.factor *= factor->factor;
    if (is_time(*factor)) out.period = period_of(factor->factor);
    out.end += 1 + next.size();
  }
  return out;
}

}  // namespace reckon::arithmetic

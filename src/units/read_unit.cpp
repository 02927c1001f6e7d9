// SPDX-License-Identifier: MIT
#include <cmath>

#include <fmt/format.h>

#include "units/lookup.hpp"
#include "units/unit.hpp"

namespace reckon::units {
namespace {

std::size_t space_length(std::string_view t, std::size_t i) {
  if (i >= t.size()) return 0;
  if (t[i] == ' ' || t[i] == '\t') return 1;
  if (t.substr(i, 2) == "\xc2\xa0") return 2;
  if (t.substr(i, 3) == "\xe2\x80\xaf" || t.substr(i, 3) == "\xe2\x80\x89") return 3;
  return 0;
}
std::size_t skip(std::string_view t, std::size_t i) {
  while (const auto n = space_length(t, i)) i += n;
  return i;
}
bool word_char(std::string_view t, std::size_t i) {
  if (i >= t.size()) return false;
  const char c = t[i];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '$' || t.substr(i, 2) == "\xc2\xb5" || t.substr(i, 2) == "\xce\xbc";
}
std::size_t word_end(std::string_view t, std::size_t i) {
  while (word_char(t, i)) i += static_cast<unsigned char>(t[i]) >= 0x80 ? 2U : 1U;
  return i;
}

}  // namespace

base::Result<Unit> read_unit(std::string_view t) {
  Unit out;
  std::size_t i = skip(t, 0);
  int sign = 1;
  bool below = false;
  if (t == "1" || t.empty()) return out;
  if (t.substr(i, 2) == "1/") i += 1;
  while (i < t.size()) {
    if (t[i] == '/') {
      below = true;
      ++i;
    } else if (t.substr(i, 4) == "per ") {
      below = true;
      i += 4;
    } else if (t[i] == '*') {
      below = false;
      ++i;
    } else if (t.substr(i, 2) == "\xc2\xb7") {
      i += 2;
    } else if (t[i] == '(' || t[i] == ')') {
      ++i;
      continue;
    }
    i = skip(t, i);
    sign = below ? -1 : 1;
    const std::size_t end = word_end(t, i);
    const std::string_view word = t.substr(i, end - i);
    const Spelling* s = find_spelling(word);
    if (s == nullptr) {
      return base::Failure(base::problem("quantity.unknown-unit", fmt::format("'{}' is no unit", word.empty() ? t.substr(i) : word),
                                         {0, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(std::max(end, i + 1))}));
    }
    out.dimension = sign > 0 ? out.dimension * s->unit.dimension : out.dimension / s->unit.dimension;
    out.factor = sign > 0 ? out.factor * s->unit.factor : out.factor / s->unit.factor;
    i = skip(t, end);
  }
  return out;
}

}  // namespace reckon::units

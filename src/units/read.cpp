// SPDX-License-Identifier: MIT
#include "units/read.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "units/lookup.hpp"

namespace reckon::units {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t space_length(std::string_view t, std::size_t i) {
  if (i >= t.size()) return 0;
  if (t[i] == ' ') return 1;
  if (t.substr(i, 2) == "\xc2\xa0") return 2;
  return 0;
}
std::size_t skip(std::string_view t, std::size_t i) {
  while (const auto n = space_length(t, i)) i += n;
  return i;
}
bool word_char(std::string_view t, std::size_t i) {
  if (i >= t.size()) return false;
  const char c = t[i];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '$' || c == '_' || t.substr(i, 2) == "\xc2\xb5" || t.substr(i, 2) == "\xce\xbc";
}
std::size_t word_end(std::string_view t, std::size_t i) {
  while (word_char(t, i)) i += static_cast<unsigned char>(t[i]) >= 0x80 ? 2U : 1U;
  return i;
}

double magnitude(std::string_view w) {
  if (w == "k" || w == "K" || w == "thousand") return 1e3;
  if (w == "M" || w == "million") return 1e6;
  if (w == "G" || w == "B" || w == "bn" || w == "billion") return 1e9;
  if (w == "T" || w == "trillion") return 1e12;
  return 0;
}

}  // namespace

std::optional<Found> scan_quantity(std::string_view t, std::size_t at, const Expectation& expect) {
  Found f;
  std::size_t i = at;
  f.begin = at;
  Stated& s = f.stated;
  for (bool more = true; more;) {
    more = false;
    for (const auto& [mark, length] : {std::pair<std::string_view, int>{"~", 1}, {"\xe2\x89\x88", 3}, {"about ", 6}, {"roughly ", 8}}) {
      if (t.substr(i).starts_with(mark)) {
        s.approximate = true;
        i = skip(t, i + static_cast<std::size_t>(length));
        more = true;
      }
    }
    if (t.substr(i).starts_with("<")) {
      s.comparator = t.substr(i).starts_with("<=") ? Comparator::at_most : Comparator::less;
      i = skip(t, i + (s.comparator == Comparator::at_most ? 2 : 1));
      more = true;
    }
  }
  if (i >= t.size() || !(digit(t[i]) || (t[i] == '-' && i + 1 < t.size() && digit(t[i + 1])))) return std::nullopt;
  f.number_begin = i;
  std::string plain;
  if (t[i] == '-') plain += t[i++];
  int decimals = 0;
  bool point = false;
  while (i < t.size()) {
    if (digit(t[i])) {
      plain += t[i++];
      if (point) ++decimals;
    } else if ((t[i] == ',' || t[i] == '_') && i + 3 < t.size() && digit(t[i + 1]) && digit(t[i + 2]) && digit(t[i + 3])) {
      ++i;
    } else if (t[i] == '.' && !point && i + 1 < t.size() && digit(t[i + 1])) {
      point = true;
      plain += t[i++];
    } else {
      break;
    }
  }
  double n = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), n);
  double half = 0.5 * std::pow(10.0, -decimals);
  if (decimals == 0 && n != 0) {
    double unit = 1;
    const int digits = static_cast<int>(plain.size());
    for (int k = 0; k < digits - 2 && std::fmod(n, unit * 10) == 0; ++k) unit *= 10;
    half = 0.5 * unit;
  }
  f.end = i;
  double scale = 1;
  Unit unit;
  bool has_unit = false;
  // magnitude then unit chain
  std::size_t j = skip(t, i);
  std::size_t e = word_end(t, j);
  std::string_view w = t.substr(j, e - j);
  const bool count_wanted = !expect.dimension || expect.dimension->is_count();
  if (const double m = magnitude(w); m != 0 && (w.size() > 1 || (j == i && count_wanted && find_spelling(w) == nullptr) || (j == i && w == "M") || (j == i && w == "k"))) {
    scale = m;
    f.end = e;
    j = skip(t, e);
    e = word_end(t, j);
    w = t.substr(j, e - j);
  }
  const std::size_t unit_begin = j;
  bool below = false;
  while (true) {
    if (j < t.size() && t[j] == '/') {
      below = true;
      j = skip(t, j + 1);
    } else if (t.substr(j).starts_with("per ")) {
      below = true;
      j = skip(t, j + 4);
    } else if (has_unit && j < t.size() && t[j] == '*' ) {
      below = false;
      ++j;
    } else if (has_unit && t.substr(j).starts_with("\xc2\xb7")) {
      j += 2;
    } else if (has_unit) {
      // "of CPU time per second"
      break;
    }
    e = word_end(t, j);
    w = t.substr(j, e - j);
    const Spelling* sp = w.empty() ? nullptr : find_spelling(w);
    if (sp == nullptr && w.empty() == false && (w == "Mi" || w == "Gi" || w == "Ki")) {
      unit.factor = w == "Ki" ? 1024.0 : w == "Mi" ? 1048576.0 : 1073741824.0;
      if (expect.dimension && expect.dimension->of(Axis::data) == 1) unit.dimension = axis(Axis::data);
      has_unit = true;
      f.end = e;
      break;
    }
    if (w == "m" && expect.dimension && *expect.dimension == axis(Axis::core)) {
      unit = {axis(Axis::core), 1e-3};
      has_unit = true;
      f.end = e;
      break;
    }
    if (sp == nullptr) break;
    unit.dimension = below ? unit.dimension / sp->unit.dimension : unit.dimension * sp->unit.dimension;
    unit.factor = below ? unit.factor / sp->unit.factor : unit.factor * sp->unit.factor;
    has_unit = true;
    f.end = e;
    j = skip(t, e);
  }
  if (has_unit) {
    std::size_t k = skip(t, f.end);
    if (t.substr(k).starts_with("of ")) {
      const auto per = t.find(" per ", k);
      if (per != std::string_view::npos && per - k < 20) {
        const std::size_t b = skip(t, per + 5);
        const std::size_t en = word_end(t, b);
        if (const Spelling* sp = find_spelling(t.substr(b, en - b))) {
          unit.dimension = unit.dimension / sp->unit.dimension;
          unit.factor /= sp->unit.factor;
          f.end = en;
        }
      }
    }
    s.unit_text = std::string(t.substr(unit_begin, f.end - unit_begin));
  }
  s.number = n * scale;
  s.unit = unit;
  s.dimension = unit.dimension;
  s.interval = {(n - half) * scale * unit.factor, n * scale * unit.factor, (n + half) * scale * unit.factor};
  return f;
}

base::Result<Stated> read_quantity(std::string_view t, const Expectation& expect) {
  const auto f = scan_quantity(t, skip(t, 0), expect);
  const base::Span all{0, 0, static_cast<std::uint32_t>(t.size())};
  if (!f) return base::Failure(base::problem("quantity.not-a-number", fmt::format("'{}' is no quantity", t), all));
  if (skip(t, f->end) != t.size()) {
    auto rest = read_unit(t.substr(f->end));
    return base::Failure(base::problem("quantity.unknown-unit", fmt::format("'{}' is no unit", t.substr(f->end)), {0, static_cast<std::uint32_t>(f->end), all.end}));
  }
  if (expect.dimension && f->stated.dimension != *expect.dimension && !(expect.transparent_counts && f->stated.dimension.without_counts() == expect.dimension->without_counts())) {
    return base::Failure(base::problem("quantity.wrong-dimension", fmt::format("'{}' is {}, wanted is {}", t, describe(f->stated.dimension), describe(*expect.dimension)), all));
  }
  return f->stated;
}

}  // namespace reckon::units

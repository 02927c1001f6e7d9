// SPDX-License-Identifier: MIT
#include "formula/literal.hpp"

#include "formula/characters.hpp"
#include "formula/codes.hpp"
#include "formula/functions.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace reckon::formula {
namespace {

/// A unit longer than this is no unit; it also bounds the work for one literal.
constexpr std::size_t most_ends = 12;
constexpr std::size_t longest_literal = 160;

constexpr std::array<std::string_view, 5> currencies{"$", "€", "£", "¥", "₹"};

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (digit_at(text, at)) ++at;
  return at;
}

std::size_t currency_end(std::string_view text, std::size_t at) {
  for (const std::string_view sign : currencies) {
    if (text.compare(at, sign.size(), sign) == 0) return at + sign.size();
  }
  std::size_t end = at;
  while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
  const std::size_t number = skip_blanks(text, end);
  return end == at + 3 && number > end && digit_at(text, number) ? end : at;
}

bool is_group(std::string_view text, std::size_t at) {
  return digits_end(text, at) == at + 3;
}

struct Number {
  std::size_t end = 0;
  std::size_t ambiguous_comma = 0;  ///< 0: none
};

/// Malformed digit runs (`1.000.000`, `1,5`) are taken whole so that read_quantity can say what is wrong with
/// them.
Number number_end(std::string_view text, std::size_t at, const LiteralPlace& place) {
  Number number;
  const std::size_t first = at;
  at = digits_end(text, at);
  const bool short_head = at > first && at - first <= 3;
  bool plain = true;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '_' && digit_at(text, at + 1)) {
      at = digits_end(text, at + 1);
    } else if (c == ',' && digit_at(text, at + 1)) {
      if (place.argument && !place.sole_argument) {
        if (!short_head || !is_group(text, at + 1)) break;
        // Nobody writes an argument as `000` or `050`: such a group is surely part of the number.
        if (text[at + 1] != '0' && plain) number.ambiguous_comma = at;
      }
      at = digits_end(text, at + 1);
    } else if (c == '.' && digit_at(text, at + 1)) {
      at = digits_end(text, at + 1);
      plain = false;
    } else {
      const std::size_t next = skip_blanks(text, at);
      if (!short_head || !plain || next == at || !is_group(text, next)) break;
      at = next + 3;
    }
  }
  if (at > first && at < text.size() && text[at] == '.' && word_end(text, at + 1) == at + 1) ++at;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 1 : 0;
    if (digit_at(text, at + 1 + sign)) at = digits_end(text, at + 1 + sign);
  }
  number.end = at;
  return number;
}

std::size_t power_sign_end(std::string_view text, std::size_t at) {
  if (text.compare(at, 2, "**") == 0) return at + 2;
  return at < text.size() && text[at] == '^' ? at + 1 : at;
}

/// Behind `2^30` or `10⁶`, when a unit word follows; otherwise `at`.
std::size_t powered_number_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const std::size_t sign = skip_blanks(text, at);
  if (const std::size_t digits = power_sign_end(text, sign); digits > sign) {
    const std::size_t exponent = skip_blanks(text, digits);
    end = digits_end(text, exponent);
    if (end == exponent) return at;
  } else {
    std::string exponent;
    end = superscript_end(text, at, exponent);
  }
  if (end == at) return at;
  const std::size_t word = skip_blanks(text, end);
  const std::size_t stop = word_end(text, word);
  return stop > word && !is_keyword(text.substr(word, stop - word)) ? end : at;
}

/// A place where the literal could end, and whether a blank alone led to what stands in front of it.
struct End {
  std::size_t at = 0;
  bool juxtaposed = false;
};

class UnitScan {
 public:
  UnitScan(std::string_view text, std::size_t number_end, const Names& names, bool glued_only)
      : text_(text), at_(number_end), number_end_(number_end), names_(names), glued_only_(glued_only) {}

  std::vector<End> ends() {
    std::vector<End> out{{number_end_, false}};
    while (out.size() < most_ends) {
      const std::optional<End> next = step();
      if (!next || next->at - number_end_ > longest_literal) break;
      at_ = next->at;
      out.push_back(*next);
    }
    return out;
  }

 private:
  [[nodiscard]] bool has_unit() const { return at_ > number_end_; }

  /// The word at `at` as part of a unit: no keyword, no function that is called here.
  [[nodiscard]] std::optional<std::size_t> unit_word(std::size_t at, bool names_win) const {
    const std::size_t end = word_end(text_, at);
    const std::string_view word = text_.substr(at, end - at);
    if (word.empty() || is_keyword(word) || (names_win && names_.has(word))) return std::nullopt;
    const std::size_t next = skip_blanks(text_, end);
    const bool called = next < text_.size() && text_[next] == '(';
    if (called && (names_win || find_function(word) != nullptr)) return std::nullopt;
    return end;
  }

  [[nodiscard]] std::optional<End> step() const {
    const std::size_t next = skip_blanks(text_, at_);
    if (next >= text_.size()) return std::nullopt;
    if (text_[next] == '%') return has_unit() ? std::nullopt : std::optional(End{next + 1, true});
    if (const std::size_t end = word_end(text_, next); end > next) {
      if (text_.substr(next, end - next) == "per") {
        const auto unit = unit_word(skip_blanks(text_, end), false);
        return unit ? std::optional(End{*unit, true}) : std::nullopt;
      }
      const auto unit = unit_word(next, false);
      return unit ? std::optional(End{*unit, true}) : std::nullopt;
    }
    if (!has_unit()) return per_number(next);
    if (auto powered = exponent(next)) return powered;
    if (auto compound = compound_part(next)) return compound;
    return joined(next);
  }

  /// `100k/s` has its magnitude as a unit word; `80/s` and `80 /s` end here.
  [[nodiscard]] std::optional<End> per_number(std::size_t next) const {
    if (text_[next] != '/' || next + 1 >= text_.size()) return std::nullopt;
    const auto unit = unit_word(next + 1, true);
    return unit ? std::optional(End{*unit, false}) : std::nullopt;
  }

  [[nodiscard]] std::optional<End> exponent(std::size_t next) const {
    if (next != at_) return std::nullopt;
    std::string digits;
    if (const std::size_t end = superscript_end(text_, next, digits); end > next) return End{end, false};
    const std::size_t number = power_sign_end(text_, next);
    if (number == next) return std::nullopt;
    const std::size_t sign = number < text_.size() && text_[number] == '-' ? number + 1 : number;
    const std::size_t end = digits_end(text_, sign);
    return end > sign ? std::optional(End{end, false}) : std::nullopt;
  }

  /// `7h 12min`: a further number with its own unit word.
  [[nodiscard]] std::optional<End> compound_part(std::size_t next) const {
    if (next == at_ || !is_digit(text_[next])) return std::nullopt;
    const auto unit = unit_word(skip_blanks(text_, digits_end(text_, next)), true);
    return unit ? std::optional(End{*unit, true}) : std::nullopt;
  }

  [[nodiscard]] std::optional<End> joined(std::size_t next) const {
    static constexpr std::array<std::string_view, 5> joints{"*", "/", "·", "⋅", "-"};
    for (const std::string_view joint : joints) {
      if (text_.compare(next, joint.size(), joint) != 0) continue;
      const std::size_t behind = next + joint.size();
      const std::size_t word = skip_blanks(text_, behind);
      const bool glued = next == at_ && word == behind;
      if (!glued && (glued_only_ || joint == "-")) return std::nullopt;
      const auto unit = unit_word(word, true);
      return unit ? std::optional(End{*unit, false}) : std::nullopt;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t number_end_;
  const Names& names_;
  bool glued_only_;
};

/// A bare magnitude (`100k`, `36M`) needs to be told that a plain number is welcome. `B` stays out of that:
/// it is a byte as often as a billion.
base::Result<units::Stated> read(std::string_view piece, const Scope& scope) {
  units::Expectation expect;
  expect.transparent_counts = scope.transparent_counts;
  auto stated = units::read_quantity(piece, expect);
  if (stated) return stated;
  const char last = piece.back();
  if (last != 'k' && last != 'K' && last != 'M' && last != 'G' && last != 'T') return stated;
  expect.dimension = units::Dimension{};
  auto plain = units::read_quantity(piece, expect);
  return plain ? plain : stated;
}

base::Diagnostic moved(base::Diagnostic diagnostic, std::size_t by) {
  const auto move = [by](base::Label& label) {
    label.span.begin += static_cast<std::uint32_t>(by);
    label.span.end += static_cast<std::uint32_t>(by);
  };
  move(diagnostic.primary);
  for (base::Label& label : diagnostic.secondary) move(label);
  return diagnostic;
}

base::Diagnostic ambiguous(std::string_view text, std::size_t at, const Number& number) {
  const std::string_view piece = text.substr(at, number.end - at);
  std::string plain(piece);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  std::string spaced(piece);
  spaced.insert(number.ambiguous_comma - at + 1, " ");
  base::Diagnostic out = base::problem(
      std::string(codes::ambiguous_comma), fmt::format("'{}' can be one number or two arguments", piece),
      {0, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(number.end)});
  out.remarks.push_back(
      {"help", fmt::format("write '{}' for the number, '{}' for two arguments", plain, spaced)});
  return out;
}

}  // namespace

bool starts_literal(std::string_view text, std::size_t at) {
  return is_digit(text[at]) || (text[at] == '.' && digit_at(text, at + 1)) || currency_end(text, at) != at;
}

base::Result<Literal> scan_literal(std::string_view text, std::size_t at, const Names& names,
                                   LiteralPlace place) {
  const std::size_t digits = skip_blanks(text, currency_end(text, at));
  const Number number = number_end(text, digits, place);
  if (number.ambiguous_comma != 0) return base::Failure(ambiguous(text, at, number));

  std::vector<End> ends{{number.end, false}};
  if (!place.exponent) {
    const std::size_t powered = powered_number_end(text, number.end);
    ends = UnitScan(text, powered, names, place.after_division).ends();
    // `2^30 foo` is a power and a stray word, not a quantity.
    if (powered != number.end) ends.front() = {number.end, false};
  }
  for (std::size_t i = ends.size(); i-- > 0;) {
    const auto stated = read(text.substr(at, ends[i].at - at), names.scope());
    if (!stated) continue;
    // A word that nothing joins to the quantity can only be a unit that nobody knows.
    if (i + 1 < ends.size() && ends[i + 1].juxtaposed) {
      const auto longer = read(text.substr(at, ends[i + 1].at - at), names.scope());
      return base::Failure(moved(longer.error(), at));
    }
    return Literal{ends[i].at, *stated};
  }
  const std::size_t shown = ends.size() > 1 && ends[1].juxtaposed ? ends[1].at : ends[0].at;
  const auto failed = read(text.substr(at, shown - at), names.scope());
  return base::Failure(moved(failed.error(), at));
}

}  // namespace reckon::formula

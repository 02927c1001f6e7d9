// SPDX-License-Identifier: MIT
#include "units/unit_expression.hpp"

#include "units/characters.hpp"
#include "units/lookup.hpp"
#include "units/notes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::units {
namespace {

constexpr int deepest_bracket = 8;
constexpr int most_factors = 24;
/// Far beyond any real unit, and far from the limits of the exponents' type.
constexpr int highest_exponent = 40;

constexpr std::array<std::string_view, 4> times_signs{"*", "\xc2\xb7", "\xe2\x8b\x85", "\xc3\x97"};

bool fits(const Dimension& dimension) {
  return std::all_of(dimension.exponents.begin(), dimension.exponents.end(), [](int exponent) {
    return exponent >= -highest_exponent && exponent <= highest_exponent;
  });
}

class Parser {
 public:
  Parser(std::string_view text, UnitPlace place) : text_(text), place_(place) {}

  UnitReading read(std::size_t at) {
    at_ = skip_spaces(text_, at);
    out_.end = at;
    out_.unit = expression(0);
    return out_;
  }

 private:
  [[nodiscard]] bool failed() const { return out_.fault != UnitFault::none; }

  void fail(UnitFault fault, std::size_t begin, std::size_t end) {
    if (failed()) return;
    out_.fault = fault;
    out_.fault_begin = std::min(begin, text_.size());
    out_.fault_end = std::min(std::max(end, begin), text_.size());
  }

  /// What joins the next factor: +1 to multiply, -1 to divide, 0 when there is nothing. Moves `at_` behind
  /// it.
  int joint() {
    const std::size_t next = skip_spaces(text_, at_);
    if (const std::size_t behind = over_end(text_, next); behind != next) {
      at_ = behind;
      return -1;
    }
    for (const std::string_view sign : times_signs) {
      if (!stands_at(text_, next, sign) || stands_at(text_, next, "**")) continue;
      const std::size_t behind = skip_spaces(text_, next + sign.size());
      const bool glued = next == at_ && behind == next + sign.size();
      if (!glued && place_ == UnitPlace::prose) return 0;
      at_ = behind;
      return 1;
    }
    return 0;
  }

  Unit expression(int depth) {
    Unit unit;
    bool divided = false;
    bool first = true;
    // "1/s", in a unit that stands alone.
    const bool has_one =
        place_ == UnitPlace::whole && stands_at(text_, at_, "1") && !joins_word(text_, at_ + 1);
    if (has_one) {
      ++at_;
      first = false;
      mark_end(depth);
    }
    while (!failed()) {
      const std::size_t before = at_;
      int sign = 1;
      if (!first || over_end(text_, at_) != at_) sign = joint();
      if (sign == 0) break;
      Unit next;
      if (!factor(depth, next)) {
        at_ = before;
        break;
      }
      if (sign > 0 && divided) add_note(out_.notes, notes::divided_then_multiplied);
      divided = divided || sign < 0;
      unit.dimension = sign > 0 ? unit.dimension * next.dimension : unit.dimension / next.dimension;
      unit.factor = sign > 0 ? unit.factor * next.factor : unit.factor / next.factor;
      if (!fits(unit.dimension) || ++factors_ > most_factors) fail(UnitFault::too_complex, before, at_);
      first = false;
      mark_end(depth);
    }
    return unit;
  }

  /// Only what stands outside brackets can be an end.
  void mark_end(int depth) {
    if (depth == 0) out_.end = at_;
  }

  bool factor(int depth, Unit& out) {
    if (place_ == UnitPlace::whole && stands_at(text_, at_, "(")) {
      if (!bracket(depth, out)) return false;
    } else if (!word(out)) {
      return false;
    }
    while (is_hyphenated()) {
      Unit next;
      ++at_;
      if (!word(next)) return false;
      out = {out.dimension * next.dimension, out.factor * next.factor};
      if (!fits(out.dimension) || ++factors_ > most_factors) fail(UnitFault::too_complex, at_, at_);
    }
    const Superscript power = read_power(text_, at_);
    if (power.end == at_) return true;
    for (const int exponent : out.dimension.exponents) {
      if (std::abs(exponent * power.value) <= highest_exponent) continue;
      fail(UnitFault::too_complex, at_, power.end);
      return false;
    }
    if (std::abs(power.value) > highest_exponent) {  // of a plain unit: %^9999
      fail(UnitFault::too_complex, at_, power.end);
      return false;
    }
    out = {units::power(out.dimension, power.value), std::pow(out.factor, power.value)};
    at_ = power.end;
    return true;
  }

  /// A known unit follows behind a glued hyphen: GB-month is one factor, and "per GB-month" divides by both.
  [[nodiscard]] bool is_hyphenated() const {
    if (failed() || !stands_at(text_, at_, "-") || letter_length(text_, at_ + 1) == 0) return false;
    const std::size_t end = word_end(text_, at_ + 1);
    return !joins_word(text_, end) && find_spelling(text_.substr(at_ + 1, end - at_ - 1)) != nullptr;
  }

  bool bracket(int depth, Unit& out) {
    const std::size_t opened = at_;
    if (depth >= deepest_bracket) {
      fail(UnitFault::too_complex, opened, text_.size());
      return false;
    }
    at_ = skip_spaces(text_, at_ + 1);
    out = expression(depth + 1);
    at_ = skip_spaces(text_, at_);
    if (!failed() && !stands_at(text_, at_, ")")) fail(UnitFault::open_bracket, opened, opened + 1);
    if (failed()) return false;
    ++at_;
    return true;
  }

  bool word(Unit& out) {
    std::size_t end = word_end(text_, at_);
    // US$ is one word although $ ends any other.
    if (stands_at(text_, at_, "US$")) end = at_ + 3;
    const bool is_sign = end == at_ + 1 && (text_[at_] == '%' || text_[at_] == '$');
    const bool cut = !is_sign && joins_word(text_, end);
    const Spelling* found = end == at_ || cut ? nullptr : find_spelling(text_.substr(at_, end - at_));
    if (end == at_ && stands_at(text_, at_, "\xc3\x97")) {
      end = at_ + 2;
      found = find_spelling(text_.substr(at_, 2));
    }
    if (found == nullptr || found->is_kubernetes) {
      while (joins_word(text_, end)) ++end;
      fail(end == at_ ? UnitFault::missing : UnitFault::unknown, at_, end);
      return false;
    }
    add_note(out_.notes, found->note);
    out = found->unit;
    at_ = end;
    return true;
  }

  std::string_view text_;
  UnitPlace place_;
  std::size_t at_ = 0;
  int factors_ = 0;
  UnitReading out_;
};

}  // namespace

void add_note(NoteCodes& codes, std::string_view code) {
  for (std::string_view& note : codes) {
    if (code.empty() || note == code) return;
    if (!note.empty()) continue;
    note = code;
    return;
  }
}

Refusal refusal_of(const UnitReading& read, std::string_view text) {
  const std::size_t begin = read.fault == UnitFault::none ? skip_spaces(text, read.end) : read.fault_begin;
  const std::size_t end = read.fault == UnitFault::none ? text.size() : read.fault_end;
  const std::string_view word = text.substr(begin, end - begin);
  if (read.fault == UnitFault::too_complex) return {Reason::complex_unit, begin, end, {}};
  if (read.fault == UnitFault::open_bracket) return {Reason::open_bracket, begin, end, {}};
  if (const std::size_t foreign = foreign_currency_length(text, begin); foreign > 0) {
    return {Reason::other_currency, begin, begin + foreign, {}};
  }
  if (read.fault != UnitFault::unknown) return {Reason::trailing_text, begin, text.size(), {}};
  if (const std::string_view why = explain_spelling(word); !why.empty()) {
    return {Reason::ambiguous_unit, begin, end, std::string(why)};
  }
  return {Reason::unknown_unit, begin, end, suggest_spelling(word)};
}

std::size_t over_end(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "/")) return skip_spaces(text, at + 1);
  if (stands_at(text, at, "\xc3\xb7")) return skip_spaces(text, at + 2);
  if (word_stands_at(text, at, "per")) return skip_spaces(text, at + 3);
  return at;
}

UnitReading read_unit_expression(std::string_view text, std::size_t at, UnitPlace place) {
  return Parser(text, place).read(at);
}

}  // namespace reckon::units

// SPDX-License-Identifier: MIT
#include "units/amount.hpp"

#include "units/characters.hpp"
#include "units/duration.hpp"
#include "units/lookup.hpp"
#include "units/marks.hpp"
#include "units/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace reckon::units {
namespace {

constexpr int most_filler_words = 3;
constexpr int most_nines = 12;

/// Signs and codes of currencies that may stand in front of a number.
constexpr std::array<std::string_view, 3> dollars{"US$", "USD", "$"};

std::string without(std::string_view text, std::string_view unwanted) {
  std::string out(text);
  out.erase(std::remove_if(out.begin(), out.end(),
                           [&](char c) { return unwanted.find(c) != std::string_view::npos; }),
            out.end());
  return out;
}

std::string with_point(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), ',', '.');
  return out;
}

std::string regrouped(std::string_view digits) {
  std::string out = without(digits, ",._");
  const std::size_t first = out.find_first_of("0123456789");
  for (std::size_t i = out.size(); first != std::string::npos && i > first + 3;) {
    i -= 3;
    out.insert(i, ",");
  }
  return out;
}

std::string decimal_of_hexadecimal(std::string_view text) {
  constexpr std::size_t longest = 12;
  unsigned long long value = 0;
  const std::size_t first = text.find_first_of("xX");
  if (first == std::string_view::npos || text.size() > longest) return {};
  for (const char c : text.substr(first + 1)) {
    const char l = lower(c);
    if (!is_digit(l) && (l < 'a' || l > 'f')) return {};
    value = value * 16 + static_cast<unsigned long long>(is_digit(l) ? l - '0' : l - 'a' + 10);
  }
  return fmt::format("write {}", value);
}

}  // namespace

bool AmountReader::refuse(Reason reason, std::size_t begin, std::size_t end, std::string help) {
  refusal = {reason, begin, end, std::move(help)};
  return false;
}

bool AmountReader::refuse_number(NumberFault fault, std::size_t begin, std::size_t end) {
  const std::string_view shown = written(begin, end);
  // Suggestions repeat the text at fault, which nobody reads when it is long.
  const bool is_short = shown.size() <= 40;
  switch (fault) {
    case NumberFault::none:
    case NumberFault::missing:
      break;
    case NumberFault::decimal_comma:
      return refuse(
          Reason::decimal_comma, begin, end,
          is_short ? fmt::format("write {} for the decimal, {} for the whole number",
                                 with_point(without(shown, shown.find('.') < shown.find(',') ? "." : "")),
                                 regrouped(shown))
                   : std::string{});
    case NumberFault::dotted_groups:
      return refuse(
          Reason::dotted_groups, begin, end,
          is_short ? fmt::format("write {} if the points part groups, one point alone if it starts decimals",
                                 regrouped(shown))
                   : std::string{});
    case NumberFault::bad_groups:
      return refuse(Reason::bad_groups, begin, end,
                    is_short ? fmt::format("write {}", regrouped(shown)) : std::string{});
    case NumberFault::hexadecimal:
      return refuse(Reason::hexadecimal, begin, end, decimal_of_hexadecimal(shown));
    case NumberFault::too_large:
      return refuse(Reason::too_large, begin, end);
  }
  return refuse(Reason::not_a_number, begin, text_.size());
}

/// Dollars in front of the number; any other currency is refused.
bool AmountReader::read_currency(std::size_t& at) {
  if (digit_at(text_, at)) return true;
  for (const std::string_view dollar : dollars) {
    if (!stands_at(text_, at, dollar)) continue;
    const std::size_t next = skip_spaces(text_, at + dollar.size());
    if (!digit_at(text_, next) && !stands_at(text_, next, ".") && !stands_at(text_, next, "-")) break;
    currency_ = dollar;
    at = next;
    return true;
  }
  const std::size_t foreign = foreign_currency_length(text_, at);
  if (foreign > 0 && digit_at(text_, skip_spaces(text_, at + foreign))) {
    return refuse(Reason::other_currency, at, at + foreign);
  }
  return true;
}

bool AmountReader::read_number_at(std::size_t at) {
  std::size_t here = at;
  // "-$5": the sign may stand in front of the currency.
  if ((stands_at(text_, here, "-$") || stands_at(text_, here, "-US$"))) {
    negative_ = true;
    ++here;
  }
  if (!read_currency(here)) return false;
  digits_ = here;
  const NumberReading read = read_number(text_, here);
  if (read.fault == NumberFault::missing) {
    const Number word = read_number_word(text_, here);
    if (word.end == here) return refuse_number(read.fault, at, text_.size());
    amount.number = word.value;
    amount.half = word.half;
    amount.end = word.end;
    is_plain_integer_ = true;
    return true;
  }
  if (read.fault != NumberFault::none) return refuse_number(read.fault, here, read.number.end);
  amount.number = negative_ ? -read.number.value : read.number.value;
  amount.half = read.number.half;
  amount.end = read.number.end;
  is_plain_integer_ = read.number.is_plain_integer && !negative_;
  return true;
}

/// `1/3` is a fraction; `80/20` a split, `24/7` a schedule. False on a refusal.
bool AmountReader::read_fraction() {
  const std::size_t slash = amount.end;
  const bool is_slash = stands_at(text_, slash, "/") && digit_at(text_, slash + 1);
  const bool is_x = slash < text_.size() && lower(text_[slash]) == 'x' && digit_at(text_, slash + 1);
  if (!is_plain_integer_ || (!is_slash && !is_x)) return true;
  const std::size_t end = digits_end(text_, slash + 1);
  if (joins_word(text_, end)) return true;
  const double below = read_number(text_, slash + 1).number.value;
  if (amount.number == 24.0 && below == 7.0) return refuse(Reason::schedule, digits_, end);
  if (is_x) return true;
  const bool goes_on =
      stands_at(text_, end, "/") ||
      ((stands_at(text_, end, ".") || stands_at(text_, end, ",")) && digit_at(text_, end + 1));
  if (amount.number + below == 100.0) return refuse(Reason::split, digits_, end);
  if (goes_on || amount.number >= below) {
    if (goes_on || !in_prose())
      return refuse(Reason::split, digits_, end, "write the result of the division");
    return true;
  }
  amount.number /= below;
  amount.half = 0.0;
  amount.end = end;
  return true;
}

/// `1h30m`. False on a refusal.
bool AmountReader::read_duration() {
  const Duration found = read_compound_duration(text_, digits_, amount.end);
  if (found.end == amount.end) return true;
  amount.unit = found.unit;
  amount.unit_text = found.unit_text;
  amount.number = negative_ ? -found.number : found.number;
  amount.half = found.half;
  amount.end = found.end;
  amount.has_unit = true;
  done_ = true;
  return true;
}

/// `5 nines`. False on a refusal.
bool AmountReader::read_nines() {
  const std::size_t word = skip_spaces(text_, amount.end);
  if (!word_stands_at(text_, word, "nines") && !word_stands_at(text_, word, "nine")) return true;
  const std::size_t end = word_end(text_, word);
  const int count = is_plain_integer_ && amount.number <= most_nines ? static_cast<int>(amount.number) : 0;
  const bool wanted = in_prose() || (expect_.dimension && expect_.dimension->is_dimensionless());
  const auto share = [count] {  // two nines are 99 %, three 99.9 %
    return count == 1   ? std::string("90")
           : count == 2 ? std::string("99")
                        : "99." + std::string(static_cast<std::size_t>(count - 2), '9');
  };
  if (count < 1 || !wanted) {
    return refuse(Reason::nines, begin_, end, count < 1 ? std::string{} : fmt::format("write {} %", share()));
  }
  double failing = 1.0;
  for (int i = 0; i < count; ++i) failing *= 10.0;
  amount.number = (failing - 1.0) / failing;
  amount.half = 0.0;
  amount.end = end;
  done_ = true;
  return true;
}

Follower AmountReader::follower_of(std::size_t word_end_at) const {
  const std::size_t next = skip_spaces(text_, word_end_at);
  if (next >= text_.size()) return Follower::nothing;
  if (over_end(text_, next) != next) return Follower::over;
  if (next == word_end_at) {
    if (read_power(text_, next).end != next || stands_at(text_, next, "*") ||
        stands_at(text_, next, "\xc2\xb7")) {
      return Follower::other_joint;
    }
    if (stands_at(text_, next, "-") && letter_length(text_, next + 1) > 0) return Follower::other_joint;
  }
  const std::size_t end = word_end(text_, next);
  if (end == next || joins_word(text_, end) || find_spelling(written(next, end)) == nullptr)
    return Follower::nothing;
  return Follower::unit;
}

void AmountReader::take(const UnitReading& unit, std::string_view unit_text) {
  amount.unit = unit.unit;
  amount.unit_text = unit_text;
  amount.end = unit.end;
  amount.has_unit = true;
  for (const std::string_view code : unit.notes) add_note(amount.notes, code);
}

bool AmountReader::refuse_unit(const UnitReading& unit) {
  refusal = refusal_of(unit, text_);
  return false;
}

/// "ms of CPU time per second": the words are skipped when a rate follows them.
void AmountReader::take_filler() {
  const std::size_t of = skip_spaces(text_, amount.end);
  if (of == amount.end || !word_stands_at(text_, of, "of")) return;
  std::size_t here = skip_spaces(text_, of + 2);
  for (int words = 0; words <= most_filler_words; ++words) {
    if (words > 0 && over_end(text_, here) != here) {
      const UnitReading rate = read_unit_expression(text_, here, UnitPlace::prose);
      if (rate.end == here) return;
      amount.unit = {amount.unit.dimension * rate.unit.dimension, amount.unit.factor * rate.unit.factor};
      if (text_[here] != '/') amount.unit_text += ' ';
      amount.unit_text += written(here, rate.end);
      amount.end = rate.end;
      for (const std::string_view code : rate.notes) add_note(amount.notes, code);
      return;
    }
    const std::size_t end = word_end(text_, here);
    if (end == here) return;
    here = skip_spaces(text_, end);
  }
}

bool AmountReader::read_expression(std::size_t at) {
  const bool glued = at == amount.end;
  const UnitReading unit = read_unit_expression(text_, at, place_);
  if (unit.end == at) {
    if (!in_prose()) return refuse_unit(unit);
    // "2FA" and "3rd" are words; "40x3" goes on with another number.
    return !glued || !joins_word(text_, at) ? true : refuse_unit(unit);
  }
  if (!in_prose() && unit.fault != UnitFault::none && unit.fault != UnitFault::missing)
    return refuse_unit(unit);
  take(unit, written(at, unit.end));
  if (in_prose()) take_filler();
  return true;
}

bool AmountReader::read_meaning(const Meaning& meaning, std::size_t begin, std::size_t end) {
  add_note(amount.notes, meaning.note);
  switch (meaning.kind) {
    case Meaning::Kind::refused:
      return refuse(meaning.reason, digits_, end, meaning.help);
    case Meaning::Kind::unit:
    case Meaning::Kind::multiplier: {
      UnitReading unit;
      unit.unit = meaning.unit;
      unit.end = end;
      take(unit, written(begin, end));
      done_ = true;
      const std::size_t next = skip_spaces(text_, end);
      if (meaning.kind == Meaning::Kind::multiplier && word_stands_at(text_, next, "peak"))
        amount.end = next + 4;
      return true;
    }
    case Meaning::Kind::magnitude:
      amount.magnitude = meaning.factor;
      amount.number *= meaning.factor;
      amount.half *= meaning.factor;
      amount.has_letter = meaning.is_letter;
      amount.end = end;
      return true;
    case Meaning::Kind::listed:
    case Meaning::Kind::not_taken:
      return true;
  }
  return true;
}

/// "1 to 2 GB", "100 or more": a word, but no unit.
bool AmountReader::ends_before_mark() const {
  const std::size_t range = range_mark_end(text_, amount.end);
  if (range != amount.end && digit_at(text_, range)) return true;
  return read_trailing_marks(text_, amount.end).end != amount.end;
}

bool AmountReader::read_behind_number() {
  for (int step = 0; step < 2 && !done_; ++step) {
    const std::size_t next = skip_spaces(text_, amount.end);
    if (ends_before_mark()) return true;
    std::size_t end = word_end(text_, next);
    if (stands_at(text_, next, "\xc3\x97")) end = next + 2;
    if (step == 0 && end > next) {
      // "40x3": a further number, not a factor.
      const bool multiplies = (end == next + 1 && lower(text_[next]) == 'x') || text_[next] == '\xc3';
      if (multiplies && digit_at(text_, skip_spaces(text_, end))) {
        return in_prose()
                   ? true
                   : refuse(Reason::trailing_text, next, text_.size(), "write the product, or a formula");
      }
      const bool cut = text_[next] != '%' && text_[next] != '$' && joins_word(text_, end);
      SlotWord word;
      word.text = cut ? std::string_view{} : written(next, end);
      word.is_glued = next == amount.end;
      word.follower = follower_of(end);
      word.is_money = !currency_.empty();
      word.number = amount.number;
      word.number_written = written(digits_, std::min(amount.end, digits_ + 24));
      const Meaning meaning = meaning_of(word, expect_, place_);
      if (!read_meaning(meaning, next, end)) return false;
      if (meaning.kind == Meaning::Kind::not_taken) return true;
      if (meaning.kind == Meaning::Kind::magnitude) continue;
      if (done_) return true;
    }
    const bool is_over = over_end(text_, next) != next;
    if (!currency_.empty() && !is_over) return true;
    if (end == next && !is_over) {
      const std::size_t foreign = in_prose() ? 0 : foreign_currency_length(text_, next);
      return foreign == 0 || refuse(Reason::other_currency, next, next + foreign);
    }
    if (is_over && digit_at(text_, over_end(text_, next))) return true;
    return read_expression(next);
  }
  return true;
}

bool AmountReader::read(std::size_t at) {
  begin_ = at;
  if (!read_number_at(at)) return false;
  if (!read_fraction()) return false;
  if (currency_.empty() && !read_duration()) return false;
  if (!done_ && !read_nines()) return false;
  if (!done_ && !read_behind_number()) return false;
  if (!currency_.empty()) {
    const bool spaced = amount.unit_text.starts_with("per");
    amount.unit.dimension = amount.unit.dimension * axis(Axis::money);
    amount.unit_text = std::string(currency_) + (spaced ? " " : "") + amount.unit_text;
    amount.has_unit = true;
    if (currency_ == "$") add_note(amount.notes, notes::dollar);
  }
  // A small b may be meant as bytes where a size is wanted, but never in a rate.
  if (amount.unit.dimension.of(Axis::time) != 0) {
    for (std::string_view& code : amount.notes) {
      if (code == notes::bits) code = {};
    }
  }
  return true;
}

}  // namespace reckon::units

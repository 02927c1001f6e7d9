// SPDX-License-Identifier: MIT
#include "arithmetic/figure_unit.hpp"

#include "arithmetic/lexicon.hpp"
#include "arithmetic/suffixes.hpp"
#include "arithmetic/unit_words.hpp"
#include "units/characters.hpp"
#include "units/duration.hpp"
#include "units/lookup.hpp"
#include "units/number.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace reckon::arithmetic {
namespace {

using units::Axis;
using units::skip_spaces;

/// A `B` behind a whole number above this means bytes ("64B"); billions are written "2B" or "1.5B".
constexpr double fewest_bytes = 12.0;

std::string lower_case(std::string_view word) {
  std::string out(word.substr(0, longest_unit_word));
  for (char& c : out) c = units::lower(c);
  return out;
}

class UnitReader {
 public:
  UnitReader(std::string_view text, Figure& figure, std::vector<Reading>& readings)
      : text_(text), figure_(figure), readings_(readings), at_(figure.number_end) {
    figure_.first_reading = static_cast<std::uint32_t>(readings.size());
  }

  void read() {
    if (compound_duration()) return;
    const bool is_money = figure_.currency != Currency::none;
    scales();
    // Money has its unit in front: only what follows "per" is left.
    if (!is_money && !suffix()) first_unit();
    denominators();
    if (figure_.unit_end > figure_.unit_begin) figure_.end = std::max(figure_.end, figure_.unit_end);
  }

 private:
  std::string_view word(std::size_t at) const { return unit_word(text_, at); }

  /// Where the word behind the number begins: glued, behind one space, or behind a hyphen ("5-minute").
  std::size_t word_begin() const {
    if (at_ < text_.size() && text_[at_] == '-' && units::letter_length(text_, at_ + 1) > 0) return at_ + 1;
    constexpr std::size_t widest_gap = 4;  // LaTeX leaves several
    const std::size_t behind = skip_spaces(text_, at_);
    return behind - at_ <= widest_gap ? behind : at_;
  }

  /// "8h 45min 57s", "43m 49.7s". Neither "0m 0s" nor the power of "1h 10^2s" tells how many digits count.
  bool compound_duration() {
    if (figure_.spelled || figure_.currency != Currency::none) return false;
    const units::Duration duration = units::read_compound_duration(text_, figure_.begin, figure_.number_end);
    if (duration.end == figure_.number_end) return false;
    figure_.number = figure_.high = duration.number;
    figure_.step = figure_.shown = 2.0 * duration.half;
    figure_.unit = duration.unit;
    const double ratio = figure_.step > 0.0 ? figure_.number / figure_.step : 1.0;
    figure_.digits =
        static_cast<std::uint8_t>(1 + static_cast<int>(std::log10(std::clamp(ratio, 1.0, 1e17))));
    figure_.unit_begin = static_cast<std::uint32_t>(figure_.number_end);
    figure_.unit_end = figure_.end = static_cast<std::uint32_t>(duration.end);
    return true;
  }

  /// "2 million", "3 hundred thousand", "$4 billion"; letters behind a sign of money.
  void scales() {
    for (int words = 0; words < 2; ++words) {
      const std::size_t begin = word_begin();
      const std::string_view here = word(begin);
      if (here.empty()) return;
      const std::string name = lower_case(here);
      const Entry* const entry = find_entry(name);
      const bool is_scale = entry != nullptr && entry->role == Role::scale && entry->words == name;
      double factor = is_scale ? entry->value : 0.0;
      if (factor == 0.0 && figure_.currency != Currency::none && words == 0) {
        const units::Magnitude* const letter = units::find_magnitude(here == "m" ? "M" : here);
        if (letter != nullptr) factor = letter->factor;
      }
      if (factor == 0.0) return;
      figure_.scale(factor);
      at_ = begin + here.size();
      figure_.end = static_cast<std::uint32_t>(at_);
    }
  }

  void take_unit(const units::Unit& unit, std::size_t begin, std::size_t end) {
    figure_.unit.dimension = figure_.unit.dimension * unit.dimension;
    figure_.unit.factor *= unit.factor;
    if (figure_.unit_end == figure_.unit_begin) figure_.unit_begin = static_cast<std::uint32_t>(begin);
    figure_.unit_end = figure_.end = static_cast<std::uint32_t>(end);
    at_ = end;
  }

  /// A noun or another unit follows: "2B events", "1M GB".
  bool names_something_behind(std::size_t at) const {
    if (units::space_length(text_, at) == 0) return false;
    const std::string_view next = word(skip_spaces(text_, at));
    if (next.size() < 2) return next == "s" || next == "h";  // "2.6M s"
    const std::string name = lower_case(next);
    const Entry* const entry = find_entry(name);
    return entry == nullptr || !ends_noun(entry->role);
  }

  bool suffix() {
    const std::size_t begin = word_begin();
    const std::string_view letters = word(begin);
    const std::span<const Suffix> suffixes = suffix_table();
    const auto row = std::find_if(suffixes.begin(), suffixes.end(),
                                  [letters](const Suffix& s) { return s.letters == letters; });
    if (letters.empty() || row == suffixes.end()) return false;
    if (figure_.scaled && row->scale != 0.0) return false;
    const bool is_glued = begin == at_;
    // "3 b" and "5 m" are variables more often than magnitudes.
    if (!is_glued && (letters == "b" || letters == "m")) return true;
    const std::size_t end = begin + letters.size();
    if (units::stands_at(text_, end, ".") && units::digit_at(text_, end + 1)) return true;  // "40 G.1X"
    const bool is_bytes = letters == "B" && figure_.whole && figure_.number > fewest_bytes;
    if (row->scale != 0.0 && (names_something_behind(end) || row->unit.empty())) {
      figure_.scale(scale_of(*row, unit_named(word(skip_spaces(text_, end)))));
      at_ = end;
      figure_.end = static_cast<std::uint32_t>(end);
      if (!row->unit.empty() && letters == "B" && figure_.whole &&
          (is_bytes || !is_glued))  // "8 B timestamps"
        add_reading(row->unit, 1.0 / row->scale, Supposition::letter_as_unit);
      first_unit();
      return true;
    }
    choose(*row, begin, end, is_bytes);
    return true;
  }

  /// The likeliest reading becomes the figure's own.
  void choose(const Suffix& row, std::size_t begin, std::size_t end, bool is_bytes) {
    if (row.scale != 0.0 && !is_bytes) {
      figure_.scale(row.scale);
      add_reading(row.unit, 1.0 / row.scale,
                  row.letters == "m" ? Supposition::milli_as_minute : Supposition::letter_as_unit);
      if (!row.other.empty()) add_reading(row.other, 1.0 / row.scale, row.why_other);
      if (row.letters == "m") add({{}, milli / row.scale, Period::none, Supposition::letter_as_scale});
      at_ = end;
      figure_.end = static_cast<std::uint32_t>(end);
      return;
    }
    take_unit(*unit_named(row.unit), begin, end);
    if (!row.other.empty()) add_reading(row.other, 1.0, row.why_other);
    if (row.scale != 0.0 && begin == figure_.number_end)
      add({{}, row.scale, Period::none, Supposition::letter_as_scale});
  }

  void add_reading(std::string_view name, double scale, Supposition why) {
    const units::Unit* const unit = unit_named(name);
    if (unit != nullptr) add({*unit, scale, Period::none, why});
  }
  void add(const Reading& reading) {
    readings_.push_back(reading);
    ++figure_.reading_count;
  }

  /// A unit of the table behind the number; products as in GB-month.
  void first_unit() {
    const std::size_t begin = word_begin();
    const std::string_view name = word(begin);
    if (name.empty()) return bracketed_unit(begin);
    const std::string lower = lower_case(name);
    constexpr std::string_view percent = "per cent";
    if (lower == "per" && lower_case(text_.substr(begin, percent.size())) == percent)
      return take_unit(*unit_named("%"), begin, begin + percent.size());
    const Entry* const entry = find_entry(lower);
    if (entry != nullptr && entry->words == lower && ends_noun(entry->role) && name.size() > 1) return;
    const units::Unit* unit = unit_named(name);
    if (unit == nullptr) return;
    // "8213 % 4": a remainder.
    const std::size_t behind = units::skip_spaces(text_, begin + name.size());
    if (name == "%" && begin != at_ && behind > begin + 1 && units::digit_at(text_, behind)) return;
    const bool is_x = name == "x" || name == "X";
    if (is_x && begin != at_) return;
    take_unit(*unit, begin, begin + name.size());
    const UnitProduct product = further_factors(text_, at_);
    if (product.end > at_) return take_unit(product.unit, at_ + 1, product.end);
    if (unit->dimension.is_count() && !name.ends_with('s')) time_of_things();
  }

  /// "86.4 million core seconds": so many of them as long, as with a hyphen.
  void time_of_things() {
    const std::size_t begin = skip_spaces(text_, at_);
    const std::string_view name = word(begin);
    const units::Unit* const time = name.ends_with('s') && name.size() > 2 ? unit_named(name) : nullptr;
    if (begin > at_ && time != nullptr && is_time(*time)) take_unit(*time, begin, begin + name.size());
  }

  /// "145,280,000,000 (bit)", "1.1 (gigabit/second)"
  void bracketed_unit(std::size_t open) {
    if (open >= text_.size() || text_[open] != '(') return;
    const std::string_view name = word(open + 1);
    std::size_t close = open + 1 + name.size();
    const units::Unit* const unit = name.empty() ? nullptr : unit_named(name);
    if (unit == nullptr || unit->dimension.is_count() || close >= text_.size()) return;
    const std::string_view by = text_[close] == '/' ? word(close + 1) : std::string_view{};
    const units::Unit* const period = by.empty() ? nullptr : unit_named(by);
    if (period != nullptr && is_time(*period)) close += 1 + by.size();
    if (close >= text_.size() || text_[close] != ')') return;
    take_unit(*unit, open, close + 1);
    if (period != nullptr) divide({*period, close + 1, period_of(period->factor)}, 1.0, close + 1);
  }

  /// What a price or a rate is for so many of: "/1000", "per million", "/10k".
  double lot(std::size_t& at) const {
    double count = 1.0;
    if (units::digit_at(text_, at)) {
      const units::NumberReading read = units::read_number(text_, at);
      if (read.fault != units::NumberFault::none || read.number.value <= 0.0) return 1.0;
      count = read.number.value;
      at = read.number.end;
    }
    const std::size_t next = count == 1.0 ? at : skip_spaces(text_, at);
    const std::string_view name = word(next);
    if (name.empty()) return count;
    const std::string lower = lower_case(name);
    const Entry* const entry = find_entry(lower);
    const bool is_letter = name == "M" || name == "K" || name == "k" || name == "B";
    if (is_letter || (entry != nullptr && entry->role == Role::scale && entry->words == lower)) {
      count *= is_letter ? units::find_magnitude(name)->factor : entry->value;
      at = next + name.size();
    }
    return count;
  }

  enum class Joint : std::uint8_t { none, slash, per, article, adverb };

  struct Denominator {
    Joint joint = Joint::none;
    std::size_t at = 0;  ///< behind the joint
    bool is_glued = false;
  };

  Denominator joint_at(std::size_t at) const {
    if (at < text_.size() && text_[at] == '/') {
      const std::size_t behind = skip_spaces(text_, at + 1);
      return {Joint::slash, behind, behind == at + 1};
    }
    const std::size_t next = skip_spaces(text_, at);
    if (next == at && at != 0) return {};
    if (next < text_.size() && text_[next] == '/') {
      const std::size_t behind = skip_spaces(text_, next + 1);
      return {Joint::slash, behind};
    }
    const std::string name = lower_case(word(next));
    const std::size_t behind = skip_spaces(text_, next + name.size());
    if (name == "per") {
      const std::string each = lower_case(word(behind));
      const bool doubled = each == "each";
      return {Joint::per, doubled ? skip_spaces(text_, behind + 4) : behind};
    }
    if (name == "a" || name == "an" || name == "each" || name == "every") return {Joint::article, behind};
    if (name == "for") {
      const std::string each = lower_case(word(behind));
      if (each == "each" || each == "every") return {Joint::per, skip_spaces(text_, behind + each.size())};
    }
    const Entry* const entry = find_entry(name);
    if (entry != nullptr && entry->role == Role::period && entry->words == name) return {Joint::adverb, next};
    return {};
  }

  void denominators() {
    constexpr int most = 4;
    constexpr int most_nouns = 4;
    int nouns = 0;
    std::size_t at = at_;
    for (int count = 0; count < most;) {
      const Denominator next = joint_at(at);
      if (next.joint == Joint::none) {
        // "5,000 ms of CPU time per second", "132 edits arrive each second": words may stand between.
        const std::size_t behind = skip_noun(at, nouns);
        if (behind == at || ++nouns > most_nouns || count > 0) return;
        at = behind;
        continue;
      }
      if (!denominator(next, nouns > 0)) return;
      at = at_;
      ++count;
      nouns = most_nouns;  // further ones must follow at once
    }
  }

  /// Behind one content word, "of" in front of it allowed.
  std::size_t skip_noun(std::size_t at, int nouns) const {
    std::size_t begin = skip_spaces(text_, at);
    if (begin == at && at != 0) return at;
    std::string name = lower_case(word(begin));
    if (name == "of" && nouns <= 1) {
      begin = skip_spaces(text_, begin + 2);
      name = lower_case(word(begin));
    }
    if (name.empty()) return at;
    const Entry* const entry = find_entry(name);
    if (entry != nullptr && ends_noun(entry->role)) return at;
    return begin + name.size();
  }

  bool denominator(const Denominator& next, bool behind_noun) {
    std::size_t at = next.at;
    if (next.joint == Joint::adverb) return adverb(at);
    // "$0.40/1000" is a price for so many, "36M/86400" a division.
    const bool may_have_lot =
        next.joint == Joint::per || (next.is_glued && figure_.currency != Currency::none);
    const double count = may_have_lot ? lot(at) : 1.0;
    const std::size_t begin = count == 1.0 ? at : skip_spaces(text_, at);
    const std::string_view name = word(begin);
    const units::Unit* const unit = name.empty() ? nullptr : unit_named(name);
    const bool is_period = unit != nullptr && is_time(*unit);
    if (next.joint == Joint::article && !is_period) return false;
    if (units::stands_at(text_, begin + name.size(), "(")) return false;  // "10/sqrt(40)"
    // A slash behind a noun divides: "960 MB of cache / 12 nodes" has no digit here, but "users / node"
    // neither.
    if (next.joint == Joint::slash && behind_noun && !is_period && unit == nullptr) return false;
    if (name.empty() && count == 1.0) return false;
    const bool is_word = !name.empty() && (unit != nullptr || names_content(name));
    if (!is_word && count == 1.0) return false;
    if (!is_word) {
      divide({{{}, 1.0}, at}, count, at);
      figure_.has_noun_denominator = true;
      return true;
    }
    // "$0.02/GB-month", "$0.04/vCPU-hour"
    UnitProduct by = further_factors(text_, begin + name.size());
    if (unit != nullptr) {
      by.unit.dimension = by.unit.dimension * unit->dimension;
      by.unit.factor *= unit->factor;
      if (is_period) by.period = period_of(unit->factor);
    }
    divide(by, count, by.end);
    if (!is_period) figure_.has_noun_denominator = true;
    return true;
  }

  bool names_content(std::string_view name) const {
    const std::string lower = lower_case(name);
    const Entry* const entry = find_entry(lower);
    return name.size() > 1 && (entry == nullptr || entry->words != lower || !ends_noun(entry->role));
  }

  void divide(const UnitProduct& by, double count, std::size_t end) {
    const auto over = [&](units::Unit& of) {
      of.dimension = of.dimension / by.unit.dimension;
      of.factor /= by.unit.factor * count;
    };
    over(figure_.unit);
    for (std::size_t i = 0; i < figure_.reading_count; ++i) {
      Reading& reading = readings_[figure_.first_reading + i];
      over(reading.unit);
      if (by.period != Period::none && reading.why == Supposition::bits_as_bytes)
        reading.why = Supposition::bit_rate_as_bytes;
    }
    if (figure_.period == Period::none) figure_.period = by.period;
    if (figure_.unit_end == figure_.unit_begin)
      figure_.unit_begin = static_cast<std::uint32_t>(skip_spaces(text_, unit_start()));
    figure_.unit_end = figure_.end = static_cast<std::uint32_t>(end);
    at_ = end;
  }
  /// Where the words of the unit begin when it has no unit of the table in front: at its noun.
  std::size_t unit_start() const { return at_; }

  bool adverb(std::size_t at) {
    const std::string name = lower_case(word(at));
    const std::size_t end = at + name.size();
    // "daily active users" are counted, and not in a day.
    const std::string next = lower_case(word(skip_spaces(text_, end)));
    const Entry* const follower = find_entry(next);
    if (!next.empty() && (follower == nullptr || !ends_noun(follower->role))) return false;
    const double period = find_entry(name)->value;
    divide({{units::axis(Axis::time), period}, end, period_of(period)}, 1.0, end);
    return true;
  }

  std::string_view text_;
  Figure& figure_;
  std::vector<Reading>& readings_;
  std::size_t at_;
};

}  // namespace

void read_unit_behind(std::string_view text, Figure& figure, std::vector<Reading>& readings) {
  UnitReader(text, figure, readings).read();
}

}  // namespace reckon::arithmetic

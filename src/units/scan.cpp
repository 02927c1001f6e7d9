// SPDX-License-Identifier: MIT
#include "units/scan.hpp"

#include "units/amount.hpp"
#include "units/characters.hpp"
#include "units/marks.hpp"
#include "units/notes.hpp"
#include "units/number.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reckon::units {
namespace {

Interval scaled(const Interval& interval, double factor) {
  return {to_base(interval.low, factor), to_base(interval.value, factor), to_base(interval.high, factor)};
}

/// What a range or spread makes of an amount: numbers in its unit.
struct Extent {
  Interval numbers;
  bool is_range = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, const Expectation& expect, UnitPlace place)
      : text_(text), expect_(expect), place_(place), first_(text, expect, place) {}

  Scan scan(std::size_t at) {
    const Marks marks = read_marks(text_, at);
    out_.found.begin = at;
    out_.found.number_begin = marks.end;
    if (!first_.read(marks.end)) {
      out_.refusal = std::move(first_.refusal);
      return std::move(out_);
    }
    Amount& amount = first_.amount;
    Extent extent{{amount.number - amount.half, amount.number, amount.number + amount.half}, false};
    if (!read_range(amount, extent) || !read_spread(amount, extent)) return std::move(out_);
    const TrailingMarks trailing = read_trailing_marks(text_, amount.end);
    amount.end = trailing.end;

    Stated& stated = out_.found.stated;
    stated.interval = scaled(extent.numbers, amount.unit.factor);
    stated.dimension = amount.unit.dimension;
    stated.unit_text = std::move(amount.unit_text);
    stated.unit = amount.unit;
    stated.number = extent.numbers.value;
    stated.comparator = trailing.at_least  ? Comparator::at_least
                        : trailing.at_most ? Comparator::at_most
                                           : marks.comparator;
    stated.approximate = marks.approximate || trailing.approximate;
    stated.is_range = extent.is_range;
    stated.percentile = marks.percentile;
    if (stated.approximate) add_note(amount.notes, notes::approximate);
    for (const std::string_view code : amount.notes) {
      if (!code.empty()) stated.notes.push_back({code, std::string(note_text(code))});
    }
    out_.has_letter = amount.has_letter;
    out_.found.end = amount.end;
    out_.is_read = fits(stated.interval);
    if (!out_.is_read) refuse(Reason::too_large, marks.end, amount.end);
    return std::move(out_);
  }

 private:
  void refuse(Reason reason, std::size_t begin, std::size_t end) { out_.refusal = {reason, begin, end, {}}; }

  static bool fits(const Interval& interval) {
    return std::isfinite(interval.low) && std::isfinite(interval.value) && std::isfinite(interval.high);
  }

  /// "1-2 GB", "10k to 20k". False on a refusal; true when there is no range.
  bool read_range(Amount& low, Extent& extent) {
    const std::size_t mark = range_mark_end(text_, low.end);
    const bool signed_dash = stands_at(text_, mark, "-") || stands_at(text_, mark, "+");
    if (mark == low.end || signed_dash || !(digit_at(text_, mark) || stands_at(text_, mark, "$")))
      return true;
    AmountReader reader(text_, expect_, place_);
    if (!reader.read(mark)) {
      if (place_ == UnitPlace::prose) return true;
      out_.refusal = std::move(reader.refusal);
      return false;
    }
    Amount high = std::move(reader.amount);
    // One unit and one magnitude serve both ends; two units must be of one dimension.
    if (!low.has_unit) {
      if (low.magnitude == 1.0) {
        low.number *= high.magnitude;
        low.half *= high.magnitude;
      }
      low.unit = high.unit;
    } else if (!high.has_unit && place_ == UnitPlace::whole) {
      high.unit = low.unit;
      high.unit_text = low.unit_text;
    }
    const double low_value = to_base(low.number, low.unit.factor);
    const double high_value = to_base(high.number, high.unit.factor);
    if (low.unit.dimension != high.unit.dimension || !(low_value < high_value)) {
      if (place_ == UnitPlace::prose) return true;
      refuse(Reason::backward_range, out_.found.number_begin, high.end);
      return false;
    }
    // "500 MB to 2 GB" counts in GB.
    const double low_number = from_base(low_value, high.unit.factor);
    extent.numbers = {low.unit == high.unit ? low.number : low_number, 0.0, high.number};
    extent.numbers.value = std::midpoint(extent.numbers.low, extent.numbers.high);
    extent.is_range = true;
    const bool has_letter = low.has_letter || high.has_letter;
    for (const std::string_view code : low.notes) add_note(high.notes, code);
    low = std::move(high);
    low.has_letter = has_letter;
    return true;
  }

  /// "100 ± 10 ms", "100 ms ± 10 %". False on a refusal.
  bool read_spread(Amount& value, Extent& extent) {
    const std::size_t mark = spread_mark_end(text_, value.end);
    if (mark == value.end || extent.is_range || !digit_at(text_, mark)) return true;
    AmountReader reader(text_, expect_, place_);
    if (!reader.read(mark)) {
      if (place_ == UnitPlace::prose) return true;
      out_.refusal = std::move(reader.refusal);
      return false;
    }
    const Amount spread = std::move(reader.amount);
    double width = spread.number;
    const bool is_share = spread.unit_text == "%" && value.has_unit && value.unit_text != "%";
    if (is_share) {
      width = std::fabs(value.number) * spread.number * spread.unit.factor;
    } else if (!value.has_unit) {
      const std::size_t end = value.end;
      value.unit = spread.unit;
      value.unit_text = spread.unit_text;
      value.has_unit = spread.has_unit;
      value.end = end;
      value.number *= value.magnitude == 1.0 ? spread.magnitude : 1.0;
    } else if (spread.has_unit && spread.unit.dimension == value.unit.dimension) {
      width = spread.number * spread.unit.factor / value.unit.factor;
    } else if (spread.has_unit) {
      if (place_ == UnitPlace::prose) return true;
      refuse(Reason::trailing_text, value.end, text_.size());
      return false;
    }
    extent.numbers = {value.number - width, value.number, value.number + width};
    extent.is_range = true;
    for (const std::string_view code : spread.notes) add_note(value.notes, code);
    value.end = spread.end;
    return true;
  }

  std::string_view text_;
  const Expectation& expect_;
  UnitPlace place_;
  AmountReader first_;
  Scan out_;
};

/// A digit at `at` that belongs to a word, version, date, address or path.
bool starts_inside(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const auto before = [&](std::size_t back) { return at >= back ? text[at - back] : '\0'; };
  const auto is_word = [&](std::size_t back) {
    return at >= back && (joins_word(text, at - back) || static_cast<unsigned char>(before(back)) >= 0xc3U);
  };
  const char mark = before(1);
  if (is_digit(mark) || is_ascii_letter(mark) || mark == '_') return true;
  if (mark == '.' || mark == ',' || mark == ':') return is_digit(before(2));
  if (mark == '#' || mark == '@') return true;
  if (mark == '-') return at >= 2 && is_word(2);
  if (mark != '/') return false;
  return at == 1 || is_ascii_letter(before(2)) || before(2) == '/' || before(2) == '.' || before(2) == '-' ||
         before(2) == '_' || before(2) == ' ';
}

/// 2024-01-15, 2024-01, 10:30, 1-2-3: digits that are no number.
bool is_date_or_clock(std::string_view text, std::size_t at) {
  const std::size_t first = digits_end(text, at);
  if (first == at || first >= text.size()) return false;
  if (text[first] == ':') return digit_at(text, first + 1);
  if (text[first] != '-' || !digit_at(text, first + 1)) return false;
  const std::size_t second = digits_end(text, first + 1);
  if (stands_at(text, second, "-") && digit_at(text, second + 1)) return true;
  const bool is_year = first - at == 4 && (stands_at(text, at, "19") || stands_at(text, at, "20"));
  return is_year && second - first == 3 && (text[first + 1] == '0' || text[first + 1] == '1');
}

}  // namespace

Scan scan(std::string_view text, std::size_t at, const Expectation& expect, UnitPlace place) {
  return Scanner(text, expect, place).scan(at);
}

std::optional<Found> scan_quantity(std::string_view text, std::size_t at, const Expectation& expect) {
  if (at >= text.size() || starts_inside(text, at) || is_date_or_clock(text, at)) return std::nullopt;
  Scan scanned = scan(text, at, expect, UnitPlace::prose);
  if (!scanned.is_read) return std::nullopt;
  const Found& found = scanned.found;
  // "three nodes" is a quantity, "two copies" and "one of them" are words; only nines lie between 0 and 1.
  const bool is_word = read_number_word(text, found.number_begin).end != found.number_begin;
  const double value = found.stated.interval.value;
  const bool is_nines = value > 0.0 && value < 1.0;
  if (is_word && found.stated.dimension.is_dimensionless() && !is_nines) return std::nullopt;
  return std::move(scanned.found);
}

}  // namespace reckon::units

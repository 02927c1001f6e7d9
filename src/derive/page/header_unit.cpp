// SPDX-License-Identifier: MIT
#include "derive/page/header_unit.hpp"

#include "arithmetic/figure_unit.hpp"
#include "arithmetic/read_figure.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Token;

/// Not with a magnitude in words.
bool begins_with_digits(const Page& page, const Line& line) {
  const Token& first = page.tokens.tokens[line.first_token];
  return first.kind == Kind::number && !page.tokens.figures[first.index].spelled;
}

/// A unit in brackets, or behind the last comma, or all that the header says.
std::optional<Figure> unit_of(Page& page, LineId id) {
  if (id == nowhere) return std::nullopt;
  const Line& line = page.lines[id];
  const std::string_view plain = line.plain().text;
  for (std::uint32_t i = line.first_token; i + 1 < line.end_token; ++i) {
    const Token& token = page.tokens.tokens[i];
    const bool introduces = token.kind == Kind::open || token.kind == Kind::comma ||
                            (token.kind == Kind::word && page.written(id, token) == "in");
    if (!introduces) continue;
    if (auto unit = unit_at(page, plain, page.tokens.tokens[i + 1].begin)) return unit;
  }
  if (plain.empty() || begins_with_digits(page, line)) return std::nullopt;
  // "$/month", "MB/s", "Billion msgs/day", "Per day": the whole header is one; "Nodes" and "Users" only
  // count.
  auto unit = unit_at(page, plain, 0);
  if (!unit) return std::nullopt;
  const std::string_view first = page.written(id, page.tokens.tokens[line.first_token]);
  const bool in_words =
      unit->scaled && first.size() > 2;  // "Billion msgs/day", but no "B: the second option"
  const bool is_whole = unit->end >= plain.size() || plain[unit->end] == '(' || in_words;
  const bool measures = !unit->unit.dimension.without_counts().is_dimensionless() || unit->unit.factor != 1.0;
  return is_whole && (measures || in_words) ? unit : std::nullopt;
}

/// "85.5 GB" under "Per day": the header says of which time.
void take_period(Page& page, Figure& figure, const Figure& header) {
  const bool may_lack = figure.period == arithmetic::Period::none && !figure.is_percent() &&
                        figure.unit.dimension.of(units::Axis::time) == 0;
  if (header.period == arithmetic::Period::none || !may_lack) return;
  const units::Unit by{units::axis(units::Axis::time), arithmetic::seconds(header.period)};
  const auto over = [&by](units::Unit& unit) {
    unit.dimension = unit.dimension / by.dimension;
    unit.factor /= by.factor;
  };
  over(figure.unit);
  figure.period = header.period;
  // Other figures may have the same readings.
  const auto first = static_cast<std::uint32_t>(page.tokens.readings.size());
  for (std::uint32_t i = 0; i < figure.reading_count; ++i) {
    arithmetic::Reading reading = page.tokens.readings[figure.first_reading + i];
    over(reading.unit);
    page.tokens.readings.push_back(reading);
  }
  figure.first_reading = first;
}

/// The column that says in which unit each row counts; 0 for none, since the first column names the rows.
std::uint32_t column_of_units(const Page& page, const Grid& table) {
  for (std::uint32_t column = 1; column < table.columns; ++column) {
    const LineId id = table.at(0, column);
    if (id != nowhere && (page.lines[id].plain().text == "Unit" || page.lines[id].plain().text == "Units"))
      return column;
  }
  return 0;
}

/// What the row's cell of units says, or its label; one letter is a name ("a", "b", "d").
std::optional<Figure> unit_of_row(Page& page, const Grid& table, std::uint32_t row,
                                  std::uint32_t unit_column) {
  if (unit_column != 0) return unit_of(page, table.at(row, unit_column));
  const LineId label = table.at(row, 0);
  const bool is_letter = label != nowhere && page.lines[label].plain().text.size() <= 1;
  return is_letter ? std::nullopt : unit_of(page, label);
}

/// Of which number a header speaks: the only one, "593 (at 12 a TB)", "6 × 310 = 1,860". In "36 × $1,480" it
/// speaks of the result.
MentionId spoken_of(const Page& page, const Line& line) {
  const auto& tokens = page.tokens.tokens;
  const MentionId last = line.end_mention - 1;
  if (last == line.first_mention) return last;
  if (line.first_mention == line.end_mention) return nowhere;
  const std::uint32_t first_at = page.mentions[line.first_mention].token;
  if (first_at == line.first_token && tokens[first_at + 1].kind == Kind::open) return line.first_mention;
  const std::uint32_t last_at = page.mentions[last].token;
  const bool is_result = tokens[last_at + 1].kind == Kind::stop && tokens[last_at - 1].kind == Kind::relation;
  return is_result ? last : nowhere;
}

}  // namespace

std::optional<Figure> unit_at(Page& page, std::string_view plain, std::size_t at) {
  Figure one;
  one.number = one.high = 1.0;
  one.number_end = one.end = one.unit_begin = one.unit_end = static_cast<std::uint32_t>(at);
  if (const arithmetic::CurrencySign* const sign = arithmetic::currency_at(plain, at)) {
    one.currency = sign->currency;
    one.unit = {units::axis(units::Axis::money), 1.0};
    one.number_end = one.end = one.unit_end = static_cast<std::uint32_t>(at + sign->text.size());
  }
  const std::size_t readings = page.tokens.readings.size();
  arithmetic::read_unit_behind(plain, one, page.tokens.readings);
  page.tokens.readings.resize(readings);
  one.reading_count = 0;
  const bool says = one.unit_end > at && (one.unit.dimension != units::Dimension{} || one.unit.factor != 1.0);
  return says || one.scaled ? std::optional(one) : std::nullopt;
}

void take_unit(Figure& figure, const Figure& unit) {
  figure.multiply(unit.number);  // "(thousands)", "Billion msgs/day"
  figure.scaled = figure.scaled || unit.scaled;
  figure.unit = unit.unit;
  figure.period = unit.period;
  figure.has_noun_denominator = unit.has_noun_denominator;
  figure.reading_count = 0;
  if (unit.currency != arithmetic::Currency::none) figure.currency = unit.currency;
}

namespace {

/// Gives the numbers of a table's cells the units of their headers, or of their rows' labels.
class HeaderUnits {
 public:
  HeaderUnits(Page& page, const Grid& table)
      : page_(page), table_(table), unit_column_(column_of_units(page, table)), headers_(table.columns) {
    for (std::uint32_t column = 0; column < table.columns; ++column)
      headers_[column] = unit_of(page, table.at(0, column));
  }

  void apply() {
    for (std::uint32_t row = 1; row <= table_.rows; ++row) {
      is_label_read_ = false;
      for (std::uint32_t column = 0; column < table_.columns; ++column) cell(row, column);
    }
  }

 private:
  void cell(std::uint32_t row, std::uint32_t column) {
    const LineId id = table_.at(row, column);
    const MentionId stated = id == nowhere ? nowhere : spoken_of(page_, page_.lines[id]);
    if (stated == nowhere) return;
    Figure figure = page_.figure(stated);
    if (figure.name) return;
    const std::optional<Figure>& header = headers_[column];
    if (figure.has_unit() || figure.currency != arithmetic::Currency::none) {
      if (header) take_period(page_, figure, *header);
    } else if (header) {
      take_unit(figure, *header);
      page_.mentions[stated].unit_from = UnitFrom::header;
    } else if (column > 0 && says_unit(label_of(row))) {
      take_unit(figure, *label_);
      page_.mentions[stated].unit_from = UnitFrom::label;
    } else {
      return;
    }
    page_.set_figure(stated, figure);
  }

  /// Read once for the row, and only where a cell has no unit.
  const std::optional<Figure>& label_of(std::uint32_t row) {
    if (!is_label_read_) label_ = unit_of_row(page_, table_, row, unit_column_);
    is_label_read_ = true;
    return label_;
  }

  static bool says_unit(const std::optional<Figure>& label) {
    return label && label->end > label->unit_begin;
  }

  Page& page_;
  const Grid& table_;
  std::uint32_t unit_column_;
  std::vector<std::optional<Figure>> headers_;  ///< of each column
  std::optional<Figure> label_;
  bool is_label_read_ = false;
};

}  // namespace

void apply_header_units(Page& page, const Grid& table) {
  HeaderUnits(page, table).apply();
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/tables/column_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reckon::derive {

using arithmetic::Figure;

ColumnValues::ColumnValues(const Page& page, const TableNumbers& table, std::uint32_t target)
    : page_(page), table_(table), target_(target) {
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    if (column != target && table.filled[column] >= fewest_rows) others_.push_back(column);
  }
  while (first_row_ < table.rows && (!table.is_plain(first_row_) || !cell(first_row_, target))) ++first_row_;
}

std::pair<double, MentionId> ColumnValues::sum_of(std::uint32_t column) const {
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, column);
    if (id != nowhere && table_.is_plain(row)) return {table_.sums[column], id};
  }
  return {table_.sums[column], nowhere};
}

std::optional<Value> ColumnValues::cell(std::uint32_t row, std::uint32_t column) const {
  return value_of(page_, table_.at(row, column));
}

std::optional<Value> ColumnValues::value(const Rule& rule, std::uint32_t row) const {
  switch (rule.shape) {
    case Shape::product:
      return product(rule, row);
    case Shape::growth:
      return row == 0 ? std::nullopt : grown_from(row - 1, row);
    case Shape::compound:
      return row <= first_row_ ? std::nullopt : grown_from(first_row_, row);
    case Shape::all:
      return sum(row);
    case Shape::plus:
    case Shape::minus:
    case Shape::share:
    case Shape::running:
      break;
  }
  const auto a = cell(row, rule.terms[0].column);
  if (!a) return std::nullopt;
  if (rule.shape == Shape::share) {
    const double all = table_.sums[rule.terms[0].column];
    if (!(all > 0.0)) return std::nullopt;
    return Value{a->value / all, a->low / all, a->high / all, {}};
  }
  const bool starts = rule.shape == Shape::running && row == 0;
  const auto b = starts                         ? std::optional(Value{0.0, 0.0, 0.0, a->dimension})
                 : rule.shape == Shape::running ? cell(row - 1, target_)
                                                : cell(row, rule.terms[1].column);
  if (!b || a->dimension != b->dimension) return std::nullopt;
  if (rule.shape == Shape::minus)
    return Value{a->value - b->value, a->low - b->high, a->high - b->low, a->dimension};
  return Value{a->value + b->value, a->low + b->low, a->high + b->high, a->dimension};
}

std::optional<Value> ColumnValues::grown_from(std::uint32_t before, std::uint32_t row) const {
  constexpr std::uint32_t most_steps = 100;
  auto from = cell(before, target_);
  if (!from || table_.steps[row] <= table_.steps[before] ||
      table_.steps[row] - table_.steps[before] > most_steps)
    return std::nullopt;
  from->steps = table_.steps[row] - table_.steps[before];
  return from;
}

/// "8.29 TB | 23 | 191", "7 machines | 148 | 1,036": the numbers alone, in the unit of what they cost. A
/// price that says of what it is has a unit that counts.
std::optional<Value> ColumnValues::printed_product(const Rule& rule, std::uint32_t row) const {
  const MentionId stated = table_.at(row, target_);
  if (stated == nowhere) return std::nullopt;
  const units::Unit& unit = page_.figure(stated).unit;
  Value out{unit.factor, unit.factor, unit.factor, unit.dimension.without_counts()};
  for (std::uint32_t i = 0; i < rule.term_count; ++i) {
    const MentionId id = table_.at(row, rule.terms[i].column);
    if (id == nowhere) return std::nullopt;
    const Figure& figure = page_.figure(id);
    const bool is_money = figure.unit.dimension.of(units::Axis::money) != 0;
    const bool is_of_something = is_money && (figure.unit.dimension.of(units::Axis::data) != 0 ||
                                              figure.has_noun_denominator || figure.scaled);
    const double half = 0.5 * figure.shown;
    if (is_of_something || figure.is_percent() || !(figure.number > half)) return std::nullopt;
    out.value *= figure.number;
    out.low *= figure.number - half;
    out.high *= figure.number + half;
  }
  return out;
}

std::optional<Value> ColumnValues::product(const Rule& rule, std::uint32_t row) const {
  if (rule.as_printed) return printed_product(rule, row);
  Value out{1.0, 1.0, 1.0, {}};
  for (std::uint32_t i = 0; i < rule.term_count; ++i) {
    const auto term = cell(row, rule.terms[i].column);
    if (!term || !(term->low > 0.0)) return std::nullopt;
    if (rule.terms[i].divides) {
      out = {out.value / term->value, out.low / term->high, out.high / term->low,
             out.dimension / term->dimension};
    } else {
      out = {out.value * term->value, out.low * term->low, out.high * term->high,
             out.dimension * term->dimension};
    }
  }
  return out;
}

std::optional<Value> ColumnValues::sum(std::uint32_t row) const {
  const auto own = cell(row, target_);
  if (!own) return std::nullopt;
  Value out{0.0, 0.0, 0.0, own->dimension};
  std::size_t count = 0;
  for (const std::uint32_t column : others_) {
    const auto value = cell(row, column);
    if (!value || value->dimension != own->dimension) continue;
    out.value += value->value;
    out.low += value->low;
    out.high += value->high;
    ++count;
  }
  return count >= 3 ? std::optional(out) : std::nullopt;
}

double ColumnValues::unit(std::uint32_t column) const {
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, column);
    if (id != nowhere) return page_.figure(id).unit.factor;
  }
  return 1.0;
}

double ColumnValues::spread() const {
  double least = std::numeric_limits<double>::infinity();
  double most = 0.0;
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const auto value = cell(row, target_);
    if (!value || !table_.is_plain(row) || !(value->value > 0.0)) continue;
    least = std::min(least, value->value);
    most = std::max(most, value->value);
  }
  return most > 0.0 ? std::log(most / least) : 0.0;
}

bool ColumnValues::is_money(std::uint32_t column) const {
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, column);
    if (id != nowhere) return page_.figure(id).unit.dimension.of(units::Axis::money) == 1;
  }
  return false;
}

bool ColumnValues::is_availability(std::uint32_t column) const {
  constexpr double nearly_all = 80.0;
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, column);
    if (id != nowhere && (!page_.figure(id).is_percent() || page_.figure(id).number < nearly_all))
      return false;
  }
  return true;
}

std::vector<double> ColumnValues::spares() const {
  constexpr double most = 100.0;
  std::vector<double> out{0.0};
  const LineId header = table_.headers[target_];
  if (header == nowhere) return out;
  const Line& line = page_.lines[header];
  for (MentionId m = line.first_mention; m < line.end_mention && m < line.first_mention + 2; ++m) {
    const Figure& figure = page_.figure(m);
    if (figure.whole && figure.unit.dimension.is_count() && figure.number > 0.0 && figure.number <= most)
      out.push_back(figure.number);
  }
  return out;
}

bool ColumnValues::counts_things() const {
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, target_);
    if (id == nowhere) continue;
    const Figure& figure = page_.figure(id);
    if (!figure.whole || figure.scaled || !figure.unit.dimension.is_count() || figure.is_percent())
      return false;
  }
  return true;
}

}  // namespace reckon::derive

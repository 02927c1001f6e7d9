// SPDX-License-Identifier: MIT
#include "derive/tables/column_sum.hpp"

#include "derive/search/surprise.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Figure;

constexpr std::size_t most_to_leave_out = 16;

void add(const Figure& figure, MentionId id, ColumnSum& into, double times = 1.0) {
  const arithmetic::Extent extent = arithmetic::extent_of(figure);
  into.least = into.terms.empty() ? extent.value : std::min(into.least, extent.value);
  into.most = into.terms.empty() ? extent.value : std::max(into.most, extent.value);
  into.terms.push_back(id);
  into.value += times * extent.value;
  into.low += times * extent.low;
  into.high += times * extent.high;
}

bool counts(const Figure& figure) {
  return figure.whole && !figure.scaled && !figure.is_percent() && figure.unit.dimension.is_count();
}

bool is_paid(const Figure& figure) {
  return figure.unit.dimension.of(units::Axis::money) != 0;
}

/// Is added up to the last digit; times and sizes are measured, and rounded before they are added.
bool is_meant_exactly(const Figure& figure) {
  constexpr double small = 1000.0;
  return figure.whole && !figure.scaled && !figure.approximate && !figure.is_percent() &&
         figure.number < small &&
         (figure.unit.dimension.without_counts().is_dimensionless() || is_paid(figure));
}

/// "0.5 cores each": of how many is said elsewhere.
bool is_of_each(const Page& page, MentionId id) {
  return page.tokens.tokens[page.mentions[id].token + 1].role == arithmetic::Role::each;
}

/// What stands in front of a bracket.
std::string_view named(const Line& label) {
  const std::string_view text = label.plain().text;
  const std::size_t bracket = text.find('(');
  return bracket == std::string_view::npos ? std::string_view{} : text.substr(0, bracket);
}

bool holds(const std::optional<ColumnSum>& sum) {
  return sum && sum->agreement.holds;
}

}  // namespace

float ColumnSum::evidence(const Figure& stated) const {
  if (!agreement.holds) return 0.0F;
  return surprise(stated, agreement.width / std::abs(stated.number)) - agreement.cost;
}

std::optional<ColumnSum> ColumnSums::best(std::uint32_t begin, std::uint32_t row,
                                          std::uint32_t column) const {
  auto sum = of(begin, row, column);
  for (const std::uint32_t first : {begin - 1, std::uint32_t{0}}) {
    if (begin == 0 || holds(sum)) break;
    auto other = of(first, row, column);
    if (holds(other)) sum = std::move(other);
  }
  const bool is_total = table_.kinds[row] == RowKind::total;
  if (!holds(sum) && is_total && table_.is_scoped[row]) leave_out(row, column, sum);
  if (sum && !holds(sum) && is_total) weigh(row, *sum);
  return sum;
}

std::optional<ColumnSum> ColumnSums::of(std::uint32_t begin, std::uint32_t row, std::uint32_t column,
                                        RowKind also) const {
  const Figure& stated = page_.figure(table_.at(row, column));
  if (stated.is_percent() && stated.number > 100.0) return std::nullopt;
  ColumnSum out;
  out.column = column;
  // What is of another kind ends it: "p99 (ms)" above dollars.
  for (std::uint32_t r = row; r-- > begin;) {
    if (r != begin && table_.kinds[r] != RowKind::plain && table_.kinds[r] != also) continue;
    const MentionId id = table_.at(r, column);
    const std::size_t cell = table_.index(r, column);
    if (id == nowhere && table_.has_unread[cell]) return std::nullopt;
    out.lacks_some = out.lacks_some || table_.has_words(cell);
    if (id == nowhere) continue;
    const Figure& figure = page_.figure(id);
    if (figure.unit.dimension.without_counts() != stated.unit.dimension.without_counts()) break;
    out.lacks_some = out.lacks_some || is_of_each(page_, id);
    out.rows.push_back(r);
    add(figure, id, out);
  }
  if (out.terms.size() < fewest_summed) return std::nullopt;
  std::reverse(out.terms.begin(), out.terms.end());
  std::reverse(out.rows.begin(), out.rows.end());
  if (begin == 0) begin_with_header(row, stated, out);
  agree(row, stated, out);
  return out;
}

/// "Total on disk": of the plain rows all, or all but one.
void ColumnSums::leave_out(std::uint32_t row, std::uint32_t column, std::optional<ColumnSum>& into) const {
  std::optional<ColumnSum> all = of(0, row, column, RowKind::plain);
  if (!all) return;
  if (all->agreement.holds) return void(into = std::move(all));
  if (auto rest = all_but_one(row, *all)) into = std::move(rest);
}

std::optional<ColumnSum> ColumnSums::all_but_one(std::uint32_t row, const ColumnSum& all) const {
  if (all.terms.size() <= fewest_summed || all.terms.size() > most_to_leave_out) return std::nullopt;
  for (std::size_t i = 0; i < all.terms.size(); ++i) {
    ColumnSum rest = without(all, i, row);
    if (!rest.agreement.holds) continue;
    rest.price = std::log2(static_cast<float>(all.terms.size()));
    return rest;
  }
  return std::nullopt;
}

ColumnSum ColumnSums::without(const ColumnSum& sum, std::size_t term, std::uint32_t row) const {
  ColumnSum out;
  out.column = sum.column;
  for (std::size_t other = 0; other < sum.terms.size(); ++other) {
    if (other == term) continue;
    if (other < sum.rows.size()) out.rows.push_back(sum.rows[other]);
    add(page_.figure(sum.terms[other]), sum.terms[other], out);
  }
  agree(row, page_.figure(table_.at(row, sum.column)), out);
  return out;
}

/// A table without a header has its first row there.
void ColumnSums::begin_with_header(std::uint32_t row, const Figure& stated, ColumnSum& sum) const {
  const LineId id = table_.headers[sum.column];
  if (id == nowhere || page_.lines[id].end_mention != page_.lines[id].first_mention + 1) return;
  const MentionId first = page_.lines[id].first_mention;
  const Figure& figure = page_.figure(first);
  if (figure.name || figure.unit.dimension.without_counts() != stated.unit.dimension.without_counts()) return;
  ColumnSum with = sum;
  add(figure, first, with);
  agree(row, stated, with);
  if (with.agreement.holds) add(figure, first, sum);
}

/// "| Workers | 20 | 8 cores |": where the plain sum fails and another column counts what each row stands
/// for, all of them sum up.
void ColumnSums::weigh(std::uint32_t row, ColumnSum& sum) const {
  for (std::uint32_t column = 0; column < table_.columns; ++column) {
    if (column == sum.column) continue;
    ColumnSum weighted;
    weighted.column = sum.column;
    for (std::size_t i = 0; i < sum.rows.size(); ++i) {
      const MentionId weight = weight_of(sum.rows[i], column);
      // A label without a number speaks of one.
      if (weight == nowhere && column > 0) break;
      weighted.rows.push_back(sum.rows[i]);
      weighted.weights.push_back(weight);
      add(page_.figure(sum.terms[i]), sum.terms[i], weighted,
          weight == nowhere ? 1.0 : page_.figure(weight).number);
    }
    if (weighted.weights.size() != sum.terms.size()) continue;
    agree(row, page_.figure(table_.at(row, sum.column)), weighted);
    if (!weighted.agreement.holds) continue;
    sum = std::move(weighted);
    return;
  }
}

/// How many things a row stands for: its cell says so, or its label, "Web (4 instances)".
MentionId ColumnSums::weight_of(std::uint32_t row, std::uint32_t column) const {
  MentionId id = table_.at(row, column);
  const LineId label = table_.labels[row];
  const bool is_of_label = id == nowhere && column == 0 && label != nowhere &&
                           page_.lines[label].end_mention == page_.lines[label].first_mention + 1;
  if (is_of_label) id = page_.lines[label].first_mention;
  return id != nowhere && counts(page_.figure(id)) && !page_.figure(id).name ? id : nowhere;
}

bool ColumnSums::leaves_out_view(std::uint32_t row, const ColumnSum& sum) const {
  for (std::size_t i = 0; i < sum.rows.size(); ++i) {
    if (is_view(sum, i) && without(sum, i, row).agreement.holds) return true;
  }
  return false;
}

bool ColumnSums::is_view(const ColumnSum& sum, std::size_t of) const {
  const Line& label = page_.lines[table_.labels[sum.rows[of]]];
  for (std::size_t other = 0; other < sum.rows.size(); ++other) {
    if (other == of) continue;
    const std::string_view name = named(label);
    if (!name.empty() && name == named(page_.lines[table_.labels[sum.rows[other]]])) return true;
    if (is_multiple(sum, of, other) || is_multiple(sum, other, of)) return true;
  }
  return false;
}

/// A label that says so: "with copies (2x)".
bool ColumnSums::is_multiple(const ColumnSum& sum, std::size_t of, std::size_t other) const {
  const Line& label = page_.lines[table_.labels[sum.rows[of]]];
  const double ratio = page_.figure(sum.terms[of]).value() / page_.figure(sum.terms[other]).value();
  for (MentionId m = label.first_mention; m < label.end_mention; ++m) {
    const double times = page_.figure(m).number;
    if (times > 1.0 && std::abs(ratio / times - 1.0) < 1e-9) return true;
  }
  return false;
}

/// An average is the sum over its terms.
void ColumnSums::agree(std::uint32_t row, const Figure& stated, ColumnSum& sum) const {
  const double terms = table_.kinds[row] == RowKind::average ? static_cast<double>(sum.terms.size()) : 1.0;
  const double unit = stated.unit.factor * terms;
  sum.value /= unit;
  sum.low /= unit;
  sum.high /= unit;
  sum.least /= stated.unit.factor;
  sum.most /= stated.unit.factor;
  arithmetic::Said how;
  how.link.joint = arithmetic::Joint::colon;
  how.link.approximate = table_.is_rough[table_.index(row, sum.column)];
  const bool is_total =
      table_.kinds[row] == RowKind::total && !table_.is_scoped[row] && !how.link.approximate;
  how.totals = is_total && is_paid(stated);
  sum.is_exact = is_total && is_meant_exactly(stated) &&
                 std::all_of(sum.terms.begin(), sum.terms.end(),
                             [this](MentionId id) { return is_meant_exactly(page_.figure(id)); });
  how.exact = sum.is_exact;
  sum.agreement = arithmetic::agree(sum.value, sum.low, sum.high, stated, how);
}

}  // namespace reckon::derive

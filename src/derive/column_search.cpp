// SPDX-License-Identifier: MIT
#include "derive/column_search.hpp"

#include "derive/surprise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using units::Dimension;

constexpr std::array shapes{Shape::times,   Shape::over,  Shape::plus,   Shape::minus,   Shape::alone,
                            Shape::inverse, Shape::share, Shape::growth, Shape::running, Shape::all};

/// Evidence from which on a rule is proven, all rows together.
constexpr float proven_from = 7.0F;
constexpr float fitted_constant = 1.5F;

}  // namespace

Column::Column(const Page& page, const TableNumbers& table, std::uint32_t target)
    : page_(page), table_(table), target_(target) {
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    if (column != target && table.filled[column] >= fewest_rows) others_.push_back(column);
  }
  sums_.assign(table.columns, 0.0);
  for (const std::uint32_t column : others_) {
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      if (const auto value = cell(row, column); value && !table.is_total[row]) sums_[column] += value->value;
    }
  }
}

std::pair<double, MentionId> Column::sum_of(std::uint32_t column) const {
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, column);
    if (id != nowhere && !table_.is_total[row]) return {sums_[column], id};
  }
  return {sums_[column], nowhere};
}

std::optional<Rule> Column::best() {
  for (const Shape shape : shapes) {
    switch (shape) {
      case Shape::times:
      case Shape::plus:
        for (const std::uint32_t a : others_) {
          for (const std::uint32_t b : others_) {
            if (a < b) attempt(shape, a, b);
          }
        }
        break;
      case Shape::over:
      case Shape::minus:
        for (const std::uint32_t a : others_) {
          for (const std::uint32_t b : others_) {
            if (a != b) attempt(shape, a, b);
          }
        }
        break;
      case Shape::growth:
      case Shape::all:
        attempt(shape, 0, 0);
        break;
      case Shape::alone:
      case Shape::inverse:
      case Shape::share:
      case Shape::running:
        for (const std::uint32_t a : others_) attempt(shape, a, 0);
        break;
    }
  }
  return best_;
}

std::optional<Value> Column::value(const Rule& rule, std::uint32_t row) const {
  switch (rule.shape) {
    case Shape::growth:
      return row == 0 ? std::nullopt : cell(row - 1, target_);
    case Shape::running: {
      const auto a = cell(row, rule.a);
      const auto before = row == 0 ? std::optional(Value{0.0, 0.0, 0.0, {}}) : cell(row - 1, target_);
      if (!a || !before) return std::nullopt;
      return Value{before->value + a->value, before->low + a->low, before->high + a->high, a->dimension};
    }
    case Shape::all:
      return sum(row);
    case Shape::times:
    case Shape::over:
    case Shape::plus:
    case Shape::minus:
    case Shape::alone:
    case Shape::inverse:
    case Shape::share:
      break;
  }
  const auto a = cell(row, rule.a);
  if (!a) return std::nullopt;
  if (rule.shape == Shape::alone) return a;
  if (rule.shape == Shape::inverse) {
    if (!(a->low > 0.0)) return std::nullopt;
    return Value{1.0 / a->value, 1.0 / a->high, 1.0 / a->low, Dimension{} / a->dimension};
  }
  if (rule.shape == Shape::share) {
    const double all = sums_[rule.a];
    if (!(all > 0.0)) return std::nullopt;
    return Value{a->value / all, a->low / all, a->high / all, {}};
  }
  const auto b = cell(row, rule.b);
  return b ? joined(rule.shape, *a, *b) : std::nullopt;
}

std::optional<Value> Column::cell(std::uint32_t row, std::uint32_t column) const {
  const MentionId id = table_.at(row, column);
  if (id == nowhere) return std::nullopt;
  const arithmetic::Outcome outcome = arithmetic::outcome_of(page_.figure(id));
  return Value{outcome.value, outcome.low, outcome.high, outcome.dimension};
}

std::optional<Value> Column::joined(Shape shape, const Value& a, const Value& b) {
  if (shape == Shape::times)
    return Value{a.value * b.value, a.low * b.low, a.high * b.high, a.dimension * b.dimension};
  if (shape == Shape::over) {
    if (!(b.low > 0.0)) return std::nullopt;
    return Value{a.value / b.value, a.low / b.high, a.high / b.low, a.dimension / b.dimension};
  }
  if (a.dimension != b.dimension) return std::nullopt;
  if (shape == Shape::plus) return Value{a.value + b.value, a.low + b.low, a.high + b.high, a.dimension};
  return Value{a.value - b.value, a.low - b.high, a.high - b.low, a.dimension};
}

std::optional<Value> Column::sum(std::uint32_t row) const {
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

void Column::keep_one_kind(std::vector<Row>& rows) {
  struct Kind {
    Dimension stated;
    Dimension made;
    std::size_t rows = 0;
  };
  std::vector<Kind> kinds;
  const auto is_of = [](const Row& row) {
    return [&row](const Kind& kind) { return kind.stated == row.stated && kind.made == row.value.dimension; };
  };
  for (const Row& row : rows) {
    auto kind = std::find_if(kinds.begin(), kinds.end(), is_of(row));
    if (kind == kinds.end()) kind = kinds.insert(kinds.end(), {row.stated, row.value.dimension});
    ++kind->rows;
  }
  if (kinds.size() <= 1) return;
  const Kind usual = *std::max_element(kinds.begin(), kinds.end(),
                                       [](const Kind& a, const Kind& b) { return a.rows < b.rows; });
  rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const Row& row) { return !is_of(row)(usual); }),
             rows.end());
}

void Column::attempt(Shape shape, std::uint32_t a, std::uint32_t b) {
  Rule rule;
  rule.shape = shape;
  rule.a = a;
  rule.b = b;
  std::vector<Row> rows;
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, target_);
    if (id == nowhere || table_.is_total[row]) continue;
    const auto made = value(rule, row);
    if (!made || made->value == 0.0 || !std::isfinite(made->value)) continue;
    const Figure& figure = page_.figure(id);
    const double unit = figure.unit.factor;
    rows.push_back({row, *made, figure.number * unit, 0.5 * figure.shown * unit,
                    figure.unit.dimension.without_counts()});
  }
  keep_one_kind(rows);
  if (rows.size() < fewest_rows) return;
  const bool same_dimension = rows.front().value.dimension == rows.front().stated;
  // The same again in another unit is a conversion.
  const bool converts = rule.shape == Shape::alone && unit(a) != unit(target_);
  const bool may_be_plain =
      (rule.shape != Shape::alone || converts) && rule.shape != Shape::growth && same_dimension;
  const bool is_sum = rule.shape == Shape::plus || rule.shape == Shape::minus ||
                      rule.shape == Shape::running || rule.shape == Shape::all || rule.shape == Shape::share;
  if (may_be_plain) judge(rule, rows, 1.0, false);
  if (!is_sum && rows.size() > fewest_rows && !is_availability()) fit(rule, rows);
}

double Column::unit(std::uint32_t column) const {
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, column);
    if (id != nowhere) return page_.figure(id).unit.factor;
  }
  return 1.0;
}

bool Column::is_availability() const {
  constexpr double nearly_all = 80.0;
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    const MentionId id = table_.at(row, target_);
    if (id != nowhere && (!page_.figure(id).is_percent() || page_.figure(id).number < nearly_all))
      return false;
  }
  return true;
}

void Column::fit(const Rule& rule, const std::vector<Row>& rows) {
  std::vector<std::pair<double, int>> ends;
  for (const Row& row : rows) {
    const double low = (row.number - row.half) / (row.value.high != 0.0 ? row.value.high : row.value.value);
    const double high = (row.number + row.half) / (row.value.low != 0.0 ? row.value.low : row.value.value);
    if (!(low > 0.0) || !(high > low)) return;
    ends.emplace_back(low, 1);
    ends.emplace_back(high, -1);
  }
  std::sort(ends.begin(), ends.end());
  int depth = 0;
  int most = 0;
  double constant = 0.0;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    depth += ends[i].second;
    if (depth <= most) continue;
    most = depth;
    constant = 0.5 * (ends[i].first + ends[i + 1].first);
  }
  if (most >= 3) judge(rule, rows, constant, true);
}

void Column::judge(Rule rule, const std::vector<Row>& rows, double constant, bool is_fitted) {
  rule.constant = constant;
  rule.is_fitted = is_fitted;
  float gained = 0.0F;
  float tightest = 0.0F;
  std::vector<std::pair<double, double>> seen;
  for (const Row& row : rows) {
    const double low = row.value.low * constant;
    const double high = row.value.high * constant;
    const double slack = 1e-9 * std::abs(row.number);
    const bool holds = low <= row.number + row.half + slack && high >= row.number - row.half - slack;
    (holds ? rule.holds : rule.fails).push_back(row.row);
    if (!holds) continue;
    // Equal rows count once.
    const std::pair<double, double> made{row.value.value, row.number};
    if (std::find(seen.begin(), seen.end(), made) != seen.end()) continue;
    seen.push_back(made);
    const Figure& figure = page_.figure(table_.at(row.row, target_));
    const float bits = surprise(figure, (high - low + 2.0 * row.half) / std::abs(row.number));
    gained += bits;
    tightest = std::max(tightest, bits);
  }
  const auto choices = static_cast<float>(others_.size() * others_.size() * shapes.size());
  rule.price = std::log2(std::max(choices, 2.0F)) + (is_fitted ? tightest + fitted_constant : 0.0F);
  rule.evidence = gained - rule.price;
  const bool is_meant = rule.holds.size() >= fewest_rows && rule.fails.size() * 2 <= rule.holds.size();
  if (!is_meant || rule.evidence < proven_from) return;
  if (!best_ || rule.evidence > best_->evidence) best_ = rule;
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// Looks for the rule by which a column of a table follows from others: products, quotients, sums, shares,
// growth, each perhaps with a constant.
#pragma once

#include "derive/table_numbers.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace reckon::derive {

/// What the other columns of a row come to, before a constant.
enum class Shape : std::uint8_t {
  times,    ///< a × b
  over,     ///< a ÷ b
  plus,     ///< a + b
  minus,    ///< a − b
  alone,    ///< a: the constant does the rest
  inverse,  ///< 1 ÷ a
  share,    ///< a ÷ the sum of a
  growth,   ///< the row above: the constant is the growth
  running,  ///< the row above, and a
  all,      ///< the sum of all other columns
};

/// Numbers that a column must have to take part.
inline constexpr std::size_t fewest_rows = 2;

struct Value {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  units::Dimension dimension;
};

struct Rule {
  Shape shape = Shape::alone;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double constant = 1.0;
  bool is_fitted = false;
  std::vector<std::uint32_t> holds;
  std::vector<std::uint32_t> fails;
  float evidence = 0.0F;
  float price = 0.0F;
};

/// Of one table, looking for what yields the numbers of one column; both must outlive it.
class Column {
 public:
  Column(const Page& page, const TableNumbers& table, std::uint32_t target);
  /// The rule with most evidence that enough rows keep.
  std::optional<Rule> best();
  /// What a rule makes of a row, its constant aside.
  std::optional<Value> value(const Rule& rule, std::uint32_t row) const;
  /// The sum of a column's rows, totals left out, and its first number.
  [[nodiscard]] std::pair<double, MentionId> sum_of(std::uint32_t column) const;
  /// What a cell states; nothing for one that states no number.
  std::optional<Value> cell(std::uint32_t row, std::uint32_t column) const;

 private:
  static std::optional<Value> joined(Shape shape, const Value& a, const Value& b);
  std::optional<Value> sum(std::uint32_t row) const;
  struct Row {
    std::uint32_t row = 0;
    Value value;
    double number = 0.0;  ///< stated, in base units
    double half = 0.0;    ///< of the last digit shown
    units::Dimension stated;
  };
  /// A rule speaks of one kind of quantity: rows of another than most leave it.
  static void keep_one_kind(std::vector<Row>& rows);
  void attempt(Shape shape, std::uint32_t a, std::uint32_t b);
  /// The factor of the unit of a column's first number.
  [[nodiscard]] double unit(std::uint32_t column) const;
  /// Shares that are all near to one agree with anything.
  [[nodiscard]] bool is_availability() const;
  /// The constant that most rows allow.
  void fit(const Rule& rule, const std::vector<Row>& rows);
  void judge(Rule rule, const std::vector<Row>& rows, double constant, bool is_fitted);
  const Page& page_;
  const TableNumbers& table_;
  std::uint32_t target_;
  std::vector<std::uint32_t> others_;
  std::vector<double> sums_;
  std::optional<Rule> best_;
};

}  // namespace reckon::derive

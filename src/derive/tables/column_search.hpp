// SPDX-License-Identifier: MIT
// Looks for the rule by which a column of a table follows from others: products, quotients, sums, shares,
// growth, each perhaps with a constant, whole things perhaps rounded up.
#pragma once

#include "derive/tables/column_values.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reckon::derive {

/// Of one table, looking for what yields the numbers of one column; all must outlive it.
class Column {
 public:
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;
  Column(const Page& page, const TableNumbers& table, std::uint32_t target,
         const std::vector<RuleConstant>& constants);
  /// The rules that enough rows keep: the one with most evidence of what stands beside, and of growth.
  std::vector<Rule> best();
  /// The growth that other columns show, where this one keeps it as well.
  std::optional<Rule> grown_by(const RuleConstant& constant);
  [[nodiscard]] const ColumnValues& values() const { return values_; }

 private:
  struct Row {
    std::uint32_t row = 0;
    Value value;
    double number = 0.0;  ///< stated, in base units
    double half = 0.0;    ///< of the last digit shown
    units::Dimension stated;
  };
  /// Constants that a row allows.
  struct Range {
    double low = 0.0;
    double high = 0.0;
  };

  void products();
  void costs();
  void sums();
  void growths();
  [[nodiscard]] std::vector<Row> rows_of(const Rule& rule, std::uint32_t most) const;
  /// A rule speaks of one kind of quantity: rows of another than most leave it.
  static void keep_one_kind(std::vector<Row>& rows);
  void attempt(Rule rule);
  void attempt_unsaid(Rule rule, const std::vector<Row>& rows);
  void attempt_constants(const Rule& rule, const std::vector<Row>& rows);
  [[nodiscard]] static Range range_of(const Rule& rule, const Row& row);
  [[nodiscard]] static bool fits(const Rule& rule, const Row& row);
  /// The constant among those that are stated or known which most rows allow.
  void choose(Rule rule, const std::vector<Row>& rows, const std::vector<Range>& ranges);
  /// The constant that most rows allow.
  void fit(Rule rule, const std::vector<Row>& rows, const std::vector<Range>& ranges);
  /// Bits of choosing a rule's shape and columns.
  [[nodiscard]] float ways(const Rule& rule) const;
  [[nodiscard]] bool copies(const Rule& rule) const;
  [[nodiscard]] float worth(const Rule& rule, const Row& row) const;
  [[nodiscard]] bool is_turned_round(const Rule& rule) const;
  [[nodiscard]] bool may_fit(const Rule& rule) const;
  void judge(Rule rule, const std::vector<Row>& rows, float price);
  /// Found in the first rows, a rule is told of all.
  void settle(std::optional<Rule> rule, std::vector<Rule>& into) const;

  const Page& page_;
  const TableNumbers& table_;
  std::uint32_t target_;
  const std::vector<RuleConstant>& constants_;
  ColumnValues values_;
  const std::vector<std::uint32_t>& others_;
  bool rounds_ = false;
  double spread_ = 0.0;
  bool tells_downtime_ = false;
  float proven_from_ = 7.0F;  ///< evidence from which on a rule is proven, all rows together
  float choices_ = 0.0F;      ///< bits of choosing one shape and its columns
  std::optional<Rule> beside_;
  std::optional<Rule> grown_;
};

}  // namespace reckon::derive

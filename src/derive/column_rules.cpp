// SPDX-License-Identifier: MIT
#include "derive/column_rules.hpp"

#include "derive/column_search.hpp"
#include "derive/sum_nodes.hpp"
#include "derive/surprise.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;
using units::Dimension;

constexpr std::uint32_t most_columns_searched = 12;

class Teller {
 public:
  Teller(Page& page, const TableNumbers& table, std::uint32_t target, const Column& column, const Rule& rule,
         std::vector<Derivation>& out)
      : page_(page), table_(table), target_(target), column_(column), rule_(rule), out_(out) {}

  void tell() {
    for (const std::uint32_t row : rule_.holds) add(row, true);
    for (const std::uint32_t row : rule_.fails) add(row, false);
  }

 private:
  void add(std::uint32_t row, bool holds) {
    const MentionId id = table_.at(row, target_);
    const auto made = column_.value(rule_, row);
    if (!made) return;
    const Figure& figure = page_.figure(id);
    Derivation derivation;
    derivation.generator = Generator::row;
    derivation.target = id;
    derivation.line = page_.mentions[id].line;
    const double right = made->value * rule_.constant / figure.unit.factor;
    derivation.comparison.comparable = true;
    derivation.comparison.holds = holds;
    derivation.comparison.right = right;
    derivation.comparison.ratio = right == 0.0 ? 0.0 : figure.number / right;
    derivation.comparison.width = figure.shown / std::abs(figure.number);
    derivation.surprise = surprise(figure, derivation.comparison.width);
    derivation.price = rule_.price / static_cast<float>(rule_.holds.size());
    derivation.is_cued = true;
    derivation.not_meant = holds ? derivation.surprise : exception(row, derivation.comparison.ratio);
    if (!write(row, derivation)) return;
    out_.push_back(derivation);
  }

  /// How dear it is that a row leaves the rule: the more rows keep it, the dearer; rows at the edge and of
  /// one digit cheaply.
  [[nodiscard]] float exception(std::uint32_t row, double ratio) const {
    constexpr float each_row = 2.5F;
    constexpr float dearest = 13.0F;
    constexpr float edge = 2.0F;
    const auto rows = static_cast<float>(rule_.holds.size());
    // A few per cent off is another convention, or rounding before.
    const double off = std::abs(ratio - 1.0);
    if (off < (rule_.is_fitted ? 0.06 : 0.02)) return 0.0F;
    float bits =
        std::min(each_row * (rows - (rule_.is_fitted ? 1.0F : 0.0F)) + 0.2F * rule_.evidence, dearest);
    const bool is_edge = row == 0 || row + 1 == table_.rows;
    if (is_edge) bits -= edge;
    bits -= 3.0F * static_cast<float>(rule_.fails.size() - 1);
    return std::max(bits, 0.0F);
  }

  std::uint32_t add(const Node& node) {
    page_.nodes.push_back(node);
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }
  std::uint32_t figure(std::uint32_t row, std::uint32_t column) {
    return add({Operation::figure, false, table_.at(row, column), 0, 0, 0});
  }

  /// The row's calculation; of a fitted constant it is told by the row that comes nearest to it.
  bool write(std::uint32_t row, Derivation& derivation) {
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    switch (rule_.shape) {
      case Shape::times:
      case Shape::over:
      case Shape::plus:
      case Shape::minus: {
        const std::uint32_t a = figure(row, rule_.a);
        const std::uint32_t b = figure(row, rule_.b);
        add({operation(), false, a, b, 0, 0});
        break;
      }
      case Shape::alone:
        figure(row, rule_.a);
        break;
      case Shape::inverse: {
        const std::uint32_t one = add({Operation::one, false, 0, 0, 0, 0});
        const std::uint32_t a = figure(row, rule_.a);
        add({Operation::divide, false, one, a, 0, 0});
        break;
      }
      case Shape::share: {
        const std::uint32_t a = figure(row, rule_.a);
        const std::uint32_t all = sum_of_column(rule_.a);
        add({Operation::divide, false, a, all, 0, 0});
        break;
      }
      case Shape::growth:
        figure(row - 1, target_);
        break;
      case Shape::running: {
        if (row == 0) {
          figure(row, rule_.a);
          break;
        }
        const std::uint32_t before = figure(row - 1, target_);
        const std::uint32_t a = figure(row, rule_.a);
        add({Operation::add, false, before, a, 0, 0});
        break;
      }
      case Shape::all:
        sum_of_row(row);
        break;
    }
    if (rule_.is_fitted) {
      const auto made = static_cast<std::uint32_t>(page_.nodes.size() - 1);
      const std::uint32_t constant =
          add({Operation::constant, false, page_.constant(rule_.constant, like(row)), 0, 0, 0});
      add({Operation::multiply, false, made, constant, 0, 0});
    }
    derivation.root = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    return true;
  }

  /// In whose unit a fitted constant counts: "12 nodes × 64 GB".
  [[nodiscard]] MentionId like(std::uint32_t row) const {
    const auto made = column_.value(rule_, row);
    const bool counts = made && made->dimension.is_dimensionless();
    return counts ? table_.at(row, target_) : nowhere;
  }

  [[nodiscard]] Operation operation() const {
    if (rule_.shape == Shape::times) return Operation::multiply;
    if (rule_.shape == Shape::over) return Operation::divide;
    return rule_.shape == Shape::minus ? Operation::subtract : Operation::add;
  }

  std::uint32_t sum_of_column(std::uint32_t column) {
    const auto [sum, first] = column_.sum_of(column);
    return add({Operation::constant, false, page_.constant(sum, first), 0, 0, 0});
  }

  void sum_of_row(std::uint32_t row) {
    std::vector<MentionId> terms;
    const Dimension kind = page_.figure(table_.at(row, target_)).unit.dimension.without_counts();
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const MentionId id = table_.at(row, column);
      if (column == target_ || id == nowhere || table_.filled[column] < fewest_rows) continue;
      if (page_.figure(id).unit.dimension.without_counts() != kind) continue;
      terms.push_back(id);
    }
    add_sum(page_, terms);
  }

  Page& page_;
  const TableNumbers& table_;
  std::uint32_t target_;
  const Column& column_;
  const Rule& rule_;
  std::vector<Derivation>& out_;
};

}  // namespace

/// 1, 2, 3...: numbers of rows.
bool counts_rows(const Page& page, const TableNumbers& table, std::uint32_t column) {
  double last = -1.0;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const MentionId id = table.at(row, column);
    if (id == nowhere) continue;
    const double number = page.figure(id).number;
    if (last >= 0.0 && number != last + 1.0) return false;
    if (last < 0.0 && number > 1.0) return false;
    last = number;
  }
  return true;
}

void column_rules(Page& page, const TableNumbers& table, std::vector<Derivation>& out) {
  if (table.columns > most_columns_searched) return;
  for (std::uint32_t target = 0; target < table.columns; ++target) {
    if (table.filled[target] < fewest_rows || counts_rows(page, table, target)) continue;
    Column column(page, table, target);
    if (const auto rule = column.best()) Teller(page, table, target, column, *rule, out).tell();
  }
}

}  // namespace reckon::derive

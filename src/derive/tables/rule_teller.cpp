// SPDX-License-Identifier: MIT
#include "derive/tables/rule_teller.hpp"

#include "derive/search/sum_nodes.hpp"
#include "derive/search/surprise.hpp"
#include "derive/tables/column_values.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;
using units::Dimension;

/// Writes a rule's calculation for one row as nodes.
class RuleWriter {
 public:
  RuleWriter(Page& page, const TableNumbers& table, std::uint32_t target, const ColumnValues& column,
             const Rule& rule)
      : page_(page), table_(table), target_(target), column_(column), rule_(rule) {}

  /// The root; what is written begins at the page's end.
  std::uint32_t write(std::uint32_t row) {
    std::uint32_t made = body(row);
    if (rule_.constant.value != 1.0 && !rule_.constant.is_unsaid && !is_amount_divided())
      made = scaled(row, made);
    if (rule_.rounds_up) made = add({Operation::ceil, false, made, 0, 0, 0});
    if (rule_.spare == 0.0) return made;
    const std::uint32_t spare = constant(rule_.spare, nowhere);
    return add({Operation::add, false, made, spare, 0, 0});
  }

 private:
  std::uint32_t add(const Node& node) {
    page_.nodes.push_back(node);
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }
  std::uint32_t figure(std::uint32_t row, std::uint32_t column) {
    return add({Operation::figure, false, table_.at(row, column), 0, 0, 0});
  }
  std::uint32_t constant(double value, MentionId like) {
    return add({Operation::constant, false, page_.constant(value, like), 0, 0, 0});
  }

  std::uint32_t body(std::uint32_t row) {
    switch (rule_.shape) {
      case Shape::product:
        return product(row);
      case Shape::share: {
        const std::uint32_t a = figure(row, rule_.terms[0].column);
        const auto [sum, first] = column_.sum_of(rule_.terms[0].column);
        const std::uint32_t all = constant(sum, first);
        return add({Operation::divide, false, a, all, 0, 0});
      }
      case Shape::growth:
        return figure(row - 1, target_);
      case Shape::compound:
        return figure(column_.first_row(), target_);
      case Shape::plus:
      case Shape::minus: {
        const std::uint32_t a = figure(row, rule_.terms[0].column);
        const std::uint32_t b = figure(row, rule_.terms[1].column);
        const bool adds = rule_.shape == Shape::plus;
        return add({adds ? Operation::add : Operation::subtract, false, a, b, 0, 0});
      }
      case Shape::running: {
        if (row == 0) return figure(row, rule_.terms[0].column);
        const std::uint32_t before = figure(row - 1, target_);
        const std::uint32_t a = figure(row, rule_.terms[0].column);
        return add({Operation::add, false, before, a, 0, 0});
      }
      case Shape::all:
        return sum_of_row(row);
    }
    return 0;
  }

  /// "1 GiB ÷ 250 MiB/s": what a number states is divided by all columns.
  [[nodiscard]] bool is_amount_divided() const {
    return rule_.shape == Shape::product && rule_.constant.from != nowhere && !rule_.constant.divides &&
           rule_.term_count > 0 &&
           std::all_of(rule_.terms.begin(), rule_.terms.begin() + rule_.term_count,
                       [](const RuleTerm& term) { return term.divides; });
  }

  /// What multiplies first, so that "1 ÷ a" is the exception.
  std::uint32_t product(std::uint32_t row) {
    std::optional<std::uint32_t> made;
    for (const bool divides : {false, true}) {
      for (std::uint32_t i = 0; i < rule_.term_count; ++i) {
        if (rule_.terms[i].divides != divides) continue;
        if (!made && divides) made = add({Operation::one, false, 0, 0, 0, 0});
        const std::uint32_t next = figure(row, rule_.terms[i].column);
        if (is_amount_divided() && !made)
          made = add({Operation::figure, false, rule_.constant.from, 0, 0, 0});
        made =
            made ? add({divides ? Operation::divide : Operation::multiply, false, *made, next, 0, 0}) : next;
      }
    }
    return *made;
  }

  /// By a constant; of one that only the rows tell in the unit of the result: "12 nodes × 64 GB".
  std::uint32_t scaled(std::uint32_t row, std::uint32_t made) {
    const RuleConstant& by = rule_.constant;
    const auto value = column_.value(rule_, row);
    const bool counts = value && value->dimension.is_dimensionless() && !rule_.grows();
    const bool is_stated = by.from != nowhere;
    std::uint32_t factor =
        is_stated ? add({Operation::figure, false, by.from, 0, 0, 0})
                  : constant(by.value, counts && by.is_fitted ? table_.at(row, target_) : nowhere);
    if (value && value->steps > 1) {
      const std::uint32_t steps = constant(static_cast<double>(value->steps), nowhere);
      factor = add({Operation::power, false, factor, steps, 0, 0});
    }
    const bool divides = is_stated && by.divides;
    return add({divides ? Operation::divide : Operation::multiply, false, made, factor, 0, 0});
  }

  std::uint32_t sum_of_row(std::uint32_t row) {
    std::vector<MentionId> terms;
    const Dimension kind = page_.figure(table_.at(row, target_)).unit.dimension.without_counts();
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const MentionId id = table_.at(row, column);
      if (column == target_ || id == nowhere || table_.filled[column] < fewest_rows) continue;
      if (page_.figure(id).unit.dimension.without_counts() != kind) continue;
      terms.push_back(id);
    }
    return add_sum(page_, terms);
  }

  Page& page_;
  const TableNumbers& table_;
  std::uint32_t target_;
  const ColumnValues& column_;
  const Rule& rule_;
};

class Teller {
 public:
  Teller(Page& page, const TableNumbers& table, std::uint32_t target, const ColumnValues& column,
         const Rule& rule, std::vector<Derivation>& out)
      : page_(page), table_(table), target_(target), column_(column), rule_(rule), out_(out) {}

  void tell() {
    for (const std::uint32_t row : rule_.holds) add(row, true);
    for (const std::uint32_t row : rule_.fails) add(row, false);
  }

 private:
  void add(std::uint32_t row, bool holds) {
    // What runs on may start from anything.
    if (!holds && rule_.shape == Shape::running && row == 0) return;
    const MentionId id = table_.at(row, target_);
    const auto made = column_.value(rule_, row);
    if (!made) return;
    const Figure& figure = page_.figure(id);
    if (!holds && (nearly_holds(*made, figure) || repeats(row) || !(made->value > 0.0) || counts_anew(row)))
      return;
    Derivation derivation;
    derivation.generator = Generator::row;
    derivation.target = id;
    derivation.line = page_.mentions[id].line;
    const double right = right_of(*made) / figure.unit.factor;
    derivation.comparison.comparable = true;
    derivation.comparison.holds = holds;
    derivation.comparison.right = right;
    derivation.comparison.ratio = right == 0.0 ? 0.0 : figure.number / right;
    derivation.comparison.width = figure.shown / std::abs(figure.number);
    derivation.surprise = surprise(figure, derivation.comparison.width);
    // What the other rows have paid for costs one that breaks it nothing.
    derivation.price = holds ? rule_.price / static_cast<float>(rule_.holds.size()) : 0.0F;
    derivation.is_cued = true;
    derivation.not_meant = holds ? derivation.surprise : exception(row, derivation.comparison.ratio);
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    derivation.root = RuleWriter(page_, table_, target_, column_, rule_).write(row);
    out_.push_back(derivation);
  }

  /// Where a sum would add nothing to what stands beside, the row has nothing to add; what is alike on both
  /// sides is no ratio that the other rows came to have.
  [[nodiscard]] bool repeats(std::uint32_t row) const {
    const double stated = page_.figure(table_.at(row, target_)).value();
    const double constant = rule_.constant.value;
    const auto is_whole = [](double value) { return std::abs(value - std::round(value)) < 1e-6; };
    const bool is_ratio = rule_.term_count == 1 && !is_whole(constant) && !is_whole(1.0 / constant);
    return (rule_.adds() || is_ratio) &&
           std::any_of(rule_.terms.begin(), rule_.terms.begin() + rule_.term_count,
                       [&](const RuleTerm& term) {
                         const MentionId id = table_.at(row, term.column);
                         return id != nowhere && page_.figure(id).value() == stated;
                       });
  }

  /// A price of "78 TB" may be one of each GB: only the units of rows that keep the rule are known.
  [[nodiscard]] bool counts_anew(std::uint32_t row) const {
    const auto is_alike = [&](std::uint32_t other, const RuleTerm& term) {
      const units::Unit& own = page_.figure(table_.at(row, term.column)).unit;
      const units::Unit& kept = page_.figure(table_.at(other, term.column)).unit;
      return own.factor == kept.factor && own.dimension.without_counts() == kept.dimension.without_counts();
    };
    return rule_.as_printed && std::none_of(rule_.holds.begin(), rule_.holds.end(), [&](std::uint32_t other) {
             return is_alike(other, rule_.terms[0]) && is_alike(other, rule_.terms[1]);
           });
  }

  /// Rounded in another way than the rest of the column.
  [[nodiscard]] bool nearly_holds(const Value& made, const Figure& figure) const {
    const double factor =
        std::pow(rule_.constant.value, static_cast<double>(made.steps)) / figure.unit.factor;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::colon;
    return arithmetic::agree(made.value * factor, made.low * factor, made.high * factor, figure, how).holds;
  }

  /// In base units.
  [[nodiscard]] double right_of(const Value& made) const {
    const double exact = made.value * std::pow(rule_.constant.value, static_cast<double>(made.steps));
    return rule_.rounds_up ? std::ceil(exact * (1.0 - 1e-9)) + rule_.spare : exact;
  }

  /// How dear it is that a row leaves the rule: the more rows keep it, the dearer; rows at the edge and cells
  /// that say more than a number cheaply.
  [[nodiscard]] float exception(std::uint32_t row, double ratio) const {
    constexpr float each_row = 2.5F;
    constexpr float dearest = 13.0F;
    constexpr float at_edge = 2.0F;
    constexpr float each_proof = 3.0F;
    constexpr float own_factor = 0.5F;
    constexpr float marked = 4.0F;
    constexpr float more = 6.0F;
    constexpr float turned_round = 1.5F;
    constexpr float each_other = 3.0F;
    // A few per cent off is another convention, or rounding before.
    const double off = std::abs(ratio - 1.0);
    const bool is_fitted = rule_.constant.is_fitted;
    const bool is_rough = table_.is_rough[table_.index(row, target_)];
    if (off < (is_rough ? 0.3 : is_fitted ? 0.06 : 0.02)) return 0.0F;
    const auto rows = static_cast<float>(rule_.distinct) - (is_fitted ? 1.0F : 0.0F);
    if (rule_.is_rough && table_.is_marked[table_.index(row, target_)]) return 0.0F;
    if (rule_.named > 0.0F)
      return std::min(rule_.named + static_cast<float>(rule_.holds.size()), dearest) -
             each_other * static_cast<float>(rule_.fails.size() - 1);
    float bits = std::min(each_row * rows + 0.2F * rule_.evidence, dearest);
    // One thing may have another factor than the rest.
    const bool has_factor = rule_.constant.is_fitted || rule_.constant.from != nowhere;
    if (has_factor && !rule_.grows()) bits *= own_factor;
    if (row == 0 || row + 1 == table_.rows) bits -= at_edge;
    if (table_.is_marked[table_.index(row, target_)]) bits -= marked;
    if (!is_last()) bits -= turned_round;
    // More things than are needed are no mistake: a minimum, a spare.
    if (ratio > 1.0 && ratio <= 3.0 && counts_things(page_.figure(table_.at(row, target_)))) bits -= more;
    bits += each_proof * static_cast<float>(std::min(rule_.confirmed, 2U));
    // Grown to where it began, it starts again.
    const bool restarts = rule_.grows() && page_.figure(table_.at(row, target_)).value() ==
                                               page_.figure(table_.at(column_.first_row(), target_)).value();
    if (restarts) return 0.0F;
    bits -= each_other * static_cast<float>(rule_.fails.size() - 1);
    return std::max(bits, 0.0F);
  }

  [[nodiscard]] bool counts_things(const Figure& figure) const {
    const bool is_chosen = rule_.rounds_up || rule_.constant.is_fitted;
    return is_chosen && figure.whole && !figure.scaled && figure.unit.dimension.is_count();
  }

  /// Results stand behind what they follow from.
  [[nodiscard]] bool is_last() const {
    return std::all_of(rule_.terms.begin(), rule_.terms.begin() + rule_.term_count,
                       [this](const RuleTerm& term) { return term.column < target_; });
  }

  Page& page_;
  const TableNumbers& table_;
  std::uint32_t target_;
  const ColumnValues& column_;
  const Rule& rule_;
  std::vector<Derivation>& out_;
};

}  // namespace

void sort_rows(const Page& page, const TableNumbers& table, std::uint32_t target, Rule& rule) {
  const ColumnValues values(page, table, target);
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const MentionId id = table.at(row, target);
    if (id == nowhere || !table.is_plain(row)) continue;
    const Figure& stated = page.figure(id);
    const auto made = values.value(rule, row);
    if (!made || !(made->value > 0.0) || stated.comparator != units::Comparator::equal) continue;
    const Dimension lacks =
        stated.unit.dimension.without_counts() / (made->dimension * rule.constant.dimension);
    // "Mean per second" may be no unit where "Peak per second" is one.
    const bool is_second_unsaid =
        stated.period == arithmetic::Period::second && lacks == Dimension{} / units::axis(units::Axis::time);
    if (lacks != Dimension{} && !is_second_unsaid) continue;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::colon;
    how.link.approximate = rule.is_rough;
    const double scale = rule.constant.value / stated.unit.factor;
    const bool holds =
        arithmetic::agree(made->value * scale, made->low * scale, made->high * scale, stated, how).holds;
    (holds ? rule.holds : rule.fails).push_back(row);
  }
  rule.distinct = static_cast<std::uint32_t>(rule.holds.size());
}

void tell_rule(Page& page, const TableNumbers& table, std::uint32_t target, const Rule& rule,
               std::vector<Derivation>& out) {
  const ColumnValues column(page, table, target);
  Teller(page, table, target, column, rule, out).tell();
}

}  // namespace reckon::derive

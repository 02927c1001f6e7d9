// SPDX-License-Identifier: MIT
#include "derive/written/elided.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;

/// Where an operand may stand apart, and what that costs.
constexpr float in_sentence = 1.5F;
constexpr float in_line = 2.5F;
constexpr float in_line_above = 3.0F;
constexpr float further_above = 4.0F;
constexpr LineId lines_above = 3;
/// A paragraph of very many numbers offers those around.
constexpr MentionId most_before = 60;
constexpr MentionId most_behind = 30;
constexpr float nothing_lacks = 3.0F;
constexpr float no_factor = 4.0F;

class Elided {
 public:
  Elided(Page& page, std::vector<Derivation>& derivations) : page_(page), derivations_(derivations) {}

  void run(std::size_t first) {
    const std::size_t count = derivations_.size();
    for (std::size_t i = first; i < count; ++i) {
      const Derivation derivation = derivations_[i];
      // What only says one number again has no operand to leave out, nor has the total of all that stands
      // above.
      const bool says_again = derivation.says_all && (derivation.generator == Generator::total ||
                                                      operands_of(page_, derivation).size() == 1);
      const bool fails = !derivation.holds() && derivation.target != nowhere &&
                         derivation.comparison.ratio > 0.0 && !derivation.chained && !says_again &&
                         derivation.generator != Generator::known;
      if (fails) complete(derivation);
    }
  }

 private:
  void complete(const Derivation& derivation) {
    const std::vector<MentionId> used = operands_of(page_, derivation);
    const Line& line = page_.lines[derivation.line];
    const LineId first = derivation.line > lines_above ? derivation.line - lines_above : 0;
    const MentionId target = derivation.target;
    const MentionId nearest = target > most_before ? target - most_before : 0;
    const MentionId begin = std::max(page_.lines[first].first_mention, nearest);
    const MentionId end = std::min(line.end_mention, target + most_behind);
    std::vector<MentionId> rivals;
    for (MentionId id = begin; id < end; ++id) rivals.push_back(id);
    if (line.table != 0) beside(line, rivals);
    if (is_each(derivation.target)) {
      for (const MentionId id : used) one_of(derivation, id);
    }
    rivals_ = static_cast<float>(std::log2(std::max<std::size_t>(rivals.size(), 1)));
    for (const MentionId id : rivals) {
      // A factor that is said again is no further one.
      const bool is_used =
          id == derivation.target || std::any_of(used.begin(), used.end(), [&](MentionId operand) {
            return operand == id || page_.figure(operand).value() == page_.figure(id).value();
          });
      if (!is_used) attempt(derivation, id);
    }
  }

  /// "12 × 900/6 = 150 rps each": what is said of each leaves out how many there are.
  [[nodiscard]] bool is_each(MentionId id) const {
    const arithmetic::Token& behind = page_.tokens.tokens[page_.mentions[id].token + 1];
    return behind.role == arithmetic::Role::each || behind.role == arithmetic::Role::per;
  }
  void one_of(const Derivation& derivation, MentionId id) {
    constexpr float said_of_each = 2.0F;
    const Figure& figure = page_.figure(id);
    if (figure.number == 0.0 || std::abs(derivation.comparison.ratio * figure.number - 1.0) > 0.01) return;
    Derivation completed = derivation;
    completed.generator = Generator::elided;
    completed.gap = id;
    completed.comparison.holds = true;
    completed.comparison.right = page_.figure(derivation.target).number;
    completed.comparison.ratio = 1.0;
    completed.price = said_of_each;
    append(completed, Operation::divide);
    derivations_.push_back(completed);
  }

  /// The header of its column and the cells of its row.
  void beside(const Line& line, std::vector<MentionId>& rivals) const {
    const Grid& table = page_.tables[line.table - 1];
    const auto add = [&](LineId id) {
      if (id == nowhere) return;
      for (MentionId m = page_.lines[id].first_mention; m < page_.lines[id].end_mention; ++m)
        rivals.push_back(m);
    };
    add(table.at(0, line.column - 1));
    for (std::uint32_t column = 0; column < table.columns; ++column) add(table.at(line.row, column));
    std::sort(rivals.begin(), rivals.end());
    rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
  }

  void attempt(const Derivation& derivation, MentionId id) {
    const Figure& figure = page_.figure(id);
    if (figure.name || figure.number <= 0.0 || figure.number == 1.0) return;
    const double ratio = derivation.comparison.ratio;
    const double value = figure.is_percent() ? figure.value() : figure.number;
    const Figure& stated = page_.figure(derivation.target);
    // What words calculate has all its numbers: one more must fit to the digit, where a term of what is
    // written may lack a factor that the whole has not.
    const arithmetic::Outcome printed = arithmetic::outcome_of(figure);
    const bool is_spoken = derivation.generator == Generator::spoken;
    const double hidden =
        is_spoken ? (printed.high - printed.low) / printed.value : figure.step / figure.number;
    const double reach = std::max(0.5 * stated.shown / std::abs(stated.number), 0.002) + 0.5 * hidden;
    const auto is_near = [reach](double a, double b) { return std::abs(a / b - 1.0) <= reach; };
    const bool multiplies = is_near(ratio, value);
    const bool divides = is_near(ratio, 1.0 / value);
    const bool complements = figure.is_percent() && value < 1.0 && is_near(ratio, 1.0 - value);
    if (!multiplies && !divides && !complements) return;
    Derivation completed = derivation;
    completed.generator = Generator::elided;
    completed.gap = id;
    completed.comparison.holds = true;
    completed.comparison.right = stated.number;
    completed.comparison.ratio = 1.0;
    // Choosing one of several numbers, and between times and divided by.
    const bool is_near_by = page_.mentions[id].sentence == page_.mentions[derivation.target].sentence;
    completed.price = seat(derivation, id) + (complements ? 1.0F : 0.0F) +
                      (is_near_by ? 1.0F : 1.0F + 0.5F * rivals_ + commonness(figure));
    if (!is_near_by && is_complete(derivation)) completed.price += nothing_lacks;
    if (!is_factor(figure) && is_complete(derivation)) completed.price += no_factor;
    append(completed, multiplies ? Operation::multiply : Operation::divide);
    derivations_.push_back(completed);
  }

  /// Units on both sides that fit: nothing tells that an operand is missing.
  static bool is_complete(const Derivation& derivation) {
    return (derivation.comparison.supposed & arithmetic::one(arithmetic::Supposition::unit_unsaid)) == 0;
  }

  /// A size, a time, an amount of money is none.
  static bool is_factor(const Figure& figure) {
    const units::Dimension kind = figure.unit.dimension.without_counts();
    return kind.is_dimensionless();
  }

  /// Tens and hundreds stand everywhere, and are what slips are made of.
  static float commonness(const Figure& figure) {
    constexpr float of_ten = 2.5F;
    constexpr double largest = 1000.0;
    const double power = std::log10(figure.number);
    return figure.digits == 1 && power == std::round(power) && figure.number <= largest ? of_ten : 0.0F;
  }

  float seat(const Derivation& derivation, MentionId id) const {
    const Mention& target = page_.mentions[derivation.target];
    const Mention& operand = page_.mentions[id];
    if (operand.sentence == target.sentence) return in_sentence;
    if (operand.line == target.line) return in_line;
    const LineId distance = target.line > operand.line ? target.line - operand.line : 1;
    return distance <= 1 ? in_line_above : further_above;
  }

  /// The expression again, with the gap as a further factor. Nodes of an expression stand in one piece.
  void append(Derivation& completed, Operation operation) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    const std::uint32_t shift = first - completed.first_node;
    for (std::uint32_t i = completed.first_node; i <= completed.root; ++i) {
      Node node = page_.nodes[i];
      if (arithmetic::row_of(node.operation).operands > 0) {
        node.a += shift;
        node.b += shift;
      }
      page_.nodes.push_back(node);
    }
    const auto left = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    page_.nodes.push_back({Operation::gap, false, 0, 0, 0, 0});
    page_.nodes.push_back({operation, false, left, left + 1, 0, 0});
    completed.first_node = first;
    completed.root = left + 2;
  }

  Page& page_;
  std::vector<Derivation>& derivations_;
  float rivals_ = 0.0F;  ///< log2 of how many numbers could be the missing one
};

}  // namespace

void elided(Page& page, std::size_t first, std::vector<Derivation>& derivations) {
  Elided(page, derivations).run(first);
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "formula/evaluate.hpp"

#include "formula/functions.hpp"
#include "formula/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

namespace reckon::formula {
namespace {

/// The value of a node, or the node that failed.
struct Cell {
  static constexpr std::uint32_t fine = ~std::uint32_t{0};
  double number = 0.0;
  std::uint32_t failed = fine;

  [[nodiscard]] bool is_fine() const { return failed == fine; }
};

double truth(bool value) {
  return value ? 1.0 : 0.0;
}

class Evaluation {
 public:
  Evaluation(const Formula& formula, std::span<const double> slots, Cell* cells)
      : formula_(formula), slots_(slots), cells_(cells) {}

  Value run() {
    for (std::uint32_t i = 0; i < formula_.nodes.size(); ++i) cells_[i] = node(i);
    const Cell& root = cells_[formula_.nodes.size() - 1];
    if (root.is_fine()) return {root.number, std::nullopt};
    return {0.0, Failure{formula_.nodes[root.failed].span, why(root.failed)}};
  }

 private:
  [[nodiscard]] const Cell& operand(const Node& node, std::size_t index) const {
    return cells_[node.operands[index]];
  }
  [[nodiscard]] double left(const Node& node) const { return operand(node, 0).number; }
  [[nodiscard]] double right(const Node& node) const { return operand(node, 1).number; }

  /// What a function gives, and what it says about its arguments when it gives nothing.
  std::optional<double> call(const Node& node, std::string& message) const {
    const Function& function = function_table()[node.slot];
    std::array<double, 8> few{};
    std::vector<double> many;
    double* arguments = few.data();
    if (node.operands.size() > few.size()) {
      many.resize(node.operands.size());
      arguments = many.data();
    }
    for (std::size_t i = 0; i < node.operands.size(); ++i) arguments[i] = operand(node, i).number;
    return function.kernel({arguments, node.operands.size()}, message);
  }

  /// The value once all operands have one; not finite where there is none.
  double apply(const Node& node) const {
    switch (node.operation) {
      case Operation::literal:
        return node.literal.interval.value;
      case Operation::name:
        return node.slot < slots_.size() ? slots_[node.slot] : std::nan("");
      case Operation::negate:
        return -left(node);
      case Operation::add:
        return left(node) + right(node);
      case Operation::subtract:
        return left(node) - right(node);
      case Operation::multiply:
        return left(node) * right(node);
      case Operation::divide:
        return left(node) / right(node);
      case Operation::power:
        return std::pow(left(node), right(node));
      case Operation::less:
        return truth(left(node) < right(node) && !is_same(left(node), right(node)));
      case Operation::at_most:
        return truth(left(node) < right(node) || is_same(left(node), right(node)));
      case Operation::greater:
        return truth(left(node) > right(node) && !is_same(left(node), right(node)));
      case Operation::at_least:
        return truth(left(node) > right(node) || is_same(left(node), right(node)));
      case Operation::equal:
        return truth(is_same(left(node), right(node)));
      case Operation::not_equal:
        return truth(!is_same(left(node), right(node)));
      case Operation::logical_and:
        return truth(left(node) != 0.0 && right(node) != 0.0);
      case Operation::logical_or:
        return truth(left(node) != 0.0 || right(node) != 0.0);
      case Operation::logical_not:
        return truth(left(node) == 0.0);
      case Operation::call: {
        std::string ignored;
        return call(node, ignored).value_or(std::nan(""));
      }
    }
    return std::nan("");
  }

  Cell node(std::uint32_t index) const {
    const Node& node = formula_.nodes[index];
    if (const Cell* chosen = decided(node)) return *chosen;
    for (const std::uint32_t i : node.operands) {
      if (!cells_[i].is_fine()) return cells_[i];
    }
    const double number = apply(node);
    return std::isfinite(number) ? Cell{number, Cell::fine} : Cell{0.0, index};
  }

  /// The operand that alone decides: the branch that `if` takes, the left side that settles `and` and `or`.
  [[nodiscard]] const Cell* decided(const Node& node) const {
    const bool chooses = node.operation == Operation::call && function_table()[node.slot].condition_first;
    const bool joins = node.operation == Operation::logical_and || node.operation == Operation::logical_or;
    if (!chooses && !joins) return nullptr;
    const Cell& first = operand(node, 0);
    if (!first.is_fine()) return &first;
    if (chooses) return &operand(node, first.number != 0.0 ? 1 : 2);
    return (first.number != 0.0) == (node.operation == Operation::logical_or) ? &first : nullptr;
  }

  std::string why(std::uint32_t index) const {
    const Node& node = formula_.nodes[index];
    if (node.operation == Operation::name) return fmt::format("'{}' has no value", node.text);
    if (node.operation == Operation::call) {
      std::string message;
      if (call(node, message) || message.empty())
        return fmt::format("the result of {} is too large", node.text);
      return fmt::format("{}: {}", node.text, message);
    }
    if (node.operation == Operation::divide && right(node) == 0.0) return "division by zero";
    if (node.operation == Operation::power) {
      if (left(node) == 0.0 && right(node) < 0.0) return "zero to a negative power";
      if (left(node) < 0.0 && right(node) != std::round(right(node))) {
        return "a negative number to a power that is not whole";
      }
    }
    return "the result is too large for a number";
  }

  const Formula& formula_;
  std::span<const double> slots_;
  Cell* cells_;
};

}  // namespace

Value evaluate(const Formula& formula, std::span<const double> slots) {
  constexpr std::size_t usual = 48;
  const std::size_t count = formula.nodes.size();
  if (count == 0) return {0.0, Failure{{}, "there is no formula"}};
  if (count <= usual) {
    std::array<Cell, usual> cells;
    return Evaluation(formula, slots, cells.data()).run();
  }
  std::vector<Cell> cells(count);
  return Evaluation(formula, slots, cells.data()).run();
}

}  // namespace reckon::formula

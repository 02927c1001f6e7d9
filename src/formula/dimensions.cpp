// SPDX-License-Identifier: MIT
#include "formula/dimensions.hpp"

#include "formula/agreement.hpp"
#include "formula/arguments.hpp"
#include "formula/codes.hpp"
#include "formula/mismatch.hpp"
#include "formula/operators.hpp"
#include "units/unit.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace reckon::formula {
namespace {

using units::Dimension;
using Known = std::optional<Type>;

/// Exponents are 8-bit integers; nothing sensible comes near this.
constexpr int largest_exponent = 60;

/// The product of `a` and `b` to the power `exponent`, if its exponents stay small.
std::optional<Dimension> combined(const Dimension& a, const Dimension& b, double exponent) {
  Dimension out;
  for (std::size_t i = 0; i < units::axis_count; ++i) {
    const double sum = a.exponents[i] + b.exponents[i] * exponent;
    if (std::abs(sum) > largest_exponent) return std::nullopt;
    out.exponents[i] = static_cast<std::int8_t>(sum);
  }
  return out;
}

std::string difference(Operation operation, const Dimension& left, const Dimension& right) {
  if (operation == Operation::add) return fmt::format("cannot add {} to {}", noun(right), noun(left));
  if (operation == Operation::subtract)
    return fmt::format("cannot subtract {} from {}", noun(right), noun(left));
  return fmt::format("cannot compare {} with {}", noun(left), noun(right));
}

class Checker {
 public:
  Checker(const Formula& formula, const Scope& scope)
      : formula_(formula),
        scope_(scope),
        agreement_(scope.transparent_counts),
        nodes_(formula.nodes.size()) {}

  DimensionCheck run() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = formula_.nodes[i];
      nodes_[i].type = type(node);
      nodes_[i].is_zero = node.operation == Operation::literal && node.literal.interval.value == 0.0 &&
                          node.literal.dimension.is_dimensionless();
    }
    if (!nodes_.empty() && nodes_.back().type) {
      out_.type = *nodes_.back().type;
      check_display_unit();
    }
    if (const auto note = agreement_.note(); note && out_.problems.empty()) out_.notes.push_back(*note);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Inferred& operand(const Node& node, std::size_t i) const {
    return nodes_[node.operands[i]];
  }
  [[nodiscard]] const Node& operand_node(const Node& node, std::size_t i) const {
    return formula_.nodes[node.operands[i]];
  }
  [[nodiscard]] const Dimension& dimension(const Node& node, std::size_t i) const {
    return operand(node, i).type->dimension;
  }

  Known type(const Node& node) {
    switch (node.operation) {
      case Operation::literal:
        return Type{node.literal.dimension, false};
      case Operation::name:
        return Type{scope_.names[node.slot].dimension, false};
      case Operation::call:
        return check_call(formula_, scope_, node, nodes_, agreement_, out_.problems);
      case Operation::negate:
        return quantities(node) ? operand(node, 0).type : std::nullopt;
      case Operation::add:
      case Operation::subtract:
        return sum(node);
      case Operation::multiply:
        return product(node, 1.0);
      case Operation::divide:
        return product(node, -1.0);
      case Operation::power:
        return power(node);
      case Operation::less:
      case Operation::at_most:
      case Operation::greater:
      case Operation::at_least:
      case Operation::equal:
      case Operation::not_equal:
        return sum(node) ? Known(Type{{}, true}) : std::nullopt;
      case Operation::logical_and:
      case Operation::logical_or:
      case Operation::logical_not:
        return truths(node) ? Known(Type{{}, true}) : std::nullopt;
    }
    return std::nullopt;
  }

  /// Whether all operands are quantities; a problem for each that is known to be none.
  bool quantities(const Node& node) {
    bool fine = true;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      if (operand(node, i).is_truth()) out_.problems.push_back(quantity_needed(operand_node(node, i)));
      fine = fine && operand(node, i).type && !operand(node, i).is_truth();
    }
    return fine;
  }

  bool truths(const Node& node) {
    bool fine = true;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      const Inferred& side = operand(node, i);
      if (side.type && !side.is_truth()) {
        out_.problems.push_back(truth_needed(operand_node(node, i), *side.type));
        out_.problems.back().secondary.push_back({node.operator_span, {}});
      }
      fine = fine && side.is_truth();
    }
    return fine;
  }

  /// Sums, differences and comparisons.
  Known sum(const Node& node) {
    if (!quantities(node)) return std::nullopt;
    const Dimension& left = dimension(node, 0);
    const Dimension& right = dimension(node, 1);
    if (operand(node, 1).is_zero) return operand(node, 0).type;
    if (operand(node, 0).is_zero) return operand(node, 1).type;
    if (agreement_.agree(left, right, node.operator_span)) {
      // `1 + 3 users` are users.
      return left == agreement_.relevant(left) ? operand(node, 1).type : operand(node, 0).type;
    }
    base::Diagnostic problem = base::problem(std::string(codes::dimensions_differ),
                                             difference(node.operation, left, right), node.operator_span);
    problem.secondary.push_back({operand_node(node, 0).span, label(left)});
    problem.secondary.push_back({operand_node(node, 1).span, label(right)});
    for (const std::uint32_t i : node.operands) mark_declaration(problem, formula_.nodes[i], scope_);
    const Dimension a = agreement_.relevant(left);
    const Dimension b = agreement_.relevant(right);
    problem.remarks.push_back(factors({"left", a}, {"right", b}));
    const auto fix_right = certain_fix("the right side", b, a);
    const auto fix_left = certain_fix("the left side", a, b);
    if (fix_right && fix_left) problem.remarks.push_back({"help", *fix_right + ", or " + *fix_left});
    out_.problems.push_back(std::move(problem));
    return std::nullopt;
  }

  Known product(const Node& node, double exponent) {
    if (!quantities(node)) return std::nullopt;
    const auto result = combined(dimension(node, 0), dimension(node, 1), exponent);
    if (result) return Type{*result, false};
    return too_large(node);
  }

  Known too_large(const Node& node) {
    out_.problems.push_back(base::problem(
        std::string(codes::exponent),
        fmt::format("the dimension gets an exponent beyond {}", largest_exponent), node.operator_span));
    return std::nullopt;
  }

  /// The value of a literal exponent, with or without a sign.
  [[nodiscard]] std::optional<double> literal_exponent(const Node& power) const {
    const Node* node = &operand_node(power, 1);
    const double sign = node->operation == Operation::negate ? -1.0 : 1.0;
    if (node->operation == Operation::negate) node = &operand_node(*node, 0);
    if (node->operation != Operation::literal) return std::nullopt;
    return sign * node->literal.interval.value;
  }

  Known power(const Node& node) {
    if (!quantities(node)) return std::nullopt;
    const Dimension& base = dimension(node, 0);
    const Dimension& exponent = dimension(node, 1);
    if (!agreement_.agree({}, exponent, operand_node(node, 1).span)) {
      out_.problems.push_back(base::problem(
          std::string(codes::exponent), fmt::format("an exponent is a plain number, not {}", noun(exponent)),
          operand_node(node, 1).span, label(exponent)));
      out_.problems.back().secondary.push_back({node.operator_span, {}});
      return std::nullopt;
    }
    if (base.is_dimensionless()) return Type{};
    const auto whole = literal_exponent(node);
    if (whole && *whole == std::round(*whole)) {
      const auto result = combined({}, base, *whole);
      return result ? Known(Type{*result, false}) : too_large(node);
    }
    if (agreement_.agree({}, base, operand_node(node, 0).span)) return Type{};
    out_.problems.push_back(
        base::problem(std::string(codes::exponent),
                      fmt::format("{} can only be raised to a whole number that is written out", noun(base)),
                      operand_node(node, 1).span, whole ? "not whole" : "not written out"));
    out_.problems.back().secondary.push_back({operand_node(node, 0).span, label(base)});
    return std::nullopt;
  }

  void check_display_unit() {
    if (formula_.display_unit.empty()) return;
    const auto unit = units::read_unit(formula_.display_unit);
    if (!unit) return;  // parse has refused it
    if (out_.type.is_truth) {
      out_.problems.push_back(quantity_needed(formula_.root()));
      return;
    }
    const Dimension& result = out_.type.dimension;
    if (agreement_.agree(unit->dimension, result, formula_.display_unit_span)) return;
    base::Diagnostic problem =
        base::problem(std::string(codes::display_unit),
                      fmt::format("{} cannot be shown in {}", noun(result), formula_.display_unit),
                      formula_.display_unit_span, label(unit->dimension));
    problem.secondary.push_back({formula_.root().span, label(result)});
    const Dimension wanted = agreement_.relevant(unit->dimension);
    const Dimension given = agreement_.relevant(result);
    problem.remarks.push_back(factors({"result", given}, {formula_.display_unit, wanted}));
    if (const auto fix = certain_fix("the formula", given, wanted)) problem.remarks.push_back({"help", *fix});
    out_.problems.push_back(std::move(problem));
  }

  const Formula& formula_;
  const Scope& scope_;
  Agreement agreement_;
  std::vector<Inferred> nodes_;
  DimensionCheck out_;
};

}  // namespace

DimensionCheck check_dimensions(const Formula& formula, const Scope& scope) {
  return Checker(formula, scope).run();
}

base::Diagnostic wrong_result(const Formula& formula, const Type& actual, const Type& expected,
                              const base::Label& declared) {
  const auto said = [](const Type& type) {
    return type.is_truth ? std::string("true or false") : label(type.dimension);
  };
  const auto named = [](const Type& type) {
    return type.is_truth ? std::string("true or false") : noun(type.dimension);
  };
  base::Diagnostic out =
      base::problem(std::string(codes::wrong_result),
                    fmt::format("the formula yields {}, not {}", named(actual), named(expected)),
                    formula.root().span, said(actual));
  out.secondary.push_back(declared);
  if (out.secondary.back().text.empty()) out.secondary.back().text = "declared as " + said(expected);
  if (actual.is_truth || expected.is_truth) return out;
  out.remarks.push_back(factors({"declared", expected.dimension}, {"formula", actual.dimension}));
  if (const auto fix = certain_fix("the formula", actual.dimension, expected.dimension)) {
    out.remarks.push_back({"help", *fix});
  }
  return out;
}

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
// One pass over the list: every node's text is made from its operands' texts, which nobody needs afterwards.
#include "formula/print.hpp"

#include "formula/characters.hpp"
#include "formula/operators.hpp"
#include "units/print.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace reckon::formula {
namespace {

/// A node's text, and what decides about the parentheses around it.
struct Piece {
  std::string text;
  Level level = Level::atom;
  bool opens_with_unit = false;     ///< a unit's word: behind a quantity it would join that one's unit
  bool closes_with_number = false;  ///< a quantity that a bare unit could join
  bool opens_bare = false;          ///< a number without a unit, a name, a call: may stand next to `^`
};

using Spelled = std::pair<std::string_view, std::string_view>;

/// How a literal's characters are written in ASCII.
constexpr std::array ascii{
    Spelled{"\xc2\xb5", "u"}, Spelled{"\xce\xbc", "u"},     Spelled{"·", "*"},           Spelled{"⋅", "*"},
    Spelled{"\xc2\xa0", " "}, Spelled{"\xe2\x80\x89", " "}, Spelled{"\xe2\x80\xaf", " "}};

/// As written but in ASCII, and without grouping commas, which would separate arguments.
std::string canonical_literal(const Node& node) {
  if (node.text.empty()) return units::print(node.literal.quantity());
  std::string out;
  for (std::size_t at = 0; at < node.text.size();) {
    const std::string_view rest = std::string_view(node.text).substr(at);
    const auto* spelled = std::find_if(ascii.begin(), ascii.end(), [rest](const Spelled& s) {
      return rest.substr(0, s.first.size()) == s.first;
    });
    if (spelled != ascii.end()) {
      out += spelled->second;
      at += spelled->first.size();
      continue;
    }
    if (node.text[at] != ',') out += node.text[at];
    ++at;
  }
  return out;
}

bool is_bare_unit(const Node& node) {
  return node.operation == Operation::literal && !node.text.empty() &&
         word_end(node.text, 0) == node.text.size();
}

void enclose(Piece& piece, bool enclose_it) {
  if (!enclose_it) return;
  piece.text.insert(piece.text.begin(), '(');
  piece.text += ')';
  piece.level = Level::atom;
  piece.opens_with_unit = piece.closes_with_number = false;
  piece.opens_bare = true;
}

class Printer {
 public:
  Printer(const Formula& formula, const std::function<Replacement(const Node&)>* name)
      : formula_(formula), name_(name), pieces_(formula.nodes.size()) {}

  Piece run() {
    if (pieces_.empty()) return {};
    for (std::size_t i = 0; i < pieces_.size(); ++i) pieces_[i] = piece(formula_.nodes[i]);
    return std::move(pieces_.back());
  }

 private:
  Piece& operand(const Node& node, std::size_t index) { return pieces_[node.operands[index]]; }
  [[nodiscard]] bool for_people() const { return name_ != nullptr; }

  Piece piece(const Node& node) {
    switch (node.operation) {
      case Operation::literal:
        return literal(node);
      case Operation::name:
        return name(node);
      case Operation::call:
        return call(node);
      case Operation::negate:
      case Operation::logical_not:
        return prefix(node);
      case Operation::power:
        return power(node);
      case Operation::add:
      case Operation::subtract:
      case Operation::multiply:
      case Operation::divide:
      case Operation::less:
      case Operation::at_most:
      case Operation::greater:
      case Operation::at_least:
      case Operation::equal:
      case Operation::not_equal:
      case Operation::logical_and:
      case Operation::logical_or:
        return binary(node);
    }
    return {};
  }

  Piece literal(const Node& node) const {
    Piece out;
    out.text = for_people() && !node.text.empty() ? node.text : canonical_literal(node);
    // A currency's code is a unit's word as well: `USD 5`.
    out.opens_with_unit = word_end(out.text, 0) > 0;
    out.closes_with_number = !is_bare_unit(node);
    out.opens_bare = std::all_of(out.text.begin(), out.text.end(),
                                 [](char c) { return is_digit(c) || c == '.' || c == ','; });
    if (!out.text.empty() && out.text.front() == '-') out.level = Level::sign;
    return out;
  }

  Piece name(const Node& node) const {
    Piece out;
    out.text = node.text;
    out.opens_bare = true;
    if (!for_people()) return out;
    const Replacement replacement = (*name_)(node);
    out.text = replacement.text;
    out.opens_bare = replacement.text.find(' ') == std::string::npos;
    if (replacement.binding == Binding::product) out.level = Level::product;
    if (replacement.binding == Binding::sum) out.level = Level::sum;
    return out;
  }

  Piece call(const Node& node) {
    Piece out;
    out.text = node.text + '(';
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      if (i > 0) out.text += ", ";
      out.text += operand(node, i).text;
    }
    out.text += ')';
    out.opens_bare = true;
    return out;
  }

  Piece prefix(const Node& node) {
    const OperatorRow& row = operator_row(node.operation);
    Piece inner = std::move(operand(node, 0));
    const bool negation = node.operation == Operation::logical_not;
    enclose(inner, inner.level < row.level);
    inner.text.insert(0, negation ? "not " : "-");
    inner.level = row.level;
    inner.opens_with_unit = false;
    return inner;
  }

  Piece power(const Node& node) {
    Piece base = std::move(operand(node, 0));
    Piece exponent = std::move(operand(node, 1));
    const bool unit_base = is_bare_unit(formula_.nodes[node.operands[0]]);
    enclose(base, base.level != Level::atom || (!base.opens_bare && !unit_base));
    enclose(exponent, exponent.level < Level::sign || !exponent.opens_bare);
    base.text += "^" + exponent.text;
    base.level = Level::power;
    base.closes_with_number = false;
    return base;
  }

  /// Whether the right operand of the same level may stand without parentheses.
  [[nodiscard]] bool regroups(Operation operation, const Node& right) const {
    if (!for_people()) return false;
    // a + (b - c) and a × (b ÷ c) mean the same from left to right; with - and ÷ in front they do not.
    const bool sum = operation == Operation::add;
    const bool product = operation == Operation::multiply;
    return (sum || product) && operator_row(right.operation).level == operator_row(operation).level;
  }

  Piece binary(const Node& node) {
    const OperatorRow& row = operator_row(node.operation);
    Piece left = std::move(operand(node, 0));
    Piece right = std::move(operand(node, 1));
    const bool chains = row.level != Level::comparison;
    enclose(left, left.level < row.level || (left.level == row.level && !chains));
    const bool same = right.level == row.level;
    enclose(right,
            right.level < row.level || (same && !regroups(node.operation, formula_.nodes[node.operands[1]])));
    const bool would_join = left.closes_with_number && right.opens_with_unit && !for_people();
    if (row.level == Level::product) enclose(right, would_join);
    left.text += ' ';
    left.text += for_people() ? row.pretty : row.canonical;
    left.text += ' ';
    left.text += right.text;
    left.level = row.level;
    left.closes_with_number = right.closes_with_number;
    return left;
  }

  const Formula& formula_;
  const std::function<Replacement(const Node&)>* name_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::string print(const Formula& formula) {
  std::string out = Printer(formula, nullptr).run().text;
  if (!formula.display_unit.empty()) out += " in " + formula.display_unit;
  return out;
}

Replacement print_with(const Formula& formula, const std::function<Replacement(const Node&)>& name) {
  Piece piece = Printer(formula, &name).run();
  Binding binding = Binding::sum;
  if (piece.level == Level::product) binding = Binding::product;
  if (piece.level >= Level::power) binding = Binding::atom;
  return {std::move(piece.text), binding};
}

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
#include "document/equation_expression.hpp"

#include "document/equation_fold.hpp"
#include "document/equation_spoken.hpp"
#include "document/equation_sum.hpp"
#include "formula/functions.hpp"
#include "units/read.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::document {
namespace {

using formula::Node;
using formula::Operation;

constexpr int deepest = 64;
constexpr std::size_t most_nodes = 2000;

/// Functions that mean the same to everybody; "log" does not.
bool is_known_to_all(std::string_view function) {
  return function == "ceil" || function == "floor" || function == "round" || function == "min" ||
         function == "max" || function == "sqrt" || function == "log2" || function == "log10";
}

class Parser {
 public:
  Parser(const Prepared& prepared, std::size_t first) : prepared_(prepared), at_(first) {
    out_.first = first;
  }

  std::optional<Expression> run() {
    if (!sum(0)) return std::nullopt;
    out_.next = at_;
    out_.begin = prepared_.at(out_.first).begin;
    out_.end = end_;
    return std::move(out_);
  }

 private:
  struct Part {
    std::uint32_t node = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  [[nodiscard]] const Token& here() const { return prepared_.at(at_); }
  [[nodiscard]] const Token& peek(std::size_t ahead = 1) const {
    return prepared_.at(std::min(at_ + ahead, prepared_.size() - 1));
  }

  Part add(Node node, std::size_t begin, std::size_t end) {
    node.span = prepared_.span(begin, end);
    out_.formula.nodes.push_back(std::move(node));
    end_ = std::max(end_, end);
    return {static_cast<std::uint32_t>(out_.formula.nodes.size() - 1), begin, end};
  }

  Part combine(Operation operation, const Token& sign, const Part& left, const Part& right) {
    Node node;
    node.operation = operation;
    node.operator_span = prepared_.span(sign.begin, sign.end);
    node.operands = {left.node, right.node};
    return add(std::move(node), left.begin, right.end);
  }

  /// Moves over the words behind an operand if an operator follows them; they stay untaken otherwise.
  void skip_words_before_operator() {
    const std::size_t behind = behind_trailing_words(prepared_, at_);
    const Kind kind = prepared_.at(behind).kind;
    const bool is_dash = kind == Kind::subtract && behind != at_;
    // "25% for N+1": the sign belongs to the name.
    const bool is_in_name = kind == Kind::add && behind != at_ && !prepared_.at(behind).space_before;
    if (is_operator(kind) && kind != Kind::power && !is_dash && !is_in_name) at_ = behind;
    if (kind == Kind::close && behind != at_ && depth_ > 0) at_ = behind;
  }

  std::optional<Part> sum(int depth) {
    auto left = product(depth);
    if (!left) return std::nullopt;
    bool first = true;
    if (const auto rate = surcharge_in_words(prepared_, at_)) {
      const Token sign = here();
      at_ = *rate;
      const auto right = literal();
      if (!right) return std::nullopt;
      left = surcharge(sign, *left, *right);
    }
    while (here().kind == Kind::add || here().kind == Kind::subtract) {
      const Token sign = here();
      const bool adds = sign.kind == Kind::add;
      if (!adds && !starts_operand(at_ + 1)) break;                   // a dash before words
      if (!adds && sign.space_before && !peek().space_before) break;  // "1.0 -0.0": two numbers
      ++at_;
      const auto right = product(depth);
      if (!right) return std::nullopt;
      if (!adds && first && is_unclear_range(out_.formula, left->node, right->node)) return std::nullopt;
      const bool is_glued = !adds && !sign.space_before;
      if (is_name_with_number(out_.formula, left->node, right->node, is_glued)) return std::nullopt;
      left = is_surcharge(out_.formula, left->node, right->node)
                 ? surcharge(sign, *left, *right)
                 : combine(adds ? Operation::add : Operation::subtract, sign, *left, *right);
      first = false;
    }
    return left;
  }

  [[nodiscard]] const Node& node(const Part& part) const { return out_.formula.nodes[part.node]; }
  Part surcharge(const Token& sign, const Part& left, const Part& right) {
    fold_surcharge(out_.formula.nodes[right.node].literal, sign.kind != Kind::subtract);
    return combine(Operation::multiply, sign, left, right);
  }

  std::optional<Part> product(int depth) {
    auto left = power(depth);
    if (!left) return std::nullopt;
    while (true) {
      const Token sign = here();
      const Kind kind = here().kind;
      if (kind == Kind::multiply || kind == Kind::divide) {
        if (kind == Kind::divide && is_noun_behind_slash()) {
          at_ += 2;
          skip_words_before_operator();
          continue;
        }
        ++at_;
        const auto right = kind == Kind::divide && here().kind == Kind::word ? unit_operand() : power(depth);
        if (!right) return std::nullopt;
        if (kind == Kind::multiply && are_last(*left, *right) && fold_scientific(out_.formula)) {
          left = folded(*left, *right);
          continue;
        }
        left = combine(kind == Kind::divide ? Operation::divide : Operation::multiply, sign, *left, *right);
        continue;
      }
      if (const auto factor = replication_factor(prepared_, at_)) {
        left = combine(Operation::multiply, sign, *left, replication(*factor));
        continue;
      }
      if (kind == Kind::of || kind == Kind::at) {
        if (!multiplies(*left, kind)) return left;
        ++at_;
        const auto right = power(depth);
        if (!right) return std::nullopt;
        left = combine(Operation::multiply, sign, *left, *right);
        continue;
      }
      return left;
    }
  }

  /// "4 TB with 3x replication": the factor, and the words and the parenthesis around it.
  Part replication(std::size_t factor) {
    at_ = factor;
    const Token token = here();
    Node node;
    node.literal = without_unit(prepared_.tokens.literals[token.index].stated);
    node.text = view(token);
    const Part part = add(std::move(node), token.begin, token.end);
    at_ = behind_replication(prepared_, at_ + 1);
    skip_words_before_operator();
    return part;
  }

  /// "of" takes a share or a size, "at" a size or a price: "3 of 5 nodes" and "at 3 o'clock" multiply
  /// nothing.
  [[nodiscard]] bool multiplies(const Part& left, Kind kind) const {
    const Node& base = node(left);
    const bool is_share = base.operation == Operation::literal && is_percentage(base.literal);
    const Token& next = peek();
    if (kind == Kind::of && is_share) return true;
    if (next.kind != Kind::literal) return false;
    const units::Dimension size = prepared_.tokens.literals[next.index].stated.dimension.without_counts();
    if (size.is_dimensionless()) return false;
    return base.operation != Operation::literal || base.literal.dimension.without_counts() != size;
  }

  /// `/ping`, `/shard`: a counted noun that the units do not know, glued to the slash, changes nothing.
  [[nodiscard]] bool is_noun_behind_slash() const {
    const Token& noun = peek();
    return noun.kind == Kind::word && !here().space_before && !noun.space_before &&
           noun.end - noun.begin > 2 && !units::read_unit(view(noun));
  }
  [[nodiscard]] std::string_view view(const Token& token) const {
    return std::string_view(prepared_.plain.text).substr(token.begin, token.end - token.begin);
  }

  /// A unit as a divisor: `(a + b)/day`.
  std::optional<Part> unit_operand() {
    const Token name = here();
    const base::Result<units::Unit> unit = units::read_unit(view(name));
    if (!unit || (name.space_before && name.end - name.begin < 3)) return std::nullopt;
    ++at_;
    Node literal;
    literal.literal = with_unit({{1, 1, 1}, {}, {}, {}, 1.0, {}, false, false, {}, {}}, *unit, view(name));
    literal.text = view(name);
    const Part part = add(std::move(literal), name.begin, name.end);
    skip_words_before_operator();
    return part;
  }

  std::optional<Part> power(int depth) {
    auto base = operand(depth);
    if (!base || here().kind != Kind::power) return base;
    const Token sign = here();
    ++at_;
    const auto exponent = operand(depth);
    // Towers of powers are read in both directions by people, and an exponent has no unit.
    if (!exponent || here().kind == Kind::power) return std::nullopt;
    if (node(*base).text.find('^') != std::string::npos) return std::nullopt;
    if (are_last(*base, *exponent) && fold_power(out_.formula)) return folded(*base, *exponent);
    if (!node(*exponent).literal.unit_text.empty()) return std::nullopt;
    return combine(Operation::power, sign, *base, *exponent);
  }

  /// What two nodes have become that were folded into the first of them.
  Part folded(const Part& left, const Part& right) {
    Node& number = out_.formula.nodes[left.node];
    number.text = prepared_.plain.text.substr(left.begin, right.end - left.begin);
    number.span = prepared_.span(left.begin, right.end);
    while (!out_.literals.empty() && out_.literals.back().node >= left.node) out_.literals.pop_back();
    out_.literals.push_back({left.node, no_literal, false});
    return {left.node, left.begin, right.end};
  }
  [[nodiscard]] bool are_last(const Part& left, const Part& right) const {
    return right.node + 1 == out_.formula.nodes.size() && left.node + 1 == right.node;
  }

  [[nodiscard]] bool starts_operand(std::size_t token) const {
    const Token& next = prepared_.at(std::min(token, prepared_.size() - 1));
    if (next.kind == Kind::word) return formula::find_function(prepared_.lower(token)) != nullptr;
    return next.kind == Kind::literal || next.kind == Kind::open || next.sign == Sign::tilde ||
           next.sign == Sign::approximately;
  }

  std::optional<Part> operand(int depth) {
    if (depth >= deepest || out_.formula.nodes.size() >= most_nodes) return std::nullopt;
    switch (here().kind) {
      case Kind::literal:
        return literal();
      case Kind::open:
        return group(depth);
      case Kind::subtract:
        return negated(depth);
      case Kind::word:
        return call_or_softened(depth);
      case Kind::relation:
        if (here().sign != Sign::tilde && here().sign != Sign::approximately) return std::nullopt;
        return marked(depth, 1);
      case Kind::close:
      case Kind::add:
      case Kind::multiply:
      case Kind::divide:
      case Kind::power:
      case Kind::of:
      case Kind::at:
      case Kind::comma:
      case Kind::colon:
      case Kind::stop:
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Part> literal() {
    const Token token = here();
    const Literal& read = prepared_.tokens.literals[token.index];
    Node node;
    node.literal = read.stated;
    node.text = view(token);
    const std::string_view noun = peek().kind == Kind::word ? prepared_.lower(at_ + 1) : std::string_view{};
    const bool has_noun =
        !noun.empty() && !measures_text(noun) && !starts_relation(noun) && !ends_operand(noun);
    out_.literals.push_back({static_cast<std::uint32_t>(out_.formula.nodes.size()), token.index, has_noun});
    Part part = add(std::move(node), token.begin, token.end);
    ++at_;
    take_unit_in_parentheses(part);
    if (here().kind == Kind::literal)
      return std::nullopt;  // "86 400", "5 3": not two numbers, not surely one
    skip_words_before_operator();
    return part;
  }

  /// "9 (GB) / 3 (GB/shard)": a size or a price in parentheses belongs to a bare number.
  void take_unit_in_parentheses(Part& part) {
    constexpr std::size_t longest_unit = 24;
    const Token& open = here();
    if (open.kind != Kind::open || open.index == 0 || prepared_.literals_in(at_) != 0) return;
    units::Stated& stated = out_.formula.nodes[part.node].literal;
    const Token& close = prepared_.at(open.index);
    if (close.begin - open.end > longest_unit || !stated.unit_text.empty()) return;
    const std::string_view name =
        std::string_view(prepared_.plain.text).substr(open.end, close.begin - open.end);
    const base::Result<units::Unit> unit = units::read_unit(name);
    if (!unit || !stated.dimension.is_dimensionless()) return;
    if (unit->dimension.of(units::Axis::data) == 0 && unit->dimension.of(units::Axis::money) == 0) return;
    stated = with_unit(stated, *unit, name);
    out_.literals.pop_back();  // its other readings were those of a bare number
    part.end = close.end;
    end_ = std::max(end_, part.end);
    out_.formula.nodes[part.node].span = prepared_.span(part.begin, part.end);
    at_ = open.index + 1;
  }

  std::optional<Part> group(int depth) {
    const Token open = here();
    if (open.index == 0) return std::nullopt;
    ++at_;
    ++depth_;
    const auto inner = sum(depth + 1);
    --depth_;
    if (!inner || at_ != open.index) return std::nullopt;
    const Part part{inner->node, open.begin, here().end};
    end_ = std::max(end_, part.end);
    ++at_;
    skip_words_before_operator();
    return part;
  }

  /// A minus sign is glued to its operand.
  std::optional<Part> negated(int depth) {
    const Token sign = here();
    ++at_;
    if (here().space_before) return std::nullopt;
    const auto inner = operand(depth + 1);
    if (!inner) return std::nullopt;
    Node node;
    node.operation = Operation::negate;
    node.operator_span = prepared_.span(sign.begin, sign.end);
    node.operands = {inner->node};
    return add(std::move(node), sign.begin, inner->end);
  }

  std::optional<Part> marked(int depth, std::size_t length) {
    at_ += length;
    const std::size_t node_index = out_.formula.nodes.size();
    const auto inner = operand(depth + 1);
    if (inner && node_index < out_.formula.nodes.size()) {
      out_.formula.nodes[node_index].literal.approximate = true;
    }
    return inner;
  }

  std::optional<Part> call_or_softened(int depth) {
    const std::string_view name = prepared_.lower(at_);
    if (softener(name) == Softener::approximate && peek().kind == Kind::literal) return marked(depth, 1);
    if (const std::size_t behind = behind_filling_words(prepared_, at_); behind != at_) {
      at_ = behind;
      return operand(depth + 1);
    }
    const formula::Function* const function = formula::find_function(name);
    if (function == nullptr || !is_known_to_all(name) || peek().kind != Kind::open || peek().index == 0)
      return std::nullopt;
    const Token word = here();
    const std::size_t close = peek().index;
    at_ += 2;
    Node node;
    node.operation = Operation::call;
    node.operator_span = prepared_.span(word.begin, word.end);
    node.text = name;
    node.slot = static_cast<std::uint32_t>(function - formula::function_table().data());
    ++depth_;
    while (true) {
      const auto argument = sum(depth + 1);
      if (!argument) return std::nullopt;
      node.operands.push_back(argument->node);
      if (here().kind != Kind::comma) break;
      ++at_;
    }
    --depth_;
    const bool fits =
        node.operands.size() >= function->least_arguments && node.operands.size() <= function->most_arguments;
    if (at_ != close || !fits) return std::nullopt;
    const std::size_t end = here().end;
    ++at_;
    const Part part = add(std::move(node), word.begin, end);
    skip_words_before_operator();
    return part;
  }

  const Prepared& prepared_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  int depth_ = 0;
  Expression out_;
};

}  // namespace

std::optional<Expression> parse_expression(const Prepared& prepared, std::size_t first) {
  return Parser(prepared, first).run();
}

}  // namespace reckon::document

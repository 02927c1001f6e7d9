// SPDX-License-Identifier: MIT
// Recursive descent over tokens:
//
//   formula     := disjunction [ "in" UNIT ]              UNIT: the rest of the text
//   disjunction := conjunction { "or" conjunction }
//   conjunction := negation { "and" negation }
//   negation    := "not" negation | comparison
//   comparison  := sum [ ( "<" | "<=" | "≤" | ">" | ">=" | "≥" | "==" | "!=" | "≠" ) sum ]
//   sum         := product { ( "+" | "-" ) product }
//   product     := signed { ( "*" | "×" | "·" | "/" | "÷" ) signed }
//   signed      := ( "-" | "+" ) signed | powered
//   powered     := primary [ ( "^" | "**" ) signed | superscript ]
//   primary     := QUANTITY | NAME | UNIT_WORD | FUNCTION "(" disjunction { "," disjunction } ")" | "("
//   disjunction ")"
//
// QUANTITY is one token (formula/literal.hpp). A word is a name when the scope has it, otherwise a unit: 1 of
// it.
#include "formula/parse.hpp"

#include "formula/characters.hpp"
#include "formula/codes.hpp"
#include "formula/functions.hpp"
#include "formula/lexer.hpp"
#include "formula/names.hpp"
#include "formula/operators.hpp"
#include "formula/unknown.hpp"
#include "units/unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace reckon::formula {
namespace {

using Index = std::optional<std::uint32_t>;

/// Builds the flat list; spans are relative to the text (source 0). Every rule gives the index of its node,
/// or nothing when `failure_` is set.
class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens, const Names& names)
      : text_(text), tokens_(std::move(tokens)), names_(names) {}

  base::Result<Formula> run() {
    if (peek().kind == Token::Kind::end) {
      return base::Failure(base::problem(std::string(codes::empty), "the formula is empty", span(peek())));
    }
    if (disjunction()) display_unit();
    if (!failure_ && peek().kind != Token::Kind::end) unexpected("an operator or the end of the formula");
    if (!failure_ && !unknown_.empty()) failure_ = unknown_words(unknown_, names_.scope());
    if (failure_) return base::Failure(*failure_);
    return std::move(formula_);
  }

 private:
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) { ++parser_.depth_; }
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  // Tokens.

  [[nodiscard]] const Token& peek() const { return tokens_[next_]; }
  const Token& take() { return tokens_[next_ + 1 < tokens_.size() ? next_++ : next_]; }
  [[nodiscard]] std::string_view text(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }
  [[nodiscard]] static base::Span span(const Token& token) {
    return {0, static_cast<std::uint32_t>(token.begin), static_cast<std::uint32_t>(token.end)};
  }
  [[nodiscard]] bool is(Symbol symbol) const { return peek().symbol == symbol; }
  [[nodiscard]] bool is_word(std::string_view word) const {
    return peek().kind == Token::Kind::word && text(peek()) == word;
  }

  // Problems.

  Index fail(std::string_view code, std::string message, base::Span where, std::string help = {}) {
    failure_ = base::problem(std::string(code), std::move(message), where);
    if (!help.empty()) failure_->remarks.push_back({"help", std::move(help)});
    return std::nullopt;
  }

  Index unexpected(std::string_view wanted) {
    const Token& token = peek();
    if (token.kind == Token::Kind::end) {
      return fail(codes::syntax, fmt::format("the formula ends where {} should follow", wanted),
                  next_ > 0 ? span(tokens_[next_ - 1]) : span(token));
    }
    if (token.kind == Token::Kind::in_unit) {
      return fail(codes::syntax, fmt::format("'in' stands where {} should follow", wanted), span(token));
    }
    const bool juxtaposed =
        next_ > 0 && (token.kind == Token::Kind::word || token.kind == Token::Kind::quantity);
    return fail(codes::syntax, fmt::format("'{}' stands where {} should follow", text(token), wanted),
                span(token),
                juxtaposed && wanted.substr(0, 11) == "an operator" ? "a product is written with '*'" : "");
  }

  // Nodes.

  std::uint32_t add(Node node) {
    formula_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(formula_.nodes.size() - 1);
  }

  std::uint32_t binary(Operation operation, const Token& sign, std::uint32_t left, std::uint32_t right) {
    Node node;
    node.operation = operation;
    node.span = base::join(formula_.nodes[left].span, formula_.nodes[right].span);
    node.operator_span = span(sign);
    node.operands = {left, right};
    return add(std::move(node));
  }

  std::uint32_t unary(Operation operation, const Token& sign, std::uint32_t operand) {
    Node node;
    node.operation = operation;
    node.span = base::join(span(sign), formula_.nodes[operand].span);
    node.operator_span = span(sign);
    node.operands = {operand};
    return add(std::move(node));
  }

  /// One more level for `rule`, or the problem that there are too many.
  template <class Rule>
  Index nested(const Rule& rule) {
    const Nesting nesting(*this);
    if (depth_ > max_depth) {
      return fail(codes::too_deep, fmt::format("this nests more than {} deep", max_depth), span(peek()));
    }
    return rule();
  }

  /// The operation that the next token stands for between operands of `level`, if any.
  [[nodiscard]] std::optional<Operation> next_at(Level level) const {
    const auto operation = operation_of(peek(), text(peek()));
    return operation && operator_row(*operation).level == level ? operation : std::nullopt;
  }

  /// Operands joined from left to right by the operators of one level.
  template <class Rule>
  Index chain(Level level, const Rule& operand) {
    Index left = operand();
    while (left) {
      const auto operation = next_at(level);
      if (!operation) break;
      const Token sign = take();
      const Index right = operand();
      left = right ? Index(binary(*operation, sign, *left, *right)) : std::nullopt;
    }
    return left;
  }

  // Rules.

  Index disjunction() {
    return chain(Level::disjunction, [this] { return conjunction(); });
  }
  Index conjunction() {
    return chain(Level::conjunction, [this] { return negation(); });
  }
  Index sum() {
    return chain(Level::sum, [this] { return product(); });
  }
  Index product() {
    return chain(Level::product, [this] { return signed_value(); });
  }

  Index negation() {
    if (!is_word("not")) return comparison();
    const Token sign = take();
    const Index operand = nested([this] { return negation(); });
    return operand ? Index(unary(Operation::logical_not, sign, *operand)) : std::nullopt;
  }

  Index comparison() {
    const Index left = sum();
    if (!left) return left;
    const auto operation = next_at(Level::comparison);
    if (!operation) return left;
    const Token sign = take();
    const Index right = sum();
    if (!right) return right;
    if (next_at(Level::comparison)) {
      const auto piece = [this](std::uint32_t node) {
        const base::Span where = formula_.nodes[node].span;
        return text_.substr(where.begin, where.size());
      };
      return fail(codes::chained_comparison, "a comparison has two sides", span(peek()),
                  fmt::format("write '{} {} {} and {} {} ...'", piece(*left), text(sign), piece(*right),
                              piece(*right), text(peek())));
    }
    return binary(*operation, sign, *left, *right);
  }

  Index signed_value() {
    if (!is(Symbol::minus) && !is(Symbol::plus)) return powered();
    const Token sign = take();
    const Index operand = nested([this] { return signed_value(); });
    if (!operand || sign.symbol == Symbol::plus) return operand;
    return unary(Operation::negate, sign, *operand);
  }

  Index powered() {
    const Index base = primary();
    if (!base || !is(Symbol::power)) return base;
    const Token sign = take();
    const Index exponent = nested([this] { return signed_value(); });
    // `10^6` is a way to write one exact number.
    Node& number = formula_.nodes[*base];
    if (number.operation == Operation::literal && number.literal.unit_text.empty()) {
      number.literal.interval = units::exactly(number.literal.interval.value);
    }
    return exponent ? Index(binary(Operation::power, sign, *base, *exponent)) : std::nullopt;
  }

  Index primary() {
    if (peek().kind == Token::Kind::quantity) return quantity();
    if (peek().kind == Token::Kind::word && !is_keyword(text(peek()))) return word();
    if (!is(Symbol::open)) return unexpected("a quantity or a name");
    const Token open = take();
    const Index inside = nested([this] { return disjunction(); });
    if (!inside || !close(open)) return std::nullopt;
    formula_.nodes[*inside].span = base::join(span(open), span(tokens_[next_ - 1]));
    return inside;
  }

  bool close(const Token& open) {
    if (is(Symbol::close)) {
      take();
      return true;
    }
    unexpected("')'");
    failure_->secondary.push_back({span(open), "opened here"});
    return false;
  }

  Index quantity() {
    Token token = take();
    Node node;
    node.span = span(token);
    node.text = std::string(text(token));
    std::string digits;
    if (superscript_end(node.text, 0, digits) == node.text.size()) {
      node.text = digits.substr(digits.find_first_not_of('-'));
    }
    node.literal = std::move(token.quantity);
    return add(std::move(node));
  }

  Index word() {
    const Token token = take();
    if (is(Symbol::open)) return call(token);
    Node node;
    node.span = span(token);
    node.text = std::string(text(token));
    if (const auto slot = names_.slot(node.text)) {
      node.operation = Operation::name;
      node.slot = *slot;
      return add(std::move(node));
    }
    const auto unit = units::read_unit(node.text);
    // A counted word without an axis (`region`) would be a silent factor of one: more likely a name that is
    // missing.
    if (unit && *unit != units::Unit{}) {
      node.literal.interval = units::exactly(unit->factor);
      node.literal.dimension = unit->dimension;
      node.literal.unit_text = node.text;
      node.literal.unit = *unit;
      node.literal.number = 1.0;
    } else {
      unknown_.push_back({node.span, node.text, false});
    }
    return add(std::move(node));
  }

  Index call(const Token& name) {
    const Token open = take();
    Node node;
    node.operation = Operation::call;
    node.operator_span = span(name);
    node.text = std::string(text(name));
    const Function* function = find_function(node.text);
    if (function == nullptr) {
      unknown_.push_back({node.operator_span, node.text, true});
    } else {
      node.slot = static_cast<std::uint32_t>(function - function_table().data());
    }
    while (!is(Symbol::close)) {
      const Index argument = nested([this] { return disjunction(); });
      if (!argument) return argument;
      node.operands.push_back(*argument);
      if (is(Symbol::comma)) {
        take();
        if (is(Symbol::close)) return unexpected("an argument");
      } else if (!is(Symbol::close)) {
        unexpected("',' or ')'");
        failure_->secondary.push_back({span(open), "opened here"});
        return std::nullopt;
      }
    }
    node.span = base::join(span(name), span(peek()));
    take();
    return add(std::move(node));
  }

  void display_unit() {
    if (is_word("in")) {
      fail(codes::syntax, "the formula ends where a unit should follow 'in'", span(peek()));
    }
    if (peek().kind != Token::Kind::in_unit) return;
    const Token token = take();
    const auto unit = units::read_unit(text(token));
    if (!unit) {
      failure_ = unit.error();
      failure_->primary.span.begin += static_cast<std::uint32_t>(token.begin);
      failure_->primary.span.end += static_cast<std::uint32_t>(token.begin);
    }
    formula_.display_unit = std::string(text(token));
    formula_.display_unit_span = span(token);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  const Names& names_;
  std::size_t next_ = 0;
  int depth_ = 0;
  Formula formula_;
  std::vector<UnknownWord> unknown_;
  std::optional<base::Diagnostic> failure_;
};

/// A span of the formula's text as one of the source, kept inside `at`.
base::Span located(const base::Span& span, const base::Span& at) {
  return {at.source, std::min(at.begin + span.begin, at.end), std::min(at.begin + span.end, at.end)};
}

base::Diagnostic located(base::Diagnostic diagnostic, const base::Span& at) {
  diagnostic.primary.span = located(diagnostic.primary.span, at);
  for (base::Label& label : diagnostic.secondary) label.span = located(label.span, at);
  return diagnostic;
}

}  // namespace

base::Result<Formula> parse(const base::Sources& sources, const base::Span& part, const Scope& scope) {
  return parse(sources.text(part), part, scope);
}

base::Result<Formula> parse(std::string_view text, const base::Span& at, const Scope& scope) {
  if (text.size() > max_length) {
    return base::Failure(
        base::problem(std::string(codes::too_long), "the formula is longer than 64 KiB", at));
  }
  const Names names(scope);
  auto tokens = tokenise(text, names);
  if (!tokens) return base::Failure(located(std::move(tokens.error()), at));
  auto formula = Parser(text, std::move(*tokens), names).run();
  if (!formula) return base::Failure(located(std::move(formula.error()), at));
  for (Node& node : formula->nodes) {
    node.span = located(node.span, at);
    node.operator_span = located(node.operator_span, at);
  }
  formula->display_unit_span = located(formula->display_unit_span, at);
  return formula;
}

}  // namespace reckon::formula

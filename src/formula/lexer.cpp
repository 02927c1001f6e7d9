// SPDX-License-Identifier: MIT
#include "formula/lexer.hpp"

#include "base/unicode.hpp"
#include "formula/characters.hpp"
#include "formula/codes.hpp"
#include "formula/functions.hpp"
#include "formula/literal.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace reckon::formula {
namespace {

struct SymbolRow {
  std::string_view spelling;
  Symbol symbol;
};

/// A spelling stands in front of its own beginnings.
constexpr std::array symbols{
    SymbolRow{"**", Symbol::power},     SymbolRow{"*", Symbol::times},     SymbolRow{"×", Symbol::times},
    SymbolRow{"·", Symbol::times},      SymbolRow{"⋅", Symbol::times},     SymbolRow{"/", Symbol::divide},
    SymbolRow{"÷", Symbol::divide},     SymbolRow{"+", Symbol::plus},      SymbolRow{"-", Symbol::minus},
    SymbolRow{"−", Symbol::minus},      SymbolRow{"^", Symbol::power},     SymbolRow{"(", Symbol::open},
    SymbolRow{")", Symbol::close},      SymbolRow{",", Symbol::comma},     SymbolRow{"<=", Symbol::at_most},
    SymbolRow{"≤", Symbol::at_most},    SymbolRow{"<", Symbol::less},      SymbolRow{">=", Symbol::at_least},
    SymbolRow{"≥", Symbol::at_least},   SymbolRow{">", Symbol::greater},   SymbolRow{"==", Symbol::equal},
    SymbolRow{"!=", Symbol::not_equal}, SymbolRow{"≠", Symbol::not_equal},
};

struct Habit {
  std::string_view written;
  std::string_view help;
};

/// What other languages write.
constexpr std::array habits{
    Habit{"=", "compare with '=='"},
    Habit{"&", "join conditions with 'and'"},
    Habit{"|", "join conditions with 'or'"},
    Habit{"!", "negate a condition with 'not'"},
    Habit{"?", "choose with 'if(condition, a, b)'"},
    Habit{"[", "group with '(' and ')'"},
    Habit{"{", "group with '(' and ')'"},
    Habit{"%", "a percent sign stands behind a number: '70 %'"},
};

class Lexer {
 public:
  Lexer(std::string_view text, const Names& names) : text_(text), names_(names) {}

  base::Result<std::vector<Token>> run() {
    for (at_ = skip_blanks(text_, 0); at_ < text_.size(); at_ = skip_blanks(text_, at_)) {
      if (auto failure = step()) return base::Failure(*failure);
    }
    tokens_.push_back({Token::Kind::end, Symbol::none, text_.size(), text_.size(), {}});
    return std::move(tokens_);
  }

 private:
  /// An open parenthesis; `function` when it opens the arguments of a call.
  struct Open {
    bool call = false;
    const Function* function = nullptr;
  };

  std::optional<base::Diagnostic> step() {
    if (starts_literal(text_, at_)) return literal();
    if (const std::size_t end = word_end(text_, at_); end > at_) {
      word(end);
      return std::nullopt;
    }
    std::string digits;
    if (const std::size_t end = superscript_end(text_, at_, digits); end > at_ && digits != "-") {
      superscript(end, digits);
      return std::nullopt;
    }
    for (const SymbolRow& row : symbols) {
      if (text_.compare(at_, row.spelling.size(), row.spelling) != 0) continue;
      symbol(row.symbol, row.spelling.size());
      return std::nullopt;
    }
    return stray();
  }

  std::optional<base::Diagnostic> literal() {
    const Symbol before = last_symbol(0);
    const bool signed_exponent =
        (before == Symbol::minus || before == Symbol::plus) && last_symbol(1) == Symbol::power;
    LiteralPlace place;
    place.exponent = before == Symbol::power || signed_exponent;
    place.after_division = before == Symbol::divide;
    place.argument = !open_.empty() && open_.back().call;
    place.sole_argument =
        place.argument && open_.back().function != nullptr && open_.back().function->most_arguments == 1;
    auto found = scan_literal(text_, at_, names_, place);
    if (!found) return found.error();
    // `x^2` is a square, whatever a 2 that was measured might stand for.
    if (place.exponent) found->quantity.interval = units::exactly(found->quantity.interval.value);
    tokens_.push_back({Token::Kind::quantity, Symbol::none, at_, found->end, std::move(found->quantity)});
    at_ = found->end;
    return std::nullopt;
  }

  void word(std::size_t end) {
    const std::string_view text = text_.substr(at_, end - at_);
    tokens_.push_back({Token::Kind::word, Symbol::none, at_, end, {}});
    at_ = end;
    if (text != "in" || !open_.empty() || names_.has(text)) return;
    const std::size_t begin = skip_blanks(text_, end);
    if (begin == text_.size()) return;
    std::size_t stop = text_.size();
    while (stop > begin && skip_blanks(text_, stop - 1) == text_.size()) --stop;
    tokens_.back() = {Token::Kind::in_unit, Symbol::none, begin, stop, {}};
    at_ = text_.size();
  }

  void superscript(std::size_t end, std::string_view digits) {
    tokens_.push_back({Token::Kind::symbol, Symbol::power, at_, end, {}});
    const bool negative = digits.front() == '-';
    if (negative) tokens_.push_back({Token::Kind::symbol, Symbol::minus, at_, end, {}});
    Token number{Token::Kind::quantity, Symbol::none, at_, end, {}};
    // A handful of digits at most: longer runs only have to be refused as an exponent, and a huge number is.
    double value = 0.0;
    for (const char c : digits.substr(negative ? 1 : 0)) value = value * 10.0 + static_cast<double>(c - '0');
    number.quantity.interval = units::exactly(value);
    number.quantity.number = value;
    tokens_.push_back(std::move(number));
    at_ = end;
  }

  void symbol(Symbol symbol, std::size_t length) {
    if (symbol == Symbol::open) {
      const bool call = !tokens_.empty() && tokens_.back().kind == Token::Kind::word;
      Open open{call, nullptr};
      if (call) {
        const Token& name = tokens_.back();
        const std::string_view spelling = text_.substr(name.begin, name.end - name.begin);
        open.call = !is_keyword(spelling);
        open.function = find_function(spelling);
      }
      open_.push_back(open);
    } else if (symbol == Symbol::close && !open_.empty()) {
      open_.pop_back();
    }
    tokens_.push_back({Token::Kind::symbol, symbol, at_, at_ + length, {}});
    at_ += length;
  }

  base::Diagnostic stray() const {
    const std::size_t length = base::code_point_at(text_, at_).length;
    const std::string_view character = text_.substr(at_, length);
    base::Diagnostic out =
        base::problem(std::string(codes::syntax), fmt::format("'{}' has no meaning here", character),
                      {0, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)});
    for (const Habit& habit : habits) {
      if (habit.written == character) out.remarks.push_back({"help", std::string(habit.help)});
    }
    return out;
  }

  [[nodiscard]] Symbol last_symbol(std::size_t back) const {
    return tokens_.size() > back ? tokens_[tokens_.size() - 1 - back].symbol : Symbol::none;
  }

  std::string_view text_;
  const Names& names_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<Operation> operation_of(const Token& token, std::string_view text) {
  if (token.kind == Token::Kind::word) {
    if (text == "and") return Operation::logical_and;
    if (text == "or") return Operation::logical_or;
    return std::nullopt;
  }
  switch (token.symbol) {
    case Symbol::plus:
      return Operation::add;
    case Symbol::minus:
      return Operation::subtract;
    case Symbol::times:
      return Operation::multiply;
    case Symbol::divide:
      return Operation::divide;
    case Symbol::power:
      return Operation::power;
    case Symbol::less:
      return Operation::less;
    case Symbol::at_most:
      return Operation::at_most;
    case Symbol::greater:
      return Operation::greater;
    case Symbol::at_least:
      return Operation::at_least;
    case Symbol::equal:
      return Operation::equal;
    case Symbol::not_equal:
      return Operation::not_equal;
    case Symbol::none:
    case Symbol::open:
    case Symbol::close:
    case Symbol::comma:
      return std::nullopt;
  }
  return std::nullopt;
}

base::Result<std::vector<Token>> tokenise(std::string_view text, const Names& names) {
  return Lexer(text, names).run();
}

}  // namespace reckon::formula

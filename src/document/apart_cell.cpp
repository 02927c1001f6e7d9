// SPDX-License-Identifier: MIT
#include "document/apart_cell.hpp"

#include "document/digits.hpp"
#include "document/equation_plain.hpp"
#include "document/equation_token.hpp"
#include "document/plain_label.hpp"
#include "units/read.hpp"

#include <algorithm>
#include <string>

namespace reckon::document {
namespace {

/// A longer text is prose and no cell of a calculation.
constexpr std::size_t longest = 400;
constexpr std::size_t longest_unit = 24;

bool is_unit(std::string_view text) {
  return !text.empty() && text.size() <= longest_unit && units::read_unit(text).has_value();
}

/// The first token that is no mark of approximation and no sign at the start.
std::size_t first_token(const Tokens& tokens) {
  std::size_t at = 0;
  while (tokens.tokens[at].kind == Kind::relation) ++at;
  return at;
}

}  // namespace

Looks looks_of(const Text& text) {
  Looks out;
  const std::string_view view = text.view();
  if (view.find_first_not_of(" \t-") == std::string_view::npos) return out;
  out.face = Face::words;
  const bool may_calculate = has_digit(view) || view.find_first_of("*/+") != std::string_view::npos ||
                             view.find("\xc3\x97") != std::string_view::npos;
  if (!may_calculate) return out;
  if (view.size() > longest || view.find('\n') != std::string_view::npos) return out;
  const Plain plain = plain_arithmetic(view);
  const Tokens tokens = tokenise(plain);
  out.numbers = tokens.literals.size();
  const std::size_t first = first_token(tokens);
  const bool starts = tokens.tokens[first].kind != Kind::stop;
  if (starts) out.begin = plain.begin_of(tokens.tokens[first].begin);
  std::size_t operators = 0;
  std::size_t relations = 0;
  for (std::size_t i = first; i < tokens.tokens.size(); ++i) {
    operators += is_operator(tokens.tokens[i].kind) ? 1U : 0U;
    relations += tokens.tokens[i].kind == Kind::relation ? 1U : 0U;
  }
  if (relations > 0) {
    out.face = Face::equation;
  } else if (operators > 0 && starts) {
    out.face = Face::calculation;
  } else if (tokens.tokens[first].kind == Kind::literal && out.numbers == 1) {
    const Token& literal = tokens.tokens[first];
    out.face = Face::quantity;
    out.has_unit = !tokens.literals[literal.index].stated.unit_text.empty();
    out.end = plain.end_of(literal.end);
  }
  return out;
}

TableLooks looks_of(const Table& table) {
  TableLooks out;
  for (const auto& row : table.rows) {
    out.emplace_back();
    for (const Cell& cell : row) out.back().push_back(looks_of(cell.text));
  }
  return out;
}

bool is_unit_alone(const Text& text) {
  return is_unit(text.trimmed().view());
}

std::optional<Text> unit_in(const Text& label) {
  Text whole = label.trimmed();
  constexpr std::string_view each = " each";
  if (whole.view().size() > each.size() && whole.view().ends_with(each))
    whole = whole.slice(0, whole.view().size() - each.size());
  const std::string_view view = whole.view();
  if (is_unit(view)) return whole;
  const std::size_t per = view.find(" per ");  // of a noun that no table of units knows
  if (per != std::string_view::npos && view.find(' ', per + 5) == std::string_view::npos &&
      is_unit(view.substr(0, per)))
    return whole.slice(0, per);
  std::size_t begin = 0;
  std::size_t end = view.size();
  if (!view.empty() && view.back() == ')') {
    begin = view.rfind('(') + 1;  // none: 0
    end = view.size() - 1;
  } else if (const std::size_t comma = view.rfind(", "); comma != std::string_view::npos) {
    begin = comma + 2;
  }
  if (begin == 0) return std::nullopt;
  const Text unit = whole.slice(begin, end).trimmed();
  return is_unit(unit.view()) ? std::optional(unit) : std::nullopt;
}

bool is_total(std::string_view label) {
  const std::string plain = plain_label(label);
  const auto starts = [&plain](std::string_view word) {
    return plain.substr(0, word.size()) == word && (plain.size() == word.size() || plain[word.size()] == ' ');
  };
  return starts("total") || starts("sum") || starts("grand total") || starts("overall total") ||
         plain == "all together" || plain == "altogether" || plain == "in total" ||
         (plain.size() > 6 && plain.substr(plain.size() - 6) == " total" && plain.substr(0, 3) != "sub");
}

}  // namespace reckon::document

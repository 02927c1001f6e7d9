// SPDX-License-Identifier: MIT
#include "derive/tables/table_formulas.hpp"

#include "derive/page/key_words.hpp"
#include "derive/page/words.hpp"
#include "derive/tables/header_names.hpp"

#include <algorithm>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Sign;
using arithmetic::Token;

constexpr LineId lines_beside = 4;
constexpr std::size_t most_words_of_term = 4;

class FormulaReader {
 public:
  FormulaReader(const Page& page, std::vector<TableFormula>& out) : page_(page), out_(out) {}

  /// Each "name = term × term" of a line, and "name (term × term)".
  void read(LineId id) {
    const Line& line = page_.lines[id];
    for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
      const bool joins = token(i).sign == Sign::equals || token(i).kind == Kind::open;
      if (!joins) continue;
      TableFormula formula;
      formula.result = name_before(id, i);
      if (!formula.result.empty() && read_terms(id, i + 1, formula)) out_.push_back(std::move(formula));
    }
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return page_.tokens.tokens[at]; }

  void add(LineId id, const Token& word, std::vector<std::string>& into) const {
    const std::string_view text = page_.written(id, word);
    for (std::size_t at = 0; at < text.size();) {
      const std::string part = stem(next_key_word(text, at));
      if (!part.empty() && names_a_quantity(word.role, part)) into.push_back(part);
    }
  }

  /// The words in front, back to whatever is none.
  [[nodiscard]] std::vector<std::string> name_before(LineId id, std::uint32_t end) const {
    std::vector<std::string> out;
    std::uint32_t begin = end;
    while (begin > page_.lines[id].first_token && token(begin - 1).kind == Kind::word) --begin;
    for (std::uint32_t i = begin; i < end; ++i) add(id, token(i), out);
    return out.size() <= most_words_of_term ? out : std::vector<std::string>{};
  }

  /// Products and quotients alone, to the end of the clause.
  bool read_terms(LineId id, std::uint32_t at, TableFormula& into) const {
    const std::uint32_t end = page_.lines[id].end_token;
    FormulaTerm term;
    for (; at <= end; ++at) {
      if (at < end && (token(at).kind == Kind::word || token(at).kind == Kind::number)) {
        if (!read_part(id, at, term)) return false;
        continue;
      }
      if ((term.number == nowhere && term.name.empty()) || term.name.size() > most_words_of_term)
        return false;
      into.terms.push_back(term);
      if (at == end || (token(at).kind != Kind::times && token(at).kind != Kind::over)) break;
      term = {};
      term.divides = token(at).kind == Kind::over;
    }
    return ends_clause(at, end) && is_formula(into.terms);
  }
  bool read_part(LineId id, std::uint32_t at, FormulaTerm& term) const {
    if (token(at).kind == Kind::number) {
      if (term.number != nowhere || !term.name.empty()) return false;
      term.number = Page::mention_of(token(at).index);
    } else if (term.number == nowhere) {  // the noun behind a number says what it counts
      add(id, token(at), term.name);
    }
    return true;
  }
  [[nodiscard]] bool ends_clause(std::uint32_t at, std::uint32_t end) const {
    return at >= end || token(at).kind == Kind::close || token(at).kind == Kind::semicolon ||
           token(at).kind == Kind::comma || token(at).kind == Kind::stop;
  }
  /// Names, and at most one number.
  static bool is_formula(const std::vector<FormulaTerm>& terms) {
    const auto is_number = [](const FormulaTerm& term) { return term.number != nowhere; };
    const auto numbers = std::count_if(terms.begin(), terms.end(), is_number);
    return terms.size() > 1 && numbers <= 1;
  }

  const Page& page_;
  std::vector<TableFormula>& out_;
};

}  // namespace

std::vector<TableFormula> formulas_around(const Page& page, const TableNumbers& table) {
  std::vector<TableFormula> out;
  FormulaReader reader(page, out);
  LineId first = nowhere;
  LineId last = 0;
  for (const std::vector<LineId>* names : {&table.headers, &table.labels}) {
    for (const LineId id : *names) {
      if (id == nowhere) continue;
      reader.read(id);
      first = std::min(first, id);
      last = std::max(last, id);
    }
  }
  if (first == nowhere) return out;
  // The last cells follow the last label.
  while (last + 1 < page.lines.size() && page.lines[last + 1].table == page.lines[last].table) ++last;
  for (LineId id = first; id-- > 0 && first - id <= lines_beside && page.lines[id].table == 0;)
    reader.read(id);
  for (LineId id = last + 1; id < page.lines.size() && id - last <= lines_beside; ++id) {
    if (page.lines[id].table != 0 || page.lines[id].seat == Seat::heading) break;
    reader.read(id);
  }
  return out;
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/table_numbers.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

/// Marks and softening words may stand in front.
bool may_lead(const Token& token) {
  return token.kind == Kind::relation || token.kind == Kind::plus ||
         (token.kind == Kind::word &&
          (token.role == Role::about || token.role == Role::at_least || token.role == Role::at_most));
}

MentionId leading(const Page& page, const Line& line) {
  for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
    const Token& token = page.tokens.tokens[i];
    if (token.kind == Kind::number) return Page::mention_of(token.index);
    if (!may_lead(token)) break;
  }
  return nowhere;
}

bool is_letter_cell(const Page& page, const Line& line) {
  return page.tokens.tokens[line.first_token].kind == Kind::word;
}

/// "Total", "Together", "Sum", or nothing but "All".
bool sums_up(const Page& page, LineId id) {
  if (id == nowhere) return false;
  const Line& line = page.lines[id];
  const auto first = page.tokens.tokens.begin() + line.first_token;
  const auto end = page.tokens.tokens.begin() + line.end_token;
  const auto words = std::count_if(first, end, [](const Token& token) { return token.kind == Kind::word; });
  if (words == 1 && line.first_mention == line.end_mention && page.written(id, *first) == "All") return true;
  return std::any_of(
      first, end, [](const Token& token) { return token.kind == Kind::word && token.role == Role::total; });
}

bool is_scoped(const Page& page, const Line& line) {
  return std::any_of(
      page.tokens.tokens.begin() + line.first_token, page.tokens.tokens.begin() + line.end_token,
      [](const Token& token) { return token.kind == Kind::word && token.role == Role::preposition; });
}

}  // namespace

TableNumbers numbers_of(const Page& page, const Grid& table, const std::vector<WrittenChain>& chains) {
  TableNumbers out;
  out.columns = table.columns;
  out.rows = table.rows;
  out.cells.assign(static_cast<std::size_t>(table.columns) * table.rows, nowhere);
  out.has_unread.assign(out.cells.size(), false);
  out.is_total.assign(table.rows, false);
  out.is_scoped.assign(table.rows, false);
  out.filled.assign(table.columns, 0);
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const LineId id = table.at(row + 1, column);
      if (id == nowhere) continue;
      const Line& line = page.lines[id];
      if ((column == 0 || is_letter_cell(page, line)) && sums_up(page, id)) {
        out.is_total[row] = true;
        out.is_scoped[row] = is_scoped(page, line);
      }
      MentionId stated = leading(page, line);
      out.has_unread[row * out.columns + column] =
          stated == nowhere && line.first_mention != line.end_mention;
      if (stated == nowhere) continue;
      const auto first = std::lower_bound(chains.begin(), chains.end(), id,
                                          [](const WrittenChain& c, LineId l) { return c.line < l; });
      for (auto chain = first; chain != chains.end() && chain->line == id; ++chain) {
        const arithmetic::Side& begins = chain->chain.sides.front();
        const arithmetic::Side& ends = chain->chain.sides.back();
        if (begins.operators == 0) continue;
        stated = chain->chain.sides.size() > 1 && ends.is_figure() ? page.nodes[ends.root].a : nowhere;
      }
      if (stated == nowhere || page.figure(stated).is_range()) continue;
      out.cells[row * out.columns + column] = stated;
      ++out.filled[column];
    }
  }
  return out;
}

}  // namespace reckon::derive

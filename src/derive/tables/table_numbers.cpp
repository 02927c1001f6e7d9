// SPDX-License-Identifier: MIT
#include "derive/tables/table_numbers.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>

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

/// "~400 MB", "about 12", "> 99.9 %": what stands in front of the number.
struct Lead {
  bool is_rough = false;
  bool is_bound = false;
};

Lead lead_of(const Page& page, const Line& line, MentionId stated) {
  using arithmetic::Sign;
  Lead out;
  for (std::uint32_t i = line.first_token; i < page.mentions[stated].token; ++i) {
    const Token& token = page.tokens.tokens[i];
    out.is_rough = out.is_rough || token.sign == Sign::tilde || token.sign == Sign::about ||
                   (token.kind == Kind::word && token.role == Role::about);
    out.is_bound =
        out.is_bound || token.sign == Sign::at_least || token.sign == Sign::at_most ||
        (token.kind == Kind::word && (token.role == Role::at_least || token.role == Role::at_most));
  }
  return out;
}

std::string small_letters(std::string_view text) {
  std::string out;
  for (const char c : text) out += units::lower(c);
  return out;
}

bool is_word(const Token& token) {
  return token.kind == Kind::word;
}

/// "Total", "Total on disk", "Sum", "Monthly total", or nothing but "All"; "Average", "Max". That a sum is
/// spoken of somewhere in a label says nothing.
RowKind kind_of(const Page& page, LineId id) {
  constexpr auto longest = 3;
  if (id == nowhere) return RowKind::plain;
  const Line& line = page.lines[id];
  const auto first = page.tokens.tokens.begin() + line.first_token;
  const auto end = page.tokens.tokens.begin() + line.end_token;
  const auto begins = std::find_if(first, end, [](const Token& token) { return token.kind != Kind::mark; });
  if (begins == end || !is_word(*begins)) return RowKind::plain;
  const auto words = std::count_if(begins, end, is_word);
  const std::string word = small_letters(page.written(id, *begins));
  if (begins->role == Role::total || (words == 1 && word == "all")) return RowKind::total;
  if (arithmetic::names_average(word)) return RowKind::average;
  if (arithmetic::names_statistic(word)) return RowKind::statistic;
  auto last = end;
  while (!is_word(*--last)) continue;
  const bool ends = words <= longest && line.first_mention == line.end_mention &&
                    small_letters(page.written(id, *last)).ends_with("total");
  return ends ? RowKind::total : RowKind::plain;
}

/// "Total on disk", "Total persistent" may leave rows out.
bool is_scoped(const Page& page, const Line& line) {
  return std::any_of(page.tokens.tokens.begin() + line.first_token,
                     page.tokens.tokens.begin() + line.end_token, [](const Token& token) {
                       return is_word(token) &&
                              (token.role == Role::preposition || token.role == Role::content);
                     });
}

/// "12 (minimum)", "6.9 GB at peak", "40 *": words, brackets or marks behind the number and its unit.
bool says_more(const Page& page, const Line& line, MentionId stated) {
  const auto first = page.tokens.tokens.begin() + page.mentions[stated].token + 1;
  return std::any_of(first, page.tokens.tokens.begin() + line.end_token, [](const Token& token) {
    return token.kind == Kind::open || token.kind == Kind::mark || token.kind == Kind::times ||
           (token.kind == Kind::word && token.role != Role::content);
  });
}

/// "Today, 1 year, 2 years, 5 years": as many steps as the labels say; otherwise one from row to row.
std::vector<std::uint32_t> steps_of(const Page& page, const TableNumbers& table) {
  std::vector<std::uint32_t> one_by_one(table.rows);
  std::iota(one_by_one.begin(), one_by_one.end(), 0U);
  std::vector<double> at;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const LineId label = table.labels[row];
    const bool has_number =
        label != nowhere && page.lines[label].first_mention != page.lines[label].end_mention;
    if (!has_number && row > 0) return one_by_one;
    at.push_back(has_number ? page.figure(page.lines[label].first_mention).value() : 0.0);
  }
  const double step = at.size() > 1 ? at[1] - at[0] : 0.0;
  if (!(step > 0.0)) return one_by_one;
  std::vector<std::uint32_t> steps;
  for (const double place : at) {
    const double count = (place - at[0]) / step;
    const bool is_next = steps.empty() || count > static_cast<double>(steps.back());
    if (!is_next || std::abs(count - std::round(count)) > 1e-6 || count > 1e6) return one_by_one;
    steps.push_back(static_cast<std::uint32_t>(std::round(count)));
  }
  return steps;
}

/// What is the same whichever column is looked at.
void add_up(const Page& page, TableNumbers& table) {
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    if (!table.is_plain(row)) continue;
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      if (const auto value = value_of(page, table.at(row, column))) table.sums[column] += value->value;
    }
  }
  table.steps = steps_of(page, table);
}

TableNumbers sized(std::uint32_t columns, std::uint32_t rows) {
  TableNumbers out;
  out.columns = columns;
  out.rows = rows;
  out.cells.assign(static_cast<std::size_t>(columns) * rows, nowhere);
  out.has_unread.assign(out.cells.size(), false);
  out.is_marked.assign(out.cells.size(), false);
  out.is_rough.assign(out.cells.size(), false);
  out.words.assign(out.cells.size(), nowhere);
  out.kinds.assign(rows, RowKind::plain);
  out.is_scoped.assign(rows, false);
  out.filled.assign(columns, 0);
  out.headers.assign(columns, nowhere);
  out.labels.assign(rows, nowhere);
  out.sums.assign(columns, 0.0);
  return out;
}

}  // namespace

std::optional<Value> value_of(const Page& page, MentionId id) {
  if (id == nowhere) return std::nullopt;
  const arithmetic::Figure& figure = page.figure(id);
  const arithmetic::Outcome outcome = arithmetic::outcome_of(figure);
  // "90 days", "2 years": how long something is kept is chosen and not measured.
  constexpr double hour = 3600.0;
  const bool is_chosen = figure.whole && !figure.approximate && !figure.is_range() &&
                         outcome.dimension == units::axis(units::Axis::time) && figure.unit.factor >= hour;
  if (is_chosen) return Value{outcome.value, outcome.value, outcome.value, outcome.dimension};
  return Value{outcome.value, outcome.low, outcome.high, outcome.dimension};
}

TableNumbers numbers_of(const Page& page, const Grid& table, const std::vector<WrittenChain>& chains) {
  TableNumbers out = sized(table.columns, table.rows);
  for (std::uint32_t column = 0; column < table.columns; ++column) out.headers[column] = table.at(0, column);
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    out.labels[row] = table.at(row + 1, 0);
    bool has_label = false;
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const LineId id = table.at(row + 1, column);
      if (id == nowhere) continue;
      const Line& line = page.lines[id];
      if (!has_label) {
        out.kinds[row] = kind_of(page, id);
        out.is_scoped[row] = is_scoped(page, line);
      }
      has_label = true;
      MentionId stated = leading(page, line);
      out.has_unread[out.index(row, column)] = stated == nowhere && line.first_mention != line.end_mention;
      if (stated == nowhere) {
        const auto first = page.tokens.tokens.begin() + line.first_token;
        if (std::any_of(first, page.tokens.tokens.begin() + line.end_token, is_word))
          out.words[out.index(row, column)] = id;
        continue;
      }
      const auto first = std::lower_bound(chains.begin(), chains.end(), id,
                                          [](const WrittenChain& c, LineId l) { return c.line < l; });
      for (auto chain = first; chain != chains.end() && chain->line == id; ++chain) {
        const arithmetic::Side& begins = chain->chain.sides.front();
        const arithmetic::Side& ends = chain->chain.sides.back();
        if (begins.operators == 0) continue;
        stated = chain->chain.sides.size() > 1 && ends.is_figure() ? page.nodes[ends.root].a : nowhere;
      }
      const Lead lead = stated == nowhere ? Lead{} : lead_of(page, line, stated);
      if (stated != nowhere && (page.figure(stated).is_range() || lead.is_bound)) {
        out.has_unread[out.index(row, column)] = true;
        continue;
      }
      if (stated == nowhere) continue;
      out.cells[out.index(row, column)] = stated;
      out.is_marked[out.index(row, column)] = says_more(page, line, stated);
      out.is_rough[out.index(row, column)] = lead.is_rough || page.figure(stated).approximate;
      ++out.filled[column];
    }
  }
  add_up(page, out);
  return out;
}

TableNumbers transposed(const Page& page, const TableNumbers& table) {
  constexpr std::uint32_t most_cases = 24;
  if (table.rows > most_cases) return {};
  TableNumbers out = sized(table.rows, table.columns);
  out.headers = table.labels;
  out.labels = table.headers;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    out.kinds[column] = kind_of(page, table.headers[column]);
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      const std::size_t from = table.index(row, column);
      const std::size_t to = out.index(column, row);
      out.cells[to] = table.cells[from];
      out.has_unread[to] = table.has_unread[from];
      out.is_marked[to] = table.is_marked[from];
      out.is_rough[to] = table.is_rough[from];
      out.words[to] = table.words[from];
      if (out.cells[to] != nowhere) ++out.filled[row];
    }
  }
  add_up(page, out);
  return out;
}

}  // namespace reckon::derive

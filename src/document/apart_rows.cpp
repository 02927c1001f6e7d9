// SPDX-License-Identifier: MIT
// Rows of tables: one cell calculates, another states the result; the unit may stand in a cell of its own, in
// the header or in the row's label, and a letter in the first column may stand for the row's result.
#include "document/apart.hpp"
#include "document/apart_cell.hpp"
#include "document/apart_sum.hpp"
#include "document/equation_expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace reckon::document {
namespace {

/// Which cell of a row is which.
struct Row {
  const std::vector<Cell>& cells;
  const std::vector<Looks>& looks;
};

/// A row's letter and what it stands for.
using Letters = std::map<char, Text>;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_letter_column(const Table& table) {
  std::string seen;
  for (const auto& row : table.rows) {
    if (row.empty()) return false;
    const Text letter = row.front().text.trimmed();
    if (letter.view().size() != 1 || !is_letter(letter.view()[0])) return false;
    if (seen.find(letter.view()[0]) != std::string::npos) return false;
    seen += letter.view()[0];
  }
  return seen.size() >= 2;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The calculation with each letter replaced by what it stands for; nothing when a letter is unknown.
std::optional<Text> with_letters(const Text& calculation, const Letters& letters) {
  const std::string_view view = calculation.view();
  Text out;
  bool replaced = false;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < view.size(); ++at) {
    const bool alone = is_letter(view[at]) && letters.count(view[at]) != 0 &&
                       (at == 0 || !is_word_byte(view[at - 1])) &&
                       (at + 1 == view.size() || !is_word_byte(view[at + 1]));
    if (!alone) continue;
    const auto meaning = letters.find(view[at]);
    if (meaning == letters.end()) return std::nullopt;
    const base::Span place = calculation.span(at, at + 1);
    out.append(calculation, copied, at);
    out.append_mapped(fmt::format("({})", meaning->second.view()), place);
    copied = at + 1;
    replaced = true;
  }
  if (!replaced) return std::nullopt;
  out.append(calculation, copied, view.size());
  return out;
}

class Rows {
 public:
  Rows(const TableAt& at, std::vector<Apart>& out)
      : table_(at.table),
        looks_(at.looks),
        number_(at.number),
        fragment_(at.fragment),
        out_(out),
        lettered_(is_letter_column(at.table)) {}

  void run() {
    Letters letters;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const Row cells{table_.rows[row], looks_[row]};
      from_row(cells, row, letters);
      if (!lettered_) continue;
      if (const auto result = last_quantity(cells)) {
        letters.emplace(table_.rows[row].front().text.trimmed().view()[0], with_unit(cells, *result));
      }
    }
  }

 private:
  static std::optional<std::size_t> last_quantity(const Row& row) {
    for (std::size_t i = row.looks.size(); i-- > 1;) {
      if (row.looks[i].face == Face::quantity) return i;
    }
    return std::nullopt;
  }

  /// "| 14 shards | × 220 GB | = 3.08 TB |": the cells carry the signs.
  bool from_signed_cells(const Row& row, std::size_t index) {
    Text line;
    std::size_t signs = 0;
    for (const Cell& cell : row.cells) {
      const Text text = cell.text.trimmed();
      if (text.empty()) continue;
      const bool is_sign = text.view().starts_with("= ") || text.view().starts_with("\xc3\x97") ||
                           text.view().starts_with("\xc3\xb7") || text.view().starts_with("* ");
      signs += is_sign ? 1U : 0U;
      if (!line.empty()) line.append_mapped(" ", text.span());
      line.append(text, 0, text.view().size());
    }
    auto equation = signs >= 2 ? read_joined(line) : std::nullopt;
    if (!equation) return false;
    out_.push_back({std::move(*equation), fragment_,
                    fmt::format("table {}/row {}/column {}", number_, index + 1, row.cells.size())});
    return true;
  }

  void from_row(const Row& row, std::size_t index, const Letters& letters) {
    if (from_signed_cells(row, index)) return;
    std::optional<std::size_t> calculation;
    Text written;
    for (std::size_t i = lettered_ ? 1 : 0; i < row.cells.size(); ++i) {
      if (row.looks[i].face != Face::calculation) continue;
      const Text& text = row.cells[i].text;
      const Text cell = text.slice(row.looks[i].begin, text.view().size());
      const auto filled = lettered_ ? with_letters(cell, letters) : std::nullopt;
      if (!filled && row.looks[i].numbers < 2) continue;
      if (calculation) return;  // two calculations: which result is whose?
      calculation = i;
      written = filled ? *filled : cell;
    }
    if (!calculation) return;
    // The result stands to the right as a rule; the nearest that fits is meant.
    const auto columns = static_cast<std::ptrdiff_t>(row.cells.size());
    const auto from = static_cast<std::ptrdiff_t>(*calculation);
    for (std::ptrdiff_t column = from + 1; column < columns; ++column) {
      if (take(row, index, written, static_cast<std::size_t>(column))) return;
    }
    for (std::ptrdiff_t column = from - 1; column >= 0; --column) {
      if (take(row, index, written, static_cast<std::size_t>(column))) return;
    }
  }

  bool take(const Row& row, std::size_t index, const Text& calculation, std::size_t column) {
    if (row.looks[column].face != Face::quantity) return false;
    Text line = calculation;
    line.append_mapped(" = ", calculation.span());
    const Text result = with_unit(row, column);
    line.append(result, 0, result.view().size());
    auto equation = read_joined(line, lettered_);
    if (!equation || (!lettered_ && !may_be_result(*equation))) return false;
    out_.push_back({std::move(*equation), fragment_,
                    fmt::format("table {}/row {}/column {}", number_, index + 1, column + 1)});
    return true;
  }

  /// The sides measure the same, but for a period left out or a unit that is open ("900M").
  static bool may_be_result(const Equation& equation) {
    const Side& result = equation.sides.back();
    if (same_strict_dimension(equation.sides.front(), result, true)) return true;
    // Of a letter that may be a unit or a magnitude, the reading counts that fits a result with a unit.
    if (result.quantity().unit_text.empty()) return false;
    const auto fits = [](const Side& left, const Side& right) {
      const auto made = strict_dimension(left.expression);
      const auto stated = strict_dimension(right.expression);
      return made && stated && (*made == *stated || *made == *stated * units::axis(units::Axis::time));
    };
    const auto with = [](const Side& side, const Alternative& other) {
      Side read = side;
      read.expression.nodes[other.node].literal = other.reading;
      return read;
    };
    const Side& left = equation.sides.front();
    return std::any_of(result.alternatives.begin(), result.alternatives.end(),
                       [&](const Alternative& other) { return fits(left, with(result, other)); }) ||
           std::any_of(left.alternatives.begin(), left.alternatives.end(),
                       [&](const Alternative& other) { return fits(with(left, other), result); });
  }

  /// The quantity of a cell with the unit that stands beside it, in its header or in the row's label.
  [[nodiscard]] Text with_unit(const Row& row, std::size_t column) const {
    // A sign in front of the result is that of the line.
    const Text& cell = row.cells[column].text;
    const std::size_t begin = cell.view().find_first_not_of("= \t");
    if (row.looks[column].has_unit) return cell.slice(begin, cell.view().size());
    Text out = cell.slice(begin, row.looks[column].end);
    const auto attach = [&out](const Text& unit) {
      out.append_mapped(" ", unit.span());
      out.append(unit, 0, unit.view().size());
    };
    if (column + 1 < row.cells.size() && is_unit_alone(row.cells[column + 1].text)) {
      attach(row.cells[column + 1].text.trimmed());
    } else if (const auto head =
                   column < table_.header.size() ? unit_in(table_.header[column].text) : std::nullopt) {
      attach(*head);
    } else if (const auto label = unit_in(row.cells[lettered_ ? 1 : 0].text); label && column != 0) {
      attach(*label);
    }
    return out;
  }

  const Table& table_;
  const TableLooks& looks_;
  std::size_t number_;
  std::size_t fragment_;
  std::vector<Apart>& out_;
  bool lettered_;
};

}  // namespace

void gather_rows(const TableAt& at, std::vector<Apart>& out) {
  Rows(at, out).run();
}

}  // namespace reckon::document

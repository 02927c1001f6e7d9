// SPDX-License-Identifier: MIT
// Columns of tables: the last column multiplies, divides or adds up those before it; a header multiplies what
// another column gives for each; the last row totals the rows above.
#include "document/apart.hpp"
#include "document/apart_cell.hpp"
#include "document/apart_sum.hpp"
#include "document/plain_label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace reckon::document {
namespace {

/// A rule of columns is tried on tables of at least so many rows: two may agree by chance.
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t most_factors = 6;

class Columns {
 public:
  Columns(const TableAt& at, std::vector<Apart>& out)
      : table_(at.table), looks_(at.looks), number_(at.number), fragment_(at.fragment), out_(out) {}

  void run() {
    const std::vector<std::size_t> numeric = numeric_columns();
    if (numeric.size() >= 3 && numeric.size() <= most_factors + 1) {
      across(numeric, " × ");
      if (numeric.size() == 3) across(numeric, " / ");
      across(numeric, " + ");
    }
    multiplied_by_header();
    downtimes();
    totals();
  }

 private:
  [[nodiscard]] bool is_total_row(std::size_t row) const {
    return !table_.rows[row].empty() && is_total(table_.rows[row].front().text.view());
  }
  [[nodiscard]] bool is_quantity(std::size_t row, std::size_t column) const {
    return column < looks_[row].size() && looks_[row][column].face == Face::quantity;
  }
  [[nodiscard]] std::string_view header(std::size_t column) const {
    return column < table_.header.size() ? table_.header[column].text.view() : std::string_view{};
  }
  [[nodiscard]] std::string pointer(std::size_t row, std::size_t column) const {
    return fmt::format("table {}/row {}/column {}", number_, row + 1, column + 1);
  }

  /// Columns in which every row that is no total states a quantity.
  [[nodiscard]] std::vector<std::size_t> numeric_columns() const {
    std::vector<std::size_t> out;
    for (std::size_t column = 0; column < table_.header.size(); ++column) {
      bool all = !table_.rows.empty();
      for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        all = all && (is_total_row(row) || is_quantity(row, column));
      }
      if (all) out.push_back(column);
    }
    return out;
  }

  /// The quantity of a cell with the unit of its header.
  [[nodiscard]] Text quantity(std::size_t row, std::size_t column) const {
    const Looks& looks = looks_[row][column];
    Text out = table_.rows[row][column].text;
    if (looks.has_unit) return out;
    out = out.slice(0, looks.end);
    if (const auto unit =
            column < table_.header.size() ? unit_in(table_.header[column].text) : std::nullopt) {
      out.append_mapped(" ", unit->span());
      out.append(*unit, 0, unit->view().size());
    }
    return out;
  }

  static void append(Text& line, const Text& piece) { line.append(piece, 0, piece.view().size()); }

  /// Supposes that the last of the columns is what the others give, in every row.
  void across(const std::vector<std::size_t>& columns, std::string_view operation) {
    if (table_.rows.size() < fewest_rows && operation != " × ") return;
    std::vector<Apart> rows;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (is_total_row(row)) continue;
      Text line;
      for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const Text factor = quantity(row, columns[i]);
        if (i > 0) line.append_mapped(operation, factor.span());
        append(line, factor);
      }
      line.append_mapped(" = ", line.span());
      append(line, quantity(row, columns.back()));
      auto equation = read_joined(line);
      if (!equation) continue;
      const bool follows = operation == " × " && have_units(row, columns) && is_proven(*equation);
      if (!follows) equation->trust = {Trust::Kind::supposed, rule_of(operation)};
      if (follows || table_.rows.size() >= fewest_rows)
        rows.push_back({std::move(*equation), fragment_, pointer(row, columns.back())});
    }
    std::move(rows.begin(), rows.end(), std::back_inserter(out_));
  }

  [[nodiscard]] std::uint32_t rule_of(std::string_view operation) const {
    return static_cast<std::uint32_t>(number_ * 8 + (operation == " × " ? 1 : operation == " / " ? 2 : 3));
  }
  /// All but the plain count of something: sensors × samples a minute × bytes a sample.
  [[nodiscard]] bool have_units(std::size_t row, const std::vector<std::size_t>& columns) const {
    std::size_t without = 0;
    for (const std::size_t column : columns) {
      const bool has_unit = looks_[row][column].has_unit || (column < table_.header.size() &&
                                                             unit_in(table_.header[column].text).has_value());
      if (!has_unit && column == columns.back()) return false;
      without += has_unit ? 0U : 1U;
    }
    return without == 0 || (without == 1 && columns.size() > 3);
  }
  /// hours × minutes an hour × MB a minute = GB: the units alone say that the columns multiply. They do not
  /// where a factor measures what the result does ("99.9% × 8.77 h = 43.8 min").
  static bool is_proven(const Equation& equation) {
    const units::Dimension result = equation.sides.back().quantity().dimension.without_counts();
    if (result.is_dimensionless()) return false;
    const auto& factors = equation.sides.front().expression.nodes;
    return same_strict_dimension(equation.sides.front(), equation.sides.back()) &&
           std::none_of(factors.begin(), factors.end(), [&](const formula::Node& node) {
             return node.operation == formula::Operation::literal &&
                    node.literal.dimension.without_counts() == result;
           });
  }

  /// "| | per item | 5M items |": the second column is the first, five million times.
  void multiplied_by_header() {
    for (std::size_t column = 0; column < table_.header.size(); ++column) {
      const Looks head = looks_of(table_.header[column].text);
      if (head.face != Face::quantity) continue;
      std::string noun = plain_label(table_.header[column].text.view());
      noun.erase(0, noun.rfind(' ') + 1);
      if (noun.size() > 3 && noun.back() == 's') noun.pop_back();
      if (noun.size() < 3) continue;
      for (std::size_t each = 0; each < table_.header.size(); ++each) {
        if (each == column || plain_label(header(each)).find("per " + noun) == std::string::npos) continue;
        for (std::size_t row = 0; row < table_.rows.size(); ++row) times_header(row, each, column);
      }
    }
  }
  void times_header(std::size_t row, std::size_t each, std::size_t column) {
    if (!is_quantity(row, each) || !is_quantity(row, column)) return;
    Text line = quantity(row, each);
    line.append_mapped(" × ", line.span());
    append(line, table_.header[column].text);
    line.append_mapped(" = ", line.span());
    append(line, looks_[row][column].has_unit
                     ? table_.rows[row][column].text
                     : table_.rows[row][column].text.slice(0, looks_[row][column].end));
    if (auto equation = read_joined(line))
      out_.push_back({std::move(*equation), fragment_, pointer(row, column)});
  }

  /// "| Availability | per year | per month |": each row says how long an availability may be down.
  void downtimes() {
    for (std::size_t share = 0; share < table_.header.size(); ++share) {
      if (!is_availability_column(share)) continue;
      for (std::size_t column = 0; column < table_.header.size(); ++column) {
        const std::string_view period = period_in(plain_label(header(column)));
        if (column == share || period.empty()) continue;
        for (std::size_t row = 0; row < table_.rows.size(); ++row) downtime(row, share, column, period);
      }
    }
  }
  [[nodiscard]] bool is_availability_column(std::size_t column) const {
    bool all = !table_.rows.empty();
    for (std::size_t row = 0; all && row < table_.rows.size(); ++row) {
      all = column < table_.rows[row].size() && spells_availability(table_.rows[row][column].text.view());
    }
    return all;
  }
  /// "99.9 %", "three nines (99.9%)".
  static bool spells_availability(std::string_view text) {
    return text.find('%') != std::string_view::npos && text.find("9") != std::string_view::npos;
  }
  static std::string_view period_in(std::string_view header) {
    for (const std::string_view period : {"year", "quarter", "month", "week", "day", "hour"}) {
      if (header.find(period) != std::string_view::npos) return period;
    }
    if (header.find("annual") != std::string_view::npos) return "year";
    return header.find("daily") != std::string_view::npos ? "day" : std::string_view{};
  }
  void downtime(std::size_t row, std::size_t share, std::size_t column, std::string_view period) {
    if (!is_quantity(row, column)) return;
    const Text& availability = table_.rows[row][share].text;
    const std::string_view view = availability.view();
    const std::size_t end = view.find('%') + 1;
    std::size_t begin = end - 1;
    while (begin > 0 && (view[begin - 1] == '.' || view[begin - 1] == ' ' ||
                         (view[begin - 1] >= '0' && view[begin - 1] <= '9')))
      --begin;
    Text line = availability.slice(begin, end);
    line.append_mapped(" = ", line.span());
    const Text& cell = table_.rows[row][column].text;
    append(line, cell.slice(0, looks_[row][column].end));
    line.append_mapped(fmt::format(" per {}", period), line.span());
    std::vector<Equation> equations = read_equations(line);
    if (equations.size() != 1 || equations.front().sides.size() != 2) return;
    // The period of the header is no part of what the cell says.
    Side& side = equations.front().sides.back();
    side.span = cell.span(looks_[row][column].begin, looks_[row][column].end);
    out_.push_back({std::move(equations.front()), fragment_, pointer(row, column)});
  }

  void totals() {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (!is_total_row(row)) continue;
      for (std::size_t column = 1; column < table_.rows[row].size(); ++column) total(row, column);
    }
  }
  void total(std::size_t row, std::size_t column) {
    if (!is_quantity(row, column) || !adds_up(header(column))) return;
    Sum sum;
    for (std::size_t above = 0; above < row; ++above) {
      if (column >= table_.rows[above].size()) return;
      const std::string_view label = table_.rows[above].front().text.view();
      if (is_total_row(above)) {
        sum.restart();
      } else if (is_quantity(above, column)) {
        if (!sum.add(label, quantity(above, column))) return;
      } else if (looks_[above][column].face == Face::equation) {
        const auto result = result_of(table_.rows[above][column].text);
        if (!result || !sum.add(label, *result)) return;
      } else if (looks_[above][column].face != Face::nothing) {
        return;
      }
    }
    if (auto equation = sum.compared_with(table_.rows[row].front().text.view(), quantity(row, column)))
      out_.push_back({std::move(*equation), fragment_, pointer(row, column)});
  }

  const Table& table_;
  const TableLooks& looks_;
  std::size_t number_;
  std::size_t fragment_;
  std::vector<Apart>& out_;
};

}  // namespace

void gather_columns(const TableAt& at, std::vector<Apart>& out) {
  Columns(at, out).run();
}

}  // namespace reckon::document

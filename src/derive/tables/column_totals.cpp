// SPDX-License-Identifier: MIT
#include "derive/search/sum_nodes.hpp"
#include "derive/search/surprise.hpp"
#include "derive/tables/column_rules.hpp"
#include "derive/tables/column_sum.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Operation;

constexpr float price_said = 0.5F;      ///< price of a sum in a row that says so
constexpr float price_unsaid = 4.0F;    ///< in a last row that does not
constexpr float price_weighted = 3.0F;  ///< for saying that rows stand for several
constexpr float said_not_meant = 9.0F;
/// A last row with nothing but sums, where the rows above have more.
constexpr float price_closing = 1.5F;
constexpr float closing_not_meant = 7.5F;
/// "Total" and no more, under numbers in all rows, and not far from their sum.
constexpr float of_all = 2.0F;
constexpr double not_far = 0.25;
constexpr double nearly = 0.05;
constexpr std::size_t fewest_of_all = 3;
/// Another column of the row sums up as well.
constexpr float confirmed = 3.0F;
/// A total of something, or of a column with words in it, may leave rows out; two terms are soon met.
constexpr float of_some = 2.5F;
constexpr float of_two = 1.5F;
/// From which evidence of other columns on a last row is a total that does not say so.
constexpr float told_by_others = 8.0F;

class ColumnTotals {
 public:
  ColumnTotals(Page& page, const TableNumbers& table, std::vector<Derivation>& out)
      : page_(page), table_(table), column_sums_(page, table), out_(out) {}

  void run() {
    std::uint32_t begin = 0;
    for (std::uint32_t row = 0; row < table_.rows; ++row) {
      const RowKind kind = table_.kinds[row];
      const bool is_last = row + 1 == table_.rows;
      if (kind == RowKind::total || kind == RowKind::average || (is_last && kind == RowKind::plain))
        sum_up(begin, row);
      if (kind == RowKind::total) begin = row + 1;
    }
  }

 private:
  /// What says that a row sums up.
  enum class Saying : std::uint8_t { nothing, shape, label };

  void sum_up(std::uint32_t begin, std::uint32_t row) {
    std::vector<ColumnSum> sums;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      if (table_.at(row, column) == nowhere || counts_rows(page_, table_, column)) continue;
      if (auto sum = column_sums_.best(begin, row, column)) sums.push_back(std::move(*sum));
    }
    float evidence = 0.0F;
    float kept = 0.0F;
    bool any_nearly = false;
    for (const ColumnSum& sum : sums) {
      const Figure& figure = page_.figure(table_.at(row, sum.column));
      evidence += sum.evidence(figure);
      kept += sum.agreement.holds ? 1.0F : 0.0F;
      any_nearly = any_nearly || (sum.is_exact && std::abs(figure.number / sum.value - 1.0) < nearly);
    }
    const Saying saying = table_.kinds[row] != RowKind::plain ? Saying::label
                          : closes(row)                       ? Saying::shape
                                                              : Saying::nothing;
    // Where none of several columns sums up, the row is none of sums.
    const bool is_none = kept == 0.0F && !any_nearly && sums.size() > 1;
    if (saying != Saying::nothing ? is_none : evidence < told_by_others) return tell_kept(row, sums, saying);
    for (const ColumnSum& sum : sums) tell(row, sum, saying, kept);
  }

  /// "| **Busy** | | | 12.46 |": a last row that leaves out what all rows above state.
  [[nodiscard]] bool closes(std::uint32_t row) const {
    const LineId label = table_.labels[row];
    if (row < fewest_of_all || label == nowhere ||
        page_.lines[label].first_mention != page_.lines[label].end_mention)
      return false;
    for (std::uint32_t column = 1; column < table_.columns; ++column) {
      const std::size_t cell = table_.index(row, column);
      const bool is_blank =
          table_.cells[cell] == nowhere && !table_.has_words(cell) && !table_.has_unread[cell];
      if (is_blank && table_.filled[column] + 1 == table_.rows) return true;
    }
    return false;
  }

  void tell_kept(std::uint32_t row, const std::vector<ColumnSum>& sums, Saying saying) {
    for (const ColumnSum& sum : sums) {
      if (sum.agreement.holds) tell(row, sum, saying, 0.0F);
    }
  }

  void tell(std::uint32_t row, const ColumnSum& sum, Saying saying, float kept) {
    const bool holds = sum.agreement.holds;
    const MentionId id = table_.at(row, sum.column);
    const Figure& figure = page_.figure(id);
    // What lies among the terms may be their average, the largest, the last, but for what all rows except one
    // come to.
    const bool leaves_one_out = !holds && is_of_all(row, sum) && column_sums_.all_but_one(row, sum);
    const bool is_among = figure.number >= sum.least && figure.number <= sum.most;
    if (!holds && ((is_among && !leaves_one_out) || column_sums_.leaves_out_view(row, sum))) return;
    Derivation derivation;
    derivation.generator = Generator::total;
    derivation.target = id;
    derivation.line = page_.mentions[id].line;
    derivation.comparison.comparable = true;
    derivation.comparison.holds = holds;
    derivation.comparison.cost = sum.agreement.cost;
    if (holds) derivation.comparison.supposed = arithmetic::one(sum.agreement.supposition);
    derivation.comparison.right = sum.value;
    derivation.comparison.ratio = sum.value == 0.0 ? 0.0 : figure.number / sum.value;
    derivation.comparison.width = (holds ? sum.agreement.width : figure.shown) / std::abs(figure.number);
    derivation.surprise = surprise(figure, derivation.comparison.width);
    derivation.price = price_of(saying) + sum.price + (sum.weights.empty() ? 0.0F : price_weighted);
    derivation.is_cued = saying != Saying::nothing || kept >= 1.0F;
    derivation.says_all = leaves_one_out;
    derivation.not_meant = not_meant(row, sum, saying, kept - (holds ? 1.0F : 0.0F));
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    derivation.root =
        sum.weights.empty() ? add_sum(page_, sum.terms) : add_weighted_sum(page_, sum.weights, sum.terms);
    if (table_.kinds[row] == RowKind::average) derivation.root = averaged(derivation.root, sum.terms.size());
    out_.push_back(derivation);
  }

  static float price_of(Saying saying) {
    return saying == Saying::label ? price_said : saying == Saying::shape ? price_closing : price_unsaid;
  }

  [[nodiscard]] float not_meant(std::uint32_t row, const ColumnSum& sum, Saying saying, float others) const {
    const bool is_said = saying == Saying::label;
    float bits = is_said ? said_not_meant : saying == Saying::shape ? closing_not_meant : 1.0F;
    bits += confirmed * std::min(others, 2.0F);
    if (is_said && is_of_all(row, sum) && is_near(row, sum)) bits += of_all;
    if (is_said && sum.terms.size() == fewest_summed) bits -= of_two;
    if (is_said && table_.is_scoped[row] && others <= 0.0F) bits -= of_some;
    if (sum.lacks_some) bits -= of_some;
    return std::max(bits, 0.0F);
  }
  /// An average has no further rows to leave out, but others to weigh.
  [[nodiscard]] bool is_of_all(std::uint32_t row, const ColumnSum& sum) const {
    return table_.kinds[row] == RowKind::total && !table_.is_scoped[row] &&
           sum.rows.size() >= fewest_of_all && sum.rows.size() == row;
  }
  [[nodiscard]] bool is_near(std::uint32_t row, const ColumnSum& sum) const {
    return !table_.is_rough[table_.index(row, sum.column)] &&
           std::abs(page_.figure(table_.at(row, sum.column)).number / sum.value - 1.0) < not_far;
  }

  std::uint32_t averaged(std::uint32_t sum, std::size_t terms) {
    const std::uint32_t count = page_.constant(static_cast<double>(terms), nowhere);
    page_.nodes.push_back({Operation::constant, false, count, 0, 0, 0});
    page_.nodes.push_back(
        {Operation::divide, false, sum, static_cast<std::uint32_t>(page_.nodes.size() - 1), 0, 0});
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }

  Page& page_;
  const TableNumbers& table_;
  ColumnSums column_sums_;
  std::vector<Derivation>& out_;
};

}  // namespace

void column_totals(Page& page, const TableNumbers& table, std::vector<Derivation>& out) {
  ColumnTotals(page, table, out).run();
}

}  // namespace reckon::derive

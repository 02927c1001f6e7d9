// SPDX-License-Identifier: MIT
#include "derive/search/sum_nodes.hpp"
#include "derive/search/surprise.hpp"
#include "derive/tables/column_rules.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Operation;

constexpr std::size_t fewest_summed = 2;
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
constexpr std::size_t fewest_of_all = 3;
constexpr std::size_t most_to_leave_out = 16;
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
      : page_(page), table_(table), out_(out) {}

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

  struct Sum {
    std::uint32_t column = 0;
    std::vector<MentionId> terms;
    std::vector<std::uint32_t> rows;  ///< of the terms
    std::vector<MentionId> weights;   ///< of the terms: a row stands for so many
    float price = 0.0F;               ///< of leaving out a row
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    double least = 0.0;  ///< term
    double most = 0.0;
    bool lacks_some = false;  ///< a cell has words in place of a number
    arithmetic::Agreement agreement;

    [[nodiscard]] float evidence(const Figure& stated) const {
      return agreement.holds ? surprise(stated, agreement.width / std::abs(stated.number)) - agreement.cost
                             : 0.0F;
    }
  };

  void sum_up(std::uint32_t begin, std::uint32_t row) {
    std::vector<Sum> sums;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      if (table_.at(row, column) == nowhere || counts_rows(page_, table_, column)) continue;
      auto sum = best_sum_of(begin, row, column);
      if (sum && !sum->agreement.holds) weigh(row, *sum);
      if (sum) sums.push_back(std::move(*sum));
    }
    float evidence = 0.0F;
    float kept = 0.0F;
    for (const Sum& sum : sums) {
      evidence += sum.evidence(page_.figure(table_.at(row, sum.column)));
      kept += sum.agreement.holds ? 1.0F : 0.0F;
    }
    const Saying saying = table_.kinds[row] != RowKind::plain ? Saying::label
                          : closes(row)                       ? Saying::shape
                                                              : Saying::nothing;
    // Where none of several columns sums up, the row is none of sums.
    if (saying != Saying::nothing ? kept == 0.0F && sums.size() > 1 : evidence < told_by_others)
      return tell_kept(row, sums, saying);
    for (const Sum& sum : sums) tell(row, sum, saying, kept);
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

  /// The total before counts, or all rows above, where that makes it right.
  std::optional<Sum> best_sum_of(std::uint32_t begin, std::uint32_t row, std::uint32_t column) const {
    auto sum = sum_of(begin, row, column);
    const auto holds = [&sum] { return sum && sum->agreement.holds; };
    for (const std::uint32_t first : {begin - 1, std::uint32_t{0}}) {
      if (begin == 0 || holds()) break;
      auto other = sum_of(first, row, column);
      if (other && other->agreement.holds) sum = std::move(other);
    }
    if (!holds() && table_.kinds[row] == RowKind::total && table_.is_scoped[row]) leave_out(row, column, sum);
    return sum;
  }

  /// "Total on disk": of the plain rows all, or all but one.
  void leave_out(std::uint32_t row, std::uint32_t column, std::optional<Sum>& into) const {
    std::optional<Sum> all = sum_of(0, row, column, RowKind::plain);
    if (!all) return;
    if (all->agreement.holds) return void(into = std::move(all));
    if (all->terms.size() <= fewest_summed || all->terms.size() > most_to_leave_out) return;
    for (std::size_t i = 0; i < all->terms.size(); ++i) {
      Sum rest;
      rest.column = column;
      rest.price = std::log2(static_cast<float>(all->terms.size()));
      for (std::size_t other = 0; other < all->terms.size(); ++other) {
        if (other == i) continue;
        rest.rows.push_back(all->rows[other]);
        add(page_.figure(all->terms[other]), all->terms[other], rest);
      }
      agree(row, page_.figure(table_.at(row, column)), rest);
      if (rest.agreement.holds) return void(into = std::move(rest));
    }
  }

  void tell_kept(std::uint32_t row, const std::vector<Sum>& sums, Saying saying) {
    for (const Sum& sum : sums) {
      if (sum.agreement.holds) tell(row, sum, saying, 0.0F);
    }
  }

  std::optional<Sum> sum_of(std::uint32_t begin, std::uint32_t row, std::uint32_t column,
                            RowKind also = RowKind::total) const {
    const Figure& stated = page_.figure(table_.at(row, column));
    if (stated.is_percent() && stated.number > 100.0) return std::nullopt;
    Sum out;
    out.column = column;
    // What is of another kind ends it: "p99 (ms)" above dollars.
    for (std::uint32_t r = row; r-- > begin;) {
      if (r != begin && table_.kinds[r] != RowKind::plain && table_.kinds[r] != also) continue;
      const MentionId id = table_.at(r, column);
      const std::size_t cell = table_.index(r, column);
      if (id == nowhere && table_.has_unread[cell]) return std::nullopt;
      out.lacks_some = out.lacks_some || table_.has_words(cell);
      if (id == nowhere) continue;
      const Figure& figure = page_.figure(id);
      if (figure.unit.dimension.without_counts() != stated.unit.dimension.without_counts()) break;
      out.rows.push_back(r);
      add(figure, id, out);
    }
    if (out.terms.size() < fewest_summed) return std::nullopt;
    std::reverse(out.terms.begin(), out.terms.end());
    std::reverse(out.rows.begin(), out.rows.end());
    if (begin == 0) begin_with_header(row, stated, out);
    agree(row, stated, out);
    return out;
  }

  /// A table without a header has its first row there.
  void begin_with_header(std::uint32_t row, const Figure& stated, Sum& sum) const {
    const LineId id = table_.headers[sum.column];
    if (id == nowhere || page_.lines[id].end_mention != page_.lines[id].first_mention + 1) return;
    const MentionId first = page_.lines[id].first_mention;
    const Figure& figure = page_.figure(first);
    if (figure.name || figure.unit.dimension.without_counts() != stated.unit.dimension.without_counts())
      return;
    Sum with = sum;
    add(figure, first, with);
    agree(row, stated, with);
    if (with.agreement.holds) add(figure, first, sum);
  }

  /// "| Workers | 20 | 8 cores |": where the plain sum fails and another column counts what each row stands
  /// for, all of them sum up.
  void weigh(std::uint32_t row, Sum& sum) const {
    if (table_.kinds[row] != RowKind::total) return;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      if (column == sum.column) continue;
      Sum weighted = sum;
      weighted.value = weighted.low = weighted.high = 0.0;
      for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const MentionId weight = weight_of(sum.rows[i], column);
        // A label without a number speaks of one.
        if (weight == nowhere && column > 0) break;
        const arithmetic::Extent extent = arithmetic::extent_of(page_.figure(sum.terms[i]));
        const double count = weight == nowhere ? 1.0 : page_.figure(weight).number;
        weighted.weights.push_back(weight);
        weighted.value += count * extent.value;
        weighted.low += count * extent.low;
        weighted.high += count * extent.high;
      }
      if (weighted.weights.size() != sum.terms.size()) continue;
      agree(row, page_.figure(table_.at(row, sum.column)), weighted);
      if (!weighted.agreement.holds) continue;
      sum = std::move(weighted);
      return;
    }
  }
  /// How many things a row stands for: its cell says so, or its label, "Web (4 instances)".
  [[nodiscard]] MentionId weight_of(std::uint32_t row, std::uint32_t column) const {
    MentionId id = table_.at(row, column);
    const LineId label = table_.labels[row];
    const bool is_of_label = id == nowhere && column == 0 && label != nowhere &&
                             page_.lines[label].end_mention == page_.lines[label].first_mention + 1;
    if (is_of_label) id = page_.lines[label].first_mention;
    return id != nowhere && counts(page_.figure(id)) && !page_.figure(id).name ? id : nowhere;
  }
  static bool counts(const Figure& figure) {
    return figure.whole && !figure.scaled && !figure.is_percent() && figure.unit.dimension.is_count();
  }

  /// Whether a row shows what another one holds already, and the total leaves it out: "out (mean)" beside
  /// "out (peak)", "with copies (2x)".
  [[nodiscard]] bool leaves_out_view(std::uint32_t row, const Sum& sum) const {
    const Figure& stated = page_.figure(table_.at(row, sum.column));
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
      if (!is_view(sum, i)) continue;
      const arithmetic::Extent extent = arithmetic::extent_of(page_.figure(sum.terms[i]));
      Sum rest;
      rest.column = sum.column;
      rest.terms.assign(sum.terms.size() - 1, nowhere);
      rest.value = sum.value * stated.unit.factor - extent.value;
      rest.low = sum.low * stated.unit.factor - extent.low;
      rest.high = sum.high * stated.unit.factor - extent.high;
      agree(row, stated, rest);
      if (rest.agreement.holds) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_view(const Sum& sum, std::size_t of) const {
    const Line& label = page_.lines[table_.labels[sum.rows[of]]];
    for (std::size_t other = 0; other < sum.terms.size(); ++other) {
      if (other == of) continue;
      const std::string_view name = named(label);
      if (!name.empty() && name == named(page_.lines[table_.labels[sum.rows[other]]])) return true;
      if (is_multiple(sum, of, other) || is_multiple(sum, other, of)) return true;
    }
    return false;
  }
  /// A label that says so: "with copies (2x)".
  [[nodiscard]] bool is_multiple(const Sum& sum, std::size_t of, std::size_t other) const {
    const Line& label = page_.lines[table_.labels[sum.rows[of]]];
    const double ratio = page_.figure(sum.terms[of]).value() / page_.figure(sum.terms[other]).value();
    for (MentionId m = label.first_mention; m < label.end_mention; ++m) {
      const double times = page_.figure(m).number;
      if (times > 1.0 && std::abs(ratio / times - 1.0) < 1e-9) return true;
    }
    return false;
  }
  /// What stands in front of a bracket.
  static std::string_view named(const Line& label) {
    const std::string_view text = label.plain().text;
    const std::size_t bracket = text.find('(');
    return bracket == std::string_view::npos ? std::string_view{} : text.substr(0, bracket);
  }

  static void add(const Figure& figure, MentionId id, Sum& into) {
    const arithmetic::Extent extent = arithmetic::extent_of(figure);
    into.least = into.terms.empty() ? extent.value : std::min(into.least, extent.value);
    into.most = into.terms.empty() ? extent.value : std::max(into.most, extent.value);
    into.terms.push_back(id);
    into.value += extent.value;
    into.low += extent.low;
    into.high += extent.high;
  }

  /// In the unit of what is stated; an average is the sum over its terms.
  void agree(std::uint32_t row, const Figure& stated, Sum& sum) const {
    const double terms = table_.kinds[row] == RowKind::average ? static_cast<double>(sum.terms.size()) : 1.0;
    const double unit = stated.unit.factor * terms;
    sum.value /= unit;
    sum.low /= unit;
    sum.high /= unit;
    sum.least /= stated.unit.factor;
    sum.most /= stated.unit.factor;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::colon;
    how.link.approximate = table_.is_rough[table_.index(row, sum.column)];
    sum.agreement = arithmetic::agree(sum.value, sum.low, sum.high, stated, how);
  }

  void tell(std::uint32_t row, const Sum& sum, Saying saying, float kept) {
    const bool holds = sum.agreement.holds;
    const MentionId id = table_.at(row, sum.column);
    const Figure& figure = page_.figure(id);
    // What lies among the terms may be their average, the largest, the last.
    if (!holds && figure.number >= sum.least && figure.number <= sum.most) return;
    if (!holds && leaves_out_view(row, sum)) return;
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

  [[nodiscard]] float not_meant(std::uint32_t row, const Sum& sum, Saying saying, float others) const {
    const bool is_said = saying == Saying::label;
    float bits = is_said ? said_not_meant : saying == Saying::shape ? closing_not_meant : 1.0F;
    bits += confirmed * std::min(others, 2.0F);
    if (is_said && is_of_all(row, sum)) bits += of_all;
    if (is_said && sum.terms.size() == fewest_summed) bits -= of_two;
    if (is_said && table_.is_scoped[row] && others <= 0.0F) bits -= of_some;
    if (sum.lacks_some) bits -= of_some;
    return std::max(bits, 0.0F);
  }
  /// An average has no further rows to leave out, but others to weigh.
  [[nodiscard]] bool is_of_all(std::uint32_t row, const Sum& sum) const {
    const double stated = page_.figure(table_.at(row, sum.column)).number;
    return table_.kinds[row] == RowKind::total && !table_.is_scoped[row] &&
           sum.rows.size() >= fewest_of_all && sum.rows.size() == row &&
           std::abs(stated / sum.value - 1.0) < not_far;
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
  std::vector<Derivation>& out_;
};

}  // namespace

void column_totals(Page& page, const TableNumbers& table, std::vector<Derivation>& out) {
  ColumnTotals(page, table, out).run();
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/column_rules.hpp"
#include "derive/sum_nodes.hpp"
#include "derive/surprise.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;

constexpr std::size_t fewest_rows = 2;
constexpr float price_said = 0.5F;    ///< price of a sum in a row that says so
constexpr float price_unsaid = 4.0F;  ///< in a last row that does not
constexpr float said_total_not_meant = 9.0F;
/// Another column of the row sums up as well.
constexpr float confirmed = 3.0F;
/// "Total on disk" may leave rows out.
constexpr float of_some = 4.0F;
constexpr float of_two = 1.5F;

class ColumnTotals {
 public:
  ColumnTotals(Page& page, const TableNumbers& table, std::vector<Derivation>& out)
      : page_(page), table_(table), out_(out) {}

  void run() {
    std::uint32_t begin = 0;
    for (std::uint32_t row = 0; row < table_.rows; ++row) {
      const bool is_last = row + 1 == table_.rows;
      if (!table_.is_total[row] && !is_last) continue;
      total(begin, row, table_.is_total[row]);
      if (table_.is_total[row]) begin = row + 1;
    }
  }

 private:
  struct Sum {
    std::uint32_t column = 0;
    std::vector<MentionId> terms;
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    arithmetic::Agreement agreement;
  };

  void total(std::uint32_t begin, std::uint32_t row, bool is_said) {
    std::vector<Sum> sums;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      if (table_.at(row, column) == nowhere) continue;
      // The total before counts, or all rows above, where that makes it right.
      auto sum = sum_of(begin, row, column);
      if (begin > 0 && (!sum || !sum->agreement.holds)) {
        for (const std::uint32_t first : {begin - 1, std::uint32_t{0}}) {
          const auto other = sum_of(first, row, column);
          if (other && other->agreement.holds) sum = other;
        }
      }
      if (sum) sums.push_back(std::move(*sum));
    }
    const auto kept = static_cast<float>(
        std::count_if(sums.begin(), sums.end(), [](const Sum& sum) { return sum.agreement.holds; }));
    for (const Sum& sum : sums) tell(row, sum, is_said, kept);
  }

  std::optional<Sum> sum_of(std::uint32_t begin, std::uint32_t row, std::uint32_t column) const {
    const Figure& stated = page_.figure(table_.at(row, column));
    if (stated.is_percent() && stated.number > 100.0) return std::nullopt;
    Sum out;
    out.column = column;
    for (std::uint32_t r = begin; r < row; ++r) {
      const MentionId id = table_.at(r, column);
      if (id == nowhere && table_.has_unread[r * table_.columns + column]) return std::nullopt;
      if (id == nowhere) continue;
      const Figure& figure = page_.figure(id);
      if (figure.unit.dimension.without_counts() != stated.unit.dimension.without_counts())
        return std::nullopt;
      const arithmetic::Outcome outcome = arithmetic::outcome_of(figure);
      out.terms.push_back(id);
      out.value += outcome.value;
      out.low += outcome.low;
      out.high += outcome.high;
    }
    if (out.terms.size() < fewest_rows) return std::nullopt;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::colon;
    const double unit = stated.unit.factor;
    out.agreement = arithmetic::agree(out.value / unit, out.low / unit, out.high / unit, stated, how);
    return out;
  }

  void tell(std::uint32_t row, const Sum& sum, bool is_said, float kept) {
    const bool holds = sum.agreement.holds;
    if (!holds && !is_said && kept < 1.0F) return;
    const MentionId id = table_.at(row, sum.column);
    const Figure& figure = page_.figure(id);
    Derivation derivation;
    derivation.generator = Generator::total;
    derivation.target = id;
    derivation.line = page_.mentions[id].line;
    derivation.comparison.comparable = true;
    derivation.comparison.holds = holds;
    derivation.comparison.cost = sum.agreement.cost;
    if (holds) derivation.comparison.supposed = arithmetic::one(sum.agreement.supposition);
    derivation.comparison.right = sum.value / figure.unit.factor;
    derivation.comparison.ratio = sum.value == 0.0 ? 0.0 : figure.number / derivation.comparison.right;
    derivation.comparison.width =
        holds ? sum.agreement.width / std::abs(figure.number) : figure.shown / std::abs(figure.number);
    derivation.surprise = surprise(figure, derivation.comparison.width);
    derivation.price = is_said ? price_said : price_unsaid;
    derivation.is_cued = is_said || kept >= 1.0F;
    const float other = kept - (holds ? 1.0F : 0.0F);
    derivation.not_meant = (is_said ? said_total_not_meant : 1.0F) + confirmed * std::min(other, 2.0F);
    if (is_said && sum.terms.size() == fewest_rows) derivation.not_meant -= of_two;
    if (table_.is_scoped[row]) derivation.not_meant = std::max(derivation.not_meant - of_some, 0.0F);
    write(sum, derivation);
    out_.push_back(derivation);
  }

  void write(const Sum& sum, Derivation& derivation) {
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    derivation.root = add_sum(page_, sum.terms);
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

// SPDX-License-Identifier: MIT
#include "derive/tables/column_sums_told.hpp"

#include "derive/page/key_words.hpp"
#include "derive/page/words.hpp"
#include "derive/search/sum_nodes.hpp"
#include "derive/search/surprise.hpp"
#include "derive/sentences/totals.hpp"
#include "derive/tables/header_names.hpp"
#include "derive/tables/table_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr LineId farthest = 6;  ///< lines between a table and what tells its total
constexpr std::uint32_t most_columns_told = 24;
constexpr std::size_t fewest_told = 2;
constexpr float when_named = 0.5F;
constexpr float not_named = 2.0F;
/// How dear it is that another total is meant where the text names the column, and more for each other column
/// of the table whose total it tells right.
constexpr float named_not_meant = 9.0F;
constexpr float each_confirmed = 3.0F;
/// A selection of rows, or a total of something else, is seldom so near.
constexpr float near_by = 3.0F;
constexpr double near_ratio = 0.1;
constexpr float of_two_terms = 1.5F;

/// The sum of a column as one total tells it.
struct Told {
  MentionId target = nowhere;
  std::vector<MentionId> terms;
  float price = 0.0F;
  bool is_named = false;
  bool is_totalled = false;  ///< the table has a row of totals
  double right = 0.0;        ///< in the target's unit
  float kept = 0.0F;         ///< named totals of the table that hold
  arithmetic::Agreement agreement;
};

class ColumnSumsTold {
 public:
  ColumnSumsTold(Page& page, const std::vector<WrittenChain>& chains, std::vector<Derivation>& out)
      : page_(page), chains_(chains), out_(out) {}

  void run() {
    for (std::uint32_t table = 0; table < page_.tables.size(); ++table) {
      const Grid& grid = page_.tables[table];
      if (grid.columns > most_columns_told) continue;
      const std::vector<MentionId> targets = targets_of(grid);
      if (targets.empty()) continue;
      const TableNumbers numbers = numbers_of(page_, grid, chains_);
      const std::size_t first = told_.size();
      for (const MentionId target : targets) {
        if (auto best = best_of(numbers, target)) told_.push_back(std::move(*best));
      }
      const auto kept = std::count_if(told_.begin() + static_cast<std::ptrdiff_t>(first), told_.end(),
                                      [](const Told& one) { return one.agreement.holds && one.is_named; });
      for (std::size_t i = first; i < told_.size(); ++i) told_[i].kept = static_cast<float>(kept);
    }
    std::vector<MentionId> kept;
    for (const Told& one : told_) {
      if (one.agreement.holds) kept.push_back(one.target);
    }
    std::sort(kept.begin(), kept.end());
    for (const Told& one : told_) {
      // Between two tables a total is that of one of them.
      const bool sums_up_another = std::binary_search(kept.begin(), kept.end(), one.target);
      if (one.agreement.holds || !sums_up_another) tell(one);
    }
  }

 private:
  /// Totals in the lines around the table, up to the next heading or table.
  [[nodiscard]] std::vector<MentionId> targets_of(const Grid& grid) const {
    const auto is_cell = [](LineId id) { return id != nowhere; };
    const auto first = std::find_if(grid.cells.begin(), grid.cells.end(), is_cell);
    const auto last = std::find_if(grid.cells.rbegin(), grid.cells.rend(), is_cell);
    std::vector<MentionId> out;
    if (first == grid.cells.end()) return out;
    for (LineId id = *first; id-- > 0 && *first - id <= farthest && gather(id, grid, out);) continue;
    for (LineId id = *last + 1; id < page_.lines.size() && id - *last <= farthest && gather(id, grid, out);
         ++id)
      continue;
    return out;
  }
  bool gather(LineId id, const Grid& grid, std::vector<MentionId>& into) const {
    const Line& line = page_.lines[id];
    if (line.table != 0 || line.seat == Seat::heading || has_heading(line, grid)) return false;
    for (MentionId m = line.first_mention; m < line.end_mention; ++m) {
      const Figure& figure = page_.figure(m);
      if (!figure.name && !figure.is_range() && says_total(page_, m)) into.push_back(m);
    }
    return true;
  }

  /// Between a table and a line.
  [[nodiscard]] bool has_heading(const Line& line, const Grid& grid) const {
    const auto [low, high] = std::minmax(line.fragment, grid.fragment);
    const auto next = std::upper_bound(page_.headings.begin(), page_.headings.end(), low);
    return next != page_.headings.end() && *next < high;
  }

  /// The column that is named, or else one that sums up to it.
  std::optional<Told> best_of(const TableNumbers& numbers, MentionId target) {
    const std::vector<std::string> words = words_around(target);
    std::optional<Told> best;
    std::size_t rivals = 0;
    for (std::uint32_t column = 0; column < numbers.columns; ++column) {
      auto sum = sum_of(numbers, column, target);
      if (!sum) continue;
      ++rivals;
      const HeaderName name = header_name(page_, numbers.headers[column]);
      sum->is_named = !name.what.empty() && name.per.empty() &&
                      std::all_of(name.what.begin(), name.what.end(), [&](const std::string& word) {
                        return std::find(words.begin(), words.end(), word) != words.end();
                      });
      const bool is_better =
          !best || (sum->is_named && !best->is_named) ||
          (sum->is_named == best->is_named && sum->agreement.holds && !best->agreement.holds);
      if (is_better) best = std::move(sum);
    }
    if (!best || (!best->agreement.holds && !best->is_named)) return std::nullopt;
    best->price = best->is_named ? when_named : not_named + std::log2(static_cast<float>(rivals));
    return best;
  }

  /// Of its clause: from the number before to the one behind.
  [[nodiscard]] std::vector<std::string> words_around(MentionId target) const {
    const Mention& mention = page_.mentions[target];
    const Sentence& sentence = page_.sentences[mention.sentence];
    const auto& tokens = page_.tokens.tokens;
    std::uint32_t begin = mention.token;
    while (begin > sentence.first_token && !ends_clause(tokens[begin - 1])) --begin;
    std::uint32_t end = mention.token + 1;
    while (end < sentence.end_token && !ends_clause(tokens[end]) && tokens[end].kind != Kind::comma) ++end;
    std::vector<std::string> out;
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::string_view text = page_.written(mention.line, tokens[i]);
      for (std::size_t at = 0; tokens[i].kind == Kind::word && at < text.size();) {
        const std::string_view word = next_key_word(text, at);
        if (!word.empty()) out.push_back(stem(word));
      }
    }
    return out;
  }
  static bool ends_clause(const Token& token) {
    return token.kind == Kind::number || token.kind == Kind::semicolon;
  }

  /// Nothing for a column that has other things than numbers of the total's kind.
  std::optional<Told> sum_of(const TableNumbers& numbers, std::uint32_t column, MentionId target) const {
    const Figure& stated = page_.figure(target);
    Told out;
    out.target = target;
    double low = 0.0;
    double high = 0.0;
    for (std::uint32_t row = 0; row < numbers.rows; ++row) {
      out.is_totalled = out.is_totalled || numbers.kinds[row] == RowKind::total;
      if (!numbers.is_plain(row)) continue;
      const std::size_t cell = numbers.index(row, column);
      if (numbers.has_unread[cell] || numbers.has_words(cell)) return std::nullopt;
      const MentionId id = numbers.cells[cell];
      if (id == nowhere) continue;
      if (!is_alike(page_.figure(id), stated)) return std::nullopt;
      const arithmetic::Extent extent = arithmetic::extent_of(page_.figure(id));
      out.terms.push_back(id);
      out.right += extent.value;
      low += extent.low;
      high += extent.high;
    }
    // A last row that sums up the ones above is a total, whatever it is called.
    if (out.terms.size() > fewest_told) {
      const arithmetic::Extent last = arithmetic::extent_of(page_.figure(out.terms.back()));
      if (low - last.low <= last.high && high - last.high >= last.low) {
        out.terms.pop_back();
        out.right -= last.value;
        low -= last.low;
        high -= last.high;
        out.is_totalled = true;
      }
    }
    if (out.terms.size() < fewest_told) return std::nullopt;
    const double unit = stated.unit.factor;
    out.right /= unit;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::verb;
    how.link.approximate = stated.approximate;
    out.agreement = arithmetic::agree(out.right, low / unit, high / unit, stated, how);
    return out;
  }
  static bool is_alike(const Figure& a, const Figure& b) {
    return a.unit.dimension.without_counts() == b.unit.dimension.without_counts() &&
           a.is_percent() == b.is_percent();
  }

  void tell(const Told& told) {
    const Figure& figure = page_.figure(told.target);
    const bool holds = told.agreement.holds;
    Derivation derivation;
    derivation.generator = Generator::total;
    derivation.target = told.target;
    derivation.line = page_.mentions[told.target].line;
    derivation.link.joint = arithmetic::Joint::verb;
    derivation.comparison.comparable = true;
    derivation.comparison.holds = holds;
    derivation.comparison.cost = told.agreement.cost;
    if (holds) derivation.comparison.supposed = arithmetic::one(told.agreement.supposition);
    derivation.comparison.right = told.right;
    derivation.comparison.ratio = told.right == 0.0 ? 0.0 : figure.number / told.right;
    derivation.comparison.width = (holds ? told.agreement.width : figure.shown) / std::abs(figure.number);
    derivation.surprise = surprise(figure, derivation.comparison.width);
    derivation.price = told.price;
    derivation.is_cued = told.is_named;
    const bool is_near = std::abs(derivation.comparison.ratio - 1.0) < near_ratio;
    // Far from a total that stands in the table it is the total of something else: a budget.
    if (!holds && told.is_totalled && !is_near) return;
    derivation.not_meant = named_not_meant + (is_near ? near_by : 0.0F) +
                           each_confirmed * std::min(told.kept, 2.0F) -
                           (told.terms.size() == fewest_told ? of_two_terms : 0.0F);
    if (holds && derivation.evidence() <= 0.0F) return;
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    derivation.root = add_sum(page_, told.terms);
    out_.push_back(derivation);
  }

  Page& page_;
  const std::vector<WrittenChain>& chains_;
  std::vector<Derivation>& out_;
  std::vector<Told> told_;
};

}  // namespace

void column_sums_told(Page& page, const std::vector<WrittenChain>& chains, std::vector<Derivation>& out) {
  ColumnSumsTold(page, chains, out).run();
}

}  // namespace reckon::derive

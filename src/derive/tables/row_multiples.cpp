// SPDX-License-Identifier: MIT
#include "derive/tables/row_multiples.hpp"

#include "arithmetic/agree.hpp"
#include "derive/search/surprise.hpp"
#include "derive/tables/header_names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Operation;

constexpr std::uint32_t most_rows = 40;
constexpr std::uint32_t most_columns_compared = 12;
constexpr std::uint32_t rows_above = 5;
constexpr float price_of_labels = 1.0F;
/// How dear it is that numbers do not multiply as their labels do: lengths of time, or anything else.
constexpr float by_time = 8.0F;
constexpr float by_count = 4.0F;
/// More for each other number of the column, or of the row, that does.
constexpr float each_of_column = 2.0F;
constexpr float each_of_row = 1.0F;
/// What agreement must be worth to show that a column does.
constexpr float tells = 5.0F;
/// A month has 30 days or a twelfth of a year, a year 365, 360 or 365.25 days.
constexpr double by_calendar = 0.05;
constexpr std::array years{1.0, 360.0 / 365, 365.0 / 360, 30.4375 / 30, 30 / 30.4375, 365.25 / 365};

/// What a label says besides its words.
struct Label {
  std::vector<std::string> words;
  double time = 0.0;  ///< seconds of "per day", "30 days"; 0 for none
  std::vector<MentionId> counts;
  bool goes_on = false;  ///< "… a second": the words above
};

/// How two labels differ.
struct Times {
  double ratio = 1.0;
  float not_meant = 0.0F;
  bool is_of_months = false;
};

class RowMultiples {
 public:
  RowMultiples(Page& page, const TableNumbers& table, std::size_t first, std::vector<Derivation>& out)
      : page_(page), table_(table), out_(out) {
    for (std::size_t i = first; i < out.size(); ++i) {
      if (out[i].holds()) derived_.push_back(out[i].target);
    }
    std::sort(derived_.begin(), derived_.end());
  }

  void run() {
    for (std::uint32_t row = 0; row < table_.rows; ++row) labels_.push_back(label_of(table_.labels[row]));
    for (std::uint32_t row = 1; row < table_.rows; ++row) pair(row);
    for (const Pair& one : pairs_) tell(turned(one));
  }

 private:
  /// A number that should be so many times the one above it.
  struct Pair {
    std::uint32_t row = 0;
    std::uint32_t above = 0;
    std::uint32_t column = 0;
    Times times;
    double right = 0.0;  ///< in the unit of the number
    arithmetic::Agreement agreement;
    bool is_proof = false;
  };

  [[nodiscard]] std::optional<Label> label_of(LineId label) {
    if (label == nowhere) return std::nullopt;
    Label out;
    std::string text(page_.lines[label].plain().text);
    if (!take_numbers(page_.lines[label], text, out)) return std::nullopt;
    for (const std::string_view dots : {"...", "\xE2\x80\xA6"}) {
      if (!text.starts_with(dots)) continue;
      out.goes_on = true;
      text.replace(0, dots.size(), dots.size(), ' ');
    }
    return take_words(text, out) ? std::optional(out) : std::nullopt;
  }
  /// Leaves the words.
  bool take_numbers(const Line& line, std::string& text, Label& into) const {
    for (MentionId m = line.first_mention; m < line.end_mention; ++m) {
      const Figure& figure = page_.figure(m);
      const units::Dimension kind = figure.unit.dimension.without_counts();
      const bool is_time = kind == units::axis(units::Axis::time);
      if (figure.name || figure.is_range() || !(figure.number > 0.0)) return false;
      if (is_time ? into.time > 0.0 : !kind.is_dimensionless() || figure.is_percent()) return false;
      if (is_time) into.time = figure.value();
      if (!is_time) into.counts.push_back(m);
      const arithmetic::Token& token = page_.token_of(m);
      std::fill(text.begin() + token.begin, text.begin() + token.end, ' ');
    }
    return true;
  }
  bool take_words(const std::string& text, Label& into) {
    HeaderName name = name_in(page_, text);
    // "hour", "day": nothing but a length of time.
    if (name.what.size() == 1 && into.time == 0.0 && into.counts.empty()) {
      const arithmetic::Period alone = period_named(page_, name.what.front());
      if (alone != arithmetic::Period::none) name = {{}, {}, alone};
    }
    if (name.period != arithmetic::Period::none) {
      if (into.time > 0.0) return false;
      into.time = arithmetic::seconds(name.period);
    }
    into.words = std::move(name.what);
    into.words.insert(into.words.end(), name.per.begin(), name.per.end());
    // "1", "2", "3" number the rows.
    return !into.words.empty() || std::all_of(into.counts.begin(), into.counts.end(),
                                              [this](MentionId id) { return page_.figure(id).has_unit(); });
  }

  /// With the nearest row above whose label differs in nothing but one number or length of time.
  void pair(std::uint32_t row) {
    for (std::uint32_t above = row; above-- > 0 && row - above <= rows_above;) {
      const auto times = differ(above, row);
      if (!times) continue;
      for (std::uint32_t column = 1; column < table_.columns; ++column) compare(above, row, column, *times);
      return;
    }
  }

  [[nodiscard]] std::optional<Times> differ(std::uint32_t above, std::uint32_t row) const {
    if (!labels_[above] || !labels_[row] || !table_.is_plain(above) || !table_.is_plain(row))
      return std::nullopt;
    const Label& a = *labels_[above];
    const Label& b = *labels_[row];
    const bool is_same = a.words == b.words || (b.goes_on && b.words.empty() && row == above + 1);
    if (!is_same || !says_the_same(above, row) || a.counts.size() != b.counts.size() ||
        (a.time > 0.0) != (b.time > 0.0))
      return std::nullopt;
    Times out;
    std::size_t differences = 0;
    if (a.time != b.time) {
      constexpr double month = 28 * 86400.0;
      out = {b.time / a.time, by_time, std::max(a.time, b.time) >= month};
      ++differences;
    }
    for (std::size_t i = 0; i < a.counts.size(); ++i) {
      const Figure& x = page_.figure(a.counts[i]);
      const Figure& y = page_.figure(b.counts[i]);
      if (x.number == y.number) continue;
      out = {y.number / x.number, by_count, false};
      ++differences;
    }
    return differences == 1 ? std::optional(out) : std::nullopt;
  }

  /// "By the minute", "by the hour": what else is said of a row makes it one of another kind.
  [[nodiscard]] bool says_the_same(std::uint32_t above, std::uint32_t row) const {
    for (std::uint32_t column = 1; column < table_.columns; ++column) {
      const LineId a = table_.words[table_.index(above, column)];
      const LineId b = table_.words[table_.index(row, column)];
      if (a != b &&
          (a == nowhere || b == nowhere || page_.lines[a].plain().text != page_.lines[b].plain().text))
        return false;
    }
    return true;
  }

  void compare(std::uint32_t above, std::uint32_t row, std::uint32_t column, const Times& times) {
    const MentionId from = table_.at(above, column);
    const MentionId to = table_.at(row, column);
    if (from == nowhere || to == nowhere) return;
    const Figure& before = page_.figure(from);
    const Figure& stated = page_.figure(to);
    const units::Dimension kind = stated.unit.dimension.without_counts();
    // A rate is one whatever the time, but for a label that is its unit.
    const auto is_plain = [&](MentionId id) {
      return page_.mentions[id].unit_from == UnitFrom::label ||
             page_.figure(id).unit.dimension == units::Dimension{};
    };
    const bool is_bare = is_plain(from) && is_plain(to) && !stated.is_percent();
    const bool is_rate = kind.of(units::Axis::time) < 0 || stated.period != arithmetic::Period::none;
    const bool is_alike = kind == before.unit.dimension.without_counts() && !is_rate && !stated.is_percent();
    if ((!is_bare && !is_alike) || !(before.number > 0.0) || !(stated.number > 0.0)) return;
    const double unit = is_bare ? 1.0 : before.unit.factor / stated.unit.factor;
    const double half = 0.5 * before.shown;
    Pair out{row, above, column, times, 0.0, {}, false};
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::colon;
    for (const double year : years) {
      const double scale = times.ratio * year * unit;
      const auto agreement = arithmetic::agree(before.number * scale, (before.number - half) * scale,
                                               (before.number + half) * scale, stated, how);
      if (year == 1.0 || agreement.holds) {
        out.right = before.number * scale;
        out.agreement = agreement;
      }
      if (agreement.holds || !times.is_of_months) break;
    }
    out.is_proof = out.agreement.holds && surprise(stated, width_of(out, stated)) >= tells;
    pairs_.push_back(out);
  }
  /// Where the row below goes on rightly, the first one of all is what was changed.
  [[nodiscard]] Pair turned(const Pair& one) const {
    const auto is_of = [&](std::uint32_t row, std::uint32_t Pair::*of) {
      return std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& other) {
        return other.column == one.column && other.*of == row && other.is_proof;
      });
    };
    const bool is_first = !one.agreement.holds && one.row > one.above && !is_of(one.above, &Pair::row) &&
                          !is_of(one.above, &Pair::above) && is_of(one.row, &Pair::above);
    if (!is_first) return one;
    Pair out = one;
    std::swap(out.row, out.above);
    out.times.ratio = 1.0 / one.times.ratio;
    const Figure& stated = page_.figure(table_.at(out.row, out.column));
    const Figure& from = page_.figure(table_.at(one.row, one.column));
    out.right = stated.number * from.number / one.right;
    return out;
  }
  static double width_of(const Pair& one, const Figure& stated) {
    return (one.agreement.holds ? one.agreement.width : stated.shown) / std::abs(stated.number);
  }

  void tell(const Pair& one) {
    const MentionId target = table_.at(one.row, one.column);
    if (std::binary_search(derived_.begin(), derived_.end(), target)) return;
    const auto proofs_of = [&](auto&& is_of) {
      return static_cast<float>(std::count_if(pairs_.begin(), pairs_.end(), [&](const Pair& other) {
        return &other != &one && other.is_proof && is_of(other);
      }));
    };
    const float column = proofs_of([&](const Pair& other) { return other.column == one.column; });
    const float row =
        proofs_of([&](const Pair& other) { return other.row == one.row && other.column != one.column; });
    const bool holds = one.agreement.holds;
    const bool may_fail = one.times.not_meant > by_count || column > 0.0F;
    if (!holds && (!may_fail || fails_in(one.column) > column + 1.0F)) return;
    const Figure& figure = page_.figure(target);
    const double ratio = figure.number / one.right;
    const bool is_repeated = figure.number == page_.figure(table_.at(one.above, one.column)).number;
    if (!holds && is_repeated) return;  // of each month, whichever column says so
    if (!holds && one.times.is_of_months && std::abs(ratio - 1.0) < by_calendar) return;
    Derivation derivation;
    derivation.generator = Generator::row;
    derivation.target = target;
    derivation.line = page_.mentions[target].line;
    derivation.comparison.comparable = true;
    derivation.comparison.holds = holds;
    derivation.comparison.cost = one.agreement.cost;
    derivation.comparison.right = one.right;
    derivation.comparison.ratio = ratio;
    derivation.comparison.width = width_of(one, figure);
    derivation.surprise = surprise(figure, derivation.comparison.width);
    derivation.price = price_of_labels;
    derivation.is_cued = true;
    derivation.not_meant =
        one.times.not_meant + each_of_column * std::min(column, 2.0F) + each_of_row * std::min(row, 2.0F);
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    write(one);
    derivation.root = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    out_.push_back(derivation);
  }
  [[nodiscard]] float fails_in(std::uint32_t column) const {
    return static_cast<float>(std::count_if(pairs_.begin(), pairs_.end(), [column](const Pair& other) {
      return other.column == column && !other.agreement.holds;
    }));
  }

  /// "30 × 36 GB", "24 GB ÷ 86,400".
  void write(const Pair& one) {
    const bool divides = one.times.ratio < 1.0;
    const double times = divides ? 1.0 / one.times.ratio : one.times.ratio;
    const std::uint32_t by = page_.constant(times, nowhere);
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    const arithmetic::Node factor{Operation::constant, false, by, 0, 0, 0};
    const arithmetic::Node number{Operation::figure, false, table_.at(one.above, one.column), 0, 0, 0};
    page_.nodes.push_back(divides ? number : factor);
    page_.nodes.push_back(divides ? factor : number);
    page_.nodes.push_back({divides ? Operation::divide : Operation::multiply, false, first, first + 1, 0, 0});
  }

  Page& page_;
  const TableNumbers& table_;
  std::vector<Derivation>& out_;
  std::vector<MentionId> derived_;  ///< ascending
  std::vector<std::optional<Label>> labels_;
  std::vector<Pair> pairs_;
};

}  // namespace

void row_multiples(Page& page, const TableNumbers& table, std::size_t first, std::vector<Derivation>& out) {
  if (table.rows <= most_rows && table.columns <= most_columns_compared)
    RowMultiples(page, table, first, out).run();
}

}  // namespace reckon::derive

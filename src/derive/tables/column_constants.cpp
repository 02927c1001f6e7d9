// SPDX-License-Identifier: MIT
#include "derive/tables/column_constants.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {
namespace {

using units::Dimension;

constexpr std::size_t most_stated = 40;
constexpr LineId lines_before = 10;
constexpr LineId lines_behind = 4;

/// Steps between prefixes and bits, and what a month or a year has by other conventions.
constexpr std::array known_numbers{8.0,  1.024, 1.048576, 1.073741824, 1000.0,        1024.0,
                                   12.0, 100.0, 3.6,      365.0 / 360, 730.0 / 720.0, 30.4375 / 30};
/// A header that names no period leaves it to the reader: an hour, a day, a week, months, years.
constexpr std::array known_periods{60.0,      3600.0,    86400.0,    604800.0,
                                   2592000.0, 2628000.0, 31536000.0, 31557600.0};

class Constants {
 public:
  Constants(const Page& page, const Grid& table) : page_(page), table_(table) {}

  std::vector<RuleConstant> run() {
    for (const double number : known_numbers) add(number, {});
    for (const double seconds : known_periods) {
      add(seconds, {});
      add(seconds, units::axis(units::Axis::time));
    }
    stated_in_table();
    stated_around();
    std::stable_sort(out_.begin(), out_.end(),
                     [](const RuleConstant& a, const RuleConstant& b) { return a.value < b.value; });
    return std::move(out_);
  }

 private:
  void add(double value, const Dimension& dimension, MentionId from = nowhere) {
    out_.push_back({value, dimension, from, false, may_grow_, false});
    out_.push_back({1.0 / value, Dimension{} / dimension, from, true, may_grow_, false});
  }

  void stated_in_table() {
    for (std::uint32_t column = 0; column < table_.columns; ++column) stated_in(table_.at(0, column));
  }

  /// The heading, the caption and what leads to the table; and the lines behind, up to the next heading.
  void stated_around() {
    const auto is_cell = [](LineId id) { return id != nowhere; };
    const auto first = std::find_if(table_.cells.begin(), table_.cells.end(), is_cell);
    const auto last = std::find_if(table_.cells.rbegin(), table_.cells.rend(), is_cell);
    if (first == table_.cells.end()) return;
    for (LineId id = *first; id-- > 0 && *first - id <= lines_before;) {
      if (page_.lines[id].table == 0) stated_in(id);
      if (page_.lines[id].seat == Seat::heading) break;
    }
    for (LineId id = *last + 1; id < page_.lines.size() && id - *last <= lines_behind; ++id) {
      if (page_.lines[id].seat == Seat::heading) break;
      if (page_.lines[id].table == 0) stated_in(id);
    }
  }

  void stated_in(LineId id) {
    if (id == nowhere) return;
    const Line& line = page_.lines[id];
    for (MentionId m = line.first_mention; m < line.end_mention && stated_ < most_stated; ++m) {
      const arithmetic::Figure& figure = page_.figure(m);
      if (figure.name || figure.is_range() || !(figure.value() > 0.0)) continue;
      ++stated_;
      may_grow_ = !figure.has_unit();
      if (figure.value() != 1.0) add(figure.value(), figure.unit.dimension.without_counts(), m);
      const double share = share_of(figure);
      if (!(share < 1.0)) continue;
      may_grow_ = true;
      add(1.0 + share, {});
      add(1.0 - share, {});
    }
  }

  /// Of "30 %" and of "30 % a year"; 1 for what is no percentage.
  static double share_of(const arithmetic::Figure& figure) {
    const double per_cent =
        figure.unit.factor *
        (figure.period == arithmetic::Period::none ? 1.0 : arithmetic::seconds(figure.period));
    return std::abs(per_cent - 0.01) < 1e-12 ? 0.01 * figure.number : 1.0;
  }

  const Page& page_;
  const Grid& table_;
  std::vector<RuleConstant> out_;
  std::size_t stated_ = 0;
  bool may_grow_ = false;
};

}  // namespace

std::vector<RuleConstant> constants_around(const Page& page, const Grid& table) {
  return Constants(page, table).run();
}

}  // namespace reckon::derive

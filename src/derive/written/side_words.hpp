// SPDX-License-Identifier: MIT
// What the words around a written side say: what it counts, of what it is said, whether another side tells
// the same quantity.
#pragma once

#include "derive/page/page.hpp"

#include <string>
#include <string_view>

namespace reckon::derive {

/// Bytes, money, time: what is the same whatever it is said of. A rate of things has a noun.
bool measures_something(const units::Dimension& kind);

class SideWords {
 public:
  SideWords(const Page& page, LineId line) : page_(page), line_(line) {}

  /// A content word behind a figure says what is counted. `behind`: the token.
  [[nodiscard]] bool has_noun(std::uint32_t behind) const;
  /// Whether two sides that begin with a figure can tell one quantity.
  [[nodiscard]] bool may_tell_one(const arithmetic::Side& left, const arithmetic::Side& right) const;
  /// "20,000 rows/s are 1.73 billion rows a day": the same things, over another period.
  /// `or_else`: behind "or" and the like the things need not be named again, "or 1.7 billion a day".
  [[nodiscard]] bool tells_rate_again(const arithmetic::Side& left, const arithmetic::Side& right,
                                      bool or_else) const;
  /// "2 GB/s, i.e. 16 Gbit/s": one in bytes and one in bits.
  [[nodiscard]] bool tells_data_again(const arithmetic::Side& left, const arithmetic::Side& right) const;
  /// "1 ETH", "50 mW": a short word with a capital behind a bare number may be a unit that nobody here knows;
  /// "" when there is none.
  [[nodiscard]] std::string_view unknown_unit(const arithmetic::Side& side) const;
  /// "4 GB + 6 GB each", "4 pods + 2 pods per zone": it may be said of the whole sum, and of how many is not
  /// known.
  [[nodiscard]] bool shares_out(const arithmetic::Side& side) const;
  /// "10 servers (32 cores × 2)": the calculation counts other things than the result beside it.
  [[nodiscard]] bool counts_others(const arithmetic::Side& calculation, const arithmetic::Side& result) const;
  /// "A 10 Gbps link (...)": one that can be had, and not what is needed.
  [[nodiscard]] bool is_size_of_thing(const arithmetic::Side& side) const;
  /// "500 rows × 20 columns = 40,000 tokens": every operand and the result say what they count, and the
  /// result counts something else.
  [[nodiscard]] bool counts_other(const arithmetic::Side& left, const arithmetic::Side& right) const;
  /// "600,000 ms (10 min)": a bracket behind a figure with nothing but another one in it.
  [[nodiscard]] bool fills_bracket(const arithmetic::Side& left, const arithmetic::Side& right) const;
  /// "from 3 KB", of a change.
  [[nodiscard]] bool is_origin(const arithmetic::Side& side) const;
  /// "If 12 × 5 > 60", "12 × 5 > 60?"
  [[nodiscard]] bool is_asked(const arithmetic::Side& side) const;
  /// "86.4M rows a day ... 86.4M × 34 B": the period of a rate that a bare operand repeats; none where
  /// another operand may convert it.
  [[nodiscard]] arithmetic::Period lent_period(const arithmetic::Side& side) const;
  /// "14.4 GB/day ... 14.4 × 7 × 3 = 302 GB": a bare operand repeats a number that has the result's unit.
  [[nodiscard]] bool says_again(const arithmetic::Side& side, MentionId target) const;

 private:
  [[nodiscard]] std::string_view compound_unit(std::uint32_t behind) const;
  /// What a figure counts: the first word of its unit, or the content word behind it; "" for none.
  [[nodiscard]] std::string noun(const arithmetic::Side& side) const;
  [[nodiscard]] std::string noun(const arithmetic::Node& node) const;
  /// "6 GB each", "6 GB per node"
  [[nodiscard]] bool is_each(const arithmetic::Node& node) const;
  /// "0.045 ms per ID" is said of one.
  [[nodiscard]] bool per_one(const arithmetic::Side& side) const;

  const Page& page_;
  LineId line_;
};

}  // namespace reckon::derive

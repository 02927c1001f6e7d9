// SPDX-License-Identifier: MIT
// What a total adds up: quantities of one kind, one below the other, in a column or in a list.
#pragma once

#include "document/equation.hpp"
#include "document/text.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::document {

class Sum {
 public:
  /// Adds a part; false when its label says that it is another view of the same thing ("per year", "peak",
  /// "of which") and no part.
  bool add(std::string_view label, const Text& quantity);
  /// A subtotal stands here: what follows is summed anew.
  void restart() { *this = {}; }
  /// The parts against a total; nothing when there are fewer than two, when they are not of one kind or when
  /// the label of the total says that it holds more than its parts ("with replication").
  [[nodiscard]] std::optional<Equation> compared_with(std::string_view label, const Text& total) const;

 private:
  Text line_;
  std::size_t parts_ = 0;
};

/// False for columns whose numbers do not add up: averages, percentiles, maxima, shares.
bool adds_up(std::string_view header);

/// The quantity that an equation in a cell or a line ends with.
std::optional<Text> result_of(const Text& text);

/// True when both sides have the same dimension apart from counts and, if so wanted, a power of time.
bool same_strict_dimension(const Side& a, const Side& b, bool but_for_time = false);

}  // namespace reckon::document

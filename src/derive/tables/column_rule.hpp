// SPDX-License-Identifier: MIT
// What a column of a table may obey.
#pragma once

#include "derive/page/page.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace reckon::derive {

/// What the other columns of a row come to, before a constant.
enum class Shape : std::uint8_t {
  product,   ///< columns multiplied, some perhaps divided by
  plus,      ///< a + b
  minus,     ///< a − b
  share,     ///< a ÷ the sum of a
  growth,    ///< the row above: the constant is the growth
  compound,  ///< the first row: the constant is the growth of one step
  running,   ///< the row above, and a
  all,       ///< the sum of all other columns
};

/// A column that takes part.
struct RuleTerm {
  std::uint32_t column = 0;
  bool divides = false;
};

/// What a rule multiplies by.
struct RuleConstant {
  double value = 1.0;
  units::Dimension dimension;
  MentionId from = nowhere;  ///< the number that states it
  bool divides = false;      ///< by that number
  bool may_grow = false;     ///< a bare number of the text, or a percentage that is added
  bool is_fitted = false;    ///< nothing but the rows says so
  bool is_unsaid = false;    ///< one of the period or unit that one side leaves out
};

inline constexpr std::size_t most_terms_of_rule = 3;

struct Rule {
  Shape shape = Shape::product;
  std::array<RuleTerm, most_terms_of_rule> terms{};
  std::uint32_t term_count = 0;
  RuleConstant constant;
  bool rounds_up = false;   ///< to whole things
  bool as_printed = false;  ///< a price is per unit of what is counted, whatever unit a row counts in
  bool is_rough = false;    ///< round numbers are meant, whatever they leave
  double spare = 0.0;       ///< things more than are needed
  std::vector<std::uint32_t> holds;
  std::vector<std::uint32_t> fails;
  std::uint32_t distinct = 0;   ///< rows that hold and are not alike
  std::uint32_t confirmed = 0;  ///< by other columns that grow alike
  float named = 0.0F;           ///< how dear it is that the words of the headers do not mean it
  float evidence = 0.0F;
  float price = 0.0F;

  [[nodiscard]] bool adds() const {
    return shape == Shape::plus || shape == Shape::minus || shape == Shape::running || shape == Shape::all ||
           shape == Shape::share;
  }
  [[nodiscard]] bool grows() const { return shape == Shape::growth || shape == Shape::compound; }
};

}  // namespace reckon::derive

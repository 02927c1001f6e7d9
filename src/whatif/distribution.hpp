// SPDX-License-Identifier: MIT
// An input that is not known but estimated, as it is typed:
//
//   varied := name "=" estimate
//   estimate := low ".." high                          lognormal, 90 % of the values between; both above zero
//             | ("lognormal" | "normal") "(" low ".." high ")"                    90 % of the values between
//             | "uniform" "(" low ".." high ")"                                   all values between
//             | "triangular" "(" low ".." [mode ".."] high ")"                    all values between
//             | "whole" "(" low ".." high ")"              the whole numbers of the unit, equally likely
#pragma once

#include "whatif/range.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::whatif {

enum class Shape : std::uint8_t { lognormal, normal, uniform, triangular, whole };

std::string_view name(Shape shape);

struct Distribution {
  Shape shape = Shape::lognormal;
  double low = 0.0;  ///< 5 % lie below it for lognormal and normal, nothing for the others
  double high = 0.0;
  double mode = 0.0;      ///< of triangular
  double location = 0.0;  ///< mean of the normal, or of the lognormal's logarithm
  double spread = 0.0;    ///< its standard deviation
  double step = 1.0;      ///< of whole: the unit that there are whole numbers of

  /// Whether a value is made from a number of the standard normal distribution, or from a uniform one.
  [[nodiscard]] bool is_of_normal() const { return shape == Shape::lognormal || shape == Shape::normal; }
};

/// The value that so large a part of all values does not exceed; 0 < probability < 1.
double quantile(const Distribution& distribution, double probability);
/// The part of all values that does not exceed the value.
double cumulative(const Distribution& distribution, double value);

/// An input, and how its values are distributed, in base units.
struct Varied {
  std::string name;                  ///< as Assignment
  std::vector<model::SlotId> slots;  ///< that take the value
  base::Span span;
  Distribution distribution;
};

/// `source` holds one. What is fitted to two quantiles is evaluated at them before it is used.
base::Result<Varied> read_varied(const check::Context& context, const base::Sources& sources,
                                 base::SourceId source);

}  // namespace reckon::whatif

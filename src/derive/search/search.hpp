// SPDX-License-Identifier: MIT
// Looks among candidates for the two or three that yield a number. What a choice of operands and operation
// costs is its share among all choices that fit the unit, so that the sum over all of them is one and an
// accident of b bits happens once in 2^b numbers.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/window.hpp"

#include <optional>
#include <vector>

namespace reckon::derive {

/// How often numbers come about in each way.
enum class Form : std::uint8_t { same, inverse, complement, product, quotient, sum, difference };
/// One operand, or two of one sentence taken together.
struct Term {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  units::Dimension dimension;
  std::uint32_t kind = 0;  ///< the number of its dimension in `Kinds`
  double weight = 0.0;     ///< of all of it
  std::uint32_t a = 0;     ///< candidate
  std::uint32_t b = nowhere;
  arithmetic::Operation operation = arithmetic::Operation::multiply;  ///< between a and b
  arithmetic::Operation change = arithmetic::Operation::figure;       ///< subtract: 1 − a, add: 1 + a
  bool anchored = false;  ///< one operand stands in the target's own sentence or row
};

struct Found {
  Term left;
  std::optional<Term> right;
  Form form = Form::same;
  arithmetic::Agreement agreement;
  double value = 0.0;
  float price = 0.0F;
  float surprise = 0.0F;
  [[nodiscard]] float evidence() const { return surprise - price - agreement.cost; }
};

/// The choice with most evidence, be it an accident; where several give the number, it has the evidence of
/// all. Bounded by the number of candidates.
std::optional<Found> search(const Page& page, const std::vector<Candidate>& candidates, MentionId target);

/// Evidence from which on what was found is no accident.
inline constexpr float least_found = 0.0F;

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// The quantity that a cell of a table starts with.
#pragma once

#include "base/source.hpp"
#include "document/text.hpp"
#include "units/read.hpp"

#include <optional>
#include <string>

namespace reckon::check {

struct LeadingQuantity {
  base::Span span;
  units::Stated stated;
  std::string text;         ///< as written
  bool is_operand = false;  ///< "16" in "16 × 3 GB": a part of a calculation, and nothing that is stated
};

std::optional<LeadingQuantity> leading_quantity(const base::Sources& sources, const document::Text& text);

/// What a quantity in running text may be.
units::Expectation prose();

}  // namespace reckon::check

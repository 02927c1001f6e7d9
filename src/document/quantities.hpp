// SPDX-License-Identifier: MIT
// Every quantity that a text mentions, with or without a label.
#pragma once

#include "base/source.hpp"
#include "document/text.hpp"
#include "units/quantity.hpp"

#include <string>
#include <vector>

namespace reckon::document {

struct Mention {
  units::Stated stated;
  base::Span span;
  std::string label;  ///< of a line that gives this one number a name: "average photo"
  std::string noun;   ///< what is counted: the unit and the words behind it, plain: "requests per user"
};

/// In order. Numbers that are no quantities (dates, versions, addresses) are left out.
std::vector<Mention> quantities_in(const Text& text);

/// The words behind a quantity that ends at `end`, up to where a clause ends, plain, and its unit in front.
std::string noun_behind(const Text& text, std::size_t end, const units::Stated& stated);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// What was read from a document: claims with their places, and what stands around them.
#pragma once

#include "base/source.hpp"
#include "check/claim.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace reckon::check {

/// A row of a table, or one list item: claims that stand together explain each other.
struct Group {
  std::size_t table = 0;            ///< counted from 1; 0 in text
  std::string label;                ///< "CPU cores"
  std::vector<std::size_t> claims;  ///< indices into Collected::claims
};

/// Something number-like that could not be read as what its place demands.
struct Unreadable {
  base::Span span;
  std::string pointer;
  std::string why;
};

struct Collected {
  std::vector<Claim> claims;  ///< in document order
  std::vector<Group> groups;
  std::vector<Unreadable> unreadable;
};

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// What was read from a document: claims with their places, and what stands around them.
#pragma once

#include "base/source.hpp"
#include "check/claims.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reckon::check {

/// A row of a table, or one list item: claims that stand together explain each other.
struct Group {
  std::uint32_t table = 0;  ///< counted from 1; 0 in text
  std::uint32_t first = 0;  ///< its claims are [first, end) of Collected::claims, under one label
  std::uint32_t end = 0;
};

/// Something number-like that could not be read as what its place demands.
struct Unreadable {
  base::Span span;
  std::string pointer;
  std::string why;
};

struct Collected {
  Claims claims;  ///< in document order
  std::vector<Group> groups;
  std::vector<Unreadable> unreadable;
};

}  // namespace reckon::check

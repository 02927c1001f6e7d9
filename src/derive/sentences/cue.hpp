// SPDX-License-Identifier: MIT
// Whether words say that a number follows from what stands before it, and how much it says so.
#pragma once

#include "derive/page/page.hpp"

#include <cstdint>

namespace reckon::derive {

enum class Cue : std::uint8_t {
  none,
  serves,   ///< any other verb: "serves 6,000 requests/s"
  is,       ///< "is", "are"
  colon,    ///< "fail: 10,000 retries"
  or_else,  ///< "or"
  needs,    ///< "needs", "requires"
  leads,    ///< "so we plan 8": a word between that may tell a choice
  so,       ///< "so", "thus", "i.e."
  takes,    ///< "takes", "becomes", "leaves"
  makes,    ///< "makes", "comes to"
  in_all,   ///< "in all", "together"
  equals,   ///< a sign
  points,   ///< any other sign, or what is allowed: nothing that it must be
};

Cue cue_of(const Page& page, MentionId id);

/// A relation, a leap or a total right before a number.
bool is_said_to_follow(const Page& page, MentionId id);

}  // namespace reckon::derive

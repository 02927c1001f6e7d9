// SPDX-License-Identifier: MIT
// The measures of a sentence in their order: its numbers, and what only words tell: how often something
// happens ("twice a day", "every 10 s"), for how long ("over a week"), and of what one thing a number is
// said ("a worker handles 350 jobs a minute").
#pragma once

#include "derive/page/words.hpp"
#include "derive/search/ways.hpp"

#include <vector>

namespace reckon::derive {

struct Measure {
  Operand operand;
  std::uint32_t token = 0;     ///< where it stands
  std::vector<WordId> of_one;  ///< what it is said of one of
  bool is_of_each = false;     ///< "2 KB each", "each with a blob of 2 KB": of all that were just counted
  bool counts_them = false;    ///< "2 million of them"
};

struct Measures {
  std::vector<Measure> all;
  bool is_readable = true;  ///< no range, nothing below zero
};

/// Linear in the sentence. Adds how often to the constants of the page.
Measures measures_of(Page& page, const Naming& naming, const Sentence& sentence);

/// What says that a product or a quotient of measures is meant, beside their units.
enum class Tie : std::uint8_t {
  none,
  loose,    ///< "2 KB each" and a number of anything; so many at so many a second
  often,    ///< how often each of them does it
  by_name,  ///< what one is said of one of, another or the result counts
};
Tie tie_of(const Page& page, const Naming& naming, const std::vector<Measure>& measures, MentionId target);

/// Whether nouns name what a measure is said of one of.
bool counts_one(Words nouns, const std::vector<WordId>& of_one);

}  // namespace reckon::derive

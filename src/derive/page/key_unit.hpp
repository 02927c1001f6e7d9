// SPDX-License-Identifier: MIT
// The unit that a key says: `auditGBPerDay` is in GB a day, `retention.ms` in milliseconds. A period by
// itself is a unit only in the plural: `retentionDays`, not `peakDay`.
#pragma once

#include "arithmetic/figure.hpp"
#include "derive/page/page.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace reckon::derive {

struct KeyUnit {
  arithmetic::Figure unit;
  /// Its words, as indices of the key's.
  std::size_t first = 0;
  std::size_t end = 0;
};

/// Of the words of a key (derive/page/key_words.hpp).
std::optional<KeyUnit> unit_of_key(Page& page, const std::vector<std::string_view>& words);

/// The last key on the way to a value: the last segment of its pointer that is no index.
std::string_view last_key(std::string_view pointer);

/// The identifier that a text sets to a number: `retention.ms=604800000`, "max_size: 12". Empty where an
/// ordinary word or nothing stands there.
std::string_view key_in_front(const Page& page, const Line& line, MentionId id);

/// The key of a mention, empty where it has none.
std::string_view key_of(const Page& page, MentionId id);

/// Gives the line's bare numbers the units of their keys.
void apply_key_units(Page& page, const Line& line);

/// What a comment says that follows a value on its line; empty where none does. `behind`: the rest of its
/// line.
std::string_view remark_of(std::string_view behind);

/// Gives a bare value the unit that a remark behind it says and nothing else: `replayRate: 3000  # edits/s`.
/// `behind`: the rest of its line in the source.
void apply_remark_unit(Page& page, const Line& line, std::string_view behind);

}  // namespace reckon::derive

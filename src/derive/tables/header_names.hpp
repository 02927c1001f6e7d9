// SPDX-License-Identifier: MIT
// What a header calls its column: "Requests per user per day" is requests, per user, per day.
#pragma once

#include "derive/page/page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::derive {

/// Words are stems; what stands in brackets is left out.
struct HeaderName {
  std::vector<std::string> what;
  std::vector<std::string> per;                          ///< of each "per" the noun, but for a period
  arithmetic::Period period = arithmetic::Period::none;  ///< "per day", "monthly"

  [[nodiscard]] bool calls(const std::string& word) const;
};

/// A content word, or "mean", which concludes in a sentence.
bool names_a_quantity(arithmetic::Role role, const std::string& stem);

/// "Second", "d", "month"; none for what is no period.
arithmetic::Period period_named(Page& page, const std::string& word);

/// Of all words of a text without numbers.
HeaderName name_in(Page& page, std::string_view text);

/// Without words where the header has numbers, which may be a case of its own.
HeaderName header_name(Page& page, LineId header);

}  // namespace reckon::derive

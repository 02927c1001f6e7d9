// SPDX-License-Identifier: MIT
// What `reckon claims` prints: every claim with its meaning, then what looks like a number and is in none,
// with the reason. The schema of the JSON form is docs/schemas/claims.json.
#pragma once

#include "check/unread.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace reckon::report {

struct UnreadRow {
  Location at;
  std::string text;
  std::string reason;  ///< its id in the table of reasons
  std::string why;
  bool may_be_quantity = true;
};

struct ClaimsPage {
  std::string version;
  std::vector<RunRow> diagnostics;
  std::vector<ClaimRow> claims;
  std::vector<UnreadRow> unread;
  std::size_t more = 0;       ///< not read and not listed
  std::size_t in_claims = 0;  ///< numbers

  struct Totals {
    std::size_t not_read = 0;
    std::size_t look_alikes = 0;
  };
  [[nodiscard]] Totals totals() const;
};

/// `numbers[i]` belongs to `reviews[i]`. A claim about nothing that the model knows stands among what was
/// not read, with the reason.
ClaimsPage claims_page(const base::Sources& sources, const std::vector<check::Review>& reviews,
                       const std::vector<check::Numbers>& numbers, std::string version);

/// What only looks like a number comes behind the rest, under a title of its own.
/// "12 numbers: 5 read in claims, 7 not read; 2 only look like one" is the last line.
std::string print_claims_text(const ClaimsPage& page);
std::string print_claims_json(const ClaimsPage& page);

}  // namespace reckon::report

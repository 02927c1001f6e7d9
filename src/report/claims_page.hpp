// SPDX-License-Identifier: MIT
// What `reckon claims` prints: every claim that has a name, then every number with what became of it: an
// input, explained and by what, or not. The schema of the JSON form is docs/schemas/claims.json.
#pragma once

#include "report/report.hpp"
#include "report/write.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::report {

struct NumberRow {
  Location at;
  std::string text;
  std::string_view fate;
  std::string generator;  ///< "" for an input
  std::string by;         ///< the calculation
  Location by_at;
  double evidence = 0.0;  ///< bits
};

struct ClaimsPage {
  std::string version;
  std::vector<RunRow> diagnostics;
  std::vector<ClaimRow> claims;
  std::vector<NumberRow> numbers;

  [[nodiscard]] std::size_t count(std::string_view fate) const;
};

ClaimsPage claims_page(const base::Sources& sources, const std::vector<check::Review>& reviews,
                       std::string version);

/// "12 numbers: 5 input, 6 explained, 1 unexplained" is the last line.
void print_claims_text(const ClaimsPage& page, const Write& write);
void print_claims_json(const ClaimsPage& page, const Write& write);

}  // namespace reckon::report

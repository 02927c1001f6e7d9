// SPDX-License-Identifier: MIT
// The result of checking one response: every claim with its verdict, and the findings worth telling.
#pragma once

#include "base/source.hpp"
#include "check/claim.hpp"
#include "check/collected.hpp"
#include "check/context.hpp"
#include "check/derived_claims.hpp"
#include "check/finding.hpp"
#include "check/verdict.hpp"
#include "document/document.hpp"

#include <cstddef>
#include <vector>

namespace reckon::check {

struct Summary {
  std::size_t numbers = 0;    ///< read
  std::size_t explained = 0;  ///< that something yields
  std::size_t claims = 0;
  std::size_t recomputed = 0;
  std::size_t consistent = 0;  ///< consistent, rounded or plausible
  std::size_t wrong = 0;
  std::size_t open = 0;
  std::size_t unreadable = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
};

struct Review {
  base::SourceId source = 0;
  Context context;                    ///< with everything that was in force
  std::vector<Claim> claims;          ///< in document order
  std::vector<Judgement> judgements;  ///< one per claim
  std::vector<NumberFate> numbers;    ///< every number that was read, and what became of it
  std::vector<Unreadable> unreadable;
  std::vector<Finding> findings;  ///< by place, then rule
  Summary summary;
};

/// Collects, binds, recomputes and judges one document.
Review review(const base::Sources& sources, const document::Document& read, Context context);

}  // namespace reckon::check

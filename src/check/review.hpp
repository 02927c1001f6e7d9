// SPDX-License-Identifier: MIT
// The result of checking one response: every claim with its verdict, and the findings worth telling.
#pragma once

#include "base/source.hpp"
#include "check/claims.hpp"
#include "check/collected.hpp"
#include "check/context.hpp"
#include "check/derived_claims.hpp"
#include "check/finding.hpp"
#include "check/verdict.hpp"
#include "document/document.hpp"

#include <cstddef>
#include <memory>
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

/// What was read and derived: claims and numbers are put together from it.
struct Read {
  document::Document document;
  derive::Derived derived;
};

struct Review {
  base::SourceId source = 0;
  Context context;  ///< with everything that was in force
  std::unique_ptr<const Read> read;
  Claims claims;    ///< in document order, with their verdicts
  Numbers numbers;  ///< every number that was read, and what became of it
  std::vector<Unreadable> unreadable;
  std::vector<Finding> findings;  ///< by place, then rule
  Summary summary;
};

/// How many of the findings are errors, warnings and notes.
void count_findings(const std::vector<Finding>& findings, Summary& summary);

/// Collects, binds, recomputes and judges one document. `sources` must outlive the result.
Review review(const base::Sources& sources, document::Document document, Context context);

}  // namespace reckon::check

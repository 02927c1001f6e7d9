// SPDX-License-Identifier: MIT
// The result of checking one response: every claim with its verdict, and the findings worth telling.
#pragma once

#include "base/diagnostic.hpp"
#include "check/claim.hpp"
#include "check/collect.hpp"
#include "check/context.hpp"
#include "document/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::check {

enum class Verdict {
  given,  ///< an input that the response states and that was taken
  consistent,
  rounded,
  plausible,
  too_small,
  too_large,
  contradicted,
  impossible,
  disagrees,
  inherited,
  open,
  unreadable,
  unbound,  ///< read, and about nothing that the model knows
};

std::string_view name(Verdict verdict);
bool is_wrong(Verdict verdict);

/// A named mistake that reproduces the stated number.
struct SlipFound {
  std::string id;
  std::string text;
};

/// What recomputing says about one claim.
struct Judgement {
  Verdict verdict = Verdict::unbound;
  std::optional<units::Interval> recomputed;  ///< base units; what can follow from the numbers in force
  std::optional<units::Interval> band;        ///< while open inputs roam over their plausible ranges
  std::optional<double> ratio;                ///< stated over recomputed
  std::string calculation;
  std::string convention;  ///< "holds with KB as 1024 bytes": why a number that is off is accepted
  std::vector<model::SlotId> missing;  ///< of an open claim
};

struct Finding {
  base::Diagnostic diagnostic;  ///< its code is the rule
  std::string pointer;
  std::optional<std::size_t> claim;
  std::string stated;
  std::string recomputed;
  std::optional<double> ratio;
  std::optional<SlipFound> slip;
  std::vector<std::string> to_be_right;
};

struct Summary {
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
  Context context;                            ///< with everything that was in force
  std::vector<Claim> claims;                  ///< in document order
  std::vector<Judgement> judgements;          ///< one per claim
  std::vector<document::Equation> equations;  ///< those that claims are steps of
  std::vector<Unreadable> unreadable;
  std::vector<Finding> findings;  ///< by place, then rule
  Summary summary;
};

/// Collects, binds, recomputes and judges one document.
Review review(const base::Sources& sources, const document::Document& document, Context context);

}  // namespace reckon::check

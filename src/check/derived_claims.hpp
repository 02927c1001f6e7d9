// SPDX-License-Identifier: MIT
// What was derived of a document (derive/derive.hpp) in the terms of a check: a claim and a verdict for each
// number that something yields, and what became of every number.
#pragma once

#include "check/claim.hpp"
#include "check/verdict.hpp"
#include "derive/derive.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

/// Appends the claims of what was derived, with their verdicts.
void add_derived_claims(const base::Sources& sources, const derive::Derived& derived,
                        std::vector<Claim>& claims, std::vector<Judgement>& judgements);

/// One number of the document.
struct NumberFate {
  base::Span span;
  std::string text;
  derive::Fate fate = derive::Fate::input;
  float evidence = 0.0F;
  std::string by;  ///< the calculation that yields it, or fails to
  base::Span by_span;
  std::string_view generator;  ///< "written", "" for an input
};

/// Every number that was read, in document order.
std::vector<NumberFate> fates(const base::Sources& sources, const derive::Derived& derived);

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// What was derived of a document (derive/derive.hpp) in the terms of a check: a claim and a verdict for each
// number that something yields, and what became of every number.
#pragma once

#include "base/by_index.hpp"
#include "check/claim.hpp"
#include "check/verdict.hpp"
#include "derive/derive.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

/// The number that a derivation speaks of, or the side that it should equal.
base::Span stated_at(const derive::Page& page, const derive::Derivation& derivation);
/// "table 1/row 2/column 3", a JSON pointer, "" in running text.
std::string pointer_of(const derive::Page& page, const derive::Line& line);

/// What a derivation, by its index, says of a number, as a claim.
Claim derived_claim(const base::Sources& sources, const derive::Derived& derived, std::uint32_t index);
Verdict derived_verdict(const derive::Derivation& derivation, derive::Fate fate);
Judgement derived_judgement(const base::Sources& sources, const derive::Derived& derived, std::uint32_t index,
                            const derive::Story& story);

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
class Numbers {
 public:
  Numbers() = default;
  /// Both must outlive it.
  Numbers(const base::Sources& sources, const derive::Derived& derived)
      : sources_(&sources), derived_(&derived) {}

  [[nodiscard]] std::size_t size() const { return derived_ == nullptr ? 0 : derived_->page.mentions.size(); }
  [[nodiscard]] NumberFate operator[](std::size_t index) const;
  [[nodiscard]] base::ByIndex<Numbers> begin() const { return {*this, 0}; }
  [[nodiscard]] base::ByIndex<Numbers> end() const { return {*this, size()}; }

 private:
  const base::Sources* sources_ = nullptr;
  const derive::Derived* derived_ = nullptr;
};

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// What in a document looks like a number and is in no claim, with the reason: the other half of `claims`.
// Not part of a check; it is worked out only for somebody who asks.
#pragma once

#include "check/review.hpp"
#include "check/unread_reason.hpp"
#include "document/document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace reckon::check {

struct Unread {
  base::Span span;  ///< with the unit or the word around it
  std::string text;
  UnreadReason reason = UnreadReason::alone;
  std::vector<std::string> details;
};

struct Numbers {
  std::vector<Unread> unread;  ///< in document order; each digit is in a claim or in exactly one of them
  std::size_t more = 0;        ///< as these, and not listed: nobody reads tens of thousands
  std::size_t in_claims = 0;   ///< numbers in claims: results, operands and what stands in their labels
};

/// A claim about nothing that the model knows: read, and not checked.
bool is_unbound(const Claim& claim);

/// `document` is what was reviewed. Linear in the document.
Numbers numbers(const base::Sources& sources, const document::Document& document, const Review& review);

}  // namespace reckon::check

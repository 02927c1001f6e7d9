// SPDX-License-Identifier: MIT
// The whole of reading a document's numbers: page -> generators -> stories.
#pragma once

#include "derive/judge/story.hpp"
#include "derive/written/written.hpp"
#include "document/document.hpp"

namespace reckon::derive {

struct Derived {
  Page page;
  std::vector<Calculation> calculations;
  std::vector<Derivation> derivations;
  Judged judged;
};

/// `sources` and `document` must outlive the result. Linear in the document.
Derived derive(const base::Sources& sources, const document::Document& document,
               std::optional<float> least_evidence = std::nullopt);

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// The document's own record of relations: where fifty of a kind hold, the fifty-first is meant as one; where
// most do not, it is the reader who takes them for relations.
#pragma once

#include "derive/derivation.hpp"

#include <array>
#include <vector>

namespace reckon::derive {

class TrackRecord {
 public:
  TrackRecord(const Page& page, const std::vector<Derivation>& derivations);

  /// Bits of doubt whether a relation that does not hold is meant as one.
  [[nodiscard]] float doubt_of(const Derivation& derivation) const;

 private:
  struct Count {
    std::uint32_t hold = 0;
    std::uint32_t fail = 0;
  };
  const Page& page_;
  std::array<Count, generators> counts_{};
};

}  // namespace reckon::derive

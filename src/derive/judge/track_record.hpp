// SPDX-License-Identifier: MIT
// The document's own record of relations: where fifty of a kind hold, the fifty-first is meant as one; where
// most do not, it is the reader who takes them for relations.
#pragma once

#include "derive/page/derivation.hpp"

#include <array>
#include <map>
#include <tuple>
#include <vector>

namespace reckon::derive {

class TrackRecord {
 public:
  TrackRecord(const Page& page, const std::vector<Derivation>& derivations);

  /// Bits of doubt whether a relation that does not hold is meant as one.
  [[nodiscard]] float doubt_of(const Derivation& derivation) const;
  /// Bits of trust: as many relations of its form hold in its column. Counted in public documents: outside of
  /// tables the record says nothing for a relation, of what fails there as much is read wrong as ever.
  [[nodiscard]] float trust_in(const Derivation& derivation) const;

 private:
  struct Count {
    std::uint32_t hold = 0;
    std::uint32_t fail = 0;
  };
  /// What is written in the same way: the generator, the joint, the last operator, the table and its column.
  using Form = std::tuple<Generator, arithmetic::Joint, arithmetic::Operation, std::uint32_t, std::uint32_t>;
  [[nodiscard]] Form form_of(const Derivation& derivation) const;

  const Page& page_;
  std::array<Count, generators> counts_{};
  std::map<Form, Count> forms_;
};

}  // namespace reckon::derive

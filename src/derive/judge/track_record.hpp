// SPDX-License-Identifier: MIT
// The document's own record of relations: where fifty of a kind hold, the fifty-first is meant as one; where
// most do not, it is the reader who takes them for relations.
#pragma once

#include "derive/page/derivation.hpp"

#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace reckon::derive {

/// Bits of doubt whether a row that leaves its table's rule by no slip is wrong, where the rule takes a
/// number from outside of the row.
float own_factor(const Page& page, const Derivation& derivation);

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
  /// The generator, in the whole document or in one table of it.
  using Scope = std::pair<Generator, std::uint32_t>;
  [[nodiscard]] Scope scope_of(const Derivation& derivation, bool is_own) const;
  [[nodiscard]] float shown_in(const Scope& scope) const;
  /// What is written in the same way: the generator, the joint, the last operator, the table and its column.
  using Form = std::tuple<Generator, arithmetic::Joint, arithmetic::Operation, std::uint32_t, std::uint32_t>;
  [[nodiscard]] Form form_of(const Derivation& derivation) const;

  const Page& page_;
  std::map<Scope, Count> counts_;
  std::map<Form, Count> forms_;
};

}  // namespace reckon::derive

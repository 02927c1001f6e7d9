// SPDX-License-Identifier: MIT
// How dear it is to say that what is written like a relation was not meant as one: by what joins the sides,
// by their words and units, and by the numbers beside them.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/written/side_words.hpp"

#include <cstddef>
#include <vector>

namespace reckon::derive {

/// "100.8 rounded up is 101" and "2^32" calculate as well as what has operators.
bool calculates(const Page& page, const arithmetic::Side& left, const arithmetic::Side& right,
                const arithmetic::Link& link);

/// "9.6, rounded up to 9": on the wrong side. Further up it may be rounded for a reason.
bool is_rounded_wrong(const Derivation& derivation);

/// Of the steps of one chain.
class Meant {
 public:
  /// `related`: mentions that some chain relates to another.
  Meant(const Page& page, const SideWords& words, LineId line, const arithmetic::Chain& chain,
        const std::vector<bool>& related);

  /// Bits; 0 where words or a form say that none is meant. `i` counts the chain's sides.
  [[nodiscard]] float not_meant(std::size_t i, const arithmetic::Side& left, const arithmetic::Side& right,
                                const Derivation& derivation) const;

 private:
  [[nodiscard]] bool means_nothing(const arithmetic::Side& left, const arithmetic::Side& right,
                                   const Derivation& derivation) const;
  [[nodiscard]] bool is_in_other_unit(const arithmetic::Side& left, const arithmetic::Side& right,
                                      const Derivation& derivation) const;
  [[nodiscard]] bool is_share_told(const arithmetic::Side& left, const arithmetic::Side& right,
                                   const Derivation& derivation) const;
  [[nodiscard]] bool may_convert(const arithmetic::Side& left, const Derivation& derivation) const;
  [[nodiscard]] float told_again(const arithmetic::Side& left, const arithmetic::Side& right,
                                 arithmetic::Joint joint) const;
  [[nodiscard]] float converted(const arithmetic::Side& left, const arithmetic::Side& right,
                                arithmetic::Joint joint, std::size_t strangers) const;
  [[nodiscard]] bool fits_unit(const arithmetic::Side& left, const Derivation& derivation) const;

  const Page& page_;
  const SideWords& words_;
  LineId line_;
  const arithmetic::Chain& chain_;
  const std::vector<bool>& related_;
};

}  // namespace reckon::derive

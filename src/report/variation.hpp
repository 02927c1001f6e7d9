// SPDX-License-Identifier: MIT
// What becomes of outputs while inputs vary, told for people, for spreadsheets and for programs.
#pragma once

#include "whatif/vary.hpp"

#include <string>

namespace reckon::report {

struct VariationHead {
  std::string version;
  std::uint64_t seed = 1;
  std::size_t columns = 80;  ///< of the terminal
  std::size_t details = 3;   ///< outputs of which text shows what moves them and how they are spread
};

std::string print_variation_text(const check::Context& context, const whatif::Estimates& estimates,
                                 const whatif::Variation& variation, const VariationHead& head);
/// RFC 4180: an output on a line, its quantiles in its own unit.
std::string print_variation_csv(const check::Context& context, const whatif::Variation& variation);
std::string print_variation_json(const check::Context& context, const whatif::Estimates& estimates,
                                 const whatif::Variation& variation, const VariationHead& head);

}  // namespace reckon::report

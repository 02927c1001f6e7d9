// SPDX-License-Identifier: MIT
#include "derive/judge/own_operands.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace reckon::derive {

bool uses_only(const Page& page, const Derivation& other, const std::vector<MentionId>& own) {
  const std::vector<MentionId> operands = operands_of(page, other);
  return !operands.empty() && std::includes(own.begin(), own.end(), operands.begin(), operands.end());
}

bool only_scales(const Page& page, const Derivation& other, const std::vector<MentionId>& own) {
  const std::vector<MentionId> operands = operands_of(page, other);
  if (operands.size() != own.size() + 1) return false;
  std::vector<MentionId> more;
  std::set_difference(operands.begin(), operands.end(), own.begin(), own.end(), std::back_inserter(more));
  if (more.size() != 1) return false;
  const arithmetic::Figure& figure = page.figure(more.front());
  return !figure.has_unit() && figure.number >= 10.0 &&
         std::pow(10.0, std::round(std::log10(figure.number))) == figure.number;
}

}  // namespace reckon::derive

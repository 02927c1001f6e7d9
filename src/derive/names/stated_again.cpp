// SPDX-License-Identifier: MIT
#include "derive/names/stated_again.hpp"

#include <algorithm>

namespace reckon::derive {

Derivation stated_again(Page& page, MentionId id, const std::vector<MentionId>& others, double value) {
  constexpr std::size_t most_places = 4;
  Derivation out;
  out.generator = Generator::repeated;
  out.target = id;
  out.line = page.mentions[id].line;
  out.first_node = static_cast<std::uint32_t>(page.nodes.size());
  for (std::size_t i = std::min(others.size(), most_places); i-- > 0;)
    page.nodes.push_back({arithmetic::Operation::figure, false, others[i], 0, 0, 0});
  out.root = static_cast<std::uint32_t>(page.nodes.size() - 1);
  const arithmetic::Figure& figure = page.figure(id);
  out.comparison.comparable = true;
  out.comparison.right = value / figure.unit.factor;
  out.comparison.ratio = figure.number / out.comparison.right;
  return out;
}

Derivation contradicted(Page& page, MentionId id, const std::vector<MentionId>& others, double value,
                        float bits) {
  Derivation out = stated_again(page, id, others, value);
  out.not_meant = bits;
  out.is_cued = true;
  return out;
}

}  // namespace reckon::derive

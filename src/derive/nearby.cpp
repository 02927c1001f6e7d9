// SPDX-License-Identifier: MIT
#include "derive/nearby.hpp"

#include "derive/search.hpp"

namespace reckon::derive {

void nearby(Page& page, const Windows& windows, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  for (MentionId target = 0; target < page.mentions.size(); ++target) {
    const arithmetic::Figure& figure = page.figure(target);
    if (!is_open[target] || figure.name || figure.number <= 0.0 || figure.is_range()) continue;
    const std::vector<Candidate> candidates = windows.around(target);
    const auto found = search(page, candidates, target);
    if (found && found->evidence() >= least_found) out.push_back(write(page, candidates, *found, target));
  }
}

}  // namespace reckon::derive

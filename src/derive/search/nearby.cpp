// SPDX-License-Identifier: MIT
#include "derive/search/nearby.hpp"

#include "derive/search/write_found.hpp"

#include <algorithm>
#include <utility>

namespace reckon::derive {
namespace {

/// What follows from each mention: it would be explained by its own result, turned round.
class Consequences {
 public:
  Consequences(const Page& page, const std::vector<Derivation>& derivations) {
    for (const Derivation& derivation : derivations) {
      if (derivation.target == nowhere) continue;
      for (const MentionId operand : operands_of(page, derivation))
        steps_.push_back({operand, derivation.target});
    }
    std::sort(steps_.begin(), steps_.end());
  }

  /// All that follow from a mention, as far as a reader looks, and it.
  [[nodiscard]] std::vector<MentionId> of(MentionId id) const {
    constexpr std::size_t most = 48;
    std::vector<MentionId> out{id};
    for (std::size_t at = 0; at < out.size() && out.size() < most; ++at) {
      const MentionId from = out[at];
      for (auto step = std::lower_bound(steps_.begin(), steps_.end(), Step{from, 0});
           step != steps_.end() && step->first == from; ++step) {
        if (std::find(out.begin(), out.end(), step->second) == out.end()) out.push_back(step->second);
      }
    }
    return out;
  }

 private:
  using Step = std::pair<MentionId, MentionId>;  ///< from an operand to what it yields
  std::vector<Step> steps_;                      ///< sorted
};

/// One of very many numbers below each other is given, or a rule of its column yields it: some others of its
/// row would yield any of them.
bool is_of_long_table(const Page& page, MentionId id) {
  constexpr std::uint32_t longest_table = 60;
  const Line& line = page.line_of(id);
  const bool is_whole_cell = line.end_mention - line.first_mention == 1;
  return is_whole_cell && line.table != 0 && page.tables[line.table - 1].rows > longest_table;
}

}  // namespace

void nearby(Page& page, const Windows& windows, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  Consequences consequences(page, out);
  for (MentionId target = 0; target < page.mentions.size(); ++target) {
    const arithmetic::Figure& figure = page.figure(target);
    if (!is_open[target] || figure.name || figure.number <= 0.0 || figure.is_range()) continue;
    if (is_of_long_table(page, target)) continue;
    std::vector<Candidate> candidates = windows.around(target);
    const std::vector<MentionId> results = consequences.of(target);
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& candidate) {
                                      return std::find(results.begin(), results.end(), candidate.mention) !=
                                             results.end();
                                    }),
                     candidates.end());
    const auto found = search(page, candidates, target);
    if (found && found->evidence() >= least_found) out.push_back(write(page, candidates, *found, target));
  }
}

}  // namespace reckon::derive

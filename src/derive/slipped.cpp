// SPDX-License-Identifier: MIT
#include "derive/slipped.hpp"

#include "derive/cue.hpp"
#include "derive/search.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;

/// What may be no relation at all ties nothing.
constexpr float least_tie = 4.0F;

/// What mending a number is worth to those that stand around it.
class Support {
 public:
  Support(const Page& page, const Windows& windows, const std::vector<float>& evidence)
      : page_(page), windows_(windows), evidence_(evidence) {}

  /// Bits that numbers of the same line or row, and the next lines, gain when `target` has another value.
  float of(MentionId target, double factor) const {
    constexpr float worth = 1.5F;  // less is an accident
    constexpr float most = 10.0F;
    float sum = 0.0F;
    for (const MentionId other : around(target)) {
      const Figure& figure = page_.figure(other);
      if (figure.name || figure.number <= 0.0 || figure.is_range()) continue;
      std::vector<Candidate> candidates = windows_.around(other);
      const auto mended = std::find_if(candidates.begin(), candidates.end(),
                                       [target](const Candidate& c) { return c.mention == target; });
      if (mended == candidates.end()) continue;
      mended->value *= factor;
      mended->low *= factor;
      mended->high *= factor;
      const auto index = static_cast<std::uint32_t>(mended - candidates.begin());
      const auto found = search(page_, candidates, other, no_slip());
      if (!found || found->evidence() < least_found || !uses(*found, index)) continue;
      const float gain = found->evidence() - std::max(evidence_[other], 0.0F);
      if (gain > worth) sum += std::min(gain, most);
    }
    return sum;
  }

 private:
  static bool uses(const Found& found, std::uint32_t candidate) {
    const auto in = [candidate](const Term& term) { return term.a == candidate || term.b == candidate; };
    return in(found.left) || (found.right && in(*found.right));
  }

  std::vector<MentionId> around(MentionId target) const {
    constexpr MentionId most = 16;
    std::vector<MentionId> out;
    const MentionId begin = target > most / 2 ? target - most / 2 : 0;
    const MentionId end = std::min<MentionId>(target + most, static_cast<MentionId>(page_.mentions.size()));
    for (MentionId id = begin; id < end; ++id) {
      if (id != target) out.push_back(id);
    }
    return out;
  }

  const Page& page_;
  const Windows& windows_;
  const std::vector<float>& evidence_;
};

/// All operands are numbers that somebody wrote: a period that a word may name supports no accusation.
bool is_told(const Found& found, const std::vector<Candidate>& candidates) {
  const auto is_written = [&](const Term& term) {
    return candidates[term.a].mention != nowhere &&
           (term.b == nowhere || candidates[term.b].mention != nowhere);
  };
  return is_written(found.left) && (!found.right || is_written(*found.right));
}

/// All operands stand in the number's own sentence.
bool is_anchored(const Found& found) {
  return found.left.anchored && (!found.right || found.right->anchored);
}

}  // namespace

namespace {

/// Mentions that words or signs relate: where the relation fails it is accused itself, and turned round it
/// says nothing new.
std::vector<bool> tied(const Page& page, const std::vector<Derivation>& derivations) {
  std::vector<bool> out(page.mentions.size(), false);
  for (const Derivation& derivation : derivations) {
    if (!derivation.is_cued || derivation.not_meant < least_tie) continue;
    if (derivation.target != nowhere) out[derivation.target] = true;
    for (const MentionId operand : operands_of(page, derivation)) out[operand] = true;
  }
  return out;
}

}  // namespace

void slipped(Page& page, const Windows& windows, const std::vector<bool>& is_open,
             const std::vector<float>& evidence, std::vector<Derivation>& out) {
  constexpr float explained = 3.0F;
  constexpr float follows = 3.0F;
  constexpr float may_follow = 0.5F;
  constexpr float hopeless = -9.0F;
  constexpr float least_support = 3.0F;
  const Support support(page, windows, evidence);
  const std::vector<bool> is_tied = tied(page, out);
  for (MentionId target = 0; target < page.mentions.size(); ++target) {
    const Figure& figure = page.figure(target);
    if (!is_open[target] || is_tied[target] || evidence[target] >= explained || figure.name ||
        figure.number <= 0.0 || figure.is_range())
      continue;
    if (figure.digits < 2 && !figure.has_unit()) continue;
    constexpr double availability = 0.95;  // its nines say nothing about others
    if (figure.is_percent() && figure.value() > availability && figure.value() < 1.0) continue;
    const std::vector<Candidate> candidates = windows.around(target);
    const auto found = search(page, candidates, target, slip_factors());
    if (!found || found->evidence() < hopeless || !is_told(*found, candidates)) continue;
    Derivation derivation = write(page, candidates, *found, target);
    derivation.comparison.holds = false;
    derivation.comparison.supposed = 0;
    derivation.is_cued = true;
    const bool is_said = is_said_to_follow(page, target) && is_anchored(*found);
    derivation.not_meant = is_said ? follows : may_follow;
    derivation.support = support.of(target, 1.0 / found->slip);
    // Position alone accuses nobody.
    if (!is_said && derivation.support < least_support) continue;
    out.push_back(derivation);
  }
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/judge/inherited.hpp"

#include <algorithm>
#include <map>

namespace reckon::derive {
namespace {

bool is_same_number(const arithmetic::Figure& a, const arithmetic::Figure& b) {
  return a.number == b.number && a.unit.factor == b.unit.factor && a.unit.dimension == b.unit.dimension &&
         a.has_unit();
}

/// What is wrong, by its number: it may be said again further on.
class Wrong {
 public:
  Wrong(const Page& page, const std::vector<Derivation>& derivations, const Judged& judged)
      : page_(page), derivations_(derivations), judged_(judged) {
    for (const Accusation& accusation : judged.weighed) {
      const MentionId target = accused_number(accusation, derivations);
      if (accusation.is_told && target != nowhere) add(target);
    }
  }

  [[nodiscard]] bool empty() const { return all_.empty(); }
  void add(MentionId id) { all_.emplace(page_.figure(id).number, id); }

  /// Whether `id` comes from something wrong by way of an operand.
  [[nodiscard]] bool yields(MentionId id, MentionId operand) const {
    const auto [first, last] = all_.equal_range(page_.figure(operand).number);
    return std::any_of(first, last, [&](const auto& one) {
      const MentionId accused = one.second;
      const bool is_it = accused == operand ||
                         (accused < operand && is_same_number(page_.figure(accused), page_.figure(operand)));
      // Turned round, it says nothing new.
      return is_it && !uses(page_, derivations_[judged_.stories[accused].by], id);
    });
  }

 private:
  const Page& page_;
  const std::vector<Derivation>& derivations_;
  const Judged& judged_;
  std::multimap<double, MentionId> all_;
};

}  // namespace

void mark_inherited(const Page& page, const std::vector<Derivation>& derivations, Judged& judged) {
  Wrong wrong(page, derivations, judged);
  if (wrong.empty()) return;
  for (MentionId id = 0; id < judged.stories.size(); ++id) {
    Story& story = judged.stories[id];
    if (story.fate != Fate::explained) continue;
    const std::vector<MentionId> operands = operands_of(page, derivations[story.by]);
    const bool starts_wrong = std::any_of(operands.begin(), operands.end(),
                                          [&](MentionId operand) { return wrong.yields(id, operand); });
    if (!starts_wrong) continue;
    story.fate = Fate::inherited;
    wrong.add(id);
  }
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/judge/inherited.hpp"

#include <algorithm>
#include <set>

namespace reckon::derive {
namespace {

bool is_same_number(const arithmetic::Figure& a, const arithmetic::Figure& b) {
  return a.number == b.number && a.unit.factor == b.unit.factor && a.unit.dimension == b.unit.dimension &&
         a.has_unit();
}

std::set<MentionId> accused_numbers(const std::vector<Derivation>& derivations, const Judged& judged) {
  std::set<MentionId> out;
  for (const Accusation& accusation : judged.weighed) {
    const MentionId target = accused_number(accusation, derivations);
    if (accusation.is_told && target != nowhere) out.insert(target);
  }
  return out;
}

}  // namespace

void mark_inherited(const Page& page, const std::vector<Derivation>& derivations, Judged& judged) {
  std::set<MentionId> wrong = accused_numbers(derivations, judged);
  if (wrong.empty()) return;
  for (MentionId id = 0; id < judged.stories.size(); ++id) {
    Story& story = judged.stories[id];
    if (story.fate != Fate::explained) continue;
    const std::vector<MentionId> operands = operands_of(page, derivations[story.by]);
    const auto comes_from = [&](MentionId operand, MentionId accused) {
      // Turned round, it says nothing new.
      if (uses(page, derivations[judged.stories[accused].by], id)) return false;
      return accused == operand ||
             (accused < operand && is_same_number(page.figure(accused), page.figure(operand)));
    };
    const bool starts_wrong = std::any_of(operands.begin(), operands.end(), [&](MentionId operand) {
      return std::any_of(wrong.begin(), wrong.end(),
                         [&](MentionId accused) { return comes_from(operand, accused); });
    });
    if (!starts_wrong) continue;
    story.fate = Fate::inherited;
    wrong.insert(id);
  }
}

}  // namespace reckon::derive

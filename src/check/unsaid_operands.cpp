// SPDX-License-Identifier: MIT
#include "check/unsaid_operands.hpp"

#include "check/scenario.hpp"

#include <algorithm>

namespace reckon::check {

using model::SlotId;

bool denies_its_row(const Evidence& evidence, SlotId slot, const Claim& claim) {
  const auto& claims = evidence.collected.claims;
  const OwnNumbers own = own_numbers(evidence.context, claims, slot);
  const std::vector<SlotId> sources =
      model::sources_of(*evidence.context.model, without(own.scenario, slot), slot);
  const auto line = [&evidence](const Claim& of) {
    return evidence.sources.place(of.span.source, of.span.begin).line;
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim* const other = claims.whole(i);
    if (other != nullptr && other->slot && other->where == Where::table &&
        other->certainty == Certainty::sure && other->span != claim.span && line(*other) == line(claim) &&
        std::find(sources.begin(), sources.end(), *other->slot) != sources.end())
      return true;
  }
  return false;
}

bool rests_on_unsaid(const Evidence& evidence, SlotId slot) {
  const model::Model& model = *evidence.context.model;
  const OwnNumbers own = own_numbers(evidence.context, evidence.collected.claims, slot);
  const std::vector<SlotId> sources = model::sources_of(model, without(own.scenario, slot), slot);
  const bool answers = evidence.context.prompt != nullptr;
  return std::any_of(sources.begin(), sources.end(), [&](SlotId id) {
    const model::Slot& source = model.slot(id);
    const bool is_guess = !answers && !own.scenario[id] && source.fallback && source.range;
    return is_guess || is_example(own.scenario[id]);
  });
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "check/bind.hpp"

#include "check/judge.hpp"
#include "check/labels.hpp"
#include "model/run.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace reckon::check {
namespace {

using model::SlotId;
using model::SlotKind;

bool is_input(const model::Slot& slot) {
  return slot.kind == SlotKind::input;
}

/// "+60 %" is a change and "2x" a multiple: neither says how much there is of something.
bool is_relative(const Claim& claim) {
  return claim.text.starts_with('+') || claim.unit_text == "x" || claim.unit_text == "×";
}

bool is_share(const Claim& claim) {
  return claim.stated.dimension.is_dimensionless() && claim.stated.unit.factor == 0.01;
}

/// In prose only time, data, money and length must agree; a counted axis that is written must be one of the
/// slot's ("100 TPS per pod" is no request rate).
bool may_state(const Claim& claim, const units::Dimension& wanted) {
  const units::Dimension& written = claim.stated.dimension;
  if (is_relative(claim) || (is_share(claim) && !wanted.is_dimensionless())) return false;
  if (written.without_counts() != wanted.without_counts()) return false;
  for (std::size_t axis = units::strict_axis_count; axis < units::axis_count; ++axis) {
    if (written.exponents[axis] != 0 && wanted.exponents[axis] == 0) return false;
  }
  return true;
}

/// The one slot whose label fits best, among those of a fitting dimension; nothing when two fit equally well.
struct Best {
  std::optional<SlotId> slot;
  LabelMatch match = LabelMatch::none;
};

Best best_by_label(const model::Model& model, const std::string& label, const Claim& claim) {
  Best best;
  std::size_t best_length = 0;
  bool tie = false;
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const model::Slot& slot = model.slot(id);
    if (slot.kind == SlotKind::link || !may_state(claim, slot.unit.dimension)) continue;
    for (const std::string& name : slot.labels) {
      const LabelMatch match = match_label(label, name);
      if (match == LabelMatch::none || match < best.match) continue;
      if (match > best.match || name.size() > best_length) {
        best = {id, match};
        best_length = name.size();
        tie = false;
      } else if (name.size() == best_length && best.slot != id) {
        tie = true;
      }
    }
  }
  return tie ? Best{} : best;
}

/// The input that an assumption is called by in the words of the prompt, or by the last part of its
/// identifier where no other input ends so: "hit ratio" for `cdn.hit_ratio`.
std::optional<SlotId> as_asked(const model::Model& model, const prompt::Prompt* prompt,
                               const std::string& label, const Claim& claim) {
  if (claim.role != Role::assumption) return std::nullopt;
  if (prompt != nullptr) {
    for (const prompt::Asked& asked : prompt->asks) {
      const auto slot = model::find_slot(model, asked.name);
      if (slot && plain_label(asked.phrase) == label && may_state(claim, model.slot(*slot).unit.dimension))
        return slot;
    }
  }
  std::optional<SlotId> found;
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const model::Slot& slot = model.slot(id);
    const std::string_view identifier = std::string_view(slot.name).substr(slot.name.rfind('.') + 1);
    if (!is_input(slot) || plain_label(identifier) != label || !may_state(claim, slot.unit.dimension))
      continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

/// The only input behind `output` that the claim may state.
std::optional<SlotId> only_input(const model::Model& model, SlotId output, const Claim& claim) {
  std::optional<SlotId> found;
  for (const SlotId id : model::sources_of(model, model::Scenario(model.slots.size()), output)) {
    if (!is_input(model.slot(id)) || !may_state(claim, model.slot(id).unit.dimension)) continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

void settle(Claim& claim, const model::Model& model, SlotId slot) {
  claim.slot = slot;
  claim.stated.dimension = model.slot(slot).unit.dimension;
}

/// "Now 80 cores, next year 128 cores": a row that gives one name two values speaks of two situations.
void release_alternatives(Collected& collected, const Group& group) {
  std::map<SlotId, std::size_t> first;
  std::set<SlotId> alternatives;
  for (const std::size_t index : group.claims) {
    const Claim& claim = collected.claims[index];
    if (!claim.slot) continue;
    const Claim& before = collected.claims[first.try_emplace(*claim.slot, index).first->second];
    if (compare(claim.stated, before.stated.interval).agreement == Agreement::none)
      alternatives.insert(*claim.slot);
  }
  for (const std::size_t index : group.claims) {
    Claim& claim = collected.claims[index];
    if (claim.slot && alternatives.count(*claim.slot) != 0) claim.slot.reset();
  }
}

void bind_group(Collected& collected, const Group& group, const model::Model& model,
                const prompt::Prompt* prompt) {
  std::optional<SlotId> output;
  std::vector<std::size_t> rest;
  for (const std::size_t index : group.claims) {
    Claim& claim = collected.claims[index];
    Best best = best_by_label(model, group.label, claim);
    if (best.match != LabelMatch::equal) {
      if (const auto slot = as_asked(model, prompt, group.label, claim)) best = {slot, LabelMatch::equal};
    }
    const bool fits_role = best.slot && (claim.role != Role::assumption || is_input(model.slot(*best.slot)));
    if (!fits_role) {
      rest.push_back(index);
      continue;
    }
    if (best.match == LabelMatch::contains && claim.where == Where::text) {
      rest.push_back(index);
      continue;
    }
    if (best.match != LabelMatch::equal) claim.certainty = Certainty::likely;
    settle(claim, model, *best.slot);
    if (!is_input(model.slot(*best.slot))) output = best.slot;
  }
  release_alternatives(collected, group);
  if (!output) return;
  for (const std::size_t index : rest) {
    Claim& claim = collected.claims[index];
    // A bare number has no dimension that could tell what it is.
    if (claim.role != Role::assumption || claim.unit_text.empty()) continue;
    const auto input = only_input(model, *output, claim);
    if (input) settle(claim, model, *input);
  }
}

std::string part_of(const model::Slot& slot) {
  return slot.name.substr(0, slot.name.rfind('.') + 1);
}

/// "Memory" alone may be anybody's: it is sure only beside another row about the same part of the system.
void doubt_generic_labels(Collected& collected, const model::Model& model) {
  const auto results_of = [&](const Group& group, const auto& visit) {
    for (const std::size_t index : group.claims) {
      Claim& claim = collected.claims[index];
      if (claim.slot && !is_input(model.slot(*claim.slot))) visit(claim);
    }
  };
  for (const Group& group : collected.groups) {
    if (group.table == 0 || group.label.find(' ') != std::string::npos) continue;
    results_of(group, [&](Claim& claim) {
      bool supported = false;
      for (const Group& other : collected.groups) {
        if (&other == &group || other.table != group.table) continue;
        results_of(other, [&](const Claim& beside) {
          supported = supported || part_of(model.slot(*beside.slot)) == part_of(model.slot(*claim.slot));
        });
      }
      if (!supported) claim.certainty = Certainty::likely;
    });
  }
}

/// What the slot is in the model settles what the claim is.
void settle_role(Claim& claim, const model::Model& model) {
  if (!claim.slot) return;
  if (!is_input(model.slot(*claim.slot))) {
    claim.role = Role::result;
  } else if (claim.role == Role::result ||
             (claim.role == Role::given && claim.where != Where::manifest && claim.where != Where::command)) {
    claim.role = Role::assumption;
  }
}

}  // namespace

void bind(Collected& collected, const model::Model& model, const prompt::Prompt* prompt) {
  for (const Group& group : collected.groups) bind_group(collected, group, model, prompt);
  doubt_generic_labels(collected, model);
  for (Claim& claim : collected.claims) settle_role(claim, model);
}

}  // namespace reckon::check

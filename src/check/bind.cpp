// SPDX-License-Identifier: MIT
#include "check/bind.hpp"

#include "check/judge.hpp"
#include "check/labels.hpp"
#include "model/run.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

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

/// What slots are called.
class Names {
 public:
  Names(const model::Model& model, const prompt::Prompt* prompt) {
    for (SlotId id = 0; id < model.slots.size(); ++id) {
      const model::Slot& slot = model.slot(id);
      if (slot.kind == SlotKind::link) continue;
      for (const std::string& name : slot.labels) labels_.add(name, id);
      if (is_input(slot)) identifiers_[plain_label(last_part(slot.name))].push_back(id);
    }
    if (prompt == nullptr) return;
    for (const prompt::Asked& asked : prompt->asks) {
      if (const auto slot = model::find_slot(model, asked.name))
        asked_[plain_label(asked.phrase)].push_back(*slot);
    }
  }

  /// Under one label.
  struct Called {
    std::vector<LabelIndex::Fit> by_label;
    std::vector<SlotId> as_asked;       ///< inputs that the prompt asks for in these words,
    std::vector<SlotId> by_identifier;  ///< inputs whose identifiers end so
    [[nodiscard]] bool empty() const { return by_label.empty() && as_asked.empty() && by_identifier.empty(); }
  };
  [[nodiscard]] Called called(const std::string& label) const {
    return {labels_.fitting(label), in(asked_, label), in(identifiers_, label)};
  }

 private:
  using Slots = std::unordered_map<std::string, std::vector<SlotId>>;
  static std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }
  static std::vector<SlotId> in(const Slots& slots, const std::string& label) {
    const auto found = slots.find(label);
    return found == slots.end() ? std::vector<SlotId>{} : found->second;
  }

  LabelIndex labels_;
  Slots asked_;
  Slots identifiers_;
};

/// The one slot whose label fits best, among those of a fitting dimension; nothing when two fit equally well.
struct Best {
  std::optional<SlotId> slot;
  LabelMatch match = LabelMatch::none;
};

Best best_by_label(const model::Model& model, const std::vector<LabelIndex::Fit>& fits, const Claim& claim) {
  Best best;
  std::size_t best_length = 0;
  bool tie = false;
  for (const LabelIndex::Fit& fit : fits) {
    if (fit.match < best.match || !may_state(claim, model.slot(fit.of).unit.dimension)) continue;
    if (fit.match > best.match || fit.length > best_length) {
      best = {fit.of, fit.match};
      best_length = fit.length;
      tie = false;
    } else if (fit.length == best_length && best.slot != fit.of) {
      tie = true;
    }
  }
  return tie ? Best{} : best;
}

/// The input that an assumption is called by in the words of the prompt, or by the last part of its
/// identifier where no other input ends so: "hit ratio" for `cdn.hit_ratio`.
std::optional<SlotId> as_asked(const model::Model& model, const Names::Called& called, const Claim& claim) {
  if (claim.role != Role::assumption) return std::nullopt;
  const auto may_be = [&](SlotId id) { return may_state(claim, model.slot(id).unit.dimension); };
  const auto asked = std::find_if(called.as_asked.begin(), called.as_asked.end(), may_be);
  if (asked != called.as_asked.end()) return *asked;
  const auto& others = called.by_identifier;
  const auto first = std::find_if(others.begin(), others.end(), may_be);
  const bool is_only = first != others.end() && std::none_of(first + 1, others.end(), may_be);
  return is_only ? std::optional(*first) : std::nullopt;
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
void release_alternatives(std::vector<Claim>& claims) {
  std::map<SlotId, const Claim*> first;
  std::set<SlotId> alternatives;
  for (const Claim& claim : claims) {
    if (!claim.slot) continue;
    const Claim& before = *first.try_emplace(*claim.slot, &claim).first->second;
    if (compare(claim.stated, before.stated.interval).agreement == Agreement::none)
      alternatives.insert(*claim.slot);
  }
  for (Claim& claim : claims) {
    if (claim.slot && alternatives.count(*claim.slot) != 0) claim.slot.reset();
  }
}

/// The claims of one group; tells which have been about something of the model, if only for a while.
std::vector<bool> bind_claims(std::vector<Claim>& claims, const model::Model& model,
                              const Names::Called& called) {
  std::vector<bool> is_about(claims.size(), false);
  std::optional<SlotId> output;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    Best best = best_by_label(model, called.by_label, claim);
    if (best.match != LabelMatch::equal) {
      if (const auto slot = as_asked(model, called, claim)) best = {slot, LabelMatch::equal};
    }
    const bool fits_role = best.slot && (claim.role != Role::assumption || is_input(model.slot(*best.slot)));
    if (!fits_role || (best.match == LabelMatch::contains && claim.where == Where::text)) continue;
    if (best.match != LabelMatch::equal) claim.certainty = Certainty::likely;
    settle(claim, model, *best.slot);
    is_about[i] = true;
    if (!is_input(model.slot(*best.slot))) output = best.slot;
  }
  release_alternatives(claims);
  if (!output) return is_about;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    // A bare number has no dimension that could tell what it is.
    if (is_about[i] || claim.role != Role::assumption || claim.unit_text.empty()) continue;
    const auto input = only_input(model, *output, claim);
    if (!input) continue;
    settle(claim, model, *input);
    is_about[i] = true;
  }
  return is_about;
}

void bind_group(Claims& claims, const Group& group, const model::Model& model, const Names& names) {
  const Names::Called called = names.called(claims.label(group.first));
  if (called.empty()) return;
  std::vector<Claim> of_group;
  for (std::uint32_t i = group.first; i < group.end; ++i) of_group.push_back(claims[i]);
  const std::vector<bool> is_about = bind_claims(of_group, model, called);
  for (std::uint32_t i = group.first; i < group.end; ++i) {
    if (is_about[i - group.first]) claims.edit(i) = std::move(of_group[i - group.first]);
  }
}

std::string part_of(const model::Slot& slot) {
  return slot.name.substr(0, slot.name.rfind('.') + 1);
}

/// "Memory" alone may be anybody's: it is sure only beside another row about the same part of the system.
void doubt_generic_labels(Collected& collected, const model::Model& model) {
  struct Result {
    std::uint32_t group;
    std::uint32_t claim;
    std::string part;
  };
  std::vector<Result> results;
  std::map<std::pair<std::uint32_t, std::string>, std::set<std::uint32_t>> groups_about;
  for (std::uint32_t g = 0; g < collected.groups.size(); ++g) {
    const Group& group = collected.groups[g];
    for (std::uint32_t i = group.first; group.table != 0 && i < group.end; ++i) {
      const Claim* claim = collected.claims.whole(i);
      if (claim == nullptr || !claim->slot || is_input(model.slot(*claim->slot))) continue;
      results.push_back({g, i, part_of(model.slot(*claim->slot))});
      groups_about[{group.table, results.back().part}].insert(g);
    }
  }
  for (const Result& result : results) {
    Claim& claim = collected.claims.edit(result.claim);
    const bool is_generic = claim.label.find(' ') == std::string::npos;
    const bool is_alone = groups_about[{collected.groups[result.group].table, result.part}].size() == 1;
    if (is_generic && is_alone) claim.certainty = Certainty::likely;
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
  const Names names(model, prompt);
  for (const Group& group : collected.groups) bind_group(collected.claims, group, model, names);
  doubt_generic_labels(collected, model);
  for (std::size_t i = 0; i < collected.claims.size(); ++i) {
    if (collected.claims.whole(i) != nullptr) settle_role(collected.claims.edit(i), model);
  }
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "check/scenario.hpp"

#include "check/judge.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

using model::Given;
using model::Provenance;

bool is_input_claim(const Claim& claim, const model::Model& model) {
  return claim.slot && claim.role != Role::equation && model.slot(*claim.slot).kind == model::SlotKind::input;
}

Provenance provenance_of(const Claim& claim) {
  if (claim.from_platform) return Provenance::platform;
  return claim.declares_variable ? Provenance::declared : Provenance::stated;
}

/// Lower speaks first.
int rank(const Claim& claim) {
  if (claim.from_platform) return 3;
  if (claim.declares_variable) return 0;
  return claim.certainty == Certainty::sure ? 1 : 2;
}

Given given_by(const Claim& claim) {
  Given given{claim.stated, provenance_of(claim),
              claim.pointer.empty() ? "stated in the response" : claim.pointer, claim.span};
  if (given.from == Provenance::platform) given.origin = "platform default";
  if (given.from == Provenance::declared) given.origin = "variable declared in the response";
  // What a response declares as a variable is exact, as any variable is.
  if (given.from == Provenance::declared) given.stated.interval = units::exactly(claim.stated.interval.value);
  return given;
}

/// Two manifests of one kind, or two elements of one list, speak of two things.
bool is_another_thing(const Claim& claim, const Claim& taken) {
  const bool in_data =
      claim.where == Where::response || claim.where == Where::manifest || claim.where == Where::command;
  return in_data && claim.where == taken.where;
}

bool agrees(const Claim& claim, const Given& given) {
  return compare(claim.stated, given.stated.interval).agreement != Agreement::none;
}

/// What the user, the prompt or the response itself laid down, as against what was merely assumed.
bool is_from_outside(const Given& given) {
  return given.from == Provenance::user || given.from == Provenance::variable ||
         given.from == Provenance::declared;
}

std::vector<std::size_t> inputs_by_rank(const Claims& claims, const model::Model& model) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims.whole(i) != nullptr && is_input_claim(*claims.whole(i), model)) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return rank(*claims.whole(a)) < rank(*claims.whole(b));
  });
  return out;
}

}  // namespace

model::Scenario without(model::Scenario scenario, model::SlotId slot) {
  scenario[slot].reset();
  return scenario;
}

bool is_example(const std::optional<Given>& given) {
  return given && given->from == Provenance::variable && !given->place;
}

void take_inputs(Context& context, Claims& claims) {
  std::vector<std::size_t> in_force(context.model->slots.size(), 0);
  for (const std::size_t index : inputs_by_rank(claims, *context.model)) {
    const Claim& claim = *claims.whole(index);
    auto& given = context.scenario[*claim.slot];
    Judgement& judgement = claims.judge(index);
    const bool speaks_first = claim.declares_variable || (rank(claim) == 1 && is_example(given));
    const bool replaces_example = given && given->from == Provenance::variable && speaks_first;
    if (!given || replaces_example) {
      given = given_by(claim);
      in_force[*claim.slot] = index;
      judgement.verdict = Verdict::given;
      continue;
    }
    const bool agreed = agrees(claim, *given);
    // The place makes the value visible in the response: labels can point there.
    if (agreed && !given->place) given->place = claim.span;
    if (is_from_outside(*given)) {
      judgement.verdict = agreed ? Verdict::consistent : Verdict::contradicted;
      judgement.recomputed = given->stated.interval;
      const double asked = given->stated.interval.value;
      if (asked != 0.0) judgement.ratio = claim.stated.interval.value / asked;
    } else {
      const bool excused =
          agreed || claim.from_platform || is_another_thing(claim, *claims.whole(in_force[*claim.slot]));
      judgement.verdict = excused ? Verdict::given : Verdict::disagrees;
    }
  }
}

OwnNumbers own_numbers(const Context& context, const Claims& claims, model::SlotId except) {
  OwnNumbers out{context.scenario, false};
  std::vector<bool> wrong(context.scenario.size(), false);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims.whole(i) == nullptr) continue;
    const Claim& claim = *claims.whole(i);
    const bool counts = claim.slot && claim.role == Role::result && claim.certainty == Certainty::sure &&
                        *claim.slot != except;
    if (!counts) continue;
    auto& given = out.scenario[*claim.slot];
    const bool is_wrong_now = is_wrong(claims.verdict(i));
    // Of two statements of one result the right one is what the author calculated with.
    if (given && (!wrong[*claim.slot] || is_wrong_now)) continue;
    given = Given{claim.stated, Provenance::stated,
                  claim.pointer.empty() ? "stated in the response" : claim.pointer, claim.span};
    wrong[*claim.slot] = is_wrong_now;
  }
  for (const model::SlotId id : model::sources_of(*context.model, out.scenario, except)) {
    out.is_wrong = out.is_wrong || wrong[id];
  }
  return out;
}

}  // namespace reckon::check

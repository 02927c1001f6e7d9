// SPDX-License-Identifier: MIT
#include "check/judge.hpp"

#include "formula/calculation.hpp"
#include "model/trail.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::check {
namespace {

using model::Scenario;
using model::SlotId;
using units::Interval;

constexpr double close_enough = 0.05;
constexpr double close_enough_if_approximate = 0.25;
/// Without a reserve among its inputs a need may still be met twice over (a spare of everything).
constexpr double spare_allowed = 2.0;

struct Convention {
  double ratio;
  units::Axis axis;  ///< the number must involve this axis
  std::string_view text;
};

constexpr std::array conventions{
    Convention{1.024, units::Axis::data, "holds with 1 KB = 1024 B"},
    Convention{1.048576, units::Axis::data, "holds with 1 MB = 1024² B"},
    Convention{1.073741824, units::Axis::data, "holds with 1 GB = 1024³ B"},
    Convention{1.099511627776, units::Axis::data, "holds with 1 TB = 1024⁴ B"},
    Convention{1.125899906842624, units::Axis::data, "holds with 1 PB = 1024⁵ B"},
    Convention{365.25 / 360.0, units::Axis::time, "holds with a month of 365.25/12 days"},
    Convention{365.0 / 360.0, units::Axis::time, "holds with a month of 365/12 days"},
    Convention{730.0 / 720.0, units::Axis::time, "holds with a month of 730 hours"},
    Convention{365.25 / 365.0, units::Axis::time, "holds with a year of 365.25 days"},
    Convention{100000.0 / 86400.0, units::Axis::time, "holds with 100,000 s a day"},
};

/// From here on a share is told by what is missing to 100 %: 99.8 % and 99.99 % are far apart.
constexpr double nearly_all = 0.99;

double distance(const units::Stated& stated, double right) {
  const double value = stated.interval.value;
  const bool is_share = stated.dimension.is_dimensionless() && right >= nearly_all && right < 1.0;
  return std::abs(value - right) / (is_share ? 1.0 - right : std::abs(right));
}

/// A bound is met when the recomputed value keeps to it; anything else is an interval.
Interval accepted(const units::Stated& stated) {
  Interval i = stated.interval;
  switch (stated.comparator) {
    case units::Comparator::less:
    case units::Comparator::at_most:
      i.low = std::min(i.low, 0.0);
      break;
    case units::Comparator::greater:
    case units::Comparator::at_least:
    case units::Comparator::equal:
      break;
  }
  return i;
}

/// Whether the model's own guesses are behind an output: defaults with a plausible range. A default without a
/// range is a constant.
bool rests_on_guesses(const model::Model& model, const Scenario& scenario, SlotId output) {
  const auto sources = model::sources_of(model, scenario, output);
  return std::any_of(sources.begin(), sources.end(), [&](SlotId id) {
    return !scenario[id] && model.slot(id).fallback && model.slot(id).range;
  });
}

struct Recomputation {
  std::optional<Interval> value;  ///< over the printed precision of what is given
  std::optional<Interval> band;   ///< over the plausible ranges of the rest
  bool has_guesses = false;
  bool has_reserve = false;
};

Recomputation recompute(const model::Model& model, const Scenario& scenario, SlotId output) {
  Recomputation out;
  const auto given = [&](SlotId id, double value) {
    return scenario[id] ? formula::as_operand(scenario[id]->stated) : units::exactly(value);
  };
  out.value = model::interval(model, scenario, output, given);
  if (!out.value) return out;
  out.has_guesses = rests_on_guesses(model, scenario, output);

  const auto roaming = [&](SlotId id, double value, bool with_reserve) {
    const model::Slot& slot = model.slot(id);
    Interval width = given(id, value);
    const bool roams = !scenario[id] || (with_reserve && slot.full);
    if (roams && slot.range) {
      out.has_reserve = out.has_reserve || slot.full.has_value();
      width = {std::min(slot.range->low, width.low), value, std::max(slot.range->high, width.high)};
    }
    return width;
  };
  // The least that can do: what is stated counts, a stated reserve too. The most that can be right: a reserve
  // may always be larger.
  const auto least =
      model::interval(model, scenario, output, [&](SlotId id, double v) { return roaming(id, v, false); });
  const auto most =
      model::interval(model, scenario, output, [&](SlotId id, double v) { return roaming(id, v, true); });
  const bool roams = out.has_guesses || out.has_reserve;
  if (least && most && (roams || model.slot(output).kind == model::SlotKind::need)) {
    out.band = Interval{least->low, out.value->value, most->high};
  }
  return out;
}

bool inside(const Interval& stated, const Interval& band) {
  return stated.low <= band.high && stated.high >= band.low;
}

Verdict verdict_of_need(const units::Stated& stated, const Recomputation& again) {
  const Interval i = stated.interval;
  const double spare = again.has_reserve ? 1.0 : spare_allowed;
  if (inside(i, {again.band->low, again.band->value, again.band->high * spare})) return Verdict::plausible;
  return i.value < again.band->low ? Verdict::too_small : Verdict::too_large;
}

/// The verdict of one recomputation, whatever its numbers come from.
Verdict verdict_of(const model::Slot& slot, const units::Stated& stated, const Recomputation& again,
                   std::string& convention) {
  const Comparison comparison = compare(stated, *again.value);
  convention = comparison.convention;
  // Agreeing with a guess proves nothing.
  if (comparison.agreement == Agreement::same)
    return again.has_guesses ? Verdict::plausible : Verdict::consistent;
  if (comparison.agreement == Agreement::rounded)
    return again.has_guesses ? Verdict::plausible : Verdict::rounded;
  if (slot.kind == model::SlotKind::need && again.band) return verdict_of_need(stated, again);
  if (again.has_guesses && again.band && inside(stated.interval, *again.band)) return Verdict::plausible;
  return Verdict::contradicted;
}

}  // namespace

Comparison compare(const units::Stated& stated, const Interval& recomputed) {
  if (units::overlap(accepted(stated), recomputed)) return {Agreement::same, {}};
  const double value = stated.interval.value;
  const double right = recomputed.value;
  if (right == 0.0 || value == 0.0) return {};
  const double off = distance(stated, right);
  for (const Convention& convention : conventions) {
    const auto axis = convention.axis;
    if (stated.dimension.of(axis) == 0) continue;
    for (const double factor : {convention.ratio, 1.0 / convention.ratio}) {
      if (units::overlap(accepted(stated), units::exactly(right * factor)))
        return {Agreement::rounded, std::string(convention.text)};
    }
  }
  if (off <= close_enough || (stated.approximate && off <= close_enough_if_approximate))
    return {Agreement::rounded, {}};
  return {};
}

Judgement judge(const model::Model& model, const Scenario& facts, const Scenario& own, bool own_is_wrong,
                const Claim& claim) {
  Judgement out;
  const SlotId slot = *claim.slot;
  const model::Slot& quantity = model.slot(slot);
  const model::Run run = model::run(model, facts);
  const Recomputation from_facts = recompute(model, facts, slot);
  const Recomputation from_own = recompute(model, own, slot);
  if (!from_facts.value && !from_own.value) {
    out.verdict = Verdict::open;
    out.missing = run.outcomes[slot].missing;
    return out;
  }
  const auto settle = [&](const Recomputation& again, const Scenario& scenario, Verdict verdict) {
    out.verdict = verdict;
    out.recomputed = again.value;
    out.band = again.band;
    out.calculation = model::calculation(model, scenario, model::run(model, scenario), slot);
    if (again.value->value != 0.0) out.ratio = claim.stated.interval.value / again.value->value;
  };
  std::string convention;
  const Verdict by_facts =
      from_facts.value ? verdict_of(quantity, claim.stated, from_facts, convention) : Verdict::open;
  if (by_facts == Verdict::consistent || by_facts == Verdict::rounded || !from_own.value) {
    settle(from_facts, facts, by_facts);
    out.convention = convention;
    return out;
  }
  const Verdict by_own = verdict_of(quantity, claim.stated, from_own, convention);
  settle(from_own, own, by_own);
  out.convention = convention;
  const bool follows = by_own == Verdict::consistent || by_own == Verdict::rounded;
  if (follows && own_is_wrong) out.verdict = Verdict::inherited;
  return out;
}

}  // namespace reckon::check

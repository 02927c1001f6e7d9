// SPDX-License-Identifier: MIT
// What every model of the catalogue must keep: it loads, its examples hold, its constants have a source and
// its promises of monotonicity are true.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace reckon::model {
namespace {

using test::catalogue;

std::vector<const Model*> all_models() {
  std::vector<const Model*> out;
  for (const std::string& id : catalogue().library.ids()) out.push_back(&catalogue().model(id));
  return out;
}

bool lies_in(double value, double low, double high) {
  const double slack = 1e-9 * std::max(std::abs(low), std::abs(high));
  return value >= low - slack && value <= high + slack;
}

/// A number in a formula that somebody had to choose. Up to 2 they only say "none", "as it is" and "several".
bool has_constant(const formula::Formula& formula) {
  return std::any_of(formula.nodes.begin(), formula.nodes.end(), [](const formula::Node& node) {
    const double number = node.literal.number;
    const bool is_structural = number == 0.0 || number == 1.0 || number == 2.0;
    return node.operation == formula::Operation::literal && !is_structural;
  });
}

/// Parts are tested where they are written.
bool is_own(const Slot& slot) {
  return slot.name.find('.') == std::string::npos;
}

/// Where an input may lie: its plausible range; around a documented limit, which has none, a decade either
/// way.
std::optional<Range> roaming(const Slot& slot) {
  if (slot.range || !slot.fallback) return slot.range;
  if (*slot.fallback == 0.0) return Range{0.0, 1000.0};
  return Range{*slot.fallback / 10.0, *slot.fallback * 10.0};
}

/// The value at a position from 0 to 1 of a range; in decades where the range allows it. Between whole ends
/// it is whole: there are no two and a half regions.
double value_at(const Range& range, double position) {
  const double value = range.low > 0.0 ? range.low * std::pow(range.high / range.low, position)
                                       : range.low + (range.high - range.low) * position;
  const bool is_whole = range.low == std::floor(range.low) && range.high == std::floor(range.high);
  return std::clamp(is_whole ? std::round(value) : value, range.low, range.high);
}

std::string values_of(const Model& model, const Scenario& scenario) {
  std::string out;
  for (SlotId id = 0; id < scenario.size(); ++id) {
    if (scenario[id])
      out += fmt::format("{} = {}; ", model.slot(id).name, scenario[id]->stated.interval.value);
  }
  return out;
}

}  // namespace

TEST_CASE("every model of the catalogue loads without a problem") {
  test::Shelf& shelf = catalogue();
  CHECK(shelf.library.ids().size() >= 20);
  for (const std::string& id : shelf.library.ids()) {
    INFO(id);
    CHECK(shelf.library.find(id) != nullptr);
  }
  INFO(shelf.complaints());
  CHECK(shelf.library.problems().empty());
}

TEST_CASE("every example of every model holds within the digits that it prints") {
  for (const Model* model : all_models()) {
    for (const Example& example : model->examples) {
      Scenario scenario(model->slots.size());
      for (const Example::Setting& setting : example.set)
        scenario[setting.slot] = test::given(setting.stated.interval.value, setting.stated.dimension);
      const Run result = run(*model, scenario);
      CHECK_FALSE(example.expect.empty());
      for (const Example::Setting& expected : example.expect) {
        const Outcome& outcome = result.outcomes[expected.slot];
        const units::Interval& printed = expected.stated.interval;
        INFO(model->id << ": " << example.name << ": " << model->slot(expected.slot).name);
        REQUIRE(outcome.value.has_value());
        INFO(fmt::format("computed {}, expected {}", *outcome.value, printed.value));
        CHECK(lies_in(*outcome.value, printed.low, printed.high));
      }
    }
  }
}

TEST_CASE("every model that computes something has an example") {
  for (const Model* model : all_models()) {
    const bool computes = std::any_of(model->slots.begin(), model->slots.end(), [](const Slot& slot) {
      return is_own(slot) && (slot.kind == SlotKind::identity || slot.kind == SlotKind::need);
    });
    INFO(model->id);
    CHECK((!computes || !model->examples.empty()));
  }
}

TEST_CASE("every default says where it comes from and lies in the plausible range, if there is one") {
  for (const Model* model : all_models()) {
    for (const Slot& slot : model->slots) {
      if (!slot.fallback || !is_own(slot)) continue;
      INFO(model->id << ": " << slot.name);
      CHECK((!slot.range || lies_in(*slot.fallback, slot.range->low, slot.range->high)));
      REQUIRE(slot.source.has_value());
      CHECK_FALSE(slot.source->title.empty());
      CHECK_FALSE(slot.source->checked.empty());
    }
  }
}

TEST_CASE("every check that holds a value against a constant says where the constant comes from") {
  for (const Model* model : all_models()) {
    for (const Check& check : model->checks) {
      if (!check.id.starts_with(model->id + '.')) continue;  // it stands in a part, and is tested there
      const bool has = has_constant(check.require) || (check.when && has_constant(*check.when));
      INFO(check.id);
      CHECK((!has || check.source.has_value()));
    }
  }
}

namespace {

std::string promise(const Model& model, const Monotone& pair) {
  return fmt::format("{} by {}", model.slot(pair.output).name, model.slot(pair.input).name);
}

/// A random point of a model, by a position in each input's range, and a random way up from there. Adds the
/// promises that could be judged there to `judged`; where a formula fails (a backlog that never ends), none
/// can.
void check_never_falls(const Model& model, std::set<std::string>& judged) {
  constexpr int steps = 1000;
  const auto any_position = rc::gen::inRange(0, steps + 1);
  const auto positions = *rc::gen::container<std::vector<int>>(model.slots.size(), any_position);
  const double raised = static_cast<double>(*any_position) / steps;
  Scenario scenario(model.slots.size());
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const auto range = roaming(model.slot(id));
    if (model.slot(id).kind != SlotKind::input || !range) continue;
    const double value = value_at(*range, static_cast<double>(positions[id]) / steps);
    scenario[id] = test::given(value, model.slot(id).unit.dimension);
  }
  const Run before = run(model, scenario);
  for (const Monotone& pair : model.never_falls) {
    const Slot& input = model.slot(pair.input);
    RC_ASSERT(scenario[pair.input].has_value());
    const double from = scenario[pair.input]->stated.interval.value;
    const double to = value_at({from, roaming(input)->high}, raised);
    Scenario higher = scenario;
    higher[pair.input] = test::given(to, input.unit.dimension);
    const Outcome& low = before.outcomes[pair.output];
    const Outcome high = run(model, higher).outcomes[pair.output];
    RC_LOG(fmt::format("{}: {}, from {}\n", promise(model, pair), to, values_of(model, scenario)));
    RC_ASSERT(low.missing.empty());
    if (!low.value || !high.value) continue;
    judged.insert(promise(model, pair));
    RC_ASSERT(*high.value >= *low.value - 1e-9 * std::abs(*low.value));
  }
}

}  // namespace

TEST_CASE("raising an input never lowers an output that is said never to fall") {
  for (const Model* model : all_models()) {
    if (model->never_falls.empty()) continue;
    std::set<std::string> judged;
    CHECK(rc::check(model->id, [&] { check_never_falls(*model, judged); }));
    for (const Monotone& pair : model->never_falls) {
      INFO(model->id << ": " << promise(*model, pair));
      CHECK(judged.count(promise(*model, pair)) == 1);
    }
  }
}

}  // namespace reckon::model

// SPDX-License-Identifier: MIT
// What an input would have to be, and that inverting undoes running.
#include "model/invert.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <cmath>

namespace reckon::model {
namespace {

using test::catalogue;

const Model& fleet() {
  return catalogue().model("service-fleet");
}

std::optional<double> inverted(const Scenario& scenario, const char* output, const char* input,
                               double target) {
  return invert(fleet(), scenario, test::slot(fleet(), output), test::slot(fleet(), input), target);
}

struct Point {
  const Model* model = nullptr;
  Scenario scenario;
};

/// Defaults, and a random value out of each range. Ranges that start at zero have no decades to draw from.
Point any_point(const Model& model) {
  constexpr int steps = 1000;
  const auto positions =
      *rc::gen::container<std::vector<int>>(model.slots.size(), rc::gen::inRange(0, steps + 1));
  Point point{&model, Scenario(model.slots.size())};
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const Slot& slot = model.slot(id);
    if (slot.kind != SlotKind::input || !slot.range || !(slot.range->low > 0.0)) continue;
    const double position = static_cast<double>(positions[id]) / steps;
    point.scenario[id] = test::given(slot.range->low * std::pow(slot.range->high / slot.range->low, position),
                                     slot.unit.dimension);
  }
  return point;
}

/// The output when the input is multiplied.
std::optional<double> output_at(const Point& point, const Monotone& pair, double factor) {
  Scenario scenario = point.scenario;
  units::Interval& interval = scenario[pair.input]->stated.interval;
  interval = units::exactly(interval.value * factor);
  return run(*point.model, scenario).outcomes[pair.output].value;
}

/// Rises on both sides, by neither nothing nor a jump.
bool rises_strictly(const Point& point, const Monotone& pair) {
  constexpr double step = 1e-6;
  const auto below = output_at(point, pair, 1.0 - step);
  const auto here = output_at(point, pair, 1.0);
  const auto above = output_at(point, pair, 1.0 + step);
  if (!below || !here || !above || !(*here > 0.0)) return false;
  const double least = 1e-2 * step * *here;
  return *here - *below > least && *above - *here > least && *above - *here < 10.0 * step * *here;
}

}  // namespace

TEST_CASE("2000 cores at 70 % would take 14 ms of core time for each request") {
  const Scenario scenario = test::scenario(fleet(), {{"rate", "100,000 request/s"}});
  const auto cpu_time = inverted(scenario, "cores", "cpu_time", 2000.0);
  REQUIRE(cpu_time.has_value());
  CHECK(*cpu_time == Approx(0.014).epsilon(2e-9));  // rounding up forgives 1e-9
}

TEST_CASE("an input is found whichever way the output moves") {
  const Scenario scenario =
      test::scenario(fleet(), {{"rate", "100,000 request/s"}, {"cpu_time", "50 us*core/request"}});
  struct Case {
    const char* output;
    const char* input;
    double target;
    double expected;
  };
  const Case cases[] = {
      {"busy_cores", "rate", 10.0, 200000.0},     {"busy_cores", "cpu_time", 2.5, 25e-6},
      {"cores", "utilisation", 50.0, 0.1},  // falls; 10.2 % would already do, rounded up
      {"memory", "memory_per_core", 160e9, 20e9}, {"bandwidth", "payload", 1e9, 1e4},
  };
  for (const Case& row : cases) {
    INFO(row.output << " by " << row.input);
    const auto found = inverted(scenario, row.output, row.input, row.target);
    REQUIRE(found.has_value());
    CHECK(*found == Approx(row.expected).epsilon(2e-9));
  }
}

TEST_CASE("an input is found although the output is not defined for all of its decades") {
  const Model& model = catalogue().model("availability");
  const Scenario scenario =
      test::scenario(model, {{"copy_availability", "99 %"}, {"copies", "2"}, {"copies_needed", "1"}});
  const auto found =
      invert(model, scenario, test::slot(model, "redundant"), test::slot(model, "copy_availability"), 0.9996);
  REQUIRE(found.has_value());
  CHECK(*found == Approx(0.98).epsilon(1e-9));  // 1 - 0.02^2
}

TEST_CASE("nothing is found where no value of the input can make it so") {
  const Scenario scenario =
      test::scenario(fleet(), {{"rate", "100,000 request/s"}, {"cpu_time", "50 us*core/request"}});
  CHECK_FALSE(inverted(scenario, "busy_cores", "payload", 10.0));  // does not depend on it
  CHECK_FALSE(inverted(scenario, "cores", "cpu_time", 7.5));       // a step jumps over it
  CHECK_FALSE(inverted(scenario, "cores", "cpu_time", -1.0));      // never so low
  CHECK_FALSE(inverted(scenario, "busy_cores", "rate", std::nan("")));
  CHECK_FALSE(inverted(test::scenario(fleet(), {}), "busy_cores", "rate", 10.0));  // no start
  CHECK_FALSE(inverted(scenario, "in_flight", "rate", 10.0));                      // another input is open
}

TEST_CASE("inverting what a run computed gives the input back where the output rises") {
  std::size_t tried = 0;
  for (const std::string& id : catalogue().library.ids()) {
    const Model& model = catalogue().model(id);
    if (model.never_falls.empty()) continue;
    CHECK(rc::check(id, [&] {
      const Point point = any_point(model);
      for (const Monotone& pair : model.never_falls) {
        if (!point.scenario[pair.input] || !rises_strictly(point, pair)) continue;
        const double input = point.scenario[pair.input]->stated.interval.value;
        const double output = *output_at(point, pair, 1.0);
        const auto back = invert(model, point.scenario, pair.output, pair.input, output);
        RC_LOG(fmt::format("{} = {} by {} = {}, found {}\n", model.slot(pair.output).name, output,
                           model.slot(pair.input).name, input, back.value_or(0.0)));
        ++tried;
        RC_ASSERT(back.has_value());
        RC_ASSERT(std::abs(*back - input) <= 1e-6 * input);
      }
    }));
  }
  CHECK(tried > 1000);
}

}  // namespace reckon::model

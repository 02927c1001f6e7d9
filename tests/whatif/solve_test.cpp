// SPDX-License-Identifier: MIT
// Where a limit is kept: edges of steps to the last digit, answers that do not exist, and the law that
// solving for what a sizing printed gives the input back.
#include "whatif/solve.hpp"

#include "model/trail.hpp"
#include "sample.hpp"
#include "units/print.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <cmath>

namespace reckon::whatif {
namespace {

base::Result<Solution> solved(const check::Context& context, const std::string& sought,
                              const std::string& limit) {
  base::Sources sources;
  const auto input = read_sought(context, sources, sources.add("--solve", sought));
  if (!input) return base::Failure(input.error());
  const auto keep = read_limit(context, sources, sources.add("--for", limit));
  if (!keep) return base::Failure(keep.error());
  return solve(context, *input, *keep);
}

base::Result<Solution> solved(const std::string& sought, const std::string& limit) {
  return solved(test::context("payment-gateway"), sought, limit);
}

constexpr const char* hill = R"yaml(
model: written
title: Hill
about: An output that rises and falls, and one with a gap.
inputs:
  x: {unit: "1", default: 2, range: [0, 10], about: A number.}
  y: {unit: "1", default: 2, range: [0, 10], about: Another number.}
  loose: {unit: "1", about: A number that nobody knows anything about.}
outputs:
  hill: {unit: "1", is: x * (10 - x), kind: identity, about: A hill.}
  gap: {unit: "1", is: 1 / (x - 5), kind: identity, about: Nothing at five.}
  flat: {unit: "1", is: x - x + y, kind: identity, about: Depends on x in name only.}
  free: {unit: "1", is: 2 * loose, kind: identity, about: Of the loose one.}
  steps: {unit: "1", is: ceil(x / 3) * 3, kind: need, about: Steps of three.}
)yaml";

}  // namespace

TEST_CASE("the edge of a step is found to the digit") {
  struct Case {
    const char* sought;
    const char* limit;
    std::optional<double> low;  ///< nothing: the end of the search
    std::optional<double> high;
  };
  // Cores are ceil(rate x 1 ms / 70 %): 143 at 100,000/s.
  const Case cases[] = {
      {"peakTPS", "fleet.cores <= 1000", {}, 700000.0},  // 1000 x 0.7 / 1 ms
      {"peakTPS", "fleet.cores < 1000", {}, 699300.0},   // the step below: 999 x 0.7 / 1 ms
      {"peakTPS", "fleet.cores >= 1001", 700000.0, {}},  // just above it
      {"peakTPS", "fleet.cores = 1000 cores", 699300.0, 700000.0},
      {"peakTPS", "fleet.bandwidth <= 1 Gbps", {}, 125000.0},  // 1e9 / 8 / 1 KB
      {"peakTPS", "fleet.bandwidth = 1 Gbps", 125000.0, 125000.0},
      {"utilisation", "fleet.cores ≤ 125", 0.8, {}},  // falls: 100 / 125
      {"cpu_time", "fleet.cores <= 2000", {}, 0.014},
      {"latencySLA", "latency.farthest >= 1000 km", 0.01, {}},
  };
  for (const Case& row : cases) {
    INFO(row.sought << " for " << row.limit);
    const auto found = solved(row.sought, row.limit);
    if (!found) FAIL(found.error().message);
    REQUIRE(found->low.has_value());
    CHECK(found->low->beyond.has_value() == row.low.has_value());
    CHECK(found->high->beyond.has_value() == row.high.has_value());
    if (row.low) CHECK(found->low->input == Approx(*row.low).epsilon(1e-8));
    if (row.high) CHECK(found->high->input == Approx(*row.high).epsilon(1e-8));
  }
}

TEST_CASE("an edge is told as people would write it, and the limit is kept there and not behind it") {
  const auto found = solved("peakTPS", "fleet.cores <= 1000");
  REQUIRE(found.has_value());
  CHECK(found->high->input == 700000.0);
  CHECK(found->high->output == 1000.0);
  CHECK(found->high->beyond == 1001.0);
  CHECK(found->movement == Movement::rises);
}

TEST_CASE("a value that the output jumps over is told with both sides") {
  const auto found = solved("peakTPS", "installed_cores = 11");
  REQUIRE(found.has_value());
  CHECK_FALSE(found->low.has_value());
  REQUIRE(found->jump.has_value());
  CHECK(found->jump->output == 10.0);
  CHECK(found->jump->beyond == 15.0);
}

TEST_CASE("no solution is an answer: how far the output goes over what is plausible") {
  const auto found = solved("utilisation", "fleet.cores <= 50");
  REQUIRE(found.has_value());
  CHECK_FALSE(found->low.has_value());
  CHECK(found->at_low == 1000.0);
  CHECK(found->at_high == 100.0);
}

TEST_CASE("what nothing plausible gives is looked for further out, and marked") {
  const auto found = solved("peakTPS", "fleet.cores >= 100000");
  REQUIRE(found.has_value());
  CHECK(found->is_beyond);
  CHECK(found->low->input == Approx(99999 * 700.0));
}

TEST_CASE("a limit that always holds has no edges") {
  const auto found = solved("peakTPS", "fleet.cores >= 0");
  REQUIRE(found.has_value());
  CHECK_FALSE(found->low->beyond.has_value());
  CHECK_FALSE(found->high->beyond.has_value());
}

TEST_CASE("questions without an answer say why, at their place") {
  test::Written written(hill);
  struct Bad {
    const char* sought;
    const char* limit;
    const char* code;
  };
  const Bad cases[] = {
      {"x", "hill <= 5", "usage.not-monotone"},     {"x", "gap <= 5", "usage.undefined"},
      {"y", "hill <= 5", "usage.no-influence"},     {"z", "hill <= 5", "usage.unknown-name"},
      {"x", "hil <= 5", "usage.unknown-name"},      {"x", "hill 5", "usage.limit"},
      {"x", "hill <=", "quantity.empty"},           {"x", "hill <= 5 GB", "quantity.wrong-dimension"},
      {"x", "free <= 5", "usage.no-influence"},     {"loose", "free <= 5", "usage.no-bracket"},
      {"x=5..2", "hill <= 5", "usage.range-empty"}, {"x=3", "hill <= 5", "usage.range"},
      {"hill", "hill <= 5", "usage.no-influence"},
  };
  for (const Bad& row : cases) {
    INFO(row.sought << " for " << row.limit);
    const auto found = solved(written.context, row.sought, row.limit);
    REQUIRE_FALSE(found.has_value());
    INFO(found.error().message);
    CHECK(found.error().code == row.code);
  }
}

TEST_CASE("within a part that only rises or only falls, a hill is solved") {
  test::Written written(hill);
  const auto up = solved(written.context, "x=0..5", "hill <= 16");
  REQUIRE(up.has_value());
  CHECK(up->by_user);
  CHECK(up->high->input == Approx(2.0));
  const auto down = solved(written.context, "x=5..10", "hill <= 16");
  REQUIRE(down.has_value());
  CHECK(down->low->input == Approx(8.0));
  const auto loose = solved(written.context, "loose=0..10", "free = 5");
  REQUIRE(loose.has_value());
  CHECK(loose->low->input == Approx(2.5));
}

TEST_CASE("an output that stays the same keeps a limit everywhere or nowhere") {
  test::Written written(hill);
  const auto always = solved(written.context, "x", "flat <= 3");
  REQUIRE(always.has_value());
  CHECK(always->movement == Movement::stays);
  CHECK(always->low.has_value());
  const auto never = solved(written.context, "x", "flat > 3");
  REQUIRE(never.has_value());
  CHECK_FALSE(never->low.has_value());
}

TEST_CASE("steps start and end exactly") {
  test::Written written(hill);
  for (int step = 1; step <= 3; ++step) {
    const auto found = solved(written.context, "x", fmt::format("steps = {}", 3 * step));
    REQUIRE(found.has_value());
    REQUIRE(found->high.has_value());
    CHECK(found->high->input == 3.0 * step);
    CHECK(found->low->input == Approx(3.0 * (step - 1)).margin(1e-7));
  }
}

namespace {

/// Defaults, and a random value out of each range.
check::Context any_context(const std::string& id) {
  constexpr int steps = 1000;
  check::Context context = test::context(id);
  const model::Model& model = *context.model;
  const auto positions =
      *rc::gen::container<std::vector<int>>(model.slots.size(), rc::gen::inRange(1, steps));
  for (model::SlotId slot = 0; slot < model.slots.size(); ++slot) {
    const auto& range = model.slot(slot).range;
    if (model.slot(slot).kind != model::SlotKind::input || !range) continue;
    const double share = static_cast<double>(positions[slot]) / steps;
    const double value = range->low > 0.0 ? range->low * std::pow(range->high / range->low, share)
                                          : range->low + (range->high - range->low) * share;
    context.scenario[slot] = model::Given{};
    context.scenario[slot]->stated.interval = units::exactly(value);
    context.scenario[slot]->stated.dimension = model.slot(slot).unit.dimension;
  }
  return context;
}

/// Whether a solution holds the input, within what an output's last bits leave open.
bool holds(const Solution& solution, double input) {
  const double slack = 1e-6 * std::fabs(input);
  return solution.low && solution.low->input <= input + slack && solution.high->input >= input - slack;
}

/// Whether a solution's output is as near to the real one as the digits that it was solved for.
bool is_as_near(const Solution& solution, double output, double printed) {
  return std::fabs(solution.low->output - output) <= std::fabs(printed - output) + 4e-9 * std::fabs(output);
}

}  // namespace

TEST_CASE("solving for what a sizing printed gives the input back, for every monotone pair of every model") {
  std::size_t exact = 0;
  std::size_t read = 0;
  for (const std::string& id : test::catalogue().models.ids()) {
    if (test::catalogue().models.find(id)->never_falls.empty()) continue;
    CHECK(rc::check(id, [&] {
      const check::Context context = any_context(id);
      const model::Model& model = *context.model;
      const model::Run run = model::run(model, context.scenario);
      for (const model::Monotone& pair : model.never_falls) {
        const auto& output = run.outcomes[pair.output].value;
        const auto& given = context.scenario[pair.input];
        if (!output || !given) continue;
        const model::Slot& slot = model.slot(pair.output);
        const double input = given->stated.interval.value;
        // As --format json prints it: in full.
        const std::string full =
            fmt::format("{} {}", units::print_number(units::from_base(*output, slot.unit.factor)),
                        slot.unit_text == "1" ? "" : slot.unit_text);
        const auto found = solved(context, model.slot(pair.input).name, slot.name + " = " + full);
        RC_LOG(fmt::format("{} = {} by {} = {}\n", slot.name, full, model.slot(pair.input).name, input));
        if (!found) RC_LOG(found.error().code + ": " + found.error().message + "\n");
        if (found && found->low)
          RC_LOG(fmt::format("from {} to {}\n", found->low->input, found->high->input));
        RC_ASSERT(found.has_value());
        RC_ASSERT(holds(*found, input));
        ++exact;
        // As the text prints it, for people: rounded, so the input comes back as near as the digits allow.
        const std::string text = model::print_value(model, pair.output, *output);
        const auto near = solved(context, model.slot(pair.input).name, slot.name + " = " + text);
        RC_LOG(text + "\n");
        RC_ASSERT(near.has_value());
        RC_ASSERT(near->low.has_value());
        const double printed = units::read_quantity(text)->interval.value;
        RC_ASSERT(holds(*near, input) || is_as_near(*near, *output, printed));
        ++read;
      }
    }));
  }
  CHECK(exact > 1000);
  CHECK(read > 1000);
}

}  // namespace reckon::whatif

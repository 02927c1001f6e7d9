// SPDX-License-Identifier: MIT
// A model's calculation written out over the values in force.
#include "check/expression.hpp"

#include "check/sample.hpp"
#include "formula/calculation.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

TEST_CASE("a slot is written out down to the numbers in force") {
  const Sample good(read_file("prompts/payment-gateway/consistent.md"));
  const Context& context = good.review.context;
  const model::Run run = model::run(*context.model, context.scenario);
  for (const model::SlotId slot : context.model->order) {
    const auto& value = run.outcomes[slot].value;
    const auto written = write_out(*context.model, context.scenario, slot);
    INFO(context.model->slot(slot).name);
    if (!value) {
      CHECK_FALSE(written);
      continue;
    }
    REQUIRE(written);
    CHECK(value_of(written->formula).value() == Approx(*value));
    for (const formula::Node& node : written->formula.nodes)
      CHECK(node.operation != formula::Operation::name);
    for (const formula::Leaf& leaf : written->leaves)
      CHECK(written->formula.nodes[leaf.node].operation == formula::Operation::literal);
  }
}

TEST_CASE("the model's guesses are marked, what the response says is not") {
  const Sample sample("- CPU time: 50 µs\n");
  const Context& context = sample.review.context;
  const auto cores = model::find_slot(*context.model, "fleet.cores");
  const auto written = write_out(*context.model, context.scenario, *cores);
  REQUIRE(written);
  for (const formula::Leaf& leaf : written->leaves) {
    REQUIRE(leaf.slot);
    const std::string& name = context.model->slot(*leaf.slot).name;
    INFO(name);
    CHECK(leaf.is_guess == (name == "fleet.utilisation"));
  }
}

}  // namespace
}  // namespace reckon::check

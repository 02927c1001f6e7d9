// SPDX-License-Identifier: MIT
// A trial gives what a run of the whole model gives.
#include "whatif/trial.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::whatif {

TEST_CASE("a trial agrees with a run of the whole model, for every input of every model") {
  std::size_t compared = 0;
  for (const std::string& id : test::catalogue().models.ids()) {
    const check::Context context = test::context(id);
    const model::Model& model = *context.model;
    std::vector<model::SlotId> all;
    for (model::SlotId slot = 0; slot < model.slots.size(); ++slot) all.push_back(slot);
    for (const model::SlotId input : all) {
      const model::Slot& slot = model.slot(input);
      if (slot.kind != model::SlotKind::input || !slot.range) continue;
      Trial trial(model, context.scenario, all, {input});
      for (const double value : {slot.range->high, slot.range->low}) {
        model::Scenario scenario = context.scenario;
        scenario[input] = model::Given{};
        scenario[input]->stated.interval = units::exactly(value);
        const model::Run run = model::run(model, scenario);
        trial.set(input, value);
        trial.run();
        for (const model::SlotId output : all) {
          INFO(id << ": " << model.slot(output).name << " at " << slot.name << " = " << value);
          const model::Outcome& outcome = run.outcomes[output];
          CHECK(trial.value(output) == outcome.value);
          CHECK(trial.missing(output) == outcome.missing);
          CHECK((trial.failure(output) != nullptr) == outcome.failure.has_value());
          ++compared;
        }
      }
    }
  }
  CHECK(compared > 1000);
}

}  // namespace reckon::whatif

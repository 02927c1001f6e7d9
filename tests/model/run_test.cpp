// SPDX-License-Identifier: MIT
// Values, open inputs, failures and intervals of a run, against numbers worked out by hand.
#include "model/trail.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::model {
namespace {

using test::catalogue;
using test::Settings;

/// Divides by an input that may be zero, and carries the outcome on.
constexpr const char* ratio_model = R"(model: ratio
title: Ratio
about: A quotient and what follows from it.
inputs:
  whole: {unit: B}
  parts: {unit: node}
outputs:
  share: {unit: B/node, is: whole / parts, kind: identity}
  twice: {unit: B/node, is: 2 * share, kind: identity}
  apart: {unit: B, is: 3 * whole, kind: identity}
checks:
  some: {require: share > 0 B/node, severity: error, say: "{share} of {whole} for {parts}"}
)";

std::vector<std::string> names(const Model& model, const std::vector<SlotId>& slots) {
  std::vector<std::string> out;
  for (const SlotId id : slots) out.push_back(model.slot(id).name);
  return out;
}

using Names = std::vector<std::string>;

struct ByHand {
  std::string model;
  Settings set;
  std::string name;
  double expected;  ///< in base units: seconds, bytes, metres and counts
};

}  // namespace

TEST_CASE("a run gives the values that one works out by hand") {
  const Settings fleet{{"rate", "100,000 request/s"}, {"cpu_time", "50 us*core/request"}};
  const Settings full{
      {"rate", "100,000 request/s"}, {"cpu_time", "50 us*core/request"}, {"utilisation", "100 %"}};
  const Settings gateway{{"peak_rate", "100,000 request/s"},
                         {"latency_limit", "50 ms"},
                         {"regions", "5"},
                         {"fleet.cpu_time", "50 us*core/request"},
                         {"availability_target", "99.999 %"}};
  const std::vector<ByHand> cases{
      {"service-fleet", full, "busy_cores", 5.0},
      {"service-fleet", full, "cores", 5.0},
      {"service-fleet", fleet, "cores", 8.0},                // ceil(5 / 0.7)
      {"service-fleet", fleet, "memory", 16e9},              // 8 cores of 2 GB
      {"service-fleet", fleet, "bandwidth", 1e8},            // 100,000 a second of 1 KB, in bytes a second
      {"payment-gateway", gateway, "fleet.rate", 100000.0},  // a link takes the value of the peak rate
      {"payment-gateway", gateway, "fleet.latency", 0.05},   // and of the limit
      {"payment-gateway", gateway, "fleet.in_flight", 5000.0},
      {"payment-gateway", gateway, "log.rate", 100000.0},
      {"payment-gateway", gateway, "log.message_size", 1000.0},  // the default payload
      {"payment-gateway", gateway, "autoscaler.rate", 100000.0},
      {"payment-gateway", gateway, "availability.copies", 5.0},
      {"payment-gateway", gateway, "availability.copies_needed", 4.0},
      {"payment-gateway", gateway, "region_rate_after_loss", 25000.0},
      {"payment-gateway", gateway, "region_cores", 2.0},  // ceil(25,000 * 50 us / 0.7)
      {"payment-gateway", gateway, "installed_cores", 10.0},
      {"payment-gateway", gateway, "availability.downtime_month", 25.92},
  };
  for (const ByHand& row : cases) {
    const Model& model = catalogue().model(row.model);
    const Run result = run(model, test::scenario(model, row.set));
    INFO(row.model << ": " << row.name);
    const auto& value = result.outcomes[test::slot(model, row.name)].value;
    REQUIRE(value.has_value());
    CHECK(*value == Approx(row.expected).epsilon(1e-9));
  }
}

TEST_CASE("what depends on an open input is open and says which input it waits for") {
  const Model& model = catalogue().model("payment-gateway");
  const Run nothing = run(model, test::scenario(model, {}));
  struct Case {
    std::string name;
    Names missing;
  };
  const std::vector<Case> cases{
      {"peak_rate", {"peak_rate"}},
      {"fleet.rate", {"peak_rate"}},
      {"fleet.cores", {"peak_rate"}},
      {"fleet.in_flight", {"peak_rate", "latency_limit"}},
      {"installed_cores", {"peak_rate", "regions"}},
      {"fleet.cpu_time", {}},
  };
  for (const Case& row : cases) {
    INFO(row.name);
    const Outcome& outcome = nothing.outcomes[test::slot(model, row.name)];
    CHECK(names(model, outcome.missing) == row.missing);
    CHECK(outcome.value.has_value() == row.missing.empty());
  }
}

TEST_CASE("a division by zero is a failure, and so is all that follows from it") {
  test::Shelf shelf(test::Texts{{"ratio", ratio_model}});
  const Model& model = shelf.model("ratio");
  const Run result = run(model, test::scenario(model, {{"whole", "6 B"}, {"parts", "0 node"}}));
  const auto outcome = [&](const char* name) { return result.outcomes[test::slot(model, name)]; };
  for (const char* name : {"share", "twice"}) {
    INFO(name);
    CHECK_FALSE(outcome(name).value.has_value());
    CHECK(outcome(name).missing.empty());
    REQUIRE(outcome(name).failure.has_value());
    CHECK(outcome(name).failure->message.find("zero") != std::string::npos);
    CHECK(shelf.sources.text(outcome(name).failure->span) == "whole / parts");
  }
  CHECK(outcome("apart").value == 18.0);
  CHECK_FALSE(evaluate_at(result, model.checks.front().require).has_value());
}

TEST_CASE("an output that is given is not computed again, and what follows builds on it") {
  const Model& model = catalogue().model("service-fleet");
  const Scenario scenario = test::scenario(model, {{"rate", "100,000 request/s"}, {"cores", "2000 core"}});
  const Run result = run(model, scenario);
  CHECK(result.outcomes[test::slot(model, "cores")].value == 2000.0);
  CHECK(result.outcomes[test::slot(model, "memory")].value == Approx(4e12));
  CHECK(names(model, sources_of(model, scenario, test::slot(model, "memory"))) ==
        Names{"memory_per_core", "cores"});
}

TEST_CASE("an output that is given needs no input") {
  const Model& model = catalogue().model("service-fleet");
  const Run result = run(model, test::scenario(model, {{"cores", "8 core"}}));
  CHECK(result.outcomes[test::slot(model, "memory")].value == Approx(16e9));
  CHECK(result.outcomes[test::slot(model, "busy_cores")].missing.size() == 1);
}

TEST_CASE("the sources of a value are the inputs that it comes from, through links and parts") {
  const Model& model = catalogue().model("payment-gateway");
  const Scenario scenario = test::scenario(model, {{"peak_rate", "100,000 request/s"}});
  const auto of = [&](const char* name) {
    return names(model, sources_of(model, scenario, test::slot(model, name)));
  };
  CHECK(of("peak_rate") == Names{"peak_rate"});
  CHECK(of("fleet.rate") == Names{"peak_rate"});
  CHECK(of("fleet.cores") == Names{"peak_rate", "fleet.cpu_time", "fleet.utilisation"});
}

TEST_CASE("an interval is what an output takes while its inputs roam over theirs") {
  const Model& model = catalogue().model("service-fleet");
  const Scenario scenario =
      test::scenario(model, {{"rate", "100,000 request/s"}, {"cpu_time", "50 us*core/request"}});
  const auto over_ranges = [&](SlotId input, double value) {
    const Slot& slot = model.slot(input);
    if (slot.name == "rate" || !slot.range) return units::exactly(value);
    return units::Interval{slot.range->low, value, slot.range->high};
  };
  // 10 us fully used to 50 ms at a tenth.
  const auto cores = interval(model, scenario, test::slot(model, "cores"), over_ranges);
  REQUIRE(cores.has_value());
  CHECK(*cores == units::Interval{1.0, 8.0, 50000.0});

  const auto as_given = [](SlotId, double value) { return units::exactly(value); };
  CHECK(interval(model, scenario, test::slot(model, "cores"), as_given) == units::exactly(8.0));
  CHECK_FALSE(interval(model, scenario, test::slot(model, "in_flight"), as_given).has_value());
  CHECK(interval(model, scenario, test::slot(model, "rate"), as_given) == units::exactly(100000.0));
}

TEST_CASE("an interval carries the printed precision of what was stated") {
  test::Shelf shelf(test::Texts{{"ratio", ratio_model}});
  const Model& model = shelf.model("ratio");
  const Scenario scenario = test::scenario(model, {{"whole", "12 B"}, {"parts", "4 node"}});
  const auto width = [&](SlotId input, double value) {
    return model.slot(input).name == "whole" ? units::Interval{10.0, value, 20.0}
                                             : units::Interval{2.0, value, 5.0};
  };
  CHECK(interval(model, scenario, test::slot(model, "share"), width) == units::Interval{2.0, 3.0, 10.0});
}

TEST_CASE("a calculation is the formula with the numbers that went in") {
  const Model& fleet = catalogue().model("service-fleet");
  const Settings settings{{"rate", "100,000 request/s"}, {"cpu_time", "50 us*core/request"}};
  const Scenario scenario = test::scenario(fleet, settings);
  const Run result = run(fleet, scenario);
  CHECK(calculation(fleet, scenario, result, test::slot(fleet, "cores")) ==
        "ceil(100,000 requests/s × 50 µs·core/request ÷ 70 %)");
  CHECK(calculation(fleet, scenario, result, test::slot(fleet, "rate")) == "100,000 requests/s");
  CHECK(calculation(fleet, scenario, result, test::slot(fleet, "in_flight")) ==
        "100,000 requests/s × latency");
}

TEST_CASE("a calculation takes a given output as it is") {
  const Model& model = catalogue().model("service-fleet");
  const Scenario scenario = test::scenario(model, {{"cores", "2000 core"}});
  const std::string text = calculation(model, scenario, run(model, scenario), test::slot(model, "memory"));
  CHECK(text == "2000 cores × 2 GB/core");
}

TEST_CASE("a message shows values in units for people, and a question mark for what is open") {
  test::Shelf shelf(test::Texts{{"ratio", ratio_model}});
  const Model& model = shelf.model("ratio");
  const Message& say = model.checks.front().say;
  const Run known = run(model, test::scenario(model, {{"whole", "6 KB"}, {"parts", "4 node"}}));
  CHECK(fill(model, known, say) == "1.5 KB/node of 6 KB for 4 nodes");
  const Run open = run(model, test::scenario(model, {{"whole", "6 KB"}}));
  CHECK(fill(model, open, say) == "? of 6 KB for ?");
}

TEST_CASE("every provenance has a name of its own") {
  CHECK(name(Provenance::user) == "user");
  CHECK(name(Provenance::declared) == "declared");
  CHECK(name(Provenance::variable) == "variable");
  CHECK(name(Provenance::stated) == "stated");
  CHECK(name(Provenance::platform) == "platform");
  CHECK(name(Provenance::fallback) == "default");
}

}  // namespace reckon::model

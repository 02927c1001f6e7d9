// SPDX-License-Identifier: MIT
// How a quantity of a model is found by its name, and what is said when it is not.
#include "sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::model {
namespace {

constexpr const char* disk = R"(model: disk
title: Disk
about: A part.
inputs:
  size: {unit: B}
  speed: {unit: B/s}
outputs:
  time: {unit: s, is: size / speed, kind: identity}
)";

constexpr const char* pair = R"(model: pair
title: Two disks
about: A model of two parts, one of which takes its size from here.
uses:
  left: {model: disk, with: {size: all}}
  right: {model: disk}
inputs:
  all: {unit: B}
  time: {unit: s}
)";

const Model& pair_of_disks() {
  static test::Shelf shelf(test::Texts{{"disk", disk}, {"pair", pair}});
  return shelf.model("pair");
}

}  // namespace

TEST_CASE("a quantity is found by its whole name or by a last part that is its alone") {
  struct Case {
    std::string name;
    std::string found;  ///< "" for nothing
  };
  const std::vector<Case> cases{
      {"all", "all"},
      {"left.size", "left.size"},
      {"right.speed", "right.speed"},
      {"size", "right.size"},  // left.size is computed here, so it is no rival
      {"speed", ""},           // left or right
      {"time", "time"},        // a whole name wins over last parts
      {"ize", ""},             // parts end at dots
      {".size", ""},
      {"", ""},
      {"right", ""},
  };
  const Model& model = pair_of_disks();
  for (const Case& row : cases) {
    INFO(row.name);
    const auto found = find_slot(model, row.name);
    CHECK((found ? model.slot(*found).name : "") == row.found);
  }
}

TEST_CASE("an ambiguous name is explained with everything that it could be") {
  const std::string help = explain_unknown(pair_of_disks(), "speed");
  CHECK(help.find("left.speed") != std::string::npos);
  CHECK(help.find("right.speed") != std::string::npos);
}

TEST_CASE("an unknown name is explained with the nearest one, or not at all") {
  CHECK(explain_unknown(pair_of_disks(), "right.sped").find("right.speed") != std::string::npos);
  CHECK(explain_unknown(pair_of_disks(), "sise").find("size") != std::string::npos);
  CHECK(explain_unknown(pair_of_disks(), "colour_of_the_sea").empty());
}

TEST_CASE("the names of parts, their formulas and their checks move below the alias") {
  const Model& model = test::catalogue().model("payment-gateway");
  const Slot& cores = model.slot(test::slot(model, "fleet.cores"));
  CHECK(cores.kind == SlotKind::need);
  CHECK(model.slot(test::slot(model, "fleet.rate")).kind == SlotKind::link);
  CHECK(model.slot(test::slot(model, "fleet.cpu_time")).kind == SlotKind::input);
  CHECK_FALSE(model.slot(test::slot(model, "fleet.rate")).fallback.has_value());
  for (const formula::Node& node : cores.formula.nodes) {
    if (node.operation == formula::Operation::name) CHECK(model.slot(node.slot).name.rfind("fleet.", 0) == 0);
  }
  const auto is_floor = [](const Check& check) { return check.id == "autoscaler.floor-never-left"; };
  CHECK(std::count_if(model.checks.begin(), model.checks.end(), is_floor) == 1);
}

}  // namespace reckon::model

// SPDX-License-Identifier: MIT
// Which need, which side of a maximum and which check binds.
#include "whatif/binding.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

#include <cmath>

namespace reckon::whatif {
namespace {

constexpr const char* machines = R"yaml(
model: written
title: Machines
about: Machines by load and by disk.
inputs:
  load: {unit: request/s, default: 900 request/s, range: [0 request/s, 100000 request/s], about: Load.}
  data: {unit: GB, default: 500 GB, range: [0 GB, 10 TB], about: Data.}
  idle: {unit: node, range: [0 node, 10 node], about: Open.}
outputs:
  for_load: {unit: node, is: ceil(load / (100 request/s) * 1 node), kind: need, about: By load.}
  for_data: {unit: node, is: ceil(data / (100 GB) * 1 node), kind: need, about: By disk.}
  with_idle: {unit: node, is: for_load + idle, kind: need, about: Open.}
  both: {unit: "1", is: "max(load / (100 request/s), data / (100 GB))", kind: need, about: The larger.}
  floor: {unit: "1", is: "max(load / (100 request/s), 1)", kind: need, about: At least one.}
checks:
  few: {require: for_load <= 10 node, severity: error, say: too many}
  some: {require: for_data < 100 node, severity: error, say: too many}
  open: {require: with_idle <= 9 node, severity: error, say: too many}
)yaml";

Binding bound(test::Written& written, const std::vector<std::string>& settings) {
  base::Sources sources;
  test::set(written.context, sources, settings);
  const model::Run run = model::run(*written.context.model, written.context.scenario);
  return binding(*written.context.model, written.context.scenario, run);
}

}  // namespace

TEST_CASE("the larger need decides, by a margin over the next") {
  test::Written written(machines);
  const Binding found = bound(written, {});
  REQUIRE(found.deciders.size() == 1);
  CHECK(found.deciders[0].counts == "nodes");
  CHECK(found.deciders[0].output == test::slot(written.context, "for_load"));
  CHECK(found.deciders[0].value == 9.0);
  CHECK(found.deciders[0].next == test::slot(written.context, "for_data"));
  CHECK(found.deciders[0].next_value == 5.0);
}

TEST_CASE("when the data grows, the disk decides") {
  test::Written written(machines);
  const Binding found = bound(written, {"data=2 TB"});
  CHECK(found.deciders[0].output == test::slot(written.context, "for_data"));
  CHECK(found.deciders[0].value == 20.0);
}

TEST_CASE("of a maximum the larger side is told, unless the other is a mere floor") {
  test::Written written(machines);
  const Binding found = bound(written, {});
  REQUIRE(found.choices.size() == 1);
  CHECK(found.choices[0].output == test::slot(written.context, "both"));
  CHECK(found.choices[0].chosen == "load ÷ 100 request/s");
  CHECK(found.choices[0].ratio == Approx(1.8));
  test::Written empty(machines);
  CHECK(std::isinf(bound(empty, {"data=0 GB"}).choices[0].ratio));
}

TEST_CASE("the check that is nearest to failing is told with what is left") {
  test::Written written(machines);
  const Binding found = bound(written, {});
  REQUIRE(found.closest.has_value());
  CHECK(found.closest->check == "written.few");
  CHECK(found.closest->left == Approx(0.1));
  // One that fails is told elsewhere.
  test::Written over(machines);
  CHECK(bound(over, {"load=5000 request/s"}).closest->check == "written.some");
}

}  // namespace reckon::whatif

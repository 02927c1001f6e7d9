// SPDX-License-Identifier: MIT
// Rows of a sweep: their order, their values, and the ones that have none.
#include "whatif/sweep.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::whatif {
namespace {

constexpr const char* divider = R"yaml(
model: written
title: Division
about: A share that has no value where nothing is divided by.
inputs:
  load: {unit: request/s, default: 10 request/s, range: [1 request/s, 100 request/s], about: Load.}
  nodes: {unit: node, default: 2 node, range: [0 node, 10 node], about: Nodes.}
  spare: {unit: node, range: [0 node, 10 node], about: Open.}
outputs:
  each: {unit: request/s/node, is: load / nodes, kind: identity, about: Load of one node.}
  twice: {unit: request/s, is: 2 * load, kind: identity, about: Twice.}
  open: {unit: node, is: nodes + spare, kind: need, about: Open.}
)yaml";

struct SweptCase {
  base::Sources sources;
  check::Context context;

  explicit SweptCase(check::Context c) : context(std::move(c)) {}

  base::Result<Grid> grid(const std::vector<std::string>& texts) {
    std::vector<Axis> axes;
    for (const std::string& text : texts) {
      auto axis = read_axis(context, sources, sources.add("--sweep", text));
      if (!axis) throw std::runtime_error(text + ": " + axis.error().message);
      axes.push_back(*axis);
    }
    return make_grid(axes);
  }
  std::vector<model::SlotId> outputs(const std::string& names) {
    const auto found = read_outputs(context, sources, sources.add("--outputs", names), {});
    if (!found) throw std::runtime_error(names + ": " + found.error().message);
    return *found;
  }
  std::vector<Row> rows(const std::vector<std::string>& texts, const std::string& names,
                        const Watch& watch = {}) {
    std::vector<Row> out;
    swept = sweep(
        context, *grid(texts), outputs(names), [&](const Row& row) { out.push_back(row); }, watch);
    return out;
  }
  Swept swept;
};

}  // namespace

TEST_CASE("a grid is gone through with the last axis fastest") {
  SweptCase sample(test::context("payment-gateway"));
  const auto rows = sample.rows({"regions=2..3", "peakTPS=100k/s..200k/s:2"}, "region_rate");
  REQUIRE(rows.size() == 4);
  const double expected[][3] = {{2, 1e5, 5e4}, {2, 2e5, 1e5}, {3, 1e5, 1e5 / 3}, {3, 2e5, 2e5 / 3}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].inputs[0] == expected[i][0]);
    CHECK(rows[i].inputs[1] == expected[i][1]);
    CHECK(rows[i].outputs[0] == Approx(expected[i][2]));
    CHECK(rows[i].problem.empty());
  }
  CHECK(sample.swept.rows == 4);
  CHECK_FALSE(sample.swept.stopped);
}

TEST_CASE("a row of a sweep is what sizing gives for that input") {
  SweptCase sample(test::context("payment-gateway"));
  const std::string names = "installed_cores,fleet.memory,log.stored";
  const auto rows = sample.rows({"peakTPS=1k/s..1M/s:x3"}, names);
  const auto outputs = sample.outputs(names);
  for (const Row& row : rows) {
    check::Context context = sample.context;
    const model::SlotId rate = test::slot(context, "peak_rate");
    context.scenario[rate]->stated.interval = units::exactly(row.inputs[0]);
    const model::Run run = model::run(*context.model, context.scenario);
    for (std::size_t i = 0; i < outputs.size(); ++i) CHECK(row.outputs[i] == run.outcomes[outputs[i]].value);
  }
}

TEST_CASE("a row that divides by zero says why, and the others stand") {
  test::Written written(divider);
  SweptCase sample(written.context);
  const auto rows = sample.rows({"nodes=0..2"}, "each,twice");
  REQUIRE(rows.size() == 3);
  CHECK_FALSE(rows[0].outputs[0].has_value());
  CHECK(rows[0].problem == "each: division by zero");
  CHECK(rows[0].outputs[1] == 20.0);
  CHECK(rows[1].outputs[0] == 10.0);
  CHECK(rows[1].problem.empty());
  CHECK(rows[2].outputs[0] == 5.0);
}

TEST_CASE("outputs that a sweep tells are needs that it moves, or else all that it moves") {
  test::Written written(divider);
  const auto name = [&](model::SlotId slot) { return written.context.model->slot(slot).name; };
  const auto moved = moved_outputs(written.context, {test::slot(written.context, "nodes")});
  REQUIRE(moved.size() == 1);  // `open` is open
  CHECK(name(moved[0]) == "each");
  const check::Context gateway = test::context("payment-gateway");
  for (const model::SlotId slot : moved_outputs(gateway, {test::slot(gateway, "peak_rate")}))
    CHECK(gateway.model->slot(slot).kind == model::SlotKind::need);
}

TEST_CASE("outputs that are unknown or open are refused at their place") {
  test::Written written(divider);
  struct Bad {
    const char* names;
    const char* code;
    std::uint32_t begin;
  };
  for (const Bad& row :
       {Bad{"each, twize", "usage.unknown-name", 6}, Bad{"each,open", "usage.open-output", 5},
        Bad{"each,,twice", "usage.unknown-name", 5}}) {
    INFO(row.names);
    base::Sources sources;
    const auto found = read_outputs(written.context, sources, sources.add("--outputs", row.names), {});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == row.code);
    CHECK(found.error().primary.span.begin == row.begin);
  }
  // What is swept is not open.
  base::Sources sources;
  CHECK(read_outputs(written.context, sources, sources.add("--outputs", "open"),
                     {test::slot(written.context, "spare")}));
}

TEST_CASE("absurdly many points are refused, whatever makes them many") {
  SweptCase sample(test::context("payment-gateway"));
  for (const std::vector<std::string>& texts : {std::vector<std::string>{"peakTPS=1/s..2/s:1000000000"},
                                                {"peakTPS=1/s..10M/s:0.000000001/s"},
                                                {"peakTPS=1/s..2/s:10000", "regions=1..2:10000"},
                                                {"peakTPS=1/s..2/s:99999999999999999999"},
                                                {"peakTPS=1/s..10M/s:x1.0000000001"}}) {
    INFO(texts.front());
    const auto grid = sample.grid(texts);
    REQUIRE_FALSE(grid.has_value());
    CHECK(grid.error().code == "usage.sweep-points");
  }
  CHECK(sample.grid({"peakTPS=1/s..2/s:10000000"}).has_value());
}

TEST_CASE("an input is swept once") {
  SweptCase sample(test::context("payment-gateway"));
  const auto grid = sample.grid({"peakTPS=1/s..2/s", "peak_rate=1/s..2/s"});
  REQUIRE_FALSE(grid.has_value());
  CHECK(grid.error().code == "usage.sweep-twice");
}

TEST_CASE("a sweep that is stopped keeps the rows that it has") {
  SweptCase sample(test::context("payment-gateway"));
  std::uint64_t told = 0;
  Watch watch;
  watch.progress = [&](std::uint64_t done, std::uint64_t total) {
    told = done;
    CHECK(total == 10000);
  };
  watch.should_stop = [&] { return told >= 1000; };
  const auto rows = sample.rows({"peakTPS=1/s..2/s:10000"}, "region_rate", watch);
  CHECK(sample.swept.stopped);
  CHECK(sample.swept.rows == rows.size());
  CHECK(rows.size() == 1024);
}

}  // namespace reckon::whatif

// SPDX-License-Identifier: MIT
// What would have to be true: inverted calculations, nearest to plausible first.
#include "check/explain.hpp"

#include "check/sample.hpp"
#include "formula/calculation.hpp"
#include "formula/parse.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

using Catch::StartsWith;

const Context& gateway() {
  static const Sample sample("- CPU time: 50 µs\n- Memory per core: 20 MB\n");
  return sample.review.context;
}

std::vector<std::string> right(const std::string& slot, double stated, std::size_t most = 5) {
  const Context& context = gateway();
  return to_be_right(*context.model, context.scenario, *model::find_slot(*context.model, slot), stated, most);
}

TEST_CASE("each input is inverted, with the reserve and without it") {
  const auto lines = right("fleet.cores", 2000);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0] == "cpu_time = 20 ms·core/request at 100 % utilisation, 14 ms·core/request at 70 %");
  CHECK(right("fleet.cores", 2000, 1).size() == 1);
}

TEST_CASE("a plausible value comes before an implausible one") {
  // 2 GB a core is usual; 100 times the transactions are not what anybody meant.
  const auto lines = right("fleet.memory", 16e9);
  REQUIRE_FALSE(lines.empty());
  CHECK_THAT(lines[0], StartsWith("memory_per_core = ") && Catch::Contains("2 GB/core at 70 %"));
}

TEST_CASE("a value that is right already, or that nothing can reach, is not suggested") {
  for (const std::string& line : right("fleet.bandwidth", 1e8))
    CHECK(line.find("payload") == std::string::npos);
  CHECK(right("fleet.cores", -5).empty());
}

TEST_CASE("a number implies values for what the response leaves open") {
  const Sample plan("nothing is said here");
  const Context& context = plan.review.context;
  const auto cores = *model::find_slot(*context.model, "fleet.cores");
  const auto lines = implied(*context.model, context.scenario, cores, 2000);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "cpu_time = 14 ms·core/request at 70 % utilisation");
}

TEST_CASE("an equation is inverted number by number") {
  base::Sources sources;
  const auto source = sources.add("formula", "100000 request/s * 50 us");
  const auto formula = formula::parse(sources, sources.whole(source), {{}, true});
  REQUIRE(formula);
  const auto lines = to_be_right(formula::calculation_of(*formula), 2000.0, 3);
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0] + lines[1], Catch::Contains("20 ms in place of 50 us"));
  CHECK_THAT(lines[0] + lines[1], Catch::Contains("in place of 100000 request/s"));
}

TEST_CASE("a short name is the last part where it is unique") {
  const model::Model& model = *gateway().model;
  CHECK(short_name(model, *model::find_slot(model, "fleet.cpu_time")) == "cpu_time");
  CHECK(short_name(model, *model::find_slot(model, "fleet.cores")) == "cores");
  CHECK(short_name(model, *model::find_slot(model, "peak_rate")) == "peak_rate");
}

}  // namespace
}  // namespace reckon::check

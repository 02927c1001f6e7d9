// SPDX-License-Identifier: MIT
// Scenarios side by side: what is set in one argument, and which rows differ.
#include "whatif/compare.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::whatif {
namespace {

using Texts = std::vector<std::string>;

Comparison compared(const std::string& id, const std::vector<Texts>& settings) {
  std::vector<Variant> variants;
  for (const Texts& texts : settings) variants.push_back({"", test::context(id, texts)});
  return compare(variants);
}

const ComparedRow* find(const Comparison& comparison, model::SlotId slot) {
  const auto same = [slot](const ComparedRow& row) { return row.slot == slot; };
  const auto at = std::find_if(comparison.rows.begin(), comparison.rows.end(), same);
  return at == comparison.rows.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("settings are parted by commas that a name follows") {
  struct Case {
    const char* text;
    Texts expected;
  };
  const Case cases[] = {
      {"peakTPS=200k/s", {"peakTPS=200k/s"}},
      {"peakTPS=200k/s,regions=3", {"peakTPS=200k/s", "regions=3"}},
      {"peakTPS=100,000 request/s, fleet.cpu_time=1 ms",
       {"peakTPS=100,000 request/s", "fleet.cpu_time=1 ms"}},
      {"infrastructure=5 global regions, in US, EU", {"infrastructure=5 global regions, in US, EU"}},
      {"a=1,b = 2", {"a=1", "b = 2"}},
      {"a=1,", {"a=1,"}},
      {"", {""}},
  };
  for (const Case& row : cases) {
    INFO(row.text);
    CHECK(split_settings(row.text) == row.expected);
  }
}

TEST_CASE("rows are what differs, inputs first, and the rest is counted") {
  const check::Context base = test::context("payment-gateway");
  const Comparison comparison =
      compared("payment-gateway", {{}, {"peakTPS=200k/s"}, {"peakTPS=200k/s", "regions=3"}});
  const auto* cores = find(comparison, test::slot(base, "installed_cores"));
  REQUIRE(cores != nullptr);
  CHECK(cores->values == std::vector<std::optional<double>>{180.0, 360.0, 429.0});
  CHECK(find(comparison, test::slot(base, "availability.downtime_month")) == nullptr);
  CHECK(comparison.equal_outputs > 0);
  const auto is_input = [](const ComparedRow& row) { return row.is_input; };
  CHECK(std::is_partitioned(comparison.rows.begin(), comparison.rows.end(), is_input));
  CHECK(std::count_if(comparison.rows.begin(), comparison.rows.end(), is_input) == 2);
}

TEST_CASE("a scenario compared with itself differs in nothing") {
  for (const std::string& id : test::catalogue().models.ids()) {
    INFO(id);
    CHECK(compared(id, {{}, {}}).rows.empty());
  }
}

TEST_CASE("a value that only one scenario has says what the other needs") {
  const check::Context base = test::context("payment-gateway");
  const Comparison comparison = compared("payment-gateway", {{}, {"log.partitions=10"}});
  const auto* rate = find(comparison, test::slot(base, "log.rate_per_partition"));
  REQUIRE(rate != nullptr);
  CHECK_FALSE(rate->values[0].has_value());
  CHECK(rate->reasons[0] == "needs log.partitions");
  CHECK(rate->values[1] == 10000.0);
  CHECK(rate->reasons[1].empty());
}

TEST_CASE("checks that fail are told for each scenario") {
  const Comparison comparison = compared("payment-gateway", {{}, {"log.partitions=1", "log.consumers=4"}});
  CHECK(comparison.checks[0].empty());
  CHECK_FALSE(comparison.checks[1].empty());
}

}  // namespace reckon::whatif

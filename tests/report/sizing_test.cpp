// SPDX-License-Identifier: MIT
// Sizes of the payment gateway, each worked out by hand beside the expected value.
#include "report/sizing.hpp"

#include "check/context.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::report {
namespace {

Sizing sizing_of(const std::string& id, const std::vector<std::string>& settings) {
  check::Context context = test::context(id);
  base::Sources sources;
  for (const std::string& setting : settings)
    REQUIRE(check::set(context, sources, sources.add("command line", setting)).has_value());
  return size(context, "0.0.0");
}

const SizingRow& row_of(const std::vector<SizingRow>& rows, const std::string& name) {
  const auto same = [&name](const SizingRow& row) { return row.name == name; };
  const auto at = std::find_if(rows.begin(), rows.end(), same);
  if (at == rows.end()) throw std::runtime_error("no row " + name);
  return *at;
}

struct Expected {
  const char* name;
  double value;
  const char* unit;
};

void check_outputs(const Sizing& sizing, const std::vector<Expected>& rows) {
  for (const Expected& expected : rows) {
    INFO(expected.name);
    const SizingRow& row = row_of(sizing.outputs, expected.name);
    // The complement of five nines loses five digits.
    CHECK(row.value == Approx(expected.value).epsilon(1e-10));
    CHECK(row.unit == expected.unit);
    CHECK(row.open.empty());
    CHECK(row.failure.empty());
    CHECK_FALSE(row.calculation.empty());
  }
}

}  // namespace

TEST_CASE("the payment gateway as it is asked for") {
  const Sizing sizing = sizing_of("payment-gateway", {});
  CHECK(row_of(sizing.inputs, "peak_rate").from == "variable peakTPS");
  CHECK(row_of(sizing.inputs, "fleet.cpu_time").from == "default");
  CHECK(row_of(sizing.inputs, "fleet.cpu_time").unverified);
  check_outputs(sizing, {
                            {"fleet.busy_cores", 100.0, "core"},        // 100,000/s x 1 ms
                            {"fleet.cores", 143.0, "core"},             // 100 / 0.7 = 142.86, rounded up
                            {"fleet.memory", 286.0, "GB"},              // 143 x 2 GB
                            {"fleet.bandwidth", 0.8, "Gbps"},           // 100,000/s x 1000 B x 8 = 8e8 bit/s
                            {"fleet.in_flight", 5000.0, "request"},     // 100,000/s x 50 ms
                            {"transactions_a_day", 8.64e9, "request"},  // 1e5 x 86,400 s
                            {"region_rate", 20000.0, "request/s"},      // 1e5 / 5
                            {"region_rate_after_loss", 25000.0, "request/s"},  // 1e5 / 4
                            {"log.written", 300.0, "MB/s"},                    // 100 MB/s x 3 copies
                            {"log.stored", 181.44, "TB"},                      // 300 MB/s x 604,800 s
                            {"availability.downtime_month", 25.92, "s"},       // 0.00001 x 2,592,000 s
                            {"availability.downtime_year", 5.256, "min"},      // 0.00001 x 525,600 min
                            {"latency.farthest", 5000.0, "km"},  // 50 ms x 200,000 km/s, there and back
                        });
  CHECK(sizing.checks.empty());
}

TEST_CASE("the payment gateway at twice the load") {
  const Sizing sizing = sizing_of("payment-gateway", {"peakTPS=200k/s"});
  CHECK(row_of(sizing.inputs, "peak_rate").value == 200000.0);
  check_outputs(sizing, {
                            {"fleet.busy_cores", 200.0, "core"},
                            {"fleet.cores", 286.0, "core"},  // 285.71 rounded up: not twice 143 by accident
                            {"fleet.memory", 572.0, "GB"},
                            {"fleet.bandwidth", 1.6, "Gbps"},
                            {"region_cores", 72.0, "core"},               // 200 / 4 / 0.7 = 71.4
                            {"installed_cores", 360.0, "core"},           // 5 x 72
                            {"availability.downtime_month", 25.92, "s"},  // does not depend on the load
                        });
}

TEST_CASE("an open output says what it needs and has no value") {
  const Sizing sizing = sizing_of("shop", {});
  const SizingRow& ingress = row_of(sizing.outputs, "ingress");
  CHECK(ingress.open == std::vector<std::string>{"order_size"});
  const auto json = nlohmann::json::parse(print_sizing_json(sizing));
  for (const auto& row : json["outputs"]) {
    INFO(row["name"]);
    CHECK(row["value"].is_null() == (row["name"] != "cores"));
  }
}

TEST_CASE("an output that is set is told with where it comes from, not with a calculation") {
  const Sizing sizing = sizing_of("shop", {"cores=3"});
  const SizingRow& cores = row_of(sizing.outputs, "cores");
  CHECK(cores.value == 3.0);
  CHECK_FALSE(cores.from.empty());
  CHECK(cores.calculation.empty());
  CHECK(print_sizing_text(sizing).find("3 cores") < print_sizing_text(sizing).find(cores.from));
  const auto json = nlohmann::json::parse(print_sizing_json(sizing));
  CHECK(json["outputs"][0]["from"] == cores.from);
}

TEST_CASE("a check that fails is told with its values") {
  const Sizing sizing = sizing_of("shop", {"order_size=5 KB/request"});
  REQUIRE(sizing.checks.size() == 1);
  CHECK(sizing.checks[0].id == "shop.small-disk");
  CHECK(sizing.checks[0].severity == base::Severity::warning);
  CHECK(sizing.checks[0].message == "an order of 5 KB/request does not fit a page");
  CHECK(sizing_of("shop", {"order_size=4 KB/request"}).checks.empty());
  CHECK(sizing_of("shop", {}).checks.empty());
}

}  // namespace reckon::report

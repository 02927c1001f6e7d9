// SPDX-License-Identifier: MIT
// Values as they are typed: the name says what is counted, so the value need not.
#include "check/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

struct Setting {
  const char* text;
  const char* slot;
  double value;  ///< in base units
};

TEST_CASE("a setting may leave out what its name counts") {
  const Setting settings[] = {
      {"fleet.cpu_time=50us", "fleet.cpu_time", 50e-6},
      {"fleet.cpu_time=50 us/request", "fleet.cpu_time", 50e-6},
      {"fleet.memory_per_core=20MB", "fleet.memory_per_core", 20e6},
      {"log.partitions=256", "log.partitions", 256},
      {"peak_rate=1200/s", "peak_rate", 1200},
  };
  for (const Setting& setting : settings) {
    const Sample sample("Nothing to check.", "answer.md", {setting.text});
    INFO(setting.text);
    REQUIRE(sample.in_force(setting.slot) != nullptr);
    CHECK(sample.in_force(setting.slot)->stated.interval.value == Approx(setting.value));
  }
}

TEST_CASE("a setting that counts something else, or measures something else, is refused") {
  for (const char* setting : {"log.partitions=5 brokers", "fleet.cpu_time=5 GB", "peak_rate=5 GB",
                              "peak_rate=1200", "fleet.memory_per_core=20 ms"}) {
    INFO(setting);
    CHECK_THROWS(Sample("Nothing to check.", "answer.md", {setting}));
  }
}

}  // namespace
}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// The unit that a key says, and the words that remain of it.
#include "derive/page/key_unit.hpp"

#include "derive/page/key_words.hpp"
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

/// The value in base units of the number 7 under this key.
double under_key(const std::string& key) {
  const Sample sample("{\"" + key + "\": 7}", "plan.json");
  return sample.page().figure(sample.find("7")).value();
}

TEST_CASE("a key is split where it changes case and at signs") {
  using Keys = std::vector<std::string_view>;
  CHECK(key_words("auditGBPerDay") == Keys{"audit", "GB", "Per", "Day"});
  CHECK(key_words("max_memoryGiB") == Keys{"max", "memory", "GiB"});
  CHECK(key_words("local.retention.ms") == Keys{"local", "retention", "ms"});
  CHECK(key_words("peakRPS") == Keys{"peak", "RPS"});
  CHECK(key_words("  ").empty());
}

TEST_CASE("a unit in a key is the number's") {
  struct Row {
    const char* key;
    double value;
  };
  const Row rows[] = {
      {"auditGBPerDay", 7e9 / 86400},
      {"retentionDays", 7 * 86400.0},
      {"retention.ms", 0.007},
      {"invoicesPerMonth", 7 / 2592000.0},
      {"requestsPerMinute", 7 / 60.0},
      {"memoryGiB", 7 * 1073741824.0},
      {"diskMb", 7e6},
      {"rate_mb_s", 7e6},
      {"cpuPercent", 0.07},
      // These say no unit.
      {"minReplicas", 7},
      {"peakDay", 7},
      {"hoursToKeep", 7},
      {"dayRate", 7},
      {"mttrMin", 7},
      {"costPerRegion", 7},
  };
  for (const Row& row : rows) {
    INFO(row.key);
    CHECK(under_key(row.key) == Approx(row.value));
  }
}

TEST_CASE("a remark that is nothing but a unit is the value's") {
  struct Row {
    const char* line;
    double value;
  };
  const Row rows[] = {
      {"heap: 7  # MiB", 7 * 1048576.0},
      {"\"heap\": 7, // GB", 7e9},
      {"rate: \"7\"   # MB/s", 7e6},
      // These say more, or no unit.
      {"heap: 7  # MB would do for a day", 7},
      {"heap: 7  # 2 GB", 7},
      {"heap: 7  # generous", 7},
      {"heapMB: 7  # s", 7e6},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const std::string line = row.line;
    const bool is_json = line.front() == '"';
    const Sample sample(is_json ? "{\n" + line + "\n\"other\": true}" : line + "\n",
                        is_json ? "plan.jsonc" : "plan.yaml");
    CHECK(sample.page().figure(sample.find("7")).value() == Approx(row.value));
  }
}

TEST_CASE("an identifier in front of a number is its key, a word is not") {
  const Sample sample("retention.ms=604800000 and Off-peak: 2,000 and size: 9");
  CHECK(key_of(sample.page(), sample.find("604800000")) == "retention.ms");
  CHECK(sample.page().figure(sample.find("604800000")).value() == Approx(604800.0));
  CHECK(key_of(sample.page(), sample.find("2,000")).empty());
  CHECK(key_of(sample.page(), sample.find("9")).empty());
}

}  // namespace
}  // namespace reckon::derive

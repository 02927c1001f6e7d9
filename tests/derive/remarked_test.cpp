// SPDX-License-Identifier: MIT
// A remark behind a setting says it in another unit.
#include "derive/names/remarked.hpp"

#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

std::string set_in(const std::string& language, const std::string& line) {
  return "# Plan\n\nWe sell lamps.\n\n```" + language + "\n" + line + "\n```\n";
}

TEST_CASE("a setting that its remark contradicts is told") {
  struct Row {
    const char* language;
    const char* wrong;
    const char* right;
  };
  const Row rows[] = {
      {"sh", "kafka-configs.sh --alter --add-config retention.ms=259200000  # 36 h",
       "kafka-configs.sh --alter --add-config retention.ms=129600000  # 36 h"},
      {"yaml", "flush.interval.ms: 5000  # 50 s", "flush.interval.ms: 50000  # 50 s"},
      {"yaml", "cacheTtlSeconds: 604800  # 3 days", "cacheTtlSeconds: 259200  # 3 days"},
      {"yaml", "segment.bytes: 1073741824  # 2 GiB", "segment.bytes: 2147483648  # 2 GiB"},
      {"sql", "CREATE TABLE a (b int) WITH default_time_to_live = 6307200;  -- 2 × 365 days",
       "CREATE TABLE a (b int) WITH default_time_to_live = 63072000;  -- 2 × 365 days"},
      {"sh", "kafka-configs.sh --alter --add-config retention.ms=3600000  # 7,200,000 ms = 2 h",
       "kafka-configs.sh --alter --add-config retention.ms=7200000  # 7,200,000 ms = 2 h"},
  };
  for (const Row& row : rows) {
    INFO(row.wrong);
    CHECK(verdict(Sample(set_in(row.language, row.wrong))) == "contradicted");
    CHECK(verdict(Sample(set_in(row.language, row.right))) != "contradicted");
  }
}

TEST_CASE("a remark that says something else contradicts nothing") {
  for (const char* line : {
           "pool_timeout_seconds: 30  # was 60 s before",
           "retries: 5  # 30 s",
           "poll_ms: 500  # 2/s",
           "heap_bytes: 1000000000  # 1 GiB",
           "budget_milli_node_hours: 4000  # 4 hours",
           "batch: 7200  # 2 h",
           "retention.ms: 604800000  # 7 days, 30 days in the archive",
           "window_seconds: 3600  # 24 of them make 24 h",
           "flush_ms: 250  # up to 1 s",
       }) {
    INFO(line);
    CHECK(verdict(Sample(set_in("yaml", line))) != "contradicted");
  }
}

}  // namespace
}  // namespace reckon::derive

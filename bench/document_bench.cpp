// SPDX-License-Identifier: MIT
// How fast responses are read: a Markdown article with everything in it, and large JSON, YAML and shell
// texts. Rates are bytes a second; only ratios between rows of one run mean anything.
#include "document/read.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace reckon;

constexpr std::string_view article_part = R"(## Capacity

We need **2000** `cores` for 100,000 TPS × 50 µs, which is ~5 core-seconds a second
and leaves *some* headroom &mdash; see [the table](#table).

- 36M pings/day × 90 bytes = 3.24 GB/day
  - 1.2 TB in a year
- `36,000,000 / 86,400` = ~417 pings/sec

| Metric | Assumption | Need |
|---|---|---|
| CPU cores | 50 µs per transaction | 2000 cores |
| Memory | 20 MB per core | 4000 GB |

```json
{"capacityPlanning": {"cpuCoresRequired": 2000, "memoryGBRequired": 4000}}
```

```yaml
apiVersion: apps/v1
kind: Deployment
spec:
  replicas: 10
```

```sh
kafka-topics.sh --create --partitions 500 --config retention.ms=604800000
```

)";

std::string repeated(std::string_view piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  return out;
}

void read_text(benchmark::State& state, const std::string& name, const std::string& text) {
  base::Sources sources;
  const base::SourceId id = sources.add(name, text);
  for (auto _ : state) {
    document::Document document = document::read(sources, id);
    benchmark::DoNotOptimize(document);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void article_of_65_kb(benchmark::State& state) {
  read_text(state, "article.md", repeated(article_part, 65000));
}
void article_of_1_mb(benchmark::State& state) {
  read_text(state, "article.md", repeated(article_part, 1000000));
}
void json_of_1_mb(benchmark::State& state) {
  std::string text = "[";
  text += repeated(R"({"name": "cores", "value": 2000, "unit": "50 µs"},)", 1000000);
  text += "0]";
  read_text(state, "a.json", text);
}
void yaml_of_1_mb(benchmark::State& state) {
  read_text(state, "a.yaml", repeated("- name: cores\n  value: 2000\n  unit: \"50 µs\"\n", 1000000));
}
void shell_of_1_mb(benchmark::State& state) {
  read_text(state, "a.sh",
            repeated("kafka-topics.sh --create --partitions 500 --config retention.ms=604800000\n", 1000000));
}

BENCHMARK(article_of_65_kb)->Unit(benchmark::kMicrosecond);
BENCHMARK(article_of_1_mb)->Unit(benchmark::kMillisecond);
BENCHMARK(json_of_1_mb)->Unit(benchmark::kMillisecond);
BENCHMARK(yaml_of_1_mb)->Unit(benchmark::kMillisecond);
BENCHMARK(shell_of_1_mb)->Unit(benchmark::kMillisecond);

}  // namespace

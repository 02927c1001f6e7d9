// SPDX-License-Identifier: MIT
// Columns and rows whose names say how they follow from one another.
#include "derive/tables/named_rules.hpp"

#include "derive/sample.hpp"
#include "derive/tables/header_names.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

HeaderName name_of(std::string_view header) {
  Sample sample("| " + std::string(header) + " | b |\n|---|---|\n| 3 | 4 |\n");
  return header_name(sample.derived.page, sample.page().tables[0].at(0, 0));
}

TEST_CASE("a header says of what a number is") {
  CHECK(name_of("Requests per user per day").what == std::vector<std::string>{"request"});
  CHECK(name_of("Requests per user per day").per == std::vector<std::string>{"user"});
  CHECK(name_of("Cost a node ($)").per == std::vector<std::string>{"node"});
  CHECK(name_of("Events/s").per.empty());
  CHECK(name_of("Events/s").what == std::vector<std::string>{"event"});
  CHECK(name_of("Latency (ms)").what == std::vector<std::string>{"latency"});
}

struct Table {
  const char* text;
  std::vector<std::string> accused;
};

void check(const std::vector<Table>& tables) {
  for (const Table& table : tables) {
    INFO(table.text);
    CHECK(accused(Sample(table.text)) == table.accused);
  }
}

TEST_CASE("so many of each, and how many there are, make all of them") {
  check({
      {"| Riders | Pings per rider per day | Pings per day |\n|---|---|---|\n| 3M | 40 | 120M |\n", {}},
      {"| Riders | Pings per rider per day | Pings per day |\n|---|---|---|\n| 3M | 40 | 1.2B |\n",
       {"1.2B, not 120,000,000"}},
      {"| Pool | Disk per broker | Brokers | Disk |\n|---|---|---|---|\n| a | 96 GB | 14 | 13.44 TB |\n| b | "
       "48 GB "
       "| 6 | 288 GB |\n",
       {"13.44 TB, not 1.344"}},
      {"| Quantity | Value |\n|---|---|\n| Events per second | 30,000 |\n| Bytes per event | 700 B |\n| "
       "Volume | 210 "
       "MB/s |\n",
       {"210 MB/s, not 21"}},
      {"| Quantity | Value |\n|---|---|\n| Partitions | 480 |\n| Brokers | 24 |\n| Partitions per broker | "
       "200 |\n",
       {"200, not 20"}},
  });
}

TEST_CASE("an amount in a header, beside a rate or a price for it, makes what all rows tell") {
  const std::string links =
      "| Link | Speed | 1 TB |\n|---|---|---|\n| copper | 100 MB/s | 10,000 s |\n"
      "| fibre | 1 GB/s | 1,000 s |\n| radio | 20 MB/s | 50,000 s |\n| relay | 400 MB/s | ";
  CHECK(accused(Sample(links + "5,000 s |\n")) == std::vector<std::string>{"5,000 s, not 2500"});
  CHECK(accused(Sample(links + "2,500 s |\n")).empty());
  CHECK(accused(Sample(links + "3,000 s |\n")).empty());
  const std::string shelves =
      "| Shelf | Price | 40 TB |\n|---|---|---|\n| a | $20/TB | $800 |\n| b | $13/TB | $520 |\n| c | $55/TB "
      "| ";
  CHECK(accused(Sample(shelves + "$220 |\n")) == std::vector<std::string>{"$220, not 2200"});
  CHECK(accused(Sample(shelves + "$2,200 |\n")).empty());
}

TEST_CASE("a rate, a size and a bandwidth alone in a table") {
  check({
      {"| Flow | Rate | Size | Bandwidth |\n|---|---|---|---|\n| a | 700/s | 3 KB | 2.1 MB/s |\n| b | 120/s "
       "| 4 KB | "
       "480 KB/s |\n",
       {}},
      {"| Flow | Rate | Size | Bandwidth |\n|---|---|---|---|\n| a | 700/s | 3 KB | 21 MB/s |\n| b | 120/s | "
       "4 KB | "
       "480 KB/s |\n",
       {"21 MB/s, not 2.1"}},
      // Links that were bought.
      {"| Site | Rate | Size | Bandwidth |\n|---|---|---|---|\n| a | 700/s | 3 KB | 10 MB/s |\n| b | 120/s | "
       "4 KB | "
       "1 MB/s |\n",
       {}},
  });
}

TEST_CASE("what is called otherwise follows otherwise") {
  check({
      {"| Users | Requests per user per day | Peak requests per second |\n|---|---|---|\n| 10M | 20 | 7,000 "
       "|\n",
       {}},
      {"| Quantity | Value |\n|---|---|\n| Monthly cost | $312,000 |\n| Riders | 6,000,000 |\n"
       "| Cost per rider/year | $0.624 |\n",
       {}},
      {"| Quantity | Limit |\n|---|---|\n| Tenants | 10,000 |\n| Queues per tenant | 1,000 |\n| Queues | "
       "1,000,000 "
       "|\n",
       {}},
      {"| Nodes | Pods per node | Pods per region |\n|---|---|---|\n| 12 | 20 | 80 |\n", {}},
      {"| Nodes | Price per node | Discounted cost |\n|---|---|---|\n| 12 | $200 | $1,900 |\n", {}},
      {"| Quantity | Value |\n|---|---|\n| Disk per broker | 2 TB |\n| Brokers (a region) | 6 |\n| Regions | "
       "3 |\n"
       "| Disk | 36 TB |\n",
       {}},
  });
}

TEST_CASE("a formula beside the table or in its label names its operands") {
  check({
      {"| What | Per day | Mean per second | Peak per second |\n|---|---|---|---|\n| Reads | 30.24M | 350 | "
       "1,400 |\n"
       "| Writes | 4.32M | 50 | 200 |\n\nHere peak = 4 × mean.\n",
       {}},
      {"| What | Per day | Mean per second | Peak per second |\n|---|---|---|---|\n| Reads | 30.24M | 350 | "
       "84,000 |\n"
       "| Writes | 4.32M | 50 | 200 |\n\nHere peak = 4 × mean.\n",
       {"84,000, not 1400"}},
      {"| Quantity | Value |\n|---|---|\n| Rate | 700/s |\n| Size | 3 KB |\n| Bandwidth = rate × size | 21 "
       "MB/s |\n",
       {"21 MB/s, not 2.1"}},
      {"| Quantity | Value |\n|---|---|\n| Rate | 700/s |\n| Size | 3 KB |\n| Bandwidth (rate × size) | 2.1 "
       "MB/s |\n"
       "| Storage (bandwidth × 86,400) | 181 GB |\n",
       {}},
  });
  CHECK(story(Sample("| Quantity | Value |\n|---|---|\n| Rate | 700/s |\n| Size | 3 KB |\n"
                     "| Bandwidth = rate × size | 2.1 MB/s |\n"),
              "2.1 MB/s") == "row: 700/s × 3 KB");
}

TEST_CASE("a header says how many times another column it is") {
  check({
      {"| | Orchard | A row (÷ 8) |\n|---|---|---|\n| Trees | 960 | 120 |\n| Water (l) | 4,800 | 600 |\n| "
       "Hands | "
       "72 | 9 |\n",
       {}},
      {"| | Orchard | A row (÷ 8) |\n|---|---|---|\n| Trees | 960 | 120 |\n| Water (l) | 4,800 | 6,000 |\n| "
       "Hands "
       "| 72 | 9 |\n",
       {"6,000, not 600"}},
      {"| | once | four copies |\n|---|---|---|\n| a minute | 17 MB | 68 MB |\n| an hour | 1.02 GB | 4.08 GB "
       "|\n| "
       "a shift | 8.16 GB | 24.5 GB |\n",
       {"24.5 GB, not 32.64"}},
      // What grows with the nodes need not grow as fast, and what is not of one kind not at all.
      {"| Clients | 1 node | 4 nodes |\n|---|---|---|\n| 10 | 900 | 3,600 |\n| 100 | 7,100 | 28,400 |\n| 900 "
       "| "
       "17,000 | 41,000 |\n",
       {}},
      {"| | bare | with 3 mirrors |\n|---|---|---|\n| Disk | 170 GB | 510 GB |\n| Writes | 240 | 720 |\n| "
       "Delay | "
       "14 ms | 19 ms |\n",
       {}},
  });
}

}  // namespace
}  // namespace reckon::derive

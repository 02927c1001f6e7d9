// SPDX-License-Identifier: MIT
// What a list calculates.
#include "derive/sentences/listed.hpp"

#include "derive/verdicts.hpp"

namespace reckon::derive {
namespace {

TEST_CASE("an item that concludes, that is named for the others or that tells its factor is recomputed") {
  check_all(
      {
          "- 400 writes/s\n- 2 KB each\n- so 800 KB/s\n",
          "- Writes: 400/s\n- Record size: 2 KB\n- Write bandwidth: 800 KB/s\n",
          "Traffic at 400/s on average:\n\n- peak (3x): 1,200/s\n",
      },
      "recomputed");
}

TEST_CASE("a factor is told without its sign") {
  CHECK(story(Sample("Traffic at 420/s on average:\n\n- peak (3x): 1,260/s\n"), "1,260/s") ==
        "spoken: 420/s × 3");
}

TEST_CASE("a slip in a list is accused") {
  check_all(
      {
          "- 400 writes/s\n- 2 KB each\n- so 8 MB/s\n",
          "- Writes: 400/s\n- Record size: 2 KB\n- Write bandwidth: 8 MB/s\n",
          "Traffic at 400/s on average:\n\n- peak (3x): 12,000/s\n",
      },
      "contradicted");
}

TEST_CASE("a list that compares, bounds or leaves something out accuses nobody") {
  check_none(
      {
          "- 400 writes/s\n- 2 KB each\n- so less than 10 MB/s\n",
          "- CPU: 4 cores\n- RAM: 16 GB\n- Total RAM: 64 GB\n",
          "- Throughput: 400/s\n- Latency: 20 ms\n- Throughput per node: 100/s\n",
          "- Message size: 2 KB\n- Messages: 400/s\n- Broker limit: 8 MB/s\n",
          "- Primary: 4 cores\n- Replica: 8 cores\n- so 12 cores\n",
          "- Average: 400/s\n- Burst: 4,000/s\n- Peak: 1,200/s\n",
      },
      "contradicted");
}

}  // namespace
TEST_CASE("limits of a list are no operands") {
  CHECK(accused(Sample("- **Parcel delay P95**: <500ms\n- **Open lockers**: 5M at once\n"
                       "- **Parcel arrivals**: 10k parcels/sec (peak)\n"))
            .empty());
}

}  // namespace reckon::derive

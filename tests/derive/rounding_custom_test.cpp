// SPDX-License-Identifier: MIT
// Counts that are rounded down in a document that rounds them up.
#include "derive/sentences/rounding_custom.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

const std::string custom =
    "- API: 62 / 12 = 5.2 → 6 nodes\n"
    "- Storage: 1,240 GB / 400 GB = 3.1 → 4 shards\n"
    "- Jobs: 46 / 11 = 4.2, hence 5 workers\n";

TEST_CASE("where needs are rounded up, one that is rounded down is a mistake") {
  CHECK(verdict(Sample(custom + "- Edge: 27 / 8 = 3.4 → 3 nodes\n")) == "contradicted");
  CHECK(verdict(Sample(custom + "- Edge: 27 / 8 = 3.4 → 4 nodes\n")) != "contradicted");
}

TEST_CASE("what fits into one of many may be rounded down, and so may all where it is no custom") {
  CHECK(verdict(Sample(custom + "- Memory: 27 GB / 8 GB = 3.4 → 3 shards per node\n")) != "contradicted");
  CHECK(verdict(Sample(custom + "- Edge: 27 / 8 = 3.4 → about 3 nodes\n")) != "contradicted");
  CHECK(verdict(Sample("- API: 62 / 12 = 5.2 → 6 nodes\n- Edge: 27 / 8 = 3.4 → 3 nodes\n")) !=
        "contradicted");
  CHECK(verdict(Sample(custom + "- A: 27 / 8 = 3.4 → 3 nodes\n- B: 31 / 7 = 4.4 → 4 nodes\n")) !=
        "contradicted");
}

TEST_CASE("what is said to be needed is rounded up, whatever the document does elsewhere") {
  CHECK(accused(Sample("One pump takes 10 l/s in all, one belt 10 MB/s, so 144 MB/s needs 15 of them."))
            .empty());
  CHECK(accused(Sample("One lane takes maybe 10 MB/s, so 144 MB/s needs 14 of them.")) ==
        std::vector<std::string>{"14, not 15"});
  CHECK(accused(Sample("One lane takes maybe 10 MB/s, so 144 MB/s fills 14 of them.")).empty());
}

}  // namespace
}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

namespace {
const std::string line = "Index Scan using i on t  (cost=0.42..15.67 rows=5000 width=48)";
}

TEST_CASE("a line of EXPLAIN is a plan wherever it stands") {
  CHECK(read_sample("```\nQUERY PLAN\n" + line + "\n```\n").outline() ==
        Lines{"code QUERY PLAN", "plan Index Scan"});
  CHECK(read_sample("```sql\nSELECT a FROM t;\n\n" + line + "\n```\n").outline() ==
        Lines{"query SELECT", "plan Index Scan"});
  CHECK(read_sample("```sql\nSELECT a FROM t\n\n" + line + "\n```\n").outline() ==
        Lines{"query SELECT", "plan Index Scan"});
  CHECK(read_sample("EXPLAIN says: `" + line + "`").all<Artefact>().size() == 1);
  CHECK(read_sample("{\"plan\": \"" + line + "\"}").outline() == Lines{"response", "plan Index Scan"});
}

TEST_CASE("the numbers and names of a plan have exact places") {
  const Sample sample = read_sample("```\n" + line +
                                    " (actual time=0.1..2.0 rows=4 loops=1)\n  ->  Seq Scan on "
                                    "\xc3\xa9t\xc3\xa9  (cost=0..1.5 rows=50 width=4)\n```\n");
  CHECK(sample.at(0, "/cost/start") == "0.42");
  CHECK(sample.at(0, "/cost/total") == "15.67");
  CHECK(sample.at(0, "/rows") == "5000");
  CHECK(sample.at(0, "/width") == "48");
  CHECK(sample.at(0, "/index") == "i");
  CHECK(sample.at(0, "/table") == "t");
  CHECK(sample.at(0, "/actual/total") == "2.0");
  CHECK(sample.at(0, "/actual/loops") == "1");
  CHECK(sample.at(1, "/table") == "\xc3\xa9t\xc3\xa9");
  CHECK(sample.at(1, "/cost/total") == "1.5");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("an estimate that breaks off is no plan, or one with what it has") {
  CHECK(read_sample("```\nSort (cost=\n```\n").outline() == Lines{"code Sort (cost="});
  CHECK(read_sample("```\nSort (cost=1..x\n```\n").outline() == Lines{"code Sort (cost=1..x"});
  CHECK(read_sample("```\nSort (cost=1..2 rows=\n```\n").outline() == Lines{"plan Sort"});
  CHECK(read_sample("```\n(cost=1..2)\n```\n").outline() == Lines{"plan"});
}

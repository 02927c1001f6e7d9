// SPDX-License-Identifier: MIT
// What is written like a calculation and is none, and beside it what is one.
#include "derive/verdicts.hpp"

namespace reckon::derive {

TEST_CASE("a share of what is not said is no number of its own") {
  check_none({"- 20% quota = 200", "- Cost: 2.9% + $0.30 = $1.75", "A 0.1% error rate = 400 errors a day"},
             "contradicted");
  check_all({"99.9% of 30 days = 4.32 minutes of downtime", "5 % × 2000 requests = 10 requests"},
            "contradicted");
}

TEST_CASE("scores, splits and versions are not divided or subtracted") {
  check_none({"- Score: 21/30 = 3 + 4 + 4 + 4 + 3 + 3", "`5/4/4/3 = 16/20`", "A 2-2 split = 4 nodes",
              "Score 4-7 = Level 3"},
             "contradicted");
  check_all({"1200 / 40 = 300", "16-4 = 10"}, "contradicted");
}

TEST_CASE("an equation with an unknown is solved by its reader") {
  check_none({"Solve 3x + 4 = 19"}, "contradicted");
  check_all({"3 + 4 = 19"}, "contradicted");
}

TEST_CASE("a yearly price gives a monthly one") {
  check_none({"8 engineers × $300K = $200K/month"}, "contradicted");
  check_all({"8 engineers × $300K = $20K/month"}, "contradicted");
}

TEST_CASE("the head of a chain whose calculation has a result of its own may be another quantity") {
  check_none({"14x burn = 14/720 = 1.94% of the budget", "Gold: 99.9% → budget = 0.1% × 30 days = 43 min"},
             "contradicted");
}

TEST_CASE("operators and calls that are not read cut a calculation") {
  check_none({"chunks = (90 - 0) // 60 + 1 = 1 + 1 = 2", "6 << 2 = 6 * 4 = 24", "f(3 + 4) = 12",
              "fuel -= 30 - 20 = 40", "end=min(49,300)=49", "pass^3=0.51  pass^8=0.17",
              "9 cells × 620 km² = 5,580 km²"},
             "contradicted");
}

TEST_CASE("a stop behind three decimals ends a sentence") {
  check_all({"The sum is 8.432 + 6.105 = 14.537."}, "recomputed");
}

TEST_CASE("bare numbers glued into one word are a name unless a sign says what they come to") {
  check_none({"The 36-core cluster of 36 (3x12) came last", "If port 3 is in 4X25 mode, it is kept",
              "Total typical: 25 (layers 1+2)", "1.36-1.34 branches are updated to 1.30",
              "Meet after the 1.30 release (11/8)", "MoE (4x12B = 39B)"},
             "contradicted");
  check_all({"In all 24*4 = 100", "28 TB (350x8 GB)"}, "contradicted");
}

TEST_CASE("a square with a noun behind it is a size") {
  check_none({"16×16 patches = 390 tokens", "Layout 7 = 45×45 modules", "two 5×5 filters = 9×9"},
             "contradicted");
  check_all({"16×16 = 390", "16 × 15 patches = 390 patches"}, "contradicted");
}

TEST_CASE("a number in front that is calculated with names what is calculated") {
  check_none({"- 5 guests = 5 upload + 20 download", "8888 inverted = 9000 - 8888",
              "1 thread × 5,000 connections = 1 thread"},
             "contradicted");
  check_all({"20 PB (100B pages × 10 links × 20 bytes)"}, "contradicted");
}

TEST_CASE("orders of magnitude, questions and counted operations are not held against a calculation") {
  check_none({"20M users × 3 hops = ~billions of rows", "With expansion: 2 + 2 == 5",
              "3 × 3 × 3 × 3 = 3 multiplications"},
             "contradicted");
  check_all({"200M players × hundreds of items = billions of entries"}, "recomputed");
}

TEST_CASE("what is meant otherwise is confirmed by its number") {
  check_none({"4 primary shards + 1 replica = 8 shards", "4 params × 5 values = 625 experiments",
              "20% slow nodes × 5 nodes = 67% of calls", "interval 20s + threshold 3 = 60s",
              "1100 - 1 = 1011", "(30-20)/400 = 2.5 points", "Total = 50 + 40 + 30 = 120%",
              "2B phrases × 32 bytes + 300 bytes = 664 GB", "10 nodes × 16 cores × 128GB = 1.28TB",
              "32,000 IOPS × $0.065 = $2,080/month", "(3.0e-5)^8 ≈ 10^-36"},
             "contradicted");
  check_all({"4 params × 5 values = 624 experiments", "interval 20s + threshold 3 = 61s", "1200 - 1 = 1011",
             "5 × 10 + 2 = 60", "32,000 requests/s × $0.065 = $2,080/month"},
            "contradicted");
}

TEST_CASE("a sum begins with the sign of its first term") {
  check_all({"// true (-3 + 0 + 3 = 0)", "x = -3 + 5 = 2"}, "recomputed");
  check_all({"// true (-3 + 0 + 4 = 0)"}, "contradicted");
}

TEST_CASE("symbols, placeholders and lists are no operands") {
  check_none({"dy = slope(y, x)  # 2x^3 = 54", "∂L/∂m = (1/τ²)Σ(yᵢ-m) = 0", "3(2x²+1)² × 4x = 12x(2x²+1)²",
              "factors of 35 = min(factors of 5, factors of 7)", "{0} + {1} = {2}",
              "board = [[0] * 4 for _ in range(4)]", "right=[6,14] median=(4+6)/2=5.0",
              "skip=max(4,1)+max(2,5)=4+5=9, take=2+4+2=8"},
             "contradicted");
}

TEST_CASE("what each one has is not what all have") {
  check_none({"80 bytes each = 80 GB"}, "contradicted");
  check_all({"80 MB = 80 GB"}, "contradicted");
}

TEST_CASE("a name that a value is given to is not what stands before it") {
  check_none(
      {"Fits a 4x8 grid of kilns with R=6", "The bell rings 20s later with next_ring = 1650000000 + 20",
       "Books of ~1Gb with a table of contents of ~ 1Mb"},
      "contradicted");
  check_all({"12 crates × 30 eggs=400", "4x8 = 30", "1Gb ≈ 1Mb"}, "contradicted");
}

TEST_CASE("protocols, prefixes and lines of a file are names") {
  check_none({"12 streams (vs 5 parallel SPDY/3.1 streams per socket)", "90% (was 70% SPDY/3.1)",
              "- /12 → 1,048,574 addresses", "kiln.cc:118 = kiln.cc:40"},
             "contradicted");
  check_all({"90 GB / 3 = 40 GB"}, "contradicted");
}

TEST_CASE("ranges are no differences") {
  check_none({"Shelf B: slots 351-5 = ~15 slots", "shards 90-4 = ~14 shards"}, "contradicted");
  check_all({"Left: 351 - 5 = 15", "12 GB - 5 GB = 4 GB"}, "contradicted");
}

TEST_CASE("the larger of one number is the larger of two") {
  check_none({"min(max(12,400/25),90) = 16"}, "contradicted");
  check_all({"min(max(12, 400/25), 90) = 12"}, "contradicted");
}

TEST_CASE("a bracket behind an operand explains it where the sign gives the result") {
  check_none({"$80 - 2.5% ($2.00) = $78.00 paid out"}, "contradicted");
  check_all({"$80 - $2 = $82"}, "contradicted");
}

TEST_CASE("two times in a cell are a pair") {
  check_none({"| Kiln | p50/p99 | Pots |\n|---|---|---|\n| A | 20ms/3s | 90K+ pots |"}, "contradicted");
}

TEST_CASE("nothing is left to pay, and work is done side by side") {
  check_none({"(40,000 - 90,000) × $0.02 = $0 (free tier)", "Parallel: 50 ovens × 3600 seconds = 1 hour",
              "80K loaves × 45s = 3.6M baker-seconds = ~1 hour"},
             "contradicted");
  check_all(
      {"(90,000 - 40,000) × $0.02 = $10,000", "50 ovens × 3600 seconds = 5 hours", "3.6M seconds = 1 hour"},
      "contradicted");
}

TEST_CASE("bare numbers take the unit of the result") {
  check_none({"7.5 × 220 days = 1,650 hours of teaching", "`2^10 = 1024` tickets per millisecond",
              "5 years * 12 * 40M * 30 = 72 B"},
             "contradicted");
  check_all(
      {"7.5 × 220 days = 1,750 hours", "2^10 = 1124 tickets per millisecond", "3 copies × 72 GB = 216 B"},
      "contradicted");
}

TEST_CASE("what a number is told for may stand before it") {
  check_none(
      {"Hold 20s of frames. At 4,000 frames/s × 50 KB = 4 GB in memory",
       "PRICE PER 1000 CALLS:\n- Spring: $30 / 150M calls = $0.0002",
       "Rent an oven: $2,400/month\n(average $30/1M loaves)\nBreak-even = $2,400 / $30 = 80M loaves/month"},
      "contradicted");
  check_all({"Hold 20s of frames. At 4,000 frames/s × 50 KB = 6 GB in memory",
             "PRICE PER CALL:\n- Spring: $30 / 150M calls = $0.0002"},
            "contradicted");
}

TEST_CASE("what stands in a bracket tells another quantity") {
  check_none({"Herd: 10 cows + 20 calves (RF=3)", "Fleet: 4 trams + 8 buses (lines = 5)",
              "We pack 6 crates (72 jars) + 4 boxes (24 jars) = 96 jars",
              "It is 40% of the new loan (0.40 * 0.315)"},
             "contradicted");
  check_all({"10 cows + 20 calves (= 3)", "6 crates (72 jars) + 4 crates (24 jars) = 13 crates",
             "20% (0.40 * 0.60)"},
            "contradicted");
}

TEST_CASE("a number in a unit that nobody here knows") {
  check_none({"- 40-50 min/Kiste × 12 Kisten = 8-10 Stunden", "30 min × 8 piezas = 4 horas"}, "contradicted");
  check_all({"30 min × 8 = 5 hours", "3 × 40 = 160 piezas"}, "contradicted");
}

TEST_CASE("nobody is off by more than six zeros") {
  check_none({"30 × 4 TB = 120 bytes on the shelf", "6,000 × 500 = 300 trillion"}, "contradicted");
  check_all({"30 × 4 GB = 120 KB", "2 MB/s × 30 days = 60 MB"}, "contradicted");
}

TEST_CASE("a line goes on with all of the calculation above") {
  check_none({"200 times 40.50\ndivided by 1000 equals 40.520", "- 3 + 200 × 40\n- / 100 = 40"},
             "contradicted");
}

TEST_CASE("bars are brackets") {
  check_none({"Drift: |20 - 80| / 80 = 75%", "|2M - 1.6M| / 1.6M = 25%", "ratio |a - 60| / 60 = 20%"},
             "contradicted");
  check_all({"(80 - 20) / 80 = 85%"}, "contradicted");
}

TEST_CASE("what is above or below a sum is compared with it") {
  check_none(
      {"An amount of 900 MB is above 300 MB + 450 MB.", "The limit of 900 MB is below 600 MB + 450 MB.",
       "Its 900 MB are more than 300 MB + 450 MB.", "The 700 MB are under 300 MB + 450 MB."},
      "contradicted");
  check_all({"Under 10 MB (4 × 3.5 MB)"}, "contradicted");
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// What must be true of every document, whatever was counted: the laws of reading numbers. A case tagged
// [!shouldfail] is a law that does not hold yet; whoever mends it takes the tag away.
#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Texts = std::vector<std::string>;

// A rate times a time is a total: a period is never dropped for free.

TEST_CASE("law: a rate times a time is a total") {
  check_all(
      {
          "2 MB/s × 30 days = 60 MB",
          "$0.10/h × 10 nodes × 1 month = $1",
          "100 req/s × 24 h = 2,400 requests",
          "3 MB/s × 1 day = 72 MB",
          "3 MB/s × 1 h = 3 MB",
          "250 GB/day × 1 year = 250 GB",
          "$12/day × 1 year = $144",
          "30M requests/day ÷ 3600 = 8,333 rps",
          "1B requests/month ÷ 86,400 = 11,574 rps",
      },
      "contradicted");
  check_all(
      {
          "2 MB/s × 30 days = 5.18 TB",
          "$0.10/h × 10 nodes × 1 month = $720",
          "100 req/s × 24 h = 8,640,000 requests",
          "100 req/s × 24 h = 8.64M requests",
          "5 GB/day × 30 = 150 GB",
          "3.24 GB/day × 365 = 1.18 TB",
          "12 GB/week × 52 weeks = 624 GB",
      },
      "recomputed");
}

TEST_CASE("law: a share of a year's amount is told for its period, however long that is") {
  check_all({"$1,300 ÷ 26 = $50 per fortnight", "(120 × 12) ÷ 26 = 55.38 meals per fortnight",
             "$1,200 × 12 ÷ 52 = $276.92 a week", "$9,000 ÷ 4 = $2,250 per quarter"},
            "recomputed");
  check_all({"$1,300 ÷ 26 = $60 per fortnight", "$9,000 ÷ 4 = $2,520 per quarter"}, "contradicted");
}

TEST_CASE("law: m in front of cores is a thousandth") {
  check_all({"4,000 × 50m CPU = 200 CPU", "60 pods × 250m cores = 15 cores"}, "recomputed");
  check_all({"4,000 × 50m CPU = 2,000 CPU", "60 pods × 250m cores = 150 cores"}, "contradicted");
}

TEST_CASE("law: a size times a time is no size") {
  check_none({"4 KB × 7 years = 0.92 TB"}, "recomputed");
}

// The stated digits count, and no flat tolerance on top of them.

TEST_CASE("law: the stated digits count") {
  check_all(
      {
          "112 + 12 = 128",
          "100 × 100 = 10,400",
          "160 GB − 70 GB = 80 GB",
          "24 × 4 = 100",
          "$12.50 × 8 = $104",
          "ceil(100.8) = 100",
          "86,400 × 12 = 1.2M",
          "24 × 4 ≈ 150",
      },
      "contradicted");
  check_all(
      {
          "112 + 12 = 124",
          "100 × 100 = 10,000",
          "160 GB − 70 GB = 90 GB",
          "24 × 4 = 96",
          "$12.50 × 8 = $100.00",
          "ceil(100.8) = 101",
          "504 / 5 = 101, rounded up",
          "504 GB / 5.00 GB = 100 nodes (rounded down)",
      },
      "recomputed");
}

TEST_CASE("law: a mark of approximation or a magnitude keeps one or two digits") {
  check_all(
      {
          "86,400 × 12 = 1M",
          "86,400 × 12 ≈ 1M",
          "24 × 4 ≈ 100",
          "24 × 4 is about 100",
          "24 × 4 = ~100",
          "417 × 3 ≈ 1,250",
      },
      "recomputed");
}

TEST_CASE("law: two digits of which the second is wrong are wrong") {
  check_all({"1,500 × 3 = 4,700", "1,500 × 31 ms = 48 s"}, "contradicted");
}

TEST_CASE("law: the total of a column is meant to its digits") {
  check_all({"| part | cost ($) |\n|---|---|\n| compute | 1,200 |\n| storage | 500 |\n| network | 300 |\n"
             "| Total | 2,100 |\n"},
            "contradicted");
}

TEST_CASE("law: \"rounded up\" is exact") {
  check_all(
      {"504 / 5 = 100, rounded up", "100.8 rounded up is 100", "502 GB / 5.00 GB = 100 nodes (rounded up)"},
      "contradicted");
}

TEST_CASE("law: small whole things that are said to be rounded up are right") {
  check_all({"100 / 30 = 4 servers (rounded up)", "100 GB / 30 GB per node = 4 nodes (rounded up)",
             "927 GB / 64 GB = 15 nodes, rounded up"},
            "recomputed");
}

TEST_CASE("law: a mark of approximation does not double a number") {
  check_all({"86,400 × 12 ≈ 2M"}, "contradicted");
}

// `b` is a bit and `B` a byte wherever both are used.

TEST_CASE("law: bits are bits and bytes are bytes") {
  check_all(
      {
          "250,000 messages/s × 4 KB = 1 GB/s",
          "250,000 messages/s × 4 KB = 8 Gb/s",
          "100 MB/s × 8 = 800 Mbps",
          "800 Mbps / 8 = 100 MB/s",
          "100,000 TPS × 1 KB × 8 bits = 0.8 Gbps",
      },
      "recomputed");
  check_all(
      {"100,000 TPS × 1 KB × 8 bits = 100 Gbps", "100 MB/s = 8 Gbps", "250,000 messages/s × 4 KB = 1 Gb/s"},
      "contradicted");
}

TEST_CASE("law: b is not taken for B where both are used") {
  check_all(
      {
          "The link has 10 Gb/s and the disk 500 MB/s.\n\n200 MB × 5 = 1 Gb",
      },
      "contradicted");
}

// What is said to be larger is no contradiction.

TEST_CASE("law: a capacity, a limit or a size that is chosen may be larger") {
  check_none(
      {
          "5 nodes × 12 GB = 60 GB, so we buy 64 GB",
          "5 / 0.7 = 7.14 → 8 cores",
          "5 / 0.7 = 7.14, so 10 cores",
          "4 × 11 GB = 44 GB, which fits in 64 GB",
          "4 × 11 GB = 44 GB, so a 64 GB node is enough",
          "4 × 11 GB = 44 GB < 64 GB",
          "4 × 11 GB = 44 GB, at most 64 GB",
          "Peak is 4 × 11 GB = 44 GB, limit 48 GB",
          "10 × 5 ≥ 40",
      },
      "contradicted");
}

TEST_CASE("law: a bound that does not hold is contradicted") {
  check_all({"10 × 5 ≥ 60", "10 × 5 ≤ 40"}, "contradicted");
}

// What says nothing about the numbers changes no verdict.

constexpr const char* first_section = "## Load\n\n12M orders/day × 3 KB = 36 GB/day\n\n";
constexpr const char* second_section = "## Fleet\n\n12 pods × 40 GB = 580 GB\n\n";

TEST_CASE("law: prose without numbers, order and names change no verdict") {
  const std::string plan = std::string(first_section) + second_section;
  const std::string sentence = "This was discussed at length, and everybody agreed on the approach.\n\n";
  const Texts variants{
      plan,
      std::string(second_section) + first_section,
      sentence + plan + sentence,
      first_section + sentence + second_section,
      "## Load\n\n12M messages/day × 3 KB = 36 GB/day\n\n## Fleet\n\n12 workers × 40 GB = 580 GB\n\n",
      "## Load\n\n12M orders/day × 3 kB = 36 GB/day\n\n## Fleet\n\n12 pods × 0.040 TB = 580 GB\n\n",
  };
  for (const std::string& text : variants) {
    INFO(text);
    const Sample sample(text);
    CHECK(accused(sample) == Texts{"580 GB, not 480"});
    CHECK_THAT(story(sample, "36 GB/day"), Catch::StartsWith("written: 12M "));
  }
}

TEST_CASE("law: a number in another unit, with the same digits, is as right or wrong") {
  check_all({"250 GB × 4 = 1 TB", "0.250 TB × 4 = 1 TB", "250 GB × 4 = 1,000 GB", "250,000 MB × 4 = 1 TB"},
            "recomputed");
  check_all(
      {"250 GB × 4 = 10 TB", "0.250 TB × 4 = 10 TB", "250 GB × 4 = 10,000 GB", "250,000 MB × 4 = 10 TB"},
      "contradicted");
}

TEST_CASE("law: without the operand that explains it a number is unexplained and not wrong") {
  const char* with[] = {"We take 30,000 orders a day. 6 KB × 2 years = 131 GB",
                        "We take 30,000 orders a day.\n\nEach order is kept: 6 KB × 2 years = 131 GB",
                        "There are 31 pods of 150 requests/s, 4,650 requests/s in all."};
  const char* without[] = {"6 KB × 2 years = 131 GB", "Each order is kept: 6 KB × 2 years = 131 GB",
                           "There are pods of 150 requests/s, 4,650 requests/s in all."};
  const char* number[] = {"131 GB", "131 GB", "4,650 requests/s"};
  const char* generator[] = {"nearby", "nearby", "spoken"};
  for (std::size_t i = 0; i < std::size(with); ++i) {
    INFO(with[i]);
    CHECK(story(Sample(with[i]), number[i]).starts_with(generator[i]));
    CHECK_FALSE(verdict(Sample(without[i])) == "contradicted");
  }
}

TEST_CASE("law: a missing operand is not taken for a slip of a period") {
  check_none({"Pods of 150 requests/s are 3,600 requests/s in all."}, "contradicted");
}

// Undoing a slip restores silence, and a finding names the number that was changed.

constexpr const char* plan =
    "12M orders/day × 3 KB = 36 GB/day; × 3 copies = 108 GB/day\n\n"
    "108 GB/day × 365 days = 39.4 TB\n\n"
    "| service | instances | memory (GB) | total (GB) |\n|---|---|---|---|\n"
    "| api | 12 | 14 | 168 |\n| worker | 23 | 18 | 414 |\n| cache | 6 | 32 | 192 |\n"
    "| search | 9 | 17 | 153 |\n| Total | 50 | | 927 |\n\n"
    "927 GB / 64 GB = 14.5 → 15 nodes\n";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("nothing to replace in test");
  return text.replace(at, what.size(), by);
}

TEST_CASE("law: a consistent plan is silent") {
  CHECK(accused(Sample(plan)).empty());
}

TEST_CASE("law: the number that was changed is the one that is named") {
  struct Slip {
    const char* right;
    const char* wrong;
    const char* told;
  };
  const Slip slips[] = {
      {"= 36 GB/day", "= 360 GB/day", "360 GB/day, not 36"},
      {"= 36 GB/day", "= 4.5 GB/day", "4.5 GB/day, not 36"},
      {"= 39.4 TB", "= 3.94 TB", "3.94 TB, not 39.42"},
      {"= 39.4 TB", "= 1.18 TB", "1.18 TB, not 39.42"},
      {"927 |", "972 |", "972, not 927"},
      {"Total | 50", "Total | 40", "40, not 50"},
  };
  for (const Slip& slip : slips) {
    INFO(slip.wrong);
    const Texts told = accused(Sample(replaced(plan, slip.right, slip.wrong)));
    REQUIRE_FALSE(told.empty());
    CHECK(told.front() == slip.told);
  }
}

TEST_CASE("law: what was computed from a wrong number is not accused too") {
  CHECK(accused(Sample("16 × 40 = 680; 680 × 3 = 2,040")) == Texts{"680, not 640"});
  CHECK(accused(Sample("16 × 40 = 460\n\n460 × 3 = 1,380")) == Texts{"460, not 640"});
  CHECK(accused(Sample("12M orders/day × 3 KB = 63 GB/day; × 3 copies = 189 GB/day")) ==
        Texts{"63 GB/day, not 36"});
}

TEST_CASE("law: one wrong number is accused once, and its operands are not") {
  CHECK(accused(Sample("3.24 GB × 365 = 11.8 TB")) == Texts{"11.8 TB, not 1.183"});
  CHECK(accused(Sample("36,000,000 / 86,400 = 4170")) == Texts{"4170, not 416.7"});
}

// What is told is what a careful person would compute.

TEST_CASE("law: what should stand there is told in the unit of the document") {
  struct Row {
    const char* text;
    const char* told;
  };
  const Row rows[] = {
      {"100,000 TPS × 50 µs = 2000 cores", "2000 cores, not 5"},
      {"100,000 TPS × 1 KB = 100 Gbps", "100 Gbps, not 0.8"},
      {"60 % + 20 % = 90 %", "90 %, not 80"},
      {"$12.50 × 8 = $104", "$104, not 100"},
      {"3 × 10 s plus a 30 s TTL = 90 s", "90 s, not 60"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(accused(Sample(row.text)) == Texts{row.told});
  }
}

TEST_CASE("law: the seconds of a day behind a rate convert it once") {
  CHECK(accused(Sample("100/s × 60 × 60 × 24 = 864M a day")) == Texts{"864M a day, not 8,640,000"});
}

TEST_CASE("law: coverage, no operand is left out to make a sum right") {
  check_all({"3 × 10 s plus a 30 s TTL = 90 s", "6 + 18 + 15 = 24 ms"}, "contradicted");
}

TEST_CASE("law: a calculation behind its result in brackets is held against it") {
  check_all({"100 Gbps (100,000 TPS × 1 KB × 8 bits)"}, "contradicted");
}

}  // namespace
}  // namespace reckon::derive

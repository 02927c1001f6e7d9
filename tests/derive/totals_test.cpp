// SPDX-License-Identifier: MIT
// Sums that a word says.
#include "derive/sentences/totals.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("a word makes a number the sum of those before it") {
  struct Row {
    const char* text;
    const char* total;
    const char* story;
  };
  const Row rows[] = {
      {"Web takes 120 MB, jobs 43 MB, together 163 MB.", "163 MB", "total: 120 MB + 43 MB"},
      {"Web takes 120 MB and jobs 43 MB. In all 163 MB.", "163 MB", "total: 120 MB + 43 MB"},
      {"- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n- Total: 41 ms\n", "41 ms",
       "total: 12 ms + 8 ms + 21 ms"},
      {"- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n\nTotal: 41 ms\n", "41 ms",
       "total: 12 ms + 8 ms + 21 ms"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(story(Sample(row.text), row.total) == row.story);
  }
}

TEST_CASE("only what is alike is summed") {
  const Sample sample("- TLS: 12 ms\n- lookup: 8 ms\n- pods: 21\n- Total: 20 ms\n");
  CHECK(story(sample, "20 ms") == "total: 12 ms + 8 ms");
}

TEST_CASE("a list whose total is off is wrong") {
  const Sample sample("- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n- Total: 51 ms\n");
  CHECK(accused(sample) == std::vector<std::string>{"51 ms, not 41"});
}

TEST_CASE("a total below a column of numbers is theirs") {
  const std::string rows =
      "Disk by table\n"
      "  users          9 million     1.26 GB\n"
      "  sessions      31 million     4.34 GB\n"
      "  events       207 million    28.98 GB\n";
  const Sample right(rows + "  total                       34.58 GB\n", "plan.txt");
  CHECK(story(right, "34.58 GB") == "total: 1.26 GB + 4.34 GB + 28.98 GB");
  const Sample wrong(rows + "  total                       35.48 GB\n", "plan.txt");
  CHECK(accused(wrong) == std::vector<std::string>{"35.48 GB, not 34.58"});
}

TEST_CASE("what stands below a ruled line is a total") {
  const std::string rows =
      "```text\n"
      "parse        4 ms\n"
      "look up     13 ms\n"
      "render      28 ms\n"
      "           ------\n";
  CHECK(story(Sample(rows + "            45 ms\n```\n"), "45 ms") == "total: 4 ms + 13 ms + 28 ms");
  CHECK(accused(Sample(rows + "            54 ms\n```\n")) == std::vector<std::string>{"54 ms, not 45"});
}

TEST_CASE("a sum that begins a sentence adds what the sentence before lists") {
  const std::string list = "My split: 4 ms to parse, 13 ms to look up, 9 ms to merge and 28 ms to paint. ";
  CHECK(story(Sample(list + "Adds up to 54 ms."), "54 ms") == "total: 4 ms + 13 ms + 9 ms + 28 ms");
  CHECK(accused(Sample(list + "Adds up to 45 ms.")) == std::vector<std::string>{"45 ms, not 54"});
}

TEST_CASE("a sum that begins a line adds the numbers of its kind above") {
  const std::string lines =
      "Parsing: 4,000 a second at 180 us keep 0.72 cores busy.\n"
      "Signing: 4,000 a second, so 0.6 cores.\n"
      "Routing: 2,400 a second. 3.6 cores.\n";
  CHECK(story(Sample(lines + "Sum: 4.92 busy cores."), "4.92") ==
        "total: 0.72 cores + 0.6 cores + 3.6 cores");
  CHECK(accused(Sample(lines + "Sum: 5.92 busy cores.")) == std::vector<std::string>{"5.92, not 4.92"});
}

TEST_CASE("a sum whose scope is open accuses nobody") {
  const char* const texts[] = {
      "We give 4 ms to parsing, 13 ms to the look-up and 9 ms to the rest of 80 ms. Sum: 31 ms.\n",
      "- cache: 12 GB\n- index: 8 GB\n- heap: 4 GB of 21 GB\n- Total: 64 GB per node\n",
      "- fetch: 5 ms\n- infer: 2 ms\n- decide: 1 ms\n- Total: < 10 ms\n",
      "- one: 50 ms\n- two: 50 ms\n- three: 50 ms\n- Total: 50 ms, since they run side by side\n",
      "- detect: 20 s\n- elect: 6 s\n- restart: 13 s\n- Total: 20 s + 13 s\n",
      "It takes 5.8 s on average; in the worst case 2 s more, then 6.8 s. All machines together need 13 s.\n",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

TEST_CASE(
    "what hangs below a branch of a drawn tree is part of it, and a price is not what its line comes to") {
  CHECK(accused(Sample("```\n├─ auth: 3ms\n├─ pipeline: 120ms\n│  ├─ embedding: 40ms\n│  └─ answer: 80ms\n"
                       "├─ output: 7ms\n└─ total: 130ms\n```\n"))
            .empty());
  CHECK(accused(Sample("- 100 × large × $0.50/hour × 730 hours = $36,500\n- 20 × mid × $0.20/hour × 730 "
                       "hours = $2,920\n"
                       "- 10 × small × $0.10/hour × 730 hours = $730\n- Total: $40,150/month\n"))
            .empty());
}

TEST_CASE("a sum that stands alone sums the results before it") {
  CHECK(accused(Sample("Leaves cost 0.02 × 18,000 = 360; twigs another 0.01 × 18,000 = 180. Sum 640.")) ==
        std::vector<std::string>{"640, not 540"});
  CHECK(accused(Sample("Leaves cost 0.02 × 18,000 = 360; twigs another 0.01 × 18,000 = 180. Sum 540."))
            .empty());
  CHECK(accused(Sample("Two racks: 2 × 180 = 360; three: 3 × 120 = 360; one: 1 × 40 = 40. Total 400."))
            .empty());
  CHECK(accused(Sample("It is 2 × 180 = 360 and 3 × 60 = 180. Total 640 guests are invited.")).empty());
}

}  // namespace
TEST_CASE("what is told as the least has no sum") {
  const auto list = [](const char* last, const char* total) {
    return std::string("- Guides: 30 pages\n- Notes: 14 pages\n- Letters: ") + last +
           " pages\n- Total: " + total + " pages\n";
  };
  CHECK(accused(Sample(list("22+", "91"))).empty());
  CHECK(accused(Sample(list("22", "66"))).empty());
  CHECK(accused(Sample(list("22", "76"))) == std::vector<std::string>{"76 pages, not 66"});
}

TEST_CASE("a goal above the parts is none of them") {
  const auto list = [](const char* total) {
    return std::string(
               "```\nGoal: 60ms a page\n\nPress → Gate:     5ms\nSorting:         15ms\n"
               "Lookup:          30ms\nDrawing:          5ms\nSending:          5ms\n"
               "Total:           ") +
           total + "\n```\n";
  };
  CHECK(accused(Sample(list("60ms"))).empty());
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// Calculations whose parts stand apart, written out as one line.
#include "document/apart.hpp"

#include "document/read.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace reckon::document {
namespace {

struct Found {
  base::Sources sources;
  std::vector<Apart> apart;

  explicit Found(const std::string& text) {
    const base::SourceId source = sources.add("plan.md", text);
    const Document document = read(sources, source);
    apart = equations_apart(document, inline_equations(document));
  }

  /// "calculation = result @ pointer", the calculation as it is written out.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (const Apart& one : apart) {
      const Side& first = one.equation.sides.front();
      std::string line = first.written.empty() ? std::string(sources.text(first.span)) : first.written;
      line += " = " + std::string(sources.text(one.equation.sides.back().span));
      if (!one.pointer.empty()) line += " @ " + one.pointer;
      out.push_back(std::move(line));
    }
    return out;
  }
};

using Lines = std::vector<std::string>;

TEST_CASE("a row's calculation meets its result in another cell, with the unit from wherever it stands") {
  CHECK(Found("| a | how | result |\n|---|---|---|\n| Writes | 36M / 86,400 | ~417/s |\n").lines() ==
        Lines{"36M / 86,400 = 417/s @ table 1/row 1/column 3"});
  CHECK(Found("| a | result | how |\n|---|---|---|\n| Disk | 3.24 GB | 36M × 90 B |\n").lines() ==
        Lines{"36M × 90 B = 3.24 GB @ table 1/row 1/column 2"});
  CHECK(Found("| a | how | GB |\n|---|---|---|\n| Disk | 36M × 90 B | 3.24 |\n").lines() ==
        Lines{"36M × 90 B = 3.24 @ table 1/row 1/column 3"});
  CHECK(Found("| a | how | n |\n|---|---|---|\n| Disk (GB) | 36M × 90 B | 3.24 |\n").lines().size() == 1);
  CHECK(Found("| a | how | n | unit |\n|---|---|---|---|\n| Disk | 36M × 90 B | 3.24 | GB |\n")
            .lines()
            .size() == 1);
}

TEST_CASE("a result that measures something else is no result of a row") {
  CHECK(Found("| a | how | result |\n|---|---|---|\n| Disk | 36M × 90 B | 3.24 |\n").lines().empty());
  CHECK(Found("| a | how | result |\n|---|---|---|\n| Disk | 36M × 90 B | 20 ms |\n").lines().empty());
  // An operator's page: nothing here is about something.
  CHECK(Found("| a | expression | result |\n|---|---|---|\n| plus | 1 + 1 | 2 |\n").lines().empty());
}

TEST_CASE("letters in the first column stand for the results of their rows") {
  CHECK(Found("| | what | how | n |\n|---|---|---|---|\n| A | pings | | 36M |\n| B | size | | 90 bytes |\n"
              "| C | a day | A * B | 3.24 GB |\n")
            .lines() == Lines{"(36M) * (90 bytes) = 3.24 GB @ table 1/row 3/column 4"});
}

TEST_CASE("factors multiply across a row if the units of the headers say so") {
  const std::string head = "| | hours | minutes per hour | MB per minute | GB |\n|---|---|---|---|---|\n";
  const Found found(head + "| voice | 700 | 60 | 8 | 336 |\n");
  REQUIRE(found.apart.size() == 1);
  CHECK(found.apart.front().equation.trust.kind == Trust::Kind::stated);
  CHECK(Found("| | a | b | c |\n|---|---|---|---|\n| x | 7 | 60 | 8 |\n").lines().empty());
}

TEST_CASE("a rule of columns that no unit proves is only supposed") {
  const Found found(
      "| s | Pods | Cores per pod | Cores |\n|---|---|---|---|\n| a | 12 | 200 | 2400 |\n| b | 8 | 400 | "
      "3200 |\n"
      "| c | 6 | 1000 | 6000 |\n");
  REQUIRE(!found.apart.empty());
  for (const Apart& one : found.apart) CHECK(one.equation.trust.kind == Trust::Kind::supposed);
}

TEST_CASE("a last row or item totals what stands above it, if it is all of one kind") {
  CHECK(Found("| a | Size |\n|---|---|\n| x | 40 GB |\n| y | 3 TB |\n| Total | 3.04 TB |\n").lines() ==
        Lines{"40 GB + 3 TB = 3.04 TB @ table 1/row 3/column 2"});
  CHECK(Found("- media: 40 GB\n- text: 3 GB\n- Total: 43 GB\n").lines() == Lines{"40 GB + 3 GB = 43 GB"});
  // Other views of one thing, or more than the parts.
  CHECK(Found("- per day: 10 GB\n- per year: 3.65 TB\n- Total: 18 TB\n").lines().empty());
  CHECK(Found("- media: 40 GB\n- text: 3 GB\n- Total with replication: 129 GB\n").lines().empty());
  CHECK(Found("- users: 40M\n- requests: 3\n- Total: 120M\n").lines().empty());
  CHECK(Found("| a | p99 |\n|---|---|\n| x | 40 ms |\n| y | 30 ms |\n| Total | 60 ms |\n").lines().empty());
}

TEST_CASE("a nested item derives the result above it, or states the result of the item above") {
  CHECK(Found("* 3.24 GB of pings a day\n    * 90 bytes * 36M pings a day\n").lines().size() == 1);
  CHECK(Found("- 14 nodes × 64 GB\n    - 896 GB in all\n").lines() == Lines{"14 nodes × 64 GB = 896 GB"});
  CHECK(Found("- 14 GB of logs\n    - 3 nodes × 2 replicas\n").lines().empty());
}

TEST_CASE("a name stands for the number that the document gave it") {
  CHECK(Found("QPS: 417/s\n\npeak = QPS × 3 = 1,251/s\n").lines() == Lines{"QPS × 3 = 1,251/s"});
  CHECK(Found("| Name | Value |\n|---|---|\n| Write rate | 9,000/s |\n\nwrite rate × 2 KB = 18 MB/s\n")
            .lines() == Lines{"write rate × 2 KB = 18 MB/s"});
  // Given twice with two values: nobody knows which is meant.
  CHECK(Found("QPS: 417/s\n\nQPS: 600/s\n\npeak = QPS × 3 = 1,251/s\n").lines().empty());
  CHECK(Found("peak = QPS × 3 = 1,251/s\n").lines().empty());
}

TEST_CASE("any bytes are survived, and every place lies in the document") {
  const auto piece = [] {
    return *rc::gen::element<std::string>("| ", " |", "\n", "|---|---|\n", "- ", "    - ", "Total", ": ",
                                          "36M", " × ", "90 B", " = ", "3.24 GB", "A", "/", "+", "per item",
                                          "5M items", "99.9%", "year", "8.76 h", "```\n", "QPS", "(", ")",
                                          "~", "\xc3", "0");
  };
  CHECK(rc::check("pieces", [&] {
    std::string text;
    const auto count = *rc::gen::inRange(0, 60);
    for (int i = 0; i < count; ++i) text += piece();
    const Found found(text);
    for (const Apart& one : found.apart) {
      for (const Side& side : one.equation.sides) RC_ASSERT(side.span.end <= text.size());
    }
  }));
}

}  // namespace
}  // namespace reckon::document

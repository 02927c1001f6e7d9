// SPDX-License-Identifier: MIT
// Bare numbers of a table take the unit of their header or of their row's label.
#include "derive/page/header_unit.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

/// The value in base units of the number 7 in a column with this header.
double under(const std::string& header) {
  const Sample sample("| x | " + header + " |\n|---|---|\n| row | 7 |\n");
  return sample.page().figure(sample.find("7")).value();
}

TEST_CASE("a header gives its unit to the numbers below") {
  struct Row {
    const char* header;
    double value;
  };
  const Row rows[] = {
      {"Stored (TB)", 7e12},
      {"Time (ms)", 0.007},
      {"Size, GB", 7e9},
      {"Size in GB", 7e9},
      {"MB/s", 7e6},
      {"$/month", 7.0 / 2592000},
      {"Users (million)", 7e6},
      {"Share (%)", 0.07},
      {"Nodes", 7},
      {"Users", 7},
      {"Notes", 7},
  };
  for (const Row& row : rows) {
    INFO(row.header);
    CHECK(under(row.header) == Approx(row.value));
  }
}

TEST_CASE("a header names the period of numbers that have a unit") {
  const Sample sample("| x | Per day | Cost per month |\n|---|---|---|\n| row | 7 GB | $9 |\n");
  CHECK(sample.page().figure(sample.find("7 GB")).value() == Approx(7e9 / 86400));
  CHECK(sample.page().figure(sample.find("$9")).value() == Approx(9.0 / 2592000));
}

TEST_CASE("a number's own unit and a name's number stay as they are") {
  const Sample sample("| x | Stored (TB) |\n|---|---|\n| y | 7 GB |\n| z | 12 × 4 |\n");
  CHECK(sample.page().figure(sample.find("7 GB")).value() == 7e9);
  CHECK(sample.page().figure(sample.find("12")).value() == 12);
  CHECK(sample.page().mentions[sample.find("7 GB")].unit_from == UnitFrom::itself);
}

TEST_CASE("without a unit in the header the row's label gives it") {
  const Sample sample("| metric | now | later |\n|---|---|---|\n| Storage (GB) | 7 | 9 |\n");
  const MentionId id = sample.find("9");
  CHECK(sample.page().figure(id).value() == 9e9);
  CHECK(sample.page().mentions[id].unit_from == UnitFrom::label);
}

TEST_CASE("a header that begins with a magnitude scales") {
  CHECK(under("Billion msgs/day") == Approx(7e9 / 86400));
}

TEST_CASE("\"thousands\" in a header scales") {
  CHECK(under("Users (thousands)") == 7e3);
}

TEST_CASE("a letter that labels a row is no unit") {
  const Sample sample("| case | Nodes |\n|---|---|\n| y | 7 |\n| h | 9 |\n");
  CHECK(sample.page().figure(sample.find("7")).value() == 7);
}

TEST_CASE("a header gives its unit to a number with a remark behind it, and to a result") {
  const Sample sample("| x | Paid (€) |\n|---|---|\n| y | 740 (€35/m) |\n| z | 12 × 45 = 540 |\n");
  for (const char* text : {"740", "540"}) {
    CHECK(sample.page().figure(sample.find(text)).unit.dimension == units::axis(units::Axis::money));
  }
  CHECK(sample.page().figure(sample.find("12")).unit.dimension == units::Dimension{});
}

}  // namespace
}  // namespace reckon::derive

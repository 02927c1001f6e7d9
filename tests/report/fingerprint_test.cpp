// SPDX-License-Identifier: MIT
// A fingerprint survives what changes nothing: lines above, another layout, another spelling of the path. It
// does not survive another value.
#include "report/fingerprint.hpp"

#include "report/project.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

#include <set>

namespace reckon::report {
namespace {

using Strings = std::vector<std::string>;

Strings fingerprints_of(const std::string& name, const std::string& text) {
  const test::Printed printed("shop", {{name, text}});
  Strings out;
  for (const FindingRow& row : printed.report.findings) out.push_back(row.fingerprint);
  return out;
}

Strings places_of(const std::string& text) {
  const test::Printed printed("shop", {{"a.md", text}});
  Strings out;
  for (const FindingRow& row : printed.report.findings) out.push_back(row.place);
  return out;
}

const std::string sum = "- Hot set: 8 shards × 3 GB = 42 GB\n";
const std::string table =
    "# Plan\n\n| | Shards | Each | Together |\n|---|---|---|---|\n| Hot | 8 | 3 GB | 24 GB |\n"
    "| Warm | 12 | 4 GB | 48 GB |\n| Cold | 7 | 9 GB | 63 GB |\n| Deep | 6 | 5 GB | 300 GB |\n| Old | 9 | 2 "
    "GB | 18 GB |\n";

}  // namespace

TEST_CASE("a place is told by headings, names of cells and pointers") {
  CHECK(places_of("# Capacity\n\n## Hot   set\n\n" + sum) == Strings{"Capacity / Hot set"});
  CHECK(places_of(table) == Strings{"Plan#Deep/Together"});
  CHECK(places_of(sum) == Strings{""});
  const Strings data = places_of("# Answer\n\n```json\n{\"cores\": 200, \"ingressMBs\": 400}\n```\n");
  REQUIRE_FALSE(data.empty());
  CHECK(data.front() == "Answer#/cores");
}

TEST_CASE("a fingerprint survives inserted lines and another layout") {
  const auto plan = [](const std::string& text) { return fingerprints_of("a.md", text); };
  const Strings before = plan("# Plan\n\n" + sum);
  REQUIRE(before.size() == 1);
  CHECK(plan("# Plan\n\nFor the shop.\n\nAnd its cellar.\n\n" + sum) == before);
  CHECK(plan("Plan\n====\n\n*  Hot set:  8 shards × 3 GB\n   = 42  GB\n") == before);
  const Strings cell = plan(table);
  REQUIRE(cell.size() == 1);
  std::string moved = table;
  moved.insert(moved.find("| Cold"), "| Tepid | 11 | 3 GB | 33 GB |\n");
  moved.insert(moved.find("| |"), "| Who | Calls |\n|---|---|\n| Ada | Bob |\n\n");
  CHECK(plan(moved) == cell);
  const std::string json = R"({"cores": 200, "ingressMBs": 400})";
  CHECK(fingerprints_of("a.json", json).size() >= 2);
  CHECK(fingerprints_of("a.json", "{\n  \"ingressMBs\" : 400,\n\n  \"cores\":   200\n}\n") != Strings{});
  const Strings one = fingerprints_of("a.json", json);
  const Strings other = fingerprints_of("a.json", "{\n  \"ingressMBs\" : 400,\n\n  \"cores\":   200\n}\n");
  CHECK(std::set<std::string>(one.begin(), one.end()) == std::set<std::string>(other.begin(), other.end()));
}

TEST_CASE("a fingerprint survives new numbers of sections and rows") {
  const auto numbered = [](const std::string& section, int first) {
    std::string text =
        "# Plan\n\n## " + section + "\n\n| No. | Tier | Shards | Each | Together |\n|---|---|---|---|---|\n";
    for (const char* row : {"Hot | 8 | 3 GB | 24 GB", "Warm | 12 | 4 GB | 48 GB", "Cold | 7 | 9 GB | 63 GB",
                            "Deep | 6 | 5 GB | 300 GB", "Old | 9 | 2 GB | 18 GB"})
      text += "| " + std::to_string(first++) + " | " + row + " |\n";
    return text;
  };
  CHECK(places_of(numbered("3. Storage", 1)) == Strings{"Plan / Storage#Deep/Together"});
  const Strings before = fingerprints_of("a.md", numbered("3. Storage", 1));
  REQUIRE(before.size() == 1);
  CHECK(fingerprints_of("a.md", numbered("4.1 Storage", 5)) == before);
  CHECK(places_of("# 2024\n\n" + sum) == Strings{"2024"});
}

TEST_CASE("a fingerprint changes with the values, the place, the rule and the file") {
  const auto plan = [](const std::string& text) { return fingerprints_of("a.md", text); };
  const Strings before = plan("# Plan\n\n" + sum);
  CHECK(plan("# Plan\n\n- Hot set: 8 shards × 3 GB = 43 GB\n") != before);
  CHECK(plan("# Plan\n\n- Hot set: 8 shards × 3.5 GB = 42 GB\n") != before);
  CHECK(plan("# Other\n\n" + sum) != before);
  CHECK(fingerprints_of("b.md", "# Plan\n\n" + sum) != before);
  const Strings twice = plan("# Plan\n\n" + sum + "\nAgain.\n\n" + sum);
  REQUIRE(twice.size() == 2);
  CHECK(twice[0] == before[0]);
  CHECK(twice[1] != before[0]);
}

TEST_CASE("a path is the same however it was typed") {
  const Project project{"/home/me/shop/docs", "/home/me/shop"};
  for (const char* typed :
       {"plan.md", "./plan.md", ".//plan.md", "../docs/plan.md", "./x/../plan.md",
        "/home/me/shop/docs/plan.md", "/home//me/./shop/docs/plan.md", "../../shop/docs/plan.md"}) {
    INFO(typed);
    CHECK(path_in(project, typed) == "docs/plan.md");
  }
  CHECK(path_in(project, "../plan.md") == "plan.md");
  CHECK(path_in(project, "../../other/plan.md") == "/home/me/other/plan.md");
  CHECK(path_in(project, "/tmp/plan.md") == "/tmp/plan.md");
  CHECK(path_in(project, "/home/me/shopping/plan.md") == "/home/me/shopping/plan.md");
  CHECK(path_in({"/", "/"}, "plan.md") == "plan.md");
}

TEST_CASE("where nothing is known of the world, a path is only tidied") {
  CHECK(path_in({}, "./a/../plan.md") == "plan.md");
  CHECK(path_in({}, "../plan.md") == "../plan.md");
  CHECK(path_in({}, "../../x/../plan.md") == "../../plan.md");
  CHECK(path_in({}, "/tmp//plan.md") == "/tmp/plan.md");
}

TEST_CASE("the spelling of a path does not change a fingerprint") {
  base::Sources sources;
  const check::Finding finding{};
  const Project project{"/repo/docs", "/repo"};
  Fingerprints first;
  Fingerprints second;
  CHECK(first.of(finding, path_in(project, "./a.md"), "") ==
        second.of(finding, path_in(project, "/repo/docs/a.md"), ""));
}

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
// `reckon rules` and `reckon explain`: every example does what its page says, and no code of a finding lacks
// a page.
#include "cli/session.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Outcome;
namespace fs = std::filesystem;

std::vector<report::RuleText> all_texts() {
  std::istringstream in;
  std::ostringstream out;
  World world{in, out, out};
  return Session(world, {}).rules();
}

Outcome check(const std::string& text) {
  return call({"check", "-", "--stdin-name", "plan.md"}, text + '\n');
}

TEST_CASE("the wrong example of a page is found under its name, the right one is silent") {
  std::size_t examples = 0;
  for (const report::RuleText& rule : all_texts()) {
    if (rule.wrong.empty()) continue;
    ++examples;
    INFO(rule.id);
    const Outcome found =
        call({"check", "-", "--stdin-name", "plan.md", "--format", "json"}, rule.wrong + '\n');
    CHECK(contains(found.out, '"' + rule.id + '"'));
    CHECK_FALSE(contains(check(rule.right).out, " 0 consistent"));
    CHECK(contains(check(rule.right).out, " 0 wrong"));
  }
  CHECK(examples >= 20);
}

TEST_CASE("every code that a reader of data tells has a page") {
  std::set<std::string> told;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(RECKON_ROOT "/src")) {
    if (entry.path().extension() != ".cpp" || entry.path().filename() == "rules.cpp") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const std::string family : {"json.", "yaml.", "tree."}) {
      for (std::size_t at = text.find('"' + family); at != text.npos; at = text.find('"' + family, at + 1)) {
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 1 + family.size());
        if (end != text.npos && text[end] == '"' && end > at + 1 + family.size())
          told.insert(text.substr(at + 1, end - at - 1));
      }
    }
  }
  CHECK(told.size() > 20);
  const std::string list = call({"rules"}).out;
  for (const std::string& id : told) {
    INFO(id);
    CHECK(contains(list, id + ' '));
  }
}

TEST_CASE("a page names the formula, the source and the way out") {
  const Outcome page = call({"explain", "autoscaler.floor-never-left"});
  CHECK(page.code == ExitCode::clean);
  CHECK(contains(page.out, "must hold autoscaler.min_replicas \xe2\x89\xa4 autoscaler.pods_at_peak"));
  CHECK(contains(page.out, "severities: {autoscaler.floor-never-left: off}"));
  CHECK_FALSE(contains(call({"explain", "zero-slipped"}).out, "severities"));  // a slip is no rule
  const Outcome unknown = call({"explain", "equation.contradictd"});
  CHECK(unknown.code == ExitCode::usage);
  CHECK(contains(unknown.err, "did you mean 'equation.contradicted'?"));
}

}  // namespace
}  // namespace reckon::cli

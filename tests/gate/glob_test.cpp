// SPDX-License-Identifier: MIT
// The patterns that gitignore(5) describes, one line each.
#include "gate/glob.hpp"

#include <catch2/catch.hpp>

namespace reckon::gate {
namespace {

struct GlobCase {
  const char* pattern;
  const char* path;
  bool fits;
};

TEST_CASE("a pattern fits the paths that git would say") {
  const GlobCase cases[] = {
      {"*.md", "plan.md", true},
      {"*.md", "docs/plan.md", true},
      {"*.md", "plan.mdx", false},
      {"/*.md", "docs/plan.md", false},
      {"docs/*.md", "docs/plan.md", true},
      {"docs/*.md", "docs/old/plan.md", false},
      {"docs/*.md", "more/docs/plan.md", false},
      {"docs/**/*.md", "docs/plan.md", true},
      {"docs/**/*.md", "docs/a/b/plan.md", true},
      {"**/plan.md", "plan.md", true},
      {"**/plan.md", "a/b/plan.md", true},
      {"**/plan.md", "a/my-plan.md", false},
      {"docs/**", "docs/a/b.md", true},
      {"docs/**", "docs", false},
      {"docs/**", "documents/a.md", false},
      {"**/old/**", "a/old/b/c.md", true},
      {"plan-?.md", "plan-1.md", true},
      {"plan-?.md", "plan-10.md", false},
      {"a?b", "a/b", false},
      {"plan-[0-9].md", "plan-7.md", true},
      {"plan-[!0-9].md", "plan-7.md", false},
      {"plan-[!0-9].md", "plan-x.md", true},
      {"[]x].md", "].md", true},
      {"[ab", "[ab", true},
      {"\\*.md", "*.md", true},
      {"\\*.md", "a.md", false},
      {"a**b", "axyb", true},
      {"a**b", "x/ax/yb", false},
      {"", "", true},
      {"*", "", true},
  };
  for (const GlobCase& row : cases) {
    INFO(row.pattern << " against " << row.path);
    CHECK(glob_fits(row.pattern, row.path) == row.fits);
  }
}

TEST_CASE("a pattern of many stars costs no more than its length times that of the path") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  CHECK_FALSE(glob_fits(pattern + "b", std::string(5000, 'a')));
}

TEST_CASE("of the lines of a .gitignore the last that fits speaks") {
  const auto lines = read_ignore("# built\nbuild/\n*.gen.md\r\n\n!keep.gen.md\n/top.md   \n\\#odd.md\n");
  REQUIRE(lines.size() == 5);
  CHECK(is_ignored(lines, "build", true) == true);
  CHECK(is_ignored(lines, "src/build", true) == true);
  CHECK(is_ignored(lines, "build", false) == std::nullopt);
  CHECK(is_ignored(lines, "docs/a.gen.md", false) == true);
  CHECK(is_ignored(lines, "docs/keep.gen.md", false) == false);
  CHECK(is_ignored(lines, "top.md", false) == true);
  CHECK(is_ignored(lines, "docs/top.md", false) == std::nullopt);
  CHECK(is_ignored(lines, "#odd.md", false) == true);
}

TEST_CASE("what lies in a folder that is left out is left out") {
  const auto lines = read_ignore("old/\n!old/keep.md\n*.tmp\n");
  CHECK(is_left_out(lines, "docs/old/a.md", false));
  CHECK(is_left_out(lines, "old/keep.md", false));
  CHECK(is_left_out(lines, "/whole/old", true));
  CHECK_FALSE(is_left_out(lines, "docs/old", false));
  CHECK(is_left_out(lines, "a.tmp/plan.md", false));
}

TEST_CASE("a word with a sign of patterns asks for files") {
  CHECK(is_glob("docs/*.md"));
  CHECK(is_glob("plan-[12].md"));
  CHECK_FALSE(is_glob("docs/plan.md"));
}

}  // namespace
}  // namespace reckon::gate

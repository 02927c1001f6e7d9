// SPDX-License-Identifier: MIT
// Which files a run reads, and that it does not matter how many are read at once.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Folder;
using test::Outcome;
using Arguments = std::vector<std::string>;
using Names = std::vector<std::string>;

constexpr const char* right_line = "- 12 nodes × 64 GB = 768 GB\n";
constexpr const char* wrong_line = "- 12 nodes × 64 GB = 7,680 GB\n";

/// The documents of a run, without the folder in front.
Names read_by(const Folder& folder, Arguments arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), "check");
  for (const char* word : {"--no-config", "--format", "json"}) arguments.emplace_back(word);
  const Outcome outcome = call(arguments, input);
  INFO(outcome.err);
  const auto report = nlohmann::json::parse(outcome.out);
  Names out;
  for (const auto& document : report["documents"]) {
    const auto path = document["path"].get<std::string>();
    out.push_back(path.starts_with(folder.path()) ? path.substr(folder.path().size()) : path);
  }
  return out;
}

Folder& filled(Folder& folder) {
  for (const char* name : {"plan.md", "docs/a.md", "docs/b.md", "docs/old/c.md", "docs/deep/er/d.md",
                           "docs/gen/e.md", "docs/f.gen.md", "docs/.hidden/g.md", "docs/photo.xyz"})
    (void)folder.write(name, right_line);
  (void)folder.write(".git/HEAD", "");
  (void)folder.write(".gitignore", "gen/\n*.gen.md\n");
  (void)folder.write("docs/deep/.gitignore", "/er/x.md\n");
  return folder;
}

TEST_CASE("a folder and a pattern stand for their files, without what git ignores") {
  Folder folder;
  const std::string root = filled(folder).path();
  const Names docs{"docs/a.md", "docs/b.md", "docs/deep/er/d.md", "docs/old/c.md"};
  CHECK(read_by(folder, {root + "docs"}) == docs);
  CHECK(read_by(folder, {root + "docs/"}) == docs);
  CHECK(read_by(folder, {root + "docs/*.md"}) == Names{"docs/a.md", "docs/b.md"});
  CHECK(read_by(folder, {root + "docs/**/*.md"}) == docs);
  CHECK(read_by(folder, {root + "docs/[ab].md"}) == Names{"docs/a.md", "docs/b.md"});
  CHECK(read_by(folder, {root + "docs/a.md", root + "docs"}) == docs);
  CHECK(read_by(folder, {root + "docs/f.gen.md"}) == Names{"docs/f.gen.md"});
  CHECK(read_by(folder, {root + "docs", "--exclude", "old/", "--exclude", "b.md"}) ==
        Names{"docs/a.md", "docs/deep/er/d.md"});
  CHECK(read_by(folder, {root + "docs/old/c.md", "--exclude", "old/"}).empty());
  CHECK(
      contains(call({"check", root + "docs/old/c.md", "--exclude", "old/", "--no-config"}).err, "left out"));
  const Outcome none = call({"check", root + "docs/*.txt"});
  CHECK(none.code == ExitCode::unreadable);
  CHECK(contains(none.err, "no file fits this pattern"));
}

TEST_CASE("files come from a list as well, line by line or apart by NUL") {
  Folder folder;
  const std::string root = filled(folder).path();
  const std::string a = root + "docs/a.md";
  const std::string b = root + "docs/b.md";
  CHECK(read_by(folder, {"--files-from", "-"}, a + "\r\n\n" + b) == Names{"docs/a.md", "docs/b.md"});
  CHECK(read_by(folder, {"--files-from", "-"}, a + '\0' + b + '\0') == Names{"docs/a.md", "docs/b.md"});
  CHECK(read_by(folder, {"--files-from", folder.write("list", b + "\n"), a}) ==
        Names{"docs/a.md", "docs/b.md"});
  CHECK(read_by(folder, {"--files-from", "-"}, "").empty());
  CHECK(call({"check", "--files-from", root + "none"}).code == ExitCode::unreadable);
}

TEST_CASE("two hundred files give the same bytes one by one and two at once") {
  const Folder folder;
  for (int i = 0; i < 200; ++i) {
    const std::string name = "docs/plan-" + std::to_string(i);
    if (i % 17 == 0)
      (void)folder.write(name + ".json", R"({"nodes": )");
    else if (i % 23 == 0)
      (void)folder.write(name + ".sql", "SELECT 1;\n");
    else if (i % 5 == 0)
      (void)folder.write(name + ".md", "# Words\n\nNothing to count.\n");
    else
      (void)folder.write(name + ".md", std::string(i % 3 == 0 ? wrong_line : right_line) + "\n- " +
                                           std::to_string(i) + " × 2 = " + std::to_string(2 * i) + "\n");
  }
  for (const char* format : {"text", "json"}) {
    const auto checked = [&](const char* jobs) {
      return call({"check", folder.path("docs"), "--format", format, "--jobs", jobs});
    };
    const Outcome one = checked("1");
    CHECK(one.code == ExitCode::findings);
    for (const char* jobs : {"2", "7"}) {
      const Outcome many = checked(jobs);
      CHECK(many.code == one.code);
      CHECK(many.out == one.out);
      CHECK(many.err == one.err);
    }
  }
}

}  // namespace
}  // namespace reckon::cli

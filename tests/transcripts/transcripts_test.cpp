// SPDX-License-Identifier: MIT
// Runs tests/transcripts/**/*.md and the console blocks of README.md and docs/. With RECKON_UPDATE=1 the
// expectations are rewritten, except those that hold a `...`. One file: `transcripts_test -c docs/manual.md`.
#include "transcripts/shell.hpp"
#include "transcripts/transcript.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace reckon::transcripts {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> documents() {
  const fs::path root = RECKON_ROOT;
  std::vector<fs::path> found;
  if (fs::exists(root / "README.md")) found.push_back(root / "README.md");
  for (const fs::path& folder : {root / "docs", root / "tests/transcripts"}) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".md") found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// A folder of its own for the files that commands write, gone at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "reckon-transcript-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

bool is_update() {
  const char* value = std::getenv("RECKON_UPDATE");
  return value != nullptr && std::string_view(value) == "1";
}

void check_file(const fs::path& path) {
  const std::string name = fs::relative(path, RECKON_ROOT).string();
  Transcript transcript = read(slurp(path));
  const Scratch scratch;
  bool changed = false;
  for (std::size_t i = 0; i < transcript.steps.size(); ++i) {
    const Step& step = transcript.steps[i];
    const Lines expected = transcript.expected(step);
    const Run result = run(step.command, scratch.path());
    const Lines printed = as_lines(result.output, result.exit_code);
    const bool same = matches(expected, printed);
    const bool is_exact = std::find(expected.begin(), expected.end(), "...") == expected.end();
    if (!same && is_update() && is_exact && can_stand(printed, step)) {
      rewrite(transcript, i, printed);
      changed = true;
      continue;
    }
    INFO(fmt::format("{}:{}: $ {}\n--- expected\n{}\n--- printed\n{}\n---", name, step.line, step.command,
                     fmt::join(expected, "\n"), fmt::join(printed, "\n")));
    CHECK(same);
  }
  if (changed) std::ofstream(path, std::ios::binary) << text(transcript);
}

TEST_CASE("every console block prints what it says") {
  for (const fs::path& path : documents()) {
    DYNAMIC_SECTION(fs::relative(path, RECKON_ROOT).string()) {
      check_file(path);
    }
  }
}

TEST_CASE("steps are read from console blocks alone") {
  const Transcript transcript = read(
      "```sh\n$ not run\n```\n"
      "````console\n$ cat <<end\n> one\n> end\none\n```\n$ false\n[exit 1]\n````\n"
      "- item\n\n  ```console\n  $ true\n  ```\n");
  REQUIRE(transcript.steps.size() == 3);
  CHECK(transcript.steps[0].command == "cat <<end\none\nend");
  CHECK(transcript.expected(transcript.steps[0]) == Lines{"one", "```"});
  CHECK(transcript.expected(transcript.steps[1]) == Lines{"[exit 1]"});
  CHECK(transcript.steps[2].command == "true");
  CHECK(transcript.steps[2].line == 16);
}

TEST_CASE("three dots stand for any lines") {
  const auto check = [](const Lines& expected, const Lines& printed, bool same) {
    INFO(fmt::format("{} against {}", fmt::join(expected, " "), fmt::join(printed, " ")));
    CHECK(matches(expected, printed) == same);
  };
  check({}, {}, true);
  check({"a"}, {}, false);
  check({}, {"a"}, false);
  check({"..."}, {}, true);
  check({"...", "c"}, {"a", "b", "c"}, true);
  check({"a", "...", "c", "..."}, {"a", "c"}, true);
  check({"...", "b", "c", "..."}, {"b", "b", "c", "d"}, true);
  check({"...", "b", "...", "d"}, {"b", "d", "b"}, false);
}

TEST_CASE("rewriting replaces an expectation and moves those after it") {
  Transcript transcript = read("- a\n  ```console\n  $ one\n  old\n  $ two\n  2\n  ```\nend\n");
  rewrite(transcript, 0, {"new", "", "lines"});
  rewrite(transcript, 1, {});
  CHECK(text(transcript) == "- a\n  ```console\n  $ one\n  new\n\n  lines\n  $ two\n  ```\nend\n");
  CHECK(transcript.steps[1].line == 7);
}

TEST_CASE("lines that would read as something else are not written") {
  const Transcript transcript = read("```console\n$ one\n```\n");
  REQUIRE(transcript.steps.size() == 1);
  CHECK(can_stand({"plain", "```sh", "$5"}, transcript.steps[0]));
  CHECK_FALSE(can_stand({"..."}, transcript.steps[0]));
  CHECK_FALSE(can_stand({"$ two"}, transcript.steps[0]));
  CHECK_FALSE(can_stand({"```"}, transcript.steps[0]));
}

TEST_CASE("a command runs in the repository without input") {
  CHECK(run("cat; ls CMakeLists.txt; exit 3", "/tmp").output == "CMakeLists.txt\n");
  CHECK(run("exit 3", "/tmp").exit_code == 3);
  CHECK(run("kill -9 $$", "/tmp").exit_code == 137);
  CHECK(run("echo out; echo err >&2", "/tmp").output == "out\nerr\n");
}

}  // namespace
}  // namespace reckon::transcripts

// SPDX-License-Identifier: MIT
// Waivers and baselines from the shell, and the whole table of what a run can end with.
#include "cli/files.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Folder;
using test::Outcome;
using Words = std::vector<std::string>;

constexpr const char* gate_slip = "# Fleet\n\n- 12 nodes × 64 GB = 7,680 GB\n";
constexpr const char* reason = "Shared with the nightly re-index";

Outcome check_on(const std::string& day, const Words& more) {
  Words arguments{"check", "--today", day};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return call(arguments);
}

/// Waives the one finding of a file, in a file of waivers.
Outcome waive_at(const std::string& place, const std::string& waivers) {
  return call({"waive", place, "--reason", reason, "--owner", "shop", "--expires", "2026-06-30", "--today",
               "2026-02-01", "--waivers", waivers});
}

/// "-> exit 1" of the last line of stdout; -1 without one.
int told_exit(const std::string& out) {
  const std::size_t arrow = out.rfind("-> exit ");
  return arrow == out.npos ? -1 : std::stoi(out.substr(arrow + 8));
}

TEST_CASE("a run ends with what its last line says, in every combination") {
  const Folder folder;
  const std::string wrong_plan = folder.write("wrong.md", gate_slip);
  const std::string good_plan = folder.write("good.md", "- 12 nodes × 64 GB = 768 GB\n");
  const std::string words = folder.write("words.md", "Nothing to count.\n");
  const std::string config = folder.write("bad.yaml", "fail-on: error\n");
  const std::string waivers = folder.path("waivers.yaml");
  const std::string baseline = folder.path("baseline.json");
  REQUIRE(waive_at(wrong_plan + ":3", waivers).code == ExitCode::clean);
  REQUIRE(call({"baseline", "write", wrong_plan, "--no-config", "--baseline", baseline}).code ==
          ExitCode::clean);
  constexpr unsigned combinations = 1U << 7U;
  for (unsigned bits = 0; bits < combinations; ++bits) {
    const auto has = [bits](unsigned bit) { return (bits >> bit & 1U) != 0; };
    const bool finding = has(0);
    const bool unreadable = has(1);
    const bool without_numbers = has(2);
    const bool bad_config = has(3);
    const bool never = has(4);
    const bool waived = has(5);
    const bool in_baseline = has(6);
    Words arguments{finding ? wrong_plan : good_plan, "--require-numbers"};
    if (unreadable) arguments.push_back(folder.path("missing.md"));
    if (without_numbers) arguments.push_back(words);
    if (bad_config) arguments.insert(arguments.end(), {"--config", config});
    if (!bad_config) arguments.emplace_back("--no-config");
    if (never) arguments.insert(arguments.end(), {"--fail-on", "never"});
    if (waived) arguments.insert(arguments.end(), {"--waivers", waivers});
    if (in_baseline) arguments.insert(arguments.end(), {"--baseline", baseline});
    const bool fails = !never && ((finding && !waived && !in_baseline) || without_numbers);
    const ExitCode expected = bad_config   ? ExitCode::usage
                              : fails      ? ExitCode::findings
                              : unreadable ? ExitCode::unreadable
                                           : ExitCode::clean;
    const Outcome outcome = check_on("2026-02-01", arguments);
    INFO("combination " << bits << '\n' << outcome.err << outcome.out);
    CHECK(outcome.code == expected);
    CHECK(told_exit(outcome.out) == (bad_config ? -1 : static_cast<int>(outcome.code)));
  }
}

TEST_CASE("a report that cannot be written, and each level, end as their last line says") {
  const Folder folder;
  const std::string wrong_plan = folder.write("wrong.md", gate_slip);
  for (const char* level : {"never", "error", "warning", "note"}) {
    for (const char* format : {"text", "json"}) {
      for (const bool is_lost : {false, true}) {
        Words arguments{wrong_plan, "--no-config", "--fail-on", level, "--format", format};
        if (is_lost) arguments.insert(arguments.end(), {"--report", "json=" + folder.path("no/such/file")});
        const Outcome outcome = check_on("2026-02-01", arguments);
        const bool fails = std::string(level) != "never";
        CHECK(outcome.code == (is_lost ? ExitCode::usage : fails ? ExitCode::findings : ExitCode::clean));
        const int told = std::string(format) == "json"
                             ? nlohmann::json::parse(outcome.out)["summary"]["exit"].get<int>()
                             : told_exit(outcome.out);
        CHECK(told == static_cast<int>(outcome.code));
      }
    }
  }
}

TEST_CASE("a finding is waived by its place, and only as long as its values stand") {
  const Folder folder;
  const std::string file = folder.write("docs/plan.md", gate_slip);
  const std::string waivers = folder.path("gate/waivers.yaml");
  const Outcome none = waive_at(file + ":1", waivers);
  CHECK(none.code == ExitCode::usage);
  CHECK(contains(none.err, "no findings fit"));
  const Outcome done = waive_at(file + ":3:22", waivers);
  INFO(done.err);
  REQUIRE(done.code == ExitCode::clean);
  CHECK(contains(done.out, "is waived until 2026-06-30 (149 days left), shop"));
  const Words with{file, "--no-config", "--waivers", waivers};
  const Outcome held = check_on("2026-03-01", with);
  CHECK(held.code == ExitCode::clean);
  CHECK(contains(held.out, "waived[equation.contradicted]"));
  CHECK(contains(held.out, "; 1 waived -> exit 0"));
  CHECK(contains(check_on("2026-06-20", with).err, "ends in 10 days"));
  const Outcome over = check_on("2026-07-01", with);
  CHECK(over.code == ExitCode::findings);
  CHECK(contains(over.err, "the waiver of shop for equation.contradicted"));
  CHECK(contains(over.err, "ended on 2026-06-30"));
  Words ignoring = with;
  ignoring.emplace_back("--no-waivers");
  CHECK(check_on("2026-03-01", ignoring).code == ExitCode::findings);
  // Lines above and another layout change nothing, another value does.
  (void)folder.write("docs/plan.md", "# Fleet\n\nSome words.\n\n* 12 nodes × 64 GB  =  7,680 GB\n");
  CHECK(check_on("2026-03-01", with).code == ExitCode::clean);
  (void)folder.write("docs/plan.md", "# Fleet\n\n- 12 nodes × 64 GB = 76,800 GB\n");
  const Outcome changed = check_on("2026-03-01", with);
  CHECK(changed.code == ExitCode::findings);
  CHECK(contains(changed.err, "covers 7,680 GB against 768 GB, and 76,800 GB against 768 GB stand there"));
  (void)folder.write("docs/plan.md", "# Fleet\n\n- 12 nodes × 64 GB = 768 GB\n");
  const Outcome unused = check_on("2026-03-01", with);
  CHECK(unused.code == ExitCode::clean);
  CHECK(contains(unused.err, "is of no use"));
  CHECK(check_on("2026-03-01", {file, "--no-config", "--waivers", folder.path("none")}).code ==
        ExitCode::usage);
}

TEST_CASE("a document cannot excuse itself") {
  const Folder folder;
  const std::string text =
      std::string("# Fleet\n\n<!-- reckon: allow equation.contradicted until 2026-06-30: ") + reason +
      " -->\n- 12 nodes × 64 GB = 7,680 GB\n";
  const std::string file = folder.write("plan.md", text);
  // Nor can a file of waivers that lies beside it.
  REQUIRE(waive_at(file + ":4", folder.path(".reckon/waivers.yaml")).code == ExitCode::clean);
  for (const std::string& config :
       {std::string("documents: []\n"), std::string("documents:\n  - files: plan.md\n")}) {
    const Outcome outcome =
        check_on("2026-02-01", {file, "--config", folder.write("elsewhere/gate.yaml", config)});
    CHECK(outcome.code == ExitCode::findings);
    CHECK(contains(outcome.err, "plan.md:3: this waiver does nothing"));
  }
  const std::string allowing =
      folder.write("gate.yaml", "documents:\n  - {files: plan.md, inline_waivers: true}\n");
  CHECK(check_on("2026-02-01", {file, "--config", allowing, "--no-waivers"}).code == ExitCode::clean);
  CHECK(check_on("2026-07-01", {file, "--config", allowing, "--no-waivers"}).code == ExitCode::findings);
  (void)folder.write("plan.md", "<!-- reckon: allow equation.contradicted until 2026-06-30: no -->\n" + text);
  CHECK(check_on("2026-02-01", {file, "--config", allowing}).code == ExitCode::usage);
}

TEST_CASE("a baseline is left as it was where not everything can be read") {
  const Folder folder;
  const std::string kept = folder.write("a.md", "- 12 nodes × 64 GB = 7,680 GB\n");
  const std::string gone = folder.write("b.md", "- 12 nodes × 64 GB = 9,680 GB\n");
  const std::string baseline = folder.path("baseline.json");
  REQUIRE(call({"baseline", "write", kept, gone, "--no-config", "--baseline", baseline}).code ==
          ExitCode::clean);
  const std::string before = read_file(baseline).value();
  std::filesystem::remove(gone);
  for (const char* action : {"write", "prune"}) {
    const Outcome outcome = call({"baseline", action, kept, gone, "--no-config", "--baseline", baseline});
    CHECK(outcome.code == ExitCode::unreadable);
    CHECK(contains(outcome.err, "is left as it was"));
    CHECK(read_file(baseline).value() == before);
  }
}

TEST_CASE("a baseline hides what was there, says so, and is pruned") {
  const Folder folder;
  const std::string a = folder.write("a.md", gate_slip);
  const std::string b = folder.write("b.md", "- 3 × 5 TB = 150 TB\n");
  const std::string baseline = folder.path("baseline.json");
  REQUIRE(call({"baseline", "write", folder.path(), "--no-config", "--baseline", baseline}).code ==
          ExitCode::clean);
  const Words with{folder.path(), "--no-config", "--baseline", baseline};
  const Outcome hidden = check_on("2026-02-01", with);
  CHECK(hidden.code == ExitCode::clean);
  CHECK(contains(hidden.out, "; against baseline of 2 entries, 2 left out -> exit 0"));
  (void)folder.write("b.md", "- 3 × 5 TB = 1,500 TB\n");
  CHECK(check_on("2026-02-01", with).code == ExitCode::findings);
  (void)folder.write("b.md", "- 3 × 5 TB = 15 TB\n");
  CHECK(contains(check_on("2026-02-01", with).err, "1 entry no longer occurs"));
  CHECK(contains(call({"baseline", "prune", folder.path(), "--no-config", "--baseline", baseline}).out,
                 "1 of 2 entries are left"));
  CHECK(call({"baseline", "prune", a, "--no-config"}).code == ExitCode::usage);
  CHECK(check_on("2026-02-01", {a, "--no-config", "--baseline", folder.path("none.json")}).code ==
        ExitCode::usage);
  (void)folder.write("baseline.json", "{\"entries\": []}");
  CHECK(check_on("2026-02-01", with).code == ExitCode::usage);
  CHECK(call({"baseline", "drop", b}).code == ExitCode::usage);
}

}  // namespace
}  // namespace reckon::cli

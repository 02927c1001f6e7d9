// SPDX-License-Identifier: MIT
// `.reckon.yaml` at work: which file it is, what it changes, and what a run without it does.
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Folder;
using test::Outcome;
namespace fs = std::filesystem;

constexpr const char* zero_too_many = "- 12 nodes × 64 GB = 7,680 GB\n";
constexpr const char* sized_answer =
    R"({"scalingApproach": ["pods"], "capacityPlanning": {"cpuCoresRequired": 2000, "memoryGBRequired": 4000,)"
    R"( "networkBandwidthGbps": 100}, "faultTolerance": ["zones"], "monitoringSetup": ["metrics"]})";

/// Runs in another folder, as somebody who works there does.
class Inside {
 public:
  explicit Inside(const std::string& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  ~Inside() { fs::current_path(before_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  fs::path before_;
};

TEST_CASE("the nearest configuration up to the root of the repository holds") {
  const Folder folder;
  (void)folder.write("shop/.git/HEAD", "");
  (void)folder.write(".reckon.yaml", "fail_on: nonsense\n");
  (void)folder.write("shop/docs/deep/plan.md", zero_too_many);
  const Inside inside(folder.path("shop/docs/deep"));
  CHECK(call({"check", "plan.md"}).code == ExitCode::findings);  // the one above the repository is not ours
  (void)folder.write("shop/.reckon.yaml", "severities: {equation.contradicted: warning}\n");
  const Outcome found = call({"check", "plan.md"});
  CHECK(found.code == ExitCode::clean);
  CHECK(contains(found.out, "warning[equation.contradicted]"));
  CHECK(contains(found.err, "configuration: ../../.reckon.yaml"));
  CHECK(call({"check", "plan.md", "--no-config"}).code == ExitCode::findings);
  CHECK(call({"check", "plan.md", "--fail-on", "warning"}).code == ExitCode::findings);
  (void)folder.write("shop/docs/.reckon.yaml", "fail_on: never\n");
  CHECK(contains(call({"check", "plan.md"}).err, "configuration: ../.reckon.yaml"));
  (void)folder.write("shop/docs/.reckon.yaml", "fail_om: never\n");
  const Outcome bad = call({"check", "plan.md"});
  CHECK(bad.code == ExitCode::usage);
  CHECK(bad.out.empty());
  CHECK(contains(bad.err, "did you mean 'fail_on'?"));
  CHECK(call({"check", "plan.md", "--config", "none.yaml"}).code == ExitCode::usage);
  CHECK(call({"claims", "plan.md"}).code == ExitCode::usage);
}

TEST_CASE("documents get their prompt and settings from the configuration") {
  const Folder folder;
  (void)folder.write("docs/answer.json", sized_answer);
  const auto check_with = [&](const std::string& text, std::vector<std::string> more = {}) {
    const std::string file = folder.write("gate.yaml", text);
    std::vector<std::string> arguments{"check", folder.path("docs/answer.json"), "--config", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return call(arguments);
  };
  const std::string entry = "documents:\n  - files: docs/*.json\n    prompt: payment-gateway\n";
  CHECK(check_with(entry).code == ExitCode::clean);
  const Outcome set = check_with(entry + "    settings: {cpu_time: 50 us, peakTPS: 100k/s}\n");
  CHECK(set.code == ExitCode::findings);
  CHECK(contains(set.out, "2000 core"));
  CHECK(check_with(entry + "    settings: {cpu_time: 50 us}\n", {"--set", "cpu_time=14 ms"}).code ==
        ExitCode::clean);
  const Outcome unknown = check_with(entry + "    settings: {cpu_tiem: 50 us}\n");
  CHECK(unknown.code == ExitCode::usage);
  CHECK(contains(unknown.err, "gate.yaml:4:16"));
  CHECK(contains(check_with("documents:\n  - {files: docs/*.json, prompt: message-partitioning}\n").out,
                 "response.of-another-prompt"));
}

TEST_CASE("a run without files reads the documents of the configuration") {
  const Folder folder;
  (void)folder.write("docs/a.md", "- Partitions: 240\n- 240 partitions × 10 MB/s = 2.4 GB/s\n");
  (void)folder.write("docs/b.md", zero_too_many);
  (void)folder.write("notes.md", zero_too_many);
  (void)folder.write(".reckon.yaml", "documents:\n  - files: docs/*.md\nexclude: b.md\n");
  const Inside inside(folder.path());
  CHECK(call({"check"}).code == ExitCode::clean);
  CHECK(call({"check", "notes.md"}).code == ExitCode::findings);
  CHECK(contains(call({"check", "--no-config"}).err, "FILE is required"));
  (void)folder.write(".reckon.yaml", "documents:\n  - files: '*.md'\n");
  const Outcome all = call({"check"});
  CHECK(contains(all.out, "--> notes.md:1"));
  CHECK(contains(all.out, "--> docs/b.md:1"));
}

TEST_CASE("evidence below zero is a bar too: it tells what is no likelier than other readings") {
  const Folder folder;
  const std::string file = folder.write("plan.md", zero_too_many);
  CHECK(call({"check", file, "--min-evidence", "-30"}).code == ExitCode::findings);
  CHECK(call({"check", file, "--min-evidence=-30"}).code == ExitCode::findings);
  CHECK(call({"check", file, "--min-evidence", "much"}).code == ExitCode::usage);
}

TEST_CASE("what does not fail is still told") {
  const Folder folder;
  const std::string file = folder.write("plan.md", zero_too_many);
  const Outcome ratio = call({"check", file, "--min-ratio", "20"});
  CHECK(ratio.code == ExitCode::clean);
  CHECK(contains(ratio.out, "error[equation.contradicted]"));
  CHECK(contains(ratio.err, "1 finding below the least factor of 20 does not fail the run"));
  CHECK(call({"check", file, "--min-ratio", "10"}).code == ExitCode::findings);
  const Outcome ignored = call({"check", file, "--ignore", "equation"});
  CHECK(ignored.code == ExitCode::clean);
  CHECK(contains(ignored.err, "1 finding of rules that do not count: equation.contradicted (1)"));
  CHECK(call({"check", file, "--select", "sizing"}).code == ExitCode::clean);
  CHECK(call({"check", file, "--select", "equation.contradicted"}).code == ExitCode::findings);
  const Outcome unknown = call({"check", file, "--ignore", "equation.contradict"});
  CHECK(unknown.code == ExitCode::usage);
  CHECK(contains(unknown.err, "did you mean 'equation.contradicted'?"));
  const Outcome covered =
      call({"check", file, "--fail-on", "warning", "--ignore", "equation", "--min-coverage", "90 %"});
  CHECK(covered.code == ExitCode::findings);
  CHECK(contains(covered.err, "numbers are explained, wanted are 90 %"));
  CHECK(call({"check", file, "--fail-on", "never", "--min-coverage", "90 %"}).code == ExitCode::clean);
}

}  // namespace
}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// What goes to which stream and into which file, and in which colours.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Folder;
using test::Outcome;
using test::plan;
using test::right;
using test::wrong;

using Json = nlohmann::json;

const std::string slip = "100,000 TPS × 50 µs = 2000 cores\n";

double output_of(const Json& sizing, const std::string& name) {
  for (const auto& row : sizing["outputs"]) {
    if (row["name"] == name) return row["value"];
  }
  return -1.0;
}

}  // namespace

TEST_CASE("stdout carries the report and nothing else") {
  for (const char* path : {wrong, right, plan}) {
    INFO(path);
    const Outcome outcome = call({"check", path, "--format", "json"});
    const Json json = Json::parse(outcome.out, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    CHECK(json["summary"]["exit"] == static_cast<int>(outcome.code));
    CHECK(json["documents"][0]["path"] == path);
    CHECK(contains(outcome.err, "read as an answer to 'payment-gateway'"));
  }
}

TEST_CASE("claims tell as text and as JSON what became of every number") {
  const std::string page = "9M × 2 KB = 18 GB, see RFC 7231\n\nFloors: 12, for v1.2\n";
  const Outcome text = call({"claims", "-", "--stdin-name", "a.md"}, page);
  CHECK(text.code == ExitCode::clean);
  for (const char* line :
       {"a.md:1:6   2 KB   input\n", "a.md:1:13  18 GB  explained by 9M × 2 KB (written, line 1, ",
        "a.md:3:9   12     input\n"}) {
    INFO(line);
    CHECK(contains(text.out, line));
  }
  CHECK_FALSE(contains(text.out, "1.2"));
  const Json json = Json::parse(call({"claims", "-", "--format", "json"}, page).out);
  const auto at = std::find_if(json["numbers"].begin(), json["numbers"].end(),
                               [](const Json& number) { return number["text"] == "18 GB"; });
  REQUIRE(at != json["numbers"].end());
  CHECK((*at)["fate"] == "explained");
  CHECK((*at)["by"] == "9M × 2 KB");
  CHECK((*at)["by_line"] == 1);
  CHECK(json["summary"]["numbers"] == json["numbers"].size());
  CHECK(json["summary"]["explained"] == 1);
}

TEST_CASE("a run that makes no sense leaves stdout empty") {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"check"},
                                             {"check", wrong, "--set", "peekTPS=5"},
                                             {"check", wrong, "--report", "xml=x"},
                                             {"size", "payment-gateway", "peakTPS=5GB"},
                                             {"prompt", "payment-gateway", "--set", "peakTPS=soon"},
                                             {"calc", "3 m + 2 s"}}) {
    INFO(arguments[0]);
    const Outcome outcome = call(arguments);
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.err.empty());
  }
}

TEST_CASE("standard input is read under its name, which tells the format") {
  const Outcome page = call({"check", "-", "--stdin-name", "plan.md"}, slip);
  CHECK(page.code == ExitCode::findings);
  CHECK(contains(page.out, "--> plan.md:1:23"));
  CHECK(contains(call({"check", "-"}, slip).out, "--> stdin:1:23"));
  const std::string broken = "{\"a\": ";
  CHECK(call({"check", "-", "--stdin-name", "a.json"}, broken).code == ExitCode::unreadable);
}

TEST_CASE("standard input that holds nothing to check is told so") {
  CHECK(contains(call({"check", "-"}, "").err, "nothing to check"));
  CHECK(call({"check", "-"}, "").code == ExitCode::clean);
  CHECK(call({"check", "-", "--require-numbers"}, "Just words.\n").code == ExitCode::findings);
  CHECK(call({"check", "-"}, std::string((std::size_t{8} << 20U) + 1, 'x')).code == ExitCode::unreadable);
}

TEST_CASE("reports are written to files, and stdout keeps its own") {
  const Folder folder;
  const Outcome outcome = call({"check", wrong, "--report", "json=" + folder.path("report.json"), "--report",
                                "text=" + folder.path("report.txt"), "--color", "always"});
  CHECK(outcome.code == ExitCode::findings);
  CHECK(Json::parse(folder.read("report.json"))["summary"]["exit"] == 1);
  CHECK(folder.read("report.json") == call({"check", wrong, "--format", "json"}).out);
  CHECK(folder.read("report.txt") == call({"check", wrong}).out);
  CHECK(contains(outcome.out, "\x1b["));
}

TEST_CASE("a report that cannot be written is no pass") {
  const Folder folder;
  const Outcome outcome = call({"check", right, "--report", "json=" + folder.path("no/such/report.json")});
  CHECK(outcome.code == ExitCode::usage);
  CHECK(contains(outcome.err, "no/such/report.json: No such file"));
  CHECK(contains(outcome.out, "-> exit 2\n"));
}

TEST_CASE("colour goes to terminals, unless something else is asked for") {
  struct Case {
    std::vector<std::string> flags;
    bool no_colour;
    bool is_terminal;
    bool coloured;
    bool force_colour = false;
    bool is_dumb = false;
  };
  const std::vector<Case> cases{
      {{}, false, false, false},
      {{}, false, true, true},
      {{}, true, true, false},
      {{"--color", "auto"}, false, true, true},
      {{"--color", "always"}, false, false, true},
      {{"--color", "always"}, true, false, true},
      {{"--color", "never"}, false, true, false},
      {{}, false, true, false, false, true},
      {{"--color", "always"}, false, true, true, false, true},
      {{}, false, false, true, true},
      {{}, false, true, true, true, true},
      {{}, true, true, false, true},
      {{"--color", "never"}, false, true, false, true},
  };
  for (const Case& row : cases) {
    Invocation invocation;
    invocation.arguments = {"check", wrong};
    invocation.arguments.insert(invocation.arguments.end(), row.flags.begin(), row.flags.end());
    invocation.no_colour = row.no_colour;
    invocation.force_colour = row.force_colour;
    invocation.is_dumb = row.is_dumb;
    invocation.out_is_terminal = row.is_terminal;
    const Outcome outcome = call(invocation);
    INFO((row.flags.empty() ? "no flag" : row.flags.back())
         << row.no_colour << row.is_terminal << row.force_colour << row.is_dumb);
    CHECK(contains(outcome.out, "\x1b[") == row.coloured);
    CHECK_FALSE(contains(outcome.err, "\x1b["));
  }
}

TEST_CASE("a bad setting is shown under its value, an unknown one under its name") {
  const Outcome value = call({"size", "payment-gateway", "peakTPS=5GB"});
  CHECK(contains(value.err, "1 | peakTPS=5GB\n  |         ^^^\n"));
  const Outcome name = call({"check", plan, "--set", "cpu_tme=5ms"});
  CHECK(contains(name.err, "1 | cpu_tme=5ms\n  | ^^^^^^^\n"));
  const Outcome both = call({"check", plan, "--set", "peakTPS=5GB", "--set", "latencySLA=5 cores"});
  CHECK(contains(both.err, "peakTPS=5GB"));
  CHECK(contains(both.err, "latencySLA=5 cores"));
}

TEST_CASE("a setting of the user is in force and says so") {
  const Outcome outcome = call({"check", plan, "--set", "peakTPS=24k TPS", "--format", "json"});
  const Json json = Json::parse(outcome.out);
  const auto rate = std::find_if(json["inputs"].begin(), json["inputs"].end(),
                                 [](const Json& row) { return row["name"] == "peak_rate"; });
  REQUIRE(rate != json["inputs"].end());
  CHECK((*rate)["value"] == 24000.0);
}

TEST_CASE("sizing by hand") {
  const Outcome outcome =
      call({"size", "payment-gateway", "--set", "cpu_time=2ms*core/request", "--format", "json"});
  REQUIRE(outcome.code == ExitCode::clean);
  const Json json = Json::parse(outcome.out);
  CHECK(output_of(json, "fleet.busy_cores") == 200.0);  // 100,000/s x 2 ms
  CHECK(output_of(json, "fleet.cores") == 286.0);       // 200 / 0.7 = 285.7
  CHECK(output_of(json, "fleet.memory") == 572.0);      // 286 x 2 GB
  CHECK(output_of(json, "fleet.bandwidth") == 0.8);     // 100,000/s x 1 KB x 8
}

TEST_CASE("sizing fails from the level on that is asked for") {
  const std::vector<std::string> bad{"size", "autoscaler", "min_replicas=50", "max_replicas=20"};
  const auto code_of = [&](const std::string& level) {
    std::vector<std::string> arguments = bad;
    arguments.insert(arguments.end(), {"--fail-on", level});
    return call(arguments).code;
  };
  CHECK(code_of("error") == ExitCode::findings);
  CHECK(code_of("never") == ExitCode::clean);
}

TEST_CASE("the calculator") {
  CHECK(call({"calc", "2 KB * 100k/s * 30 days in TB"}).out == "518.4 TB\n");
  CHECK(call({"calc", "1 GiB/s in Gbps"}).out == "8.589934592 Gbps\n");
  CHECK(call({"calc", "downtime(99.999 %, 30 days)"}).out == "25.92 s\n");
  CHECK(call({"calc", "100,000 TPS × 50 µs"}).out.starts_with("5 "));
}

TEST_CASE("every claim is listed with its place and its meaning") {
  const Outcome outcome = call({"claims", plan});
  CHECK(contains(outcome.out, "plan.json:9:25  2000  result fleet.cores (sure)  plausible\n"));
  CHECK(outcome.code == ExitCode::clean);
}

TEST_CASE("what is printed does not depend on the run") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"check", wrong}, {"size", "payment-gateway"}, {"prompt", "payment-gateway"}, {"catalogue"}}) {
    INFO(arguments[0]);
    CHECK(call(arguments).out == call(arguments).out);
  }
}

TEST_CASE("a misspelt command gets the nearest one") {
  struct Case {
    std::vector<std::string> arguments;
    const char* hint;
  };
  const Case cases[] = {
      {{"chek", "a.md"}, "there is no command 'chek'; did you mean 'check'?"},
      {{"--color", "never", "sise"}, "there is no command 'sise'; did you mean 'size'?"},
      {{"--color=never", "modles"}, "did you mean 'models'?"},
      {{"frobnicate"}, "there is no command 'frobnicate'; known are check, claims, waive, baseline, size,"},
  };
  for (const Case& c : cases) {
    INFO(c.hint);
    const Outcome outcome = call(c.arguments);
    CHECK(outcome.code == ExitCode::usage);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, c.hint));
  }
  CHECK_FALSE(contains(call({"check"}).err, "there is no command"));
  CHECK_FALSE(contains(call(std::vector<std::string>{}).err, "there is no command"));
}

TEST_CASE("a report that cannot be written does not keep the others from being written") {
  const Folder folder;
  const Outcome outcome = call({"check", right, "--report", "json=" + folder.path("no/such/folder.json"),
                                "--report", "json=" + folder.path("good.json")});
  CHECK(outcome.code == ExitCode::usage);
  CHECK(contains(outcome.err, "folder.json"));
  CHECK_FALSE(Json::parse(folder.read("good.json"), nullptr, false).is_discarded());
}

}  // namespace reckon::cli

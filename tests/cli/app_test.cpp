// SPDX-License-Identifier: MIT
// The whole program with streams in place of the world: exit codes, and what goes to which stream.
#include "cli/app.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

namespace reckon::cli {
namespace {

struct Outcome {
  ExitCode code = ExitCode::clean;
  std::string out;
  std::string err;
};

Outcome call(std::vector<std::string> arguments, const std::string& input = {},
             const std::string& catalogue = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Invocation invocation;
  invocation.arguments = std::move(arguments);
  invocation.catalogue_path = catalogue;
  const ExitCode code = run(invocation, World{in, out, err});
  return {code, out.str(), err.str()};
}

const std::string wrong = "prompts/payment-gateway/source.md";
const std::string right = "prompts/payment-gateway/consistent.md";

TEST_CASE("exit codes of check") {
  CHECK(call({"check", wrong}).code == ExitCode::findings);
  CHECK(call({"check", right}).code == ExitCode::clean);
  CHECK(call({"check", right, wrong}).code == ExitCode::findings);
  CHECK(call({"check", "no-such-file.md"}).code == ExitCode::unreadable);
  CHECK(call({"check", "no-such-file.md", wrong}).code == ExitCode::unreadable);
  CHECK(call({"check", "models"}).code == ExitCode::unreadable);
  CHECK(call({"check", wrong, "--prompt", "payment-gatewy"}).code == ExitCode::usage);
  CHECK(call({"check", wrong, "--no-such-flag"}).code == ExitCode::usage);
  CHECK(call({"check"}).code == ExitCode::usage);
  CHECK(call({}).code == ExitCode::usage);
}

TEST_CASE("the level at which a finding fails the run") {
  CHECK(call({"check", wrong, "--fail-on", "never"}).code == ExitCode::clean);
  CHECK(call({"check", "prompts/payment-gateway/plan.json"}).code == ExitCode::clean);
  CHECK(call({"check", "prompts/payment-gateway/plan.json", "--fail-on", "warning"}).code == ExitCode::clean);
  CHECK(call({"check", "prompts/payment-gateway/plan.json", "--fail-on", "note"}).code == ExitCode::findings);
}

TEST_CASE("an input with nothing to check is no pass") {
  CHECK(call({"check", "-"}, "").code == ExitCode::unreadable);
  CHECK(call({"check", "-"}, "Just words.\n").code == ExitCode::unreadable);
  CHECK(call({"check", "-", "--stdin-name", "a.json"}, "{\"a\": ").code == ExitCode::unreadable);
  CHECK(call({"check", "-"}, std::string((std::size_t{8} << 20U) + 1, 'x')).code == ExitCode::unreadable);
}

TEST_CASE("standard input is read under its name") {
  const Outcome outcome =
      call({"check", "-", "--stdin-name", "plan.md"}, "100,000 TPS × 50 µs = 2000 cores\n");
  CHECK(outcome.code == ExitCode::findings);
  CHECK(outcome.out.find("plan.md:1:") != std::string::npos);
}

TEST_CASE("a bad setting is shown under its value") {
  const Outcome outcome = call({"size", "payment-gateway", "peakTPS=5GB"});
  CHECK(outcome.code == ExitCode::usage);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("1 | peakTPS=5GB\n  |         ^^^") != std::string::npos);
  CHECK(call({"size", "payment-gateway", "peekTPS=5"}).err.find("did you mean 'peakTPS'?") !=
        std::string::npos);
  CHECK(call({"size", "payment-gatway"}).err.find("did you mean 'payment-gateway'?") != std::string::npos);
}

TEST_CASE("stdout carries the report and nothing else") {
  const Outcome outcome = call({"check", wrong, "--format", "json"});
  const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  CHECK(json["summary"]["exit"] == 1);
  CHECK(outcome.err.find("read as an answer to 'payment-gateway'") != std::string::npos);
}

TEST_CASE("colour only where it is wanted") {
  CHECK(call({"check", wrong}).out.find('\x1b') == std::string::npos);
  CHECK(call({"check", wrong, "--color", "always"}).out.find('\x1b') != std::string::npos);
}

TEST_CASE("an unsound catalogue stops the run") {
  CHECK(call({"models"}, {}, "no/such/folder").code == ExitCode::usage);
}

TEST_CASE("sizing by hand") {
  const Outcome outcome =
      call({"size", "payment-gateway", "--set", "cpu_time=2ms*core/request", "--format", "json"});
  REQUIRE(outcome.code == ExitCode::clean);
  const auto json = nlohmann::json::parse(outcome.out);
  const auto output = [&](const std::string& name) -> double {
    for (const auto& row : json["outputs"]) {
      if (row["name"] == name) return row["value"];
    }
    return -1.0;
  };
  CHECK(output("fleet.busy_cores") == 200.0);  // 100,000/s x 2 ms
  CHECK(output("fleet.cores") == 286.0);       // 200 / 0.7 = 285.7
  CHECK(output("fleet.memory") == 572.0);      // 286 x 2 GB
  CHECK(output("fleet.bandwidth") == 0.8);     // 100,000/s x 1 KB x 8
}

TEST_CASE("the calculator") {
  CHECK(call({"calc", "2 KB * 100k/s * 30 days in TB"}).out == "518.4 TB\n");
  CHECK(call({"calc", "1 GiB/s in Gbps"}).out == "8.589934592 Gbps\n");
  CHECK(call({"calc", "downtime(99.999 %, 30 days)"}).out == "25.92 s\n");
  CHECK(call({"calc", "100,000 TPS × 50 µs"}).out.starts_with("5 "));
  CHECK(call({"calc", "3 m + 2 s"}).code == ExitCode::usage);
  CHECK(call({"calc", "1 / 0"}).code == ExitCode::usage);
}

}  // namespace
}  // namespace reckon::cli

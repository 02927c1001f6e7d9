// SPDX-License-Identifier: MIT
// The questions of `reckon size` from the command line: exit codes, formats, files, and Ctrl-C.
#include "base/unicode.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Folder;

using Arguments = std::vector<std::string>;

Arguments size(Arguments more) {
  Arguments all{"size", "payment-gateway"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Holds SIGINT back for a test, so that one that was raised meets the program and not the test.
class Held {
 public:
  Held() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, &before_);
  }
  ~Held() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace

TEST_CASE(
    "what-if questions end with 0, with 1 where no value keeps the limit, with 2 where they make no sense") {
  struct Case {
    Arguments arguments;
    ExitCode code;
    std::string told;  ///< stands in stderr
  };
  const Case cases[] = {
      {{"--sweep", "peakTPS=1k/s..2k/s"}, ExitCode::clean, ""},
      {{"--solve", "peakTPS", "--for", "fleet.cores <= 1000"}, ExitCode::clean, ""},
      {{"--solve", "utilisation", "--for", "fleet.cores <= 50"}, ExitCode::findings, ""},
      {{"--compare", "peakTPS=200k/s", "regions=3"}, ExitCode::clean, ""},
      {{"--explain", "fleet.cores"}, ExitCode::clean, ""},
      {{"--explain", "fleet.coers"}, ExitCode::usage, "did you mean 'fleet.cores'"},
      {{"--solve", "peakTPS"}, ExitCode::usage, "--for"},
      {{"--for", "fleet.cores <= 50"}, ExitCode::usage, "--for goes with --solve"},
      {{"--outputs", "fleet.cores"}, ExitCode::usage, "--outputs goes with --sweep"},
      {{"--chart", "x.svg"}, ExitCode::usage, "--chart goes with --sweep"},
      {{"--sweep", "peakTPS=1/s..2/s", "--compare", "regions=3"}, ExitCode::usage, "two questions"},
      {{"--solve", "peakTPS", "--for", "fleet.cores <= 5", "--format", "csv"}, ExitCode::usage, "not as csv"},
      {{"--format", "chart"}, ExitCode::usage, "not as chart"},
      {{"--compare", "regions=3,peekTPS=1/s"}, ExitCode::usage, "peekTPS"},
      {{"--compare", "nowhere.yaml"}, ExitCode::usage, "nowhere.yaml"},
      {{"--scenario", "nowhere.yaml"}, ExitCode::usage, "nowhere.yaml"},
      {{"--sweep", "regions=2..3", "--outputs", "latency.farthest"}, ExitCode::clean, ""},
      {{"--sweep", "latency.time_elsewhere=1ms..2ms", "--outputs", "cost.total"}, ExitCode::usage, "is open"},
      {{"--sweep", "autoscaler.min_replicas=1..3"}, ExitCode::usage, "--outputs"},
  };
  for (const Case& row : cases) {
    std::string line;
    for (const std::string& argument : row.arguments) line += " '" + argument + "'";
    INFO("reckon size payment-gateway" << line);
    const test::Outcome outcome = call(size(row.arguments));
    INFO(outcome.err);
    CHECK(outcome.code == row.code);
    CHECK(contains(outcome.err, row.told));
    CHECK((row.code == ExitCode::usage) == outcome.out.empty());
  }
}

TEST_CASE("a sweep as CSV has a head and a line for each point, as JSON a row") {
  const Arguments sweep{"--sweep", "peakTPS=100k/s..400k/s:x2", "--outputs", "fleet.cores,log.stored"};
  Arguments csv = size(sweep);
  csv.insert(csv.end(), {"--format", "csv"});
  CHECK(call(csv).out ==
        "peakTPS [request/s],fleet.cores [core],log.stored [TB],problem\r\n"
        "100000,143,181.44,\r\n200000,286,362.88,\r\n400000,572,725.76,\r\n");
  Arguments json = size(sweep);
  json.insert(json.end(), {"--format", "json"});
  const auto root = nlohmann::json::parse(call(json).out);
  CHECK(root["reckon"] == 1);
  CHECK(root["complete"] == true);
  REQUIRE(root["rows"].size() == 3);
  CHECK(root["rows"][1]["peakTPS"] == 200000);
  CHECK(root["rows"][1]["fleet.cores"] == 286);
  CHECK(root["outputs"][1]["unit"] == "TB");
}

TEST_CASE("a sweep is interrupted with what it has") {
  const Held held;
  for (const char* format : {"text", "csv", "json", "chart"}) {
    INFO(format);
    std::raise(SIGINT);
    const auto outcome = call(size({"--sweep", "peakTPS=1/s..1M/s:100000", "--format", format}));
    CHECK(outcome.code == ExitCode::interrupted);
    CHECK(static_cast<int>(outcome.code) == 130);
    CHECK(contains(outcome.err, "interrupted after 0 of 100000 points"));
    if (std::string(format) == "json") CHECK(nlohmann::json::parse(outcome.out)["complete"] == false);
    // The signal is used up: what comes next is not interrupted.
    CHECK(call(size({"--sweep", "peakTPS=1/s..2/s"})).code == ExitCode::clean);
  }
}

TEST_CASE("a chart is as wide as the terminal") {
  for (const std::size_t columns : {40U, 80U, 200U}) {
    Invocation invocation;
    invocation.arguments =
        size({"--sweep", "peakTPS=1k/s..1M/s", "--outputs", "fleet.cores", "--format", "chart"});
    invocation.columns = columns;
    const auto outcome = call(invocation);
    std::istringstream in(outcome.out);
    std::size_t widest = 0;
    for (std::string line; std::getline(in, line);) widest = std::max(widest, base::display_width(line));
    CHECK(widest == columns);
  }
}

TEST_CASE("a chart goes into a file, the rows to stdout") {
  const Folder folder;
  const std::string path = folder.path("chart.svg");
  const auto outcome =
      call(size({"--sweep", "peakTPS=1k/s..2k/s:3", "--outputs", "fleet.cores", "--chart", path}));
  CHECK(outcome.code == ExitCode::clean);
  CHECK(lines(outcome.out) == 5);
  CHECK(folder.read("chart.svg").starts_with("<?xml"));
  const auto nowhere = call(size({"--sweep", "peakTPS=1k/s..2k/s", "--chart", folder.path("no/chart.svg")}));
  CHECK(nowhere.code == ExitCode::usage);
}

TEST_CASE("scenario files extend each other beside themselves, and what is typed wins") {
  const Folder folder;
  (void)folder.write("plans/usual.yaml", "set: {peakTPS: 200k/s, cpu_time: 50 us}\n");
  const std::string path =
      folder.write("plans/sale.yaml", "scenario: sale\nextends: usual.yaml\nset: {regions: 3}\n");
  const auto sized = call(size({"--scenario", path, "--format", "json"}));
  REQUIRE(sized.code == ExitCode::clean);
  const auto root = nlohmann::json::parse(sized.out);
  const auto input = [&](const char* name) {
    for (const auto& row : root["inputs"]) {
      if (row["name"] == name) return row;
    }
    return nlohmann::json();
  };
  CHECK(input("regions")["value"] == 3);
  CHECK(input("regions")["from"] == "scenario sale");
  CHECK(input("peak_rate")["value"] == 200000);
  const auto typed = call(size({"--scenario", path, "regions=4", "--explain", "regions"}));
  CHECK(contains(typed.out, "regions = 4  (set by the user)"));
  const auto compared = call(size({"--compare", path, "regions=4", "--format", "json"}));
  const auto columns = nlohmann::json::parse(compared.out)["scenarios"];
  REQUIRE(columns.size() == 3);
  CHECK(columns[1]["name"] == "sale");
}

TEST_CASE("an explanation shows every step down to the inputs, once") {
  const auto outcome = call(size({"--explain", "installed_cores"}));
  CHECK(contains(outcome.out, "installed_cores = 180 cores\n  = regions × region_cores\n  = 5 × 36 cores\n"));
  CHECK(contains(outcome.out, "peak_rate = 100,000 requests/s  (variable peakTPS)"));
  const auto json = call(size({"--explain", "installed_cores", "--format", "json"}));
  CHECK(nlohmann::json::parse(json.out)["trail"][0]["calculation"] == "5 × 36 cores");
}

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// Nothing that a terminal obeys or hides reaches stdout or stderr, wherever it comes from.
#include "base/unicode.hpp"
#include "report/formats.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::cli {
namespace {

using test::call;
using test::call_with;
using test::Folder;
using test::Outcome;
using Arguments = std::vector<std::string>;
using Json = nlohmann::json;

/// Clears the screen, turns the direction, hides, smuggles, ends a line in editors alone.
const std::string hostile =
    "x\x1b["
    "2J\xc2\x9b\x07\x7f\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8b\xe2\x81\xa0\xef\xbb\xbf\xf3\xa0\x81\x81\xf3\xa0"
    "\x80\x81"
    "\xe2\x80\xa8\xe2\x80\xa9y";

void check_clean(const std::string& text) {
  INFO(text);
  CHECK(base::is_valid_utf8(text));
  CHECK(base::printable_lines(text) == text);
}

void check_clean(const Outcome& outcome) {
  check_clean(outcome.out);
  check_clean(outcome.err);
}

}  // namespace

TEST_CASE("options and names of the command line") {
  const Arguments lines[] = {
      {hostile},
      {"help", hostile},
      {"--" + hostile},
      {"check", "--" + hostile},
      {"check", hostile},
      {"check", test::right, "--prompt", hostile},
      {"check", test::right, "--set", hostile},
      {"check", test::right, "--set", hostile + "=5"},
      {"check", test::right, "--set", "peakTPS=" + hostile},
      {"check", test::right, "--format", hostile},
      {"check", test::right, "--fail-on", hostile},
      {"check", test::right, "--report", hostile},
      {"check", test::right, "--report", hostile + "=x"},
      {"check", test::right, "--report", "json=/no/such/" + hostile},
      {"check", test::right, "--color", hostile},
      {"check", test::right, "--catalogue", hostile},
      {"check", test::right, "--no-such=" + hostile},
      {"claims", test::right, "--prompt", hostile},
      {"size", hostile},
      {"size", "payment-gateway", hostile + "=5"},
      {"size", "payment-gateway", "peakTPS=" + hostile},
      {"size", "payment-gateway", "infrastructure=" + hostile},
      {"size", "payment-gateway", "--scenario", hostile},
      {"size", "payment-gateway", "--sweep", hostile},
      {"size", "payment-gateway", "--solve", hostile, "--for", hostile},
      {"size", "payment-gateway", "--explain", hostile},
      {"size", "payment-gateway", "--compare", hostile},
      {"size", "payment-gateway", "--vary", "peakTPS=1k/s..2k/s", "--seed", hostile},
      {"size", "payment-gateway", "--vary", "peakTPS=1k/s..2k/s", "--outputs", hostile},
      {"calc", hostile},
      {"calc", "1", hostile},
      {"calc", "2 KB + \"" + hostile},
      {"prompt", hostile},
      {"prompt", "payment-gateway", "--set", hostile + "=5"},
      {"prompt", "payment-gateway", "--set", "infrastructure=" + hostile},
      {"prompts", "--domain", hostile},
      {"model", hostile},
      {"schema", hostile},
  };
  for (const Arguments& arguments : lines) {
    std::string line;
    for (const std::string& argument : arguments) line += ' ' + argument;
    INFO(base::printable(line));
    const Outcome outcome = call(arguments);
    CHECK(outcome.code == (line.ends_with("check " + hostile) ? ExitCode::unreadable : ExitCode::usage));
    CHECK_FALSE(outcome.err.empty());
    check_clean(outcome);
  }
  check_clean(call_with(hostile, {"models"}));
}

TEST_CASE("names and contents of files") {
  const Folder folder;
  const std::string label = hostile;
  const std::string page = "# " + hostile + "\n\n- " + hostile + ": 12 nodes × 4 GB = 500 GB " + hostile +
                           "\n- " + hostile + " 7 " + hostile + "\n\n| " + hostile +
                           " | CPU cores |\n|---|---|\n| " + hostile + " | 4" + hostile + " |\n";
  const std::string json = R"({"scalingApproach": ["a"], "faultTolerance": [], "monitoringSetup": [], )"
                           R"("capacityPlanning": {"cpuCoresRequired": ")" +
                           std::string("\xe2\x80\xae\xf3\xa0\x81\x81") +
                           "\", \"\\u001b[2J\": 5, \"\xe2\x80\xa8\": 1}}";
  const std::string paths[] = {
      folder.write(hostile + ".md", page),
      folder.write(hostile + ".json", json),
      folder.write("broken" + hostile + ".json", "{\"" + hostile + "\": 1, " + hostile),
      folder.write(hostile + ".yaml",
                   "kind: Deployment\nspec: {replicas: 3" + hostile + "}\n" + hostile + ": [\n"),
      folder.write(hostile + ".sh",
                   "kafka-topics.sh --create --partitions 3" + hostile + " --" + hostile + " 5\n"),
      folder.write(hostile + ".sql", "CREATE TABLE \"" + hostile + "\" (a int);\nCREATE " + hostile + ";\n"),
      folder.write(hostile + ".empty.md", hostile),
      folder.write(hostile + ".pdf", "%PDF-" + hostile),
      folder.path(hostile + ".missing"),
  };
  for (const std::string& path : paths) {
    for (const report::Format& format : report::format_table()) {
      INFO(format.name << ' ' << base::printable(path));
      check_clean(call({"check", path, "--format", std::string(format.name)}));
    }
    check_clean(call({"claims", path}));
    for (const char* command : {"check", "claims"}) {
      const Outcome outcome = call({command, path, "--format", "json"});
      check_clean(outcome);
      CHECK_FALSE(Json::parse(outcome.out, nullptr, false).is_discarded());
    }
    check_clean(call({"check", path, "--verbose", "--prompt", "payment-gateway"}));
  }
  const Json report = Json::parse(call({"check", paths[0], "--format", "json"}).out);
  CHECK(report["documents"][0]["path"] == paths[0]);  // escaped, not lost
  const Outcome written = call({"check", paths[0], "--report", "text=" + folder.path("r.txt"), "--report",
                                "json=" + folder.path("r.json")});
  check_clean(folder.read("r.txt"));
  check_clean(folder.read("r.json"));
}

TEST_CASE("colours are those of the program") {
  const Folder folder;
  const std::string path = folder.write("a.md", "12 nodes × 4 GB = 480 GB \x1b[31m\x1b[1m\x1b]0;title\x07\n");
  const Outcome outcome = call({"check", path, "--color", "always"});
  CHECK(outcome.code == ExitCode::findings);
  CHECK(test::contains(outcome.out, "\x1b[1;31m"));
  for (const char* foreign : {"\x1b[31m", "\x1b]0", "\x07"})
    CHECK_FALSE(test::contains(outcome.out, foreign));
}

TEST_CASE("catalogues of others") {
  const Folder folder;
  (void)folder.write("models/odd.yaml",
                     "model: odd\ntitle: \"Odd \\e[2J\\u202e\\U000E0041\"\nabout: \"\\u2028 \\x9b\"\n"
                     "inputs:\n  a: {unit: item, names: [\"\\e[2J\"], about: \"\\u200b\"}\n"
                     "outputs:\n  b: {unit: item, is: a * 2, kind: need, about: \"\\e[8m\"}\n");
  (void)folder.write("models/bad" + hostile + ".yaml", "model: " + hostile + "\n" + hostile + ": 1\n");
  for (const Arguments& arguments : {Arguments{"models"},
                                     {"model", "odd"},
                                     {"size", "odd", "a=2"},
                                     {"size", "odd", "a=2", "--explain", "b"},
                                     {"size", "odd", "a=2", "--format", "json"},
                                     {"catalogue"},
                                     {"size", "odd", "--sweep", "a=1..3"}}) {
    INFO(arguments[0]);
    check_clean(call_with(folder.path(), arguments));
  }
}

TEST_CASE("an endless word does not fill the screen") {
  const std::string word(50000, 'x');
  for (const Arguments& arguments : {Arguments{word},
                                     {"check", word},
                                     {"size", word},
                                     {"model", word},
                                     {"calc", "2 * " + word},
                                     {"check", "--" + word},
                                     {"check", test::right, "--set", word + "=5"},
                                     {"check", test::right, "--format", word}}) {
    const Outcome outcome = call(arguments);
    INFO(arguments[0].substr(0, 10));
    CHECK(outcome.err.size() < 2500);
    CHECK(outcome.code != ExitCode::clean);
  }
  const Folder folder;
  const std::string number(20000, '7');
  const std::string page =
      "12 nodes × 4 GB = " + number + " GB\n\nCPU cores: " + number + "\n" + word + ": 5 " + word + "\n";
  const std::string path = folder.write("a.md", page);
  for (const char* command : {"check", "claims"}) {
    const Outcome outcome = call({command, path});
    std::size_t longest = 0;
    std::istringstream lines(outcome.out + outcome.err);
    for (std::string line; std::getline(lines, line);) longest = std::max(longest, line.size());
    INFO(command);
    CHECK(longest < 1000);
  }
}

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// What a run ends with: 0 nothing to fail on, 1 findings, 2 the run is invalid, 3 the input is unreadable.
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::Folder;
using test::plan;
using test::right;
using test::wrong;

struct CodeCase {
  std::vector<std::string> arguments;
  ExitCode code;
  std::string told;  ///< stands in stderr
};

void check_cases(const std::vector<CodeCase>& cases) {
  for (const CodeCase& row : cases) {
    std::string line;
    for (const std::string& argument : row.arguments) line += ' ' + argument;
    INFO("reckon" << line);
    const test::Outcome outcome = call(row.arguments);
    INFO(outcome.err);
    CHECK(outcome.code == row.code);
    CHECK(test::contains(outcome.err, row.told));
  }
}

}  // namespace

TEST_CASE("of two exit codes the worse one stands") {
  const std::vector<ExitCode> order{ExitCode::internal, ExitCode::usage, ExitCode::findings,
                                    ExitCode::unreadable, ExitCode::clean};
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i; j < order.size(); ++j) {
      CHECK(worse(order[i], order[j]) == order[i]);
      CHECK(worse(order[j], order[i]) == order[i]);
    }
  }
}

TEST_CASE("a judged answer ends with 0 or 1") {
  check_cases({
      {{"check", right}, ExitCode::clean, ""},
      {{"check", wrong}, ExitCode::findings, ""},
      {{"check", right, wrong}, ExitCode::findings, ""},
      {{"check", wrong, right}, ExitCode::findings, ""},
      {{"check", plan, right}, ExitCode::clean, ""},
      {{"size", "payment-gateway"}, ExitCode::clean, ""},
      {{"claims", wrong}, ExitCode::clean, ""},
      {{"--version"}, ExitCode::clean, ""},
      {{"--help"}, ExitCode::clean, ""},
      {{"check", "--help"}, ExitCode::clean, ""},
      {{}, ExitCode::clean, ""},
      {{"help"}, ExitCode::clean, ""},
      {{"help", "check"}, ExitCode::clean, ""},
  });
}

TEST_CASE("a run that makes no sense ends with 2 and says why") {
  check_cases({
      {{"--color", "never"}, ExitCode::usage, "a command is wanted"},
      {{"help", "chekc"}, ExitCode::usage, "did you mean 'check'?"},
      {{"chekc", wrong}, ExitCode::usage, ""},
      {{"check"}, ExitCode::usage, "FILE"},
      {{"check", wrong, "--no-such-flag"}, ExitCode::usage, "--no-such-flag"},
      {{"check", wrong, "--format", "xml"}, ExitCode::usage, "xml"},
      {{"check", wrong, "--format", "text", "--format", "json"}, ExitCode::usage, "--format"},
      {{"check", wrong, "--fail-on", "fatal"}, ExitCode::usage, "fatal"},
      {{"check", wrong, "--color", "red"}, ExitCode::usage, "red"},
      {{"check", wrong, "--prompt", "payment-gatewy"}, ExitCode::usage, "did you mean 'payment-gateway'?"},
      {{"check", wrong, "--prompt", "zzzz"}, ExitCode::usage, "reckon prompts"},
      {{"check", wrong, "--report", "json"}, ExitCode::usage, "FORMAT=PATH"},
      {{"check", wrong, "--report", "xml=report.xml"}, ExitCode::usage, "FORMAT=PATH"},
      {{"check", wrong, "--set", "peakTPS"}, ExitCode::usage, "name=value"},
      {{"check", wrong, "--set", "peekTPS=5"}, ExitCode::usage, "did you mean 'peakTPS'?"},
      {{"size", "payment-gatway"}, ExitCode::usage, "did you mean 'payment-gateway'?"},
      {{"size", "payment-gateway", "cpu_time=5GB"}, ExitCode::usage, "quantity.wrong-dimension"},
      {{"model", "service-flet"}, ExitCode::usage, "did you mean 'service-fleet'?"},
      {{"prompt", "payment-gatway"}, ExitCode::usage, "did you mean 'payment-gateway'?"},
      {{"prompt", "payment-gateway", "--set", "peakTPS=soon"}, ExitCode::usage, "peakTPS"},
      {{"prompts", "--domain", "beauty"}, ExitCode::usage, "reliability"},
      {{"schema", "nothing"}, ExitCode::usage, "report"},
      {{"calc", "3 m + 2 s"}, ExitCode::usage, "dimensions-differ"},
      {{"calc", "1 / 0"}, ExitCode::usage, "zero"},
      {{"calc", "2 +"}, ExitCode::usage, "syntax"},
      {{"models", "--catalogue", "no/such/folder"}, ExitCode::usage, "no/such/folder"},
      {{"models", "--catalogue", "LICENSE"}, ExitCode::usage, "LICENSE"},
  });
}

TEST_CASE("an input that cannot be read ends with 3 and says why") {
  const Folder folder;
  const std::string broken = folder.write("broken.json", "{\"a\": ");
  const std::string large = folder.write("large.md", std::string(std::size_t{9} << 20U, 'x'));
  check_cases({
      {{"check", folder.path("missing.md")}, ExitCode::unreadable, "missing.md: No such file"},
      {{"check", folder.path()}, ExitCode::unreadable, "larger than 8 MiB"},  // of its files
      {{"check", broken}, ExitCode::unreadable, ""},
      {{"check", large}, ExitCode::unreadable, "larger than 8 MiB"},
      {{"claims", folder.path("missing.md")}, ExitCode::unreadable, "No such file"},
  });
}

TEST_CASE("a file without numbers is a note, unless numbers are required") {
  const Folder folder;
  const std::string empty = folder.write("empty.md", "");
  const std::string words = folder.write("words.md", "Just words.\n");
  const std::string missing = folder.path("missing.md");
  const char* const note = "nothing to check";
  for (const char* command : {"check", "claims"}) {
    check_cases({
        {{command, empty}, ExitCode::clean, note},
        {{command, words, right}, ExitCode::clean, note},
        {{command, words, missing}, ExitCode::unreadable, note},
        {{command, words, "--require-numbers"}, ExitCode::findings, note},
        {{command, words, missing, "--require-numbers"}, ExitCode::findings, note},
        {{command, right, "--require-numbers"}, ExitCode::clean, ""},
    });
  }
  check_cases({
      {{"check", wrong, words}, ExitCode::findings, note},
      {{"check", words, wrong}, ExitCode::findings, note},
      {{"check", wrong, words, "--fail-on", "never"}, ExitCode::clean, note},
      {{"check", words, "--fail-on", "note"}, ExitCode::clean, note},
      {{"check", words, "--fail-on", "never", "--require-numbers"}, ExitCode::clean, note},
  });
}

TEST_CASE("of several files the worst decides, and the others are still judged") {
  const Folder folder;
  const std::string missing = folder.path("missing.md");
  const std::string broken = folder.write("broken.json", "{\"a\": 1, \"b\": ");
  check_cases({
      {{"check", missing, right}, ExitCode::unreadable, "missing.md"},
      {{"check", right, missing, wrong}, ExitCode::findings, "missing.md"},
      {{"check", wrong, missing}, ExitCode::findings, "missing.md"},
      {{"check", wrong, missing, "--fail-on", "never"}, ExitCode::unreadable, "missing.md"},
      {{"check", broken}, ExitCode::unreadable, ""},
      {{"check", broken, right}, ExitCode::unreadable, ""},
      {{"check", broken, wrong}, ExitCode::findings, ""},
      {{"check", missing, wrong, "--set", "peekTPS=5"}, ExitCode::usage, "missing.md"},
  });
  const test::Outcome outcome = call({"check", missing, wrong});
  CHECK(test::contains(outcome.out, "prompts/payment-gateway/source.md:"));
  CHECK(test::contains(outcome.out, "-> exit 1\n"));
}

TEST_CASE("findings fail a run from the level on that is asked for") {
  const Folder folder;
  const std::string note = plan;  // an agreement with a guess
  const std::string warning = folder.write("warning.md", "peakTPS = 5 apples\n");
  const std::string error = wrong;
  struct Level {
    const char* name;
    std::vector<ExitCode> codes;  ///< of note, warning, error
  };
  const ExitCode pass = ExitCode::clean;
  const ExitCode fail = ExitCode::findings;
  for (const Level& level : {Level{"never", {pass, pass, pass}}, Level{"error", {pass, pass, fail}},
                             Level{"warning", {pass, fail, fail}}, Level{"note", {fail, fail, fail}}}) {
    INFO(level.name);
    const auto code_of = [&](const std::string& path) {
      return call({"check", path, "--prompt", "payment-gateway", "--fail-on", level.name}).code;
    };
    CHECK(code_of(note) == level.codes[0]);
    CHECK(code_of(warning) == level.codes[1]);
    CHECK(code_of(error) == level.codes[2]);
  }
}

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// Help, versions, and what is said to a slip of the finger.
#include "cli/examples.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Outcome;
using Arguments = std::vector<std::string>;

const char* const commands[] = {"check",  "claims", "waive", "baseline", "size",      "calc", "prompts",
                                "prompt", "models", "model", "schema",   "catalogue", "help"};

}  // namespace

TEST_CASE("help is printed for nothing, for help and for each command") {
  const std::string page = call(Arguments{"--help"}).out;
  CHECK(contains(page, "Examples:\n  reckon check "));
  for (const Arguments& arguments : {Arguments{}, {"help"}, {"-h"}}) {
    const Outcome outcome = call(arguments);
    CHECK(outcome.code == ExitCode::clean);
    CHECK(outcome.out == page);
    CHECK(outcome.err.empty());
  }
  for (const char* command : commands) {
    INFO(command);
    CHECK(contains(page, "\n  " + std::string(command) + " "));
    const std::string own = call({command, "--help"}).out;
    CHECK(contains(own, "Usage: reckon " + std::string(command)));
    CHECK(call({"help", command}).out == own);
  }
}

TEST_CASE("each command has two examples, which its help shows") {
  for (const char* command : commands) {
    INFO(command);
    const std::string page = call({"help", command}).out;
    std::size_t count = 0;
    for (const Example& example : example_table()) {
      if (example.command != command) continue;
      ++count;
      CHECK(contains(page, "\n  " + std::string(example.line) + "\n"));
      CHECK(contains(std::string(example.line), "reckon " + std::string(command)));
    }
    CHECK(count >= 2);
  }
}

TEST_CASE("the version comes with the name") {
  for (const char* flag : {"--version", "-V"}) CHECK(call({flag}).out == "reckon " + version() + "\n");
}

TEST_CASE("a misspelt word gets the nearest one, or all that there are") {
  struct Case {
    Arguments arguments;
    std::string says;
  };
  const Case cases[] = {
      {{"check", "x.md", "--formt", "json"},
       "`reckon check` has no option '--formt'; did you mean '--format'?"},
      {{"check", "x.md", "--formt=json"}, "has no option '--formt'; did you mean '--format'?"},
      {{"check", "--quite", "x.md"}, "did you mean '--quiet'?"},
      {{"check", "x.md", "--catalog", "x"}, "did you mean '--catalogue'?"},
      {{"check", "x.md", "--zzz"}, "has no option '--zzz'; see `reckon check --help`"},
      {{"check", "x.md", "--format", "jsn"},
       "'jsn' is none of text, brief, concise, json, jsonl, sarif, junit, github, gitlab, tap, markdown, "
       "rdjson; did you mean 'json'?"},
      {{"check", "x.md", "--fail-on", "warn"},
       "'warn' is none of error, warning, note, never; did you mean 'warning'?"},
      {{"check", "x.md", "--report", "xml=x"},
       "the formats are text, brief, concise, json, jsonl, sarif, junit, github, gitlab, tap, markdown, "
       "rdjson; not 'xml=x'"},
      {{"check", "x.md", "--report", "jsn=x"}, "did you mean 'json'?"},
      {{"check", "x.md", "--report", "out.json"}, "did you mean 'json=out.json'?"},
      {{"check", "x.md", "--report", "json="}, "FORMAT=PATH"},
      {{"size", "payment-gateway", "--swep", "peakTPS=1..2"}, "did you mean '--sweep'?"},
      {{"calc", "2", "+", "3"}, "does not expect '+' here; put the expression in quotes"},
      {{"model", "a", "b"}, "`reckon model` does not expect 'b' here"},
      {{"help", "chek"}, "there is no command 'chek'; did you mean 'check'?"},
      {{"help", "zzz"}, "there is no command 'zzz'; known are check, claims,"},
      {{"prompt", "payment-gatewy"}, "did you mean 'payment-gateway'?"},
      {{"prompt", "payment"}, "did you mean 'payment-gateway'?"},
      {{"model", "service"}, "did you mean 'service-fleet'?"},
      {{"size", "payment-gatewy"}, "did you mean 'payment-gateway'?"},
      {{"schema", "reprt"}, "did you mean 'report'?"},
  };
  for (const Case& row : cases) {
    INFO(row.says);
    const Outcome outcome = call(row.arguments);
    INFO(outcome.err);
    CHECK(outcome.code == ExitCode::usage);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, row.says));
    CHECK(outcome.err.starts_with("reckon: "));
  }
}

TEST_CASE("an unknown variable gets the nearest one and the list with values") {
  for (const Arguments& arguments :
       {Arguments{"prompt", "message-partitioning", "--set", "throughput=250k/s"},
        {"size", "message-partitioning", "throughput=250k/s"},
        {"check", test::right, "--prompt", "message-partitioning", "--set", "throughput=250k/s"}}) {
    const Outcome outcome = call(arguments);
    CHECK(outcome.code == ExitCode::usage);
    CHECK(contains(outcome.err, "did you mean 'throughputRequirement'?"));
    CHECK(contains(outcome.err, "= variables: messageSizeAvg = 2KB\n"));
    CHECK(contains(outcome.err, "\n               throughputRequirement = 100,000 messages per second\n"));
    CHECK(contains(outcome.err, "see `reckon model message-partitioning`"));
  }
  const Outcome model = call({"size", "service-fleet", "zzz=1"});
  CHECK_FALSE(contains(model.err, "variables:"));
  CHECK(contains(model.err, "see `reckon model service-fleet`"));
}

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// What is given to be read: files that are no text, other encodings, several files at once; and what the JSON
// report says of them.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Folder;
using test::Outcome;
using Json = nlohmann::json;

const std::string slip_of_nodes = "12 nodes × 4 GB = 500 GB\n";

std::string utf16(const std::string& ascii) {
  std::string out = "\xff\xfe";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("what is no text is named and refused, and JSON says so as well") {
  struct Case {
    std::string bytes;
    std::string rule;
    std::string says;
  };
  const Folder folder;
  const Case cases[] = {
      {std::string("PK\x03\x04\0word/document.xml", 22), "input.not-text", "a Word document is not read"},
      {"%PDF-1.7 4 × 2 = 9", "input.not-text", "a PDF document is not read"},
      {std::string("\0\1\2", 3), "input.not-text", "a binary file is not read"},
      {"4 \xd7 2 = 9 GB\n", "input.encoding", "Latin-1"},
      {" ", "document.unreadable-json", "there is no value here"},
      {std::string(std::size_t{9} << 20U, 'x'), "input.unreadable", "larger than 8 MiB"},
      {"\x7f"
       "ELF" +
           std::string(std::size_t{9} << 20U, '\0'),
       "input.not-text", "a program is not read"},
  };
  for (const Case& row : cases) {
    INFO(row.rule << ' ' << row.says);
    const bool is_syntax = row.rule == "document.unreadable-json";
    const std::string path = folder.write(is_syntax ? "a.json" : "a.md", row.bytes);
    for (const char* command : {"check", "claims"}) {
      const Outcome outcome = call({command, path, "--format", "json"});
      CHECK(outcome.code == ExitCode::unreadable);
      CHECK(contains(outcome.err, row.says));
      const Json report = Json::parse(outcome.out);
      REQUIRE_FALSE(report["diagnostics"].empty());
      const Json& diagnostic = report["diagnostics"][0];
      CHECK(diagnostic["rule"] == row.rule);
      CHECK(diagnostic["severity"] == "error");
      CHECK(diagnostic["path"] == path);
      CHECK(contains(diagnostic["message"], row.says));
      CHECK(diagnostic["line"].is_null() != is_syntax);
      if (!is_syntax && row.rule != "input.unreadable") CHECK(diagnostic["help"].is_string());
      if (std::string(command) == "check") CHECK(report["summary"]["exit"] == 3);
    }
    CHECK(contains(call({"check", path}).out, "-> exit 3\n"));
  }
}

TEST_CASE("UTF-16 is read, and a report is written for files that are not there") {
  const Folder folder;
  const std::string wide = folder.write("wide.md", utf16("12 nodes * 4 GB = 500 GB\n"));
  const Outcome outcome =
      call({"check", wide, folder.path("missing.md"), "--report", "json=" + folder.path("report.json")});
  CHECK(outcome.code == ExitCode::findings);
  CHECK(contains(outcome.err, "UTF-16 text is read as UTF-8"));
  CHECK(contains(outcome.out, "wide.md:1:"));
  const Json report = Json::parse(folder.read("report.json"));
  REQUIRE(report["diagnostics"].size() == 2);
  CHECK(report["diagnostics"][0]["severity"] == "note");
  CHECK(report["diagnostics"][1]["rule"] == "input.unreadable");
  CHECK(report["findings"].size() == 1);
  CHECK(report["documents"].size() == 1);
  const std::string scenario = folder.write("s.yaml", utf16("set:\n  peakTPS: 200k/s\n"));
  CHECK(call({"size", "payment-gateway", "--scenario", scenario}).code == ExitCode::clean);
  const std::string archive = folder.write("z.yaml", "PK\x03\x04");
  CHECK(contains(call({"size", "payment-gateway", "--scenario", archive}).err, "a ZIP archive is not read"));
}

TEST_CASE("what many files have in common is told once") {
  const Folder folder;
  std::vector<std::string> arguments{"check"};
  for (const char* name : {"a.md", "b.md", "c.md", "d.md", "e.md"})
    arguments.push_back(folder.write(name, "Words.\n"));
  arguments.push_back(folder.write("f.md", slip_of_nodes));
  const Outcome outcome = call(arguments);
  CHECK(outcome.code == ExitCode::findings);
  const std::string names = arguments[1] + ", " + arguments[2] + ", " + arguments[3];
  CHECK(outcome.err ==
        "reckon: " + names +
            " and 3 more: answer no prompt of the catalogue; equations, agreement and artefacts are checked\n"
            "reckon: " +
            names + " and 2 more: nothing to check: no number was found that says what it is\n");
  arguments.insert(arguments.end(), {"--format", "json"});
  CHECK(Json::parse(call(arguments).out)["diagnostics"].size() == 5);
}

TEST_CASE("a quiet run tells on stderr what is wrong and nothing else") {
  const Folder folder;
  const std::string words = folder.write("words.md", "Words.\n");
  for (const char* flag : {"-q", "--quiet"}) {
    CHECK(call({"check", words, test::wrong, flag}).err.empty());
    CHECK(call({flag, "check", test::right}).err.empty());
    CHECK(call({"claims", words, flag}).err.empty());
    CHECK(contains(call({"check", folder.path("missing.md"), flag}).err, "No such file"));
    CHECK(contains(call({"check", words, "--require-numbers", flag}).err, "nothing to check"));
  }
  CHECK(call({"check", test::wrong, "-q"}).out == call({"check", test::wrong}).out);
}

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// Records that rules pick out of a document.
#include "check/records.hpp"

#include "check/sample.hpp"
#include "document/read.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::check {
namespace {

/// "field=text@source ..." of each record.
std::vector<std::string> told(const prompt::Selector& selector, const std::string& text,
                              const std::string& name) {
  base::Sources sources;
  const document::Document document = document::read(sources, sources.add(name, text));
  std::vector<std::string> out;
  ColumnTexts known;
  for (const Record& record : select_records(selector, document, {}, known).records) {
    std::string line;
    for (const auto& [field, piece] : record)
      line += field + '=' + piece.text + '@' + std::string(sources.text(piece.span)) + ' ';
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("between two marks there is a record for each text, beside the whole") {
  prompt::Selector keys;
  keys.at = "/paths";
  keys.keys = true;
  keys.between = "{}";
  CHECK(told(keys, R"({"paths": {"/a/{x}/b/{y}": 1, "/c": 2, "/{z": 3, "/}{}": 4}})", "a.json") ==
        Lines{"each=x@x whole=/a/{x}/b/{y}@/a/{x}/b/{y} ", "each=y@y whole=/a/{x}/b/{y}@/a/{x}/b/{y} ",
              "each=@ whole=/}{}@/}{} "});
  prompt::Selector texts;
  texts.at = "/*";
  texts.between = "<>";
  CHECK(told(texts, R"({"n": "<p> and <q>", "m": 5, "o": {"a": "<r>"}})", "a.json") ==
        Lines{"each=p@p whole=<p> and <q>@<p> and <q> ", "each=q@q whole=<p> and <q>@<p> and <q> "});
}

TEST_CASE("a key on the way to a node is a field") {
  prompt::Selector selector;
  selector.at = "/paths/*/parameters/*[in=path]";
  selector.fields = {{"{each}", "/name"}, {"{whole}", "@2"}, {"{nothing}", "@9"}};
  const Lines lines = told(
      selector,
      R"({"paths": {"/a/{x}": {"parameters": [{"name": "x", "in": "path"}, {"name": "y", "in": "query"}]}}})",
      "a.json");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("each=x@x ") == 0);
  CHECK(lines[0].find("whole=/a/{x}@") != std::string::npos);
  CHECK(lines[0].find("nothing=@") != std::string::npos);
}

TEST_CASE("each part of a path in braces has to be declared for that path or for all") {
  const auto found = [](const std::string& users, const std::string& shared) {
    const std::string text =
        "```yaml\nopenapi: 3.0.3\ninfo: {title: T, version: \"1\"}\npaths:\n"
        "  /tenants/{tenantId}:\n    parameters:\n      - {name: tenantId, in: path}\n"
        "  /tenants/{tenantId}/users/{userId}:\n" +
        users + shared + "```\n";
    const Sample sample(text, "answer.md", {}, "saas-rest-api");
    std::vector<std::string> out;
    for (const Finding& finding : sample.review.findings) {
      if (finding.diagnostic.code == "saas-rest-api.parameter-undeclared")
        out.push_back(sample.text(finding.diagnostic.primary.span));
    }
    return out;
  };
  const std::string both =
      "    parameters:\n      - {name: tenantId, in: path}\n      - {name: userId, in: path}\n";
  const std::string one = "    parameters:\n      - {name: userId, in: path}\n";
  const std::string in_query =
      "    get:\n      parameters:\n        - {name: tenantId, in: path}\n        - {name: userId, in: "
      "query}\n";
  const std::string shared = "components:\n  parameters:\n    Tenant: {name: tenantId, in: path}\n";
  CHECK(found(both, "").empty());
  CHECK(found(one, "") == Lines{"tenantId"});
  CHECK(found(one, shared).empty());
  CHECK(found(in_query, "") == Lines{"userId"});
  CHECK(found("    get: {}\n", "") == Lines{"tenantId", "userId"});
}

}  // namespace reckon::check

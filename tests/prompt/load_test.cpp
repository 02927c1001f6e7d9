// SPDX-License-Identifier: MIT
// What a prompt file and a rule must be, and how a prompt is held against its model.
#include "prompt/load_rule.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::prompt {
namespace {

using test::Loaded;

/// A prompt with everything that is needed and, behind it, what a case is about.
std::string prompt_text(const std::string& more, const std::string& variables = "{}") {
  return "prompt: trial\ntitle: Trial\nsection: scalability\ndomains: [scalability]\nmodel: service-fleet\n"
         "system: You answer.\nuser: Answer.\nschema: {type: object}\nvariables: " +
         variables + '\n' + more;
}

struct Case {
  std::string what;
  std::string text;
  std::string code;
  std::string at;  ///< what the primary span covers; "" for not looked at
};

std::vector<base::Diagnostic> validated(const Prompt& prompt, const std::string& model = "service-fleet") {
  std::vector<base::Diagnostic> problems;
  validate(prompt, *test::catalogue().models.find(model), problems);
  return problems;
}

Rule rule_from(Loaded& loaded) {
  REQUIRE(loaded.problems.empty());
  REQUIRE(loaded.prompt.rules.size() == 1);
  return loaded.prompt.rules.front();
}

}  // namespace

TEST_CASE("a prompt file becomes a prompt") {
  const Loaded loaded(
      prompt_text("reads:\n  - {at: /cores, is: cores, unit: core}\nfeedback: {rounds: 2, reveal: nothing, "
                  "text: Again.}\n"
                  "examples:\n  - {response: source.md, expect: [sizing.too-large]}\n",
                  "\n  peakTPS: {unit: request/s, default: 10 TPS, feeds: rate, ask: How many?}\n"
                  "  platform: {text: 40, feeds: {replicas: '{n} nodes'}}"));
  INFO(loaded.complaints());
  CHECK(loaded.problems.empty());
  const Prompt& prompt = loaded.prompt;
  CHECK(prompt.id == "trial");
  CHECK(prompt.domains == std::vector<std::string>{"scalability"});
  REQUIRE(prompt.variables.size() == 2);
  CHECK(prompt.variables[0].unit_text == "request/s");
  CHECK(prompt.variables[0].fallback == "10 TPS");
  REQUIRE(prompt.variables[0].feeds.size() == 1);
  CHECK(prompt.variables[0].feeds[0].input == "rate");
  CHECK(prompt.variables[1].text_limit == 40);
  REQUIRE(prompt.variables[1].feeds.size() == 1);
  CHECK(prompt.variables[1].feeds[0].pattern == "{n} nodes");
  REQUIRE(prompt.reads.size() == 1);
  CHECK(prompt.reads[0].name == "cores");
  CHECK(prompt.feedback.rounds == 2);
  CHECK(prompt.feedback.reveal == "nothing");
  CHECK(prompt.feedback.text == "Again.");
  REQUIRE(prompt.examples.size() == 1);
  CHECK(prompt.examples[0].expect == std::vector<std::string>{"sizing.too-large"});
  CHECK(validated(prompt).empty());
}

TEST_CASE("one variable may feed several inputs") {
  const Loaded loaded(prompt_text("", "\n  peakTPS: {unit: request/s, feeds: [rate, rate]}"));
  CHECK(loaded.problems.empty());
  CHECK(loaded.prompt.variables.front().feeds.size() == 2);
}

TEST_CASE("an unsound prompt is refused, with the problem at its place") {
  const std::string rule = "id: one, severity: error, say: no";
  const std::vector<Case> cases{
      {"unknown key", prompt_text("usre: Answer.\n"), "catalogue.unknown-key", "usre"},
      {"no schema", "prompt: trial\n", "catalogue.missing-key", ""},
      {"variables as a list", prompt_text("", "[peakTPS]"), "catalogue.wrong-kind", "[peakTPS]"},
      {"reads as a mapping", prompt_text("reads: {at: /cores}\n"), "catalogue.wrong-kind", "{at: /cores}"},
      {"rules as a text", prompt_text("rules: none\n"), "catalogue.wrong-kind", "none"},
      {"a variable of no kind", prompt_text("", "{peakTPS: {ask: How many?}}"), "prompt.variable-kind",
       "peakTPS"},
      {"a variable of both kinds", prompt_text("", "{peakTPS: {unit: ms, text: 20}}"), "prompt.variable-kind",
       "peakTPS"},
      {"a text length that is none", prompt_text("", "{where: {text: long}}"), "prompt.text-length", "long"},
      {"a text length with a unit", prompt_text("", "{where: {text: 20 B}}"), "prompt.text-length", "20 B"},
      {"no text at all", prompt_text("", "{where: {text: 0}}"), "prompt.text-length", "0"},
      {"an unknown unit", prompt_text("", "{peakTPS: {unit: requset/s}}"), "quantity.unknown-unit",
       "requset/s"},
      {"an unknown key of a variable", prompt_text("", "{peakTPS: {unit: ms, fallback: 3 ms}}"),
       "catalogue.unknown-key", "fallback"},
      {"a place without a name", prompt_text("reads:\n  - {at: /cores, unit: core}\n"),
       "catalogue.missing-key", ""},
      {"a phrase that is not asked", prompt_text("asks: {number of nodes: replicas}\n"),
       "prompt.phrase-not-asked", "number of nodes"},
      {"phrases as a list", prompt_text("asks: [nodes]\n"), "catalogue.wrong-kind", "[nodes]"},
      {"feedback without a text", prompt_text("feedback: {rounds: 3}\n"), "catalogue.missing-key",
       "{rounds: 3}"},
      {"rounds that are no number", prompt_text("feedback: {rounds: many, text: Again.}\n"), "prompt.rounds",
       "many"},
      {"no rounds", prompt_text("feedback: {rounds: 0, text: Again.}\n"), "prompt.rounds", "0"},
      {"a rule of no relation", prompt_text("rules:\n  - {" + rule + ", each: {at: /a}}\n"),
       "prompt.rule-relation", ""},
      {"a rule of two relations",
       prompt_text("rules:\n  - {" + rule + ", each: {at: /a}, among: {at: /b}, needs: {at: /c}}\n"),
       "prompt.rule-relation", ""},
      {"an agreement without fields",
       prompt_text("rules:\n  - {" + rule + ", each: {at: /a}, with: {at: /b}}\n"), "prompt.rule-relation",
       ""},
      {"a rule about nothing", prompt_text("rules:\n  - {" + rule + ", among: {at: /b}}\n"),
       "catalogue.missing-key", ""},
      {"a selector of nothing",
       prompt_text("rules:\n  - {" + rule + ", each: {strip: x}, among: {at: /b}}\n"),
       "catalogue.missing-key", "{strip: x}"},
      {"an unknown key of a selector",
       prompt_text("rules:\n  - {" + rule + ", each: {at: /a, pikc: x}, among: {at: /b}}\n"),
       "catalogue.unknown-key", "pikc"},
      {"a shape that is none",
       prompt_text("rules:\n  - {" + rule + ", each: {at: /a, shape: {each: round}}, among: {at: /b}}\n"),
       "prompt.rule-shape", "round"},
      {"an unknown severity of a rule",
       prompt_text("rules:\n  - {id: one, severity: fatal, say: no, each: {at: /a}, among: {at: /b}}\n"),
       "prompt.unknown-severity", "fatal"},
  };
  for (const Case& row : cases) {
    const Loaded loaded(row.text);
    INFO(row.what);
    INFO(loaded.complaints());
    const base::Diagnostic* problem = loaded.find(row.code);
    CHECK(problem != nullptr);
    if (problem == nullptr || row.at.empty()) continue;
    CHECK(std::string(loaded.sources.text(problem->primary.span)) == row.at);
  }
}

TEST_CASE("a prompt must bear the name of its folder") {
  const Loaded loaded(prompt_text(""), "other");
  CHECK(loaded.find("prompt.id-differs") != nullptr);
}

TEST_CASE("all problems of a prompt are told at once") {
  const Loaded loaded(
      prompt_text("usre: x\nrules:\n  - {id: one}\n", "{peakTPS: {unit: requset/s}, where: {}}"));
  INFO(loaded.complaints());
  for (const char* code : {"catalogue.unknown-key", "catalogue.missing-key", "prompt.rule-relation",
                           "quantity.unknown-unit", "prompt.variable-kind"}) {
    INFO(code);
    CHECK(loaded.find(code) != nullptr);
  }
}

TEST_CASE("the names, dimensions and defaults of a prompt must be those of its model") {
  const std::vector<Case> cases{
      {"unknown place", prompt_text("reads:\n  - {at: /cores, is: coers, unit: core}\n"),
       "prompt.unknown-name", ""},
      {"place in another dimension", prompt_text("reads:\n  - {at: /cores, is: cores, unit: GB}\n"),
       "prompt.wrong-dimension", ""},
      {"unknown input", prompt_text("", "{peakTPS: {unit: request/s, feeds: raet}}"), "prompt.unknown-name",
       "raet"},
      {"input in another dimension", prompt_text("", "{peakTPS: {unit: ms, feeds: rate}}"),
       "prompt.wrong-dimension", "rate"},
      {"unknown input behind a pattern", prompt_text("", "{where: {text: 20, feeds: {nodse: '{n} nodes'}}}"),
       "prompt.unknown-name", "nodse"},
      {"default in another dimension", prompt_text("", "{peakTPS: {unit: request/s, default: 5 GB}}"),
       "quantity.wrong-dimension", "5 GB"},
      {"default that is too long", prompt_text("", "{where: {text: 3, default: everywhere}}"),
       "prompt.text-too-long", "everywhere"},
  };
  for (const Case& row : cases) {
    const Loaded loaded(row.text);
    INFO(row.what);
    INFO(loaded.complaints());
    CHECK(loaded.problems.empty());
    const auto problems = validated(loaded.prompt);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == row.code);
    if (!row.at.empty()) CHECK(std::string(loaded.sources.text(problems.front().primary.span)) == row.at);
  }
}

TEST_CASE("an unknown name comes with the nearest one") {
  const Loaded loaded(prompt_text("reads:\n  - {at: /cores, is: coers, unit: core}\n"));
  const auto problems = validated(loaded.prompt);
  REQUIRE(problems.size() == 1);
  REQUIRE(problems.front().remarks.size() == 1);
  CHECK(problems.front().remarks.front().text.find("cores") != std::string::npos);
}

TEST_CASE("a rule becomes two selectors and a relation") {
  Loaded loaded(prompt_text(R"(rules:
  - id: index-of-no-collection
    each: {at: /indexes/*, pick: "{collection}.{field}: {kind}", strip: "`", saying: [index]}
    among: [{at: /collections/*, fields: {collection: /name}}, {values: [Users, Events]}, {variable: platform}]
    severity: warning
    say: "no {collection}"
    about: Why.
)"));
  INFO(loaded.complaints());
  const Rule rule = rule_from(loaded);
  CHECK(rule.id == "index-of-no-collection");
  CHECK(rule.kind == Rule::Kind::among);
  CHECK(rule.severity == base::Severity::warning);
  CHECK(rule.say == "no {collection}");
  CHECK(rule.about == "Why.");
  CHECK(rule.each.type == "response");
  CHECK(rule.each.at == "/indexes/*");
  CHECK(rule.each.strip == "`");
  CHECK(rule.each.saying == std::vector<std::string>{"index"});
  REQUIRE(rule.each.fields.size() == 1);
  CHECK(rule.each.fields[0].pattern == "{collection}.{field}: {kind}");
  CHECK(rule.each.fields[0].pointer.empty());
  REQUIRE(rule.others.size() == 3);
  REQUIRE(rule.others[0].fields.size() == 1);
  CHECK(rule.others[0].fields[0].pattern == "{collection}");
  CHECK(rule.others[0].fields[0].pointer == "/name");
  CHECK(rule.others[1].values == std::vector<std::string>{"Users", "Events"});
  CHECK(rule.others[2].variable == "platform");
}

TEST_CASE("a rule has one of four relations, and its records may stand in artefacts") {
  struct Relation {
    std::string text;
    Rule::Kind kind;
  };
  const std::vector<Relation> relations{
      {"among: {at: /b}", Rule::Kind::among},
      {"with: {at: /b}, join: [name], agree: type", Rule::Kind::agree},
      {"needs: {at: /b}", Rule::Kind::needs},
      {"without: {at: /b}", Rule::Kind::without},
  };
  for (const Relation& row : relations) {
    INFO(row.text);
    Loaded loaded(
        prompt_text("rules:\n  - {id: one, severity: note, say: no, each: {manifest: Deployment, at: /a, "
                    "keys: true}, " +
                    row.text + "}\n"));
    INFO(loaded.complaints());
    const Rule rule = rule_from(loaded);
    CHECK(rule.kind == row.kind);
    CHECK(rule.severity == base::Severity::note);
    CHECK(rule.each.type == "manifest");
    CHECK(rule.each.name == "Deployment");
    CHECK(rule.each.keys);
    CHECK(rule.others.size() == 1);
  }
}

TEST_CASE("a prompt of one's own stands beside the catalogue, and a broken one is told once") {
  base::Sources sources;
  Library library(sources, {{"prompts/trial/prompt.yaml", prompt_text("")},
                            {"prompts/broken/prompt.yaml", "prompt: broken\n"},
                            {"prompts/trial/source.md", "No prompt."}});
  CHECK(library.find("trial") != nullptr);
  CHECK(library.find("payment-gateway") != nullptr);
  CHECK(library.find("nothing-of-the-kind") == nullptr);
  CHECK(library.problems().empty());
  CHECK(library.find("broken") == nullptr);
  const std::size_t told = library.problems().size();
  CHECK(told > 0);
  CHECK(library.find("broken") == nullptr);
  CHECK(library.problems().size() == told);
}

TEST_CASE("a placeholder that is no variable is told at its place") {
  std::string text = prompt_text("", "\n  peakTPS: {unit: request/s, default: 10 TPS, ask: How many?}");
  const std::string user = "user: Answer.";
  text.replace(text.find(user), user.size(),
               "user: |\n  Fill {{{{this}}, at {{peekTPS}} and {{peakTPS}}.\n\n  {{facts}} {{open");
  Loaded loaded(text);
  INFO(loaded.complaints());
  CHECK(loaded.problems.empty());
  check_placeholders(loaded.prompt, loaded.sources, loaded.problems);
  REQUIRE(loaded.problems.size() == 2);
  CHECK(loaded.sources.text(loaded.problems[0].primary.span) == "{{peekTPS}}");
  REQUIRE(loaded.problems[0].remarks.size() == 1);
  CHECK(loaded.problems[0].remarks[0].text.find("peakTPS") != std::string::npos);
  CHECK(loaded.sources.text(loaded.problems[1].primary.span) == "{{");
}

TEST_CASE("places of code name a language, or a table with its columns") {
  const Loaded loaded(prompt_text(
      "code:\n  - {at: /query, language: sql}\n  - {at: /tables/*, table: /name, columns: /columns/*}\n"));
  INFO(loaded.complaints());
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.prompt.code.size() == 2);
  CHECK(loaded.prompt.code[0].language == "sql");
  CHECK(loaded.prompt.code[1].columns == "/columns/*");
  CHECK(Loaded(prompt_text("code:\n  - {at: /tables/*, table: /name}\n")).find("catalogue.missing-key") !=
        nullptr);
  CHECK(Loaded(prompt_text("code:\n  - {at: tables}\n")).find("catalogue.bad-pattern") != nullptr);
}

TEST_CASE("a feed finds a number or counts entries") {
  const auto feeds = [](const std::string& pattern) {
    return Loaded(prompt_text("", "\n  regions: {text: 40, ask: Where?, feeds: {rate: '" + pattern + "'}}"));
  };
  CHECK(feeds("{count}").find("prompt.feed-pattern") == nullptr);
  CHECK(feeds("{n} regions").find("prompt.feed-pattern") == nullptr);
  for (const char* pattern : {"", "{count} regions", "{N}"})
    CHECK(feeds(pattern).find("prompt.feed-pattern") != nullptr);
}

}  // namespace reckon::prompt

// SPDX-License-Identifier: MIT
// What a model file must be, and how its problems are told: all at once, each at its place.
#include "sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::model {
namespace {

using test::Shelf;
using test::Texts;

/// A sound model around what a case is about.
std::string model_text(const std::string& body, const std::string& id = "trial") {
  return "model: " + id + "\ntitle: Trial\nabout: Written by a test.\n" + body;
}

constexpr const char* store = R"(inputs:
  size: {unit: B/item, default: 1 KB/item, range: [1 B/item, 1 MB/item]}
  count: {unit: item}
outputs:
  total: {unit: GB, is: size * count, kind: identity}
)";

const base::Diagnostic* find_problem(const Shelf& shelf, std::string_view code) {
  const auto& problems = shelf.library.problems();
  const auto same = [code](const base::Diagnostic& problem) { return problem.code == code; };
  const auto at = std::find_if(problems.begin(), problems.end(), same);
  return at == problems.end() ? nullptr : &*at;
}

std::string help_of(const base::Diagnostic& problem) {
  std::string out = problem.primary.text + '\n';
  for (const base::Remark& remark : problem.remarks) out += remark.text + '\n';
  return out;
}

/// One thing wrong with a model, and what is said of it.
struct Case {
  std::string what;
  std::string body;
  std::string code;
  std::string at;    ///< what the primary span covers; "" for not looked at
  std::string help;  ///< stands in the label or in the remarks
};

void check_case(const Case& row) {
  Shelf shelf(Texts{{"trial", model_text(row.body)}, {"store", model_text(store, "store")}});
  INFO(row.what);
  CHECK(shelf.library.find("trial") == nullptr);
  INFO(shelf.complaints());
  const base::Diagnostic* problem = find_problem(shelf, row.code);
  CHECK(problem != nullptr);
  if (problem == nullptr) return;
  CHECK(problem->severity == base::Severity::error);
  if (!row.at.empty()) CHECK(std::string(shelf.sources.text(problem->primary.span)) == row.at);
  CHECK(help_of(*problem).find(row.help) != std::string::npos);
}

}  // namespace

TEST_CASE("a sound model of one's own loads beside the catalogue") {
  Shelf shelf(Texts{{"trial", model_text(store)}});
  const Model& model = shelf.model("trial");
  CHECK(model.slots.size() == 3);
  CHECK(model.order == std::vector<SlotId>{2});
  CHECK(shelf.library.problems().empty());
  CHECK(shelf.library.find("service-fleet") != nullptr);
  CHECK(shelf.library.find("nothing-of-the-kind") == nullptr);
}

TEST_CASE("a model file of one's own wins over that of the catalogue") {
  Shelf shelf(Texts{{"service-fleet", model_text(store, "service-fleet")}});
  CHECK(shelf.model("service-fleet").title == "Trial");
}

TEST_CASE("an unsound model is refused, with the problem at its place") {
  const std::vector<Case> cases{
      {"unknown key", "inputs:\n  size: {unit: B, defualt: 1 KB}\n", "catalogue.unknown-key", "defualt",
       "default"},
      {"unknown key of the model", "input:\n  size: {unit: B}\n", "catalogue.unknown-key", "input", "inputs"},
      {"missing unit", "inputs:\n  size: {about: Bytes}\n", "catalogue.missing-key", "{about: Bytes}", ""},
      {"missing formula", "outputs:\n  size: {unit: B, kind: need}\n", "catalogue.missing-key", "", ""},
      {"unknown kind", "outputs:\n  size: {unit: B, is: 2 B, kind: wish}\n", "model.unknown-kind", "", ""},
      {"unknown severity", "checks:\n  one: {require: 1 < 2, severity: fatal, say: no}\n",
       "model.unknown-severity", "", ""},
      {"inputs as a list", "inputs: [size, count]\n", "catalogue.wrong-kind", "[size, count]", ""},
      {"unknown unit", "inputs:\n  size: {unit: GBB}\n", "quantity.unknown-unit", "GBB", "GB"},
      {"default of another dimension", "inputs:\n  size: {unit: B, default: 3 s}\n",
       "quantity.wrong-dimension", "", ""},
      {"unknown name in a formula",
       "inputs:\n  size: {unit: B}\noutputs:\n  twice: {unit: B, is: 2 * sise, kind: need}\n",
       "formula.unknown-name", "sise", "size"},
      {"formula that breaks off", "outputs:\n  twice: {unit: B, is: 2 B *, kind: need}\n", "formula.syntax",
       "", ""},
      {"output of another dimension",
       "inputs:\n  size: {unit: B}\noutputs:\n  twice: {unit: B, is: size * size, kind: need}\n",
       "formula.wrong-result", "size * size", ""},
      {"sum of two dimensions",
       "inputs:\n  size: {unit: B}\noutputs:\n  more: {unit: B, is: size + 3 s, kind: need}\n",
       "formula.dimensions-differ", "", ""},
      {"check that is a number", "checks:\n  one: {require: 1 + 2, severity: error, say: no}\n",
       "formula.wrong-result", "1 + 2", ""},
      {"unknown name in a message",
       "inputs:\n  size: {unit: B}\nchecks:\n  one: {require: size > 0 B, severity: error, say: '{sise}'}\n",
       "model.unknown-name", "'{sise}'", "size"},
      {"range with one end", "inputs:\n  size: {unit: B, range: [1 B]}\n", "model.bad-range", "[1 B]", ""},
      {"range upside down", "inputs:\n  size: {unit: B, range: [2 B, 1 B]}\n", "model.bad-range",
       "[2 B, 1 B]", ""},
      {"default outside its range", "inputs:\n  size: {unit: B, default: 3 B, range: [1 B, 2 B]}\n",
       "model.bad-range", "", ""},
      {"output that needs itself", "outputs:\n  size: {unit: B, is: 2 * size, kind: need}\n", "model.cycle",
       "size", ""},
      {"two outputs in a circle",
       "outputs:\n  one: {unit: B, is: 2 * two, kind: need}\n  two: {unit: B, is: one, kind: need}\n",
       "model.cycle", "one", ""},
      {"input and output of one name",
       "inputs:\n  size: {unit: B}\noutputs:\n  size: {unit: B, is: 2 B, kind: need}\n", "model.name-twice",
       "size", ""},
      {"name that a part brings along", "uses:\n  disk: {model: store}\ninputs:\n  disk.size: {unit: B}\n",
       "model.name-twice", "", ""},
      {"unknown part", "uses:\n  disk: {model: stroe}\n", "model.unknown-part", "{model: stroe}", ""},
      {"model that uses itself", "uses:\n  self: {model: trial}\n", "model.uses-circle", "{model: trial}",
       ""},
      {"pattern that is none",
       "inputs:\n  size: {unit: B}\nappears:\n  size:\n    - {table: '', at: '/a[b]', unit: B}\n",
       "catalogue.bad-pattern", "'/a[b]'", ""},
      {"count of what",
       "inputs:\n  size: {unit: B}\nappears:\n  size:\n    - {table: '', at: /a, unit: B, count: true}\n",
       "model.unknown-count", "true", ""},
      {"unknown input of a part", "uses:\n  disk: {model: store, with: {sise: 1 B/item}}\n",
       "model.unknown-input", "1 B/item", "size"},
      {"output of a part as an input", "uses:\n  disk: {model: store, with: {total: 1 B}}\n",
       "model.unknown-input", "1 B", ""},
      {"link of another dimension", "uses:\n  disk: {model: store, with: {count: 3 s}}\n",
       "formula.wrong-result", "3 s", ""},
      {"circle through a part", "uses:\n  disk: {model: store, with: {count: disk.total / 1 B * 1 item}}\n",
       "model.cycle", "", ""},
      {"appearance of nothing", "appears:\n  size:\n    - {manifest: Pod, at: /spec, unit: B}\n",
       "model.unknown-name", "size", ""},
      {"appearance in another dimension",
       "inputs:\n  size: {unit: B}\nappears:\n  size:\n    - {manifest: Pod, at: /spec, unit: s}\n",
       "model.appearance-unit", "", ""},
      {"appearance in no artefact",
       "inputs:\n  size: {unit: B}\nappears:\n  size:\n    - {at: /spec, unit: B}\n", "catalogue.missing-key",
       "{at: /spec, unit: B}", ""},
      {"example of an unknown name",
       "inputs:\n  size: {unit: B}\nexamples:\n  - {name: one, set: {sise: 1 B}, expect: {size: 1 B}}\n",
       "model.unknown-name", "sise", "size"},
      {"example in another dimension",
       "inputs:\n  size: {unit: B}\nexamples:\n  - {name: one, expect: {size: 1 s}}\n", "model.example-value",
       "1 s", ""},
      {"promise about an unknown name",
       "inputs:\n  size: {unit: B}\nnever_falls:\n  - {output: totle, input: size}\n", "model.unknown-name",
       "totle", ""},
      {"source without a date", "inputs:\n  size: {unit: B, source: {title: A book}}\n",
       "catalogue.missing-key", "{title: A book}", ""},
  };
  for (const Case& row : cases) check_case(row);
}

TEST_CASE("a model must bear the name of its file") {
  Shelf shelf(Texts{{"trial", model_text(store, "other")}});
  CHECK(shelf.library.find("trial") == nullptr);
  REQUIRE(find_problem(shelf, "model.id-differs") != nullptr);
}

TEST_CASE("two models that use each other are refused, whichever is asked for first") {
  const Texts texts{{"one", model_text("uses:\n  other: {model: two}\n", "one")},
                    {"two", model_text("uses:\n  other: {model: one}\n", "two")}};
  for (const char* first : {"one", "two"}) {
    Shelf shelf(texts);
    INFO(first);
    CHECK(shelf.library.find(first) == nullptr);
    CHECK(shelf.library.find("one") == nullptr);
    CHECK(shelf.library.find("two") == nullptr);
    CHECK(shelf.library.problems().size() == 2);
  }
}

TEST_CASE("a name that is declared twice is shown in both places") {
  Shelf shelf(
      Texts{{"trial",
             model_text("inputs:\n  size: {unit: B}\noutputs:\n  size: {unit: B, is: 2 B, kind: need}\n")}});
  CHECK(shelf.library.find("trial") == nullptr);
  const base::Diagnostic* problem = find_problem(shelf, "model.name-twice");
  REQUIRE(problem != nullptr);
  REQUIRE(problem->secondary.size() == 1);
  const auto line = [&](const base::Span& span) { return shelf.sources.place(span.source, span.begin).line; };
  CHECK(line(problem->secondary.front().span) == 5);
  CHECK(line(problem->primary.span) == 7);
}

TEST_CASE("all problems of a model are told at once") {
  Shelf shelf(Texts{{"trial", model_text(R"(uses:
  disk: {model: nowhere}
inputs:
  size: {unit: B, rnage: [1 B, 2 B]}
  count: {unit: item, range: [2 item, 1 item]}
outputs:
  twice: {unit: B, is: 2 * sise, kind: need}
  time: {unit: s, is: size, kind: need}
checks:
  some: {require: count > 0 item, severity: error, say: "{cuont}"}
)")}});
  CHECK(shelf.library.find("trial") == nullptr);
  INFO(shelf.complaints());
  for (const char* code : {"model.unknown-part", "catalogue.unknown-key", "model.bad-range",
                           "formula.unknown-name", "formula.wrong-result", "model.unknown-name"}) {
    INFO(code);
    CHECK(find_problem(shelf, code) != nullptr);
  }
  CHECK(shelf.library.problems().size() == 6);
}

TEST_CASE("a model is loaded once and its problems are told once") {
  Shelf shelf(Texts{{"trial", model_text("input: {}\n")}});
  CHECK(shelf.library.find("trial") == nullptr);
  CHECK(shelf.library.find("trial") == nullptr);
  CHECK(shelf.library.problems().size() == 1);
}

TEST_CASE("text that is no YAML is a problem and no model") {
  for (const char* text : {"", "model: [", "- a\n- b\n", "just words", "\xff\xfe"}) {
    Shelf shelf(Texts{{"trial", text}});
    INFO(text);
    CHECK(shelf.library.find("trial") == nullptr);
    CHECK_FALSE(shelf.library.problems().empty());
  }
}

TEST_CASE("a circle of models is named, model by model") {
  const auto uses = [](const std::string& id, const std::string& part) {
    return model_text("uses:\n  part: {model: " + part + "}\n", id);
  };
  Shelf shelf(
      Texts{{"one", uses("one", "two")}, {"two", uses("two", "three")}, {"three", uses("three", "one")}});
  CHECK(shelf.library.find("one") == nullptr);
  const base::Diagnostic* circle = find_problem(shelf, "model.uses-circle");
  REQUIRE(circle != nullptr);
  CHECK(circle->message == "models use each other in a circle: one -> two -> three -> one");
  CHECK(std::string(shelf.sources.text(circle->primary.span)) == "{model: one}");
}

}  // namespace reckon::model

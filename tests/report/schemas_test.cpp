// SPDX-License-Identifier: MIT
// The published schemas hold every word that the code has a table or an enumeration for. That reports and
// catalogue files validate is tested by tests/validators, with somebody else's validator.
#include "report/schemas.hpp"

#include "base/diagnostic.hpp"
#include "check/claim.hpp"
#include "check/derived_claims.hpp"
#include "check/review.hpp"
#include "derive/page/derivation.hpp"
#include "tree/artefact_types.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

namespace reckon::report {
namespace {

using Json = nlohmann::json;
using Words = std::set<std::string>;

Json published(const std::string& name) {
  const auto text = schema(name);
  REQUIRE(text.has_value());
  return Json::parse(*text);
}

Words enumerated(const Json& root, const std::string& pointer) {
  return root.at(Json::json_pointer(pointer)).at("enum").get<Words>();
}

template <class Enumerator>
Words names_of(std::initializer_list<Enumerator> enumerators) {
  using check::name;  // that of a fate stands apart from it
  Words out;
  for (const Enumerator enumerator : enumerators) out.emplace(name(enumerator));
  return out;
}

}  // namespace

TEST_CASE("there are seven schemas, each with an identifier of its own") {
  CHECK(schema_names() ==
        std::vector<std::string>{"claims", "config", "model", "prompt", "report", "sizing", "waivers"});
  for (const std::string& name : schema_names()) {
    const Json root = published(name);
    CHECK(root["$id"] == "urn:reckon:schema:" + name + ":1");
    CHECK(root["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  }
  CHECK_FALSE(schema("config.json").has_value());
  CHECK_FALSE(schema("").has_value());
}

TEST_CASE("the words of a report are those of the code") {
  using check::Certainty;
  using check::Role;
  using check::Verdict;
  const Json root = published("report");
  const std::string claim = "/properties/claims/items/properties/";
  CHECK(enumerated(root, claim + "role") ==
        names_of({Role::given, Role::assumption, Role::result, Role::equation}));
  CHECK(enumerated(root, claim + "certainty") == names_of({Certainty::sure, Certainty::likely}));
  CHECK(
      enumerated(root, claim + "verdict") ==
      names_of({Verdict::given, Verdict::consistent, Verdict::rounded, Verdict::plausible, Verdict::too_small,
                Verdict::too_large, Verdict::contradicted, Verdict::impossible, Verdict::disagrees,
                Verdict::inherited, Verdict::open, Verdict::unreadable, Verdict::unbound}));
  CHECK(enumerated(root, "/properties/findings/items/properties/severity") ==
        names_of({base::Severity::error, base::Severity::warning, base::Severity::note}));
}

TEST_CASE("a claim is the same in the page of claims, and what becomes of a number is published") {
  using derive::Fate;
  using derive::Generator;
  const Json root = published("claims");
  const Json::json_pointer claims("/properties/claims/items");
  CHECK(root.at(claims) == published("report").at(claims));
  const std::string number = "/properties/numbers/items/properties/";
  CHECK(enumerated(root, number + "fate") ==
        names_of({Fate::input, Fate::explained, Fate::unexplained, Fate::accused, Fate::inherited}));
  Json generators = root.at(Json::json_pointer(number + "generator")).at("enum");
  std::erase(generators.get_ref<Json::array_t&>(), Json(nullptr));
  CHECK(generators.get<Words>() == names_of({Generator::written, Generator::continued, Generator::elided,
                                             Generator::spoken, Generator::nearby, Generator::row,
                                             Generator::total, Generator::known, Generator::repeated}));
}

TEST_CASE("every artefact type can be named in models and in rules of prompts") {
  const Json model = published("model");
  const Json prompt = published("prompt");
  const Json places[] = {
      model.at(Json::json_pointer("/properties/appears/additionalProperties/items/properties")),
      model.at(Json::json_pointer("/properties/refuses/items/properties")),
      prompt.at(Json::json_pointer("/properties/rules/items/properties/each/properties")),
  };
  for (const tree::ArtefactType& row : tree::artefact_types) {
    INFO(row.type);
    for (const Json& keys : places) CHECK(keys.contains(std::string(row.type)));
  }
}

}  // namespace reckon::report

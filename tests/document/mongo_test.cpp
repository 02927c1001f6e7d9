// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("a call of the MongoDB shell has a collection and arguments") {
  const Sample sample = read_sample(
      "db.users.createIndex({location: '2dsphere'});\n"
      "db.users.find({\n  location: {$nearSphere: {$geometry: {\"type\": \"Point\", coordinates: [-73.9667, "
      "40.78,]},\n"
      "    $maxDistance: 5000 /* m */}}\n}).sort({at: -1})\n  .limit(20)\n",
      "a.js");
  CHECK(sample.outline() == Lines{"mongo createIndex", "mongo find", "comment $maxDistance"});
  CHECK(sample.at(0, "/collection") == "users");
  CHECK(sample.at(0, "/arguments/0/location") == "'2dsphere'");
  CHECK(sample.at(1, "/arguments/0/location/$nearSphere/$maxDistance") == "5000");
  CHECK(sample.at(1, "/arguments/0/location/$nearSphere/$geometry/coordinates/0") == "-73.9667");
  CHECK(sample.at(1, "/arguments/0/location/$nearSphere/$geometry/type") == "\"Point\"");
  CHECK(sample.at(1, "/sort/at") == "-1");
  CHECK(sample.at(1, "/limit") == "20");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("a product of numbers is calculated, another expression keeps its text") {
  const Sample sample = read_sample(
      "db.e.createIndex({at: 1}, {expireAfterSeconds: 60 * 60 * 24 * 30, b: 60 - x, c: new Date(1 + 1), d: "
      "f(2)});",
      "a.js");
  const auto* tree = &*sample.all<Artefact>().at(0)->tree;
  const auto* folded = reckon::tree::at(*tree, "/arguments/1/expireAfterSeconds");
  REQUIRE(folded != nullptr);
  CHECK(folded->text == "2592000");
  CHECK(sample.source(folded->span) == "60 * 60 * 24 * 30");
  CHECK(sample.at(0, "/arguments/1/b/expression") == "60 - x");
  CHECK(sample.at(0, "/arguments/1/c/Date/0/expression") == "1 + 1");
  CHECK(sample.at(0, "/arguments/1/d/f/0") == "2");
}

TEST_CASE("other ways to name a collection") {
  const auto collection = [](std::string text) {
    return read_sample(std::move(text), "a.js").at(0, "/collection");
  };
  CHECK(collection("db.getCollection('a b').find({})") == "'a b'");
  CHECK(collection("await db.collection(\"x\").insertOne({})") == "\"x\"");
  CHECK(collection("db['a'].drop()") == "'a'");
  CHECK(collection("db.system.users.find()") == "system.users");
  CHECK(read_sample("db.createCollection('e', {capped: true})", "a.js").at(0, "/arguments/1/capped") ==
        "true");
}

TEST_CASE("code around the calls stays lines") {
  CHECK(read_sample("```js\nconst n = 5;\ndb.a.find({}) // all\nlet db = x; db.a = 6\n```\n").outline() ==
        Lines{"code const n = 5;", "mongo find", "code let db = x; db.a = 6"});
  CHECK(read_sample("```\ndb.a.find({})\n```\n").outline() == Lines{"mongo find"});
}

TEST_CASE("a call that breaks off is marked, and no depth breaks the reader") {
  CHECK(read_sample("db.a.find({b: [1, 'x", "a.js").outline() == Lines{"mongo find truncated"});
  CHECK(read_sample("db.a.find(" + std::string(10000, '['), "a.js").outline() ==
        Lines{"mongo find truncated"});
  CHECK(read_sample("db.", "a.js").outline() == Lines{"code db."});
  CHECK(read_sample("", "a.js").outline().empty());
}

// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("GraphQL types, fields and arguments stand by name") {
  const Sample sample = read_sample(
      "\"\"\"A user, 5 \"friends\"\"\"\"\n"
      "type User implements Node & Entity @key(fields: \"id\") {\n"
      "  id: ID!\n  \"text {\"\n  posts(limit: Int = 20, after: String): [Post!]! @cost(complexity: 5)\n  "
      "name: String }\n"
      "enum Role { ADMIN @x GUEST }\nunion Item = | User | Post\nscalar Date\n"
      "input Page { size: Int = 100 }\nschema { query: Query }\n",
      "schema.graphql");
  CHECK(sample.outline() == Lines{"graphql"});
  CHECK(sample.at(0, "/types/User/kind") == "type");
  CHECK(sample.at(0, "/types/User/name") == "User");
  CHECK(sample.at(0, "/types/User/implements/1") == "Entity");
  CHECK(sample.at(0, "/types/User/fields/id/type") == "ID!");
  CHECK(sample.at(0, "/types/User/fields/posts/args/limit/default") == "20");
  CHECK(sample.at(0, "/types/User/fields/posts/args/after/type") == "String");
  CHECK(sample.at(0, "/types/User/fields/posts/type") == "[Post!]!");
  CHECK(sample.at(0, "/types/User/fields/posts/directives/cost/complexity") == "5");
  CHECK(sample.at(0, "/types/User/fields/name/name") == "name");
  CHECK(sample.at(0, "/types/Role/values/1") == "GUEST");
  CHECK(sample.at(0, "/types/Item/members/1") == "Post");
  CHECK(sample.at(0, "/types/Date/kind") == "scalar");
  CHECK(sample.at(0, "/types/Page/fields/size/default") == "100");
  CHECK(sample.at(0, "/schema/query/type") == "Query");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("GraphQL: an extension adds its fields to the type") {
  const Sample sample = read_sample(
      "type Query { a: Int }\nquery Q { a { b } }\nextend type Query { b(x: [Int!] = [1, 2]): Int }\n",
      "a.gql");
  CHECK(sample.at(0, "/types/Query/fields/a/type") == "Int");
  CHECK(sample.at(0, "/types/Query/fields/b/args/x/default/1") == "2");
}

TEST_CASE("GraphQL is known without a label by its first type") {
  CHECK(read_sample("```\n# API\ntype Query {\n  a: Int\n}\n```\n").outline() == Lines{"graphql"});
  CHECK(read_sample("```\ntype User struct {\n```\n").outline() == Lines{"code type User struct {"});
}

TEST_CASE("GraphQL that breaks off or is none") {
  CHECK(read_sample("type A { b(c: Int = [1, {d:", "a.gql").outline() == Lines{"graphql truncated"});
  CHECK(read_sample("type", "a.gql").outline() == Lines{"code type"});
  CHECK(read_sample("query { a(b: 5) }", "a.gql").outline() == Lines{"code query { a(b: 5) }"});
  CHECK(read_sample("", "a.gql").outline().empty());
  CHECK(
      read_sample("type A { b: " + std::string(10000, '[') + " c: Int = " + std::string(10000, '{'), "a.gql")
          .outline() == Lines{"graphql truncated"});
}

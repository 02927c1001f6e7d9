// SPDX-License-Identifier: MIT
// Every spelling of an operator or a sign has one plain spelling.
#include "arithmetic/alphabet.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

TEST_CASE("characters of mathematics have a plain spelling") {
  struct Row {
    char32_t character;
    std::string_view plain;
  };
  const Row rows[] = {
      {U'×', "*"},  {U'·', "*"},  {U'⋅', "*"},  {U'÷', "/"},     {U'⁄', "/"},      {U'−', "-"},  {U'–', "-"},
      {U'≈', "~="}, {U'≤', "<="}, {U'≥', ">="}, {U'≠', "!="},    {U'→', "->"},     {U'⇒', "->"}, {U'²', "^2"},
      {U'⁶', "^6"}, {U'⁻', "^-"}, {U'＝', "="}, {U'⌈', "ceil("}, {U'⌊', "floor("}, {U'⌉', ")"},
  };
  for (const Row& row : rows) {
    INFO(row.plain);
    const auto plain = plain_spelling(row.character);
    REQUIRE(plain);
    CHECK(*plain == row.plain);
  }
}

TEST_CASE("letters, digits and signs of money stand for themselves") {
  for (const char32_t character : {U'a', U'7', U'€', U'µ', U'é', U'√'})
    CHECK_FALSE(plain_spelling(character));
}

TEST_CASE("LaTeX commands mean a sign, a space, or nothing") {
  struct Row {
    std::string_view name;
    std::string_view plain;
  };
  const Row rows[] = {{"times", "*"}, {"cdot", "*"},        {"div", "/"},  {"approx", "~="},
                      {"leq", "<="},  {"rightarrow", "->"}, {"text", ""},  {"frac", ""},
                      {"quad", " "},  {"lceil", "ceil("},   {"rceil", ")"}};
  for (const Row& row : rows) {
    INFO(row.name);
    const Command* const command = find_command(row.name);
    REQUIRE(command != nullptr);
    CHECK(command->plain == row.plain);
  }
  CHECK(find_command("section") == nullptr);
  CHECK(find_command("") == nullptr);
}

}  // namespace
}  // namespace reckon::arithmetic

// SPDX-License-Identifier: MIT
#include "tree/scalar.hpp"

#include <catch2/catch.hpp>

using namespace reckon::tree;

TEST_CASE("a plain word is what the core schema says") {
  const auto check = [](Kind kind, std::initializer_list<const char*> words) {
    for (const char* word : words) {
      CAPTURE(word);
      CHECK(name(plain_kind(word)) == name(kind));
    }
  };
  check(Kind::null, {"", "~", "null", "Null", "NULL"});
  check(Kind::boolean, {"true", "True", "FALSE", "false"});
  check(Kind::number, {"0", "-1", "+1", "007", "1.5", ".5", "5.", "1e9", "-1.2E-3", "0x1F", "0o17", ".inf",
                       "-.INF", ".nan"});
  check(Kind::string, {"yes", "no", "on", "nUll", "1_000", "1,000", "50 ms", "1e", "-", "+", ".", "0x", "0o8",
                       "1.2.3", "+.nan", "0b1", "500m", "+0x1"});
}

TEST_CASE("a JSON number has no leading zero, no plus sign and digits around its point") {
  for (const char* word : {"0", "-0", "10", "1.50", "1e5", "1E+5", "-1.0e-10"}) CHECK(is_json_number(word));
  for (const char* word : {"", "-", "01", "+1", ".5", "5.", "1e", "1.e5", "0x1", "1 "})
    CHECK_FALSE(is_json_number(word));
}

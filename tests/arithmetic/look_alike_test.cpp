// SPDX-License-Identifier: MIT
// What starts with a digit and is no number.
#include "arithmetic/look_alike.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace reckon::arithmetic {
namespace {

TEST_CASE("dates, times, addresses, versions and pairs are told from numbers") {
  struct Row {
    const char* text;
    const char* look_alike;  ///< "": a number may stand there
  };
  const Row rows[] = {
      {"2024-03-09 = release", "2024-03-09"},
      {"09/03/2024", "09"},
      {"9/3/2024", "9/3/2024"},
      {"10/1996", "10/1996"},
      {"12:30", "12:30"},
      {"00:05:30 long", "00"},
      {"10.1.0.0/16", "10.1.0.0/16"},
      {"1.2.3", "1.2.3"},
      {"24/7 support", "24/7"},
      {"8080:80", "8080:80"},
      {"1024x768", "1024x768"},
      {"0x1F", "0x1F"},
      {"007", "007"},
      {"80/20", ""},
      {"3.5 TB", ""},
      {"0.05", ""},
      {"5-3", ""},
      {"40x3", ""},
      {"36M", ""},
      {"2024", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(std::string(row.text).substr(0, look_alike(row.text, 0)) == row.look_alike);
  }
}

TEST_CASE("a run is digits and letters with inner points") {
  const auto run = [](const std::string& text) { return text.substr(0, run_length(text, 0)); };
  CHECK(run("2FA token") == "2FA");
  CHECK(run("3rd.") == "3rd");
  CHECK(run("1.4.2-rc") == "1.4.2");
  CHECK(run("7,5,3 x") == "7,5,3");
}

TEST_CASE("a dash that is calculated with makes no range") {
  const auto is_one = [](const std::string& text) {
    const std::size_t begin = text.find_first_of("0123456789");
    return is_difference(text, begin, text.find_first_not_of("0123456789-", begin));
  };
  for (const char* text : {"0-2+5", "(40-70)^2", "(900-1300)*0.25", "max(4-9, 9-4)"}) {
    INFO(text);
    CHECK(is_one(text));
  }
  for (const char* text : {"(2-3) × 5", "4-9 nodes", "nodes (4-9)", "4-9+"}) {
    INFO(text);
    CHECK_FALSE(is_one(text));
  }
}

}  // namespace
}  // namespace reckon::arithmetic

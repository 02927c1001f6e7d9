// SPDX-License-Identifier: MIT
// One spelling for everything, and each byte knows the bytes that it stands for.
#include "arithmetic/plain.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace reckon::arithmetic {
namespace {

TEST_CASE("text is spelled plainly") {
  struct Row {
    const char* text;
    const char* plain;
  };
  const Row rows[] = {
      // signs
      {"5 × 3 ÷ 2 ≈ 7", "5 * 3 / 2 ~= 7"},
      {"5 → 6", "5 -> 6"},
      {"10⁶ and 10⁻³", "10^6 and 10^-3"},
      {"2**20", "2^20"},
      {"2 ** 20", "2 ^ 20"},
      // emphasis, code marks, tags
      {"**36M** × `90 B`", "36M * 90 B"},
      {"10<sup>6</sup>", "10^6"},
      {"5<br>6", "5\n6"},
      // groups of digits and decimals
      {"36 000 000", "36000000"},
      {"36.000.000", "36000000"},
      {"10.100.100.1", "10.100.100.1"},
      {"3,5 TB", "3.5 TB"},
      {"3,500 TB", "3,500 TB"},
      {"max(3,7)", "max(3,7)"},
      {"about .5", "about 0.5"},
      // LaTeX: a dollar delimits there, and is money elsewhere
      {"$\\frac{36}{86} \\approx 0.42$", " (36)/(86) ~= 0.42 "},
      {"$10^{6}$ \\times 3", " 10^6  * 3"},
      {"36{,}000", "36,000"},
      {"$5 × 3", "$5 * 3"},
      {"US$5", "$5"},
      // a line goes on where the next starts with a relation
      {"5 * 3\n= 15", "5 * 3 = 15"},
      {"5 * 3\nx = 15", "5 * 3\nx = 15"},
      // spaces
      {"5\u00a0GB", "5 GB"},
      {"5\u200bGB", "5GB"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(plain_arithmetic(row.text).text == row.plain);
  }
}

TEST_CASE("a plain byte points at the bytes that it stands for") {
  const std::string text = "**5** × 3";
  const Plain plain = plain_arithmetic(text);
  REQUIRE(plain.text == "5 * 3");
  const PlainView view = plain.view();
  const auto covered = [&](std::size_t begin, std::size_t end) {
    return text.substr(view.begin_of(begin), view.end_of(end) - view.begin_of(begin));
  };
  CHECK(covered(0, 1) == "5");
  CHECK(covered(2, 3) == "×");
  CHECK(covered(0, 5) == "5** × 3");
}

TEST_CASE("places stay in order and inside the text, whatever it is") {
  const bool holds = rc::check("plain text", [](const std::string& noise) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"5", " ", "000", "\\frac{", "}{", "}", "$", "**", "×", "⁶", "^{", "<sup>",
                                 ".", ",", "\\times", "\n=", "\xff", "\u00a0", "a"}));
    std::string text = noise;
    for (const std::string& piece : pieces) text += piece;
    const Plain plain = plain_arithmetic(text);
    const PlainView view = plain.view();
    std::size_t last = 0;
    for (std::size_t at = 0; at < plain.text.size(); ++at) {
      RC_ASSERT(last <= view.begin_of(at));
      RC_ASSERT(view.begin_of(at) <= view.end_of(at + 1));
      RC_ASSERT(view.end_of(at + 1) <= text.size());
      last = view.begin_of(at);
    }
  });
  CHECK(holds);
}

TEST_CASE("an apostrophe parts groups") {
  CHECK(plain_arithmetic("1'200'000 × 2 = 2’400’000").text == "1200000 * 2 = 2400000");
  CHECK(plain_arithmetic("it's 5'10, the '90s, '443'").text == "it's 5'10, the '90s, '443'");
}

TEST_CASE("numbers of three digits in a row are a list") {
  CHECK(plain_arithmetic("135 136 145 146 235 236").text == "135 136 145 146 235 236");
}

}  // namespace
}  // namespace reckon::arithmetic

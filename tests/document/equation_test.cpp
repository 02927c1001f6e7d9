// SPDX-License-Identifier: MIT
// Arithmetic in prose against the table tests/document/equations.md, whose text explains the notation.
#include "document/equation.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace reckon;
using document::Alternative;
using document::Equation;
using document::Side;
using formula::Operation;

std::vector<Equation> read(const std::string& text) {
  base::Sources sources;
  const base::SourceId id = sources.add("passage", text);
  return document::read_equations(document::Text::verbatim(sources, sources.whole(id)));
}

std::string show(const units::Stated& stated) {
  std::string out = stated.approximate ? "~" : "";
  if (stated.is_range) {
    out += fmt::format("{:.10g}..{:.10g}", stated.interval.low / stated.unit.factor,
                       stated.interval.high / stated.unit.factor);
  } else {
    out += fmt::format("{:.10g}", stated.number);
  }
  if (stated.comparator == units::Comparator::at_least) out += "+";
  return stated.unit_text.empty() ? out : out + " " + stated.unit_text;
}

std::string_view sign(Operation operation) {
  if (operation == Operation::add) return " + ";
  if (operation == Operation::subtract) return " - ";
  if (operation == Operation::multiply) return " * ";
  if (operation == Operation::divide) return " / ";
  return operation == Operation::power ? " ^ " : " ? ";
}

/// In evaluation order, so that no recursion is needed.
std::string show(const formula::Formula& formula) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const formula::Node& node = formula.nodes[i];
    std::string text;
    if (node.operation == Operation::literal) {
      text = show(node.literal);
    } else if (node.operation == Operation::negate) {
      text = "-" + texts[node.operands[0]];
    } else if (node.operation == Operation::call) {
      for (const std::uint32_t operand : node.operands) text += (text.empty() ? "" : ", ") + texts[operand];
      text = node.text + "(" + text + ")";
    } else {
      text = fmt::format("{}{}{}", texts[node.operands[0]], sign(node.operation), texts[node.operands[1]]);
      if (i + 1 != formula.nodes.size()) text = "(" + text + ")";
    }
    texts.push_back(std::move(text));
  }
  return texts.back();
}

std::string show(document::Relation relation) {
  switch (relation) {
    case document::Relation::equals:
      return " = ";
    case document::Relation::approximately:
      return " ≈ ";
    case document::Relation::at_least:
      return " ≥ ";
    case document::Relation::at_most:
      return " ≤ ";
  }
  return {};
}

std::string show(document::Rounding rounding) {
  switch (rounding) {
    case document::Rounding::unsaid:
      return "";
    case document::Rounding::up:
      return " (up)";
    case document::Rounding::down:
      return " (down)";
    case document::Rounding::nearest:
      return " (rounded)";
  }
  return {};
}

std::string show(const Equation& equation) {
  std::string out;
  for (const Side& side : equation.sides) {
    if (&side != &equation.sides.front()) out += equation.result_first ? " ← " : show(side.relation);
    out += show(side.expression) + show(side.rounding);
  }
  return out;
}

std::string show(const std::vector<Equation>& equations) {
  std::string out;
  for (const Equation& equation : equations) out += (out.empty() ? "" : " ; ") + show(equation);
  return out;
}

/// Of several equations the one without a label shows a dash.
std::string labels(const std::vector<Equation>& equations) {
  std::string out;
  for (const Equation& equation : equations) {
    if (!out.empty()) out += " ; ";
    out += equation.label.empty() && equations.size() > 1 ? "-" : equation.label;
  }
  return out;
}

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

struct Row {
  std::string text;
  std::string sides;
  std::string label;
};

std::vector<Row> rows() {
  std::ifstream file(RECKON_ROOT "/tests/document/equations.md");
  std::vector<Row> out;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() != '|' || line.substr(0, 6) == "| text" || line.substr(0, 4) == "| --")
      continue;
    const std::vector<std::string> row = cells(line);
    REQUIRE(row.size() == 3);
    out.push_back({row[0], row[1], row[2]});
  }
  return out;
}

void check_sides(const std::string& text, const std::vector<std::string>& expected) {
  INFO(text);
  std::vector<std::string> sides;
  for (const Equation& equation : read(text)) {
    for (const Side& side : equation.sides) {
      CHECK(side.span ==
            base::Span{0, static_cast<std::uint32_t>(side.begin), static_cast<std::uint32_t>(side.end)});
      sides.push_back(text.substr(side.begin, side.end - side.begin));
    }
  }
  CHECK(sides == expected);
}

/// Readings of the literals of one side: "text: reading (why)".
std::vector<std::string> readings(const std::string& text, std::size_t side) {
  const std::vector<Equation> equations = read(text);
  REQUIRE(equations.size() == 1);
  std::vector<std::string> out;
  for (const Alternative& other : equations[0].sides.at(side).alternatives) {
    out.push_back(fmt::format("{}: {} ({})", equations[0].sides[side].expression.nodes[other.node].text,
                              show(other.reading), other.why));
  }
  return out;
}

bool has(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST_CASE("arithmetic in prose is read as the table says and look-alikes are not") {
  const std::vector<Row> table = rows();
  for (const Row& row : table) {
    INFO(row.text);
    const std::vector<Equation> equations = read(row.text);
    CHECK(show(equations) == row.sides);
    CHECK(labels(equations) == row.label);
  }
  const auto silent =
      std::count_if(table.begin(), table.end(), [](const Row& row) { return row.sides.empty(); });
  CHECK(silent >= 80);
  CHECK(static_cast<std::ptrdiff_t>(table.size()) - silent >= 120);
}

TEST_CASE("the span of a side covers its text and nothing else") {
  check_sides("36M pings/day × 90 bytes = ~3.24 GB/day, so", {"36M pings/day × 90 bytes", "3.24 GB/day"});
  check_sides("Spool: 28 TB (350 × 80 GB)", {"28 TB", "350 × 80 GB"});
  check_sides("(2KB + 150B) × 40K = 86MB", {"(2KB + 150B) × 40K", "86MB"});
  check_sides("**36M** × **90 B** = **3.24 GB**", {"36M** × **90 B", "3.24 GB"});
  check_sides("$\\frac{36{,}000}{86{,}400} \\approx 0.42$", {"\\frac{36{,}000}{86{,}400}", "0.42"});
  check_sides("5 / 0.7 = 7.14 → 8 cores (rounded up)", {"5 / 0.7", "7.14", "8 cores"});
  check_sides("5 × 3 = 15. Also ceil(7.2) = 8", {"5 × 3", "15", "ceil(7.2)", "8"});
  check_sides("10\xe2\x81\xb6\xc2\xa0× 90 bytes = 90 MB", {"10\xe2\x81\xb6\xc2\xa0× 90 bytes", "90 MB"});
  check_sides("5 × -3 = -15", {"5 × -3", "-15"});
  check_sides("9 (GB) / 3 = 3 (GB)", {"9 (GB) / 3", "3 (GB)"});
}

TEST_CASE("nodes of an expression carry the span of their text") {
  const std::string text = "Memory = (2KB + 150B) × 40K = 86MB";
  const std::vector<Equation> equations = read(text);
  REQUIRE(equations.size() == 1);
  const auto& nodes = equations[0].sides[0].expression.nodes;
  const auto covered = [&text](const base::Span& span) { return text.substr(span.begin, span.size()); };
  REQUIRE(nodes.size() == 5);
  CHECK(covered(nodes[0].span) == "2KB");
  CHECK(covered(nodes[2].span) == "2KB + 150B");
  CHECK(covered(nodes[2].operator_span) == "+");
  CHECK(covered(nodes[4].span) == "(2KB + 150B) × 40K");
  CHECK(covered(nodes[4].operator_span) == "×");
}

TEST_CASE("a literal keeps the readings that its place allows") {
  const auto bits = readings("100 Gbps (100,000 TPS × 1 KB × 8 bits)", 1);
  CHECK(has(bits, "8 bits: 8 (as a plain factor)"));
  CHECK(has(readings("100 MB/s × 8 = 800 Mbps", 0), "8: 8 bits/byte (as bits per byte)"));
  const auto divisors = readings("36M / 24h / 3600s = 417/s", 0);
  CHECK(has(divisors, "24h: 24 (as a plain factor)"));
  CHECK(has(divisors, "24h: 24 h/day (as hours a day)"));
  CHECK(has(divisors, "3600s: 3600 s/h (as seconds an hour)"));
  CHECK(has(divisors, "36M: 36 MB (as bytes)"));
  const auto bare = readings("36,000,000/day / 86,400 = 417/s", 0);
  CHECK(has(bare, "86,400: 86400 s (as seconds a day)"));
  CHECK(has(bare, "86,400: 86400 s/day (as seconds a day)"));
  CHECK(has(readings("2B events × 64B = 128 GB", 0), "64B: 6.4e+10 (as billion)"));
  CHECK(has(readings("5 mb × 200 = 1 gb", 1), "1 gb: 1 Gbit (as bits)"));
  CHECK(has(readings("36m × 90 = 3,240,000,000", 0), "36m: 36 min (as minutes)"));
  CHECK(has(readings("36M × 90 B = 3.24 GB/day", 1), "3.24 GB/day: 3.24 GB (without its period)"));
  CHECK(has(readings("80 TB × $0.02 = $1,600", 0), "$0.02: 0.02 $/GB (as a price per GB)"));
  CHECK(has(readings("5,000,000 KB / 1024 = 4.88 GB", 0), "1024: 1024 decimal step (as a binary step)"));
  CHECK(readings("7 waves × 3 = 21", 0).empty());
}

TEST_CASE("eight bits beside bytes change the unit and not the quantity") {
  const std::vector<Equation> equations = read("100 Gbps (100,000 TPS × 1 KB × 8 bits)");
  REQUIRE(equations.size() == 1);
  const units::Stated& eight = equations[0].sides[1].expression.nodes[3].literal;
  CHECK(eight.interval.value == 1.0);
  CHECK(eight.dimension.is_dimensionless());
}

TEST_CASE("a side that starts with the result of the step before may run on") {
  const std::vector<Equation> equations = read("10M × 1 KB = 10 GB × 365 = 3.65 TB");
  REQUIRE(equations.size() == 1);
  REQUIRE(equations[0].sides.size() == 3);
  CHECK_FALSE(equations[0].sides[0].may_run_on);
  CHECK(equations[0].sides[1].may_run_on);
  CHECK_FALSE(equations[0].sides[2].may_run_on);
  CHECK(equations[0].sides[1].expression.nodes.front().text == "10 GB");
  CHECK_FALSE(read("5 × 6 = (1 + 2) × 10 = 30").at(0).sides.at(1).may_run_on);
}

TEST_CASE("lines are read one by one unless one starts with a relation") {
  CHECK(show(read("5 × 3\n= 15\n= 10 + 5")) == "5 * 3 = 15 = 10 + 5");
  CHECK(read("5 × 3\n15 = x").empty());
}

TEST_CASE("deep and long expressions end without an equation and without a fault") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "5 × 3" + std::string(depth, ')') + " = 15";
  };
  CHECK(read(nested(20)).size() == 1);
  CHECK(read(nested(100)).empty());
  CHECK(read(std::string(100000, '(') + "5 × 3 = 15").size() == 1);
  CHECK(read("5" + std::string(100000, '-') + "3 = 2").empty());
  std::string product = "1";
  for (int i = 0; i < 500; ++i) product += " × 1";
  CHECK(read(product + " × n = 1").empty());
  CHECK(read(product + " = 1").size() == 1);
  for (int i = 0; i < 50000; ++i) product += " × 1";
  CHECK(read(product + " = 1").empty());
}

TEST_CASE("any mixture of the pieces of arithmetic is read without a fault, in order and without overlap") {
  const bool holds = rc::check("sides are in order", [] {
    const auto pieces =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "5",   "3.2 GB", "86,400",   "$5",      "24h",    "8 bits", "20%",     "2^20",      " ",
            " × ", " / ",    "/",        " - ",     "-",      " + ",    "(",       ")",         " = ",
            " ≈ ", " → ",    "~",        "so ",     "cores ", "per ",   " of ",    "at least ", ", ",
            ": ",  ". ",     "\n",       "\\frac{", "}{",     "}",      "\\times", "$",         "**",
            "x",   "ceil(",  "\xc2\xa0", "\xff",    "a",      "day",    "^",       "10⁶"}));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    std::size_t last = 0;
    for (const Equation& equation : read(text)) {
      RC_ASSERT(equation.sides.size() >= 2U);
      for (const Side& side : equation.sides) {
        RC_ASSERT(last <= side.begin);
        RC_ASSERT(side.begin < side.end);
        RC_ASSERT(side.end <= text.size());
        last = side.end;
      }
    }
  });
  CHECK(holds);
}

}  // namespace

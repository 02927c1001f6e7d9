// SPDX-License-Identifier: MIT
#include "formula/parse.hpp"

#include "formula/codes.hpp"
#include "formula/operators.hpp"
#include "support.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace reckon::formula {
namespace {

using test::Bench;

/// The formula's shape: operators in front, literals in base units, names as they are.
std::string shape(const Formula& formula, std::uint32_t index) {
  const Node& node = formula.nodes[index];
  if (node.operation == Operation::name) return node.text;
  if (node.operation == Operation::literal) {
    const std::string number = fmt::format("{:.12g}", node.literal.interval.value);
    const units::Dimension& dimension = node.literal.dimension;
    return dimension.is_dimensionless() ? number : number + ' ' + units::symbol(dimension);
  }
  std::string out = node.text;
  if (node.operation != Operation::call) out = operator_row(node.operation).canonical;
  if (node.operation == Operation::negate) out = "neg";
  out += '(';
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    out += (i == 0 ? "" : ", ") + shape(formula, node.operands[i]);
  }
  return out + ')';
}

struct Case {
  std::string_view text;
  std::string_view shape;
};

void check(Bench& bench, std::initializer_list<Case> cases) {
  for (const Case& row : cases) {
    CAPTURE(row.text);
    const Formula formula = bench.must_parse(row.text);
    CHECK(shape(formula, static_cast<std::uint32_t>(formula.nodes.size() - 1)) == row.shape);
  }
}

}  // namespace

TEST_CASE("operators bind and associate as in arithmetic") {
  Bench bench("a 1; b 1; c 1");
  check(bench, {{"a + b * c", "+(a, *(b, c))"},
                {"(a + b) * c", "*(+(a, b), c)"},
                {"a - b - c", "-(-(a, b), c)"},
                {"a / b / c", "/(/(a, b), c)"},
                {"a / b * c", "*(/(a, b), c)"},
                {"-a ^ 2", "neg(^(a, 2))"},
                {"a ^ -2", "^(a, neg(2))"},
                {"a ^ b ^ c", "^(a, ^(b, c))"},
                {"2 ** 3", "^(2, 3)"},
                {"a² + b³", "+(^(a, 2), ^(b, 3))"},
                {"a⁻¹", "^(a, neg(1))"},
                {"a × b ÷ c · a", "*(/(*(a, b), c), a)"},
                {"a − b", "-(a, b)"},
                {"- - a", "neg(neg(a))"},
                {"+a", "a"},
                {"a*-b", "*(a, neg(b))"}});
}

TEST_CASE("conditions bind looser than comparisons") {
  Bench bench("a 1; b 1; c 1");
  check(bench, {{"a < b and b <= c or not a == c", "or(and(<(a, b), <=(b, c)), not(==(a, c)))"},
                {"a ≤ b", "<=(a, b)"},
                {"a ≥ b", ">=(a, b)"},
                {"a ≠ b", "!=(a, b)"},
                {"a + 1 > b * 2", ">(+(a, 1), *(b, 2))"},
                {"not (a < b or a > c)", "not(or(<(a, b), >(a, c)))"},
                {"if(a > b, a, b) + 1", "+(if(>(a, b), a, b), 1)"}});
}

TEST_CASE("a unit is read greedily behind its number") {
  Bench bench;
  check(bench, {{"2 KB * 100k/s * 30 days", "*(*(2000 B, 100000 1/s), 2592000 s)"},
                {"100,000 request/s", "100000 request/s"},
                {"100,000 TPS × 50 µs", "*(100000 request/s, 5e-05 s)"},
                {"1 ms*core/request", "0.001 s·core/request"},
                {"99.999 %", "0.99999"},
                {"8 bits", "1 B"},
                {"$5", "5 USD"},
                {"1h30m", "5400 s"},
                {"2^30 bytes", "1073741824 B"},
                {"10⁶ B", "1000000 B"},
                {"2^30", "^(2, 30)"},
                {"100k", "100000"},
                {"1_000_000 * 2", "*(1000000, 2)"},
                {"5-3", "-(5, 3)"},
                {"10 GB-2 GB", "-(10000000000 B, 2000000000 B)"},
                {"80/s", "80 1/s"},
                {"1e3 * 1.5e-3", "*(1000, 0.0015)"},
                {"(2KB + 150B) × 40K", "*(+(2000 B, 150 B), 40000)"},
                {"10 million users", "10000000 user"}});
}

TEST_CASE("behind a division only glued operators continue a unit") {
  Bench bench("x 1");
  check(bench, {{"x / 2 GB/s", "/(x, 2000000000 B/s)"},
                {"x / 2 GB * day", "*(/(x, 2000000000 B), 86400 s)"},
                {"6 GB / 2 GB/s", "/(6000000000 B, 2000000000 B/s)"}});
}

TEST_CASE("a name in scope wins over a unit") {
  Bench bench("cores core; GB 1; fleet.cores core; s 1");
  check(bench, {{"3 TB / cores", "/(3e+12 B, cores)"},
                {"3 TB/cores", "/(3e+12 B, cores)"},
                {"3 TB*fleet.cores", "*(3e+12 B, fleet.cores)"},
                {"5 * GB", "*(5, GB)"},
                {"80/s", "/(80, s)"},
                {"4 cores + cores", "+(4 core, cores)"}});
}

TEST_CASE("a literal keeps what its digits can stand for, a power of numbers is exact") {
  Bench bench("x 1");
  const auto interval = [&](std::string_view text) {
    return bench.must_parse(text).nodes.front().literal.interval;
  };
  CHECK(interval("50 s") == units::Interval{49.5, 50.0, 50.5});
  CHECK(interval("10^6") == units::exactly(10.0));
  CHECK(bench.must_parse("x^2").nodes[1].literal.interval == units::exactly(2.0));
  CHECK(bench.must_parse("x²").nodes[1].literal.interval == units::exactly(2.0));
}

TEST_CASE("a bare unit is one of it") {
  Bench bench("x B");
  check(bench, {{"ceil(x, GiB)", "ceil(x, 1073741824 B)"},
                {"x / s", "/(x, 1 s)"},
                {"x / min", "/(x, 60 s)"},
                {"min(x, x)", "min(x, x)"},
                {"x * s^-1", "*(x, ^(1 s, neg(1)))"}});
}

TEST_CASE("a comma groups digits unless it separates arguments") {
  Bench bench;
  check(bench, {{"1,000 + 1", "+(1000, 1)"},
                {"max(1, 2)", "max(1, 2)"},
                {"max(1,2)", "max(1, 2)"},
                {"max(1.5,2.5)", "max(1.5, 2.5)"},
                {"max(1,000,000, 5)", "max(1000000, 5)"},
                {"sqrt(1,600)", "sqrt(1600)"},
                {"max((1,234), 5)", "max(1234, 5)"}});
  const auto formula = bench.parse("max(1,234)");
  REQUIRE_FALSE(formula);
  CHECK(formula.error().code == codes::ambiguous_comma);
}

TEST_CASE("the unit to show stands at the end") {
  Bench bench;
  const Formula formula = bench.must_parse("1 GiB/s in  Gbps ");
  CHECK(formula.nodes.size() == 1);
  CHECK(formula.display_unit == "Gbps");
  CHECK(formula.display_unit_span.begin == 12);
  CHECK(formula.display_unit_span.end == 16);
}

TEST_CASE("every node knows its place") {
  Bench bench("a 1; b 1");
  const Formula formula = bench.must_parse(" (a + b) * max(a, 2)");
  const auto text = [&](const base::Span& span) { return std::string(bench.sources().text(span)); };
  CHECK(text(formula.nodes[2].span) == "(a + b)");
  CHECK(text(formula.nodes[2].operator_span) == "+");
  CHECK(text(formula.nodes[5].span) == "max(a, 2)");
  CHECK(text(formula.nodes[5].operator_span) == "max");
  CHECK(text(formula.root().span) == "(a + b) * max(a, 2)");
  CHECK(text(formula.root().operator_span) == "*");
}

TEST_CASE("text that breaks the grammar is refused with a code") {
  Bench bench("a 1; cpu_time s");
  struct Row {
    std::string_view text;
    std::string_view code;
  };
  for (const Row& row :
       {Row{"", codes::empty}, Row{"   ", codes::empty}, Row{"a +", codes::syntax}, Row{"* a", codes::syntax},
        Row{"(a", codes::syntax}, Row{"a)", codes::syntax}, Row{"a a", codes::syntax},
        Row{"a = a", codes::syntax}, Row{"max(a,)", codes::syntax}, Row{"a in", codes::syntax},
        Row{"in GB", codes::syntax}, Row{"a < a < a", codes::chained_comparison},
        Row{"cpu_tme", codes::unknown_name}, Row{"regions", codes::unknown_name},
        Row{"ciel(a)", codes::unknown_function}, Row{"a \x01", codes::syntax}, Row{"a \xff", codes::syntax},
        Row{"a ? 1", codes::syntax}, Row{"⁻", codes::syntax}}) {
    CAPTURE(row.text);
    const auto formula = bench.parse(row.text);
    REQUIRE_FALSE(formula);
    CHECK(formula.error().code == row.code);
  }
  for (const std::string_view text : {"5 frobs", "0x10", "1.000.000", "1,5"}) {
    CAPTURE(text);
    const auto formula = bench.parse(text);
    REQUIRE_FALSE(formula);
    CHECK(formula.error().code.substr(0, 8) != "formula.");
  }
}

TEST_CASE("unknown names are one problem that marks all of them") {
  Bench bench("cpu_time s; rate 1/s");
  const auto formula = bench.parse("rat * cpu_tme + zzz");
  REQUIRE_FALSE(formula);
  CHECK(formula.error().primary.text == "did you mean 'rate'?");
  CHECK(formula.error().secondary.size() == 2);
}

TEST_CASE("nesting is bounded and length is not") {
  Bench bench("a 1");
  const auto nested = [&](std::size_t depth) {
    return bench.parse(std::string(depth, '(') + "a" + std::string(depth, ')'));
  };
  CHECK(nested(64));
  REQUIRE_FALSE(nested(65));
  CHECK(nested(65).error().code == codes::too_deep);
  CHECK(bench.parse(std::string(5000, '(')).error().code == codes::too_deep);
  CHECK(bench.parse(std::string(5000, '-') + "a").error().code == codes::too_deep);
  std::string powers = "a";
  std::string sum = "a";
  for (int i = 0; i < 10000; ++i) sum += "+a";
  for (int i = 0; i < 100; ++i) powers += "^a";
  CHECK(bench.parse(powers).error().code == codes::too_deep);
  CHECK(bench.must_parse(sum).nodes.size() == 20001);
  CHECK(bench.parse(std::string(70000, ' ') + "a").error().code == codes::too_long);
}

TEST_CASE("text in another form keeps its spans inside the place") {
  const base::Span at{3, 100, 104};
  const Bench bench("a 1");
  const auto formula = parse("a + a * a", at, bench.scope());
  REQUIRE(formula);
  for (const Node& node : formula->nodes) CHECK(at.contains(node.span));
}

}  // namespace reckon::formula

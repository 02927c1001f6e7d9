// SPDX-License-Identifier: MIT
#include "formula/print.hpp"

#include "support.hpp"

namespace reckon::formula {
namespace {

using test::Bench;

struct Printed {
  std::string_view text;
  std::string_view printed;
};

}  // namespace

TEST_CASE("the canonical form parses back to the same formula") {
  Bench bench("a 1; b 1; c 1; cores core");
  for (const Printed& row : {Printed{"a+b*c", "a + b * c"},
                             Printed{"(a+b)*c", "(a + b) * c"},
                             Printed{"a-(b-c)", "a - (b - c)"},
                             Printed{"a/(b*c)", "a / (b * c)"},
                             Printed{"a*(b/c)", "a * (b / c)"},
                             Printed{"((a))", "a"},
                             Printed{"(a^b)^c", "(a^b)^c"},
                             Printed{"a^(b^c)", "a^b^c"},
                             Printed{"(-a)^2", "(-a)^2"},
                             Printed{"-a^2", "-a^2"},
                             Printed{"a^-2", "a^-2"},
                             Printed{"a²", "a^2"},
                             Printed{"a^--2^-b", "a^--2^-b"},
                             Printed{"a^-(5 %)", "a^(-5 %)"},
                             Printed{"(5 s)^2", "(5 s)^2"},
                             Printed{"2^(50 %)", "2^(50 %)"},
                             Printed{"2 KB / (s)", "2 KB / (s)"},
                             Printed{"2 KB / (s^2)", "2 KB / (s^2)"},
                             Printed{"100,000 TPS × 50 µs", "100000 TPS * 50 us"},
                             Printed{"max((1,234), 5)", "max(1234, 5)"},
                             Printed{"3 GB / cores", "3 GB / cores"},
                             Printed{"not (a<b and b<c) or a==b", "not (a < b and b < c) or a == b"},
                             Printed{"1 GiB/s in Gbps", "1 GiB/s in Gbps"},
                             Printed{"(a < b) == (b < c)", "(a < b) == (b < c)"},
                             Printed{"a / 5 s * (s)", "a / 5 s * (s)"}}) {
    CAPTURE(row.text);
    const Formula formula = bench.must_parse(row.text);
    CHECK(print(formula) == row.printed);
    CHECK(test::same(bench.must_parse(print(formula)), formula));
  }
}

TEST_CASE("for people names are replaced and parentheses stand only where needed") {
  Bench bench("rate request/s; cpu us*core/request; use 1; part 1");
  const auto replace = [](const Node& node) -> Replacement {
    if (node.text == "rate") return {"100,000 request/s", Binding::atom};
    if (node.text == "cpu") return {"50 µs", Binding::atom};
    if (node.text == "use") return {"70 %", Binding::atom};
    return {"1 + 2", Binding::sum};
  };
  for (const Printed& row : {Printed{"ceil(rate * cpu / use)", "ceil(100,000 request/s × 50 µs ÷ 70 %)"},
                             Printed{"rate * (cpu / use)", "100,000 request/s × 50 µs ÷ 70 %"},
                             Printed{"rate / (cpu * use)", "100,000 request/s ÷ (50 µs × 70 %)"},
                             Printed{"part * use", "(1 + 2) × 70 %"}, Printed{"part + use", "1 + 2 + 70 %"},
                             Printed{"use - part", "70 % - (1 + 2)"}, Printed{"use^2", "(70 %)^2"},
                             Printed{"use <= part", "70 % ≤ 1 + 2"}}) {
    CAPTURE(row.text);
    CHECK(print_with(bench.must_parse(row.text), replace).text == row.printed);
  }
  CHECK(print_with(bench.must_parse("rate * cpu"), replace).binding == Binding::product);
  CHECK(print_with(bench.must_parse("use + part"), replace).binding == Binding::sum);
  CHECK(print_with(bench.must_parse("max(use, part)"), replace).binding == Binding::atom);
}

TEST_CASE("a long sum is printed without recursion") {
  Bench bench("a 1");
  std::string sum = "a";
  for (int i = 0; i < 10000; ++i) sum += " + a";
  CHECK(print(bench.must_parse(sum)) == sum);
}

}  // namespace reckon::formula

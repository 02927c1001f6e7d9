// SPDX-License-Identifier: MIT
#include "formula/dimensions.hpp"

#include "formula/codes.hpp"
#include "support.hpp"

namespace reckon::formula {
namespace {

using test::Bench;
using test::dimension_of_unit;

constexpr std::string_view fleet =
    "rate request/s; cpu us*core/request; use 1; payload B/request; cores core; period s";

DimensionCheck checked(Bench& bench, std::string_view text) {
  return check_dimensions(bench.must_parse(text), bench.scope());
}

std::vector<std::string> codes_of(const std::vector<base::Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const base::Diagnostic& diagnostic : diagnostics) out.push_back(diagnostic.code);
  return out;
}

}  // namespace

TEST_CASE("a formula has the dimension that its parts give") {
  Bench bench(fleet);
  struct Row {
    std::string_view text;
    std::string_view unit;
  };
  for (const Row& row :
       {Row{"rate * cpu", "core"}, Row{"ceil(rate * cpu / use)", "core"}, Row{"rate * payload", "B/s"},
        Row{"rate * payload * period", "B"}, Row{"cpu / cpu", "1"}, Row{"1 / period", "1/s"},
        Row{"period^2 / period", "s"}, Row{"period^-1 * request", "request/s"}, Row{"sqrt(period^2)", "s"},
        Row{"-period", "s"}, Row{"min(period, 5 s, 0)", "s"}, Row{"if(use > 0.5, period, 1 day)", "s"},
        Row{"ceil(rate * payload, Gbps)", "B/s"}, Row{"use ^ 0.5", "1"}, Row{"2 ^ use", "1"},
        Row{"period + 0", "s"}, Row{"0 + period", "s"}, Row{"log(use)", "1"},
        Row{"abs(cores - 3 core)", "core"}}) {
    CAPTURE(row.text);
    CHECK(bench.dimension(row.text) == dimension_of_unit(row.unit));
  }
}

TEST_CASE("comparisons and their combinations are truths") {
  Bench bench(fleet);
  for (const std::string_view text :
       {"cores > 0", "rate * cpu <= cores", "use < 1 and not period == 0 or cores != 3 core"}) {
    CAPTURE(text);
    const DimensionCheck check = checked(bench, text);
    CHECK(check.problems.empty());
    CHECK(check.type == Type{{}, true});
  }
}

TEST_CASE("each unsound formula is refused with the code of its problem") {
  Bench bench(fleet);
  struct Row {
    std::string_view text;
    std::string_view code;
  };
  for (const Row& row : {Row{"rate + cpu", codes::dimensions_differ},
                         Row{"cores - 3", codes::dimensions_differ},
                         Row{"rate < cores", codes::dimensions_differ},
                         Row{"period ^ use", codes::exponent},
                         Row{"period ^ 0.5", codes::exponent},
                         Row{"2 ^ period", codes::exponent},
                         Row{"period ^ 100", codes::exponent},
                         Row{"rate > 1 request/s + 2", codes::dimensions_differ},
                         Row{"(use > 1) + 2", codes::quantity_needed},
                         Row{"use and use > 1", codes::truth_needed},
                         Row{"not use", codes::truth_needed},
                         Row{"if(use, 1, 2)", codes::truth_needed},
                         Row{"if(use > 1, 1 s, 2 GB)", codes::argument_dimension},
                         Row{"max(1 s, 2 GB)", codes::argument_dimension},
                         Row{"ceil(period)", codes::rounding_unit},
                         Row{"ceil(period, GiB)", codes::argument_dimension},
                         Row{"sqrt(period)", codes::argument_dimension},
                         Row{"log(period)", codes::argument_dimension},
                         Row{"log(cores)", codes::argument_dimension},
                         Row{"sqrt(1, 2)", codes::argument_count},
                         Row{"max(1)", codes::argument_count},
                         Row{"downtime(period, period)", codes::argument_dimension},
                         Row{"abs(use > 1)", codes::quantity_needed},
                         Row{"rate * payload in GB", codes::display_unit},
                         Row{"use > 1 in GB", codes::quantity_needed}}) {
    CAPTURE(row.text);
    CHECK(codes_of(checked(bench, row.text).problems) == std::vector<std::string>{std::string(row.code)});
  }
}

TEST_CASE("all problems are reported at once and none twice") {
  Bench bench(fleet);
  const DimensionCheck check = checked(bench, "(rate + cpu) * max(1 s, 2 GB) + ceil(period) - (use and use)");
  CHECK(codes_of(check.problems) ==
        std::vector<std::string>{"formula.dimensions-differ", "formula.argument-dimension",
                                 "formula.rounding-unit", "formula.truth-needed", "formula.truth-needed"});
}

TEST_CASE("an exponent that no dimension can hold is a problem and no overflow") {
  Bench bench("x s");
  std::string product = "x";
  for (int i = 0; i < 300; ++i) product += " * x";
  CHECK(codes_of(checked(bench, product).problems) == std::vector<std::string>{"formula.exponent"});
}

TEST_CASE("a transparent scope lets counted axes differ and says which") {
  Bench strict;
  Bench prose("", true);
  struct Row {
    std::string_view text;
    std::string_view axes;
  };
  for (const Row& row :
       {Row{"100,000 TPS × 50 µs == 5 cores", "request and core differ here and are taken as plain counts"},
        Row{"3 users + 4", "user differs here and is taken as a plain count"},
        Row{"100,000 TPS * 1 KB in Gbps", "request differs here and is taken as a plain count"}}) {
    CAPTURE(row.text);
    CHECK_FALSE(checked(strict, row.text).problems.empty());
    const DimensionCheck check = checked(prose, row.text);
    CHECK(check.problems.empty());
    REQUIRE(codes_of(check.notes) == std::vector<std::string>{"formula.counts-let-through"});
    CHECK(check.notes.front().message == row.axes);
  }
  CHECK(checked(prose, "100,000 TPS × 50 µs").notes.empty());
  CHECK_FALSE(checked(prose, "100,000 TPS + 5 GB").problems.empty());
  CHECK(prose.dimension("1 + 3 users") == dimension_of_unit("user"));
}

TEST_CASE("a result of another dimension than declared shows both") {
  Bench bench(fleet);
  const Formula formula = bench.sound("rate * payload");
  const base::Label declared{{0, 0, 4}, ""};
  const base::Diagnostic wrong =
      wrong_result(formula, {dimension_of_unit("B/s"), false}, {dimension_of_unit("B"), false}, declared);
  CHECK(wrong.code == "formula.wrong-result");
  CHECK(wrong.secondary.front().span == declared.span);
  CHECK(wrong.remarks.back().text == "multiply the formula by time (s)");
}

}  // namespace reckon::formula

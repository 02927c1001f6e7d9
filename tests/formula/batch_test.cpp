// SPDX-License-Identifier: MIT
// The batch engine is judged by the scalar evaluator, bit for bit: over random formulas, every function,
// every set of kernels that this processor has, and several sizes of block.
#include "formula/batch.hpp"

#include "formula/batch_program.hpp"
#include "formula/functions.hpp"
#include "support.hpp"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <thread>

namespace reckon::formula {
namespace {

using test::Bench;

constexpr std::string_view scope_names = "a 1; b 1; c 1; d 1; e 1; f 1; g 1; h 1";
constexpr std::size_t name_count = 8;
constexpr std::array kernel_sets{KernelSet::baseline, KernelSet::avx2, KernelSet::avx512};

/// What is awkward for some operation: signed zeros, halves, neighbours of whole numbers within and outside
/// the tolerance, numbers whose product overflows or vanishes, and those that have no fraction any more.
constexpr std::array awkward{0.0,
                             -0.0,
                             1.0,
                             -1.0,
                             0.5,
                             -0.5,
                             1.5,
                             2.5,
                             -2.5,
                             0.49999999999999994,
                             3.0000000001,
                             3.00000001,
                             2.9999999999,
                             -7.0000000001,
                             1e9 + 0.5,
                             4503599627370495.5,
                             4503599627370497.0,
                             9007199254740993.0,
                             1e-320,
                             1e-160,
                             -1e160,
                             1e160,
                             1.7e308,
                             0.1,
                             0.3,
                             0.30000000000000004,
                             100.0,
                             8.0,
                             std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity(),
                             std::numeric_limits<double>::quiet_NaN()};

/// A sequence of numbers that a seed determines (Steele, Lea, Flood 2014: SplitMix64).
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t below(std::uint64_t count) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return (z ^ (z >> 31U)) % count;
  }
  double next() {
    const double share = static_cast<double>(below(1U << 30U)) / (1U << 30U);
    switch (below(4)) {
      case 0:
        return awkward[below(awkward.size())];
      case 1:
        return static_cast<double>(below(20)) - 5.0;
      case 2:
        return share * 4.0 - 1.0;
      default:
        return std::pow(10.0, share * 24.0 - 12.0);
    }
  }

 private:
  std::uint64_t state_;
};

std::string random_truth(int depth);

std::string random_number(int depth) {
  static const std::vector<std::string> leaves{"a", "b", "c", "d",   "e",   "f",     "g",
                                               "h", "0", "1", "2.5", "0.1", "1e300", "-3"};
  if (depth == 0) return *rc::gen::elementOf(leaves);
  const auto operand = [depth] { return random_number(depth - 1); };
  switch (*rc::gen::inRange(0, 18)) {
    case 0:
      return *rc::gen::elementOf(leaves);
    case 1:
    case 2:
      return fmt::format("({} + {})", operand(), operand());
    case 3:
      return fmt::format("({} - {})", operand(), operand());
    case 4:
    case 5:
      return fmt::format("({} * {})", operand(), operand());
    case 6:
    case 7:
      return fmt::format("({}) / ({})", operand(), operand());
    case 8:
      return fmt::format("(-({}))", operand());
    case 9:
      return fmt::format("({})^({})", operand(), operand());
    case 10:
      return fmt::format("ceil({} / ({}))", operand(), operand());
    case 11:
      return fmt::format("{}({})", *rc::gen::element("ceil", "floor", "round"), operand());
    case 12:
      return fmt::format("{}({}, {})", *rc::gen::element("ceil", "floor", "round"), operand(), operand());
    case 13:
      return fmt::format("{}({}, {})", *rc::gen::element("min", "max"), operand(), operand());
    case 14:
      return fmt::format("{}({}, {}, {})", *rc::gen::element("min", "max"), operand(), operand(), operand());
    case 15:
      return fmt::format("{}({})", *rc::gen::element("abs", "sqrt"), operand());
    case 16:
      return fmt::format("{}({})", *rc::gen::element("log", "log2", "log10", "exp"), operand());
    default:
      return fmt::format("if({}, {}, {})", random_truth(depth - 1), operand(), operand());
  }
}

std::string random_truth(int depth) {
  const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 5);
  if (kind == 1) return fmt::format("({} and {})", random_truth(depth - 1), random_truth(depth - 1));
  if (kind == 2) return fmt::format("({} or {})", random_truth(depth - 1), random_truth(depth - 1));
  if (kind == 3) return fmt::format("(not ({}))", random_truth(depth - 1));
  return fmt::format("({}) {} ({})", random_number(depth),
                     *rc::gen::element("<", "<=", ">", ">=", "==", "!="), random_number(depth));
}

/// Names that vary have a column, the others one number.
struct Table {
  std::vector<std::vector<double>> columns{name_count};
  std::vector<Operand> slots{name_count};
  std::size_t rows;

  Table(std::uint64_t seed, std::size_t count) : rows(count) {
    Numbers numbers(seed);
    const std::uint64_t fixed = numbers.below(name_count + 1);
    for (std::uint32_t i = 0; i < name_count; ++i) {
      columns[i].assign(rows, numbers.next());
      slots[i] = constant(columns[i].front());
      if (i < fixed) continue;
      slots[i] = column(i);
      for (double& value : columns[i]) value = numbers.next();
    }
  }
};

std::vector<double> run_one(const Program& program, const Table& table, std::size_t block,
                            KernelSet kernels) {
  std::vector<const double*> inputs;
  for (const auto& values : table.columns) inputs.push_back(values.data());
  std::vector<double> result(table.rows + 1, 12345.0);
  double* const output = result.data();
  Workspace workspace(block);
  run(program, inputs, {&output, 1}, table.rows, workspace, kernels);
  REQUIRE(result.back() == 12345.0);
  result.pop_back();
  return result;
}

Program program_of(const Formula& formula, const std::vector<Operand>& slots) {
  Assembler assembler(name_count);
  assembler.output(assembler.add(formula, slots));
  return std::move(assembler).finish();
}

/// The row in which batch and scalar differ, as a message; or "".
std::string difference(const Formula& formula, const Table& table) {
  std::vector<double> expected;
  std::vector<double> slots(name_count);
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (std::size_t i = 0; i < name_count; ++i) slots[i] = table.columns[i][row];
    const Value value = evaluate(formula, slots);
    expected.push_back(value.failure ? std::nan("") : value.number);
  }
  const Program program = program_of(formula, table.slots);
  for (const KernelSet kernels : kernel_sets) {
    if (!is_supported(kernels)) continue;
    for (const std::size_t block : {std::size_t{1}, std::size_t{64}, std::size_t{1000}, std::size_t{1024}}) {
      const std::vector<double> result = run_one(program, table, block, kernels);
      for (std::size_t row = 0; row < table.rows; ++row) {
        const auto bits = std::bit_cast<std::uint64_t>(result[row]);
        if (bits == std::bit_cast<std::uint64_t>(expected[row])) continue;
        return fmt::format("kernels {}, block {}, row {}: {} instead of {}", static_cast<int>(kernels), block,
                           row, result[row], expected[row]);
      }
    }
  }
  return "";
}

/// The actions of a formula of columns, without `store`.
std::vector<Action> actions(std::string_view text) {
  Bench bench(scope_names);
  std::vector<Operand> slots;
  for (std::uint32_t i = 0; i < name_count; ++i) slots.push_back(column(i));
  std::vector<Action> out;
  for (const Instruction& instruction : program_of(bench.sound(text), slots).code) {
    if (instruction.action != Action::store) out.push_back(instruction.action);
  }
  return out;
}

using Actions = std::vector<Action>;

}  // namespace

TEST_CASE("random formulas over columns have the values of the scalar evaluator, bit for bit") {
  CHECK(rc::check([] {
    Bench bench(scope_names);
    const std::string text = *rc::gen::arbitrary<bool>() ? random_number(4) : random_truth(3);
    const Formula formula = bench.sound(text);
    const Table table(*rc::gen::arbitrary<std::uint64_t>(), 1100);
    const std::string found = difference(formula, table);
    if (!found.empty()) RC_FAIL(text + ": " + found);
  }));
}

TEST_CASE("every function has the values of its kernel, whatever its arguments") {
  for (const Function& function : function_table()) {
    for (std::size_t count = function.least_arguments;
         count <= std::min<std::size_t>(function.most_arguments, 4); ++count) {
      std::string text(function.name);
      for (std::size_t i = 0; i < count; ++i) {
        text += i > 0 ? ", " : "(";
        text += i == 0 && function.condition_first ? "a > b" : std::string(1, static_cast<char>('c' + i));
      }
      text += ')';
      INFO(text);
      Bench bench(scope_names);
      for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        CHECK(difference(bench.must_parse(text), Table(seed, 200)).empty());
      }
    }
  }
}

TEST_CASE("rounding knows all awkward numbers and their neighbours") {
  Bench bench(scope_names);
  Table table(0, 1);
  table.columns[0].clear();
  table.slots[0] = column(0);
  for (const double value : awkward) {
    for (const double factor : {1.0, -1.0, 3.0, 1.0 + 1e-9, 1.0 - 1e-9}) {
      const double x = value * factor;
      for (const double y : {std::nextafter(x, -1e308), x, std::nextafter(x, 1e308)})
        table.columns[0].push_back(y);
    }
  }
  table.rows = table.columns[0].size();
  for (auto& values : table.columns) values.resize(table.rows);
  for (const std::string_view text : {"ceil(a)", "floor(a)", "round(a)", "ceil(a, 0.1)", "floor(a, 3)",
                                      "ceil(a / 3)", "ceil(1 / a)", "a == round(a)", "a < ceil(a)"}) {
    INFO(text);
    for (std::size_t i = 1; i < name_count; ++i) table.slots[i] = constant(1.0);
    CHECK(difference(bench.sound(text), table).empty());
  }
}

TEST_CASE("a row that cannot be computed is NaN, and what is not chosen may fail") {
  struct Row {
    std::string_view text;
    double zero;  ///< the result where a is 0
    double two;   ///< where a is 2
  };
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  Bench bench("a 1; b 1");
  for (const Row& row :
       {Row{"1 / a", none, 0.5}, Row{"1 / (1 / a)", none, 2.0}, Row{"min(1, 1 / a)", none, 0.5},
        Row{"max(-1 / a, 1)", none, 1.0}, Row{"log(a)", none, std::log(2.0)}, Row{"sqrt(-a)", -0.0, none},
        Row{"1e200^a", 1.0, none}, Row{"1 / a > 0", none, 1.0}, Row{"if(a > 0, 1 / a, 7)", 7.0, 0.5},
        Row{"if(1 / a > 0, 1, 7)", none, 1.0}, Row{"a > 0 and 1 / a > 1", 0.0, 0.0},
        Row{"a == 0 or 1 / a > 1", 1.0, 0.0}, Row{"a == 0 and 1 / a > 1", none, 0.0}}) {
    INFO(row.text);
    Assembler assembler(1);
    assembler.output(assembler.add(bench.sound(row.text), std::vector{column(0), constant(1.0)}));
    const Program program = std::move(assembler).finish();
    const std::array<double, 2> values{0.0, 2.0};
    std::array<double, 2> result{};
    const double* const input = values.data();
    double* const output = result.data();
    Workspace workspace;
    run(program, {&input, 1}, {&output, 1}, values.size(), workspace);
    const auto same = [](double x, double y) { return (std::isnan(x) && std::isnan(y)) || x == y; };
    CHECK(same(result[0], row.zero));
    CHECK(same(result[1], row.two));
  }
}

TEST_CASE("what is the same in all rows is computed when the program is made") {
  CHECK(actions("ceil(3 * 0.1 / 0.1) + 2^10 * log(8)").empty());
  CHECK(actions("a * (2 * 3 + 4)") == Actions{Action::multiply});
  CHECK(actions("if(2 > 1, a, b / c)").empty());
  CHECK(actions("if(2 < 1, a, b / c)") == Actions{Action::divide});
}

TEST_CASE("a division that is only rounded up is one instruction") {
  CHECK(actions("ceil(a / b)") == Actions{Action::divide_round_up});
  CHECK(actions("ceil(a / b, 5)") == Actions{Action::divide, Action::divide_round_up, Action::multiply});
  CHECK(actions("ceil(a * b)") == Actions{Action::multiply, Action::round_up});
  CHECK(actions("floor(a / b)") == Actions{Action::divide, Action::round_down});

  Bench bench(scope_names);
  Assembler assembler(2);
  std::vector<Operand> slots{column(0), column(1)};
  slots.push_back(assembler.add(bench.sound("a / b"), slots));
  assembler.output(assembler.add(bench.sound("ceil(c)"), slots));
  assembler.output(slots[2]);
  const Program program = std::move(assembler).finish();
  REQUIRE(program.code.size() == 4);
  CHECK(program.code[0].action == Action::divide);
  CHECK(program.code[2].action == Action::round_up);
}

TEST_CASE("what no output needs is left out, and a shared value is computed once") {
  Bench bench(scope_names);
  Assembler assembler(2);
  std::vector<Operand> slots{column(0), column(1)};
  slots.push_back(assembler.add(bench.sound("a * b"), slots));
  slots.push_back(assembler.add(bench.sound("exp(c) / b"), slots));
  assembler.output(assembler.add(bench.sound("c + 1"), slots));
  assembler.output(assembler.add(bench.sound("c - 1"), slots));
  assembler.output(slots[0]);
  assembler.output(constant(7.0));
  const Program program = std::move(assembler).finish();
  CHECK(program.outputs == 4);
  CHECK(program.code.size() == 7);
  CHECK(program.registers == 2);

  const std::array<double, 2> a{1.0, 2.0};
  const std::array<double, 2> b{10.0, 20.0};
  std::array<std::array<double, 2>, 4> results{};
  Workspace workspace;
  run(program, std::array{a.data(), b.data()},
      std::array{results[0].data(), results[1].data(), results[2].data(), results[3].data()}, 2, workspace);
  CHECK(results == std::array<std::array<double, 2>, 4>{{{11.0, 41.0}, {9.0, 39.0}, {1.0, 2.0}, {7.0, 7.0}}});
}

TEST_CASE("a long formula needs few registers") {
  Bench bench("a 1");
  std::string sum = "a";
  for (int i = 0; i < 1000; ++i) sum += "+a*a";
  Assembler assembler(1);
  assembler.output(assembler.add(bench.sound(sum), std::vector{column(0)}));
  const Program program = std::move(assembler).finish();
  CHECK(program.registers <= 3);
}

TEST_CASE("two threads share a program, each with a workspace of its own") {
  Bench bench(scope_names);
  const Table table(5, 20000);
  std::vector<Operand> slots;
  for (std::uint32_t i = 0; i < name_count; ++i) slots.push_back(column(i));
  const Program program = program_of(bench.sound("ceil(a * b / c) + max(d, e) ^ 2"), slots);
  std::array<std::vector<double>, 2> results;
  std::thread other([&] { results[0] = run_one(program, table, usual_block, best_kernels()); });
  results[1] = run_one(program, table, usual_block, best_kernels());
  other.join();
  for (std::size_t row = 0; row < table.rows; ++row) {
    REQUIRE(std::bit_cast<std::uint64_t>(results[0][row]) == std::bit_cast<std::uint64_t>(results[1][row]));
  }
}

TEST_CASE("every processor has kernels") {
  CHECK(is_supported(KernelSet::baseline));
  CHECK(is_supported(best_kernels()));
}

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
// What is inlined into the function for a set of instructions is compiled for that set. No set may change a
// result, so there is no fused multiply-add and nothing is reassociated. A failed row is a number that is not
// finite: sums and products keep that by themselves, what could hide it (1 / infinity, min, comparisons)
// subtracts `spoil`.

#include "formula/batch_kernels.hpp"

#include "formula/functions.hpp"
#include "formula/numbers.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace reckon::formula {
namespace {

/// Zero of a finite number, otherwise NaN. Subtracting it keeps even the sign of zero.
[[gnu::always_inline]] inline double spoil(double x) {
  return x - x;
}

/// How far what counts as equal may lie from each other: is_same of two finite numbers is
/// `abs(a - b) <= slack(a, b)`.
[[gnu::always_inline]] inline double slack(double a, double b) {
  const double size_a = std::abs(a);
  const double size_b = std::abs(b);
  return tolerance * (size_a < size_b ? size_b : size_a);
}

[[gnu::always_inline]] inline bool same(double a, double b) {
  return std::abs(a - b) <= slack(a, b);
}

/// std::round, for which no processor has an instruction.
[[gnu::always_inline]] inline double nearest(double x) {
  const double size = std::abs(x);
  const double whole = std::floor(size);
  return std::copysign(whole + (size - whole >= 0.5 ? 1.0 : 0.0), x);
}

/// The ceiling, unless the whole number below is the nearest (of a half the one away from zero, as for
/// std::round) and counts as equal.
[[gnu::always_inline]] inline double round_up_all(double x) {
  constexpr double below_half = 0.5 - std::numeric_limits<double>::epsilon() / 4.0;
  const double ceiling = std::ceil(x);
  const double below = ceiling - 1.0;
  const double nearer = x < 0.0 ? 0.5 : below_half;
  const double near = slack(below, x);
  return x - below <= (near < nearer ? near : nearer) ? below : ceiling;
}

[[gnu::always_inline]] inline double round_down_all(double x) {
  return -round_up_all(-x);
}

[[gnu::always_inline]] inline double truth(bool value) {
  return value ? 1.0 : 0.0;
}

[[gnu::always_inline]] inline double add(double a, double b) {
  return a + b;
}
[[gnu::always_inline]] inline double subtract(double a, double b) {
  return a - b;
}
[[gnu::always_inline]] inline double multiply(double a, double b) {
  return a * b;
}
[[gnu::always_inline]] inline double divide(double a, double b) {
  return a / b - spoil(b);
}
[[gnu::always_inline]] inline double divide_round_up(double a, double b) {
  return round_up_all(a / b) - spoil(b);
}
[[gnu::always_inline]] inline double less(double a, double b) {
  return truth(a < b && !same(a, b)) - spoil(a) - spoil(b);
}
[[gnu::always_inline]] inline double at_most(double a, double b) {
  return truth(a < b || same(a, b)) - spoil(a) - spoil(b);
}
[[gnu::always_inline]] inline double equal(double a, double b) {
  return truth(same(a, b)) - spoil(a) - spoil(b);
}
/// Of equal ones (0 and -0) the first, as std::min_element and std::max_element.
[[gnu::always_inline]] inline double lesser(double a, double b) {
  return (b < a ? b : a) - spoil(a) - spoil(b);
}
[[gnu::always_inline]] inline double greater(double a, double b) {
  return (a < b ? b : a) - spoil(a) - spoil(b);
}
[[gnu::always_inline]] inline double guard(double a, double b) {
  return a - spoil(b);
}
[[gnu::always_inline]] inline double absolute(double x) {
  return std::abs(x);
}
[[gnu::always_inline]] inline double square_root(double x) {
  return std::sqrt(x);
}
[[gnu::always_inline]] inline double chosen(double condition, double a, double b) {
  return (condition != 0.0 ? a : b) - spoil(condition);
}
/// All failed rows leave as one NaN.
[[gnu::always_inline]] inline double finite(double x) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  return std::abs(x) <= std::numeric_limits<double>::max() ? x : none;
}

/// An operand in this block: a column, or one number for all rows.
struct Source {
  const double* column = nullptr;
  double number = 0.0;

  [[nodiscard]] double at(std::size_t row) const { return column == nullptr ? number : column[row]; }
};

Source source_of(const Operand& operand, const Block& block) {
  switch (operand.kind) {
    case Operand::Kind::constant:
      return {nullptr, operand.number};
    case Operand::Kind::input:
      return {block.inputs[operand.index] + block.begin, 0.0};
    case Operand::Kind::computed:
      return {block.register_at(operand.index), 0.0};
  }
  return {};
}

/// One loop for each way in which operands are columns or numbers.
template <double (*Kernel)(double)>
[[gnu::always_inline]] inline void each(const Source& a, double* __restrict out, std::size_t rows) {
  const double* x = a.column;
  if (x == nullptr) {
    const double result = Kernel(a.number);
    for (std::size_t i = 0; i < rows; ++i) out[i] = result;
  } else {
    for (std::size_t i = 0; i < rows; ++i) out[i] = Kernel(x[i]);
  }
}

template <double (*Kernel)(double, double)>
[[gnu::always_inline]] inline void each(const Source& a, const Source& b, double* __restrict out,
                                        std::size_t rows) {
  const double* x = a.column;
  const double* y = b.column;
  if (y == nullptr) {
    const double number = b.number;
    for (std::size_t i = 0; i < rows; ++i) out[i] = Kernel(x[i], number);
  } else if (x == nullptr) {
    const double number = a.number;
    for (std::size_t i = 0; i < rows; ++i) out[i] = Kernel(number, y[i]);
  } else {
    for (std::size_t i = 0; i < rows; ++i) out[i] = Kernel(x[i], y[i]);
  }
}

[[gnu::always_inline]] inline void each_chosen(const Source& condition, const Source& a, const Source& b,
                                               double* __restrict out, std::size_t rows) {
  const double* c = condition.column;
  const double* x = a.column;
  const double* y = b.column;
  const double p = a.number;
  const double q = b.number;
  if (x == nullptr && y == nullptr) {
    for (std::size_t i = 0; i < rows; ++i) out[i] = chosen(c[i], p, q);
  } else if (y == nullptr) {
    for (std::size_t i = 0; i < rows; ++i) out[i] = chosen(c[i], x[i], q);
  } else if (x == nullptr) {
    for (std::size_t i = 0; i < rows; ++i) out[i] = chosen(c[i], p, y[i]);
  } else {
    for (std::size_t i = 0; i < rows; ++i) out[i] = chosen(c[i], x[i], y[i]);
  }
}

/// The library's function for each row: the very call of the scalar evaluator.
[[gnu::noinline]] void power_rows(const Source& a, const Source& b, double* out, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    out[i] = std::pow(a.at(i), b.at(i)) - spoil(a.at(i)) - spoil(b.at(i));
  }
}

[[gnu::noinline]] void call_rows(const Instruction& instruction, const Block& block, double* out) {
  const Function& function = function_table()[instruction.function];
  std::vector<Source> sources;
  for (const Operand& operand : instruction.operands) sources.push_back(source_of(operand, block));
  std::vector<double> arguments(sources.size());
  std::string why;
  for (std::size_t row = 0; row < block.rows; ++row) {
    double failed = 0.0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      arguments[i] = sources[i].at(row);
      failed += spoil(arguments[i]);
    }
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    out[row] = failed == 0.0 ? function.kernel(arguments, why).value_or(none) : none;
  }
}

[[gnu::always_inline]] inline void run_instruction(const Instruction& instruction, const Block& block) {
  const std::size_t rows = block.rows;
  const auto& operands = instruction.operands;
  const Source a = source_of(operands[0], block);
  const Source b = operands.size() > 1 ? source_of(operands[1], block) : Source{};
  if (instruction.action == Action::store) {
    return each<finite>(a, block.outputs[instruction.target] + block.begin, rows);
  }
  double* out = block.register_at(instruction.target);
  switch (instruction.action) {
    case Action::add:
      return each<add>(a, b, out, rows);
    case Action::subtract:
      return each<subtract>(a, b, out, rows);
    case Action::multiply:
      return each<multiply>(a, b, out, rows);
    case Action::divide:
      return each<divide>(a, b, out, rows);
    case Action::power:
      return power_rows(a, b, out, rows);
    case Action::less:
      return each<less>(a, b, out, rows);
    case Action::at_most:
      return each<at_most>(a, b, out, rows);
    case Action::equal:
      return each<equal>(a, b, out, rows);
    case Action::lesser:
      return each<lesser>(a, b, out, rows);
    case Action::greater:
      return each<greater>(a, b, out, rows);
    case Action::round_up:
      return each<round_up_all>(a, out, rows);
    case Action::round_down:
      return each<round_down_all>(a, out, rows);
    case Action::round_nearest:
      return each<nearest>(a, out, rows);
    case Action::divide_round_up:
      return each<divide_round_up>(a, b, out, rows);
    case Action::absolute:
      return each<absolute>(a, out, rows);
    case Action::square_root:
      return each<square_root>(a, out, rows);
    case Action::choose:
      return each_chosen(a, b, source_of(operands[2], block), out, rows);
    case Action::guard:
      return each<guard>(a, b, out, rows);
    case Action::call:
      return call_rows(instruction, block, out);
    case Action::store:
      return;
  }
}

void run_baseline(const Program& program, const Block& block) {
  for (const Instruction& instruction : program.code) run_instruction(instruction, block);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void run_avx2(const Program& program, const Block& block) {
  for (const Instruction& instruction : program.code) run_instruction(instruction, block);
}

[[gnu::target("avx512f,avx512dq,avx512vl")]] void run_avx512(const Program& program, const Block& block) {
  for (const Instruction& instruction : program.code) run_instruction(instruction, block);
}
#endif

}  // namespace

#if defined(__x86_64__)

bool is_supported(KernelSet kernels) {
  switch (kernels) {
    case KernelSet::baseline:
      return true;
    case KernelSet::avx2:
      return __builtin_cpu_supports("avx2");
    case KernelSet::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
  }
  return false;
}

RunBlock block_runner(KernelSet kernels) {
  switch (kernels) {
    case KernelSet::baseline:
      return run_baseline;
    case KernelSet::avx2:
      return run_avx2;
    case KernelSet::avx512:
      return run_avx512;
  }
  return run_baseline;
}

#else

bool is_supported(KernelSet kernels) {
  return kernels == KernelSet::baseline;
}

RunBlock block_runner(KernelSet) {
  return run_baseline;
}

#endif

}  // namespace reckon::formula

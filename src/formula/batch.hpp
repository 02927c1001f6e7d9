// SPDX-License-Identifier: MIT
// Formulas over columns: a program runs each of its instructions over a block of rows before the next, so
// that what an instruction costs beyond its arithmetic is paid once a block. Gives the numbers of
// formula/evaluate.hpp bit for bit, whatever the block, the kernels and the thread. A row that cannot be
// computed is NaN; why, only the scalar evaluator tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reckon::formula {

/// The instructions that kernels are compiled for. They differ in speed, never in a result.
enum class KernelSet : std::uint8_t { baseline, avx2, avx512 };

/// Whether this processor has the instructions.
bool is_supported(KernelSet kernels);
/// The fastest that is supported.
KernelSet best_kernels();

/// What an instruction does; operands in order. A row fails where a result or an operand is not finite.
enum class Action : std::uint8_t {
  add,
  subtract,
  multiply,
  divide,
  power,
  less,  ///< comparisons give 1 or 0 and forgive 1e-9 (formula/numbers.hpp)
  at_most,
  equal,
  lesser,
  greater,
  round_up,
  round_down,
  round_nearest,
  divide_round_up,  ///< round_up(a / b)
  absolute,
  square_root,
  choose,  ///< condition, a, b: what is not chosen may have failed
  guard,   ///< a where b has not failed
  call,    ///< a row of the function table, row by row
  store,   ///< into an output column, failed rows as NaN
};

/// A number that is the same in all rows, an input column, or what an instruction computed.
struct Operand {
  enum class Kind : std::uint8_t { constant, input, computed };
  Kind kind = Kind::constant;
  std::uint32_t index = 0;  ///< of the input column; of the register (in an Assembler: of the instruction)
  double number = 0.0;      ///< of a constant

  [[nodiscard]] bool is_constant() const { return kind == Kind::constant; }
};

struct Instruction {
  Action action = Action::store;
  std::uint32_t function = 0;  ///< for call: row of the function table
  std::uint32_t target = 0;    ///< register; for store: output column
  std::vector<Operand> operands;
};

/// Made by an Assembler (formula/batch_program.hpp). Read only while it runs: any number of threads may share
/// one.
struct Program {
  std::vector<Instruction> code;  ///< an instruction's target is none of its operands
  std::uint32_t inputs = 0;       ///< columns
  std::uint32_t outputs = 0;
  std::uint32_t registers = 0;
};

/// Rows that are computed at a time: registers then stay in the first two levels of cache.
inline constexpr std::size_t usual_block = 1024;

/// The registers of one run. One for each thread; kept between runs, it allocates once.
class Workspace {
 public:
  /// `block` is at least 1.
  explicit Workspace(std::size_t block = usual_block) : block_(block) {}
  [[nodiscard]] std::size_t block() const { return block_; }
  /// Distance between two registers, in numbers.
  [[nodiscard]] std::size_t stride() const;
  /// Room for so many registers, the first on a cache line's edge. Valid until the next call.
  double* registers(std::size_t count);

 private:
  std::size_t block_;
  std::vector<double> room_;
};

/// Computes `rows` rows. There are `program.inputs` input columns and `program.outputs` output columns, each
/// of at least `rows` numbers in base units; a truth is 0 or 1. No output column overlaps another column;
/// input columns may be one and the same. `kernels` must be supported.
void run(const Program& program, std::span<const double* const> inputs, std::span<double* const> outputs,
         std::size_t rows, Workspace& workspace, KernelSet kernels = best_kernels());

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
// A program of the batch engine: what is computed, in which order, in which registers.
#pragma once

#include <cstdint>
#include <vector>

namespace reckon::formula {

/// The instructions that kernels are compiled for. They differ in speed, never in a result.
enum class KernelSet : std::uint8_t { baseline, avx2, avx512 };

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

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
// Formulas -> program. What is the same in all rows is computed here, by the same kernels; what no output
// needs is left out; a division that is only rounded up becomes one instruction; registers are used again.
#pragma once

#include "formula/batch_instructions.hpp"
#include "formula/formula.hpp"

#include <span>
#include <vector>

namespace reckon::formula {

/// A number that is the same in all rows; NaN when it is not finite.
Operand constant(double number);
/// The input column of that place.
Operand column(std::uint32_t input);

class Assembler {
 public:
  explicit Assembler(std::uint32_t inputs) { program_.inputs = inputs; }

  /// The value of a formula whose i-th name has the value `slots[i]`. The formula must have passed the
  /// dimension check and is not empty.
  Operand add(const Formula& formula, std::span<const Operand> slots);
  /// One instruction over values of this assembler; not for call and store.
  Operand apply(Action action, std::vector<Operand> operands);
  /// The value becomes the next output column.
  void output(Operand value) { outputs_.push_back(value); }

  Program finish() &&;

 private:
  Operand emit(Instruction instruction);
  Operand node(const Node& node, std::span<const Operand> values, std::span<const Operand> slots);
  Operand call(const Node& node, std::vector<Operand> operands);
  Operand rounded_to_unit(Action rounding, const std::vector<Operand>& operands);

  Program program_;  ///< each instruction computes a value of its own until `finish`
  std::vector<Operand> outputs_;
};

}  // namespace reckon::formula

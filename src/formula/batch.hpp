// SPDX-License-Identifier: MIT
// Formulas over columns: a program runs each of its instructions over a block of rows before the next, so
// that what an instruction costs beyond its arithmetic is paid once a block. Gives the numbers of
// formula/evaluate.hpp bit for bit, whatever the block, the kernels and the thread. A row that cannot be
// computed is NaN; why, only the scalar evaluator tells.
#pragma once

#include "formula/batch_instructions.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reckon::formula {

/// Whether this processor has the instructions.
bool is_supported(KernelSet kernels);
/// The fastest that is supported.
KernelSet best_kernels();

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

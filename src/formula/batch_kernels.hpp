// SPDX-License-Identifier: MIT
// The loops of the batch engine: one function for each set of instructions a processor may have, all compiled
// from one text.
#pragma once

#include "formula/batch_instructions.hpp"

#include <cstddef>
#include <span>

namespace reckon::formula {

/// The rows that are computed now, and where their columns are.
struct Block {
  std::span<const double* const> inputs;
  std::span<double* const> outputs;
  std::size_t begin = 0;  ///< first row of the columns
  std::size_t rows = 0;
  double* registers = nullptr;
  std::size_t stride = 0;  ///< from one register to the next

  [[nodiscard]] double* register_at(std::uint32_t index) const { return registers + index * stride; }
};

using RunBlock = void (*)(const Program&, const Block&);

/// The function for a set; a set that this build has no code for is `baseline`.
RunBlock block_runner(KernelSet kernels);

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
#include "formula/batch.hpp"

#include "formula/batch_kernels.hpp"

#include <algorithm>
#include <memory>

namespace reckon::formula {
namespace {

/// Numbers of a cache line.
constexpr std::size_t line = 8;

}  // namespace

KernelSet best_kernels() {
  for (const KernelSet kernels : {KernelSet::avx512, KernelSet::avx2}) {
    if (is_supported(kernels)) return kernels;
  }
  return KernelSet::baseline;
}

std::size_t Workspace::stride() const {
  return (block_ + line - 1) / line * line;
}

double* Workspace::registers(std::size_t count) {
  const std::size_t needed = count * stride();
  if (room_.size() < needed + line) room_.resize(needed + line);
  void* first = room_.data();
  std::size_t space = room_.size() * sizeof(double);
  return static_cast<double*>(std::align(line * sizeof(double), needed * sizeof(double), first, space));
}

void run(const Program& program, std::span<const double* const> inputs, std::span<double* const> outputs,
         std::size_t rows, Workspace& workspace, KernelSet kernels) {
  const RunBlock run_block = block_runner(kernels);
  Block block{inputs, outputs, 0, 0, workspace.registers(program.registers), workspace.stride()};
  for (; block.begin < rows; block.begin += block.rows) {
    block.rows = std::min(workspace.block(), rows - block.begin);
    run_block(program, block);
  }
}

}  // namespace reckon::formula

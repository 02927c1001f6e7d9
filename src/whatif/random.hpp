// SPDX-License-Identifier: MIT
// Random columns that depend on nothing but a seed, a stream and a row: counted, not drawn one after another,
// so that any part of a column can be made at any time, by any thread and with any instructions, and is the
// same to the last bit.
#pragma once

#include "formula/batch.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace reckon::whatif {

/// Philox4x32 with ten rounds: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC11. Four words of 32 bits, each as random as the others.
std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                    const std::array<std::uint32_t, 2>& key);

/// Two columns of uniform numbers between 0 and 1, neither of which occurs, for rows from `first` on; the
/// columns are equally long. A row's four words become its number in the one column and in the other.
void fill_uniform(std::uint64_t seed, std::uint32_t stream, std::uint64_t first, std::span<double> even,
                  std::span<double> odd, formula::KernelSet kernels);

/// Two columns of uniform numbers become two of the standard normal distribution, in place; independent when
/// those were.
void to_normal(std::span<double> even, std::span<double> odd, formula::KernelSet kernels);

/// x becomes exp(location + spread * x), in place. What would be too large or too small for a number stops at
/// the ends of the range.
void to_exponentials(std::span<double> column, double location, double spread, formula::KernelSet kernels);

}  // namespace reckon::whatif

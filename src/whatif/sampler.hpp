// SPDX-License-Identifier: MIT
// Columns of samples of several estimates, block by block.
#pragma once

#include "whatif/correlation.hpp"
#include "whatif/random.hpp"

#include <span>
#include <vector>

namespace reckon::whatif {

/// Read only once made: any number of threads may share one.
class Sampler {
 public:
  /// `factor` as from `mixing`. An input that is tied to no other keeps its values whatever the others do.
  Sampler(const std::vector<Varied>& inputs, std::vector<std::vector<double>> factor, std::uint64_t seed,
          formula::KernelSet kernels);

  /// Columns of a block, one for each input and perhaps one more.
  struct Columns {
    Columns(const Sampler& sampler, std::size_t block);
    std::vector<std::vector<double>> values;
    std::vector<double> unused;
  };

  /// Samples `first` and following into the beginning of the columns of the inputs, in base units.
  void fill(std::uint64_t first, std::size_t rows, Columns& columns) const;

 private:
  void mix(std::size_t rows, Columns& columns) const;
  void shape(std::size_t input, std::span<double> column) const;

  const std::vector<Varied>* inputs_;
  std::vector<std::vector<double>> factor_;
  std::vector<bool> is_tied_;            ///< to an input before it or behind it
  std::vector<std::size_t> of_normal_;   ///< inputs made from normal numbers
  std::vector<std::size_t> of_uniform_;  ///< the others
  std::uint64_t seed_;
  formula::KernelSet kernels_;
};

}  // namespace reckon::whatif

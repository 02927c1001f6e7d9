// SPDX-License-Identifier: MIT
#include "whatif/sampler.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::whatif {
namespace {

/// Streams of uniform numbers lie far from those that become normal ones.
constexpr std::uint32_t uniform_streams = 1U << 16U;

/// The part of a standard normal distribution that does not exceed x, short of the ends.
double part_below(double x) {
  constexpr double root_of_half = 0.70710678118654752440;
  return std::clamp(0.5 * std::erfc(-x * root_of_half), 0x1p-53, 1.0 - 0x1p-53);
}

}  // namespace

Sampler::Sampler(const std::vector<Varied>& inputs, std::vector<std::vector<double>> factor,
                 std::uint64_t seed, formula::KernelSet kernels)
    : inputs_(&inputs),
      factor_(std::move(factor)),
      is_tied_(inputs.size(), false),
      seed_(seed),
      kernels_(kernels) {
  for (std::size_t i = 0; i < factor_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (factor_[i][j] != 0.0) is_tied_[i] = is_tied_[j] = true;
    }
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto& inputs_of = inputs[i].distribution.is_of_normal() || is_tied_[i] ? of_normal_ : of_uniform_;
    inputs_of.push_back(i);
  }
}

Sampler::Columns::Columns(const Sampler& sampler, std::size_t block)
    : values(sampler.inputs_->size(), std::vector<double>(block)), unused(block) {}

void Sampler::fill(std::uint64_t first, std::size_t rows, Columns& columns) const {
  const auto column = [&](const std::vector<std::size_t>& inputs, std::size_t place) {
    std::vector<double>& values = place < inputs.size() ? columns.values[inputs[place]] : columns.unused;
    return std::span<double>(values.data(), rows);
  };
  for (std::size_t i = 0; i < of_normal_.size(); i += 2) {
    fill_uniform(seed_, static_cast<std::uint32_t>(i / 2), first, column(of_normal_, i),
                 column(of_normal_, i + 1), kernels_);
    to_normal(column(of_normal_, i), column(of_normal_, i + 1), kernels_);
  }
  for (std::size_t i = 0; i < of_uniform_.size(); i += 2) {
    fill_uniform(seed_, uniform_streams + static_cast<std::uint32_t>(i / 2), first, column(of_uniform_, i),
                 column(of_uniform_, i + 1), kernels_);
  }
  mix(rows, columns);
  for (std::size_t i = 0; i < inputs_->size(); ++i)
    shape(i, std::span<double>(columns.values[i].data(), rows));
}

// From the last input to the first: a row of the factor needs the independent numbers before it.
void Sampler::mix(std::size_t rows, Columns& columns) const {
  for (std::size_t i = factor_.size(); i-- > 0;) {
    if (!is_tied_[i]) continue;
    std::vector<double>& mixed = columns.values[i];
    for (std::size_t row = 0; row < rows; ++row) mixed[row] *= factor_[i][i];
    for (std::size_t j = 0; j < i; ++j) {
      if (factor_[i][j] == 0.0) continue;
      for (std::size_t row = 0; row < rows; ++row) mixed[row] += factor_[i][j] * columns.values[j][row];
    }
  }
}

void Sampler::shape(std::size_t input, std::span<double> column) const {
  const Distribution& d = (*inputs_)[input].distribution;
  if (d.shape == Shape::lognormal) return to_exponentials(column, d.location, d.spread, kernels_);
  if (d.shape == Shape::normal) {
    for (double& x : column) x = d.location + d.spread * x;
    return;
  }
  const bool is_tied = is_tied_[input];
  for (double& x : column) x = quantile(d, is_tied ? part_below(x) : x);
}

}  // namespace reckon::whatif

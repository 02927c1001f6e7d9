// SPDX-License-Identifier: MIT
// How estimates hang together, as it is typed: `a,b=0.7`. The number is the correlation of the standard
// normal numbers that the values of both are made from (a Gaussian copula): for lognormal inputs that of
// their logarithms.
#pragma once

#include "whatif/distribution.hpp"

#include <span>
#include <vector>

namespace reckon::whatif {

struct Correlation {
  std::size_t first = 0;  ///< of the varied inputs
  std::size_t second = 0;
  double value = 0.0;  ///< -1 to 1
  base::Span span;
};

/// `source` holds one, of two different names of `inputs`.
base::Result<Correlation> read_correlation(const check::Context& context, const base::Sources& sources,
                                           base::SourceId source, const std::vector<Varied>& inputs);

/// The lower triangle, row by row, of the matrix that makes correlated numbers out of independent ones: the
/// Cholesky factor of the correlation matrix, which must not be less than semidefinite.
base::Result<std::vector<std::vector<double>>> mixing(std::size_t inputs,
                                                      const std::vector<Correlation>& pairs);

}  // namespace reckon::whatif

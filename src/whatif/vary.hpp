// SPDX-License-Identifier: MIT
// What becomes of outputs and checks while inputs vary as they are estimated: so many samples of the model,
// by the batch engine. A sample is made from the seed and its number alone, so the results are the same to
// the last bit for any number of threads, any block and any instructions.
#pragma once

#include "formula/batch.hpp"
#include "whatif/correlation.hpp"
#include "whatif/limit.hpp"
#include "whatif/order_statistics.hpp"
#include "whatif/watch.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace reckon::whatif {

inline constexpr std::uint64_t usual_samples = 100'000;
inline constexpr std::uint64_t most_samples = 10'000'000;
/// Outputs keep all their samples until the quantiles are known: this many numbers take 0.8 GB.
inline constexpr std::uint64_t most_numbers = 100'000'000;
inline constexpr std::array<double, 4> told_quantiles{0.05, 0.5, 0.95, 0.99};

struct Estimates {
  std::vector<Varied> inputs;
  std::vector<Correlation> correlations;
  std::vector<model::SlotId> outputs;
  std::optional<Limit> limit;  ///< of one of the outputs
};

/// The inputs have nothing in common.
base::Result<bool> check_apart(const std::vector<Varied>& inputs);

/// How it is computed; only `samples` and `seed` have a say in the results.
struct Sampling {
  std::uint64_t samples = usual_samples;
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::size_t block = formula::usual_block;
  formula::KernelSet kernels = formula::best_kernels();
};

/// An output while one input goes from its 5 % to its 95 % quantile and the others stay at their medians.
struct Swing {
  std::size_t input = 0;
  std::optional<double> at_low;
  std::optional<double> at_high;
  /// ln(output ratio) / ln(input ratio) between the two; only where all four are above zero.
  std::optional<double> elasticity;
};

struct VariedOutput {
  model::SlotId slot = 0;
  std::uint64_t without_value = 0;                        ///< samples
  std::string reason;                                     ///< of the first of them
  std::array<double, told_quantiles.size()> quantiles{};  ///< of the samples that have a value
  Histogram histogram;                                    ///< from the 1 % to the 99 % quantile
  std::vector<Swing> swings;                              ///< the widest first
};

struct CheckChance {
  std::size_t check = 0;          ///< in Model::checks
  std::uint64_t fails = 0;        ///< samples
  std::uint64_t cannot_tell = 0;  ///< samples
};

struct Variation {
  std::uint64_t samples = 0;  ///< that were computed
  bool stopped = false;       ///< before its end, from outside
  std::vector<VariedOutput> outputs;
  std::uint64_t within_limit = 0;   ///< samples that keep to the limit, if there is one
  std::vector<CheckChance> checks;  ///< those that fail in a sample, the most frequent first
  std::size_t quiet_checks = 0;     ///< that hold in all samples
};

/// The problem is that of `mixing`.
base::Result<Variation> vary(const check::Context& context, const Estimates& estimates,
                             const Sampling& sampling, const Watch& watch);

}  // namespace reckon::whatif

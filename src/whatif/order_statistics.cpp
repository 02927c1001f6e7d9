// SPDX-License-Identifier: MIT
#include "whatif/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>

namespace reckon::whatif {
namespace {

/// So many are sorted as they are.
constexpr std::size_t few = 1U << 14U;
/// Of more, these many tell where a quantile is about.
constexpr std::size_t probes = 1U << 13U;
/// Standard deviations of a probe's rank on either side; what lies outside is found by plain selection.
constexpr double reach = 4.0;

std::size_t rank_of(double probability, std::size_t size) {
  const double rank = std::ceil(probability * static_cast<double>(size));
  return std::min(size - 1, static_cast<std::size_t>(std::max(1.0, rank)) - 1);
}

double select(std::span<const double> numbers, std::size_t rank) {
  std::vector<double> copy(numbers.begin(), numbers.end());
  std::nth_element(copy.begin(), copy.begin() + static_cast<std::ptrdiff_t>(rank), copy.end());
  return copy[rank];
}

/// Selection after R. W. Floyd and R. L. Rivest, "Expected time bounds for selection", 1975: only what lies
/// between two sorted probes around the rank is looked at more than once.
class Selection {
 public:
  explicit Selection(std::span<const double> numbers)
      : numbers_(numbers), between_(std::make_unique_for_overwrite<double[]>(numbers.size())) {
    const std::size_t step = numbers.size() / probes;
    for (std::size_t i = 0; i < probes; ++i) probes_.push_back(numbers[i * step]);
    std::sort(probes_.begin(), probes_.end());
  }

  double at(std::size_t rank) {
    const double part = static_cast<double>(rank) / static_cast<double>(numbers_.size());
    const double middle = part * static_cast<double>(probes);
    const double margin = reach * std::sqrt(middle * (1.0 - part)) + 2.0;
    // Beyond the last probe, on either side, there may be more.
    if (middle < margin || middle + margin >= static_cast<double>(probes)) return select(numbers_, rank);
    const double low = probes_[static_cast<std::size_t>(middle - margin)];
    const double high = probes_[static_cast<std::size_t>(middle + margin)];
    std::size_t below = 0;
    std::size_t size = 0;
    for (const double number : numbers_) {
      between_[size] = number;
      size += number >= low && number <= high ? 1U : 0U;
      below += number < low ? 1U : 0U;
    }
    if (rank < below || rank >= below + size) return select(numbers_, rank);
    double* const wanted = between_.get() + (rank - below);
    std::nth_element(between_.get(), wanted, between_.get() + size);
    return *wanted;
  }

 private:
  std::span<const double> numbers_;
  std::vector<double> probes_;
  std::unique_ptr<double[]> between_;  ///< its front alone is used, so the rest costs nothing
};

double round_width(double least) {
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= least * (1.0 - 1e-9)) return times * power;
  }
  return 10.0 * power;
}

bool are_whole(std::span<const double> numbers, double unit) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](double number) { return number / unit == std::floor(number / unit); });
}

}  // namespace

std::vector<double> quantiles(std::span<const double> numbers, std::span<const double> probabilities) {
  std::vector<double> out;
  if (numbers.size() <= few) {
    std::vector<double> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    for (const double p : probabilities) out.push_back(sorted[rank_of(p, sorted.size())]);
    return out;
  }
  Selection selection(numbers);
  for (const double p : probabilities) out.push_back(selection.at(rank_of(p, numbers.size())));
  return out;
}

Histogram histogram(std::span<const double> numbers, double low, double high, double unit, std::size_t most) {
  Histogram out;
  const double least = (high - low) / unit / static_cast<double>(most);
  // A part more may be needed because ends are multiples of the width.
  double width = high > low ? round_width(least) : round_width(std::max(std::fabs(low / unit), 1.0) / 10.0);
  if (width < 1.0 && are_whole(numbers, unit)) width = 1.0;
  const double first = std::floor(low / unit / width);
  const double last = std::floor(high / unit / width);
  out.width = width * unit;
  out.low = first * out.width;
  out.counts.assign(static_cast<std::size_t>(last - first) + 1, 0);
  const double parts = static_cast<double>(out.counts.size());
  const double scale = 1.0 / out.width;
  for (const double number : numbers) {
    const double part = (number - out.low) * scale;
    if (part < 0.0) {
      ++out.below;
    } else if (part >= parts) {
      ++out.above;
    } else {
      ++out.counts[static_cast<std::size_t>(part)];
    }
  }
  return out;
}

}  // namespace reckon::whatif

// SPDX-License-Identifier: MIT
#include "whatif/vary.hpp"

#include "model/batch.hpp"
#include "whatif/sampler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <thread>

namespace reckon::whatif {
namespace {

using model::SlotId;

/// Samples between two looks outside, shared by the threads: some ten milliseconds of work.
constexpr std::uint64_t stretch = 1U << 16U;

/// Where the histogram begins, and what is told; it ends at the last of these.
constexpr std::array<double, 5> wanted_quantiles{0.01, 0.05, 0.5, 0.95, 0.99};
static_assert(std::equal(told_quantiles.begin(), told_quantiles.end(), wanted_quantiles.begin() + 1));
constexpr std::size_t histogram_parts = 16;

std::vector<SlotId> slots_of(const std::vector<Varied>& inputs) {
  std::vector<SlotId> out;
  for (const Varied& input : inputs) out.insert(out.end(), input.slots.begin(), input.slots.end());
  return out;
}

/// Columns of inputs as the program wants them: one for each slot.
std::vector<const double*> columns_of(const std::vector<Varied>& inputs,
                                      const std::vector<std::vector<double>>& values) {
  std::vector<const double*> out;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    out.insert(out.end(), inputs[i].slots.size(), values[i].data());
  return out;
}

/// Runs `work(0)` to `work(threads - 1)` side by side, the first of them here.
template <typename Work>
void side_by_side(std::size_t threads, const Work& work) {
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back([&work, i] { work(i); });
  work(std::size_t{0});
  for (std::thread& other : others) other.join();
}

/// The samples of all outputs and what the checks say of them.
class Experiment {
 public:
  Experiment(const check::Context& context, const Estimates& estimates, const Sampling& sampling,
             std::vector<std::vector<double>> factor)
      : context_(context),
        estimates_(estimates),
        sampling_(sampling),
        sampler_(estimates.inputs, std::move(factor), sampling.seed, sampling.kernels),
        batch_(model::compile_batch(*context.model, context.scenario, slots_of(estimates.inputs),
                                    estimates.outputs, model::all_checks(*context.model))) {
    // Left unset: each page is touched first by the sample that is written there.
    for (std::size_t i = 0; i < estimates.outputs.size(); ++i)
      outputs_.push_back(
          std::make_unique_for_overwrite<double[]>(static_cast<std::size_t>(sampling.samples)));
  }

  std::uint64_t run(const Watch& watch) {
    const std::size_t threads = std::max(1U, sampling_.threads);
    std::vector<Worker> workers;
    for (std::size_t i = 0; i < threads; ++i) workers.emplace_back(*this);
    std::uint64_t done = 0;
    while (done < sampling_.samples && !watch.stops(done, sampling_.samples)) {
      const std::uint64_t end = std::min(sampling_.samples, done + stretch);
      const std::uint64_t share = (end - done + threads - 1) / threads;
      side_by_side(threads, [&](std::size_t i) {
        const std::uint64_t begin = std::min(end, done + i * share);
        workers[i].run(begin, std::min(end, begin + share));
      });
      done = end;
    }
    for (const Worker& worker : workers) worker.count(fails_, cannot_tell_);
    return done;
  }

  [[nodiscard]] std::span<double> output(std::size_t place, std::uint64_t samples) const {
    return {outputs_[place].get(), static_cast<std::size_t>(samples)};
  }
  [[nodiscard]] const model::Batch& batch() const { return batch_; }
  [[nodiscard]] const std::vector<std::uint64_t>& fails() const { return fails_; }
  [[nodiscard]] const std::vector<std::uint64_t>& cannot_tell() const { return cannot_tell_; }

  /// Why an output has no value in a sample, by the scalar evaluator.
  [[nodiscard]] std::string reason(SlotId output, std::uint64_t sample) const {
    Sampler::Columns columns(sampler_, 1);
    sampler_.fill(sample, 1, columns);
    std::vector<double> values;
    for (const double* column : columns_of(estimates_.inputs, columns.values)) values.push_back(*column);
    const model::Run run = model::run_row(*context_.model, context_.scenario, batch_.varied, values);
    const auto& failure = run.outcomes[output].failure;
    return failure ? failure->message : "it needs a value that is missing";
  }

 private:
  /// What a thread needs for itself.
  class Worker {
   public:
    explicit Worker(const Experiment& experiment)
        : experiment_(&experiment),
          workspace_(experiment.sampling_.block),
          columns_(experiment.sampler_, experiment.sampling_.block),
          inputs_(columns_of(experiment.estimates_.inputs, columns_.values)),
          checks_(experiment.batch_.checks.size(), std::vector<double>(experiment.sampling_.block)),
          fails_(checks_.size(), 0),
          cannot_tell_(checks_.size(), 0) {}

    void run(std::uint64_t begin, std::uint64_t end) {
      std::vector<double*> outputs;
      for (const auto& column : experiment_->outputs_) outputs.push_back(column.get() + begin);
      for (auto& column : checks_) outputs.push_back(column.data());
      while (begin < end) {
        const std::size_t rows =
            static_cast<std::size_t>(std::min<std::uint64_t>(end - begin, workspace_.block()));
        experiment_->sampler_.fill(begin, rows, columns_);
        formula::run(experiment_->batch_.program, inputs_, outputs, rows, workspace_,
                     experiment_->sampling_.kernels);
        tally(rows);
        begin += rows;
        for (std::size_t i = 0; i < experiment_->outputs_.size(); ++i) outputs[i] += rows;
      }
    }

    void count(std::vector<std::uint64_t>& fails, std::vector<std::uint64_t>& cannot_tell) const {
      fails.resize(fails_.size());
      cannot_tell.resize(fails_.size());
      for (std::size_t i = 0; i < fails_.size(); ++i) {
        fails[i] += fails_[i];
        cannot_tell[i] += cannot_tell_[i];
      }
    }

   private:
    void tally(std::size_t rows) {
      for (std::size_t i = 0; i < checks_.size(); ++i) {
        std::uint64_t fails = 0;
        std::uint64_t nothing = 0;
        for (std::size_t row = 0; row < rows; ++row) {
          fails += checks_[i][row] > 0.5 ? 1U : 0U;
          nothing += std::isnan(checks_[i][row]) ? 1U : 0U;
        }
        fails_[i] += fails;
        cannot_tell_[i] += nothing;
      }
    }

    const Experiment* experiment_;
    formula::Workspace workspace_;
    Sampler::Columns columns_;
    std::vector<const double*> inputs_;
    std::vector<std::vector<double>> checks_;
    std::vector<std::uint64_t> fails_;
    std::vector<std::uint64_t> cannot_tell_;
  };

  const check::Context& context_;
  const Estimates& estimates_;
  const Sampling& sampling_;
  Sampler sampler_;
  model::Batch batch_;
  std::vector<std::unique_ptr<double[]>> outputs_;
  std::vector<std::uint64_t> fails_;
  std::vector<std::uint64_t> cannot_tell_;
};

/// The model with each input in turn at its low (row 2 i) and at its high end (row 2 i + 1).
std::vector<std::vector<double>> outputs_at_ends(const model::Batch& batch, const Estimates& estimates,
                                                 formula::KernelSet kernels) {
  const std::size_t rows = 2 * estimates.inputs.size();
  std::vector<std::vector<double>> values;
  for (std::size_t i = 0; i < estimates.inputs.size(); ++i) {
    const Distribution& distribution = estimates.inputs[i].distribution;
    values.emplace_back(rows, quantile(distribution, 0.5));
    values[i][2 * i] = quantile(distribution, 0.05);
    values[i][2 * i + 1] = quantile(distribution, 0.95);
  }
  std::vector<std::vector<double>> out(batch.program.outputs, std::vector<double>(rows));
  std::vector<double*> columns;
  columns.reserve(out.size());
  for (auto& column : out) columns.push_back(column.data());
  formula::Workspace workspace;
  formula::run(batch.program, columns_of(estimates.inputs, values), columns, rows, workspace, kernels);
  return out;
}

std::optional<double> elasticity(const Distribution& input, double at_low, double at_high) {
  const double low = quantile(input, 0.05);
  const double high = quantile(input, 0.95);
  if (!(low > 0.0 && high > low && at_low > 0.0 && at_high > 0.0)) return std::nullopt;
  return std::log(at_high / at_low) / std::log(high / low);
}

std::vector<Swing> swings(const std::vector<double>& at_ends, const Estimates& estimates) {
  std::vector<Swing> out;
  for (std::size_t i = 0; i < estimates.inputs.size(); ++i) {
    Swing swing;
    swing.input = i;
    const double low = at_ends[2 * i];
    const double high = at_ends[2 * i + 1];
    if (!std::isnan(low)) swing.at_low = low;
    if (!std::isnan(high)) swing.at_high = high;
    swing.elasticity = elasticity(estimates.inputs[i].distribution, low, high);
    out.push_back(swing);
  }
  const auto width = [](const Swing& s) {
    return s.at_low && s.at_high ? std::fabs(*s.at_high - *s.at_low) : 0.0;
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Swing& a, const Swing& b) { return width(a) > width(b); });
  return out;
}

VariedOutput tell_output(const Experiment& experiment, const model::Model& model, SlotId slot,
                         std::size_t place, std::uint64_t samples) {
  VariedOutput out;
  out.slot = slot;
  const std::span<double> all = experiment.output(place, samples);
  const auto missing = std::find_if(all.begin(), all.end(), [](double x) { return std::isnan(x); });
  auto last = all.end();
  if (missing != all.end()) {
    out.reason = experiment.reason(slot, static_cast<std::uint64_t>(missing - all.begin()));
    last = std::remove_if(missing, all.end(), [](double x) { return std::isnan(x); });
    out.without_value = static_cast<std::uint64_t>(all.end() - last);
  }
  const std::span<const double> numbers(all.begin(), last);
  if (numbers.empty()) return out;
  const auto told = quantiles(numbers, wanted_quantiles);
  std::copy(told.begin() + 1, told.end(), out.quantiles.begin());
  out.histogram =
      histogram(numbers, told.front(), told.back(), model.slot(slot).unit.factor, histogram_parts);
  return out;
}

std::uint64_t within_limit(const Experiment& experiment, const Estimates& estimates, const Variation& told) {
  if (!estimates.limit) return 0;
  const auto at = std::find(estimates.outputs.begin(), estimates.outputs.end(), estimates.limit->output);
  const auto place = static_cast<std::size_t>(at - estimates.outputs.begin());
  const auto numbers = experiment.output(place, told.samples - told.outputs[place].without_value);
  return static_cast<std::uint64_t>(std::count_if(
      numbers.begin(), numbers.end(), [&](double value) { return meets(*estimates.limit, value); }));
}

}  // namespace

base::Result<bool> check_apart(const std::vector<Varied>& inputs) {
  std::vector<SlotId> seen;
  for (const Varied& input : inputs) {
    for (const SlotId slot : input.slots) {
      if (std::find(seen.begin(), seen.end(), slot) != seen.end())
        return base::Failure(
            base::problem("usage.vary-twice", fmt::format("'{}' is varied twice", input.name), input.span));
      seen.push_back(slot);
    }
  }
  return true;
}

base::Result<Variation> vary(const check::Context& context, const Estimates& estimates,
                             const Sampling& sampling, const Watch& watch) {
  auto factor = mixing(estimates.inputs.size(), estimates.correlations);
  if (!factor) return base::Failure(factor.error());
  Experiment experiment(context, estimates, sampling, std::move(*factor));
  Variation out;
  out.samples = experiment.run(watch);
  out.stopped = out.samples < sampling.samples;
  if (out.samples == 0) return out;
  const auto at_ends = outputs_at_ends(experiment.batch(), estimates, sampling.kernels);
  const std::size_t threads = std::max(1U, sampling.threads);
  out.outputs.resize(estimates.outputs.size());
  side_by_side(threads, [&](std::size_t first) {
    for (std::size_t i = first; i < out.outputs.size(); i += threads) {
      out.outputs[i] = tell_output(experiment, *context.model, estimates.outputs[i], i, out.samples);
      out.outputs[i].swings = swings(at_ends[i], estimates);
    }
  });
  out.within_limit = within_limit(experiment, estimates, out);
  for (std::size_t i = 0; i < experiment.batch().checks.size(); ++i) {
    const CheckChance chance{experiment.batch().checks[i], experiment.fails()[i],
                             experiment.cannot_tell()[i]};
    if (chance.fails > 0) out.checks.push_back(chance);
    if (chance.fails == 0 && chance.cannot_tell == 0) ++out.quiet_checks;
  }
  std::stable_sort(out.checks.begin(), out.checks.end(),
                   [](const CheckChance& a, const CheckChance& b) { return a.fails > b.fails; });
  return out;
}

}  // namespace reckon::whatif

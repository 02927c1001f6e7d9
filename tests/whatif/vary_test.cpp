// SPDX-License-Identifier: MIT
// Samples of models whose distribution is known, of formulas that fail, of checks that fire now and then.
#include "whatif/vary.hpp"

#include "model/batch.hpp"
#include "sample.hpp"
#include "whatif/sampler.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>

namespace reckon::whatif {
namespace {

constexpr const char* text = R"yaml(model: written
title: Written
about: A product, a quotient that may fail, and a check.
inputs:
  rate: {unit: request/s, default: 100/s}
  time: {unit: s, default: 2 s}
  servers: {unit: "1", default: 300}
outputs:
  busy: {unit: request, is: rate * time, kind: need}
  load: {unit: request, is: busy / servers, kind: identity}
  rounded: {unit: "1", is: "ceil(busy / 1 request)", kind: need}
checks:
  overload:
    require: busy <= 1000 request
    severity: error
    say: "{busy} wait"
    about: More wait than there is room for.
)yaml";

struct Experiment {
  test::Written written{text};
  Estimates estimates;

  Experiment(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs) {
    base::Sources& sources = written.sources;
    for (const std::string& input : inputs) {
      auto varied = read_varied(written.context, sources, sources.add("--vary", input));
      if (!varied) throw std::runtime_error(varied.error().message);
      estimates.inputs.push_back(*varied);
    }
    for (const std::string& output : outputs)
      estimates.outputs.push_back(test::slot(written.context, output));
  }

  [[nodiscard]] Variation run(const Sampling& sampling = {}) const {
    return *vary(written.context, estimates, sampling, {});
  }
};

bool same(const Variation& a, const Variation& b) {
  if (a.samples != b.samples || a.outputs.size() != b.outputs.size() || a.checks.size() != b.checks.size())
    return false;
  for (std::size_t i = 0; i < a.outputs.size(); ++i) {
    const VariedOutput& x = a.outputs[i];
    const VariedOutput& y = b.outputs[i];
    for (std::size_t k = 0; k < x.quantiles.size(); ++k) {
      if (std::bit_cast<std::uint64_t>(x.quantiles[k]) != std::bit_cast<std::uint64_t>(y.quantiles[k]))
        return false;
    }
    if (x.histogram.counts != y.histogram.counts || x.without_value != y.without_value ||
        x.reason != y.reason)
      return false;
  }
  for (std::size_t i = 0; i < a.checks.size(); ++i) {
    if (a.checks[i].check != b.checks[i].check || a.checks[i].fails != b.checks[i].fails) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a product of lognormal estimates has the quantiles that algebra gives it") {
  const Experiment experiment({"rate=50..200/s", "time=1..4s"}, {"busy"});
  Sampling sampling;
  sampling.samples = 400'000;
  const Variation variation = experiment.run(sampling);
  const double spread = std::log(4.0) / (2.0 * 1.6448536269514722) * std::sqrt(2.0);
  const auto& quantiles = variation.outputs[0].quantiles;
  CHECK(quantiles[0] == Approx(200.0 * std::exp(-1.6448536269514722 * spread)).epsilon(0.01));
  CHECK(quantiles[1] == Approx(200.0).epsilon(0.01));
  CHECK(quantiles[2] == Approx(200.0 * std::exp(1.6448536269514722 * spread)).epsilon(0.01));
  CHECK(quantiles[3] == Approx(200.0 * std::exp(2.3263478740408408 * spread)).epsilon(0.02));
  // ln busy is normal: so is the chance that more than 1000 wait.
  const double chance = 0.5 * std::erfc(std::log(1000.0 / 200.0) / spread / std::sqrt(2.0));
  REQUIRE(variation.checks.size() == 1);
  CHECK(static_cast<double>(variation.checks[0].fails) / 400'000.0 == Approx(chance).margin(0.0003));
}

TEST_CASE("one input moves an output by its power, the other stays where it is") {
  const Experiment experiment({"rate=50..200/s", "servers=uniform(250..350)"}, {"load", "busy"});
  const Variation variation = experiment.run();
  const auto& load = variation.outputs[0].swings;
  REQUIRE(load.size() == 2);
  CHECK(load[0].input == 0);  // the widest
  CHECK(*load[0].at_low == Approx(50.0 * 2.0 / 300.0));
  CHECK(*load[0].at_high == Approx(200.0 * 2.0 / 300.0));
  CHECK(*load[0].elasticity == Approx(1.0));
  CHECK(*load[1].elasticity == Approx(-1.0));
  CHECK(*variation.outputs[1].swings[1].elasticity == Approx(0.0).margin(1e-12));
}

TEST_CASE("samples without a value are counted and say why, the others stand") {
  const Experiment experiment({"servers=whole(0..3)"}, {"load", "busy"});
  const Variation variation = experiment.run();
  const VariedOutput& load = variation.outputs[0];
  CHECK(static_cast<double>(load.without_value) / static_cast<double>(variation.samples) ==
        Approx(0.25).margin(0.006));
  CHECK(load.reason == "division by zero");
  CHECK(load.quantiles[0] == Approx(200.0 / 3.0));
  CHECK(load.quantiles[3] == 200.0);
  CHECK(variation.outputs[1].without_value == 0);
  CHECK_FALSE(load.swings[0].at_low.has_value());
}

TEST_CASE("a limit is kept by so many samples, and by none of those without a value") {
  Experiment experiment({"servers=whole(0..3)"}, {"load"});
  base::Sources& sources = experiment.written.sources;
  // 200, 100 and 67 a server, and no value for none of them.
  for (const auto& [limit, part] :
       {std::pair{"load <= 150 request", 0.5}, std::pair{"load <= 1000 request", 0.75},
        std::pair{"load > 1000 request", 0.0}, std::pair{"load >= 100 request", 0.5}}) {
    INFO(limit);
    experiment.estimates.limit =
        *read_limit(experiment.written.context, sources, sources.add("--for", limit));
    const Variation variation = experiment.run();
    CHECK(static_cast<double>(variation.within_limit) / static_cast<double>(variation.samples) ==
          Approx(part).margin(0.007));
  }
}

TEST_CASE("an output that never has a value says so") {
  const Experiment experiment({"rate=50..200/s"}, {"load"});
  check::Context context = experiment.written.context;
  base::Sources sources;
  test::set(context, sources, {"servers=0"});
  const auto variation = vary(context, experiment.estimates, {}, {});
  REQUIRE(variation.has_value());
  CHECK(variation->outputs[0].without_value == variation->samples);
  CHECK(variation->outputs[0].reason == "division by zero");
}

TEST_CASE("the result is the same for any threads, blocks and instructions, and another for another seed") {
  Experiment experiment({"rate=50..200/s", "time=triangular(1..4s)", "servers=whole(0..5)"},
                        {"load", "busy", "rounded"});
  experiment.estimates.correlations.push_back({0, 1, 0.6, {}});
  Sampling usual;
  usual.samples = 150'001;
  usual.kernels = formula::KernelSet::baseline;
  const Variation expected = experiment.run(usual);
  for (const unsigned threads : {1U, 2U, 3U}) {
    for (const std::size_t block : {1024U, 64U, 1000U}) {
      for (const auto kernels :
           {formula::KernelSet::baseline, formula::KernelSet::avx2, formula::KernelSet::avx512}) {
        if (!formula::is_supported(kernels)) continue;
        Sampling sampling = usual;
        sampling.threads = threads;
        sampling.block = block;
        sampling.kernels = kernels;
        INFO(threads << " threads, block " << block << ", kernels " << static_cast<int>(kernels));
        CHECK(same(expected, experiment.run(sampling)));
      }
    }
  }
  Sampling other = usual;
  other.seed = 2;
  CHECK_FALSE(same(expected, experiment.run(other)));
}

TEST_CASE("of a shorter run the samples are the beginning of a longer one") {
  const Experiment experiment({"rate=50..200/s"}, {"busy"});
  Sampling one;
  one.samples = 1;
  const Variation first = experiment.run(one);
  CHECK(first.samples == 1);
  CHECK(first.outputs[0].quantiles[0] == first.outputs[0].quantiles[3]);
  CHECK(first.outputs[0].histogram.counts == std::vector<std::uint64_t>{1});
}

TEST_CASE("what is stopped from outside tells of the samples that are there") {
  const Experiment experiment({"rate=50..200/s"}, {"busy"});
  Sampling sampling;
  sampling.samples = 200'000;
  Watch watch;
  int looks = 0;
  std::uint64_t told = 0;
  watch.should_stop = [&] { return ++looks > 2; };
  watch.progress = [&](std::uint64_t done, std::uint64_t total) {
    told = done;
    CHECK(total == 200'000);
  };
  const auto variation = vary(experiment.written.context, experiment.estimates, sampling, watch);
  REQUIRE(variation.has_value());
  CHECK(variation->stopped);
  CHECK(variation->samples == told);
  CHECK(variation->samples < 200'000);
  sampling.samples = variation->samples;
  CHECK(variation->outputs[0].quantiles == experiment.run(sampling).outputs[0].quantiles);
}

TEST_CASE("no input is varied twice") {
  base::Sources sources;
  const auto input =
      read_varied(test::context("payment-gateway"), sources, sources.add("--vary", "peakTPS=1/s..2/s"));
  const auto again =
      read_varied(test::context("payment-gateway"), sources, sources.add("--vary", "peak_rate=1/s..2/s"));
  CHECK(check_apart({*input}).has_value());
  CHECK(check_apart({*input, *again}).error().code == "usage.vary-twice");
}

TEST_CASE("every output and check of every model is sampled as the scalar evaluator computes it") {
  for (const std::string& name : test::catalogue().models.ids()) {
    INFO(name);
    const model::Model* model = test::catalogue().models.find(name);
    REQUIRE(model != nullptr);
    const check::Context context = check::make_context(*model, nullptr);
    Estimates estimates;
    for (model::SlotId id = 0; id < model->slots.size() && estimates.inputs.size() < 6; ++id) {
      const auto& fallback = model->slot(id).fallback;
      if (model->slot(id).kind != model::SlotKind::input || !fallback || !(*fallback > 0.0)) continue;
      Distribution distribution;
      distribution.shape = Shape::uniform;
      distribution.low = *fallback / 2.0;
      distribution.high = *fallback;
      estimates.inputs.push_back({model->slot(id).name, {id}, {}, distribution});
    }
    if (estimates.inputs.empty()) continue;
    for (const model::SlotId id : model->order) estimates.outputs.push_back(id);
    Sampling sampling;
    sampling.samples = 1;
    const auto variation = vary(context, estimates, sampling, {});
    REQUIRE(variation.has_value());
    std::vector<model::SlotId> varied;
    for (const Varied& input : estimates.inputs) varied.push_back(input.slots.front());
    const Sampler sampler(estimates.inputs, *mixing(estimates.inputs.size(), {}), 1, formula::best_kernels());
    Sampler::Columns columns(sampler, 1);
    sampler.fill(0, 1, columns);
    std::vector<double> values;
    for (const auto& column : columns.values) values.push_back(column.front());
    const model::Run run = model::run_row(*model, context.scenario, varied, values);
    for (const VariedOutput& output : variation->outputs) {
      INFO(model->slot(output.slot).name);
      const auto& wanted = run.outcomes[output.slot].value;
      CHECK((output.without_value == 0) == wanted.has_value());
      if (wanted) CHECK(output.quantiles[0] == *wanted);
    }
  }
}

}  // namespace reckon::whatif

// SPDX-License-Identifier: MIT
// What --vary prints is the same bytes however it was computed, and never more digits than were sampled.
#include "report/variation.hpp"

#include "model/library.hpp"
#include "prompt/library.hpp"
#include "whatif/sweep.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace reckon::report {
namespace {

struct PrintedVariation {
  std::string text;
  std::string csv;
  std::string json;
  bool operator==(const PrintedVariation&) const = default;
};

/// Ten estimates of the payment gateway, two of them tied, and all outputs that they move.
PrintedVariation print(const whatif::Sampling& sampling) {
  static base::Sources sources;
  static model::Library models(sources, {});
  static prompt::Library prompts(sources, {});
  const check::Context context =
      check::make_context(*models.find("payment-gateway"), prompts.find("payment-gateway"));
  whatif::Estimates estimates;
  for (const char* text : {"peakTPS=50k/s..200k/s", "cpu_time=0.5ms..3ms", "utilisation=uniform(50%..80%)",
                           "regions=whole(1..5)", "events_per_transaction=triangular(1..2..4)",
                           "payload=500B..4KB", "memory_per_core=normal(1GB..4GB)", "latencySLA=40ms..80ms",
                           "retention=3d..14d", "log.partition_limit=5MB/s..20MB/s/partition"}) {
    const auto varied = whatif::read_varied(context, sources, sources.add("--vary", text));
    if (!varied) throw std::runtime_error(varied.error().message);
    estimates.inputs.push_back(*varied);
  }
  estimates.correlations.push_back({0, 5, 0.5, {}});
  std::vector<model::SlotId> slots;
  for (const auto& input : estimates.inputs)
    slots.insert(slots.end(), input.slots.begin(), input.slots.end());
  estimates.outputs = whatif::moved_outputs(context, slots);
  const auto variation = whatif::vary(context, estimates, sampling, {});
  if (!variation) throw std::runtime_error(variation.error().message);
  const VariationHead head{"1.2.3", sampling.seed, 100, 3};
  return {print_variation_text(context, estimates, *variation, head),
          print_variation_csv(context, *variation),
          print_variation_json(context, estimates, *variation, head)};
}

}  // namespace

TEST_CASE("the same seed prints the same bytes for any threads, blocks and instructions") {
  whatif::Sampling plain;
  plain.samples = 20'000;
  plain.seed = 7;
  plain.kernels = formula::KernelSet::baseline;
  const PrintedVariation expected = print(plain);
  for (const auto kernels :
       {formula::KernelSet::baseline, formula::KernelSet::avx2, formula::KernelSet::avx512}) {
    if (!formula::is_supported(kernels)) continue;
    for (const unsigned threads : {1U, 2U}) {
      for (const std::size_t block : {64U, 1024U}) {
        whatif::Sampling sampling = plain;
        sampling.kernels = kernels;
        sampling.threads = threads;
        sampling.block = block;
        CHECK(print(sampling) == expected);
      }
    }
  }
  plain.seed = 8;
  CHECK_FALSE(print(plain) == expected);
}

TEST_CASE("the JSON of a variation has a place for every number of the text") {
  whatif::Sampling sampling;
  sampling.samples = 1000;
  const auto json = nlohmann::json::parse(print(sampling).json);
  CHECK(json["samples"] == 1000);
  CHECK(json["complete"] == true);
  CHECK(json["inputs"].size() == 10);
  CHECK(json["inputs"][0]["p50"] == 100000.0);
  CHECK(json["inputs"][4]["mode"] == 2.0);
  CHECK(json["correlations"][0]["between"][1] == "fleet.payload");
  for (const auto& output : json["outputs"]) {
    CHECK(output["swings"].size() == 10);
    CHECK(output["p5"] <= output["p50"]);
    CHECK(output["p95"] <= output["p99"]);
    std::uint64_t counted =
        output["histogram"]["below"].get<std::uint64_t>() + output["histogram"]["above"].get<std::uint64_t>();
    for (const auto& count : output["histogram"]["counts"]) counted += count.get<std::uint64_t>();
    CHECK(counted + output["without_value"].get<std::uint64_t>() == 1000);
  }
}

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
// The stages of `check`, on the example answer and on a 65 KB article made of it: loading the catalogue,
// reading the response, telling its prompt, reviewing its claims.
#include "check/detect.hpp"
#include "check/review.hpp"
#include "document/read.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace reckon;

constexpr std::size_t article_size = 65'000;
constexpr const char* prompt_id = "payment-gateway";

std::string example() {
  std::ifstream in(RECKON_ROOT "/prompts/payment-gateway/source.md", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string article() {
  const std::string answer = example();
  std::string text;
  while (!answer.empty() && text.size() < article_size) text += answer + "\n";
  return text.substr(0, article_size);
}

/// A catalogue and one response that has been read.
struct Desk {
  base::Sources sources;
  model::Library models{sources, {}};
  prompt::Library prompts{sources, {}};
  base::SourceId source;
  document::Document document;

  explicit Desk(std::string text)
      : source(sources.add("answer.md", std::move(text))), document(document::read(sources, source)) {}

  check::Context context() {
    const prompt::Prompt* prompt = prompts.find(prompt_id);
    return check::make_context(*models.find(prompt->model), prompt);
  }
};

void load_one_prompt(benchmark::State& state) {
  for (auto _ : state) {
    Desk desk("");
    benchmark::DoNotOptimize(desk.context());
  }
}
BENCHMARK(load_one_prompt)->Unit(benchmark::kMicrosecond);

void tell_the_prompt(benchmark::State& state) {
  for (auto _ : state) {
    Desk desk(example());
    benchmark::DoNotOptimize(check::detect_prompt(desk.prompts, desk.document));
  }
}
BENCHMARK(tell_the_prompt)->Unit(benchmark::kMicrosecond);

void read_document(benchmark::State& state, const std::string& text) {
  const Desk desk(text);
  for (auto _ : state) benchmark::DoNotOptimize(document::read(desk.sources, desk.source));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(read_document, example, example())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(read_document, article, article())->Unit(benchmark::kMicrosecond);

void review_claims(benchmark::State& state, const std::string& text) {
  Desk desk(text);
  const check::Context context = desk.context();
  for (auto _ : state) benchmark::DoNotOptimize(check::review(desk.sources, desk.document, context));
}
BENCHMARK_CAPTURE(review_claims, example, example())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(review_claims, article, article())->Unit(benchmark::kMicrosecond);

}  // namespace

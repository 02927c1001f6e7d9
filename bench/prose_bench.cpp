// SPDX-License-Identifier: MIT
// Prose checked, beside the bare Markdown parse of the same text in the same run. `prose` is an architecture
// page, paragraphs with an equation here and there; `estimate` is nothing but calculation, one every 200
// bytes. At 1, 2, 4 and 8 MB the rates have to be the same, or something is not linear.
#include "check/review.hpp"
#include "document/read.hpp"
#include "model/library.hpp"

#include <benchmark/benchmark.h>
#include <md4c.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace reckon;

constexpr std::size_t megabyte = 1'000'000;

constexpr std::string_view estimate = R"(## Ingest and storage

The ingest tier accepts positions from the drivers' phones and hands them to the log. It is stateless, runs in
three zones and is scaled on the rate of requests; a zone may be lost without the others falling behind, which is
why each of them is planned for half of the peak. Positions older than a day are only read by the analysts, and
they do so from the columnar copy, never from the log.

- 600,000 drivers / 4 s = 150,000 positions/s
- 150,000 positions/s × 120 B = 18 MB/s
- 18 MB/s × 86,400 s ≈ 1.56 TB/day, which the compaction of the next section halves

Matching reads the positions of one cell and its neighbours. Cells are hexagons; in a dense city a cell holds about
40 drivers, so that a search looks at 7 × 40 = 280 of them and answers within 30 ms. The service keeps no state of
its own: what it needs stands in the cache, whose entries live for ten seconds and are written by the ingest tier.

| Quantity | Working | Value |
|---|---|---|
| Rides per second | 18M / 86,400 | ~208/s |
| Cores for matching | 208/s × 30 ms | 6.24 cores |
| Rides table | 18M × 1.2 KB | 21.6 GB |

When a zone fails, the balancer notices after three probes and sends its requests to the other two. Clients retry
with a pause that grows, so the two remaining zones see the failed requests again within seconds; the queue in front
of the matching service absorbs them. We rehearse this every quarter and write down how long it took.

)";

constexpr std::string_view prose = R"(## How a ride is matched

The ingest tier accepts positions from the drivers' phones and hands them to the log. It is stateless, runs in
three zones and is scaled on the rate of requests; a zone may be lost without the others falling behind, which is
why each of them is planned for half of the peak. Positions older than a day are only read by the analysts, and
they do so from the columnar copy, never from the log.

Matching reads the positions of one cell and its neighbours. Cells are hexagons; in a dense city a cell holds about
40 drivers, so that a search looks at 7 × 40 = 280 of them and answers within 30 ms. The service keeps no state of
its own: what it needs stands in the cache, whose entries live for ten seconds and are written by the ingest tier.

When a zone fails, the balancer notices after three probes and sends its requests to the other two. Clients retry
with a pause that grows, so the two remaining zones see the failed requests again within seconds; the queue in front
of the matching service absorbs them. We rehearse this every quarter and write down how long it took, who was
called, and which of the dashboards showed the failure first. The last rehearsal is described at the end of the page.

- The API accepts JSON over HTTPS and nothing else; a request that is larger than 64 KB is refused.
- Writes are idempotent: the client chooses the identifier, and the same identifier is never charged twice.
- Deletions are soft for thirty days, after which a nightly job removes the rows and the files they refer to.

Payments are the only part that talks to the outside. They run in a network of their own, are deployed apart from
the rest, and their log is kept for ten years. An auditor can follow every amount from the ride to the statement of
the bank; the keys live in a hardware module and are rotated twice a year, with two people present.

The analysts work on a copy that is at most an hour old. It is columnar, partitioned by city and day, and open to
everybody in the company; personal data is masked before it gets there. Dashboards that need fresher numbers read
the stream directly, and there are few of them, since every reader of the stream slows down a rebalance.

)";

std::string text_of(std::string_view piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  return out;
}

int ignore_block(MD_BLOCKTYPE /*type*/, void* /*detail*/, void* /*data*/) {
  return 0;
}
int ignore_span(MD_SPANTYPE /*type*/, void* /*detail*/, void* /*data*/) {
  return 0;
}
int count_text(MD_TEXTTYPE /*type*/, const MD_CHAR* /*text*/, MD_SIZE size, void* data) {
  *static_cast<std::size_t*>(data) += size;
  return 0;
}

void tell_rate(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void bare_markdown_parse(benchmark::State& state, std::string_view piece) {
  const std::string text = text_of(piece, static_cast<std::size_t>(state.range(0)) * megabyte);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = ignore_block;
  parser.leave_block = ignore_block;
  parser.enter_span = ignore_span;
  parser.leave_span = ignore_span;
  parser.text = count_text;
  for (auto _ : state) {
    std::size_t bytes = 0;
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &bytes);
    benchmark::DoNotOptimize(bytes);
  }
  tell_rate(state, text);
}
BENCHMARK_CAPTURE(bare_markdown_parse, prose, prose)
    ->Arg(1)
    ->Arg(2)
    ->Arg(4)
    ->Arg(8)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bare_markdown_parse, estimate, estimate)->Arg(1)->Unit(benchmark::kMillisecond);

void read_only(benchmark::State& state, std::string_view piece) {
  const std::string text = text_of(piece, static_cast<std::size_t>(state.range(0)) * megabyte);
  base::Sources sources;
  const base::SourceId source = sources.add("plan.md", text);
  for (auto _ : state) {
    document::Document document = document::read(sources, source);
    benchmark::DoNotOptimize(document);
  }
  tell_rate(state, text);
}
BENCHMARK_CAPTURE(read_only, prose, prose)->Arg(1)->Unit(benchmark::kMillisecond);

void checked(benchmark::State& state, std::string_view piece) {
  const std::string text = text_of(piece, static_cast<std::size_t>(state.range(0)) * megabyte);
  base::Sources sources;
  model::Library models(sources, {});
  const base::SourceId source = sources.add("plan.md", text);
  for (auto _ : state) {
    const document::Document document = document::read(sources, source);
    check::Review review =
        check::review(sources, document, check::make_context(*models.find("any-design"), nullptr));
    benchmark::DoNotOptimize(review);
  }
  tell_rate(state, text);
}
BENCHMARK_CAPTURE(checked, prose, prose)->Arg(1)->Arg(2)->Arg(4)->Arg(8)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(checked, estimate, estimate)->Arg(1)->Arg(8)->Unit(benchmark::kMillisecond);

}  // namespace

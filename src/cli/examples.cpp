// SPDX-License-Identifier: MIT
#include "cli/examples.hpp"

#include <array>

namespace reckon::cli {
namespace {

constexpr std::array table{
    Example{"", "reckon check prompts/payment-gateway/source.md"},
    Example{"", "reckon size payment-gateway peakTPS=200k/s"},
    Example{"", "reckon calc '2 KB * 100k/s * 30 days in TB'"},
    Example{"check", "reckon check README.md docs/what-if.md"},
    Example{"check", "reckon check prompts/payment-gateway/source.md --set peakTPS=80k/s --format json"},
    Example{"check", "echo '12 nodes × 64 GB = 768 GB' | reckon check - --stdin-name plan.md"},
    Example{"claims", "reckon claims prompts/payment-gateway/source.md"},
    Example{"claims", "echo 'Peak: 120,000 TPS' | reckon claims - --prompt payment-gateway"},
    Example{"waive",
            "reckon waive plan.md:12 --reason 'Shared with the nightly index, see ADR 12' --owner shop "
            "--expires 2026-06-30"},
    Example{"waive",
            "reckon waive 3f9c1a7e docs --reason 'Sized for the sale in December' --owner shop --expires "
            "2026-12-31"},
    Example{"baseline", "reckon baseline write docs"},
    Example{"baseline", "reckon baseline prune docs --baseline .reckon/baseline.json"},
    Example{"size", "reckon size payment-gateway peakTPS=200k/s regions=3"},
    Example{"size", "reckon size payment-gateway --sweep peakTPS=50k/s..200k/s --outputs fleet.cores"},
    Example{"size", "reckon size payment-gateway --solve peakTPS --for 'fleet.cores <= 64'"},
    Example{"calc", "reckon calc '2 KB * 100k/s * 30 days in TB'"},
    Example{"calc", "reckon calc 'downtime(99.95 %, 30 days)'"},
    Example{"prompts", "reckon prompts"},
    Example{"prompts", "reckon prompts --domain reliability"},
    Example{"prompt", "reckon prompt payment-gateway --set 'peakTPS=80,000 TPS'"},
    Example{"prompt", "reckon prompt payment-gateway --format openai"},
    Example{"models", "reckon models"},
    Example{"models", "reckon models --catalogue ."},
    Example{"model", "reckon model service-fleet"},
    Example{"model", "reckon model payment-gateway"},
    Example{"rules", "reckon rules"},
    Example{"rules", "reckon rules --format markdown"},
    Example{"explain", "reckon explain equation.contradicted"},
    Example{"explain", "reckon explain period-mixed-up"},
    Example{"catalogue", "reckon catalogue"},
    Example{"catalogue", "reckon catalogue --catalogue ."},
    Example{"schema", "reckon schema report"},
    Example{"schema", "reckon schema model"},
    Example{"help", "reckon help"},
    Example{"help", "reckon help check"},
};

}  // namespace

std::span<const Example> example_table() {
  return table;
}

}  // namespace reckon::cli

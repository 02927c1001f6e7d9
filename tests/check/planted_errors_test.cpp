// SPDX-License-Identifier: MIT
// Every slip of the table is planted into every result of a consistent answer, one place at a time. The check
// must find each that changes the number by a factor of 1.5 or more, and name the slip.
#include "check/expression.hpp"
#include "check/sample.hpp"
#include "check/slips.hpp"
#include "units/print.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <map>
#include <set>

namespace reckon::check {
namespace {

constexpr double least_factor = 1.5;

struct Planted {
  std::string slip;
  std::string text;  ///< of the whole document
  base::Span place;  ///< of the number in it
  std::string what;  ///< for messages
};

/// The number in the style of its place; "" when it cannot be written plainly.
std::string written(const Claim& claim, double base_value) {
  const double number = base_value / (claim.stated.unit.factor == 0.0 ? 1.0 : claim.stated.unit.factor);
  if (!(number > 1e-6 && number < 1e15)) return {};
  if (claim.where == Where::response) return units::print_number(std::stod(fmt::format("{:.6g}", number)));
  const std::string digits = units::print_rounded(number, 6);
  return claim.stated.unit_text.empty() ? digits : fmt::format("{} {}", digits, claim.stated.unit_text);
}

std::vector<Planted> plant(const Sample& good) {
  std::vector<Planted> out;
  const std::string_view document = good.sources.text(good.review.source);
  for (std::size_t i = 0; i < good.review.claims.size(); ++i) {
    const Claim& claim = good.review.claims[i];
    const auto& recomputed = good.review.judgements[i].recomputed;
    if (claim.role != Role::result || !claim.slot || !recomputed) continue;
    const auto calculation = write_out(*good.review.context.model, good.review.context.scenario, *claim.slot);
    if (!calculation) continue;
    const SlipCase number{*calculation, recomputed->value, claim.stated.unit, claim.unit_text, {}};
    for (const Slip& slip : slip_table()) {
      std::set<std::string> seen;
      slip.apply(number, [&](const SlipOutcome& outcome) {
        const double factor = std::abs(std::log(outcome.value / recomputed->value));
        const std::string text = written(claim, outcome.value);
        if (!(factor >= std::log(least_factor)) || text.empty() || !seen.insert(text).second) return;
        std::string changed(document);
        changed.replace(claim.span.begin, claim.span.size(), text);
        const auto end = static_cast<std::uint32_t>(claim.span.begin + text.size());
        out.push_back({std::string(slip.id),
                       std::move(changed),
                       {0, claim.span.begin, end},
                       fmt::format("{} at {} -> {} ({})", claim.text, claim.pointer, text, slip.id)});
      });
    }
  }
  return out;
}

bool touches(const Finding& finding, const base::Span& place) {
  const auto meets = [&](const base::Span& span) { return span.begin < place.end && place.begin < span.end; };
  if (meets(finding.diagnostic.primary.span)) return true;
  for (const base::Label& label : finding.diagnostic.secondary) {
    if (meets(label.span)) return true;
  }
  return false;
}

TEST_CASE("every planted slip is found, and nearly all are named") {
  const Sample good(read_file("prompts/payment-gateway/consistent.md"));
  REQUIRE(good.rules().empty());
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t named = 0;
  std::size_t same_slip = 0;
  std::map<std::string, std::size_t> unnamed;
  for (const Planted& error : plant(good)) {
    ++planted;
    const Sample bad(error.text);
    const Finding* best = nullptr;
    for (const Finding& finding : bad.review.findings) {
      if (finding.diagnostic.severity == base::Severity::note || !touches(finding, error.place)) continue;
      if (best == nullptr || (finding.slip && !best->slip)) best = &finding;
    }
    if (best == nullptr) FAIL_CHECK("not found: " << error.what);
    if (best == nullptr) continue;
    ++found;
    named += best->slip ? 1U : 0U;
    same_slip += best->slip && best->slip->id == error.slip ? 1U : 0U;
    if (!best->slip && ++unnamed[error.slip] <= 4) std::cout << "unnamed: " << error.what << " | " << best->diagnostic.code << " " << best->diagnostic.message << "\n";
  }
  std::cout << fmt::format(
      "planted errors: {} planted, {} found, {} named ({} by the slip that was planted)\n", planted, found,
      named, same_slip);
  for (const auto& [slip, count] : unnamed) std::cout << fmt::format("  not named: {} x {}\n", slip, count);
  CHECK(planted >= 500);
  CHECK(found == planted);
  CHECK(static_cast<double>(named) >= 0.95 * static_cast<double>(planted));
}

}  // namespace
}  // namespace reckon::check

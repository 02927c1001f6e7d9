// SPDX-License-Identifier: MIT
// Every slip of the table is planted into every result of a consistent answer, one place at a time. The check
// must find each that changes the number by a factor of 1.5 or more, and name the slip.
#include "check/planted.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace reckon::check {
namespace {

constexpr double least_factor = 1.5;
constexpr double least_named = 0.95;

bool touches(const Finding& finding, const base::Span& place) {
  const auto meets = [&](const base::Span& span) { return span.begin < place.end && place.begin < span.end; };
  const auto& labels = finding.diagnostic.secondary;
  return meets(finding.diagnostic.primary.span) ||
         std::any_of(labels.begin(), labels.end(),
                     [&](const base::Label& label) { return meets(label.span); });
}

/// Whether a row of the table, applied to the planted calculation, gives the number as it is written.
bool gives(const std::string& slip_id, const Planted& error) {
  const auto slips = slip_table();
  const auto slip = std::find_if(slips.begin(), slips.end(), [&](const Slip& s) { return s.id == slip_id; });
  bool found = false;
  slip->apply(error.number, [&](const SlipOutcome& outcome) {
    found = found || units::overlap(error.wrong.interval, units::exactly(outcome.value));
  });
  return found;
}

enum class Named { no, otherwise, equivalent, strict };

struct Outcome {
  bool found = false;
  Named named = Named::no;
};

Outcome outcome_of(const Planted& error, const std::string& prompt) {
  const Sample bad(error.text, "answer.md", {}, prompt);
  Outcome out;
  for (const Finding& finding : bad.review.findings) {
    if (finding.diagnostic.severity == base::Severity::note || !touches(finding, error.place)) continue;
    out.found = true;
    if (!finding.slip) continue;
    const Named named = finding.slip->id == error.slip   ? Named::strict
                        : gives(finding.slip->id, error) ? Named::equivalent
                                                         : Named::otherwise;
    out.named = std::max(out.named, named);
  }
  return out;
}

TEST_CASE("every planted slip is found, and nearly all are named") {
  const std::string prompt = getenv("P") ? getenv("P") : "payment-gateway";
  const Sample good(read_file("prompts/" + prompt + "/consistent.md"), "answer.md", {}, prompt);
  REQUIRE(good.rules().empty());
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t strict = 0;
  std::size_t equivalent = 0;
  std::size_t otherwise = 0;
  std::string unnamed;
  for (const Planted& error : plant(good)) {
    if (std::abs(std::log(error.factor)) < std::log(least_factor)) continue;
    ++planted;
    const Outcome outcome = outcome_of(error, prompt);
    if (!outcome.found) FAIL_CHECK("not found: " << error.what);
    found += outcome.found ? 1U : 0U;
    strict += outcome.named == Named::strict ? 1U : 0U;
    equivalent += outcome.named == Named::equivalent ? 1U : 0U;
    otherwise += outcome.named == Named::otherwise ? 1U : 0U;
    if (outcome.named == Named::no) unnamed += "\n  unnamed: " + error.what;
    if (outcome.named == Named::otherwise) unnamed += "\n  named by another calculation: " + error.what;
  }
  const std::size_t named = strict + equivalent;
  std::cout << fmt::format(
      "planted errors: {} planted, {} found; {} named by their own slip, {} by one that gives the same "
      "number, "
      "{} by a slip in another calculation{}\n",
      planted, found, strict, equivalent, otherwise, unnamed);
  CHECK(planted >= 500);
  CHECK(found == planted);
  CHECK(static_cast<double>(named) >= least_named * static_cast<double>(planted));
}

}  // namespace
}  // namespace reckon::check

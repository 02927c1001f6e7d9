// SPDX-License-Identifier: MIT
// Every slip of the table is planted into every result of a consistent answer, one place at a time. The check
// must find each that changes the number by a factor of 1.5 or more, and name the slip.
#include "check/planted.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

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

struct Tally {
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t strict = 0;
  std::size_t equivalent = 0;
  std::size_t otherwise = 0;
  std::vector<std::string> missed;
  std::vector<std::string> unnamed;

  void add(const Planted& error, const Outcome& outcome) {
    ++planted;
    found += outcome.found ? 1U : 0U;
    strict += outcome.named == Named::strict ? 1U : 0U;
    equivalent += outcome.named == Named::equivalent ? 1U : 0U;
    otherwise += outcome.named == Named::otherwise ? 1U : 0U;
    if (!outcome.found) missed.push_back(error.what);
    if (outcome.named == Named::no || outcome.named == Named::otherwise) unnamed.push_back(error.what);
  }

  [[nodiscard]] double share_found() const { return share(found); }
  [[nodiscard]] double share_named() const { return share(strict + equivalent); }

 private:
  [[nodiscard]] double share(std::size_t part) const {
    return static_cast<double>(part) / static_cast<double>(planted);
  }
};

/// Plants every error, or every n-th, into the consistent answer of a prompt.
Tally plant_into(const std::string& prompt, std::size_t every) {
  const Sample good(read_file("prompts/" + prompt + "/consistent.md"), "answer.md", {}, prompt);
  REQUIRE(good.rules().empty());
  Tally tally;
  std::size_t number = 0;
  for (const Planted& error : plant(good)) {
    if (std::abs(std::log(error.factor)) < std::log(least_factor)) continue;
    if (number++ % every == 0) tally.add(error, outcome_of(error, prompt));
  }
  std::cout << fmt::format(
      "{}: {} errors planted, {} found; {} named by their own slip, {} by another that gives the same "
      "number, "
      "{} by a slip in another calculation\n",
      prompt, tally.planted, tally.found, tally.strict, tally.equivalent, tally.otherwise);
  return tally;
}

TEST_CASE("every planted slip is found, and nearly all are named") {
  const Tally tally = plant_into("payment-gateway", 1);
  INFO(fmt::format("missed:\n{}\nnot named:\n{}", fmt::join(tally.missed, "\n"),
                   fmt::join(tally.unnamed, "\n")));
  CHECK(tally.planted >= 500);
  CHECK(tally.found == tally.planted);
  CHECK(tally.share_named() >= least_named);
}

TEST_CASE("slips planted into the other answers are found as well") {
  // A need without a derivation beside it may exceed what is computed, so a few larger numbers pass there.
  constexpr double least_found = 0.95;
  for (const std::string& prompt : catalogue().prompts.ids()) {
    if (prompt == "payment-gateway") continue;
    const Tally tally = plant_into(prompt, 5);
    INFO(fmt::format("{}, missed:\n{}", prompt, fmt::join(tally.missed, "\n")));
    CHECK(tally.share_found() >= least_found);
    CHECK(tally.share_named() >= 0.85);
  }
}

}  // namespace
}  // namespace reckon::check

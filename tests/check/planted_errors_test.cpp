// SPDX-License-Identifier: MIT
// Every slip of the table is planted into every result of a consistent answer, one place at a time. The check
// should find each that changes the number by a factor of 1.5 or more, and name the slip.
#include "check/planted.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace reckon::check {
namespace {

constexpr double least_factor = 1.5;

bool touches(const Finding& finding, const base::Span& place) {
  const auto meets = [&](const base::Span& span) { return span.begin < place.end && place.begin < span.end; };
  const auto& labels = finding.diagnostic.secondary;
  return meets(finding.diagnostic.primary.span) ||
         std::any_of(labels.begin(), labels.end(),
                     [&](const base::Label& label) { return meets(label.span); });
}

/// Whether a row of the table, applied to the planted calculation, gives the number as it is written.
bool gives(const std::string& slip_id, const Planted& error) {
  const auto slips = derive::slip_table();
  const auto slip =
      std::find_if(slips.begin(), slips.end(), [&](const derive::Slip& s) { return s.id == slip_id; });
  bool found = false;
  slip->apply(error.number, [&](const derive::SlipOutcome& outcome) {
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

struct PlantedTally {
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

  void add(PlantedTally more) {
    planted += more.planted;
    found += more.found;
    strict += more.strict;
    equivalent += more.equivalent;
    otherwise += more.otherwise;
    std::move(more.missed.begin(), more.missed.end(), std::back_inserter(missed));
    std::move(more.unnamed.begin(), more.unnamed.end(), std::back_inserter(unnamed));
  }

  [[nodiscard]] double share_found() const { return share(found); }
  [[nodiscard]] double share_named() const { return share(strict + equivalent); }

 private:
  [[nodiscard]] double share(std::size_t part) const {
    return static_cast<double>(part) / static_cast<double>(planted);
  }
};

/// Plants every error, or every n-th, into the consistent answer of a prompt.
PlantedTally plant_into(const std::string& prompt, std::size_t every) {
  const Sample good(read_file("prompts/" + prompt + "/consistent.md"), "answer.md", {}, prompt);
  PlantedTally tally;
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

/// Each check of an answer takes a while: RECKON_PLANTED=1 plants every error, 5 every fifth.
std::size_t every() {
  const char* const text =
      std::getenv("RECKON_PLANTED");  // NOLINT(concurrency-mt-unsafe): tests have one thread
  return text == nullptr ? 5 : std::strtoull(text, nullptr, 10);
}

// What the reader reaches today; it may do better and not worse.
constexpr double least_planted_found = 0.96;
constexpr double least_planted_named = 0.94;
constexpr double least_found_elsewhere = 0.95;
constexpr double least_named_elsewhere = 0.93;

TEST_CASE("every planted slip is found, and nearly all are named") {
  const PlantedTally tally = plant_into("payment-gateway", every());
  INFO(fmt::format("missed:\n{}\nnot named:\n{}", fmt::join(tally.missed, "\n"),
                   fmt::join(tally.unnamed, "\n")));
  CHECK(tally.planted >= 500 / every());
  CHECK(tally.share_found() >= least_planted_found);
  CHECK(tally.share_named() >= least_planted_named);
}

TEST_CASE("slips planted into the other answers are found as well") {
  PlantedTally all;
  for (const std::string& prompt : catalogue().prompts.ids())
    if (prompt != "payment-gateway") all.add(plant_into(prompt, 2 * every()));
  INFO(fmt::format("missed:\n{}", fmt::join(all.missed, "\n")));
  CHECK(all.share_found() >= least_found_elsewhere);
  CHECK(all.share_named() >= least_named_elsewhere);
}

}  // namespace
}  // namespace reckon::check

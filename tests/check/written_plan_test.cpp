// SPDX-License-Identifier: MIT
// Plans as a language model writes them: nothing is complained of in one that is right, and a slip planted
// into one of its results is found and named. RECKON_PLANS sets how many, RECKON_SEED where they begin.
#include "check/written_plan.hpp"

#include "check/sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>

namespace reckon::check {
namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): tests have one thread
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

constexpr std::size_t most_listed = 40;

constexpr std::uint64_t usual_count = 2000;

/// What the reader reaches today; it may do better and not worse.
constexpr double least_recomputed = 0.91;
constexpr double least_found = 0.80;
constexpr double least_named = 0.80;

std::string line_at(const std::string& text, std::size_t at) {
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

/// A slip: what it makes of a number, and whether it can happen to this result.
struct SlipKind {
  const char* name;
  double factor;
  bool (*fits)(const PlanResult&);
};
constexpr bool always(const PlanResult& /*result*/) {
  return true;
}
bool of_data(const PlanResult& result) {
  return result.is_data;
}
bool of_time(const PlanResult& result) {
  return result.has_time;
}
bool of_price(const PlanResult& result) {
  return result.is_price;
}

constexpr SlipKind kinds[] = {
    {"factor 1000 up", 1000, always}, {"factor 1000 down", 1e-3, always},
    {"a zero added", 10, always},     {"a zero lost", 0.1, always},
    {"bits as bytes", 8, of_data},    {"bytes as bits", 0.125, of_data},
    {"minutes", 60, of_time},         {"minutes back", 1.0 / 60, of_time},
    {"hours", 3600, of_time},         {"price per thousand", 1000, of_price},
};

/// The text with one result changed.
std::string with_slip(const WrittenPlan& plan, const PlanResult& result, double factor, std::size_t& end) {
  // As an author would have written it: with three digits.
  const double exact = result.number * factor;
  const double last = std::pow(10.0, std::floor(std::log10(exact)) - 2);
  const double number = std::round(exact / last) * last;
  const bool is_money = result.unit.front() == '$';
  std::string written = number >= 1e-3 ? write_number(number) : fmt::format("{:.3g}", number);
  if (number < 1e-3) return {};
  written = is_money ? "$" + written + result.unit.substr(1) : written + result.unit;
  end = result.begin + written.size();
  return plan.text.substr(0, result.begin) + written + plan.text.substr(result.end);
}

TEST_CASE("plans as a language model writes them are left in peace", "[plans]") {
  const std::uint64_t count = setting("RECKON_PLANS", usual_count);
  const std::uint64_t first = setting("RECKON_SEED", 1);
  std::size_t alarms = 0;
  std::size_t results = 0;
  std::size_t recomputed = 0;
  std::map<std::string, std::size_t> unread;
  std::vector<std::string> listed;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const WrittenPlan plan = write_plan(seed);
    const Unprompted checked(plan.text);
    const Review& review = checked.review;
    for (const Finding& finding : review.findings) {
      if (finding.diagnostic.severity == base::Severity::note) continue;
      ++alarms;
      if (listed.size() < most_listed)
        listed.push_back(fmt::format("seed {}: {}: {} | {}", seed, finding.diagnostic.code,
                                     finding.diagnostic.message,
                                     line_at(plan.text, finding.diagnostic.primary.span.begin)));
    }
    results += plan.results.size();
    for (const PlanResult& result : plan.results) {
      bool read = false;
      for (std::size_t i = 0; i < review.claims.size(); ++i) {
        const base::Span& span = review.claims[i].span;
        read = read ||
               (review.claims.judgement(i).recomputed && span.begin < result.end && result.begin < span.end);
      }
      recomputed += read ? 1U : 0U;
      if (!read && ++unread[result.form] <= 3 && listed.size() < most_listed &&
          std::getenv("RECKON_PROSE") != nullptr)
        listed.push_back(
            fmt::format("seed {}: unread ({}): {}", seed, result.form, line_at(plan.text, result.begin)));
    }
  }
  std::cout << fmt::format("plans: {} from seed {}, {} results, {} recomputed; {} false alarms\n", count,
                           first, results, recomputed, alarms);
  if (std::getenv("RECKON_PROSE") != nullptr) std::cout << fmt::format("{}\n", fmt::join(listed, "\n"));
  INFO(fmt::format("{}", fmt::join(listed, "\n")));
  CHECK(alarms == 0);
  CHECK(static_cast<double>(recomputed) >= least_recomputed * static_cast<double>(results));
}

TEST_CASE("one slip planted into a plan is found and named", "[plans]") {
  const std::uint64_t count = setting("RECKON_PLANS", usual_count);
  const std::uint64_t first = setting("RECKON_SEED", 1);
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t named = 0;
  std::vector<std::string> listed;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const WrittenPlan plan = write_plan(seed);
    const PlanResult& result = plan.results[(seed * 7) % plan.results.size()];
    const SlipKind& kind = kinds[(seed / 3) % std::size(kinds)];
    std::size_t end = 0;
    const std::string text = kind.fits(result) ? with_slip(plan, result, kind.factor, end) : std::string{};
    if (text.empty()) continue;
    ++planted;
    const Unprompted checked(text);
    const Review& review = checked.review;
    const auto at = std::find_if(review.findings.begin(), review.findings.end(), [&](const Finding& finding) {
      const base::Span& span = finding.diagnostic.primary.span;
      return finding.diagnostic.severity != base::Severity::note && span.begin < end &&
             result.begin < span.end;
    });
    found += at != review.findings.end() ? 1U : 0U;
    const bool has_name = at != review.findings.end() && at->slip;
    named += has_name ? 1U : 0U;
    if (!has_name && listed.size() < most_listed)
      listed.push_back(fmt::format("seed {}: {} ({}) {}: {}", seed, kind.name, result.form,
                                   at == review.findings.end() ? "not found" : "not named",
                                   line_at(text, result.begin)));
  }
  const double all = static_cast<double>(planted);
  std::cout << fmt::format("plans: {} slips planted, {:.1f} % found, {:.1f} % named\n", planted,
                           100.0 * static_cast<double>(found) / all,
                           100.0 * static_cast<double>(named) / all);
  if (std::getenv("RECKON_PROSE") != nullptr) std::cout << fmt::format("{}\n", fmt::join(listed, "\n"));
  INFO(fmt::format("{}", fmt::join(listed, "\n")));
  CHECK(static_cast<double>(found) >= least_found * all);
  CHECK(static_cast<double>(named) >= least_named * all);
}

}  // namespace
}  // namespace reckon::check

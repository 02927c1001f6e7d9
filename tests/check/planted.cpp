// SPDX-License-Identifier: MIT
#include "check/planted.hpp"

#include "check/expression.hpp"
#include "units/print.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace reckon::check {
namespace {

constexpr int printed_digits = 6;

bool has_thousands(std::string_view number) {
  return number.find(',') != std::string_view::npos;
}

/// How the claim at a place writes its numbers: "8.64 billion transactions", "20,000 TPS", a bare JSON
/// number.
std::string written(const Claim& claim, double base_value) {
  const std::size_t unit_at = claim.text.find_first_not_of("0123456789.,");
  const std::string tail = unit_at == std::string::npos ? std::string{} : claim.text.substr(unit_at);
  // What one of the place's own numerals is worth, magnitude words included.
  const std::string own(claim.text.substr(0, unit_at));
  std::string digits;
  for (const char c : own) {
    if (c != ',') digits += c;
  }
  // A sign in front, as of money, is nothing to plant a number behind.
  if (digits.empty()) return {};
  const double worth = claim.stated.interval.value / std::stod(digits);
  const double number = base_value / worth;
  if (!(number > 1e-6 && number < 1e15)) return {};
  std::string text = units::print_rounded(number, printed_digits);
  const bool plain = claim.where == Where::response || (!has_thousands(own) && own.size() >= 5);
  if (plain) std::erase(text, ',');
  return text + tail;
}

/// What the response states in the same section, and so could have been taken by mistake.
std::vector<derive::OtherNumber> others_of(const Sample& good, std::size_t index) {
  std::vector<derive::OtherNumber> out;
  const std::string& section = good.review.claims[index].section;
  for (std::size_t i = 0; i < good.review.claims.size(); ++i) {
    const Claim& claim = good.review.claims[i];
    const bool near = i != index && claim.section == section;
    if (near && !claim.derivation && !claim.from_platform) out.push_back({claim.stated, claim.text});
  }
  return out;
}

std::optional<derive::SlipCase> case_of(const Sample& good, std::size_t index) {
  const Claim& claim = good.review.claims[index];
  const Judgement& judgement = good.review.claims.judgement(index);
  if (claim.role != Role::result || !claim.slot || !judgement.recomputed) return std::nullopt;
  const Context& context = good.review.context;
  const auto calculation = write_out(*context.model, context.scenario, *claim.slot);
  if (!calculation) return std::nullopt;
  units::Unit unit = claim.unit_text.empty() ? context.model->slot(*claim.slot).unit : claim.stated.unit;
  unit.dimension = context.model->slot(*claim.slot).unit.dimension;
  return derive::SlipCase{*calculation, judgement.recomputed->value, unit, claim.unit_text,
                          others_of(good, index)};
}

/// The number as a reader takes it, in base units.
std::optional<units::Stated> read_back(const std::string& text, const Claim& claim) {
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  expect.dimension = claim.stated.dimension;
  const auto found = units::scan_quantity(text, 0, expect);
  if (!found || found->end != text.size()) return std::nullopt;
  units::Stated stated = found->stated;
  if (stated.unit_text.empty()) {
    const double factor = claim.stated.unit.factor;
    units::Interval& i = stated.interval;
    i = {i.low * factor, i.value * factor, i.high * factor};
  }
  stated.dimension = claim.stated.dimension;
  return stated;
}

}  // namespace

std::vector<Planted> plant(const Sample& good) {
  std::vector<Planted> out;
  const std::string_view document = good.sources.text(good.review.source);
  for (std::size_t i = 0; i < good.review.claims.size(); ++i) {
    const auto number = case_of(good, i);
    if (!number) continue;
    const Claim& claim = good.review.claims[i];
    for (const derive::Slip& slip : derive::slip_table()) {
      std::set<std::string> seen;
      slip.apply(*number, [&](const derive::SlipOutcome& outcome) {
        const bool usable = std::isfinite(outcome.value) && outcome.value > 0.0 &&
                            std::abs(outcome.value - number->right) > 1e-9 * number->right;
        const std::string text = usable ? written(claim, outcome.value) : std::string{};
        if (text.empty() || text == claim.text || !seen.insert(text).second) return;
        const auto wrong = read_back(text, claim);
        if (!wrong) return;
        std::string changed(document);
        changed.replace(claim.span.begin, claim.span.size(), text);
        const auto end = static_cast<std::uint32_t>(claim.span.begin + text.size());
        out.push_back({std::string(slip.id),
                       std::move(changed),
                       {0, claim.span.begin, end},
                       *number,
                       *wrong,
                       wrong->interval.value / number->right,
                       fmt::format("line {}: {} -> {} ({})",
                                   good.sources.place(claim.span.source, claim.span.begin).line, claim.text,
                                   text, slip.id)});
      });
    }
  }
  return out;
}

}  // namespace reckon::check

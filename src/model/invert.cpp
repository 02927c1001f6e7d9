// SPDX-License-Identifier: MIT
#include "model/invert.hpp"

#include <boost/math/tools/roots.hpp>

#include <cmath>

namespace reckon::model {
namespace {

constexpr double decades = 12.0;
constexpr double rounding_noise = 1e-13;

}  // namespace

std::optional<double> invert(const Model& model, const Scenario& scenario, SlotId output, SlotId input,
                             double target, double tolerance) {
  Scenario trial = scenario;
  const std::optional<double> start =
      scenario[input] ? std::optional(scenario[input]->stated.interval.value) : model.slot(input).fallback;
  if (!start || !(*start > 0.0) || !std::isfinite(target)) return std::nullopt;
  if (!trial[input]) trial[input] = Given{};

  // The output at `start` times ten to the power of `exponent`.
  const auto at = [&](double exponent) {
    trial[input]->stated.interval = units::exactly(*start * std::pow(10.0, exponent));
    const auto width = [](SlotId, double value) { return units::exactly(value); };
    const auto value = interval(model, trial, output, width);
    return value ? value->value : std::nan("");
  };
  const double here = at(0.0);
  const double far_up = at(decades);
  const double far_down = at(-decades);
  if (std::isnan(here) || std::isnan(far_up) || std::isnan(far_down) || far_up == far_down)
    return std::nullopt;
  const bool rises = far_up > far_down;
  // The last bits of a product must not push a step past its edge.
  const double goal = target + std::copysign(std::abs(target) * rounding_noise, rises ? 1.0 : -1.0);
  const auto beyond = [&](double exponent) {
    const double value = at(exponent);
    return rises ? value - goal : goal - value;
  };
  if (beyond(-decades) > 0.0 || beyond(decades) < 0.0) return std::nullopt;
  boost::math::tools::eps_tolerance<double> precise(50);
  std::uintmax_t steps = 120;
  const auto bracket = boost::math::tools::bisect(beyond, -decades, decades, precise, steps);
  const double found = at(bracket.first);
  if (std::abs(found - target) > 2.0 * tolerance * std::abs(target)) return std::nullopt;
  return *start * std::pow(10.0, bracket.first);
}

}  // namespace reckon::model

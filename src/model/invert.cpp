// SPDX-License-Identifier: MIT
#include "model/invert.hpp"

#include <boost/math/tools/roots.hpp>

#include <cmath>

namespace reckon::model {
namespace {

constexpr double decades = 12.0;
constexpr int domain_steps = 60;
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
  if (std::isnan(at(0.0))) return std::nullopt;
  // The output may be defined for a part of the decades only: no availability exceeds 1.
  const auto reach = [&](double furthest) {
    if (!std::isnan(at(furthest))) return furthest;
    double inside = 0.0;
    double outside = furthest;
    for (int step = 0; step < domain_steps; ++step) {
      const double middle = (inside + outside) / 2.0;
      (std::isnan(at(middle)) ? outside : inside) = middle;
    }
    return inside;
  };
  const double top = reach(decades);
  const double bottom = reach(-decades);
  const double far_up = at(top);
  const double far_down = at(bottom);
  if (far_up == far_down) return std::nullopt;
  const bool rises = far_up > far_down;
  // The last bits of a product must not push a step past its edge.
  const double goal = target + std::abs(target) * rounding_noise;
  const auto beyond = [&](double exponent) {
    const double value = at(exponent);
    return rises ? value - goal : goal - value;
  };
  if (beyond(bottom) > 0.0 || beyond(top) < 0.0) return std::nullopt;
  boost::math::tools::eps_tolerance<double> precise(50);
  std::uintmax_t steps = 120;
  const auto bracket = boost::math::tools::bisect(beyond, bottom, top, precise, steps);
  // Of the two sides of the root, the one at which the output has not gone past the target.
  const double exponent = rises ? bracket.first : bracket.second;
  if (std::abs(at(exponent) - target) > 2.0 * tolerance * std::abs(target)) return std::nullopt;
  return *start * std::pow(10.0, exponent);
}

}  // namespace reckon::model

// SPDX-License-Identifier: MIT
#include "whatif/distribution.hpp"

#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace reckon::whatif {
namespace {

/// A range holds 90 % of the values of what has no ends.
constexpr double below_low = 0.05;
constexpr double below_high = 0.95;

/// What a whole number may lie beside one after a change of unit.
constexpr double rounding = 1e-9;

/// The standard normal distribution at 95 %.
constexpr double normal_95 = 1.6448536269514722;

struct ShapeRow {
  Shape shape;
  std::string_view name;
  std::size_t most_values;
};

constexpr std::array shapes{ShapeRow{Shape::lognormal, "lognormal", 2}, ShapeRow{Shape::normal, "normal", 2},
                            ShapeRow{Shape::uniform, "uniform", 2},
                            ShapeRow{Shape::triangular, "triangular", 3}, ShapeRow{Shape::whole, "whole", 2}};

Distribution fit(Shape shape, const Range& range) {
  const std::vector<double>& values = range.values;
  Distribution out;
  out.shape = shape;
  out.step = range.factor;
  out.low = values.front();
  out.high = values.back();
  out.mode = values.size() == 3 ? values[1] : out.low + (out.high - out.low) / 2.0;
  const bool is_log = shape == Shape::lognormal;
  const double low = is_log ? std::log(out.low) : out.low;
  const double high = is_log ? std::log(out.high) : out.high;
  out.location = low + (high - low) / 2.0;
  out.spread = (high - low) / (2.0 * normal_95);
  return out;
}

/// The fitted distribution has to give back what it was fitted to.
bool is_verified(const Distribution& fitted) {
  if (!fitted.is_of_normal()) return std::isfinite(fitted.high - fitted.low);
  constexpr double forgiven = 1e-9;
  return std::isfinite(fitted.location) && fitted.spread > 0.0 &&
         std::fabs(cumulative(fitted, fitted.low) - below_low) <= forgiven &&
         std::fabs(cumulative(fitted, fitted.high) - below_high) <= forgiven;
}

/// Why a range cannot have the shape, with what can be written instead.
std::optional<base::Diagnostic> misfit(Shape shape, const Range& range, const base::Span& part,
                                       std::string_view written, const std::string& input) {
  if (shape == Shape::lognormal && !(range.values.front() > 0.0)) {
    base::Diagnostic problem =
        base::problem("usage.vary-meaning",
                      "a range that starts at zero or below needs a shape: how are its values spread?", part);
    problem.remarks.push_back(
        {"help", fmt::format("{}=triangular({}) holds all, most in the middle", input, written)});
    problem.remarks.push_back(
        {"help", fmt::format("{}=uniform({}) holds all, each as likely", input, written)});
    return problem;
  }
  const bool is_whole = std::all_of(range.values.begin(), range.values.end(), [&](double value) {
    const double number = value / range.factor;
    return std::fabs(number - std::round(number)) <= rounding * std::fabs(number);
  });
  if (shape == Shape::whole && !is_whole)
    return base::problem("usage.vary-range", "whole(low..high) starts and ends at whole numbers", part);
  return std::nullopt;
}

}  // namespace

std::string_view name(Shape shape) {
  return std::find_if(shapes.begin(), shapes.end(), [&](const ShapeRow& row) { return row.shape == shape; })
      ->name;
}

double quantile(const Distribution& d, double probability) {
  const double width = d.high - d.low;
  switch (d.shape) {
    case Shape::lognormal:
      return boost::math::quantile(boost::math::lognormal(d.location, d.spread), probability);
    case Shape::normal:
      return boost::math::quantile(boost::math::normal(d.location, d.spread), probability);
    case Shape::uniform:
      return d.low + width * probability;
    case Shape::triangular: {
      const double rising = (d.mode - d.low) / width;
      return probability < rising ? d.low + std::sqrt(probability * width * (d.mode - d.low))
                                  : d.high - std::sqrt((1.0 - probability) * width * (d.high - d.mode));
    }
    case Shape::whole:
      return d.low +
             d.step * std::max(0.0, std::ceil((std::round(width / d.step) + 1.0) * probability) - 1.0);
  }
  return d.low;
}

double cumulative(const Distribution& d, double value) {
  switch (d.shape) {
    case Shape::lognormal:
      return value <= 0.0 ? 0.0 : boost::math::cdf(boost::math::lognormal(d.location, d.spread), value);
    case Shape::normal:
      return boost::math::cdf(boost::math::normal(d.location, d.spread), value);
    case Shape::uniform:
      return std::clamp((value - d.low) / (d.high - d.low), 0.0, 1.0);
    case Shape::triangular:
      return value <= d.low    ? 0.0
             : value >= d.high ? 1.0
                               : boost::math::cdf(boost::math::triangular(d.low, d.mode, d.high), value);
    case Shape::whole:
      return std::clamp((std::floor((value - d.low) / d.step + rounding) + 1.0) /
                            (std::round((d.high - d.low) / d.step) + 1.0),
                        0.0, 1.0);
  }
  return 0.0;
}

base::Result<Varied> read_varied(const check::Context& context, const base::Sources& sources,
                                 base::SourceId source) {
  const auto assignment =
      read_assignment(context, sources, source,
                      "what varies is written name=low..high, or name=uniform(low..high) and the like");
  if (!assignment) return base::Failure(assignment.error());
  base::Span part = assignment->value_span;
  const std::string_view text = sources.text(part);
  ShapeRow row = shapes.front();
  if (const std::size_t bracket = text.find('('); bracket != std::string_view::npos && text.ends_with(')')) {
    const auto* const named = std::find_if(shapes.begin(), shapes.end(), [&](const ShapeRow& candidate) {
      return candidate.name == text.substr(0, bracket);
    });
    if (named == shapes.end()) {
      return base::Failure(
          base::problem("usage.vary-shape",
                        fmt::format("'{}' is none of lognormal, normal, uniform, triangular and whole",
                                    text.substr(0, bracket)),
                        part_of(part, 0, bracket)));
    }
    row = *named;
    part = part_of(part, bracket + 1, text.size() - 1);
  }
  const auto range = read_range(context, sources, *assignment, part, row.most_values);
  if (!range) return base::Failure(range.error());
  if (auto problem = misfit(row.shape, *range, part, sources.text(part), assignment->name))
    return base::Failure(std::move(*problem));
  Varied out{assignment->name, assignment->slots, sources.whole(source), fit(row.shape, *range)};
  if (!is_verified(out.distribution)) {
    return base::Failure(
        base::problem("usage.vary-range",
                      fmt::format("no {} distribution has these ends in double precision", row.name), part));
  }
  return out;
}

}  // namespace reckon::whatif

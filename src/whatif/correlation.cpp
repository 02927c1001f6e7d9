// SPDX-License-Identifier: MIT
#include "whatif/correlation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace reckon::whatif {
namespace {

/// What a pivot of a semidefinite matrix may lie beside zero by rounding.
constexpr double forgiven_pivot = 1e-12;

base::Failure no_correlation(std::string message, const base::Span& place) {
  return base::Failure(base::problem("usage.correlation", std::move(message), place));
}

std::size_t place_of(const std::vector<Varied>& inputs, const std::vector<model::SlotId>& slots) {
  const auto same = [&](const Varied& input) { return input.slots == slots; };
  return static_cast<std::size_t>(std::find_if(inputs.begin(), inputs.end(), same) - inputs.begin());
}

}  // namespace

base::Result<Correlation> read_correlation(const check::Context& context, const base::Sources& sources,
                                           base::SourceId source, const std::vector<Varied>& inputs) {
  const base::Span whole = sources.whole(source);
  const std::string_view text = sources.text(source);
  const std::size_t equals = text.find('=');
  const std::size_t comma = text.find(',');
  if (equals == std::string_view::npos || comma == std::string_view::npos || comma > equals)
    return no_correlation("a correlation is written a,b=0.7", whole);
  Correlation out;
  out.span = whole;
  std::array<std::size_t, 2> places{};
  const std::array<base::Span, 2> names{part_of(whole, 0, comma), part_of(whole, comma + 1, equals)};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto slots = find_slots(context, sources, names[i]);
    if (!slots) return base::Failure(slots.error());
    places[i] = place_of(inputs, *slots);
    if (places[i] == inputs.size())
      return no_correlation(fmt::format("'{}' is not varied", sources.text(names[i])), names[i]);
  }
  if (places[0] == places[1]) return no_correlation("a correlation is between two inputs", whole);
  const base::Span value = part_of(whole, equals + 1, text.size());
  const auto number = bare_number(sources.text(value));
  if (!number || std::fabs(*number) > 1.0)
    return no_correlation("a correlation is a number from -1 to 1, such as 0.7", value);
  out.first = places[0];
  out.second = places[1];
  out.value = *number;
  return out;
}

base::Result<std::vector<std::vector<double>>> mixing(std::size_t inputs,
                                                      const std::vector<Correlation>& pairs) {
  std::vector<std::vector<double>> factor(inputs);
  for (std::size_t i = 0; i < inputs; ++i) {
    factor[i].assign(i + 1, 0.0);
    factor[i][i] = 1.0;
  }
  std::vector<std::vector<bool>> is_said(inputs, std::vector<bool>(inputs, false));
  for (const Correlation& pair : pairs) {
    const auto [low, high] = std::minmax(pair.first, pair.second);
    if (is_said[high][low]) return no_correlation("this correlation is given twice", pair.span);
    is_said[high][low] = true;
    factor[high][low] = pair.value;
  }
  for (std::size_t i = 0; i < inputs; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = factor[i][j];
      for (std::size_t k = 0; k < j; ++k) rest -= factor[i][k] * factor[j][k];
      const bool contradicts =
          i == j ? rest < -forgiven_pivot : factor[j][j] == 0.0 && std::fabs(rest) > forgiven_pivot;
      if (contradicts) {
        base::Diagnostic problem =
            base::problem("usage.correlation",
                          "these correlations contradict each other: their matrix is not positive definite",
                          pairs.back().span);
        problem.remarks.push_back(
            {"help",
             "two inputs that go with a third go with each other; a pair that is not named counts as 0"});
        return base::Failure(std::move(problem));
      }
      if (i == j) {
        factor[i][i] = rest > forgiven_pivot ? std::sqrt(rest) : 0.0;
      } else {
        factor[i][j] = factor[j][j] == 0.0 ? 0.0 : rest / factor[j][j];
      }
    }
  }
  return factor;
}

}  // namespace reckon::whatif

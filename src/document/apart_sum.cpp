// SPDX-License-Identifier: MIT
#include "document/apart_sum.hpp"

#include "document/apart.hpp"
#include "document/digits.hpp"
#include "document/equation_expression.hpp"
#include "document/plain_label.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::document {
namespace {

/// In a label: what stands here is the same thing over another time, or a view of it.
constexpr std::array views_of_one_thing{
    "per",    "daily", "hourly", "weekly",  "monthly", "yearly",   "annual",  "annually",
    "day",    "hour",  "week",   "month",   "year",    "peak",     "average", "avg",
    "mean",   "max",   "min",    "maximum", "minimum", "of which", "incl",    "including",
    "budget", "limit", "target", "before",  "after",   "previous", "old",     "new"};
/// In the label of a total: it is more than its parts.
constexpr std::array more_than_parts{"with",       "incl",     "including",  "after",  "replication",
                                     "replicated", "overhead", "headroom",   "buffer", "margin",
                                     "rounded",    "excl",     "excluding",  "net",    "copies",
                                     "replicas",   "per",      "provisioned"};
constexpr std::array not_additive{"avg",  "average",     "mean",        "median",     "max",
                                  "min",  "percentile",  "p50",         "p90",        "p95",
                                  "p99",  "ratio",       "price per",   "factor",     "rate",
                                  "peak", "utilisation", "utilization", "latency p99"};

/// True when one of the words stands in the label, whole.
template <std::size_t Count>
bool holds_any(std::string_view label, const std::array<const char*, Count>& words) {
  const std::string padded = " " + plain_label(label) + " ";
  return std::any_of(words.begin(), words.end(), [&padded](const char* word) {
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

bool is_percentage(const units::Stated& stated) {
  return stated.dimension.is_dimensionless() && stated.unit.factor == 0.01;
}

/// All literals of a sum measure the same, and counts name the same thing.
bool is_of_one_kind(const Equation& equation) {
  const units::Stated& total = equation.sides.back().quantity();
  const bool is_count = total.dimension.without_counts().is_dimensionless();
  if (is_count && is_percentage(total)) return false;
  for (const formula::Node& node : equation.sides.front().expression.nodes) {
    if (node.operation == formula::Operation::add) continue;
    if (node.operation != formula::Operation::literal || node.literal.is_range) return false;
    if (node.literal.dimension.without_counts() != total.dimension.without_counts()) return false;
    if (is_count && node.literal.unit_text != total.unit_text) return false;
    if (node.literal.comparator != units::Comparator::equal) return false;
  }
  return !is_count || !total.unit_text.empty();
}

}  // namespace

bool Sum::add(std::string_view label, const Text& quantity) {
  if (holds_any(label, views_of_one_thing)) return false;
  if (parts_++ > 0) line_.append_mapped(" + ", quantity.span());
  line_.append(quantity, 0, quantity.view().size());
  return true;
}

std::optional<Equation> Sum::compared_with(std::string_view label, const Text& total) const {
  if (parts_ < 2 || has_digit(label) || holds_any(label, more_than_parts)) return std::nullopt;
  Text line = line_;
  line.append_mapped(" = ", total.span());
  line.append(total, 0, total.view().size());
  auto equation = read_joined(line);
  if (!equation || !is_of_one_kind(*equation)) return std::nullopt;
  return equation;
}

bool adds_up(std::string_view header) {
  return !holds_any(header, not_additive);
}

std::optional<Text> result_of(const Text& text) {
  const std::vector<Equation> equations = read_equations(text);
  if (equations.size() != 1) return std::nullopt;
  const Side& side =
      equations.front().result_first ? equations.front().sides.front() : equations.front().sides.back();
  if (!side.is_quantity()) return std::nullopt;
  return text.slice(side.begin, side.end);
}

bool same_strict_dimension(const Side& a, const Side& b, bool but_for_time) {
  const auto left = strict_dimension(a.expression);
  const auto right = strict_dimension(b.expression);
  if (!left || !right) return false;
  units::Dimension rest = *left / *right;
  std::int8_t& time = rest.exponents[static_cast<std::size_t>(units::Axis::time)];
  if (but_for_time && time >= -1 && time <= 1) time = 0;
  return rest.is_dimensionless();
}

}  // namespace reckon::document

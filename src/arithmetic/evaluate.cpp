// SPDX-License-Identifier: MIT
#include "arithmetic/evaluate.hpp"

#include "arithmetic/readings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reckon::arithmetic {
namespace {

/// Of one node; the cheapest are kept.
constexpr std::size_t most_outcomes = 96;
constexpr double equal_within = 1e-9;

bool is_same(const Outcome& a, const Outcome& b) {
  return a.dimension == b.dimension &&
         std::abs(a.value - b.value) <= equal_within * std::max(std::abs(a.value), std::abs(b.value));
}

/// Keeps each distinct outcome once, with its cheapest price.
void pack(std::vector<Outcome>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Outcome& a, const Outcome& b) { return a.cost < b.cost; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size() && kept < most_outcomes; ++i) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(kept);
    const auto twin = std::find_if(all.begin(), end, [&](const Outcome& o) { return is_same(o, all[i]); });
    if (twin != end) {
      twin->periods |= all[i].periods;
    } else {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
}

void spread(Outcome& out, double a, double b, double c, double d) {
  out.low = std::min({a, b, c, d});
  out.high = std::max({a, b, c, d});
}

class Evaluator {
 public:
  Evaluator(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side,
            const Surroundings& around, const Names& names)
      : tokens_(tokens), nodes_(nodes), side_(side), around_(around), names_(names) {}

  std::vector<Outcome> run() {
    const std::size_t size = side_.root + 1U - side_.first_node;
    std::vector<std::vector<Outcome>> values(size);
    std::vector<bool> scales(size, false);
    mark_scaling(scales);
    for (std::uint32_t i = side_.first_node; i <= side_.root; ++i) {
      std::vector<Outcome>& here = values[i - side_.first_node];
      here = value(nodes_[i], values, scales[i - side_.first_node]);
      if (here.empty()) return {};
    }
    return std::move(values.back());
  }

 private:
  void mark_scaling(std::vector<bool>& scales) const {
    for (std::uint32_t i = side_.first_node; i <= side_.root; ++i) {
      const Node& node = nodes_[i];
      if (node.operation != Operation::multiply && node.operation != Operation::divide) continue;
      scales[node.a - side_.first_node] = true;
      scales[node.b - side_.first_node] = true;
    }
  }

  std::vector<Outcome> value(const Node& node, const std::vector<std::vector<Outcome>>& values, bool scales) {
    if (node.operation == Operation::one) return {Outcome{1.0, 1.0, 1.0, {}, 0.0F, 0, 0, 0}};
    if (node.operation == Operation::period) return {outcome_of(static_cast<Period>(node.a))};
    if (node.operation == Operation::figure) return figure(tokens_.figures[node.a], scales);
    if (node.operation == Operation::name || node.operation == Operation::gap ||
        node.operation == Operation::constant) {
      const auto found = names_.lookup == nullptr ? std::nullopt : names_.lookup(names_.context, node);
      return found ? std::vector<Outcome>{*found} : std::vector<Outcome>{};
    }
    const std::vector<Outcome>& a = values[node.a - side_.first_node];
    std::vector<Outcome> out;
    if (row_of(node.operation).operands == 1) {
      for (const Outcome& x : a) apply(node.operation, x, out);
    } else {
      const std::vector<Outcome>& b = values[node.b - side_.first_node];
      for (const Outcome& x : a) {
        for (const Outcome& y : b) combine(node, x, y, out);
      }
    }
    if (out.size() > 1) pack(out);
    return out;
  }

  std::vector<Outcome> figure(const Figure& figure, bool scales) const {
    std::vector<Outcome> out{outcome_of(figure)};
    add_readings(tokens_, figure, scales, around_, out);
    return out;
  }

  static void apply(Operation operation, const Outcome& x, std::vector<Outcome>& out) {
    Outcome result = x;
    const auto function = row_of(operation).of;
    result.value = function(x.value);
    const double low = function(x.low);
    const double high = function(x.high);
    const bool steps = operation == Operation::ceil || operation == Operation::floor;
    // Whole things are rounded as printed: ceil(100.8) is 101 whatever digits are hidden.
    result.low = steps ? result.value : std::min(low, high);
    result.high = steps ? result.value : std::max(low, high);
    const bool plain = x.dimension.is_dimensionless();
    if (operation != Operation::negate && !plain && !steps && operation != Operation::round) return;
    if (std::isfinite(result.value)) out.push_back(result);
  }

  void combine(const Node& node, const Outcome& x, const Outcome& y, std::vector<Outcome>& out) const {
    Outcome result;
    result.cost = x.cost + y.cost;
    result.supposed = x.supposed | y.supposed;
    result.periods = x.periods | y.periods;
    result.prefixes = x.prefixes | y.prefixes;
    if (node.operation == Operation::add) return add(1.0, node, x, y, result, out);
    if (node.operation == Operation::subtract) return add(-1.0, node, x, y, result, out);
    bool is_defined = true;
    if (node.operation == Operation::multiply) {
      result.value = x.value * y.value;
      spread(result, x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high);
      result.dimension = x.dimension * y.dimension;
    } else if (node.operation == Operation::divide) {
      is_defined = divide(node, x, y, result, out);
    } else if (node.operation == Operation::power) {
      is_defined = raise(x, y, result);
    } else {
      is_defined = x.dimension == y.dimension;
      const float cost = result.cost;
      result = (node.operation == Operation::most) == (x.value >= y.value) ? x : y;
      result.cost = cost;
    }
    if (is_defined && std::isfinite(result.value)) out.push_back(result);
  }

  bool divide(const Node& node, const Outcome& x, const Outcome& y, Outcome& result,
              std::vector<Outcome>& out) const {
    if (y.value == 0.0 || y.low * y.high <= 0.0) return false;
    result.value = x.value / y.value;
    spread(result, x.low / y.low, x.low / y.high, x.high / y.low, x.high / y.high);
    result.dimension = x.dimension / y.dimension;
    if (is_whole(node.a) && is_whole(node.b)) {
      Outcome cut = result;
      cut.value = cut.low = cut.high = std::floor(result.value);
      cut.cost += bits(Supposition::integer_division);
      cut.supposed |= one(Supposition::integer_division);
      out.push_back(cut);
    }
    return true;
  }

  static bool raise(const Outcome& x, const Outcome& y, Outcome& result) {
    if (!y.dimension.is_dimensionless()) return false;
    // A growth of 1.4 a year is a rate that somebody chose: raised, its last digit would excuse anything.
    result.value = result.low = result.high = std::pow(x.value, y.value);
    if (x.dimension.is_dimensionless()) return true;
    constexpr double most = 4.0;
    const double whole = std::round(y.value);
    if (whole != y.value || std::abs(whole) > most) return false;
    result.dimension = units::power(x.dimension, static_cast<int>(whole));
    return true;
  }

  /// A sum of the same kind; a bare term takes the other's unit; a percentage may be meant of the whole.
  void add(double sign, const Node& node, const Outcome& x, const Outcome& y, Outcome result,
           std::vector<Outcome>& out) const {
    const auto sum = [&](double factor, double left, float cost) {
      Outcome total = result;
      total.dimension = x.dimension.is_dimensionless() ? y.dimension : x.dimension;
      total.value = left * x.value + sign * factor * y.value;
      total.low = left * x.low + (sign > 0.0 ? factor * y.low : -factor * y.high);
      total.high = left * x.high + (sign > 0.0 ? factor * y.high : -factor * y.low);
      total.cost += cost;
      if (std::isfinite(total.value)) out.push_back(total);
    };
    if (x.dimension == y.dimension) {
      sum(1.0, 1.0, 0.0F);
    } else if (y.dimension.is_dimensionless() && unit_of(node.a) != 0.0) {
      sum(unit_of(node.a), 1.0, bits(Supposition::unit_unsaid));
    } else if (x.dimension.is_dimensionless() && unit_of(node.b) != 0.0) {
      sum(1.0, unit_of(node.b), bits(Supposition::unit_unsaid));
    } else {
      return;
    }
    if (!is_percentage(node.b)) return;
    Outcome share = result;
    const double factor = 1.0 + sign * y.value;
    share.dimension = x.dimension;
    share.value = x.value * factor;
    share.low = x.low * factor;
    share.high = x.high * factor;
    share.cost += bits(Supposition::percent_added);
    share.supposed |= one(Supposition::percent_added);
    out.push_back(share);
  }

  [[nodiscard]] bool is_percentage(std::uint32_t node) const {
    return nodes_[node].operation == Operation::figure && tokens_.figures[nodes_[node].a].is_percent();
  }
  /// A whole number, or a sum of two: "(4-1)/2".
  [[nodiscard]] bool is_whole(std::uint32_t node) const {
    const bool sums =
        nodes_[node].operation == Operation::add || nodes_[node].operation == Operation::subtract;
    return sums ? is_whole_figure(nodes_[node].a) && is_whole_figure(nodes_[node].b) : is_whole_figure(node);
  }
  [[nodiscard]] bool is_whole_figure(std::uint32_t node) const {
    if (nodes_[node].operation != Operation::figure) return false;
    const Figure& figure = tokens_.figures[nodes_[node].a];
    return figure.whole && !figure.has_unit() && !figure.scaled;
  }
  /// The unit's factor of the figure that a term ends with; 0 where there is none.
  [[nodiscard]] double unit_of(std::uint32_t node) const {
    const Node* here = &nodes_[node];
    while (here->operation == Operation::add || here->operation == Operation::subtract)
      here = &nodes_[here->b];
    return here->operation == Operation::figure ? tokens_.figures[here->a].unit.factor : 0.0;
  }

  const Tokens& tokens_;
  const std::vector<Node>& nodes_;
  const Side& side_;
  const Surroundings& around_;
  const Names& names_;
};

}  // namespace

std::vector<Outcome> outcomes(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side,
                              const Surroundings& around, const Names& names) {
  return Evaluator(tokens, nodes, side, around, names).run();
}

}  // namespace reckon::arithmetic

// SPDX-License-Identifier: MIT
#include "derive/no_relation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Side;

class Forms {
 public:
  Forms(const Page& page, const Side& left, const Side& right, const Derivation& derivation)
      : page_(page), left_(left), right_(right), derivation_(derivation) {}

  [[nodiscard]] bool any() const {
    return is_share_of_unsaid() || is_score(left_) || is_score(right_) || has_range() || is_extended() ||
           has_unknown() || is_per_period() || is_per_many();
  }

 private:
  template <class Test>
  [[nodiscard]] bool any_figure(const Side& side, const Test& test) const {
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      if (page_.nodes[n].operation == Operation::figure && test(page_.figure(page_.nodes[n].a))) return true;
    }
    return false;
  }
  [[nodiscard]] const Figure* stated() const {
    return derivation_.target == nowhere ? nullptr : &page_.figure(derivation_.target);
  }

  /// "20 % quota = 200", "2.9 % + $0.30 = $1.75": of what is not said. Only of times a share is told so.
  [[nodiscard]] bool is_share_of_unsaid() const {
    const Figure* const result = stated();
    if (result == nullptr || result->is_percent() || is_time(*result)) return false;
    const auto is_share = [](const Figure& figure) { return figure.is_percent(); };
    const Node& root = page_.nodes[left_.root];
    if (root.operation == Operation::figure) return is_share(page_.figure(root.a));
    const bool sums = root.operation == Operation::add || root.operation == Operation::subtract;
    if (!sums || page_.nodes[left_.first_node].operation != Operation::figure) return false;
    return is_share(page_.figure(page_.nodes[left_.first_node].a)) && any_figure(left_, [](const Figure& f) {
             return !f.is_percent() && f.unit.dimension.of(units::Axis::money) != 0;
           });
  }

  /// "21.6 min", also "21.6 min a month".
  static bool is_time(const Figure& figure) {
    const units::Dimension kind = figure.unit.dimension.without_counts();
    return kind == units::axis(units::Axis::time) ||
           (kind.is_dimensionless() && figure.period != Period::none && figure.has_unit());
  }

  /// "27/30", "5/4/4/3": bare whole numbers around slashes without spaces, no larger one in front.
  [[nodiscard]] bool is_score(const Side& side) const {
    if (side.operators == 0) return false;
    bool grows = true;
    double before = 0.0;
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      const Node& node = page_.nodes[n];
      if (node.operation == Operation::divide) continue;
      if (node.operation != Operation::figure) return false;
      const Figure& figure = page_.figure(node.a);
      const bool is_glued = n == side.first_node || !page_.tokens.tokens[node.begin].space_before;
      if (figure.has_unit() || figure.scaled || !is_glued) return false;
      grows = grows && figure.number >= before;
      before = figure.number;
    }
    return grows || side.operators > 1;
  }

  /// "2-2 split", "Score 4-7": a dash without spaces behind a bare number that is no larger.
  [[nodiscard]] bool has_range() const {
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      const Node& node = page_.nodes[n];
      if (node.operation != Operation::subtract || page_.nodes[node.a].operation != Operation::figure ||
          page_.nodes[node.b].operation != Operation::figure)
        continue;
      const Figure& low = page_.figure(page_.nodes[node.a].a);
      const Figure& high = page_.figure(page_.nodes[node.b].a);
      const bool is_glued = !page_.tokens.tokens[page_.nodes[node.b].begin].space_before;
      if (is_glued && !low.has_unit() && low.number <= high.number) return true;
    }
    return false;
  }

  /// "A 64×64 image = 64 × 64 × 3 = 12,288": the second calculation says the first again and goes on.
  [[nodiscard]] bool is_extended() const {
    if (left_.operators == 0 || right_.operators <= left_.operators) return false;
    std::uint32_t n = left_.first_node;
    std::uint32_t m = right_.first_node;
    for (; n <= left_.root && m <= right_.root; ++n, ++m) {
      const Node& a = page_.nodes[n];
      const Node& b = page_.nodes[m];
      if (a.operation != b.operation) return false;
      if (a.operation == Operation::figure && page_.figure(a.a).number != page_.figure(b.a).number)
        return false;
    }
    return n > left_.root;
  }

  /// "3x + 4 = 19": a multiple of something, and a number that is none.
  [[nodiscard]] bool has_unknown() const {
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      const Node& sum = page_.nodes[n];
      if (sum.operation != Operation::add && sum.operation != Operation::subtract) continue;
      if (is_multiple(page_.nodes[sum.a]) != is_multiple(page_.nodes[sum.b])) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_multiple(const Node& node) const {
    if (node.operation != Operation::figure) return false;
    const std::string_view unit = page_.unit_text(node.a);
    return unit == "x" || unit == "X";
  }

  /// "8 engineers × $300K = $200K/month": only the result has a period, and another one explains it.
  [[nodiscard]] bool is_per_period() const {
    const Figure* const result = stated();
    if (result == nullptr || result->period == Period::none) return false;
    if (any_figure(left_, [](const Figure& f) { return f.unit.dimension.of(units::Axis::time) != 0; }))
      return false;
    constexpr std::array periods{Period::second, Period::minute, Period::hour, Period::day,
                                 Period::week,   Period::month,  Period::year};
    constexpr double nearly = 0.02;
    const double ratio = derivation_.comparison.ratio;
    return std::any_of(periods.begin(), periods.end(), [&](Period period) {
      const double other = arithmetic::seconds(result->period) / arithmetic::seconds(period);
      return period != result->period && std::abs(ratio / other - 1.0) < nearly;
    });
  }

  /// "($2 + $9) / 2 = $5.50/1M tokens": the price of a thousand or a million, as every operand is one.
  [[nodiscard]] bool is_per_many() const {
    const Figure* const result = stated();
    if (result == nullptr || !result->has_noun_denominator) return false;
    if (any_figure(left_, [](const Figure& f) { return f.has_noun_denominator; })) return false;
    const double ratio = derivation_.comparison.ratio;
    return std::abs(ratio * 1e3 - 1.0) < 0.01 || std::abs(ratio * 1e6 - 1.0) < 0.01 ||
           std::abs(ratio * 1e-3 - 1.0) < 0.01 || std::abs(ratio * 1e-6 - 1.0) < 0.01;
  }

  const Page& page_;
  const Side& left_;
  const Side& right_;
  const Derivation& derivation_;
};

}  // namespace

bool is_no_relation(const Page& page, const Side& left, const Side& right, const Derivation& derivation) {
  return !derivation.holds() && Forms(page, left, right, derivation).any();
}

void doubt_head(const Page& page, const arithmetic::Chain& chain, std::span<Derivation> derivations) {
  // In front of a bracket a number is what the bracket comes to.
  if (chain.sides.size() < 3 || !chain.sides.front().is_figure() || chain.is_result_first) return;
  const MentionId head = page.nodes[chain.sides.front().root].a;
  const auto wrong = std::find_if(
      derivations.begin(), derivations.end(),
      [head](const Derivation& derivation) { return derivation.target == head && !derivation.holds(); });
  if (wrong == derivations.end()) return;
  for (const Derivation& other : derivations) {
    if (other.begin != wrong->begin || !other.holds() || other.target == nowhere) continue;
    const bool is_same_kind =
        page.figure(head).has_unit() && page.unit_text(head) == page.unit_text(other.target);
    if (!is_same_kind) wrong->not_meant = 0.0F;
  }
}

}  // namespace reckon::derive

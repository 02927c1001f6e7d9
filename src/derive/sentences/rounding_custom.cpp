// SPDX-License-Identifier: MIT
#include "derive/sentences/rounding_custom.hpp"

#include "derive/sentences/cue.hpp"

#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Joint;

/// So many counts have to be rounded up, and none down, before one that is not is a mistake.
constexpr std::size_t fewest_up = 3;
/// How dear it is that fewer are meant than are needed.
constexpr float fewer_not_meant = 9.0F;

/// "7.4, hence 8 pods": what is needed, and how many that makes. What fits into one of many is rounded down:
/// "11.1 → 11 documents per node".
bool tells_need(const Page& page, const Naming& naming, const Derivation& derivation) {
  const Joint joint = derivation.link.joint;
  const bool concludes = joint == Joint::arrow || joint == Joint::leap;
  if (!concludes || !derivation.holds() || derivation.target == nowhere || !derivation.is_cued) return false;
  const arithmetic::Figure& figure = page.figure(derivation.target);
  return !derivation.link.approximate && figure.whole && figure.unit.dimension.is_count() &&
         !figure.approximate && figure.comparator == units::Comparator::equal &&
         naming.per[derivation.target].empty() && !naming.each[derivation.target];
}

/// "144 MB/s needs 14 of them": the verb says that no fewer will do, whatever the document does elsewhere.
bool says_need(const Page& page, const Derivation& derivation) {
  return cue_of(page, derivation.target) == Cue::needs;
}

enum class Rounded : std::uint8_t { no, up, down };

Rounded rounded(double needed, double told) {
  constexpr double some = 0.05;
  constexpr double less_than_half = 0.49;  // 9.6 is 10 in either way
  const double rest = needed - std::floor(needed);
  if (rest < some) return Rounded::no;
  if (told == std::floor(needed)) return Rounded::down;
  return told == std::ceil(needed) && rest < less_than_half ? Rounded::up : Rounded::no;
}

/// The expression again, rounded up.
void round_up(Page& page, Derivation& derivation) {
  const auto first = static_cast<std::uint32_t>(page.nodes.size());
  for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
    arithmetic::Node node = page.nodes[i];
    if (arithmetic::row_of(node.operation).operands > 0) {
      node.a += first - derivation.first_node;
      node.b += first - derivation.first_node;
    }
    page.nodes.push_back(node);
  }
  const auto root = static_cast<std::uint32_t>(page.nodes.size());
  page.nodes.push_back({arithmetic::Operation::ceil, false, root - 1, 0, 0, 0});
  derivation.first_node = first;
  derivation.root = root;
  derivation.end = derivation.begin;  // it is not told as it is written
}

/// The derivation, with what is needed rounded up.
void accuse(Page& page, Derivation& derivation) {
  arithmetic::Comparison& comparison = derivation.comparison;
  round_up(page, derivation);
  comparison.holds = false;
  comparison.right = std::ceil(comparison.right);
  comparison.ratio = page.figure(derivation.target).number / comparison.right;
  comparison.supposed = 0;
  comparison.cost = 0.0F;
  derivation.not_meant = fewer_not_meant;
  derivation.chained = false;  // the custom says more than two figures beside each other
}

}  // namespace

void against_custom(Page& page, const Naming& naming, std::vector<Derivation>& derivations) {
  std::size_t up = 0;
  std::vector<Derivation*> down;
  for (Derivation& derivation : derivations) {
    if (!tells_need(page, naming, derivation)) continue;
    const Rounded how = rounded(derivation.comparison.right, page.figure(derivation.target).number);
    up += how == Rounded::up ? 1 : 0;
    if (how == Rounded::down) down.push_back(&derivation);
  }
  const bool is_custom = up >= fewest_up && down.size() == 1;
  for (Derivation* const derivation : down) {
    if (is_custom || says_need(page, *derivation)) accuse(page, *derivation);
  }
}

}  // namespace reckon::derive

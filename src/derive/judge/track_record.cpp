// SPDX-License-Identifier: MIT
#include "derive/judge/track_record.hpp"

#include "derive/written/side_words.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {
namespace {

/// Whether a constant was chosen so that the rows of a column follow, or changes next to nothing.
bool is_fitted(const Page& page, const Derivation& derivation) {
  using arithmetic::Operation;
  constexpr double next_to_nothing = 0.05;
  const arithmetic::Node& root = page.nodes[derivation.root];
  const auto is_constant = [&](std::uint32_t node) {
    return page.nodes[node].operation == Operation::constant;
  };
  const auto is_idle = [&](std::uint32_t node) {
    return is_constant(node) && std::abs(page.constants[page.nodes[node].a].value - 1.0) < next_to_nothing;
  };
  if (root.operation != Operation::multiply && root.operation != Operation::divide) return false;
  return (root.operation == Operation::multiply && is_constant(root.b)) || is_idle(root.a) || is_idle(root.b);
}

/// Units that agree on both sides are proof enough of a rule; bare numbers obey many.
bool is_measured(const Page& page, const Derivation& derivation) {
  return !page.figure(derivation.target).unit.dimension.without_counts().is_dimensionless();
}

/// What is no sum, whatever it is called: shares of more than the whole, what equals one of its terms, months
/// that pass at the same time, and terms of which only the least is told: "30+".
bool is_no_sum(const Page& page, const Derivation& derivation) {
  if (page.nodes[derivation.root].operation != arithmetic::Operation::add) return false;
  const arithmetic::Figure& stated = page.figure(derivation.target);
  if (stated.is_percent()) return derivation.comparison.right > 100.5;
  constexpr double day = 86400.0;
  const bool is_time = stated.unit.dimension == units::axis(units::Axis::time) && stated.unit.factor >= day;
  double longest = 0.0;
  for (const MentionId operand : operands_of(page, derivation)) {
    const arithmetic::Figure& term = page.figure(operand);
    if (term.value() == stated.value() || term.comparator != units::Comparator::equal) return true;
    longest = std::max(longest, page.figure(operand).value());
  }
  return is_time && stated.value() >= longest && derivation.comparison.ratio < 1.0;
}

/// Bits of doubt whether a relation is meant as one where the document does not show that such relations
/// hold. Counted in public documents: of the accusations that a total or a fitted column brought about one in
/// thirty was right, of those with an operand from elsewhere one in nine.
float rarely_meant(const Page& page, const Derivation& derivation) {
  constexpr float never = 13.0F;
  switch (derivation.generator) {
    case Generator::total:
      return is_no_sum(page, derivation) ? never : 1.0F;
    case Generator::elided:
      return 1.0F;
    case Generator::row:
      return is_no_sum(page, derivation)     ? never
             : is_fitted(page, derivation)   ? 5.0F
             : is_measured(page, derivation) ? 1.0F
                                             : 3.0F;
    case Generator::written:
    case Generator::continued:
    case Generator::spoken:
    case Generator::nearby:
    case Generator::known:
    case Generator::repeated:
      return 0.0F;
  }
  return 0.0F;
}

}  // namespace

float own_factor(const Page& page, const Derivation& derivation) {
  // Counted in public documents: one such row in thirty was wrong.
  constexpr float rarely = 5.0F;
  if (derivation.generator != Generator::row || derivation.target == nowhere) return 0.0F;
  const Line& own = page.line_of(derivation.target);
  for (std::uint32_t n = derivation.first_node; n <= derivation.root; ++n) {
    const arithmetic::Node& node = page.nodes[n];
    if (node.operation == arithmetic::Operation::constant) return rarely;
    if (node.operation != arithmetic::Operation::figure) continue;
    const Line& line = page.line_of(node.a);
    // "1 GiB" above the column says of how much all rows tell.
    const units::Dimension& kind = page.figure(node.a).unit.dimension;
    const bool is_amount = line.table == own.table && line.row == 0 && measures_something(kind) &&
                           kind.of(units::Axis::time) == 0;
    if (is_amount) continue;
    if (line.table != own.table || line.row != own.row) return rarely;
  }
  return 0.0F;
}

TrackRecord::TrackRecord(const Page& page, const std::vector<Derivation>& derivations) : page_(page) {
  for (const Derivation& derivation : derivations) {
    if (!derivation.is_cued || derivation.chained || !derivation.comparison.comparable) continue;
    // Columns of round numbers obey some rule or other by accident, and again in the next column.
    constexpr float shows_something = 5.0F;
    const bool is_accident = derivation.holds() && derivation.generator == Generator::row &&
                             !is_measured(page, derivation) && derivation.evidence() < shows_something;
    for (const bool is_own : {false, true}) {
      Count& count = counts_[scope_of(derivation, is_own)];
      if (!is_accident) ++(derivation.holds() ? count.hold : count.fail);
    }
    Count& form = forms_[form_of(derivation)];
    ++(derivation.holds() ? form.hold : form.fail);
  }
}

TrackRecord::Scope TrackRecord::scope_of(const Derivation& derivation, bool is_own) const {
  constexpr std::uint32_t whole_document = 0xffffffff;
  return {derivation.generator, is_own ? page_.lines[derivation.line].table : whole_document};
}

TrackRecord::Form TrackRecord::form_of(const Derivation& derivation) const {
  const Line& line = page_.lines[derivation.line];
  // What an availability leaves is listed in one table for each.
  const std::uint32_t table = derivation.generator == Generator::known ? 0 : line.table;
  return {derivation.generator, derivation.link.joint, page_.nodes[derivation.root].operation, table,
          line.column};
}

float TrackRecord::doubt_of(const Derivation& derivation) const {
  // What the columns of one table obey says nothing for those of the next.
  const bool is_own = derivation.generator == Generator::row;
  const float shown = std::min(shown_in(scope_of(derivation, false)), shown_in(scope_of(derivation, is_own)));
  return std::max(rarely_meant(page_, derivation) - shown, 0.0F);
}

float TrackRecord::shown_in(const Scope& scope) const {
  const auto known = counts_.find(scope);
  if (known == counts_.end()) return 0.0F;
  return std::log2(1.0F + static_cast<float>(known->second.hold)) -
         std::log2(std::max(1.0F, static_cast<float>(known->second.fail)));
}

float TrackRecord::trust_in(const Derivation& derivation) const {
  constexpr float most = 3.0F;
  constexpr float each_failure = 2.0F;
  const bool is_listed =
      page_.lines[derivation.line].table != 0 &&
      (derivation.generator == Generator::written || derivation.generator == Generator::known);
  const auto known = forms_.find(form_of(derivation));
  if (!is_listed || derivation.not_meant <= 0.0F || known == forms_.end()) return 0.0F;
  const Count& form = known->second;
  const float shown = std::log2(1.0F + static_cast<float>(form.hold)) -
                      each_failure * std::log2(std::max(1.0F, static_cast<float>(form.fail)));
  return std::clamp(shown, 0.0F, most);
}

}  // namespace reckon::derive

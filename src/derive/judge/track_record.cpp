// SPDX-License-Identifier: MIT
#include "derive/judge/track_record.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {
namespace {

/// Whether a constant was chosen so that the rows of a column follow.
bool is_fitted(const Page& page, const Derivation& derivation) {
  const arithmetic::Node& root = page.nodes[derivation.root];
  return root.operation == arithmetic::Operation::multiply &&
         page.nodes[root.b].operation == arithmetic::Operation::constant;
}

/// Bits of doubt whether a relation is meant as one where the document does not show that such relations
/// hold. Counted in public documents: of the accusations that a total or a fitted column brought about one in
/// thirty was right, of those with an operand from elsewhere one in nine.
float rarely_meant(const Page& page, const Derivation& derivation) {
  switch (derivation.generator) {
    case Generator::total:
    case Generator::elided:
      return 1.0F;
    case Generator::row:
      return is_fitted(page, derivation) ? 5.0F : 1.0F;
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

TrackRecord::TrackRecord(const Page& page, const std::vector<Derivation>& derivations) : page_(page) {
  for (const Derivation& derivation : derivations) {
    if (!derivation.is_cued || derivation.chained || !derivation.comparison.comparable) continue;
    Count& count = counts_[static_cast<std::size_t>(derivation.generator)];
    ++(derivation.holds() ? count.hold : count.fail);
    Count& form = forms_[form_of(derivation)];
    ++(derivation.holds() ? form.hold : form.fail);
  }
}

TrackRecord::Form TrackRecord::form_of(const Derivation& derivation) const {
  const Line& line = page_.lines[derivation.line];
  // What an availability leaves is listed in one table for each.
  const std::uint32_t table = derivation.generator == Generator::known ? 0 : line.table;
  return {derivation.generator, derivation.link.joint, page_.nodes[derivation.root].operation, table,
          line.column};
}

float TrackRecord::doubt_of(const Derivation& derivation) const {
  const Count& count = counts_[static_cast<std::size_t>(derivation.generator)];
  const float shown = std::log2(1.0F + static_cast<float>(count.hold)) -
                      std::log2(std::max(1.0F, static_cast<float>(count.fail)));
  return std::max(rarely_meant(page_, derivation) - shown, 0.0F);
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

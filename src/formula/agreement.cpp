// SPDX-License-Identifier: MIT
#include "formula/agreement.hpp"

#include "formula/codes.hpp"
#include "formula/mismatch.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::formula {

bool Agreement::agree(const units::Dimension& a, const units::Dimension& b, const base::Span& where) {
  if (a == b) return true;
  if (relevant(a) != relevant(b)) return false;
  constexpr std::size_t most_places = 8;
  if (places_.size() < most_places) places_.push_back(where);
  for (const units::Axis axis : differing_axes(a, b)) {
    if (std::find(axes_.begin(), axes_.end(), axis) == axes_.end()) axes_.push_back(axis);
  }
  return true;
}

std::optional<base::Diagnostic> Agreement::note() const {
  if (places_.empty()) return std::nullopt;
  auto axes = axes_;
  std::sort(axes.begin(), axes.end());
  base::Diagnostic out;
  out.severity = base::Severity::note;
  out.code = std::string(codes::counts_let_through);
  out.message = axes.size() == 1 ? fmt::format("{} differs here and is taken as a plain count", listed(axes))
                                 : fmt::format("{} differ here and are taken as plain counts", listed(axes));
  out.primary = {places_.front(), {}};
  for (std::size_t i = 1; i < places_.size(); ++i) out.secondary.push_back({places_[i], {}});
  return out;
}

}  // namespace reckon::formula

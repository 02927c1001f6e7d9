// SPDX-License-Identifier: MIT
#include "check/other_numbers.hpp"

#include "check/wording.hpp"

#include <algorithm>
#include <cstdint>

namespace reckon::check {
namespace {

constexpr std::size_t most_other_numbers = 40;

struct Placed {
  std::uint32_t distance = 0;  ///< in bytes; none within one cell
  std::size_t claim = 0;
};

std::uint32_t distance(const base::Span& a, const base::Span& b) {
  return std::max(a.begin, b.begin) - std::min(a.begin, b.begin);
}

bool is_same_place(const Claim& a, const Claim& b) {
  return a.pointer == b.pointer && a.where == b.where;
}

}  // namespace

std::vector<derive::OtherNumber> other_numbers(const Collected& collected, std::size_t claim) {
  const Claims& claims = collected.claims;
  const Claim about = claims[claim];
  std::vector<Placed> found;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const base::Span span = claims.span(i);
    if (span == about.span) continue;
    const bool may_be_same = !about.pointer.empty() && (about.derivation || claims.derivation(i));
    found.push_back({may_be_same && is_same_place(about, claims[i]) ? 0 : distance(about.span, span), i});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Placed& a, const Placed& b) { return a.distance < b.distance; });
  if (found.size() > most_other_numbers) found.resize(most_other_numbers);
  std::vector<derive::OtherNumber> out;
  for (const Placed& placed : found) {
    const Claim other = claims[placed.claim];
    out.push_back({other.stated, stated_text(other)});
  }
  return out;
}

}  // namespace reckon::check

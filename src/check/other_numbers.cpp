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
  derive::OtherNumber number;
};

std::uint32_t distance(const Claim& a, const Claim& b) {
  const bool same_place = !a.pointer.empty() && a.pointer == b.pointer && a.where == b.where;
  if (same_place && (a.derivation || b.derivation)) return 0;
  return std::max(a.span.begin, b.span.begin) - std::min(a.span.begin, b.span.begin);
}

}  // namespace

std::vector<derive::OtherNumber> other_numbers(const Collected& collected, std::size_t claim) {
  const Claim& about = collected.claims[claim];
  std::vector<Placed> found;
  for (const Claim& other : collected.claims) {
    if (other.span != about.span) {
      found.push_back({distance(about, other), {other.stated, stated_text(other)}});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Placed& a, const Placed& b) { return a.distance < b.distance; });
  std::vector<derive::OtherNumber> out;
  for (Placed& placed : found) {
    if (out.size() < most_other_numbers) out.push_back(std::move(placed.number));
  }
  return out;
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace reckon::base {
namespace {

/// A beginning shorter than this is that of too many names.
constexpr std::size_t fewest_letters = 4;

/// Edits (insert, delete, replace, swap of neighbours) between two words, ignoring case.
std::size_t distance(std::string_view a, std::string_view b) {
  const auto same = [&](std::size_t i, std::size_t j) {
    return std::tolower(static_cast<unsigned char>(a[i])) == std::tolower(static_cast<unsigned char>(b[j]));
  };
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1,
                             previous[j - 1] + (same(i - 1, j - 1) ? std::size_t{0} : std::size_t{1})});
      const bool swapped = i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1);
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view name, std::span<const std::string> known) {
  if (name.size() < 3 || name.size() > 80) return std::nullopt;
  const std::size_t allowed = std::clamp<std::size_t>(name.size() / 3, 1, 3);
  std::optional<std::string> best;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > name.size() + allowed || candidate.size() + allowed < name.size()) continue;
    const std::size_t edits = distance(name, candidate);
    if (edits < best_distance) {
      best_distance = edits;
      best = candidate;
    }
  }
  if (best || name.size() < fewest_letters) return best;
  // Not misspelt but left off: the shortest name that goes on from it.
  for (const std::string& candidate : known) {
    if (candidate.size() <= name.size() || distance(name, candidate.substr(0, name.size())) != 0) continue;
    if (!best || candidate.size() < best->size()) best = candidate;
  }
  return best;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> known) {
  const auto near = nearest(name, known);
  return near ? fmt::format("did you mean '{}'?", *near) : std::string{};
}

}  // namespace reckon::base

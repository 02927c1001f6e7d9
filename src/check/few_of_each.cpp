// SPDX-License-Identifier: MIT
#include "check/few_of_each.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

namespace reckon::check {
namespace {

constexpr std::size_t most_told = 50;

struct Tally {
  std::size_t findings = 0;
  std::size_t last = 0;  ///< where the note stands that counts the others
};

Finding more_of(const Finding& first) {
  Finding note;
  note.diagnostic.severity = base::Severity::note;
  note.diagnostic.code = first.diagnostic.code;
  note.diagnostic.primary = {first.diagnostic.primary.span, {}};
  note.pointer = first.pointer;
  return note;
}

}  // namespace

std::vector<Finding> few_of_each(std::vector<Finding> findings) {
  std::vector<Finding> out;
  std::unordered_map<std::string, Tally> tallies;
  for (Finding& finding : findings) {
    Tally& tally = tallies[finding.diagnostic.code];
    if (++tally.findings <= most_told) {
      out.push_back(std::move(finding));
    } else if (tally.findings == most_told + 1) {
      tally.last = out.size();
      out.push_back(more_of(finding));
    }
  }
  for (const auto& [code, tally] : tallies) {
    if (tally.findings > most_told)
      out[tally.last].diagnostic.message =
          fmt::format("and {} more of this rule", tally.findings - most_told);
  }
  return out;
}

}  // namespace reckon::check

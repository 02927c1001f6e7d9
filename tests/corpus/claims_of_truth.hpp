// SPDX-License-Identifier: MIT
// How findings and claims of a report meet the lines of a truth table.
#pragma once

#include "corpus/checked.hpp"
#include "corpus/table.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace reckon::corpus {

/// The lines that a finding stands on or points at.
std::set<std::size_t> lines_of(const report::FindingRow& finding);

/// What makes two findings of two runs the same.
using Key = std::tuple<std::string, std::size_t, std::string>;
Key key_of(const report::FindingRow& finding);

/// Recomputed, and not called wrong or unreadable.
bool is_held_right(const report::ClaimRow& claim);

/// The claims of a report, each of which reads one row of the truth at most.
class Readings {
 public:
  explicit Readings(const report::Report& report);

  /// Whether an unused claim on the row's line states one of its numbers, recomputed to about what is stated.
  bool take(const Row& truth);

 private:
  struct Entry {
    const report::ClaimRow* claim = nullptr;
    bool is_used = false;
  };
  std::map<std::size_t, std::vector<Entry>> by_line_;
};

/// Whether a finding's own place touches the text that was changed in a line, the first of its kind in it.
bool is_at_the_edit(const report::FindingRow& finding, std::size_t line_number, std::string_view line,
                    std::string_view edited);

}  // namespace reckon::corpus

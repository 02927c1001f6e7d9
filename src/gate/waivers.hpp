// SPDX-License-Identifier: MIT
// Findings that somebody answers for, until a day. A waiver holds for one rule at one place and for the two
// values that stand there: it ends with them. Reason, owner and end are no options.
#pragma once

#include "base/source.hpp"
#include "gate/config.hpp"
#include "gate/day.hpp"
#include "report/report.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::gate {

inline constexpr std::size_t shortest_reason = 20;

struct Waiver {
  std::string rule;
  std::string at;  ///< `address_of` a finding
  std::string stated;
  std::string recomputed;
  std::string reason;
  std::string owner;
  std::string link;  ///< or ""
  Day created;
  Day expires;  ///< the last day on which it holds
  base::Span span;
};

struct Waivers {
  long longest = 180;  ///< days that an entry may live
  long warn = 14;      ///< days before the end from which it is announced
  std::vector<Waiver> entries;
};

/// `.reckon/waivers.yaml`, or nothing after problems; docs/schemas/waivers.json is its shape.
std::optional<Waivers> load_waivers(const base::Sources& sources, base::SourceId source,
                                    const KnownNames& known, Day today,
                                    std::vector<base::Diagnostic>& problems);

/// "design/answer.json#/capacityPlan/cpuCoresRequired": the file from the root of the repository on, and the
/// place in it.
std::string address_of(const report::Report& report, const report::FindingRow& row);

/// Whether a file was read in this run, or is not there any more, so that what no longer occurs in it is
/// past.
using IsOver = std::function<bool(std::string_view path)>;

/// Marks the findings that are waived. What is told of the waivers themselves: those that ended, will end
/// soon, no longer fit, or are of no use; `sources` knows where their lines are.
std::vector<report::RunRow> waive(const Waivers& waivers, const base::Sources& sources, Day today,
                                  const IsOver& is_over, report::Report& report);

/// "until 2026-06-30 (12 days left), payments-platform: ..."
std::string told(const Waiver& waiver, Day today);

/// The file of an address.
std::string_view file_of(std::string_view address);

/// The text of the file with one entry more, or nothing where it does not end in a list of entries. "" is a
/// file to be.
std::optional<std::string> with_entry(const base::Sources& sources, base::SourceId source,
                                      const Waiver& entry);

}  // namespace reckon::gate

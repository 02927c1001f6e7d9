// SPDX-License-Identifier: MIT
// Waivers that stand as comments beside what they excuse: `<!-- reckon: allow RULE until DATE: reason -->`,
// and behind `#`, `//` or `--` in code. A document cannot excuse itself: they hold only where the
// configuration says so.
#pragma once

#include "base/source.hpp"
#include "gate/config.hpp"
#include "gate/day.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace reckon::gate {

/// One comment, in the words that it has.
struct InlineWaiver {
  std::string rule;
  std::string until;
  std::string reason;
  base::Span span;
  std::size_t first_line = 1;  ///< its own
  std::size_t last_line = 1;   ///< the next one that holds text
};

/// In the order of the source; linear in it.
std::vector<InlineWaiver> inline_waivers(const base::Sources& sources, base::SourceId source);

/// Marks the findings of one source that its comments cover: those of the rule in the line of the comment or
/// in the next one. Comments that say too little, or excuse for too long, are problems.
void waive_inline(const std::vector<InlineWaiver>& comments, const base::Sources& sources,
                  const KnownNames& known, Day today, report::Report& report,
                  std::vector<base::Diagnostic>& problems);

}  // namespace reckon::gate

// SPDX-License-Identifier: MIT
// A name and the range of its values, the beginning of every what-if question:
//
//   assignment := name "=" value
//   range      := low ".." high         `low` may leave its unit to `high`
#pragma once

#include "base/result.hpp"
#include "check/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::whatif {

/// Where a name and what stands behind its "=" are.
struct Assignment {
  std::string name;                  ///< as typed: of a variable, or the slot's full name
  std::vector<model::SlotId> slots;  ///< that take the value; more than one when a variable feeds several
  base::Span name_span;
  base::Span value_span;
};

/// The slots that a name stands for: those that a variable feeds with its quantity, or one of the model.
base::Result<std::vector<model::SlotId>> find_slots(const check::Context& context,
                                                    const base::Sources& sources, const base::Span& name);

/// `source` holds one assignment; `written` says how one is written, for the message when it is none.
base::Result<Assignment> read_assignment(const check::Context& context, const base::Sources& sources,
                                         base::SourceId source, std::string_view written);

struct Range {
  std::vector<double> values;  ///< in base units, rising; at least two
  double factor = 1.0;         ///< of the unit that the last is written in: 86,400 of "3..14 days"
};

/// The values in `part` with ".." between them: two, or as many as `most`. Values without a unit take that of
/// the last.
base::Result<Range> read_range(const check::Context& context, const base::Sources& sources,
                               const Assignment& assignment, const base::Span& part, std::size_t most = 2);

/// A setting is one value: the problem of a value that is a range ("50k..200k/s", "10-20 ms"), which says
/// nothing until it is swept or varied.
std::optional<base::Diagnostic> bare_range(const check::Context& context, const base::Sources& sources,
                                           const base::Span& name, const base::Span& value);

/// A number without a unit.
std::optional<double> bare_number(std::string_view text);

/// The bytes [begin, end) of a span.
base::Span part_of(const base::Span& span, std::size_t begin, std::size_t end);

}  // namespace reckon::whatif

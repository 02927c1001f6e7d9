// SPDX-License-Identifier: MIT
// What the readers of this layer share: a part of a source cut down to valid UTF-8, a capped list of
// problems, and the report of keys that are given twice.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "tree/node.hpp"
#include "tree/read.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace reckon::tree {

/// The text that is read and where it stands: offset 0 of `text` is byte `offset` of the source.
struct Input {
  std::string_view text;
  base::SourceId source = 0;
  std::size_t offset = 0;
  bool cut = false;  ///< the text ends early, before a byte that is not UTF-8

  [[nodiscard]] base::Span span(std::size_t begin, std::size_t end) const {
    return {source, static_cast<std::uint32_t>(offset + begin), static_cast<std::uint32_t>(offset + end)};
  }
};

/// Skips a byte order mark and ends the text before the first byte that is not UTF-8, which is a problem with
/// the code `LANGUAGE.encoding`.
Input open_input(const base::Sources& sources, const base::Span& part, std::string_view language,
                 Reading& reading);

/// Hostile text can hold a problem in every few bytes: after 100 of them the rest is dropped, with a note.
void add_problem(Reading& reading, base::Diagnostic problem);

/// Reports each key of a mapping that was given before, with both places, under the code
/// `LANGUAGE.duplicate-key`.
void report_duplicate_keys(const Node& mapping, std::string_view language, Reading& reading);

}  // namespace reckon::tree

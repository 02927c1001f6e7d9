// SPDX-License-Identifier: MIT
// A JSON object that a response gives without a fence: it begins a line of a paragraph and may run over blank
// lines and whatever Markdown takes its lines for.
#pragma once

#include "base/source.hpp"
#include "document/artefact.hpp"
#include "document/code_block.hpp"
#include "document/document.hpp"
#include "document/text.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::document {

class JsonInProse {
 public:
  JsonInProse(const base::Sources& sources, const Text& whole) : sources_(sources), whole_(whole) {}

  /// Reads the object whose `{` stands at `open` in the whole text. Calls `before` just before it is
  /// appended; gives the offset behind it, or nothing when it is no object after all.
  template <class Before>
  std::optional<std::size_t> read(std::size_t open, std::string_view section, Document& into,
                                  const Before& before) {
    const std::optional<std::size_t> end = find_end(open);
    if (!end) return std::nullopt;
    Document found;
    if (!read_loose_json(sources_, whole_.slice(open, *end), section, found)) return std::nullopt;
    before();
    const std::size_t behind = end_of(found).value_or(*end);
    for (Fragment& fragment : found.fragments) into.fragments.push_back(std::move(fragment));
    add_problems(std::move(found.problems), into);
    return behind;
  }

 private:
  /// Where an object that breaks off really ends: behind its last value.
  [[nodiscard]] std::optional<std::size_t> end_of(const Document& found) const;
  std::optional<std::size_t> find_end(std::size_t open);

  const base::Sources& sources_;
  const Text& whole_;
  std::size_t searched_to_ = 0;  ///< a search that failed looked up to here: the text is not searched twice
};

}  // namespace reckon::document

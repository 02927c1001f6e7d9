// SPDX-License-Identifier: MIT
#include "document/node_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reckon::document {
namespace {

constexpr std::size_t unicode_escape = 6;  ///< backslash, u, four digits

/// Bytes of a character of UTF-8 by its first.
std::size_t character_size(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  return std::min(size, text.size() - at);
}

/// Lengths of an escape in the source and of what it says in the text; both 0 when it is none. What it says
/// is taken from the decoded text: only the lengths have to be known.
struct Escape {
  std::size_t written = 0;
  std::size_t said = 0;
};

Escape escape_at(std::string_view raw, std::size_t at, std::string_view text, std::size_t to) {
  if (at + 1 >= raw.size() || to >= text.size()) return {};
  if (raw[at + 1] != 'u') return {2, 1};
  const std::size_t said = character_size(text, to);
  // A character beyond the basic plane is written as two escapes.
  const std::size_t written = said == 4 ? 2 * unicode_escape : unicode_escape;
  return at + written <= raw.size() ? Escape{written, said} : Escape{};
}

}  // namespace

Text text_of(const base::Sources& sources, const tree::Node& node) {
  if (node.verbatim) return Text::verbatim(sources, node.text_span);
  const std::string_view raw = sources.text(node.text_span);
  const std::string_view text = node.text;
  const base::SourceId source = node.text_span.source;
  const std::uint32_t begin = node.text_span.begin;
  Text out;
  std::size_t from = 0;
  std::size_t to = 0;
  while (from < raw.size()) {
    const std::size_t plain = std::min(raw.find('\\', from), raw.size()) - from;
    if (text.substr(to, plain) != raw.substr(from, plain)) break;
    out.append(raw.substr(from, plain), source, begin + static_cast<std::uint32_t>(from));
    from += plain;
    to += plain;
    if (from == raw.size()) break;
    const Escape escape = escape_at(raw, from, text, to);
    if (escape.written == 0) break;
    const auto at = begin + static_cast<std::uint32_t>(from);
    out.append_mapped(text.substr(to, escape.said),
                      {source, at, at + static_cast<std::uint32_t>(escape.written)});
    from += escape.written;
    to += escape.said;
  }
  if (from == raw.size() && to == text.size()) return out;
  Text whole;
  whole.append_mapped(text, node.text_span);
  return whole;
}

}  // namespace reckon::document

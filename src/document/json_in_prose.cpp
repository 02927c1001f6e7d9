// SPDX-License-Identifier: MIT
#include "document/json_in_prose.hpp"

namespace reckon::document {

/// Behind the bracket that closes the one at `open`; the end of the text when the object breaks off; nothing
/// when it cannot be an object, or a search from further up has been in vain.
std::optional<std::size_t> JsonInProse::find_end(std::size_t open) {
  const std::string_view view = whole_.view();
  const std::size_t key = view.find_first_not_of(" \t\r\n", open + 1);
  if (key == std::string_view::npos || view[key] != '"' || open < searched_to_) return std::nullopt;
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = open; at < view.size(); ++at) {
    const char c = view[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      searched_to_ = at + 1;
      return at + 1;
    }
  }
  searched_to_ = view.size();
  return view.size();
}

std::optional<std::size_t> JsonInProse::end_of(const Document& found) const {
  if (found.fragments.empty()) return std::nullopt;
  const auto* artefact = std::get_if<Artefact>(&found.fragments.back());
  if (artefact == nullptr || !artefact->truncated) return std::nullopt;
  return whole_.first_from(artefact->span.end);
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "document/plain_label.hpp"

#include "base/unicode.hpp"

namespace reckon::document {
namespace {

bool is_word_character(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u >= 0x80;
}

}  // namespace

std::string plain_label(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::code_point_at(text, at);
    const char c = text[at];
    if (is_word_character(c)) {
      if (point.length == 1 && c >= 'A' && c <= 'Z') {
        out.push_back(static_cast<char>(c - 'A' + 'a'));
      } else {
        out.append(text.substr(at, point.length));
      }
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
    at += point.length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (out.starts_with(article)) out.erase(0, article.size());
  }
  return out;
}

}  // namespace reckon::document

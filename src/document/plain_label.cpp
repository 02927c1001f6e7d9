// SPDX-License-Identifier: MIT
#include "document/plain_label.hpp"

namespace reckon::document {
namespace {

bool is_word_character(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u >= 0x80;
}

}  // namespace

std::string plain_label(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_word_character(c)) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (out.starts_with(article)) out.erase(0, article.size());
  }
  return out;
}

}  // namespace reckon::document

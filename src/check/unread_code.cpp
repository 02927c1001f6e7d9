// SPDX-License-Identifier: MIT
#include "check/unread_code.hpp"

#include <variant>

namespace reckon::check {
namespace {

/// Calls `visit(word)` for each run of letters, digits and `_`, in lower case, until it says no.
template <class Visit>
bool each_word(std::string_view text, const Visit& visit) {
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (is_upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
        static_cast<unsigned char>(c) >= 0x80U) {
      word.push_back(is_upper ? static_cast<char>(c - 'A' + 'a') : c);
    } else if (!word.empty()) {
      if (!visit(word)) return false;
      word.clear();
    }
  }
  return true;
}

}  // namespace

UnreadCode::UnreadCode(const document::Document& document) {
  for (const document::Fragment& fragment : document.fragments) {
    const auto* passage = std::get_if<document::Passage>(&fragment);
    if (passage == nullptr || passage->kind != document::Passage::Kind::code) continue;
    each_word(passage->text.view(), [this](const std::string& word) {
      words_.insert(word);
      return true;
    });
  }
}

bool UnreadCode::mentions(std::string_view text) const {
  bool any = false;
  const bool all = each_word(text, [&](const std::string& word) {
    any = true;
    return words_.count(word) != 0;
  });
  return any && all;
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "derive/page/key_words.hpp"

#include "units/characters.hpp"

namespace reckon::derive {
namespace {

bool is_letter(char c) {
  return units::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80U;
}

/// "GiB": a binary prefix and its unit are one word.
bool is_binary_prefix(std::string_view word, char next) {
  return word.size() == 2 && word[1] == 'i' && std::string_view("KMGTP").find(word[0]) != word.npos &&
         next == 'B';
}

}  // namespace

std::string_view next_key_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && !is_letter(text[at])) ++at;
  const std::size_t begin = at;
  for (; at < text.size() && is_letter(text[at]); ++at) {
    if (at == begin || !is_upper(text[at])) continue;
    const bool rises = is_lower(text[at - 1]) && !is_binary_prefix(text.substr(begin, at - begin), text[at]);
    // The last capital of a run begins the next word: "GBPer".
    const bool ends_run =
        is_upper(text[at - 1]) && at + 2 < text.size() && is_lower(text[at + 1]) && is_letter(text[at + 2]);
    if (rises || ends_run) break;
  }
  return text.substr(begin, at - begin);
}

std::vector<std::string_view> key_words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = next_key_word(text, at);
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

}  // namespace reckon::derive

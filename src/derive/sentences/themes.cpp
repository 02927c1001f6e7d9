// SPDX-License-Identifier: MIT
#include "derive/sentences/themes.hpp"

#include "derive/page/key_words.hpp"
#include "derive/page/words.hpp"

namespace reckon::derive {

bool speaks_of(std::string_view words, arithmetic::Theme theme) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = next_key_word(words, at);
    if (arithmetic::theme_of(stem(word)) == theme) return true;
  }
  return false;
}

bool speaks_of(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end,
               arithmetic::Theme theme) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const arithmetic::Token& token = page.tokens.tokens[i];
    if (token.kind == arithmetic::Kind::word &&
        arithmetic::theme_of(stem(page.written(line, token))) == theme)
      return true;
  }
  return false;
}

}  // namespace reckon::derive

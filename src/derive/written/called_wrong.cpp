// SPDX-License-Identifier: MIT
#include "derive/written/called_wrong.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Token;

constexpr std::uint32_t farthest_remark = 12;
constexpr std::array<std::string_view, 8> wrong_words{"wrong",    "incorrect", "incorrectly", "mistake",
                                                      "mistaken", "erroneous", "erroneously", "bad"};
/// Crosses and the sign of prohibition.
constexpr std::array<std::string_view, 5> wrong_marks{"\xe2\x9d\x8c", "\xe2\x9c\x97", "\xe2\x9c\x98",
                                                      "\xe2\x9d\x8e", "\xf0\x9f\x9a\xab"};

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool calls_wrong(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = page.tokens.tokens[i];
    const std::string text = lower_case(page.written(line, token));
    if (std::find(wrong_words.begin(), wrong_words.end(), text) != wrong_words.end()) return true;
    if (std::find(wrong_marks.begin(), wrong_marks.end(), text) != wrong_marks.end()) return true;
    const bool forbids =
        text == "not" && i > begin && lower_case(page.written(line, page.tokens.tokens[i - 1])) == "do";
    if (forbids) return true;
  }
  return false;
}

}  // namespace

bool is_called_wrong(const Page& page, LineId line, std::uint32_t begin) {
  const Line& own = page.lines[line];
  const std::uint32_t first =
      std::max(own.first_token, begin > farthest_remark ? begin - farthest_remark : 0U);
  if (begin >= own.first_token && calls_wrong(page, line, first, std::min(begin, own.end_token))) return true;
  if (line == 0 || own.table != 0) return false;
  // "Bad example:" before a block of code.
  const Line& before = page.lines[line - 1];
  std::uint32_t end = before.end_token;
  while (end > before.first_token && page.tokens.tokens[end - 1].kind == Kind::stop) --end;
  const bool leads_on = end > before.first_token && page.tokens.tokens[end - 1].kind == Kind::colon;
  return leads_on && end - before.first_token <= farthest_remark &&
         calls_wrong(page, line - 1, before.first_token, end);
}

}  // namespace reckon::derive

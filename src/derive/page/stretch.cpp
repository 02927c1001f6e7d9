// SPDX-License-Identifier: MIT
#include "derive/page/stretch.hpp"

#include <algorithm>

namespace reckon::derive {

using arithmetic::Kind;
using arithmetic::Token;

namespace {

/// In each direction; in longer lines nothing is laid out.
constexpr std::uint32_t farthest_break = 160;

}  // namespace

TextLine stretch_around(const Page& page, LineId line, std::uint32_t token) {
  const auto& tokens = page.tokens.tokens;
  TextLine out{line, token, token};
  const std::uint32_t begin = page.lines[line].first_token;
  const std::uint32_t end = page.lines[line].end_token;
  while (out.first_token > begin && token - out.first_token < farthest_break &&
         !tokens[out.first_token - 1].is_line_end)
    --out.first_token;
  while (out.end_token + 1 < end && out.end_token - token < farthest_break &&
         !tokens[out.end_token].is_line_end)
    ++out.end_token;
  return out;
}

std::optional<TextLine> stretch_above(const Page& page, const TextLine& stretch) {
  const Line& line = page.lines[stretch.line];
  if (stretch.first_token > line.first_token)
    return stretch_around(page, stretch.line, stretch.first_token - 1);
  LineId id = stretch.line;
  if (id > 1 && is_rule(page, page.lines[id - 1])) --id;
  if (id == 0 || line.seat == Seat::paragraph) return std::nullopt;
  const Line& before = page.lines[id - 1];
  const bool goes_on = before.seat == line.seat && before.depth == line.depth && before.table == 0 &&
                       before.fragment + 1 >= page.lines[id].fragment;
  return goes_on ? std::optional(stretch_around(page, id - 1, before.end_token - 1)) : std::nullopt;
}

std::vector<MentionId> mentions_of(const Page& page, const TextLine& stretch) {
  std::vector<MentionId> out;
  for (std::uint32_t i = stretch.first_token; i < stretch.end_token; ++i) {
    const Token& token = page.tokens.tokens[i];
    if (token.kind == Kind::number) out.push_back(Page::mention_of(token.index));
  }
  return out;
}

bool is_rule(const Page& page, const Line& line) {
  const auto begin = page.tokens.tokens.begin();
  return line.seat == Seat::code &&
         std::none_of(begin + line.first_token, begin + line.end_token, [](const Token& token) {
           return token.kind == Kind::word || token.kind == Kind::number;
         });
}

}  // namespace reckon::derive

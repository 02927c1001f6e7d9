// SPDX-License-Identifier: MIT
#include "derive/cue.hpp"

namespace reckon::derive {

bool is_said_to_follow(const Page& page, MentionId id) {
  constexpr std::uint32_t reach = 3;
  const Mention& mention = page.mentions[id];
  const std::uint32_t first = page.sentences[mention.sentence].first_token;
  for (std::uint32_t i = mention.token; i > first && mention.token - i < reach; --i) {
    const arithmetic::Token& token = page.tokens.tokens[i - 1];
    if (token.kind == arithmetic::Kind::number) return false;
    if (token.kind == arithmetic::Kind::relation) return true;
    if (token.kind != arithmetic::Kind::word) continue;
    using arithmetic::Role;
    const Role role = token.role;
    if (role == Role::relation || role == Role::leap || role == Role::alternative || role == Role::total)
      return true;
  }
  return false;
}

}  // namespace reckon::derive

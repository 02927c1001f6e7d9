// SPDX-License-Identifier: MIT
#include "derive/sentences/cue.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::uint32_t words_near = 3;

std::string folded(const Page& page, LineId line, const Token& token) {
  std::string out(page.written(line, token));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Cue cue_of_word(const Page& page, LineId line, const Token& token) {
  const std::string words = folded(page, line, token);
  if (token.role == Role::total) return Cue::in_all;
  if (token.role == Role::relation && arithmetic::is_copula(words)) return Cue::is;
  if (token.role == Role::relation) return arithmetic::is_happening(words) ? Cue::takes : Cue::makes;
  if (token.role == Role::leap && arithmetic::is_permission(words)) return Cue::points;
  if (token.role == Role::leap) return arithmetic::is_conclusion(words) ? Cue::so : Cue::needs;
  if (token.role == Role::alternative) return words == "or" ? Cue::or_else : Cue::so;
  return Cue::none;
}

Cue cue_of_token(const Page& page, LineId line, const Token& token) {
  if (token.kind == Kind::relation) return token.sign == arithmetic::Sign::equals ? Cue::equals : Cue::points;
  return token.kind == Kind::word ? cue_of_word(page, line, token) : Cue::none;
}

/// "1.2 TB in all"
bool is_summed_up_behind(const Page& page, MentionId id) {
  const Mention& mention = page.mentions[id];
  const std::uint32_t end = page.sentences[mention.sentence].end_token;
  for (std::uint32_t i = mention.token + 1; i < end && i <= mention.token + words_near; ++i) {
    const Token& token = page.tokens.tokens[i];
    if (token.kind != Kind::word) return false;
    if (token.role == Role::total) return true;
  }
  return false;
}

}  // namespace

Cue cue_of(const Page& page, MentionId id) {
  if (is_summed_up_behind(page, id)) return Cue::in_all;
  const Mention& mention = page.mentions[id];
  const std::uint32_t first = page.sentences[mention.sentence].first_token;
  Cue weakest = Cue::none;
  bool is_parted = false;  // by a content word
  for (std::uint32_t i = mention.token; i > first && mention.token - i < words_near; --i) {
    const Token& token = page.tokens.tokens[i - 1];
    if (token.kind == Kind::number) break;
    if (token.kind == Kind::colon) return i == mention.token ? Cue::colon : weakest;
    const Cue cue = cue_of_token(page, mention.line, token);
    if (cue != Cue::none) return cue == Cue::so && is_parted ? Cue::leads : cue;
    if (token.kind != Kind::word) continue;
    is_parted = is_parted || token.role == Role::content;
    if (i == mention.token && is_parted) weakest = Cue::serves;
  }
  return weakest;
}

bool is_said_to_follow(const Page& page, MentionId id) {
  const Mention& mention = page.mentions[id];
  const std::uint32_t first = page.sentences[mention.sentence].first_token;
  for (std::uint32_t i = mention.token; i > first && mention.token - i < words_near; --i) {
    const Token& token = page.tokens.tokens[i - 1];
    if (token.kind == Kind::number) return false;
    if (token.kind == Kind::relation) return true;
    if (token.kind != Kind::word) continue;
    const Role role = token.role;
    if (role == Role::relation || role == Role::leap || role == Role::alternative || role == Role::total)
      return true;
  }
  return false;
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/sentences/clause.hpp"

#include "units/lookup.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

/// What parts an operand from the one before it: what joins the terms of a list, else the first word that
/// says something.
Bond bond_between(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  Bond out = Bond::none;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = page.tokens.tokens[i];
    const bool is_word = token.kind == Kind::word;
    const bool is_and = is_word && token.role == Role::conjunction && page.written(line, token) == "and";
    if (token.kind == Kind::plus || token.role == Role::plus || is_and) return Bond::adds;
    const bool binds = token.role == Role::preposition || token.role == Role::of ||
                       token.role == Role::each || token.role == Role::per;
    if (is_word && binds) out = Bond::binds;
  }
  return out;
}

/// "each with a 3 KB blob", "every one of which sends 2 KB"
bool is_behind_each(const Page& page, MentionId id) {
  constexpr std::uint32_t reach = 4;
  const Mention& mention = page.mentions[id];
  const std::uint32_t first = page.sentences[mention.sentence].first_token;
  for (std::uint32_t i = mention.token; i > first && mention.token - i < reach; --i) {
    const Token& token = page.tokens.tokens[i - 1];
    if (token.kind != Kind::word) return false;
    if (token.role == Role::each) return true;
  }
  return false;
}

}  // namespace

std::vector<Operand> operands_between(const Page& page, const Naming& naming, MentionId begin,
                                      MentionId end) {
  const auto& tokens = page.tokens.tokens;
  std::vector<Operand> out;
  for (MentionId m = begin; m < end; ++m) {
    const Figure& figure = page.figure(m);
    if (figure.name || figure.is_range() || figure.number <= 0.0) return {};
    const Mention& mention = page.mentions[m];
    const std::uint32_t first = page.sentences[mention.sentence].first_token;
    Operand operand;
    operand.mention = m;
    if (!out.empty())
      operand.bond = bond_between(page, mention.line, page.mentions[m - 1].token + 1, mention.token);
    operand.is_each = naming.each[m] || is_behind_each(page, m);
    std::uint32_t at = mention.token;
    while (at > first && tokens[at - 1].role == Role::article && tokens[at - 1].kind == Kind::word) --at;
    const bool behind_of = at > first && tokens[at - 1].kind == Kind::word && tokens[at - 1].role == Role::of;
    // "Of 2M requests 5 % fail"; "each of the 40 brokers".
    if (behind_of) {
      const bool each =
          at > first + 1 && tokens[at - 2].kind == Kind::word && tokens[at - 2].role == Role::each;
      operand.is_each = operand.is_each || each;
      operand.is_whole = true;
    }
    operand.is_multiple = is_unit_of_multiple(page.unit_text(m)) || is_so_many_times(page, m);
    out.push_back(operand);
  }
  return out;
}

arithmetic::Period period_said(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = page.tokens.tokens[i];
    const bool may_name = token.role == Role::content || token.role == Role::period;
    if (token.kind != Kind::word || !may_name) continue;
    const units::Spelling* const unit = units::find_spelling(page.written(line, token));
    if (unit == nullptr || unit->unit.dimension != units::axis(units::Axis::time)) continue;
    const arithmetic::Period period = arithmetic::period_of(unit->unit.factor);
    if (period != arithmetic::Period::none) return period;
  }
  return arithmetic::Period::none;
}

bool is_unit_of_multiple(std::string_view unit) {
  return unit == "x" || unit == "X" || unit == "\xc3\x97";
}

bool is_so_many_times(const Page& page, MentionId id) {
  const auto& tokens = page.tokens.tokens;
  const std::uint32_t at = page.mentions[id].token + 1;
  if (tokens[at].kind != Kind::word || tokens[at].role != Role::times || tokens[at + 1].kind != Kind::word)
    return false;
  const Token& what = tokens[at + 1];
  return what.role == Role::pronoun || what.role == Role::article ||
         page.written(page.mentions[id].line, what) == "as";
}

bool has_operator(const Page& page, std::uint32_t begin, std::uint32_t end) {
  const auto first = page.tokens.tokens.begin();
  return std::any_of(first + begin, first + end, [](const Token& token) {
    return token.kind == Kind::times || token.kind == Kind::over || token.kind == Kind::power;
  });
}

bool is_denied(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  const auto first = page.tokens.tokens.begin();
  return std::any_of(first + begin, first + end, [&](const Token& token) {
    return token.kind == Kind::word && arithmetic::denies(page.written(line, token));
  });
}

bool has_range(const Page& page, std::uint32_t begin, std::uint32_t end) {
  const auto& tokens = page.tokens.tokens;
  for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
    if (tokens[i].kind == Kind::minus && !tokens[i].space_before && !tokens[i + 1].space_before) return true;
  }
  return false;
}

bool is_contrasted(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  const auto first = page.tokens.tokens.begin();
  return std::any_of(first + begin, first + end, [&](const Token& token) {
    return token.kind == Kind::word && arithmetic::contrasts(page.written(line, token));
  });
}

bool says_multiple(const Page& page, std::uint32_t begin, std::uint32_t end) {
  const auto first = page.tokens.tokens.begin();
  return std::any_of(first + begin, first + end, [](const Token& token) {
    return token.kind == Kind::word && (token.role == Role::multiple || token.role == Role::share);
  });
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/sentences/frame.hpp"

#include "derive/sentences/cue.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

bool closes(const Page& page, std::uint32_t begin, std::uint32_t end) {
  const auto first = page.tokens.tokens.begin();
  return std::any_of(first + begin, first + end,
                     [](const Token& token) { return token.kind == Kind::close; });
}

/// "60 GB (24 GB of data and 36 GB of logs)", "60 GB: 24 GB ...", "60 GB of the 84 GB": what follows is in
/// front.
bool stands_in_front(const Page& page, MentionId first, MentionId last) {
  const auto& tokens = page.tokens.tokens;
  const std::uint32_t end = page.mentions[first + 1].token;
  std::uint32_t i = page.mentions[first].token + 1;
  if (tokens[i].kind == Kind::word && tokens[i].role == Role::of) {
    do ++i;
    while (i < end && tokens[i].kind == Kind::word && tokens[i].role == Role::article);
    if (i == end) return true;
  }
  constexpr std::uint32_t most_words = 5;
  for (; i < end && i <= page.mentions[first].token + most_words; ++i) {
    if (tokens[i].kind == Kind::open) return !closes(page, i + 1, page.mentions[last].token);
    if (tokens[i].kind == Kind::colon) return true;
    if (tokens[i].kind != Kind::word) return false;
  }
  return false;
}

bool is_introduced(const Page& page, MentionId id) {
  const std::uint32_t at = page.mentions[id].token;
  if (at == page.line_of(id).first_token) return false;
  const Kind before = page.tokens.tokens[at - 1].kind;
  return before == Kind::open || before == Kind::colon || is_said_to_follow(page, id);
}

bool add_numbers(const Page& page, const Sentence& sentence, std::size_t most, std::vector<MentionId>& out) {
  for (MentionId m = sentence.first_mention; m < sentence.end_mention; ++m) {
    const Figure& figure = page.figure(m);
    if (figure.name) continue;
    const bool is_bound = figure.comparator != units::Comparator::equal;
    if (figure.is_range() || figure.number <= 0.0 || is_bound || out.size() > most) return false;
    out.push_back(m);
  }
  return true;
}

void choose_target(const Page& page, std::vector<MentionId> numbers, SentenceId own, Frame& out) {
  const bool is_own = page.mentions[numbers.front()].sentence == own;
  const bool is_first = is_own && numbers[1] == numbers[0] + 1 &&
                        stands_in_front(page, numbers.front(), numbers.back()) &&
                        !is_introduced(page, numbers.back());
  const auto target = is_first ? numbers.begin() : numbers.end() - 1;
  out.target = *target;
  out.is_introduced = is_first || is_introduced(page, *target);
  numbers.erase(target);
  out.operands = std::move(numbers);
}

/// Words and commas, and few of them, between each two.
bool is_tight(const Page& page, const std::vector<MentionId>& numbers) {
  constexpr std::uint32_t most_between = 7;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const std::uint32_t begin = page.mentions[numbers[i - 1]].token + 1;
    const std::uint32_t end = page.mentions[numbers[i]].token;
    if (end - begin > most_between) return false;
    for (std::uint32_t t = begin; t < end; ++t) {
      const Kind kind = page.tokens.tokens[t].kind;
      if (kind == Kind::stop || kind == Kind::semicolon || kind == Kind::mark) return false;
    }
  }
  return true;
}

/// "12 things": whole things or what is told to two digits, and no rank, no "one", no "3x".
bool is_plain_count(const Page& page, MentionId id) {
  constexpr double fewest = 4.0;
  const std::string_view unit = page.unit_text(id);
  return page.figure(id).number >= fewest && unit != "x" && unit != "X" && unit != "\xc3\x97";
}

/// "From 6 billion to 18 billion"
bool is_from_to(const Page& page, MentionId from, MentionId to) {
  const std::uint32_t at = page.mentions[from].token;
  if (to != from + 1 || at == page.line_of(from).first_token) return false;
  const std::uint32_t end = page.mentions[to].token;
  constexpr std::uint32_t near = 3;
  const LineId line = page.mentions[to].line;
  return end <= at + near && page.written(line, page.tokens.tokens[at - 1]) == "from" &&
         page.written(line, page.tokens.tokens[end - 1]) == "to";
}

bool calculates(const Page& page, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Kind kind = page.tokens.tokens[i].kind;
    if (kind == Kind::times || kind == Kind::over || kind == Kind::power || kind == Kind::relation)
      return true;
  }
  return false;
}

}  // namespace

arithmetic::Turns turns_between(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  arithmetic::Turns out = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = page.tokens.tokens[i];
    if (token.kind == Kind::word) out |= arithmetic::turns_of(stem(page.written(line, token)));
    if (token.kind == Kind::plus || (token.kind == Kind::word && token.role == Role::plus))
      out |= arithmetic::turn::rise;
  }
  return out;
}

Frame frame_of(const Page& page, SentenceId id, std::size_t most) {
  Frame out;
  const Sentence& sentence = page.sentences[id];
  std::vector<MentionId> numbers;
  if (!add_numbers(page, sentence, most, numbers)) return out;
  if (numbers.size() < 2 || numbers.size() > most + 1) return out;
  if (calculates(page, sentence.first_token, sentence.end_token)) return out;
  out.line = sentence.line;
  out.begin = sentence.first_token;
  out.end = sentence.end_token;
  out.turns = turns_between(page, sentence.line, out.begin, out.end);
  out.is_tight = is_tight(page, numbers);
  choose_target(page, std::move(numbers), id, out);
  return out;
}

Frame frame_with_before(const Page& page, SentenceId id, std::size_t most) {
  Frame out;
  if (id == 0) return out;
  const Sentence& own = page.sentences[id];
  const Sentence& before = page.sentences[id - 1];
  std::vector<MentionId> numbers;
  if (before.line != own.line || !add_numbers(page, before, most, numbers) || numbers.empty() ||
      !add_numbers(page, own, most, numbers))
    return out;
  const bool has_own = !numbers.empty() && page.mentions[numbers.back()].sentence == id;
  if (!has_own || numbers.size() < 2 || numbers.size() > most + 1) return out;
  if (calculates(page, before.first_token, own.end_token)) return out;
  out.line = own.line;
  out.begin = before.first_token;
  out.end = own.end_token;
  out.turns = turns_between(page, own.line, own.first_token, own.end_token);
  choose_target(page, std::move(numbers), id, out);
  return out;
}

bool is_told_of(const Page& page, MentionId part, MentionId whole) {
  constexpr std::uint32_t near = 6;
  const std::uint32_t begin = page.mentions[part].token + 1;
  const std::uint32_t end = page.mentions[whole].token;
  if (whole != part + 1 || end > begin + near) return false;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = page.tokens.tokens[i];
    if (token.kind == Kind::word && token.role == Role::of) return true;
  }
  return false;
}

double times(const Page& page, MentionId a, MentionId b) {
  const Figure& one = page.figure(a);
  const Figure& other = page.figure(b);
  const bool is_bare = one.unit.dimension.without_counts() != other.unit.dimension.without_counts();
  return is_bare ? other.number / one.number : other.value() / one.value();
}

bool is_kin(const Page& page, const Naming& naming, MentionId a, MentionId b) {
  const Figure& one = page.figure(a);
  const Figure& other = page.figure(b);
  if (one.is_percent() || other.is_percent() || (one.spelled && one.number < 1.0)) return false;
  const bool has_units = one.has_unit() && other.has_unit();
  const bool are_one =
      is_told_of(page, std::min(a, b), std::max(a, b)) || is_from_to(page, std::min(a, b), std::max(a, b));
  if (are_one && !has_units && is_plain_count(page, a) && is_plain_count(page, b)) return true;
  const units::Dimension kind = one.unit.dimension.without_counts();
  if (one.has_noun_denominator != other.has_noun_denominator) return false;
  if (one.period != other.period || kind != other.unit.dimension.without_counts()) return false;
  if (!kind.is_dimensionless()) return true;
  return is_plain_count(page, a) && is_plain_count(page, b) && share_word(naming.nouns[a], naming.nouns[b]);
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "document/quantities.hpp"

#include "document/digits.hpp"
#include "document/equation_plain.hpp"
#include "document/equation_token.hpp"
#include "document/equation_words.hpp"
#include "document/plain_label.hpp"

#include <algorithm>

namespace reckon::document {
namespace {

constexpr std::size_t most_words = 4;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

std::string noun_behind(const Text& text, std::size_t end, const units::Stated& stated) {
  const std::string_view view = text.view().substr(std::min(end, text.view().size()));
  std::string noun = plain_label(stated.unit_text);
  std::size_t words = 0;
  for (std::size_t at = 0; at < view.size() && words < most_words;) {
    if (view[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t stop = at;
    while (stop < view.size() &&
           ((view[stop] >= 'a' && view[stop] <= 'z') || (view[stop] >= 'A' && view[stop] <= 'Z') ||
            view[stop] == '-' || view[stop] == '/')) {
      ++stop;
    }
    const std::string word = lower(view.substr(at, stop - at));
    if (stop == at || ends_operand(word) || relation_phrase(word)) break;
    noun += (noun.empty() ? "" : " ") + plain_label(word);
    ++words;
    at = stop;
  }
  return noun;
}

std::vector<Mention> quantities_in(const Text& text) {
  if (!has_digit(text.view())) return {};
  const Plain plain = plain_arithmetic(text.view());
  const Tokens tokens = tokenise(plain);
  std::vector<Mention> out;
  for (const Token& token : tokens.tokens) {
    if (token.kind != Kind::literal) continue;
    const std::size_t begin = plain.begin_of(token.begin);
    const std::size_t end = plain.end_of(token.end);
    const units::Stated& stated = tokens.literals[token.index].stated;
    out.push_back({stated, text.span(begin, end), {}, noun_behind(text, end, stated)});
  }
  const std::size_t colon = text.view().find(": ");
  if (out.size() == 1 && colon != std::string_view::npos)
    out.front().label = plain_label(text.view().substr(0, colon));
  return out;
}

}  // namespace reckon::document

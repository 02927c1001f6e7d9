// SPDX-License-Identifier: MIT
#include "document/sql/place.hpp"

#include "document/located_node.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace reckon::document {
namespace {

using units::lower;

bool is_name(SqlToken::Kind kind) {
  return kind == SqlToken::Kind::word || kind == SqlToken::Kind::identifier;
}

}  // namespace

bool same_sql_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::size_t SqlPlaces::at(const tree::Node& node) const {
  const tree::Node* location = node.find("location");
  if (location == nullptr) return size();
  std::size_t offset = 0;
  const char* last = location->text.data() + location->text.size();
  const auto [end, error] = std::from_chars(location->text.data(), last, offset);
  return error == std::errc{} && end == last ? from(offset) : size();
}

std::size_t SqlPlaces::from(std::size_t offset) const {
  const auto found =
      std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                       [](const SqlToken& token, std::size_t value) { return token.begin < value; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

std::string_view SqlPlaces::written(std::size_t token) const {
  if (token >= size()) return {};
  return text_.view().substr(begin_of(token), tokens_[token].end - tokens_[token].begin);
}

bool SqlPlaces::is_sign(std::size_t token, char sign) const {
  return token < size() && tokens_[token].kind == SqlToken::Kind::sign && written(token).front() == sign;
}

bool SqlPlaces::is_word(std::size_t token, std::string_view wanted) const {
  if (token >= size() || tokens_[token].kind != SqlToken::Kind::word) return false;
  const std::string_view word = written(token);
  return std::equal(word.begin(), word.end(), wanted.begin(), wanted.end(),
                    [](char a, char b) { return lower(a) == b; });
}

bool SqlPlaces::are_words(std::size_t token, std::initializer_list<std::string_view> wanted) const {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](std::string_view word) { return is_word(token++, word); });
}

std::size_t SqlPlaces::last_name(std::size_t token) const {
  while (token + 2 < size() && is_sign(token + 1, '.') && is_name(tokens_[token + 2].kind)) token += 2;
  return token;
}

std::size_t SqlPlaces::behind_brackets(std::size_t token) const {
  std::size_t depth = 0;
  while (token < size()) {
    if (is_sign(token, '(')) ++depth;
    if (is_sign(token, ')') && depth > 0) --depth;
    ++token;
    if (depth == 0) break;
  }
  return token;
}

tree::Node SqlPlaces::node(std::size_t token) const {
  if (token >= size()) return missing_node(text_, begin_);
  const std::size_t begin = begin_of(token);
  const std::size_t end = end_of(token);
  const std::string_view word = written(token);
  const bool quoted =
      word.size() > 1 && std::string_view("\"'`").find(word.front()) != std::string_view::npos;
  if (quoted) return quoted_node(text_, begin, end, std::string(word.substr(1, word.size() - 2)));
  return tokens_[token].kind == SqlToken::Kind::number ? plain_node(text_, begin, end)
                                                       : word_node(text_, begin, end);
}

tree::Node SqlPlaces::words(std::size_t first, std::size_t behind) const {
  if (first >= behind || behind > size()) return missing_node(text_, begin_);
  return word_node(text_, begin_of(first), end_of(behind - 1));
}

tree::Node SqlPlaces::fact(std::size_t first, std::size_t behind, std::string_view value) const {
  if (first >= behind || behind > size()) return missing_node(text_, begin_);
  return said_node(text_, begin_of(first), end_of(behind - 1), std::string(value));
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// Finds the written form of what PostgreSQL's parser names by a byte or not at all.
#pragma once

#include "document/sql/tokens.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace reckon::document {

/// Names are the same in any case, as SQL folds them; quotes that keep the case are not looked at.
bool same_sql_name(std::string_view a, std::string_view b);

/// Tokens of one statement by number; `size()` is none.
class SqlPlaces {
 public:
  SqlPlaces(const Text& text, std::size_t begin, std::span<const SqlToken> tokens)
      : text_(text), begin_(begin), tokens_(tokens) {}

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  /// The token at the member `location` of a node, or none.
  [[nodiscard]] std::size_t at(const tree::Node& node) const;
  /// The token at a byte of the statement or the first behind it.
  [[nodiscard]] std::size_t from(std::size_t offset) const;
  [[nodiscard]] bool is_sign(std::size_t token, char sign) const;
  /// A keyword, in any case.
  [[nodiscard]] bool is_word(std::size_t token, std::string_view wanted) const;
  [[nodiscard]] bool are_words(std::size_t token, std::initializer_list<std::string_view> wanted) const;
  /// The last name of `schema.table` or `table.column` that starts at a token.
  [[nodiscard]] std::size_t last_name(std::size_t token) const;
  /// Behind the bracket that a token opens; the token behind it when it opens none.
  [[nodiscard]] std::size_t behind_brackets(std::size_t token) const;

  [[nodiscard]] std::size_t begin_of(std::size_t token) const { return begin_ + tokens_[token].begin; }
  [[nodiscard]] std::size_t end_of(std::size_t token) const { return begin_ + tokens_[token].end; }
  [[nodiscard]] std::string_view written(std::size_t token) const;

  /// A name, a number or a string, without its quotes.
  [[nodiscard]] tree::Node node(std::size_t token) const;
  /// Tokens [first, behind) as one text.
  [[nodiscard]] tree::Node words(std::size_t first, std::size_t behind) const;
  /// A fact that tokens [first, behind) state.
  [[nodiscard]] tree::Node fact(std::size_t first, std::size_t behind, std::string_view value) const;

 private:
  const Text& text_;
  std::size_t begin_;
  std::span<const SqlToken> tokens_;
};

}  // namespace reckon::document

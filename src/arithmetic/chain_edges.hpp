// SPDX-License-Identifier: MIT
// Whether a calculation begins or ends inside something that was not read: an operator that nobody here
// knows, the bracket of a function, a sign in front.
#pragma once

#include "arithmetic/lex.hpp"

#include <cstdint>
#include <string_view>

namespace reckon::arithmetic {

class ChainEdges {
 public:
  ChainEdges(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, std::string_view plain)
      : tokens_(tokens), begin_(begin), end_(end), plain_(plain) {}

  /// In front of a side that begins at `at`.
  [[nodiscard]] bool cuts_before(std::uint32_t at) const;
  /// Behind one that ends at `at`.
  [[nodiscard]] bool cuts_behind(std::uint32_t at) const;

  /// Nothing before it belongs to what begins there.
  [[nodiscard]] bool is_fresh(std::uint32_t at) const;

  /// "/16 → 65,534 hosts": the length of a network's prefix, or the stroke in front of it.
  [[nodiscard]] bool tells_prefix_length(std::uint32_t at) const;

  /// "1 KB vs ~1 MB", "from 20 ms to about 4 s": behind a word, "about" is said of the next number alone.
  /// `side`: what stands before.
  [[nodiscard]] bool marks_next(std::uint32_t at, const Side& side) const;

  /// "an 8x16 mesh with Y=8", "10 s later with start_time = ...": behind other words a name that a value is
  /// given to. `words`: how many stand between the side and the sign.
  [[nodiscard]] bool assigns(std::uint32_t at, std::uint32_t words) const;

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return tokens_.tokens[at]; }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return plain_.substr(token(at).begin, token(at).end - token(at).begin);
  }
  [[nodiscard]] bool follows_price_sign(std::uint32_t at) const;
  [[nodiscard]] bool is_sign(std::uint32_t at) const;
  [[nodiscard]] bool is_foreign(std::uint32_t at) const;
  static bool is_operator_word(Role role);
  [[nodiscard]] bool is_operator_before(std::uint32_t at) const;
  [[nodiscard]] bool is_operator_above(std::uint32_t at) const;
  [[nodiscard]] bool is_function_before(std::uint32_t at) const;
  [[nodiscard]] bool is_called(std::uint32_t open) const;

  const Tokens& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::string_view plain_;
};

}  // namespace reckon::arithmetic

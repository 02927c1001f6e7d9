// SPDX-License-Identifier: MIT
// Where a scanner stands in code, and the comments that it has passed. What the code means is for readers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

/// A comment in a text, without its mark.
struct Comment {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What begins a comment in a language.
struct CommentMarks {
  bool hash = false;     ///< # up to the line's end
  bool slashes = false;  ///< // up to the line's end
  bool stars = false;    ///< /* up to */
};

struct Quoted {
  std::size_t begin = 0;  ///< quotes included
  std::size_t end = 0;
  std::string text;  ///< escapes undone
};

class CodeCursor {
 public:
  CodeCursor(std::string_view text, CommentMarks marks) : text_(text), marks_(marks) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  /// The byte `ahead` of the place, or NUL behind the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool looking_at(std::string_view words) const {
    return text_.substr(at_, words.size()) == words;
  }
  [[nodiscard]] std::string_view since(std::size_t begin) const { return text_.substr(begin, at_ - begin); }
  void advance(std::size_t bytes = 1) { at_ = at_ + bytes < text_.size() ? at_ + bytes : text_.size(); }
  void go_to(std::size_t at) { at_ = at; }
  bool take(char c);

  /// Over blanks, line breaks and comments.
  void skip() { skip_blanks(true); }
  /// Over blanks and comments, up to the line's end.
  void skip_in_line() { skip_blanks(false); }

  /// The text in quotes that starts here: "...", '...', `...` or three double quotes. Only the last two may
  /// run over lines; a quote that does not end is no quote, and the cursor stays.
  std::optional<Quoted> take_quoted();

  /// Letters, digits, `_` and the bytes of `others`; empty when there are none.
  std::string_view take_word(std::string_view others);

  /// From an opening bracket behind the one that closes it, over quotes and comments; false when it is never
  /// closed, and then the cursor stands at the end.
  bool skip_brackets();

  /// Hands over the comments passed so far.
  std::vector<Comment> take_comments();

 private:
  void skip_blanks(bool over_lines);
  bool skip_comment();

  std::string_view text_;
  CommentMarks marks_;
  std::size_t at_ = 0;
  std::size_t comments_to_ = 0;     ///< going back must not give a comment twice
  std::size_t no_block_quote_ = 0;  ///< from here on no quote over lines ends: its search is not repeated
  std::vector<Comment> comments_;
};

bool is_word_byte(char c);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "document/code_cursor.hpp"

#include <algorithm>
#include <utility>

namespace reckon::document {
namespace {

char unescaped(char c) {
  return c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

}  // namespace

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool CodeCursor::take(char c) {
  if (at_end() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void CodeCursor::skip_blanks(bool over_lines) {
  while (!at_end()) {
    const char c = text_[at_];
    const bool blank = c == ' ' || c == '\t' || c == '\r' || (over_lines && c == '\n');
    if (blank) {
      ++at_;
    } else if (!skip_comment()) {
      return;
    }
  }
}

bool CodeCursor::skip_comment() {
  std::size_t begin = at_;
  std::size_t end = 0;
  std::size_t behind = 0;
  if (marks_.stars && looking_at("/*")) {
    begin += 2;
    end = std::min(text_.find("*/", begin), text_.size());
    behind = std::min(end + 2, text_.size());
  } else if ((marks_.hash && peek() == '#') || (marks_.slashes && looking_at("//"))) {
    begin = std::min(text_.find_first_not_of("#/", at_), text_.size());
    end = behind = std::min(text_.find('\n', at_), text_.size());
    begin = std::min(begin, end);
  } else {
    return false;
  }
  if (at_ >= comments_to_) {
    comments_.push_back({begin, end});
    comments_to_ = behind;
  }
  at_ = behind;
  return true;
}

std::optional<Quoted> CodeCursor::take_quoted() {
  const char quote = peek();
  if (quote != '"' && quote != '\'' && quote != '`') return std::nullopt;
  const bool block = looking_at("\"\"\"");
  const std::string_view mark = block ? std::string_view("\"\"\"") : text_.substr(at_, 1);
  const bool over_lines = block || quote == '`';
  if (over_lines && no_block_quote_ > 0 && at_ >= no_block_quote_) return std::nullopt;
  Quoted out;
  out.begin = at_;
  for (std::size_t i = at_ + mark.size(); i < text_.size();) {
    if (text_.substr(i, mark.size()) == mark) {
      out.end = at_ = i + mark.size();
      return out;
    }
    if (text_[i] == '\n' && !over_lines) return std::nullopt;
    if (text_[i] == '\\' && i + 1 < text_.size() && text_[i + 1] != '\n') {
      out.text += unescaped(text_[i + 1]);
      i += 2;
    } else {
      out.text += text_[i++];
    }
  }
  if (over_lines && no_block_quote_ == 0) no_block_quote_ = out.begin;
  return std::nullopt;
}

std::string_view CodeCursor::take_word(std::string_view others) {
  const std::size_t begin = at_;
  while (!at_end() && (is_word_byte(text_[at_]) || others.find(text_[at_]) != std::string_view::npos)) ++at_;
  return since(begin);
}

bool CodeCursor::skip_brackets() {
  std::size_t depth = 0;
  while (!at_end()) {
    skip();
    const char c = peek();
    if (c == '(' || c == '[' || c == '{') ++depth;
    const bool closes = c == ')' || c == ']' || c == '}';
    if (!take_quoted()) advance();
    if (closes && depth <= 1) return true;
    if (closes) --depth;
  }
  return false;
}

std::vector<Comment> CodeCursor::take_comments() {
  return std::exchange(comments_, {});
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "document/sql/tokens.hpp"

#include "document/digits.hpp"

#include <algorithm>
#include <optional>

namespace reckon::document {
namespace {

using TokenKind = SqlToken::Kind;

bool is_name_byte(char c) {
  return is_word_byte(c) || static_cast<unsigned char>(c) >= 0x80U;
}

class SqlScanner {
 public:
  explicit SqlScanner(std::string_view text) : text_(text) {}

  SqlTokens run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        ++at_;
      } else if (!comment()) {
        token(c);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void add(TokenKind kind, std::size_t end) {
    out_.tokens.push_back({kind, at_, end});
    at_ = end;
  }

  bool comment() {
    if (text_[at_] == '-' && peek(1) == '-') {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      out_.comments.push_back({std::min(text_.find_first_not_of('-', at_), end), end});
      at_ = end;
      return true;
    }
    if (text_[at_] != '/' || peek(1) != '*' || at_ >= no_star_from_) return false;
    const std::size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) {
      no_star_from_ = at_;
      return false;
    }
    out_.comments.push_back({at_ + 2, end});
    at_ = end + 2;
    return true;
  }

  void token(char c) {
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    const bool prefixed = (c == 'E' || c == 'e') && peek(1) == '\'';
    if (c == '\'' || prefixed) return quoted(TokenKind::string, prefixed ? 1 : 0, prefixed);
    if (c == '"') return quoted(TokenKind::identifier, 0, false);
    if (c == '$') return dollars();
    if (!is_name_byte(c)) return add(TokenKind::sign, at_ + 1);
    std::size_t end = at_;
    while (end < text_.size() && (is_name_byte(text_[end]) || text_[end] == '$')) ++end;
    add(TokenKind::word, end);
  }

  void number() {
    std::size_t end = at_;
    while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) ++end;
    const std::size_t exponent = end;
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      ++end;
      if (end < text_.size() && (text_[end] == '+' || text_[end] == '-')) ++end;
      const std::size_t digits = end;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      if (end == digits) end = exponent;
    }
    add(TokenKind::number, end);
  }

  /// The quote stands `prefix` bytes behind the place; a doubled one does not end it.
  void quoted(TokenKind kind, std::size_t prefix, bool escapes) {
    const char quote = text_[at_ + prefix];
    std::size_t& none_from = quote == '"' ? no_double_from_ : no_single_from_;
    if (at_ < none_from) {
      for (std::size_t i = at_ + prefix + 1; i < text_.size(); ++i) {
        if (escapes && text_[i] == '\\') {
          ++i;
        } else if (text_[i] == quote) {
          if (i + 1 >= text_.size() || text_[i + 1] != quote) return add(kind, i + 1);
          ++i;
        }
      }
      none_from = at_;
    }
    add(TokenKind::sign, at_ + 1 + prefix);
  }

  /// `$tag$ ... $tag$`, `$1`, or a sign.
  void dollars() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_name_byte(text_[end])) ++end;
    const bool opens =
        end < text_.size() && text_[end] == '$' && !is_digit(peek(1)) && at_ < no_dollars_from_;
    if (!opens) return add(TokenKind::sign, std::max(end, at_ + 1));
    const std::string_view tag = text_.substr(at_, end + 1 - at_);
    const std::size_t close = text_.find(tag, end + 1);
    if (close != std::string_view::npos) return add(TokenKind::string, close + tag.size());
    no_dollars_from_ = at_;
    add(TokenKind::sign, at_ + 1);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  // Where the search for an end has failed once, it is not repeated: the scan stays linear.
  std::size_t no_star_from_ = std::string_view::npos;
  std::size_t no_single_from_ = std::string_view::npos;
  std::size_t no_double_from_ = std::string_view::npos;
  std::size_t no_dollars_from_ = std::string_view::npos;
  SqlTokens out_;
};

}  // namespace

SqlTokens scan_sql(std::string_view text) {
  return SqlScanner(text).run();
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// Grammar:
//   script   = { command | comment | separator }       separator = newline | ; | & | && | | | || | ( | )
//   command  = { word | redirection }                  comment   = # ... at the beginning of a word
//   word     = { char | \char | 'text' | "text" }      \newline between or inside words is nothing
//   redirection = [digits] (< | > | >> | >&) word | << delimiter, whose text begins on the next line
#include "document/shell_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::size_t none = std::string_view::npos;

class ShellScanner {
 public:
  explicit ShellScanner(std::string_view text) : text_(text) {}

  std::vector<ShellPiece> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        finish();
        ++at_;
        here_document();
      } else if (c == ' ' || c == '\t' || c == '\r') {
        ++at_;
      } else if (std::size_t broken = line_continuation(at_)) {
        at_ += broken;
      } else if (c == '#') {
        comment();
      } else if (c == ';' || c == '|' || c == '&' || c == '(' || c == ')') {
        operator_sign();
      } else if (c == '>' || (c == '<' && !is_placeholder())) {
        redirection();
      } else {
        word();
      }
    }
    finish();
    return std::move(pieces_);
  }

 private:
  /// Length of a backslash and the line break behind it, or 0.
  [[nodiscard]] std::size_t line_continuation(std::size_t at) const {
    if (text_.substr(at, 2) == "\\\n") return 2;
    return text_.substr(at, 3) == "\\\r\n" ? 3 : 0;
  }

  /// `<host>` stands for something to fill in; it is no redirection.
  [[nodiscard]] bool is_placeholder() const {
    std::size_t end = at_ + 1;
    const auto is_name = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
             c == '_' || c == '.';
    };
    while (end < text_.size() && is_name(text_[end])) ++end;
    return end > at_ + 1 && end < text_.size() && text_[end] == '>';
  }

  void finish() {
    if (!command_.words.empty()) {
      command_.begin = command_.words.front().begin;
      command_.end = command_.words.back().end;
      pieces_.push_back(std::move(command_));
    }
    command_ = {};
    skip_word_ = false;
  }

  void comment() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    finish();
    ShellPiece piece;
    piece.kind = ShellPiece::Kind::comment;
    piece.begin = at_;
    piece.end = end;
    pieces_.push_back(std::move(piece));
    at_ = end;
  }

  void operator_sign() {
    if (text_.substr(at_, 2) == "&>") {
      at_ += 2;
      skip_word_ = true;
      return;
    }
    finish();
    ++at_;
  }

  void redirection() {
    if (text_.substr(at_, 2) == "<<" && text_.substr(at_, 3) != "<<<") {
      at_ += text_.substr(at_, 3) == "<<-" ? std::size_t{3} : std::size_t{2};
      begin_here_document_ = true;
    } else {
      while (at_ < text_.size() && (text_[at_] == '<' || text_[at_] == '>' || text_[at_] == '&')) ++at_;
    }
    skip_word_ = true;
  }

  /// The closing quote of the one at `open`, unless there is none any more.
  std::optional<std::size_t> closing(std::size_t open) {
    const char quote = text_[open];
    bool& hopeless = quote == '\'' ? no_single_ : no_double_;
    if (hopeless) return std::nullopt;
    for (std::size_t i = open + 1; i < text_.size(); ++i) {
      if (text_[i] == quote) return i;
      if (quote == '"' && text_[i] == '\\') ++i;
    }
    hopeless = true;
    return std::nullopt;
  }

  void word() {
    ShellWord out;
    out.begin = at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (const std::size_t broken = line_continuation(at_)) {
        at_ += broken;
      } else if (c == '\\' && at_ + 1 < text_.size()) {
        out.text.push_back(text_[at_ + 1]);
        at_ += 2;
        out.end = at_;
      } else if (c == '\'' || c == '"') {
        quoted(out);
      } else if (c == '<' && is_placeholder()) {
        const std::size_t end = text_.find('>', at_) + 1;
        out.text += text_.substr(at_, end - at_);
        at_ = out.end = end;
      } else if (std::string_view(" \t\r\n;|&()<>").find(c) != none) {
        break;
      } else {
        out.text.push_back(c);
        out.end = ++at_;
      }
    }
    if (out.end == 0) return;
    const bool is_descriptor = at_ < text_.size() && (text_[at_] == '<' || text_[at_] == '>') &&
                               out.text.find_first_not_of("0123456789") == none && at_ == out.end;
    if (begin_here_document_) {
      delimiters_.push_back(out.text);
      begin_here_document_ = false;
    }
    if (!skip_word_ && !is_descriptor) command_.words.push_back(std::move(out));
    skip_word_ = false;
  }

  void quoted(ShellWord& out) {
    const auto close = closing(at_);
    if (!close) {
      out.text.push_back(text_[at_]);
      out.end = ++at_;
      return;
    }
    const bool escapes = text_[at_] == '"';
    for (std::size_t i = at_ + 1; i < *close; ++i) {
      const bool escaped =
          escapes && text_[i] == '\\' && std::string_view("\"\\$`").find(text_[i + 1]) != none;
      out.text.push_back(escaped ? text_[++i] : text_[i]);
    }
    at_ = out.end = *close + 1;
  }

  /// The lines up to the delimiter of the command line above.
  void here_document() {
    for (const std::string& delimiter : delimiters_) {
      if (no_delimiter_) break;
      for (std::size_t line = at_; true;) {
        const std::size_t end = std::min(text_.find('\n', line), text_.size());
        std::string_view content = text_.substr(line, end - line);
        const std::size_t first = std::min(content.find_first_not_of(" \t"), content.size());
        const std::size_t last = content.find_last_not_of(" \t\r");
        if (last != none && content.substr(first, last + 1 - first) == delimiter) {
          ShellPiece piece;
          piece.kind = ShellPiece::Kind::here_document;
          piece.begin = at_;
          piece.end = line;
          pieces_.push_back(std::move(piece));
          at_ = end;
          break;
        }
        if (end == text_.size()) {
          no_delimiter_ = true;
          break;
        }
        line = end + 1;
      }
    }
    delimiters_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<ShellPiece> pieces_;
  ShellPiece command_;
  std::vector<std::string> delimiters_;
  bool begin_here_document_ = false;
  bool skip_word_ = false;  ///< the next word belongs to a redirection
  bool no_single_ = false;  ///< no quote is closed from here on: do not look again
  bool no_double_ = false;
  bool no_delimiter_ = false;
};

}  // namespace

std::vector<ShellPiece> scan_shell(std::string_view text) {
  return ShellScanner(text).run();
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// A scan over tokens that knows only containers and what came before:
//   slip                                   becomes
//   // ... | /* ... */ | # ...             blanks
//   ... | U+2026                           blanks, and commas around it too many do not count
//   , before } or ] | a second ,           a blank
//   (nothing) between two values           , in place of a blank
//   'text' | U+201C text U+201D            "text"
//   word (a key, NaN, None, 50 ms, 007)    "...." of the same length
//   a control character in a string        a blank
#include "tree/json_mend.hpp"

#include "base/blank.hpp"
#include "tree/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::tree {
namespace {

constexpr std::string_view ellipsis = "\xe2\x80\xa6";
constexpr std::string_view open_quote = "\xe2\x80\x9c";
constexpr std::string_view close_quote = "\xe2\x80\x9d";
constexpr std::size_t none = std::string_view::npos;

class Mender {
 public:
  Mender(const Input& input, Reading& reading)
      : input_(input), text_(input.text), out_(input.text), reading_(reading) {}

  std::string run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (base::is_blank(c)) {
        ++at_;
      } else if (c == '"') {
        value_begins(at_);
        string();
      } else if (c == '{' || c == '[') {
        value_begins(at_);
        containers_.push_back(c);
        after(Token::open, 1);
      } else if (c == '}' || c == ']') {
        close();
      } else if (c == ',') {
        comma();
      } else if (c == ':') {
        after(Token::colon, 1);
      } else if (is_comment()) {
        comment();
      } else if (starts("...") || starts(ellipsis)) {
        elision();
      } else if (c == '\'' || starts(open_quote)) {
        value_begins(at_);
        foreign_quotes(c == '\'' ? "'" : close_quote, c == '\'' ? 1 : open_quote.size());
      } else {
        value_begins(at_);
        word();
      }
    }
    tell_comments();
    return std::move(out_);
  }

 private:
  void tell_comments() {
    if (comments_ < 2) return;
    const auto first = std::find_if(reading_.problems.begin(), reading_.problems.end(),
                                    [](const base::Diagnostic& each) { return each.code == "json.comment"; });
    if (first != reading_.problems.end())
      first->message = fmt::format("JSON has no comments, and here are {}", comments_);
  }

  enum class Token { start, open, value, comma, colon };

  [[nodiscard]] bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  [[nodiscard]] bool is_comment() const { return text_[at_] == '#' || starts("//") || starts("/*"); }

  void after(Token token, std::size_t length) {
    const bool expects_key = last_ == Token::open || last_ == Token::comma;
    is_key_ = token == Token::value && expects_key && !containers_.empty() && containers_.back() == '{';
    last_ = token;
    at_ += length;
    last_end_ = at_;
  }

  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!base::is_blank(out_[i])) out_[i] = ' ';
    }
  }

  void report(std::string_view code, std::string_view message, std::size_t begin, std::size_t end,
              std::string_view help) {
    base::Diagnostic problem =
        base::problem(std::string(code), std::string(message), input_.span(begin, end));
    problem.remarks.push_back({"help", std::string(help)});
    add_problem(reading_, std::move(problem));
  }

  /// Two values in a row lack a comma; a blank between them makes room for it.
  void value_begins(std::size_t at) {
    const bool room = last_ == Token::value && !is_key_ && !containers_.empty() && at > last_end_;
    if (room) {
      out_[last_end_] = ',';
      report("json.missing-comma", "a comma is missing between two values", at, at + 1,
             "put ',' after the value before");
    }
    elided_ = false;
  }

  void string() {
    std::size_t end = at_ + 1;
    bool reported = false;
    while (end < text_.size() && text_[end] != '"') {
      if (text_[end] == '\\') {
        end += 2;
        continue;
      }
      if (static_cast<unsigned char>(text_[end]) < 0x20U) {
        if (!reported)
          report("json.control-character", "a line break or tab stands inside a string", end, end + 1,
                 R"(write \n or \t, or close the string before it)");
        reported = true;
        out_[end] = ' ';
      }
      ++end;
    }
    after(Token::value, std::min(end + 1, text_.size()) - at_);
  }

  void close() {
    if (last_ == Token::comma) {
      blank(last_comma_, last_comma_ + 1);
      if (!elided_)
        report("json.trailing-comma", "a comma stands before the closing bracket", last_comma_,
               last_comma_ + 1, "remove it");
    }
    elided_ = false;
    if (!containers_.empty()) containers_.pop_back();
    last_ = Token::value;
    after(Token::value, 1);
  }

  void comma() {
    if (last_ == Token::comma || last_ == Token::open) {
      blank(at_, at_ + 1);
      if (!elided_)
        report("json.extra-comma", "a comma stands where a value is expected", at_, at_ + 1, "remove it");
      ++at_;
      return;
    }
    last_comma_ = at_;
    after(Token::comma, 1);
  }

  void comment() {
    std::size_t end = 0;
    if (starts("/*")) {
      const std::size_t close = text_.find("*/", at_ + 2);
      end = close == none ? text_.size() : close + 2;
    } else {
      end = std::min(text_.find('\n', at_), text_.size());
    }
    std::size_t shown = end;
    while (shown > at_ + 1 && base::is_blank(text_[shown - 1])) --shown;
    // Who writes one writes many: the first is told.
    if (++comments_ == 1)
      report("json.comment", "JSON has no comments", at_, shown, "remove it, or make it a member");
    blank(at_, end);
    at_ = end;
  }

  void elision() {
    const std::size_t begin = at_;
    at_ += starts(ellipsis) ? ellipsis.size() : 0;
    while (at_ < text_.size() && text_[at_] == '.') ++at_;
    report("json.elided", "something was left out here", begin, at_, "write all values out");
    blank(begin, at_);
    elided_ = true;
  }

  void foreign_quotes(std::string_view closing, std::size_t opening_length) {
    const std::size_t inner = at_ + opening_length;
    const std::optional<std::size_t> close = find_closing(inner, closing);
    if (!close) return word();
    blank(at_, inner);
    out_[inner - 1] = '"';
    blank(*close, *close + closing.size());
    out_[*close] = '"';
    const std::size_t end = *close + closing.size();
    report("json.quotes", "JSON strings stand in straight double quotes", at_, end, R"(write "...")");
    after(Token::value, end - at_);
  }

  /// The closing quote in the same line, unless something between needs an escape. What stopped one search
  /// stops all that begin before it.
  std::optional<std::size_t> find_closing(std::size_t from, std::string_view closing) {
    std::size_t& stopper = closing.size() == 1 ? single_stopped_at_ : curly_stopped_at_;
    if (from < stopper) return std::nullopt;
    for (std::size_t at = from; at < text_.size(); ++at) {
      if (text_.substr(at, closing.size()) == closing) return at;
      if (std::string_view("\n\"\\").find(text_[at]) == none) continue;
      stopper = at;
      return std::nullopt;
    }
    stopper = text_.size();
    return std::nullopt;
  }

  void word() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && std::string_view(",:{}[]\"\n").find(text_[end]) == none &&
           text_.substr(end, 2) != "//" && text_.substr(end, 2) != "/*")
      ++end;
    const std::size_t after_word = end;
    while (end > at_ + 1 && base::is_blank(text_[end - 1])) --end;
    const std::string_view word = text_.substr(at_, end - at_);
    const bool known = word == "true" || word == "false" || word == "null" || is_json_number(word);
    if (!known && word.size() >= 2) {
      const bool is_key = after_word < text_.size() && text_[after_word] == ':';
      const Kind kind = plain_kind(word);
      const std::string message = is_key ? fmt::format("the key '{}' is not in quotes", word)
                                  : kind == Kind::number
                                      ? fmt::format("'{}' is not how JSON writes a number", word)
                                      : fmt::format("'{}' is not a JSON value", word);
      report("json.bare-word", message, at_, end,
             kind == Kind::number
                 ? "write plain digits: no leading zeros, no plus sign, a digit before the point"
                 : "put it in double quotes, or write null");
      std::fill(out_.begin() + static_cast<std::ptrdiff_t>(at_),
                out_.begin() + static_cast<std::ptrdiff_t>(end), '_');
      out_[at_] = out_[end - 1] = '"';
    }
    after(Token::value, end - at_);
  }

  const Input& input_;
  std::string_view text_;
  std::string out_;
  Reading& reading_;
  std::size_t at_ = 0;
  std::vector<char> containers_;
  Token last_ = Token::start;
  bool is_key_ = false;         ///< the last token is a key: a colon must follow
  std::size_t last_end_ = 0;    ///< behind the last token
  std::size_t last_comma_ = 0;  ///< while `last_` is a comma
  std::size_t single_stopped_at_ = 0;
  std::size_t curly_stopped_at_ = 0;
  std::size_t comments_ = 0;
  bool elided_ = false;  ///< something was left out since the last value
};

}  // namespace

std::string mend_json(const Input& input, Reading& reading) {
  return Mender(input, reading).run();
}

}  // namespace reckon::tree

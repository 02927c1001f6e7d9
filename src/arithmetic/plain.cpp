// SPDX-License-Identifier: MIT
#include "arithmetic/plain.hpp"

#include "arithmetic/alphabet.hpp"
#include "arithmetic/line_break.hpp"
#include "base/unicode.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <array>

namespace reckon::arithmetic {
namespace {

using units::is_ascii_letter;
using units::is_digit;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
/// Part of a word or a number in which nothing is spelled otherwise; U may begin "US$".
bool is_run(char c) {
  return is_ascii_letter(c) ? c != 'U' : is_digit(c);
}

std::string_view command_name(std::string_view text, std::size_t backslash) {
  std::size_t end = backslash + 1;
  while (end < text.size() && is_ascii_letter(text[end]) && end - backslash < 20) ++end;
  return text.substr(backslash + 1, end - backslash - 1);
}

/// Decides what `$` means: with a command in the text it delimits mathematics, otherwise it is money.
bool has_command(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    if (find_command(command_name(text, at)) != nullptr) return true;
  }
  return false;
}

/// "3,5": one or two digits behind a comma between digits, and no digit behind them.
bool has_decimal_comma(std::string_view text) {
  for (std::size_t at = text.find(',', 1); at != std::string_view::npos; at = text.find(',', at + 1)) {
    std::size_t digits = at + 1;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const std::size_t count = digits - at - 1;
    if (is_digit(text[at - 1]) && (count == 1 || count == 2)) return true;
  }
  return false;
}

class Rewriter {
 public:
  explicit Rewriter(std::string_view text)
      : text_(text), mathematics_(has_command(text)), decimal_comma_(has_decimal_comma(text)) {}

  Plain run() {
    out_.text.reserve(text_.size());
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  enum class Brace : std::uint8_t { dropped, group, numerator, denominator };
  static constexpr std::size_t most_braces = 64;

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] char last() const { return out_.text.empty() ? '\0' : out_.text.back(); }

  void put(std::string_view plain, std::size_t length) {
    if (plain.size() == 1 && length == 1) return put_one_by_one(plain);
    if (!plain.empty()) {
      const auto from = static_cast<std::uint32_t>(at_);
      const auto to = static_cast<std::uint32_t>(at_ + length);
      out_.pieces.push_back({static_cast<std::uint32_t>(out_.text.size()), from, to});
      out_.text += plain;
    }
    at_ += length;
  }
  /// Bytes in place of as many bytes of the original.
  void put_one_by_one(std::string_view plain) {
    const bool continues = !out_.pieces.empty() && !out_.pieces.back().is_stretch() &&
                           at_ - out_.pieces.back().from == out_.text.size() - out_.pieces.back().begin;
    if (!continues) {
      out_.pieces.push_back(
          {static_cast<std::uint32_t>(out_.text.size()), static_cast<std::uint32_t>(at_), 0});
    }
    out_.text += plain;
    at_ += plain.size();
  }
  /// The rest of a word or a number, and the words behind it that stay as they are.
  void put_run() {
    std::size_t end = at_ + 1;
    while (true) {
      while (end < text_.size() && (is_lower(text_[end]) || is_run(text_[end]))) ++end;
      const bool goes_on = end + 1 < text_.size() && text_[end] == ' ' && is_ascii_letter(text_[end - 1]) &&
                           is_ascii_letter(text_[end + 1]) && is_run(text_[end + 1]);
      if (!goes_on) break;
      end += 2;
    }
    put_one_by_one(text_.substr(at_, end - at_));
  }

  /// A space or an apostrophe inside a number joins; what was joined may be joined again three digits later.
  void put_mark(std::string_view plain, std::size_t length) {
    const bool joins = is_group_space(length);
    put(joins ? "" : plain, length);
    if (joins) grouped_until_ = out_.text.size() + 3;
  }

  void step() {
    const char c = peek();
    if (static_cast<unsigned char>(c) >= 0x80U) return other_character();
    if (is_run(c)) return put_run();
    switch (c) {
      case '\\':
        return backslash();
      case '\n':
        return put(goes_on(out_.text, text_, at_ + 1) ? " " : "\n", 1);
      case '\t':
      case '\r':
      case '\f':
        return put(" ", 1);
      case '`':
        return put("", 1);
      case '\'':
        return put_mark("'", 1);
      case '*':
        if (peek(1) == '*') return double_asterisk();
        return put("*", 1);
      case '$':
        if (peek(1) == '$') return put(" ", 2);
        return put(is_delimiter() ? " " : "$", 1);
      case 'U':
        if (text_.substr(at_, 3) == "US$") return put("$", 3);
        return put("U", 1);
      case '.':
        if (parts_groups()) return put("", 1);
        if (is_digit(peek(1)) && (last() == '\0' || last() == ' ' || last() == '(')) return put("0.", 1);
        return put(".", 1);
      case ',':
        if (mathematics_ && peek(1) == '\\') return put(" ", 1);  // "\,", whose backslash Markdown ate
        if (parts_arguments()) return put(", ", 1);
        return put(starts_decimals() ? "." : ",", 1);
      case ' ':
        return put_mark(" ", 1);
      case '&':
        return put(mathematics_ ? " " : "&", 1);
      case '{':
        return open_brace();
      case '}':
        return close_brace();
      case '^':
        if (peek(1) == '{') return superscript();
        return put("^", 1);
      case '<':
        return tag();
      default:
        return put(text_.substr(at_, 1), 1);
    }
  }

  void other_character() {
    const base::CodePoint point = base::code_point_at(text_, at_);
    const bool is_space = (point.value >= 0x2000 && point.value <= 0x200a) || point.value == 0xa0 ||
                          point.value == 0x202f || point.value == 0x205f || point.value == 0x3000;
    if (is_space) return put_mark(" ", point.length);
    if (point.value == 0x2019 && is_group_space(point.length)) return put_mark("", point.length);
    const bool invisible = (point.value >= 0x200b && point.value <= 0x200f) ||
                           (point.value >= 0x2060 && point.value <= 0x2064) ||
                           (point.value >= 0xfe00 && point.value <= 0xfe0f);
    if (invisible) return put("", point.length);
    const auto spelled = plain_spelling(point.value);
    if (!spelled) {
      for (std::size_t i = 0; i < point.length; ++i) put(text_.substr(at_, 1), 1);
      return;
    }
    std::string_view plain = *spelled;
    // A run of superscript digits is one exponent.
    const bool raised = plain.size() == 2 && plain.front() == '^';
    if (raised && superscript_end_ == at_ && at_ != 0) plain.remove_prefix(1);
    put(plain, point.length);
    if (raised) superscript_end_ = at_;
  }

  void backslash() {
    const std::string_view name = command_name(text_, at_);
    if (name.empty()) {
      const char next = peek(1);
      if (next == ',' || next == ';' || next == ':' || next == '!' || next == '\\') {
        if (mathematics_) return put(" ", 2);
      }
      if (mathematics_ && (next == '(' || next == ')' || next == '[' || next == ']')) return put(" ", 2);
      if (next == '\0' || static_cast<unsigned char>(next) >= 0x80U || next == '\n') return put("\\", 1);
      return put(text_.substr(at_ + 1, 1), 2);
    }
    const Command* const command = find_command(name);
    if (command == nullptr) {
      const bool is_escape = name == "n" || name == "t";  // of a string inside a text
      return is_escape ? put("\n", 2) : put("\\", 1);
    }
    std::size_t length = name.size() + 1;
    const bool is_fraction = name == "frac" || name == "dfrac" || name == "tfrac";
    if (is_fraction && peek(length) == ' ' && peek(length + 1) == '{') ++length;
    if (is_fraction && peek(length) == '{' && braces_.size() < most_braces) {
      braces_.push_back(Brace::numerator);
      return put("(", length + 1);
    }
    if (command->plain.empty() && peek(length) == '{' && braces_.size() < most_braces) {
      braces_.push_back(Brace::dropped);
      return put("", length + 1);
    }
    put(command->plain, length);
  }

  void open_brace() {
    if (text_.substr(at_, 3) == "{,}") return put(",", 3);
    if (!mathematics_ || braces_.size() >= most_braces) return put("{", 1);
    braces_.push_back(Brace::group);
    put("(", 1);
  }

  void close_brace() {
    if (braces_.empty()) return put("}", 1);
    const Brace brace = braces_.back();
    braces_.pop_back();
    switch (brace) {
      case Brace::dropped:
        return put("", 1);
      case Brace::group:
      case Brace::denominator:
        return put(")", 1);
      case Brace::numerator:
        if (peek(1) != '{') return put(")", 1);
        put(")/", 1);
        braces_.push_back(Brace::denominator);
        return put("(", 1);
    }
  }

  /// The space of "36 000 000": one to three digits before it, three behind it.
  [[nodiscard]] bool is_group_space(std::size_t length) {
    if (!is_digit(last())) return false;
    const std::size_t before = digits_before();
    const bool grouped = grouped_until_ == out_.text.size() && before == 4;
    if (before == 0 || (before == 4 && !grouped) || !are_digits(length, 3) || at_ < list_until_) return false;
    const std::size_t left = out_.text.size() - before;
    if (!grouped && left > 0 && (out_.text[left - 1] == '.' || out_.text[left - 1] == ',')) return false;
    // More groups than any count has are a list of numbers: "135 136 145 146 235".
    constexpr std::size_t most_groups = 4;
    std::size_t groups = 1;
    while (peek(length + 4 * groups - 1) == ' ' && are_digits(length + 4 * groups, 3)) ++groups;
    if (groups <= most_groups) return true;
    list_until_ = at_ + length + 4 * groups;
    return false;
  }

  [[nodiscard]] bool are_digits(std::size_t ahead, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(peek(ahead + i))) return false;
    }
    return !is_digit(peek(ahead + count));
  }
  /// How many digits what is written so far ends with, up to four.
  [[nodiscard]] std::size_t digits_before() const {
    std::size_t count = 0;
    while (count < out_.text.size() && count < 4 && is_digit(out_.text[out_.text.size() - 1 - count]))
      ++count;
    return count;
  }

  /// The points of "36.000.000": two at least, or it is a decimal.
  [[nodiscard]] bool parts_groups() {
    if (!are_digits(1, 3) || peek(4) == ',') return false;
    const bool goes_on = dotted_until_ == at_ && at_ != 0;
    const std::size_t before = digits_before();
    const std::size_t left = out_.text.size() - before;
    const bool starts = before >= 1 && before <= 3 &&
                        ((peek(4) == '.' && is_digit(peek(5))) || decimal_comma_) &&
                        text_[at_ - before] != '0' &&
                        (left == 0 || (out_.text[left - 1] != '.' && !is_ascii_letter(out_.text[left - 1])));
    bool all = true;  // "10.100.100.1" is an address
    std::size_t behind = 4;
    for (; peek(behind) == '.' && is_digit(peek(behind + 1)); behind += 4) {
      if (!are_digits(behind + 1, 3)) all = false;
    }
    if (!goes_on && (!starts || !all || behind > 12)) return false;
    dotted_until_ = at_ + 4;
    return true;
  }

  /// The comma of "3,2 TB": one or two digits follow, and no other comma is near.
  [[nodiscard]] bool starts_decimals() const {
    const std::size_t before = digits_before();
    const bool is_zero = before == 1 && last() == '0';  // "0,001" has no thousands
    if (before == 0 || before > 3 || !(are_digits(1, 1) || are_digits(1, 2) || (is_zero && are_digits(1, 3))))
      return false;
    std::size_t behind = 1;
    while (is_digit(peek(behind))) ++behind;
    const std::size_t left = out_.text.size() - before;
    // "max(3,7)" has two arguments, and "[5,15]" two members.
    const char mark = left == 0 ? '\0' : out_.text[left - 1];
    const bool is_called = left > 1 && mark == '(' && is_ascii_letter(out_.text[left - 2]);
    const bool alone = mark != ',' && mark != '.' && mark != '[' && mark != '{' && !is_called;
    return alone && peek(behind) != ',' && peek(behind) != '.' && peek(behind) != '/';
  }

  /// "min(49,300)" has two arguments, and "[0,100]" two ends.
  [[nodiscard]] bool parts_arguments() const {
    const std::size_t before = digits_before();
    if (before == 0 || before > 3 || !are_digits(1, 3)) return false;
    const std::size_t left = out_.text.size() - before;
    if (left == 0) return false;
    const char open = out_.text[left - 1];
    if (open == '[') return true;
    const std::string_view name = std::string_view(out_.text).substr(0, left - 1);
    return open == '(' && (name.ends_with("min") || name.ends_with("max")) && peek(4) == ')';
  }

  /// "$(35 - 15)/400 = 5$": no amount begins with a bracket, and the next sign closes what it opens.
  [[nodiscard]] bool is_delimiter() {
    if (mathematics_) return true;
    const bool closes = is_open_;
    is_open_ = !is_open_ && peek(1) == '(';
    return closes || is_open_;
  }

  /// `10^{6}` loses its braces; a longer exponent keeps them as parentheses.
  void superscript() {
    std::size_t end = at_ + 2;
    while (end < text_.size() && end - at_ < 12 && (is_digit(text_[end]) || text_[end] == '-')) ++end;
    if (end < text_.size() && text_[end] == '}' && end > at_ + 2) {
      put("^", 2);
      while (at_ < end) put(text_.substr(at_, 1), 1);
      return put("", 1);
    }
    put("^", 1);
    if (braces_.size() >= most_braces) return;
    braces_.push_back(Brace::group);
    put("(", 1);
  }

  /// `2**20` and `2 ** 20` are powers, everything else is emphasis.
  void double_asterisk() {
    const char next = peek(2);
    std::size_t digits = 2;
    while (is_digit(peek(digits))) ++digits;
    const bool emphasises = digits > 2 && peek(digits) == '*' && peek(digits + 1) == '*';  // 10**24**
    const bool glued = !emphasises && (is_digit(last()) || last() == ')') && (is_digit(next) || next == '(');
    const bool spaced = last() == ' ' && next == ' ' && is_digit(peek(3));
    put(glued || spaced ? "^" : "", 2);
  }

  /// Drops a short HTML tag; a raised number becomes a power, a break and an item's end a line break.
  void tag() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && end - at_ < 10 && (is_ascii_letter(text_[end]) || text_[end] == '/')) ++end;
    if (end >= text_.size() || text_[end] != '>' || end - at_ < 2) return put("<", 1);
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    const std::size_t length = end + 1 - at_;
    put(name == "sup" ? "^" : name == "br" || name == "br/" || name == "/li" ? "\n" : "", length);
  }

  std::string_view text_;
  bool mathematics_ = false;
  bool is_open_ = false;        ///< inside of mathematics without a command
  bool decimal_comma_ = false;  ///< "3,5" stands in the text, so that "12.000" is twelve thousand
  std::size_t at_ = 0;
  std::size_t superscript_end_ = 0;
  std::size_t grouped_until_ = 0;  ///< end of a number whose last group was joined
  std::size_t list_until_ = 0;     ///< end of a row of numbers that only look like groups
  std::size_t dotted_until_ = 0;   ///< where the next point of a number in groups stands
  std::vector<Brace> braces_;
  Plain out_;
};

const Piece& piece_at(std::span<const Piece> pieces, std::size_t at) {
  const auto next = std::upper_bound(pieces.begin(), pieces.end(), at,
                                     [](std::size_t value, const Piece& p) { return value < p.begin; });
  return *(next - 1);
}

}  // namespace

std::size_t PlainView::begin_of(std::size_t at) const {
  const Piece& piece = piece_at(pieces, at);
  return piece.is_stretch() ? piece.from : piece.from + (at - piece.begin);
}

std::size_t PlainView::end_of(std::size_t end) const {
  const Piece& piece = piece_at(pieces, end - 1);
  return piece.is_stretch() ? piece.to : piece.from + (end - piece.begin);
}

Plain plain_arithmetic(std::string_view text) {
  return Rewriter(text).run();
}

}  // namespace reckon::arithmetic

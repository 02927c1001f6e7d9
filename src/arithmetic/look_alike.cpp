// SPDX-License-Identifier: MIT
#include "arithmetic/look_alike.hpp"

#include "units/characters.hpp"

#include <algorithm>

namespace reckon::arithmetic {
namespace {

using units::is_ascii_letter;
using units::is_digit;

class Look {
 public:
  Look(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t length() const {
    const std::size_t first = digits(at_);
    if (first == 0) return 0;
    const char mark = peek(first);
    const bool is_hexadecimal = first == 1 && peek(0) == '0' && (mark == 'x' || mark == 'X');
    if (is_hexadecimal && (is_digit(peek(2)) || is_ascii_letter(peek(2)))) return run_length(text_, at_);
    const bool leading_zero = first > 1 && peek(0) == '0' && peek(first) != '.';
    if (leading_zero) return run_length(text_, at_);  // 007, 08-02: no quantity
    if (is_screen(first, mark)) return run_length(text_, at_);
    if (mark != '-' && mark != '/' && mark != ':' && mark != '.') return 0;
    const std::size_t second = digits(at_ + first + 1);
    if (second == 0) return 0;
    return parted(first, mark, second);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] std::size_t digits(std::size_t at) const { return units::digits_end(text_, at) - at; }

  /// 1024x768
  [[nodiscard]] bool is_screen(std::size_t first, char mark) const {
    return (mark == 'x' || mark == 'X') && first >= 3 && digits(at_ + first + 1) >= 3;
  }

  [[nodiscard]] std::size_t parted(std::size_t first, char mark, std::size_t second) const {
    const std::size_t two = first + 1 + second;
    if (mark == ':') {
      std::size_t end = two;
      while (peek(end) == ':' && digits(at_ + end + 1) > 0) end += 1 + digits(at_ + end + 1);
      return end;
    }
    if (mark == '/' && (text_.substr(at_, two) == "24/7" || is_month(first, second))) return two;
    const std::size_t third = peek(two) == mark ? digits(at_ + two + 1) : 0;
    if (third == 0) return 0;
    if (mark == '.') {
      std::size_t end = two;
      while ((peek(end) == '.' || peek(end) == '/') && is_digit(peek(end + 1)))
        end += 1 + digits(at_ + end + 1);
      return end;
    }
    const bool is_date = (first == 4 && second <= 2 && third <= 2) ||
                         (first <= 2 && second <= 2 && (third == 4 || third == 2));
    return is_date ? two + 1 + third : 0;
  }

  /// 10/1996
  [[nodiscard]] bool is_month(std::size_t first, std::size_t second) const {
    const std::string_view year = text_.substr(at_ + first + 1, second);
    return first <= 2 && second == 4 && (year.starts_with("19") || year.starts_with("20"));
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

std::size_t look_alike(std::string_view text, std::size_t at) {
  return Look(text, at).length();
}

bool is_difference(std::string_view text, std::size_t begin, std::size_t end) {
  const auto char_at = [text](std::size_t at) { return at < text.size() ? text[at] : '\0'; };
  if (char_at(end) == '+' && is_digit(char_at(end + 1))) return true;
  const bool is_operand =
      char_at(end) == ')' && (char_at(end + 1) == '^' || char_at(end + 1) == '*' || char_at(end + 1) == '/');
  if (is_operand && begin > 0 && text[begin - 1] == '(') return true;
  constexpr std::size_t farthest = 32;
  const std::size_t first = begin < farthest ? 0 : begin - farthest;
  const std::string_view before = text.substr(first, begin - first);
  const std::size_t open = before.find_last_of("()");
  if (open == std::string_view::npos || before[open] == ')') return false;
  const std::string_view name = before.substr(0, open);
  return name.ends_with("max") || name.ends_with("min");
}

std::size_t frame_length(std::string_view text, std::size_t at) {
  const std::string_view mark = text.substr(at, 3);
  return mark >= "\xe2\x94\x80" && mark <= "\xe2\x95\xbf" ? 3 : 0;  // the block of box drawing
}

std::size_t run_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size()) {
    const char c = text[end];
    const bool inner = is_digit(c) || is_ascii_letter(c) || c == '_' ||
                       ((c == '.' || c == ',') && units::digit_at(text, end + 1));
    if (!inner) break;
    ++end;
  }
  return end - at;
}

std::size_t goes_on_as_name(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t shortest_name = 3;
  constexpr std::size_t longest_ending = 5;  // with its point
  if (!units::digit_at(text, end + 1)) return 0;
  const std::string_view name = text.substr(begin, end - begin);
  const std::size_t point = name.rfind('.');
  const bool is_file = point != std::string_view::npos && point > 0 && name.size() - point <= longest_ending;
  const bool is_in_capitals =
      name.size() >= shortest_name &&
      std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool is_name = text[end] == '/' ? is_in_capitals : is_file;
  return is_name ? 1 + run_length(text, end + 1) : 0;
}

}  // namespace reckon::arithmetic

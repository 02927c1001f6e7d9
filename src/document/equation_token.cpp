// SPDX-License-Identifier: MIT
#include "document/equation_token.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <utility>

namespace reckon::document {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A text with more numbers is data and no prose; what lies behind them is not read.
constexpr std::size_t most_literals = 10'000;

/// Deeper parentheses are not matched, so that no equation is read across them.
constexpr std::size_t deepest = 64;

class Tokeniser {
 public:
  explicit Tokeniser(const Plain& plain) : text_(plain.text), lower_(plain.lower) {}

  Tokens run() {
    constexpr std::size_t usual_length = 5;  // of a word and the blank behind it
    constexpr std::size_t usual_literals = 8;
    out_.literals.reserve(usual_literals);
    out_.tokens.reserve(text_.size() / usual_length + 2);
    while (at_ < text_.size() && out_.literals.size() < most_literals) {
      if (text_[at_] == ' ') {
        ++at_;
        space_ = true;
        continue;
      }
      step();
    }
    add(Kind::stop, 0);
    count();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] char before() const { return at_ == 0 ? '\0' : text_[at_ - 1]; }
  [[nodiscard]] const Token* last() const { return out_.tokens.empty() ? nullptr : &out_.tokens.back(); }
  [[nodiscard]] bool behind_operand() const {
    return last() != nullptr && (last()->kind == Kind::literal || last()->kind == Kind::close);
  }

  Token& add(Kind kind, std::size_t length, std::uint32_t index = 0) {
    Token token;
    token.kind = kind;
    token.space_before = space_;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(at_ + length);
    token.index = index;
    out_.tokens.push_back(token);
    at_ += length;
    space_ = false;
    return out_.tokens.back();
  }
  void add_relation(Sign sign, std::size_t length) { add(Kind::relation, length).sign = sign; }

  void step() {
    const char c = peek();
    if (is_ascii_letter(c)) return word();
    if (starts_literal(at_)) return number();
    if (c == '_' || static_cast<unsigned char>(c) >= 0x80U) return word();
    const bool assigns = peek(1) == '=' && (c == '+' || c == '-' || c == '*' || c == '/');
    if (assigns) return void(add(Kind::stop, 2));
    switch (c) {
      case '(':
        return void(add(Kind::open, 1));
      case ')':
        return void(add(Kind::close, 1));
      case '+':
        return void(add(Kind::add, 1));
      case '*':
        return void(add(is_footnote() ? Kind::word : Kind::multiply, 1));
      case '^':
        return void(add(Kind::power, 1));
      case ',':
        return void(add(Kind::comma, 1));
      case '@':
        return void(add(number_follows(1) ? Kind::at : Kind::stop, 1));
      case '/':
        return void(add(peek(1) == '/' ? Kind::stop : Kind::divide, peek(1) == '/' ? 2 : 1));
      case ':':
        if (peek(1) == '=') return add_relation(Sign::equals, 2);
        return void(add(Kind::colon, 1));
      case '-':
      case '=':
      case '~':
      case '<':
      case '>':
      case '!':
        return signs();
      case '.':
      default:
        return void(add(Kind::stop, 1));
    }
  }

  /// An asterisk behind a number at the end of a clause: "15 GB*".
  [[nodiscard]] bool is_footnote() const {
    const char next = peek(1);
    return !space_ && behind_operand() &&
           (next == '\0' || next == '.' || next == ',' || next == ';' || next == '\n');
  }

  /// A run of = ~ - < > ! is one sign, or nothing that arithmetic knows.
  void signs() {
    std::size_t length = 1;
    while (std::string_view("=~<>!-").find(peek(length)) != std::string_view::npos && peek(length) != '\0')
      ++length;
    const std::string_view run = text_.substr(at_, length);
    if (run == "-") return void(add(Kind::subtract, 1));
    if (run == "=" || run == "==") return add_relation(Sign::equals, length);
    if (run == "~") return add_relation(Sign::tilde, length);
    if (run == "~=" || run == "=~" || run == "~~" || run == "=~=" || run == "~==") {
      return add_relation(Sign::approximately, length);
    }
    if (run == "->" || run == "=>" || run == "->~" || run == "=>~") return add_relation(Sign::arrow, length);
    if (run == ">=" || run == ">") return add_relation(Sign::at_least, length);
    if (run == "<=" || run == "<") return add_relation(Sign::at_most, length);
    if (run == "=-" || run == "~-") return add_relation(Sign::equals, 1);
    add(Kind::stop, length);
  }

  [[nodiscard]] bool starts_literal(std::size_t at) const {
    const auto char_at = [this](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
    if (is_digit(char_at(at))) return true;
    const char c = char_at(at);
    if (c != '.' && c != '$' && static_cast<unsigned char>(c) < 0x80U) return false;
    if (char_at(at) == '.') return is_digit(char_at(at + 1)) && !is_digit(before());
    if (char_at(at) == '$')
      return is_digit(char_at(at + 1)) || (char_at(at + 1) == ' ' && is_digit(char_at(at + 2)));
    const std::string_view euro = "\xe2\x82\xac";
    const std::string_view pound = "\xc2\xa3";
    if (text_.substr(at, 3) == euro) return is_digit(char_at(at + 3));
    return text_.substr(at, 2) == pound && is_digit(char_at(at + 2));
  }
  /// An operand, perhaps with a mark in front, follows after spaces.
  [[nodiscard]] bool number_follows(std::size_t ahead) const {
    std::size_t at = at_ + ahead;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '~')) ++at;
    return starts_literal(at) || (at < text_.size() && text_[at] == '(');
  }

  void number() {
    if (const std::size_t length = look_alike()) return void(add(Kind::word, length));
    const bool after_relation = last() != nullptr && last()->kind == Kind::relation;
    auto literal = read_literal(text_, at_, after_relation);
    if (!literal) return void(add(Kind::stop, run_length()));
    add_literal(std::move(*literal));
  }

  void add_literal(Literal literal) {
    const auto index = static_cast<std::uint32_t>(out_.literals.size());
    const std::size_t length = literal.end - literal.begin;
    out_.literals.push_back(std::move(literal));
    add(Kind::literal, length, index);
  }

  [[nodiscard]] std::size_t digits(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end - at;
  }

  /// Length of the run of digits, letters and inner points that starts here, for what is no literal.
  [[nodiscard]] std::size_t run_length() const {
    std::size_t length = 1;
    while (is_digit(peek(length)) || is_ascii_letter(peek(length)) || peek(length) == '_' ||
           ((peek(length) == '.' || peek(length) == ',') && is_digit(peek(length + 1)))) {
      ++length;
    }
    return length;
  }

  /// Dates, times, ratios of ports, addresses, versions: digits glued together by - / : or two points; 0x1f.
  [[nodiscard]] std::size_t look_alike() const {
    const std::size_t first = digits(at_);
    const char mark = peek(first);
    const bool is_hexadecimal = first == 1 && peek() == '0' && (mark == 'x' || mark == 'X');
    if (is_hexadecimal && (is_digit(peek(2)) || is_ascii_letter(peek(2)))) return run_length();
    if (first > 1 && peek() == '0') return run_length();  // 007, 08-02: a number, and no quantity
    if ((mark == 'x' || mark == 'X') && first >= 3 && digits(at_ + first + 1) >= 3) return run_length();
    if (first == 0 || (mark != '-' && mark != '/' && mark != ':' && mark != '.')) return 0;
    const std::size_t second = digits(at_ + first + 1);
    if (second == 0) return 0;
    const std::size_t two = first + 1 + second;
    if (mark == ':') return two;
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

  /// One digit, and nothing behind it that would make it a divisor: "HTTP/2", but not "users/2000".
  [[nodiscard]] bool is_version_digit(std::size_t at) const {
    return at + 1 >= text_.size() || (!is_digit(text_[at + 1]) && text_[at + 1] != ',');
  }
  /// 10/1996
  [[nodiscard]] bool is_month(std::size_t first, std::size_t second) const {
    const std::string_view year = text_.substr(at_ + first + 1, second);
    return first <= 2 && second == 4 && (year.substr(0, 2) == "19" || year.substr(0, 2) == "20");
  }

  [[nodiscard]] std::size_t word_length() const {
    std::size_t end = at_;
    while (end < text_.size()) {
      while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
      if (end == text_.size() || text_[end] == ' ') break;
      const char c = text_[end];
      const char next = end + 1 < text_.size() ? text_[end + 1] : '\0';
      const bool joins =
          ((c == '.' || c == '-' || c == '\'') && (is_ascii_letter(next) || (is_digit(next) && c != '\''))) ||
          (c == '/' && end > at_ + 1 && is_digit(next) && is_version_digit(end + 1));  // HTTP/2
      const bool inner = is_ascii_letter(c) || is_digit(c) || c == '_' || joins;
      if (!inner && static_cast<unsigned char>(c) < 0x80U) break;
      if (static_cast<unsigned char>(c) < 0x80U) {
        ++end;
        continue;
      }
      const base::CodePoint point = base::code_point_at(text_, end);
      if (is_symbol(point.value)) break;
      end += point.length;
    }
    return end - at_;
  }
  /// Arrows, boxes, dingbats and emoji end whatever stands before them.
  static bool is_symbol(char32_t value) {
    return value == 0xfffd || (value >= 0x2010 && value <= 0x2bff && value != 0x2019) || value >= 0x1f000;
  }

  void word() {
    std::size_t length = word_length();
    if (length == 0) return void(add(Kind::stop, base::code_point_at(text_, at_).length));
    const std::string_view lower = lower_.substr(at_, std::min<std::size_t>(length, 24));
    if (peek(length) == ':' && peek(length + 1) == '/') return address();
    if (lower[0] == 'x' && multiplies(lower)) return void(add(Kind::multiply, 1));
    if (is_number_word(lower) || (is_currency_word(lower) && number_follows(length))) {
      const bool after_relation = last() != nullptr && last()->kind == Kind::relation;
      if (auto literal = read_literal(text_, at_, after_relation)) return add_literal(std::move(*literal));
    }
    if (number_follows(length)) {
      if (lower == "times") return void(add(Kind::multiply, length));
      if (lower == "plus") return void(add(Kind::add, length));
      if (lower == "minus") return void(add(Kind::subtract, length));
      if (lower == "per") return void(add(Kind::divide, length));
      if (lower == "of") return void(add(Kind::of, length));
      if (lower == "at") return void(add(Kind::at, length));
    }
    if (lower == "multiplied" && follows(length, " by")) return void(add(Kind::multiply, length + 3));
    if (lower == "divided" && follows(length, " by")) return void(add(Kind::divide, length + 3));
    if ((lower == "i.e" || lower == "approx" || lower == "ca") && peek(length) == '.') ++length;
    add(Kind::word, length);
  }
  [[nodiscard]] bool follows(std::size_t length, std::string_view what) const {
    return text_.substr(at_ + length, what.size()) == what;
  }
  /// `x` as a sign: alone or glued to the number behind it, and an operand or a noun before it.
  [[nodiscard]] bool multiplies(std::string_view lower) const {
    if (last() == nullptr || !(behind_operand() || last()->kind == Kind::word)) return false;
    if (lower.size() > 1 && !(is_digit(lower[1]) && behind_operand())) return false;
    return number_follows(1);
  }
  void address() {
    std::size_t length = 0;
    while (peek(length) != '\0' && peek(length) != ' ' && peek(length) != '\n') ++length;
    add(Kind::stop, length);
  }

  void count() {
    std::vector<std::uint32_t> opened;
    Tokens::Before before;
    out_.before.reserve(out_.tokens.size());
    for (std::uint32_t i = 0; i < out_.tokens.size(); ++i) {
      const Kind kind = out_.tokens[i].kind;
      out_.before.push_back(before);
      before.literals += kind == Kind::literal ? 1U : 0U;
      before.operators += is_operator(kind) ? 1U : 0U;
      before.relations += kind == Kind::relation ? 1U : 0U;
      if (kind == Kind::open) opened.push_back(i);
      if (kind != Kind::close || opened.empty()) continue;
      if (opened.size() <= deepest) out_.tokens[opened.back()].index = i;
      opened.pop_back();
    }
  }

  std::string_view text_;
  std::string_view lower_;
  std::size_t at_ = 0;
  bool space_ = false;
  Tokens out_;
};

}  // namespace

bool is_operator(Kind kind) {
  switch (kind) {
    case Kind::add:
    case Kind::subtract:
    case Kind::multiply:
    case Kind::divide:
    case Kind::power:
    case Kind::of:
    case Kind::at:
      return true;
    case Kind::literal:
    case Kind::open:
    case Kind::close:
    case Kind::relation:
    case Kind::word:
    case Kind::comma:
    case Kind::colon:
    case Kind::stop:
      return false;
  }
  return false;
}

Tokens tokenise(const Plain& plain) {
  return Tokeniser(plain).run();
}

}  // namespace reckon::document

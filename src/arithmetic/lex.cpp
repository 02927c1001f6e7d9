// SPDX-License-Identifier: MIT
#include "arithmetic/lex.hpp"

#include "arithmetic/look_alike.hpp"
#include "arithmetic/read_figure.hpp"
#include "arithmetic/spelled.hpp"
#include "base/unicode.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::arithmetic {
namespace {

using units::digit_at;
using units::is_ascii_letter;
using units::is_digit;
using units::lower;

constexpr std::size_t longest_phrase = 24;

/// Words whose number is a label: "port 587", "section 4".
constexpr std::array<std::string_view, 22> labelling{
    "port",     "section", "step",  "version", "page",  "table",  "figure", "chapter",
    "appendix", "line",    "phase", "rfc",     "issue", "level",  "chap",   "layer",
    "note",     "option",  "rule",  "slide",   "item",  "example"};

/// Units that are signs, and begin a number.
bool starts_money(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == '$') return true;
  const std::string_view two = text.substr(at, 2);
  const std::string_view three = text.substr(at, 3);
  return two == "\xc2\xa3" || two == "\xc2\xa5" || three == "\xe2\x82\xac" || three == "\xe2\x82\xb9";
}

class Lexer {
 public:
  Lexer(std::string_view text, Tokens& into) : text_(text), out_(into), first_(into.tokens.size()) {}

  void run() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ' || text_[at_] == '\r') {
        ++at_;
        ++gap_;
        space_ = true;
        continue;
      }
      if (starts_column()) add(Kind::stop, 0).is_line_end = true;
      gap_ = 0;
      step();
    }
    add(Kind::stop, 0).is_line_end = true;
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] const Token* last() const {
    return out_.tokens.size() == first_ ? nullptr : &out_.tokens.back();
  }
  [[nodiscard]] bool behind_operand() const {
    return last() != nullptr && (last()->kind == Kind::number || last()->kind == Kind::close);
  }

  Token& add(Kind kind, std::size_t length) {
    Token token;
    token.kind = kind;
    token.space_before = space_;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(at_ + length);
    out_.tokens.push_back(token);
    at_ += length;
    space_ = false;
    return out_.tokens.back();
  }
  void relation(Sign sign, std::size_t length) { add(Kind::relation, length).sign = sign; }

  /// "~200 ms        ~2 s": behind a wide gap the sign that opens the line opens another column.
  bool starts_column() {
    const std::size_t mark = frame_length(text_, at_);
    const char c = peek();
    if (is_opening_ && mark == 0) {
      opening_ = c;
      is_opening_ = false;
      return false;
    }
    is_opening_ = is_opening_ || c == '\n';
    constexpr std::size_t widest_inside = 3;
    return gap_ > widest_inside && c == opening_ && (c == '~' || c == '+' || c == '=');
  }

  void step() {
    const char c = peek();
    const bool has_digit = is_digit(c) || (c == '.' && is_digit(peek(1)) && !digit_before());
    if (has_digit || starts_money(text_, at_)) return number();
    if (is_ascii_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80U) return word();
    const bool assigns = peek(1) == '=' && (c == '+' || c == '-' || c == '*' || c == '/');
    if (assigns) return void(add(Kind::mark, 2));
    switch (c) {
      case '(':
      case '[':
      case '{':
        return void(add(Kind::open, 1));
      case ')':
      case ']':
      case '}':
        return void(add(Kind::close, 1));
      case '+':
        return void(add(Kind::plus, 1));
      case '*':
        return void(add(is_footnote() ? Kind::mark : Kind::times, 1));
      case '^':
        return void(add(Kind::power, 1));
      case ',':
        return void(add(Kind::comma, 1));
      case ';':
      case '|':
        return void(add(Kind::semicolon, 1));
      case '/':
        if (const std::size_t length = name_goes_on()) return void(add(Kind::word, length));
        return void(add(peek(1) == '/' ? Kind::mark : Kind::over, peek(1) == '/' ? 2 : 1));
      case ':':
        if (peek(1) == '=') return relation(Sign::equals, 2);
        if (const std::size_t length = name_goes_on()) return void(add(Kind::word, length));
        return void(add(Kind::colon, 1));
      case '-':
      case '=':
      case '~':
      case '<':
      case '>':
      case '!':
        return signs();
      case '.':
      case '?':
        return void(add(Kind::stop, 1));
      case '\n':
        add(Kind::stop, 1).is_line_end = true;
        return;
      default:
        return void(add(Kind::mark, 1));
    }
  }

  [[nodiscard]] std::size_t name_goes_on() const {
    if (space_ || last() == nullptr || last()->kind != Kind::word) return 0;
    return goes_on_as_name(text_, last()->begin, at_);
  }

  [[nodiscard]] bool digit_before() const { return at_ > 0 && is_digit(text_[at_ - 1]); }

  /// An asterisk behind a number at the end of a clause: "15 GB*".
  [[nodiscard]] bool is_footnote() const {
    const char next = peek(1);
    return !space_ && behind_operand() &&
           (next == '\0' || next == '.' || next == ',' || next == ';' || next == '\n');
  }

  /// A run of = ~ - < > ! is one sign, or nothing that arithmetic knows.
  void signs() {
    std::size_t length = 1;
    while (peek(length) != '\0' && std::string_view("=~<>!-").find(peek(length)) != std::string_view::npos)
      ++length;
    const std::string_view run = text_.substr(at_, length);
    if (run == "-") return void(add(Kind::minus, 1));
    if (run == "=" || run == "==") return relation(Sign::equals, length);
    if (run == "~") return relation(Sign::tilde, length);
    if (run == "~=" || run == "=~" || run == "~~" || run == "=~=" || run == "~==")
      return relation(Sign::about, length);
    if (run == "->" || run == "=>" || run == "->~" || run == "=>~" || run == "-->")
      return relation(Sign::arrow, length);
    if (run == ">=" || run == ">") return relation(Sign::at_least, length);
    if (run == "<=" || run == "<") return relation(Sign::at_most, length);
    if (run == "=-" || run == "~-") return relation(Sign::equals, 1);
    if (run == "!=") return relation(Sign::unequal, length);
    if (run == "!") return void(add(Kind::stop, 1));
    add(Kind::mark, length);
  }

  void number() {
    if (const std::size_t length = look_alike(text_, at_)) return void(add(Kind::word, length));
    Figure figure;
    if (!read_figure(text_, at_, figure, out_.readings)) return void(add(Kind::mark, foreign_length()));
    if (!may_end(figure) && !is_times(figure.end)) return void(add(Kind::word, run_length(text_, at_)));
    join_range(figure);
    add_figure(figure);
  }

  [[nodiscard]] bool behind_operator() const {
    if (last() == nullptr) return false;
    const Kind kind = last()->kind;
    return kind == Kind::times || kind == Kind::over || kind == Kind::plus || kind == Kind::power;
  }

  /// "400-450 GB", "1K-2K": the second end follows a dash at once, is above the first, and lends it its unit.
  /// Behind an operator and before a sign of equality a dash subtracts, unless only the second end has a
  /// unit.
  void join_range(Figure& figure) {
    const std::size_t dash = figure.end;
    if (figure.is_range() || dash + 1 >= text_.size() || text_[dash] != '-' || !digit_at(text_, dash + 1))
      return;
    if (look_alike(text_, dash + 1) != 0) return;
    const std::size_t readings = out_.readings.size();
    Figure high;
    const bool reads = read_figure(text_, dash + 1, high, out_.readings);
    const std::size_t behind = units::skip_spaces(text_, high.end);
    const char next = behind < text_.size() ? text_[behind] : '\0';
    const bool lends = !figure.has_unit() && high.has_unit() && high.unit_begin >= high.number_end;
    const bool goes_on =
        next == '-' || next == '/' || (!lends && (next == '=' || behind_operator())) ||
        (!figure.has_unit() && !high.has_unit() && is_difference(text_, figure.begin, high.end));
    const bool alike = !figure.has_unit() || figure.unit.dimension == high.unit.dimension;
    const double low = figure.has_unit() || figure.scaled ? figure.value() / high.unit.factor : figure.number;
    const double scale = !figure.scaled && !figure.has_unit() ? high.magnitude() : 1.0;
    if (!reads || goes_on || !alike || low * scale >= high.number) {
      out_.readings.resize(readings);
      return;
    }
    const std::uint32_t begin = figure.begin;
    figure = high;
    figure.begin = begin;
    figure.high = high.number;
    figure.number = low * scale;
    figure.reading_count = 0;
  }

  /// "3rd" and "2FA" are no numbers.
  [[nodiscard]] bool may_end(const Figure& figure) const {
    if (figure.end >= text_.size() || figure.end == 0) return true;
    const bool runs_on = units::joins_word(text_, figure.end) && units::joins_word(text_, figure.end - 1);
    return !runs_on;
  }

  /// "40x3": the sign between two numbers that it is glued to.
  [[nodiscard]] bool is_times(std::size_t at) const {
    return digit_at(text_, at - 1) && at < text_.size() && lower(text_[at]) == 'x' && digit_at(text_, at + 1);
  }

  [[nodiscard]] std::size_t foreign_length() const {
    return static_cast<unsigned char>(peek()) >= 0x80U ? base::code_point_at(text_, at_).length : 1;
  }

  void add_figure(Figure figure) {
    figure.name = belongs_to_name(figure);
    const std::size_t noun = units::skip_spaces(text_, figure.number_end);
    figure.counts_replicas = text_.substr(noun, 7) == "replica";
    const Token* const before = last();
    figure.signed_plus = before != nullptr && before->kind == Kind::plus && !space_;
    const std::size_t begin = at_;
    add(Kind::number, figure.end - at_).index = static_cast<std::uint32_t>(out_.figures.size());
    figure.count_from(static_cast<std::uint32_t>(begin));
    out_.figures.push_back(figure, out_.readings);
  }

  /// "RFC 8463", "TLS 1.3", "port 587": a bare number behind a name.
  [[nodiscard]] bool belongs_to_name(const Figure& figure) const {
    const Token* const before = last();
    if (before == nullptr || before->kind != Kind::word || figure.has_unit() || figure.scaled ||
        figure.spelled || figure.number_end - figure.begin > 5)
      return false;
    const std::string_view name = text_.substr(before->begin, before->end - before->begin);
    std::string folded;
    for (const char c : name.substr(0, longest_phrase)) folded += lower(c);
    if (std::find(labelling.begin(), labelling.end(), folded) != labelling.end()) return true;
    const bool starts = out_.tokens.size() - first_ == 1 || (before - 1)->kind == Kind::stop;
    const bool capital = name.front() >= 'A' && name.front() <= 'Z';
    return capital && !starts && before->role == Role::content && !noun_follows(figure.end);
  }
  [[nodiscard]] bool noun_follows(std::size_t at) const {
    at = units::skip_spaces(text_, at);
    return at < text_.size() && text_[at] >= 'a' && text_[at] <= 'z' &&
           find_role(at, units::word_end(text_, at)) == Role::content;
  }
  [[nodiscard]] Role find_role(std::size_t begin, std::size_t end) const {
    std::string folded;
    for (const char c : text_.substr(begin, std::min(end - begin, longest_phrase))) folded += lower(c);
    const Entry* const entry = find_entry(folded);
    return entry == nullptr || entry->words != folded ? Role::content : entry->role;
  }

  [[nodiscard]] std::size_t word_length() const {
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      if (is_ascii_letter(c) || is_digit(c) || c == '_') {
        ++end;
        continue;
      }
      const char next = end + 1 < text_.size() ? text_[end + 1] : '\0';
      const bool joins = (c == '.' || c == '-' || c == '\'' || c == '@') && end > at_ &&
                         (is_ascii_letter(next) || (is_digit(next) && c != '\''));
      if (joins) {
        ++end;
        continue;
      }
      if (static_cast<unsigned char>(c) < 0x80U) break;
      const base::CodePoint point = base::code_point_at(text_, end);
      const bool is_apostrophe = point.value == 0x2019 && end > at_;
      if (is_symbol(point.value) && !is_apostrophe) break;
      end += point.length;
    }
    return end - at_;
  }
  /// Arrows, boxes, dingbats and emoji end whatever stands before them.
  static bool is_symbol(char32_t value) {
    return value == 0xfffd || (value >= 0x2010 && value <= 0x2bff) || value >= 0x1f000;
  }

  void word() {
    const std::size_t length = word_length();
    // Markdown's asterisks come out of some editors as underscores: "1M _ 24 _ 500".
    if (length == 1 && peek() == '_' && space_ && behind_operand() && peek(1) == ' ' && is_digit(peek(2)))
      return void(add(Kind::times, 1));
    if (length == 0) return void(add(Kind::mark, base::code_point_at(text_, at_).length));
    if (peek(length) == ':' && text_.substr(at_ + length, 3) == "://") return address();
    if (multiplies(length)) return void(add(Kind::times, 1));
    const bool at_word_start = at_ == 0 || !units::joins_word(text_, at_ - 1);
    if (at_word_start && may_start_spelled(peek(), peek(1)) && spelled()) return;
    phrase(length);
  }

  bool spelled() {
    Figure figure;
    if (!read_figure(text_, at_, figure, out_.readings) || !figure.spelled) return false;
    // "one" alone is a pronoun; with a unit, a scale or a share behind it a number.
    if (figure.number == 1.0 && !figure.has_unit() && !figure.scaled) return false;
    add_figure(figure);
    return true;
  }

  /// A word, or the longest phrase of the lexicon that begins with it.
  void phrase(std::size_t length) {
    std::array<char, longest_phrase> folded{};
    std::array<std::uint8_t, longest_phrase> source{};  // bytes of the text up to each byte of it
    std::size_t size = 0;
    for (std::size_t i = 0; at_ + i < text_.size() && size < longest_phrase; ++i) {
      char c = lower(text_[at_ + i]);
      if (static_cast<unsigned char>(c) == 0xe2U && text_.substr(at_ + i, 3) == "\xe2\x80\x99") {
        c = '\'';
        source[size] = static_cast<std::uint8_t>(i + 3);
        folded[size++] = c;
        i += 2;
        continue;
      }
      if (!is_ascii_letter(c) && c != ' ' && c != '\'' && c != '.') break;
      source[size] = static_cast<std::uint8_t>(i + 1);
      folded[size++] = c;
    }
    const std::string_view words(folded.data(), size);
    const Entry* entry = find_entry(words);
    std::size_t covers = entry == nullptr ? 0 : source[entry->words.size() - 1];
    if (entry != nullptr && covers < length) entry = nullptr;  // "so-called", "is_ready"
    if (entry != nullptr && size > entry->words.size() && is_ascii_letter(words[entry->words.size()]))
      entry = nullptr;
    if (entry == nullptr) {
      add(Kind::word, length);
      return;
    }
    add(Kind::word, covers).role = entry->role;
  }

  /// `x` as a sign: alone or glued to the number behind it, and an operand or a noun before it.
  [[nodiscard]] bool multiplies(std::size_t length) const {
    if (lower(peek()) != 'x') return false;
    const bool alone = length == 1;
    if (!alone && !is_digit(peek(1))) return false;
    if (last() == nullptr || !(behind_operand() || (alone && last()->kind == Kind::word))) return false;
    std::size_t next = at_ + 1;
    while (next < text_.size() && (text_[next] == ' ' || text_[next] == '~')) ++next;
    return next < text_.size() && (is_digit(text_[next]) || text_[next] == '(' || starts_money(text_, next));
  }

  void address() {
    std::size_t length = 0;
    while (peek(length) != '\0' && peek(length) != ' ' && peek(length) != '\n' && peek(length) != ')')
      ++length;
    add(Kind::word, length);
  }

  std::string_view text_;
  Tokens& out_;
  std::size_t first_;
  std::size_t at_ = 0;
  std::size_t gap_ = 0;  ///< spaces passed right before
  bool space_ = false;
  bool is_opening_ = true;  ///< nothing but frames so far on the line
  char opening_ = '\0';     ///< of the line
};

}  // namespace

void lex(std::string_view plain, Tokens& into) {
  Lexer(plain, into).run();
}

}  // namespace reckon::arithmetic

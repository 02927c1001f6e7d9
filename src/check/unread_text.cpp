// SPDX-License-Identifier: MIT
#include "check/unread_text.hpp"

#include "base/unicode.hpp"
#include "document/digits.hpp"
#include "document/equation_belongs.hpp"
#include "document/equation_gate.hpp"
#include "document/equation_relation.hpp"
#include "formula/functions.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace reckon::check {
namespace {

using document::Expression;
using document::Joint;
using document::Kind;
using document::Prepared;
using document::Sign;
using document::Token;
using Reason = UnreadReason;

struct Why {
  Reason reason = Reason::alone;
  std::vector<std::string> details;
};

/// What a run of letters and digits is that the reader takes for a word.
Why shape(std::string_view run) {
  if (run.find("://") != std::string_view::npos) return {Reason::address, {}};
  const auto has = [run](std::string_view mark) { return run.find(mark) != std::string_view::npos; };
  const bool is_version = run.size() > 1 && (run[0] == 'v' || run[0] == 'V') && document::is_digit(run[1]);
  if (is_version) return {Reason::version, {}};
  if (!document::is_digit(run.front())) return {Reason::word, {}};
  const bool is_numeric = run.find_first_not_of("0123456789./:-,") == std::string_view::npos;
  if (is_numeric && has(":")) return {Reason::pair, {}};
  if (is_numeric && (has("/") || has("-"))) return {has(".") ? Reason::version : Reason::date, {}};
  if (run.front() == '0' && run.size() > 1 && !has(".")) return {Reason::code_number, {}};
  if (is_numeric && has(".")) return {Reason::version, {}};
  const std::size_t sign = run.find_first_not_of("0123456789");
  const bool is_pair = sign != std::string_view::npos && (run[sign] == 'x' || run[sign] == 'X') &&
                       run.find_first_not_of("0123456789", sign + 1) == std::string_view::npos;
  return {is_pair ? Reason::pair : Reason::word, {}};
}

/// The same steps as the reader of equations, kept for what they refuse.
class Refusals {
 public:
  explicit Refusals(const Prepared& prepared) : prepared_(prepared), whys_(prepared.size()) {
    remainder_ = document::speaks_of_remainder(prepared.text.view());
  }

  std::vector<NumberLike> run() {
    for (std::size_t at = 0; at < prepared_.size();) at = starts(at) ? refuse(at) : at + 1;
    std::vector<NumberLike> out;
    for (std::size_t at = 0; at < prepared_.size(); ++at) {
      const Token& token = prepared_.at(at);
      if (!document::has_digit(view(token))) continue;
      if (token.kind != Kind::literal) {
        if (goes_on(at, out)) continue;
        whys_[at] = shape(view(token));
      }
      Why why = whys_[at].value_or(Why{});
      out.push_back({prepared_.plain.begin_of(token.begin), prepared_.plain.end_of(token.end), why.reason,
                     std::move(why.details), follows_sign(at)});
    }
    return out;
  }

 private:
  [[nodiscard]] std::string_view view(const Token& token) const {
    return std::string_view(prepared_.plain.text).substr(token.begin, token.end - token.begin);
  }
  /// What a token says, for a message; of something unread all that is glued to it.
  [[nodiscard]] std::string word(std::size_t at) const {
    constexpr std::size_t longest = 100;
    const Token& token = prepared_.at(at);
    if (token.kind != Kind::stop) return std::string(view(token).substr(0, longest));
    const std::string_view rest = std::string_view(prepared_.plain.text).substr(token.begin, longest);
    return std::string(rest.substr(0, std::max<std::size_t>(rest.find_first_of(" \n),;'\"", 1), 1)));
  }
  [[nodiscard]] bool calculates(std::size_t at) const {
    const Token& token = prepared_.at(at);
    const bool behind_operand =
        at > 0 && (prepared_.at(at - 1).kind == Kind::literal || prepared_.at(at - 1).kind == Kind::close);
    const bool is_dash = token.kind == Kind::subtract && !behind_operand && (token.space_before || at == 0);
    return document::is_operator(token.kind) && token.kind != Kind::of && token.kind != Kind::at && !is_dash;
  }
  [[nodiscard]] bool follows_sign(std::size_t at) const {
    while (at > 0 && prepared_.at(at - 1).kind == Kind::relation &&
           (prepared_.at(at - 1).sign == Sign::tilde || prepared_.at(at - 1).sign == Sign::approximately))
      --at;
    if (at == 0) return false;
    const Token& before = prepared_.at(at - 1);
    return before.kind == Kind::colon || (before.kind == Kind::relation && before.sign == Sign::equals);
  }

  /// "2025-06-01" and "T12", "00:05" and "00": one thing to its author; it is then the one before.
  bool goes_on(std::size_t at, std::vector<NumberLike>& out) const {
    const Token& token = prepared_.at(at);
    if (out.empty() || token.space_before || at == 0) return false;
    const bool has_colon =
        at > 1 && prepared_.at(at - 1).kind == Kind::colon && !prepared_.at(at - 1).space_before;
    const Token& before = prepared_.at(has_colon ? at - 2 : at - 1);
    if (before.kind == Kind::literal || !document::has_digit(view(before))) return false;
    NumberLike& last = out.back();
    last.end = prepared_.plain.end_of(token.end);
    if (has_colon && last.reason == Reason::code_number) last.reason = Reason::pair;
    return true;
  }

  [[nodiscard]] bool starts(std::size_t at) const {
    const Token& token = prepared_.at(at);
    if (token.kind == Kind::literal || token.kind == Kind::open) return true;
    return token.kind == Kind::word && at + 1 < prepared_.size() && prepared_.at(at + 1).kind == Kind::open &&
           formula::find_function(prepared_.lower(at)) != nullptr;
  }

  void set(std::size_t first, std::size_t last, const Why& why) {
    for (std::size_t i = first; i < std::min(last, prepared_.size()); ++i) {
      if (prepared_.at(i).kind == Kind::literal && !whys_[i]) whys_[i] = why;
    }
  }

  /// Gives the token at which to go on.
  std::size_t refuse(std::size_t at) {
    if (auto why = refused_by_what_stands_before(at)) {
      if (prepared_.at(at).kind == Kind::open) pending_ = *why;
      set(at, at + 1, *why);
      return at + 1;
    }
    const auto side = document::parse_expression(prepared_, at);
    if (!side) {
      const Why why = refused_operand(at);
      set(at, at + 1, why);
      return at + 1;
    }
    const std::size_t next = std::max(side->next, at + 1);
    const bool calculates = document::has_operator(side->formula);
    const auto joint = document::read_joint(prepared_, side->next);
    const auto right = joint ? document::parse_expression(prepared_, joint->next) : std::nullopt;
    if (!joint || !right) {
      set(at, next, is_range(side->formula) ? Why{Reason::range, {}} : refused_alone(at, calculates, joint));
      return next;
    }
    // A word relates only what calculates.
    if (!calculates && joint->sign >= Sign::verb) {
      set(at, next, Why{});
      return next;
    }
    set(at, next, refused_relation(at, *side, *joint, *right));
    if (document::has_operator(right->formula)) return next;
    set(right->first, right->next, refused_relation(at, *side, *joint, *right));
    return std::max(right->next, next);
  }

  /// An operator or a limit in front, behind which no equation starts.
  std::optional<Why> refused_by_what_stands_before(std::size_t at) {
    if (at == 0) return std::nullopt;
    const std::size_t before = at - 1;
    const Token& token = prepared_.at(before);
    if (token.kind == Kind::open && pending_) return pending_;
    if (token.kind != Kind::open) pending_.reset();
    if (calculates(before) && before > 0) {
      const Token& left = prepared_.at(before - 1);
      if (left.kind == Kind::literal && whys_[before - 1]) return *whys_[before - 1];
      if (left.kind == Kind::literal || left.kind == Kind::close) return Why{Reason::no_result, {}};
      return Why{Reason::unknown_operand, {word(before - 1)}};
    }
    const bool relates = token.kind == Kind::relation && token.sign <= Sign::arrow && before > 0;
    if (relates && prepared_.at(before - 1).kind == Kind::literal && whys_[before - 1] &&
        whys_[before - 1]->reason != Reason::alone)
      return *whys_[before - 1];
    if (token.kind == Kind::relation && (token.sign == Sign::at_least || token.sign == Sign::at_most) &&
        prepared_.at(at).kind == Kind::literal && !calculates(std::min(at + 1, prepared_.size() - 1)))
      return Why{Reason::limit, {}};
    if (token.kind == Kind::literal && prepared_.at(at).kind == Kind::literal && whys_[before] &&
        whys_[before]->reason == Reason::two_numbers)
      return *whys_[before];
    return std::nullopt;
  }

  /// The side that starts at an operand goes on into something unreadable.
  [[nodiscard]] Why refused_operand(std::size_t at) const {
    constexpr std::size_t most_tokens = 24;
    const std::size_t end = std::min(prepared_.size(), at + most_tokens);
    if (prepared_.at(at).kind == Kind::open && prepared_.at(at).index == 0) return {Reason::unclosed, {}};
    for (std::size_t i = at; i + 1 < end; ++i) {
      const Token& token = prepared_.at(i);
      const Token& next = prepared_.at(i + 1);
      if (token.kind == Kind::literal && next.kind == Kind::literal) return {Reason::two_numbers, {}};
      if (token.kind == Kind::stop) break;
      if (token.kind == Kind::open && token.index == 0) return {Reason::unclosed, {}};
      if (token.kind == Kind::subtract && i > at && next.kind == Kind::literal &&
          prepared_.at(i - 1).kind == Kind::literal)
        return {Reason::range, {}};
      if (calculates(i) && next.kind == Kind::word && !formula::find_function(prepared_.lower(i + 1)))
        return {Reason::unknown_operand, {word(i + 1)}};
      if (calculates(i) && next.kind == Kind::stop && next.end > next.begin)
        return {Reason::unknown_operand, {word(i + 1)}};
    }
    return calculates(std::min(at + 1, prepared_.size() - 1)) ? Why{Reason::no_result, {}} : Why{};
  }

  /// "$4,000–$9,000", but not "2^31 - 1".
  static bool is_range(const formula::Formula& formula) {
    if (formula.nodes.size() != 3 || formula.root().operation != formula::Operation::subtract) return false;
    return formula.nodes[0].text.find('^') == std::string::npos;
  }

  /// Nothing is related to the side, or what is cannot be read.
  [[nodiscard]] Why refused_alone(std::size_t at, bool calculates, const std::optional<Joint>& joint) const {
    const bool by_sign = joint && joint->sign < Sign::verb;
    if (remainder_ && (calculates || by_sign)) return {Reason::remainder, {}};
    if (by_sign && joint->sign != Sign::tilde) {
      const Token& next = prepared_.at(joint->next);
      const bool is_something = next.kind == Kind::word || (next.kind == Kind::stop && next.begin < next.end);
      if (is_something && (calculates || joint->sign != Sign::arrow))
        return {Reason::unknown_side, {word(joint->next)}};
    }
    if (const auto other = unread_side_before(at)) return {Reason::unknown_side, {*other}};
    if (calculates) return {Reason::no_result, {}};
    return {};
  }

  /// "users × rate = 10 GB": the word in front of the sign in front, when something calculates with it.
  [[nodiscard]] std::optional<std::string> unread_side_before(std::size_t at) const {
    if (at < 2) return std::nullopt;
    const Token& sign = prepared_.at(at - 1);
    if (sign.kind != Kind::relation || sign.sign == Sign::tilde) return std::nullopt;
    const Token& left = prepared_.at(at - 2);
    if (left.kind != Kind::word || at < 3 || !calculates(at - 3)) return std::nullopt;
    return word(at - 2);
  }

  /// Two sides and a relation, which the reader does not take for an equation.
  [[nodiscard]] Why refused_relation(std::size_t at, const Expression& left, const Joint& joint,
                                     const Expression& right) const {
    const bool calculates = document::has_operator(left.formula) || document::has_operator(right.formula);
    if (remainder_) return {Reason::remainder, {}};
    if (const auto mark = quoted_by(at)) return {Reason::quoted, {*mark}};
    if (!document::may_follow(prepared_.tokens, left, joint, right, true)) {
      if (joint.sign == Sign::arrow) return {Reason::before_after, {}};
      if (calculates) return {Reason::other_kind, {}};
      return {Reason::no_conversion, {}};
    }
    if (calculates) return {Reason::phrase, {}};
    return {joint.sign == Sign::arrow ? Reason::before_after : Reason::no_conversion, {}};
  }

  /// A mark behind which no side starts.
  [[nodiscard]] std::optional<std::string> quoted_by(std::size_t at) const {
    if (at == 0 || prepared_.at(at - 1).kind != Kind::stop) return std::nullopt;
    const std::string mark(view(prepared_.at(at - 1)));
    return mark.find_first_of("%&#|!=<>@\\'\"_") == std::string::npos ? std::nullopt : std::optional(mark);
  }

  const Prepared& prepared_;
  std::vector<std::optional<Why>> whys_;  ///< per token; only of literals
  std::optional<Why> pending_;            ///< of parentheses behind a refused operator
  bool remainder_ = false;
};

}  // namespace

std::vector<NumberLike> numbers_in(const document::Text& text) {
  if (!document::has_digit(text.view())) return {};
  const document::Plain plain = document::plain_arithmetic(text.view());
  const document::Tokens tokens = document::tokenise(plain);
  std::vector<NumberLike> out = Refusals(Prepared{text, plain, tokens}).run();
  const std::size_t end = tokens.tokens.back().begin;
  // A text with more numbers is data, and told as one piece.
  if (end < plain.text.size())
    out.push_back({plain.begin_of(end), text.view().size(), Reason::too_many, {}, false});
  return out;
}

}  // namespace reckon::check

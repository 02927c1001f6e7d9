// SPDX-License-Identifier: MIT
#include "derive/sentences/scaled.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/frame.hpp"
#include "derive/sentences/saying.hpp"
#include "derive/sentences/themes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Role;
using arithmetic::Token;
using arithmetic::Turns;
namespace turn = arithmetic::turn;

/// How dear it is that three numbers alone, of which one is a share or a factor, are not related: where one
/// way alone is told, and where only the digits say which.
constexpr float one_way_not_meant = 10.0F;
constexpr float some_way_not_meant = 9.0F;
constexpr float price_of_way = 0.5F;
constexpr float price_of_whole_before = 0.5F;
/// Some other way that comes so near may be meant.
constexpr double nearly = 0.02;

/// Of all three numbers, where words say the way, and where only they do.
constexpr std::size_t fewest_digits = 3;
constexpr std::size_t fewest_digits_of_any = 4;

/// What is made of the whole.
enum class Form : std::uint8_t { times, rest, more, per, per_rest, per_more };
constexpr std::array all_forms{Form::times, Form::rest,     Form::more,
                               Form::per,   Form::per_rest, Form::per_more};

double factor_of(Form form, double scale) {
  switch (form) {
    case Form::times:
      return scale;
    case Form::rest:
      return 1.0 - scale;
    case Form::more:
      return 1.0 + scale;
    case Form::per:
      return 1.0 / scale;
    case Form::per_rest:
      return 1.0 / (1.0 - scale);
    case Form::per_more:
      break;
  }
  return 1.0 / (1.0 + scale);
}

/// The share or the factor: a number, or what a word says.
struct Scale {
  MentionId mention = nowhere;
  double value = 0.0;
  bool is_share = false;
};

class Scaled {
 public:
  Scaled(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void tell_of(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    if (sentence.end_mention == sentence.first_mention ||
        sentence.end_mention - sentence.first_mention > most_numbers)
      return;
    const Seat seat = page_.lines[sentence.line].seat;
    if ((seat != Seat::paragraph && seat != Seat::item) || page_.lines[sentence.line].table != 0) return;
    if (!tell(frame_of(page_, id, 2), 0.0F)) tell(frame_with_before(page_, id, 2), price_of_whole_before);
  }

 private:
  static constexpr MentionId most_numbers = 6;

  bool tell(const Frame& frame, float price) {
    if (frame.target == nowhere || !is_open_[frame.target]) return false;
    for (const MentionId operand : frame.operands) {
      const auto scale = frame.operands.size() == 2 ? scale_of(operand, frame) : std::nullopt;
      if (!scale) continue;
      const MentionId whole =
          frame.operands.front() == operand ? frame.operands.back() : frame.operands.front();
      if (is_kin(page_, naming_, whole, frame.target)) return tell(frame, whole, *scale, price), true;
    }
    if (frame.operands.size() != 1 || !is_kin(page_, naming_, frame.operands.front(), frame.target))
      return false;
    const auto scale = scale_in_words(frame);
    if (scale) tell(frame, frame.operands.front(), *scale, price);
    return scale.has_value();
  }

  [[nodiscard]] std::optional<Scale> scale_of(MentionId id, const Frame& frame) const {
    const Figure& figure = page_.figure(id);
    if (figure.period != arithmetic::Period::none) return std::nullopt;
    if (figure.is_percent())
      return figure.value() < 1.0 ? std::optional(Scale{id, figure.value(), true}) : std::nullopt;
    // "A third region" is no share.
    const Token& next = page_.tokens.tokens[page_.mentions[id].token + 1];
    const bool names_rank = next.kind == Kind::word && next.role == Role::content;
    if (figure.spelled && figure.number < 1.0 && !names_rank) return Scale{id, figure.number, true};
    const bool is_times = is_unit_of_multiple(page_.unit_text(id)) || says_times(id);
    const bool is_bare = !figure.has_unit() && figure.number > 1.0 && figure.number <= 1000.0;
    if (figure.number > 1.0 && (is_times || (is_bare && is_called_factor(id, frame))))
      return Scale{id, figure.number, false};
    return std::nullopt;
  }
  /// "Three times", and not "three times a day".
  [[nodiscard]] bool says_times(MentionId id) const {
    const std::uint32_t at = page_.mentions[id].token + 1;
    const Token& next = page_.tokens.tokens[at];
    if (next.kind != Kind::word || next.role != Role::times) return false;
    return is_so_many_times(page_, id) || !says_how_often(at);
  }
  /// "A factor of 3", "replication factor 3", "a peak-to-average ratio of 4", "RF=3".
  [[nodiscard]] bool is_called_factor(MentionId id, const Frame& frame) const {
    constexpr std::uint32_t words_between = 3;
    const std::uint32_t at = page_.mentions[id].token;
    const std::uint32_t begin = std::max(frame.begin + words_between, at) - words_between;
    return (turns_between(page_, frame.line, begin, at) & turn::factor) != 0;
  }

  /// "Doubles", "4:1": the only one.
  [[nodiscard]] std::optional<Scale> scale_in_words(const Frame& frame) const {
    std::optional<Scale> found;
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind != Kind::word) continue;
      const std::string_view word = page_.written(frame.line, token);
      std::optional<double> value = arithmetic::ratio_of(word);
      if (token.role == Role::multiple && !says_how_often(i) && !names_type(frame.line, i)) {
        const arithmetic::Entry* const entry = arithmetic::find_entry(stem(word));
        if (entry != nullptr && entry->role == Role::multiple) value = entry->value;
      }
      if (!value) continue;
      if (found) return std::nullopt;
      found = Scale{nowhere, *value, false};
    }
    return found;
  }
  /// "64 bits for double", and neither "will double" nor "double the load".
  [[nodiscard]] bool names_type(LineId line, std::uint32_t at) const {
    const Token& next = page_.tokens.tokens[at + 1];
    if (!page_.written(line, page_.tokens.tokens[at]).ends_with("e")) return false;
    if (next.kind == Kind::word && next.role == Role::article) return false;
    if (at == page_.lines[line].first_token) return true;
    const Token& before = page_.tokens.tokens[at - 1];
    return before.kind != Kind::word ||
           (before.role != Role::auxiliary && page_.written(line, before) != "to");
  }
  /// "Twice a day"
  [[nodiscard]] bool says_how_often(std::uint32_t at) const {
    const Token& next = page_.tokens.tokens[at + 1];
    return next.kind == Kind::word &&
           (next.role == Role::article || next.role == Role::per || next.role == Role::period);
  }

  /// What the words allow.
  static std::vector<Form> forms_told(const Frame& frame, const Scale& scale) {
    const Turns way = frame.turns & (turn::rest | turn::rise | turn::fall);
    if (!scale.is_share) {
      if (way == turn::fall) return {Form::per};
      return way == turn::rise || scale.mention == nowhere ? std::vector{Form::times} : std::vector<Form>{};
    }
    if ((frame.turns & turn::fullness) != 0) return {};
    if (way == turn::rise) return {Form::more};
    if (way == turn::fall || way == turn::rest) return {Form::rest};
    return {};
  }

  void tell(const Frame& frame, MentionId whole, const Scale& scale, float price) {
    std::vector<Form> told = forms_told(frame, scale);
    const bool says_way = !told.empty();
    const bool is_one_way = told.size() == 1 && frame.is_introduced && frame.is_tight;
    const auto also = [&](Form form) {
      if (std::find(told.begin(), told.end(), form) == told.end()) told.push_back(form);
    };
    also(Form::times);
    also(scale.is_share ? Form::rest : Form::per);
    if ((frame.turns & turn::fullness) != 0) also(Form::per);
    const double stated = times(page_, whole, frame.target);
    if (const auto form = fitting(told, scale, stated)) {
      keep(page_, derive(frame, whole, scale, *form, price, one_way_not_meant), false, out_);
      return;
    }
    // The same digits again are the same number, or another of its kind.
    if (is_near_another(scale, stated) || arithmetic::is_off_by_zeros(stated) || stated == 1.0) return;
    if (digits(frame, whole, scale) < (says_way ? fewest_digits : fewest_digits_of_any)) return;
    // Of ten of them the share is told with the same digits.
    if (!is_one_way && repeats_digits(frame.target, scale)) return;
    for (const Form form : told) {
      if (!arithmetic::is_off_by_zeros(stated / factor_of(form, scale.value))) continue;
      keep(page_,
           derive(frame, whole, scale, form, price, is_one_way ? one_way_not_meant : some_way_not_meant),
           true, out_);
      return;
    }
    if (is_one_way)
      keep(page_, derive(frame, whole, scale, told.front(), price, one_way_not_meant), true, out_);
  }

  [[nodiscard]] bool repeats_digits(MentionId target, const Scale& scale) const {
    if (scale.mention == nowhere) return false;
    const double ratio = page_.figure(target).number / page_.figure(scale.mention).number;
    return ratio == 1.0 || arithmetic::is_off_by_zeros(ratio);
  }
  /// That say something.
  [[nodiscard]] std::size_t digits(const Frame& frame, MentionId whole, const Scale& scale) const {
    const std::size_t of_scale = scale.mention == nowhere ? 1 : page_.figure(scale.mention).digits;
    return of_scale + page_.figure(frame.target).digits + page_.figure(whole).digits;
  }
  [[nodiscard]] static std::optional<Form> fitting(const std::vector<Form>& forms, const Scale& scale,
                                                   double stated) {
    std::optional<Form> best;
    double least = nearly;
    for (const Form form : forms) {
      const double off = std::abs(stated / factor_of(form, scale.value) - 1.0);
      if (off < least) best = form;
      least = std::min(least, off);
    }
    return best;
  }
  [[nodiscard]] static bool is_near_another(const Scale& scale, double stated) {
    return std::any_of(all_forms.begin(), all_forms.end(), [&](Form form) {
      return (scale.is_share || form == Form::times || form == Form::per) &&
             std::abs(stated / factor_of(form, scale.value) - 1.0) < nearly;
    });
  }

  std::uint32_t add(Operation operation, std::uint32_t a = 0, std::uint32_t b = 0) {
    page_.nodes.push_back({operation, false, a, b, 0, 0});
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }
  Derivation derive(const Frame& frame, MentionId whole, const Scale& scale, Form form, float price,
                    float not_meant) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    const std::uint32_t left = add(Operation::figure, whole);
    const bool changes = form != Form::times && form != Form::per;
    const std::uint32_t one = changes ? add(Operation::one) : 0;
    std::uint32_t right = scale.mention != nowhere
                              ? add(Operation::figure, scale.mention)
                              : add(Operation::constant, page_.constant(scale.value, nowhere));
    const bool adds = form == Form::more || form == Form::per_more;
    if (changes) right = add(adds ? Operation::add : Operation::subtract, one, right);
    add(form == Form::times || form == Form::rest || form == Form::more ? Operation::multiply
                                                                        : Operation::divide,
        left, right);
    return told_in_full(page_, first, frame.target, price_of_way + price, not_meant);
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void scaled(Page& page, const Naming& naming, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  Scaled all(page, naming, is_open, out);
  for (SentenceId id = 0; id < page.sentences.size(); ++id) all.tell_of(id);
}

}  // namespace reckon::derive

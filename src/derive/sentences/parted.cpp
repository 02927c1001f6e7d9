// SPDX-License-Identifier: MIT
#include "derive/sentences/parted.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/frame.hpp"
#include "derive/sentences/saying.hpp"
#include "derive/sentences/terms_by_form.hpp"

#include <algorithm>
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

/// How dear it is that the numbers of a sentence that a word sums up, or says to be left, are not meant.
constexpr float all_not_meant = 10.0F;
constexpr float perhaps_not_meant = 9.0F;
constexpr float price_of_parts = 0.5F;
constexpr std::size_t most_parts = 6;
constexpr std::uint32_t words_in_front = 6;
constexpr std::uint32_t words_behind = 4;

class Parted {
 public:
  Parted(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void tell_of(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    if (sentence.end_mention == sentence.first_mention ||
        sentence.end_mention - sentence.first_mention > most_parts + 1)
      return;
    const Seat seat = page_.lines[sentence.line].seat;
    if ((seat != Seat::paragraph && seat != Seat::item) || page_.lines[sentence.line].table != 0) return;
    if (!tell(frame_of(page_, id, most_parts))) tell(frame_with_before(page_, id, most_parts));
  }

 private:
  bool tell(const Frame& frame) {
    if (frame.target == nowhere || !is_open_[frame.target]) return false;
    const bool tells_share = page_.figure(frame.target).is_percent();
    const bool all_shares = std::all_of(frame.operands.begin(), frame.operands.end(),
                                        [this](MentionId id) { return page_.figure(id).is_percent(); });
    if (tells_share && all_shares) return tell_rest_of_all(frame);
    if (tells_share) return tell_share(frame, false);
    if (is_factor(frame)) return tell_share(frame, true);
    if (const auto turned = with_share_as_target(frame)) return tell_share(*turned, false);
    return tell_parts(frame);
  }

  /// "8x", "a peak factor of 3"
  [[nodiscard]] bool is_factor(const Frame& frame) const {
    if (is_unit_of_multiple(page_.unit_text(frame.target))) return true;
    const std::uint32_t at = page_.mentions[frame.target].token;
    constexpr std::uint32_t near = 3;
    const std::uint32_t begin = std::max(frame.begin + near, at) - near;
    const std::uint32_t behind = at + 1;
    return !page_.figure(frame.target).has_unit() &&
           ((turns_between(page_, frame.line, begin, at) & turn::factor) != 0 ||
            token(behind).role == Role::times);
  }
  /// "60 % of the link are in use, 6 of 10 Gbit/s"
  [[nodiscard]] std::optional<Frame> with_share_as_target(const Frame& frame) const {
    Frame out = frame;
    out.operands.push_back(frame.target);
    std::sort(out.operands.begin(), out.operands.end());
    const auto share = std::find_if(out.operands.begin(), out.operands.end(),
                                    [this](MentionId id) { return page_.figure(id).is_percent(); });
    if (share == out.operands.end() || !is_open_[*share]) return std::nullopt;
    out.target = *share;
    out.operands.erase(share);
    out.is_introduced = false;
    const bool is_told = out.operands.size() == 2 && is_told_of(page_, out.operands[0], out.operands[1]);
    return is_told ? std::optional(out) : std::nullopt;
  }

  /// Words near the target that say how it follows.
  [[nodiscard]] Turns turns_near(const Frame& frame) const {
    const std::uint32_t at = page_.mentions[frame.target].token;
    std::uint32_t begin = at;
    while (begin > frame.begin && at - begin < words_in_front && token(begin - 1).kind != Kind::number)
      --begin;
    std::uint32_t end = at + 1;
    while (end < frame.end && end - at <= words_behind && is_word_or_comma(end)) ++end;
    return turns_between(page_, frame.line, begin, end);
  }
  [[nodiscard]] bool is_word_or_comma(std::uint32_t at) const {
    return token(at).kind == Kind::word || token(at).kind == Kind::comma;
  }
  [[nodiscard]] const Token& token(std::uint32_t at) const { return page_.tokens.tokens[at]; }
  /// "Total of", "together", "sums up to".
  [[nodiscard]] bool sums_up_near(const Frame& frame) const {
    const std::uint32_t at = page_.mentions[frame.target].token;
    const std::uint32_t begin = std::max(frame.begin + words_in_front, at) - words_in_front;
    const std::uint32_t end = std::min(frame.end, at + 1 + words_behind);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (sums_up(page_, frame.line, token(i))) return true;
    }
    return false;
  }

  /// All of one kind: parts and their sum, or a whole, its parts and what is left.
  bool tell_parts(const Frame& frame) {
    if (frame.operands.size() < 2) return false;
    const bool are_kin = std::all_of(frame.operands.begin(), frame.operands.end(),
                                     [&](MentionId id) { return is_kin(page_, naming_, id, frame.target); });
    if (!are_kin || !is_measured(frame)) return false;
    const bool sums = sums_up_near(frame);
    const bool leaves = (turns_near(frame) & (turn::rest | turn::fall)) != 0;
    if (sums == leaves) return false;
    const std::vector<MentionId> terms = leaves ? whole_first(frame.operands) : frame.operands;
    const double right = result(terms, leaves);
    if (right <= 0.0) return false;
    const double stated = page_.figure(frame.target).value();
    const bool is_excused = !holds(frame, right) && comes_otherwise(frame);
    if (is_excused) return true;
    const bool is_slip = arithmetic::is_off_by_zeros(stated / right);
    // What is left is less than the whole, but for its zeros.
    if (leaves && !is_slip && stated > page_.figure(terms.front()).value()) return false;
    const bool is_sure =
        sums ? frame.is_tight && (terms.size() > 2 || is_slip) : frame.is_tight && is_left(frame);
    if (!holds(frame, right) && !is_slip && !is_sure) return true;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    add_terms(terms, leaves ? Operation::subtract : Operation::add);
    keep(
        page_,
        told_in_full(page_, first, frame.target, price_of_parts, is_sure ? all_not_meant : perhaps_not_meant),
        true, out_);
    return true;
  }
  /// "The other 8 %", "leaves 65 ms", "65 ms remain".
  [[nodiscard]] bool is_left(const Frame& frame) const {
    constexpr std::uint32_t near = 2;
    const std::uint32_t at = page_.mentions[frame.target].token;
    const std::uint32_t begin = std::max(frame.begin + near, at) - near;
    const std::uint32_t end = std::min(frame.end, at + 1 + near);
    return (turns_between(page_, frame.line, begin, end) & turn::rest) != 0;
  }
  /// Counts of the same things, or what has a unit.
  [[nodiscard]] bool is_measured(const Frame& frame) const {
    if (!page_.figure(frame.target).unit.dimension.without_counts().is_dimensionless()) return true;
    return std::all_of(frame.operands.begin(), frame.operands.end(), [&](MentionId id) {
      return share_word(naming_.nouns[id], naming_.nouns[frame.target]);
    });
  }

  [[nodiscard]] std::vector<MentionId> whole_first(std::vector<MentionId> all) const {
    const auto whole = std::max_element(all.begin(), all.end(), [this](MentionId a, MentionId b) {
      return page_.figure(a).value() < page_.figure(b).value();
    });
    std::rotate(all.begin(), whole, whole + 1);
    return all;
  }
  [[nodiscard]] double result(const std::vector<MentionId>& terms, bool leaves) const {
    double out = page_.figure(terms.front()).value();
    for (std::size_t i = 1; i < terms.size(); ++i)
      out += (leaves ? -1.0 : 1.0) * page_.figure(terms[i]).value();
    return out;
  }
  [[nodiscard]] bool holds(const Frame& frame, double right) const {
    const Figure& stated = page_.figure(frame.target);
    double step = stated.step * stated.unit.factor;
    for (const MentionId id : frame.operands) step += page_.figure(id).step * page_.figure(id).unit.factor;
    return std::abs(stated.value() - right) <= 0.5 * step;
  }
  /// Some of them, added or taken away.
  [[nodiscard]] bool comes_otherwise(const Frame& frame) const {
    std::vector<double> sums{0.0};
    for (const MentionId id : frame.operands) {
      const std::size_t count = sums.size();
      for (std::size_t i = 0; i < count; ++i) {
        sums.push_back(sums[i] + page_.figure(id).value());
        sums.push_back(sums[i] - page_.figure(id).value());
      }
    }
    const Figure& stated = page_.figure(frame.target);
    const double width = 0.5 * stated.step * stated.unit.factor;
    return std::any_of(sums.begin(), sums.end(),
                       [&](double sum) { return std::abs(std::abs(sum) - stated.value()) <= width; });
  }

  /// "The other 8 %": of a hundred.
  bool tell_rest_of_all(const Frame& frame) {
    const double right = 1.0 - result(frame.operands, false);
    if (right <= 0.0 || (turns_near(frame) & turn::rest) == 0) return false;
    const double stated = page_.figure(frame.target).value();
    const bool is_slip = arithmetic::is_off_by_zeros(stated / right) && is_the_rest(frame);
    if (!holds(frame, right) && (!is_slip || comes_otherwise(frame))) return true;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    std::uint32_t left = add(Operation::one);
    for (const MentionId id : frame.operands) {
      const std::uint32_t next = add(Operation::figure, id);
      left = add(Operation::subtract, left, next);
    }
    keep(page_, told_in_full(page_, first, frame.target, price_of_parts, all_not_meant), true, out_);
    return true;
  }
  /// "The other", "the remaining", right before it.
  [[nodiscard]] bool is_the_rest(const Frame& frame) const {
    const std::uint32_t at = page_.mentions[frame.target].token;
    return at >= frame.begin + 2 && token(at - 2).kind == Kind::word && token(at - 2).role == Role::article &&
           (turns_between(page_, frame.line, at - 1, at) & turn::rest) != 0;
  }

  /// What two numbers of a kind say of each other.
  enum class As : std::uint8_t { part, rest, growth, multiple };
  static double value(As as, double part) {
    if (as == As::part) return part;
    if (as == As::rest) return 1.0 - part;
    return as == As::multiple ? 1.0 / part : 1.0 / part - 1.0;
  }

  /// "6 of 10 Gbit/s, 60 %", "from 8,000 to 10,000, an increase of 25 %", "5,400 against 1,800, a factor of
  /// 3".
  bool tell_share(const Frame& frame, bool is_multiple) {
    if (frame.operands.size() != 2 || !is_kin(page_, naming_, frame.operands[0], frame.operands[1]))
      return false;
    const std::vector<MentionId> both = whole_first(frame.operands);
    const double part = times(page_, both[0], both[1]);
    if (part >= 1.0 || part <= 0.0) return false;
    const double stated = page_.figure(frame.target).value();
    const As told = is_multiple ? As::multiple : share_told(frame);
    As meant = told;
    bool fits = false;
    for (const As as : {As::part, As::rest, As::growth}) {
      constexpr double nearly = 0.02;
      if (is_multiple || std::abs(stated / value(as, part) - 1.0) >= nearly) continue;
      meant = as;
      fits = true;
    }
    const auto slipped = [&](As as) { return arithmetic::is_off_by_zeros(stated / value(as, part)); };
    if (!fits && !is_multiple && !slipped(told))
      meant = slipped(As::part) ? As::part : slipped(As::rest) ? As::rest : told;
    const bool is_part = told == As::part && is_told_of(page_, frame.operands[0], frame.operands[1]);
    const bool is_sure = frame.is_introduced && frame.is_tight && meant == told && is_part;
    if (!fits && (!slipped(meant) || (!is_sure && !says_enough(frame)))) return true;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    add_share(both, meant);
    keep(
        page_,
        told_in_full(page_, first, frame.target, price_of_parts, is_sure ? all_not_meant : perhaps_not_meant),
        true, out_);
    return true;
  }
  /// "1 of 10 or 1 %" are too few digits to show a slip.
  [[nodiscard]] bool says_enough(const Frame& frame) const {
    constexpr int fewest_digits = 4;
    int digits = page_.figure(frame.target).digits;
    for (const MentionId id : frame.operands) digits += page_.figure(id).digits;
    return digits >= fewest_digits;
  }
  [[nodiscard]] As share_told(const Frame& frame) const {
    const Turns way = turns_near(frame);
    const bool grows = (way & turn::rise) != 0;
    const bool leaves = (way & (turn::rest | turn::fall)) != 0;
    return grows && !leaves ? As::growth : leaves && !grows ? As::rest : As::part;
  }
  void add_share(const std::vector<MentionId>& both, As as) {
    const std::uint32_t whole = add(Operation::figure, both[0]);
    const std::uint32_t part = add(Operation::figure, both[1]);
    const bool turns_round = as == As::growth || as == As::multiple;
    if (as == As::part || as == As::multiple) {
      add(Operation::divide, turns_round ? whole : part, turns_round ? part : whole);
      return;
    }
    const std::uint32_t one = add(Operation::one);
    const std::uint32_t ratio =
        add(Operation::divide, turns_round ? whole : part, turns_round ? part : whole);
    add(Operation::subtract, turns_round ? ratio : one, turns_round ? one : ratio);
  }

  std::uint32_t add(Operation operation, std::uint32_t a = 0, std::uint32_t b = 0) {
    page_.nodes.push_back({operation, false, a, b, 0, 0});
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }
  void add_terms(const std::vector<MentionId>& terms, Operation operation) {
    std::uint32_t left = add(Operation::figure, terms.front());
    for (std::size_t i = 1; i < terms.size(); ++i) {
      const std::uint32_t right = add(Operation::figure, terms[i]);
      left = add(operation, left, right);
    }
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void parted(Page& page, const Naming& naming, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  Parted all(page, naming, is_open, out);
  for (SentenceId id = 0; id < page.sentences.size(); ++id) all.tell_of(id);
}

}  // namespace reckon::derive

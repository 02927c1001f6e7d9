// SPDX-License-Identifier: MIT
#include "derive/sentences/spoken.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/cue.hpp"
#include "derive/sentences/saying.hpp"

#include <algorithm>
#include <array>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Joint;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::size_t fewest_operands = 2;
/// For leaving out the first numbers of the sentence.
constexpr float numbers_apart = 2.5F;
constexpr float period_in_words = 1.0F;
/// Words that join all numbers and say what they make are nearly a sign of equality.
constexpr float as_with_signs = 11.0F;

/// How dear it is that a cue says nothing of all numbers before it, although their units fit; and where they
/// are measures that make the number's own, as a rate and a time.
struct CueRow {
  Cue cue;
  float not_meant;
  float not_meant_so;
  Joint joint;
};
constexpr std::array cues{
    CueRow{Cue::none, 0.0F, 0.0F, Joint::words},   CueRow{Cue::serves, 0.0F, 8.0F, Joint::verb},
    CueRow{Cue::is, 6.0F, 9.0F, Joint::verb},      CueRow{Cue::colon, 7.0F, 9.0F, Joint::colon},
    CueRow{Cue::or_else, 6.0F, 9.0F, Joint::verb}, CueRow{Cue::needs, 8.0F, 9.0F, Joint::leap},
    CueRow{Cue::leads, 6.0F, 9.0F, Joint::leap},   CueRow{Cue::so, 9.0F, 10.0F, Joint::leap},
    CueRow{Cue::takes, 9.0F, 10.0F, Joint::verb},  CueRow{Cue::makes, 9.0F, 10.0F, Joint::verb},
    CueRow{Cue::in_all, 9.0F, 10.0F, Joint::verb}, CueRow{Cue::equals, 9.0F, 10.0F, Joint::leap},
    CueRow{Cue::points, 7.0F, 7.0F, Joint::leap},
};

class Speech {
 public:
  Speech(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), told_(is_open.size(), false), out_(out) {}

  void tell_of(MentionId target) {
    const std::size_t before = out_.size();
    relate(target);
    told_[target] = out_.size() > before && out_.back().holds();
  }

 private:
  void relate(MentionId target) {
    const Sentence& sentence = page_.sentences[page_.mentions[target].sentence];
    const MentionId begin = clause_begin(sentence, target);
    if (target - begin < fewest_operands || target - begin > most_operands) return;
    std::vector<Operand> operands = operands_between(page_, naming_, begin, target);
    if (operands.empty()) return;
    const Cue cue = cue_of(page_, target);
    const bool each = naming_.each[target - 1] || operands.front().is_each;
    CueRow row = cues[static_cast<std::size_t>(cue)];
    if (cue == Cue::serves && each) row = {cue, 9.0F, 10.0F, Joint::verb};
    const bool is_alone = begin == sentence.first_mention && target + 1 == sentence.end_mention;
    if (cue == Cue::serves && !each && !is_alone) return;
    if (row.not_meant_so == 0.0F) return;
    const Figure& stated = page_.figure(target);
    if (stated.has_unit() && is_unit_of_multiple(page_.unit_text(target))) return;  // "= 10x more effort"
    Saying saying;
    saying.target = target;
    saying.is_one = naming_.each[target];
    saying.not_meant = row.not_meant;
    saying.not_meant_so = row.not_meant_so;
    saying.link.joint = row.joint;
    saying.link.approximate = stated.approximate;
    const bool says_all = cue == Cue::makes || cue == Cue::in_all;
    if (says_all && operands.size() > fewest_operands && is_bonded(operands)) {
      saying.link.joint = Joint::equals;
      saying.not_meant = saying.not_meant_so = as_with_signs;
    }
    const std::uint32_t from = page_.mentions[begin].token;
    const std::uint32_t to = page_.mentions[target].token;
    saying.is_sure = stated.comparator == units::Comparator::equal && !says_multiple(page_, from, to) &&
                     !has_operator(page_, from, to) &&
                     !is_denied(page_, page_.mentions[target].line, from, to) &&
                     !is_contrasted(page_, page_.mentions[target].line, from, to) &&
                     !has_range(page_, from, to) && (looks_back(cue) || !has_parts(from, to)) &&
                     cue != Cue::points && is_told_in_words(target, cue) && is_measured(stated, operands);
    if (with_period(saying, operands, page_.mentions[target].line, sentence.first_token, sentence.end_token))
      return;
    if (is_tied(operands) && saying.not_meant > 0.0F) saying.not_meant = saying.not_meant_so;
    saying.operands = std::move(operands);
    if (tell(page_, saying, out_)) return;
    // The last numbers of the clause alone.
    saying.is_sure = false;
    saying.price = numbers_apart;
    while (saying.operands.size() > fewest_operands) {
      saying.operands.erase(saying.operands.begin());
      saying.operands.front().bond = Bond::none;
      if (tell(page_, saying, out_)) return;
    }
  }

  /// Its words look back at all that was said: "...; so the fleet needs 12".
  static bool looks_back(Cue cue) { return cue >= Cue::needs && cue != Cue::points; }
  /// "$200-$1,500", "...; the remainder": more than one thing is said.
  [[nodiscard]] bool has_parts(std::uint32_t begin, std::uint32_t end) const {
    const auto first = page_.tokens.tokens.begin();
    return std::any_of(first + begin, first + end, [](const Token& token) {
      return token.kind == Kind::minus || token.kind == Kind::semicolon;
    });
  }

  /// What one operand is said of is what another counts: "8 KB per page" and "20,000 page reads/s".
  [[nodiscard]] bool is_tied(const std::vector<Operand>& operands) const {
    for (const Operand& a : operands) {
      for (const Operand& b : operands) {
        if (&a != &b && share_word(naming_.per[a.mention], naming_.nouns[b.mention])) return true;
      }
    }
    return false;
  }

  /// From the last result on, or all of the sentence.
  [[nodiscard]] MentionId clause_begin(const Sentence& sentence, MentionId target) const {
    for (MentionId m = target; m-- > sentence.first_mention;) {
      if (!is_open_[m] || told_[m]) return m;
    }
    return sentence.first_mention;
  }

  /// In data, headings and cells words calculate nothing; in code a sign is no word.
  [[nodiscard]] bool is_told_in_words(MentionId target, Cue cue) const {
    const Seat seat = page_.line_of(target).seat;
    const bool is_comment = seat == Seat::code && cue != Cue::equals && cue != Cue::colon;
    return seat == Seat::paragraph || seat == Seat::item || seat == Seat::string || is_comment;
  }

  /// Words join all of the numbers, as signs would.
  static bool is_bonded(const std::vector<Operand>& operands) {
    return std::all_of(operands.begin() + 1, operands.end(),
                       [](const Operand& operand) { return operand.bond != Bond::none; });
  }

  /// "1 % of requests take 5 seconds": a share of what is no number here.
  [[nodiscard]] bool has_own_whole(const std::vector<Operand>& operands) const {
    const auto& tokens = page_.tokens.tokens;
    return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
      std::uint32_t at = page_.mentions[operand.mention].token + 1;
      const bool says_of = tokens[at].kind == Kind::word && tokens[at].role == Role::of;
      if (!page_.figure(operand.mention).is_percent() || !says_of) return false;
      do ++at;
      while (tokens[at].kind == Kind::word && tokens[at].role == Role::article);
      return tokens[at].kind == Kind::word && tokens[at].role == Role::content;
    });
  }

  /// Bare numbers fit each other in any way: a unit, a share or a multiple says how.
  [[nodiscard]] bool is_measured(const Figure& stated, const std::vector<Operand>& operands) const {
    // "1 takes 10 seconds": one of them, no factor.
    const bool has_one = std::any_of(operands.begin(), operands.end(), [this](const Operand& operand) {
      const Figure& figure = page_.figure(operand.mention);
      return figure.number == 1.0 && !figure.has_unit();
    });
    if (has_one || has_own_whole(operands)) return false;
    if (!stated.unit.dimension.without_counts().is_dimensionless()) return true;
    // Two of a kind are compared; a rate and a time count something.
    const auto kind = [this](const Operand& operand) {
      return page_.figure(operand.mention).unit.dimension.without_counts();
    };
    const bool is_alike = std::all_of(operands.begin(), operands.end(), [&](const Operand& operand) {
      return kind(operand) == kind(operands.front());
    });
    return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
      return operand.is_multiple || page_.figure(operand.mention).is_percent() ||
             (!is_alike && !kind(operand).is_dimensionless());
    });
  }

  /// A period that only words name is one more operand, which need not be meant.
  bool with_period(Saying& saying, const std::vector<Operand>& operands, LineId line, std::uint32_t begin,
                   std::uint32_t end) {
    const arithmetic::Period period = period_said(page_, line, begin, end);
    if (period == arithmetic::Period::none) return false;
    saying.is_sure = false;
    if (operands.size() >= most_operands) return false;
    Saying longer = saying;
    longer.operands = operands;
    Operand said;
    said.period = period;
    longer.operands.push_back(said);
    longer.price = period_in_words;
    return tell(page_, longer, out_);
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<bool> told_;  ///< what words already yield
  std::vector<Derivation>& out_;
};

}  // namespace

void spoken(Page& page, const Naming& naming, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  Speech speech(page, naming, is_open, out);
  for (MentionId target = 0; target < page.mentions.size(); ++target) {
    const Figure& figure = page.figure(target);
    if (is_open[target] && !figure.name && !figure.is_range() && figure.number > 0.0) speech.tell_of(target);
  }
}

}  // namespace reckon::derive

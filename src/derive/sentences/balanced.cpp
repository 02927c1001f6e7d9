// SPDX-License-Identifier: MIT
#include "derive/sentences/balanced.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/cue.hpp"
#include "derive/sentences/measures.hpp"
#include "derive/sentences/saying.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Joint;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

/// How dear it is that a number is not what all others of its sentence come to, by what introduces it. It is
/// never so dear that a number is told wrong which is off by no slip.
constexpr std::array not_meant_by_cue{
    0.0F,  // none
    8.0F,  // serves
    9.0F,  // is
    9.0F,  // colon
    9.0F,  // or_else
    9.0F,  // needs
    9.0F,  // leads
    9.5F,  // so
    9.5F,  // takes
    9.5F,  // makes
    9.5F,  // in_all
    9.5F,  // equals
    0.0F,  // points
};
constexpr float follows_not_meant = 9.0F;
constexpr float often_not_meant = 9.5F;  ///< so many of them, and how often each does it
constexpr float last_not_meant = 7.9F;   ///< nothing introduces it, but it ends the sentence
constexpr float told_first = 8.0F;       ///< the result in front, what it comes from behind
constexpr float price_of_behind = 0.5F;  ///< for an operand behind its result
constexpr std::size_t most_sure = 3;     ///< more operands leave too many ways
constexpr float price_of_before = 2.0F;  ///< for operands of the sentence before
constexpr float conversion_not_meant = 9.0F;
constexpr float price_of_conversion = 1.0F;
/// From how many digits on a number that fits but for its zeros is no accident.
constexpr std::uint8_t digits_of_conversion = 3;
constexpr std::size_t fewest_measures = 2;  ///< besides the result

class Balance {
 public:
  Balance(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), told_(is_open.size(), false), out_(out) {
    for (const Derivation& derivation : out) {
      const bool is_told =
          derivation.is_cued && (derivation.holds() || derivation.generator == Generator::spoken);
      if (derivation.target != nowhere && is_told) told_[derivation.target] = true;
    }
  }

  void read(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    const bool is_long = sentence.end_mention - sentence.first_mention > most_operands + 1;
    if (sentence.first_mention == sentence.end_mention || is_long || !is_prose(sentence.line)) {
      before_ = {};
      return;
    }
    Measures here = measures_of(page_, naming_, sentence);
    if (!here.is_readable) {
      before_ = {};
      return;
    }
    line_ = sentence.line;
    if (const auto target = target_of(here.all)) relate(sentence, here.all, *target);
    before_ = std::move(here);
    before_line_ = line_;
  }

 private:
  struct Target {
    std::size_t index = 0;
    float not_meant = 0.0F;
    Joint joint = Joint::verb;
  };

  [[nodiscard]] bool is_prose(LineId line) const {
    const Seat seat = page_.lines[line].seat;
    return seat == Seat::paragraph || seat == Seat::item || seat == Seat::string;
  }

  /// The number that words introduce most clearly as what the others come to.
  [[nodiscard]] std::optional<Target> target_of(const std::vector<Measure>& all) const {
    std::optional<Target> best;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const MentionId id = all[i].operand.mention;
      const bool may_be = id != nowhere && is_open_[id] && !told_[id] && !all[i].operand.is_multiple &&
                          !page_.figure(id).is_percent() &&
                          !(page_.figure(id).spelled && page_.figure(id).number < 1.0);
      if (!may_be) continue;
      const Target found{i, not_meant(all, i), Joint::verb};
      if (!best || found.not_meant >= best->not_meant) best = found;
    }
    return best;
  }
  [[nodiscard]] float not_meant(const std::vector<Measure>& all, std::size_t index) const {
    const MentionId id = all[index].operand.mention;
    const bool is_first = index == 0 && all.size() > fewest_measures;
    if (is_first && is_parted_behind(all)) return told_first;
    const bool is_last = std::all_of(all.begin() + static_cast<std::ptrdiff_t>(index) + 1, all.end(),
                                     [this](const Measure& measure) { return lasts(measure); });
    if (!is_last) return 0.0F;
    const Cue cue = cue_of(page_, id);
    // "In the same 100 ms window": a time is told of many things.
    const float cued =
        cue == Cue::serves && is_time(id) ? 0.0F : not_meant_by_cue.at(static_cast<std::size_t>(cue));
    return std::max({cued, said_to_follow(id), is_beside(id) ? last_not_meant : 0.0F});
  }
  /// "This means that the storage delivers 160 MB/s": said somewhere between the last number and this one.
  [[nodiscard]] float said_to_follow(MentionId id) const {
    const auto& tokens = page_.tokens.tokens;
    const std::uint32_t first = page_.sentences[page_.mentions[id].sentence].first_token;
    for (std::uint32_t i = page_.mentions[id].token; i-- > first && tokens[i].kind != Kind::number;) {
      if (tokens[i].kind != Kind::word) continue;
      const std::string_view words = page_.written(line_, tokens[i]);
      if (tokens[i].role == Role::leap) return arithmetic::is_permission(words) ? 0.0F : follows_not_meant;
    }
    return 0.0F;
  }
  /// Behind a comma, a dash or an arrow, or behind a verb's preposition: "averages out at", "gone in".
  [[nodiscard]] bool is_beside(MentionId id) const {
    const auto& tokens = page_.tokens.tokens;
    std::uint32_t at = page_.mentions[id].token;
    const std::uint32_t first = page_.sentences[page_.mentions[id].sentence].first_token;
    while (at > first && tokens[at - 1].kind == Kind::word && tokens[at - 1].role == Role::about) --at;
    if (at == first) return false;
    const Token& before = tokens[at - 1];
    if (before.kind == Kind::relation) return before.sign == arithmetic::Sign::arrow;
    const bool is_said =
        before.kind == Kind::word && (before.role == Role::preposition || before.role == Role::of ||
                                      (is_time(id) && page_.written(line_, before) == "after"));
    return is_said || before.kind == Kind::comma || before.kind == Kind::mark || before.kind == Kind::minus;
  }
  [[nodiscard]] bool is_time(MentionId id) const {
    return page_.figure(id).unit.dimension.without_counts() == units::axis(units::Axis::time);
  }
  /// "$5,840 a month (730 hours)": a time behind the result belongs to it.
  [[nodiscard]] bool lasts(const Measure& measure) const {
    return measure.operand.mention == nowhere || is_time(measure.operand.mention);
  }
  /// Something parts the result in front from what it comes from.
  [[nodiscard]] bool is_parted_behind(const std::vector<Measure>& all) const {
    const auto first = page_.tokens.tokens.begin();
    return std::any_of(first + all[0].token + 1, first + all[1].token, [this](const Token& token) {
      if (token.kind == Kind::word) return arithmetic::gives_ground(page_.written(line_, token));
      return token.kind == Kind::colon || token.kind == Kind::open || token.kind == Kind::mark ||
             token.kind == Kind::minus;
    });
  }
  void relate(const Sentence& sentence, const std::vector<Measure>& all, const Target& target) {
    std::vector<Measure> others;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == target.index) continue;
      others.push_back(all[i]);
      // "34,000 rows daily": so many in that time.
      Operand& operand = others.back().operand;
      if (i > target.index && operand.mention == nowhere && operand.times == nowhere)
        operand.is_often = false;
    }
    const bool has_signs = is_contrasted(page_, line_, sentence.first_token, sentence.end_token) ||
                           has_operator(page_, sentence.first_token, sentence.end_token) ||
                           says_share(sentence.first_token, sentence.end_token) ||
                           has_range(page_, sentence.first_token, sentence.end_token);
    if (has_signs || others.size() > most_operands) return;
    const MentionId id = all[target.index].operand.mention;
    Saying saying = saying_of(id, target);
    const bool is_last = target.index + 1 == all.size();
    if (!is_last) saying.price = price_of_behind;
    if (others.size() == 1 ? convert(id, others.front()) : relate_within(saying, others, target, is_last))
      return;
    relate_with_before(saying, others, target);
  }
  bool relate_within(const Saying& saying, const std::vector<Measure>& others, const Target& target,
                     bool is_last) {
    if (others.size() < fewest_measures) return false;
    if (try_with(saying, others)) return true;
    if (is_last || target.index < fewest_measures) return false;
    // "$5,840 a month (730 hours)"
    return try_with(saying, {others.begin(), others.begin() + static_cast<std::ptrdiff_t>(target.index)});
  }
  /// Operands of the sentence before as well.
  void relate_with_before(Saying& saying, const std::vector<Measure>& others, const Target& target) {
    const bool continues = before_line_ == line_ && !before_.all.empty();
    if (!continues || before_.all.size() + others.size() > most_operands) return;
    std::vector<Measure> both = before_.all;
    both.insert(both.end(), others.begin(), others.end());
    if (both.size() < fewest_measures) return;
    saying.price += price_of_before;
    // Two sentences are one calculation only where it is said.
    const Words nouns = naming_.nouns[saying.target];
    const bool is_wanted = std::any_of(
        both.begin(), both.end(), [&](const Measure& measure) { return counts_one(nouns, measure.of_one); });
    if (target.not_meant < follows_not_meant && !is_wanted) saying.is_sure = false;
    try_with(saying, both);
  }
  /// "A 10 Gbit/s link carries 1.25 GB/s": the same in another unit, or a slip of zeros.
  bool convert(MentionId target, const Measure& measure) {
    const MentionId from = measure.operand.mention;
    if (from == nowhere || from > target) return false;
    const Figure& a = page_.figure(from);
    const Figure& b = page_.figure(target);
    const units::Dimension kind = b.unit.dimension.without_counts();
    const bool is_alike = a.unit.dimension.without_counts() == kind && !kind.is_dimensionless() &&
                          a.unit.factor != b.unit.factor && a.is_percent() == b.is_percent();
    const bool counts = kind.of(units::Axis::data) == 0 && kind.of(units::Axis::money) == 0;
    const bool is_same = !counts || kind.of(units::Axis::time) > 0 || naming_.nouns[target].empty() ||
                         share_word(naming_.nouns[from], naming_.nouns[target]);
    const bool is_of_one = a.has_noun_denominator != b.has_noun_denominator;
    if (!is_alike || !is_same || is_of_one || b.comparator != units::Comparator::equal) return false;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({arithmetic::Operation::figure, false, from, 0, 0, 0});
    const Derivation derivation =
        told_in_full(page_, first, target, price_of_conversion, conversion_not_meant);
    const bool shows_slip =
        b.digits >= digits_of_conversion && arithmetic::is_off_by_zeros(derivation.comparison.ratio);
    keep(page_, derivation, shows_slip, out_);
    return true;
  }
  /// A share or a multiple that words tell says more than can be read here.
  [[nodiscard]] bool says_share(std::uint32_t begin, std::uint32_t end) const {
    const auto first = page_.tokens.tokens.begin();
    return std::any_of(first + begin, first + end, [this](const Token& token) {
      if (token.kind != Kind::word) return false;
      if (token.role == Role::share) return true;
      return token.role == Role::multiple && page_.written(line_, token) != "twice";
    });
  }

  [[nodiscard]] Saying saying_of(MentionId target, const Target& told) const {
    const Figure& stated = page_.figure(target);
    Saying saying;
    saying.target = target;
    saying.is_one = naming_.each[target];
    saying.not_meant_so = told.not_meant;
    saying.link.joint = told.joint;
    saying.link.approximate = stated.approximate;
    saying.is_sure = told.not_meant > 0.0F && is_equal(target);
    return saying;
  }

  bool try_with(Saying saying, const std::vector<Measure>& measures) {
    const Tie tie = tie_of(page_, naming_, measures, saying.target);
    if (tie == Tie::by_name && saying.not_meant_so == 0.0F && ends_sentence(saying.target)) {
      // "2 million of them 48 GB": no verb is needed.
      saying.not_meant_so = last_not_meant;
      saying.is_sure = is_equal(saying.target);
    }
    if (tie == Tie::often && saying.not_meant_so > 0.0F) saying.not_meant_so = often_not_meant;
    if (saying.not_meant_so == 0.0F) return false;  // only place relates them
    if (tie != Tie::none) saying.not_meant = saying.not_meant_so;
    for (const Measure& measure : measures) {
      saying.operands.push_back(measure.operand);
      saying.operands.back().is_of_wanted = counts_one(naming_.nouns[saying.target], measure.of_one);
    }
    saying.is_sure = saying.is_sure && measures.size() <= most_sure && is_measured(saying, measures) &&
                     all_equal(measures) && (tie == Tie::by_name || is_counted(saying.target, measures)) &&
                     happens_to_many(saying.target, measures) && !is_said_before(saying.target, measures);
    const std::size_t before = out_.size();
    tell(page_, saying, out_);
    return out_.size() > before;
  }
  /// No bound: "more than 30,000".
  [[nodiscard]] bool is_equal(MentionId id) const {
    const std::uint32_t at = page_.mentions[id].token;
    if (at == page_.line_of(id).first_token) return page_.figure(id).comparator == units::Comparator::equal;
    const Token& before = page_.tokens.tokens[at - 1];
    const bool is_bound =
        before.kind == Kind::word && (before.role == Role::at_least || before.role == Role::at_most);
    return !is_bound && page_.figure(id).comparator == units::Comparator::equal;
  }
  [[nodiscard]] bool all_equal(const std::vector<Measure>& measures) const {
    return std::all_of(measures.begin(), measures.end(), [this](const Measure& measure) {
      return measure.operand.mention == nowhere || is_equal(measure.operand.mention);
    });
  }

  /// How often something happens says how much there is in a period, and nothing else.
  [[nodiscard]] bool happens_to_many(MentionId target, const std::vector<Measure>& measures) const {
    const bool is_often = std::any_of(measures.begin(), measures.end(),
                                      [](const Measure& measure) { return measure.operand.is_often; });
    const bool has_time = std::any_of(measures.begin(), measures.end(), [this](const Measure& measure) {
      return !measure.operand.is_often && lasts(measure);
    });
    return !is_often || (!has_time && page_.figure(target).period != arithmetic::Period::none);
  }
  /// "A timeout of 400 ms": who names a number again calculates nothing.
  [[nodiscard]] bool is_said_before(MentionId target, const std::vector<Measure>& measures) const {
    const Figure& stated = page_.figure(target);
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) {
      const MentionId id = measure.operand.mention;
      return id != nowhere && page_.figure(id).number == stated.number &&
             page_.figure(id).unit.dimension.without_counts() == stated.unit.dimension.without_counts();
    });
  }
  /// Bare numbers fit each other in any way: a unit or what introduces the result says how.
  [[nodiscard]] bool is_measured(const Saying& saying, const std::vector<Measure>& measures) const {
    const auto is_bare = [this](MentionId id) {
      return id != nowhere && page_.figure(id).unit.dimension.without_counts().is_dimensionless();
    };
    return saying.not_meant_so >= follows_not_meant || !is_bare(saying.target) ||
           !std::all_of(measures.begin(), measures.end(),
                        [&](const Measure& measure) { return is_bare(measure.operand.mention); });
  }
  /// A number of things is what the others come to only where they say what it counts.
  [[nodiscard]] bool is_counted(MentionId target, const std::vector<Measure>& measures) const {
    if (!page_.figure(target).unit.dimension.without_counts().is_dimensionless()) return true;
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) {
      const MentionId id = measure.operand.mention;
      return counts_one(naming_.nouns[target], measure.of_one) ||
             (id != nowhere && share_word(naming_.nouns[target], naming_.nouns[id]));
    });
  }
  [[nodiscard]] bool ends_sentence(MentionId id) const {
    return page_.sentences[page_.mentions[id].sentence].end_mention == id + 1;
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<bool> told_;  ///< what something already yields or contradicts
  std::vector<Derivation>& out_;
  LineId line_ = 0;
  Measures before_;  ///< of the sentence before
  LineId before_line_ = 0;
};

}  // namespace

void balanced(Page& page, const Naming& naming, const std::vector<bool>& is_open,
              std::vector<Derivation>& out) {
  Balance all(page, naming, is_open, out);
  for (SentenceId id = 0; id < page.sentences.size(); ++id) all.read(id);
}

}  // namespace reckon::derive

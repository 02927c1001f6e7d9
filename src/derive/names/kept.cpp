// SPDX-License-Identifier: MIT
#include "derive/names/kept.hpp"

#include "arithmetic/lexicon.hpp"
#include "derive/names/stated_again.hpp"
#include "derive/page/key_unit.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Theme;
using arithmetic::Token;

/// Settings that no text says are rare; a text that says how long says it of one thing or of several.
constexpr float unsaid_setting = 9.5F;
/// The text that says so does not speak of the setting's object.
constexpr float of_another = 3.5F;
/// Two things are kept ten times as long as one another, and not thousands of times.
constexpr double farthest = 60.0;
constexpr double in_milliseconds = 1000.0;

bool says_kept(const std::string& stem) {
  const Theme theme = arithmetic::theme_of(stem);
  return theme == Theme::keeping || theme == Theme::expiring;
}

class Kept {
 public:
  Kept(Page& page, const Names& names, const Alike& alike, std::vector<Derivation>& out)
      : page_(page), names_(names), alike_(alike), out_(out), is_stored_(page.mentions.size(), false) {
    add_stems(Theme::keeping, key_words_);
    add_stems(Theme::keeping, words_);
    add_stems(Theme::expiring, words_);
  }

  void run() {
    // A list of very many settings is no design.
    constexpr std::size_t most_settings = 40;
    constexpr std::size_t most_durations = 1000;
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      if (is_setting(id)) settings_.push_back(id);
    }
    if (settings_.empty() || settings_.size() > most_settings) return;
    find_stored();
    for (MentionId id = 0; id < page_.mentions.size() && durations_.size() < most_durations; ++id) {
      if (is_duration(id)) durations_.push_back(id);
    }
    for (const MentionId id : settings_) hold(id);
  }

 private:
  void add_stems(Theme theme, std::vector<WordId>& into) const {
    for (const std::string_view stem : arithmetic::stems_of(theme)) {
      if (const auto known = names_.word(std::string(stem))) into.push_back(*known);
    }
  }

  [[nodiscard]] bool is_duration(MentionId id) const {
    const arithmetic::Figure& figure = page_.figure(id);
    return !figure.name && figure.number > 0.0 &&
           alike_.outcome(id).dimension == units::axis(units::Axis::time) &&
           figure.comparator == units::Comparator::equal && (key_of(page_, id).empty() || is_told(id)) &&
           !is_length_of_period(id) && !is_denominator(id);
  }
  /// "Budget per 30 days".
  [[nodiscard]] bool is_denominator(MentionId id) const {
    const Mention& mention = page_.mentions[id];
    return mention.token > page_.sentences[mention.sentence].first_token &&
           page_.tokens.tokens[mention.token - 1].role == arithmetic::Role::per;
  }
  /// "`retention.ms=86400000` is one day" speaks of a setting.
  [[nodiscard]] bool is_told(MentionId id) const {
    const Seat seat = page_.line_of(id).seat;
    return seat == Seat::paragraph || seat == Seat::item || seat == Seat::cell;
  }

  /// "86,400 s" converts.
  [[nodiscard]] bool is_length_of_period(MentionId id) const {
    const double value = page_.figure(id).value();
    return page_.figure(id).unit.factor <= 1.0 && value >= 3600.0 &&
           arithmetic::period_of(value) != arithmetic::Period::none;
  }

  /// A number under a key that says how long something is kept, in seconds, hours or days.
  [[nodiscard]] bool is_setting(MentionId id) const {
    const std::string_view key = key_of(page_, id);
    // A program has numbers of its own.
    if (key.empty() || !alike_.may_repeat(id) || page_.line_of(id).seat == Seat::code) return false;
    if (!(alike_.outcome(id).dimension == units::axis(units::Axis::time))) return false;
    const Words own = names_.own(id);
    const bool keeps =
        std::any_of(key_words_.begin(), key_words_.end(), [own](WordId word) { return has(own, word); });
    const bool expires = expire_ && after_ && has(own, *expire_) && has(own, *after_);
    return (keeps || expires) && !is_calculated_from(id);
  }

  /// "retention.ms: 90 × 24 × 3,600".
  [[nodiscard]] bool is_calculated_from(MentionId id) const {
    const Kind next = page_.tokens.tokens[page_.mentions[id].token + 1].kind;
    return next == Kind::times || next == Kind::over || next == Kind::plus || next == Kind::minus;
  }

  /// What an amount follows from: "18 TB/day × 10 days = 180 TB".
  void find_stored() {
    for (const Derivation& derivation : out_) {
      if (derivation.target == nowhere || !derivation.holds() || derivation.evidence() < 1.0F) continue;
      if (alike_.outcome(derivation.target).dimension.of(units::Axis::time) != 0) continue;
      for (const MentionId operand : operands_of(page_, derivation)) is_stored_[operand] = true;
    }
    // "retention.ms=172800000 is 2 × 86,400,000 ms" is worked out, too.
    for (const Derivation& derivation : out_) {
      if (derivation.target == nowhere || !derivation.holds() || !derivation.is_cued) continue;
      if (!key_of(page_, derivation.target).empty()) is_stored_[derivation.target] = true;
    }
  }

  /// In front of it or behind, with no other number between.
  [[nodiscard]] bool is_said_kept(MentionId id) const {
    constexpr std::uint32_t reach = 3;
    const Words own = names_.own(id);
    if (std::any_of(words_.begin(), words_.end(), [own](WordId word) { return has(own, word); })) return true;
    const Mention& mention = page_.mentions[id];
    if (is_stored_[id] && is_labelled_kept(page_.sentences[mention.sentence])) return true;
    const std::uint32_t end = page_.sentences[mention.sentence].end_token;
    for (std::uint32_t i = mention.token + 1; i < std::min(end, mention.token + 1 + reach); ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind != Kind::word) return false;
      if (says_kept(stem(page_.written(mention.line, token)))) return true;
    }
    return false;
  }

  /// "Retained data: 90 MB/s × 14 days" says it in front of the first number.
  [[nodiscard]] bool is_labelled_kept(const Sentence& sentence) const {
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind == Kind::number) return false;
      if (token.kind == Kind::word && says_kept(stem(page_.written(sentence.line, token)))) return true;
    }
    return false;
  }

  /// One value and the places that state it.
  struct Said {
    std::vector<MentionId> places;
    float bits = 0.0F;  ///< of the best of them
    float object = 0.0F;
    bool is_kept = false;
    bool is_stored = false;
    bool is_own = false;  ///< it is what the setting says
  };

  /// What a place says about being what the setting sets.
  [[nodiscard]] Said place(MentionId id, MentionId other) const {
    constexpr float of_word = 2.0F;
    constexpr float of_amount = 1.0F;
    constexpr float beside_it = 4.0F;
    Said out{{other},
             0.0F,
             object_in_common(id, other),
             is_said_kept(other),
             is_stored_[other],
             alike_.is_same(id, other)};
    if (is_in_object(id, other)) out.object += beside_it;
    out.bits = out.object + (out.is_kept ? of_word : 0.0F) + (out.is_stored ? of_amount : 0.0F);
    return out;
  }

  /// Bits of what names the object of the setting and stands in the sentence, in its label or its heading.
  [[nodiscard]] float object_in_common(MentionId id, MentionId other) const {
    constexpr float in_heading = 0.5F;
    float out = 0.0F;
    const Company company = names_.company(other);
    const bool is_only = !has_rival_in_sentence(other);
    for (const WordId word : names_.object(id)) {
      if (has(names_.own(id), word)) continue;
      if ((is_only && has(company.front(), word)) || has(names_.own(other), word)) {
        out += names_.information(word);
      } else if (has(company.back(), word)) {
        out += in_heading * names_.information(word);
      }
    }
    return out;
  }

  /// "24 h for clicks, 7 days for orders": the sentence speaks of both.
  [[nodiscard]] bool has_rival_in_sentence(MentionId id) const {
    const Sentence& sentence = page_.sentences[page_.mentions[id].sentence];
    const auto first = std::lower_bound(durations_.begin(), durations_.end(), sentence.first_mention);
    const auto end = std::lower_bound(first, durations_.end(), sentence.end_mention);
    return std::any_of(first, end,
                       [&](MentionId other) { return is_said_kept(other) && !alike_.is_same(id, other); });
  }

  /// Notes beside a value of data speak of its object.
  [[nodiscard]] bool is_in_object(MentionId id, MentionId other) const {
    const std::string_view own = page_.pointer(page_.line_of(id));
    const std::string_view object = own.substr(0, own.rfind('/') + 1);
    return object.size() > 1 && page_.line_of(id).fragment == page_.line_of(other).fragment &&
           page_.pointer(page_.line_of(other)).starts_with(object);
  }

  [[nodiscard]] bool may_be_same(MentionId id, MentionId other) const {
    if (page_.mentions[other].sentence == page_.mentions[id].sentence) return false;
    // Another object's setting.
    if (last_key(page_.pointer(page_.line_of(other))) == key_of(page_, id)) return false;
    const double ratio = alike_.outcome(id).value / alike_.outcome(other).value;
    const double far = std::max(ratio, 1.0 / ratio);
    return far <= farthest || is_same_number(far, in_milliseconds);
  }

  /// The values that it can have, best first; its own among them.
  [[nodiscard]] std::vector<Said> said_of(MentionId id) const {
    std::vector<Said> out;
    for (const MentionId other : durations_) {
      if (!may_be_same(id, other)) continue;
      const Said found = place(id, other);
      if (!found.is_kept && !found.is_stored && !found.is_own) continue;
      const auto known = std::find_if(out.begin(), out.end(), [&](const Said& said) {
        return said.is_own == found.is_own && alike_.is_same(said.places.front(), other);
      });
      if (known == out.end()) {
        out.push_back(found);
        continue;
      }
      const bool is_better = found.bits > known->bits;
      known->places.insert(is_better ? known->places.begin() : known->places.end(), other);
      known->bits = std::max(known->bits, found.bits);
      known->object = std::max(known->object, found.object);
      known->is_kept = known->is_kept || found.is_kept;
      known->is_stored = known->is_stored || found.is_stored;
    }
    std::sort(out.begin(), out.end(), [](const Said& a, const Said& b) { return a.bits > b.bits; });
    return out;
  }

  /// Two things have a setting each: then the object has to tell which is meant. What the text tells of the
  /// setting is no other one.
  [[nodiscard]] bool has_twin(MentionId id, bool is_known_by_object) const {
    return std::any_of(settings_.begin(), settings_.end(), [&](MentionId other) {
      if (other == id || key_of(page_, other) != key_of(page_, id) || alike_.is_same(id, other)) return false;
      const bool is_same_object = std::ranges::equal(names_.object(id), names_.object(other));
      const bool is_told_of_it = is_told(other) && is_stored_[other];
      return is_told(id) || (!is_told_of_it && (is_same_object || !is_known_by_object));
    });
  }

  /// `BACKUP_KEEP_DAYS` is not how long a key is kept.
  [[nodiscard]] bool has_all_words(MentionId id, const Said& said) const {
    const Words name = names_.own(id);
    return std::all_of(name.begin(), name.end(), [&](WordId word) {
      const bool is_keeping = std::find(words_.begin(), words_.end(), word) != words_.end();
      return is_keeping || word == after_ ||
             std::any_of(said.places.begin(), said.places.end(), [&](MentionId other) {
               return alike_.is_near(word, other) || stands_in_line(word, page_.line_of(other));
             });
    });
  }
  /// "**Access logs.** Each server writes 2 GB a day. We keep 14 days."
  [[nodiscard]] bool stands_in_line(WordId word, const Line& line) const {
    constexpr std::uint32_t longest = 300;
    if (line.seat != Seat::paragraph && line.seat != Seat::item) return false;
    const std::uint32_t end = std::min(line.end_token, line.first_token + longest);
    for (std::uint32_t i = line.first_token; i < end; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind != Kind::word) continue;
      const std::string_view text = line.plain().text.substr(token.begin, token.end - token.begin);
      if (names_.word(stem(text)) == word) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_remark(const Said& said) const {
    return std::any_of(said.places.begin(), said.places.end(),
                       [this](MentionId other) { return page_.line_of(other).seat == Seat::code; });
  }

  void hold(MentionId id) {
    constexpr float lead_over_other = 1.0F;
    constexpr float lead_over_own = 3.0F;
    constexpr float enough_of_object = 4.0F;
    constexpr float enough_of_twin = 3.0F;
    const std::vector<Said> all = said_of(id);
    if (all.empty()) return;
    const Said& best = all.front();
    if (has_twin(id, best.is_stored && best.object >= enough_of_twin)) return;
    if (best.is_own || page_.figure(best.places.front()).is_range() || !has_all_words(id, best)) return;
    const bool has_rival = std::any_of(all.begin() + 1, all.end(), [&](const Said& said) {
      // A remark behind the setting says it, too.
      if (said.is_own && has_remark(said)) return true;
      // Who says both means both, unless the object tells which.
      if (said.is_own) return best.object < said.object + lead_over_own;
      return best.bits < said.bits + lead_over_other;
    });
    if (has_rival) return;
    if (!(best.is_stored && best.is_kept) && best.object < enough_of_object) return;
    const bool names_object = !names_.object(id).empty();
    const float bits = unsaid_setting + std::log2(static_cast<float>(best.places.size())) -
                       (names_object && best.object <= 0.0F ? of_another : 0.0F);
    out_.push_back(contradicted(page_, id, best.places, alike_.outcome(best.places.front()).value, bits));
  }

  Page& page_;
  const Names& names_;
  const Alike& alike_;
  std::vector<Derivation>& out_;
  std::vector<bool> is_stored_;  ///< a size follows from it
  std::vector<MentionId> durations_;
  std::vector<MentionId> settings_;
  std::vector<WordId> words_;  ///< that say so and stand here
  /// Of them those of a key. What expires may be a token that an answer hands out: only what expires after so
  /// long is kept.
  std::vector<WordId> key_words_;
  std::optional<WordId> expire_ = names_.word("expire");
  std::optional<WordId> after_ = names_.word("after");
};

}  // namespace

void kept(Page& page, const Names& names, const Alike& alike, std::vector<Derivation>& out) {
  Kept(page, names, alike, out).run();
}

}  // namespace reckon::derive

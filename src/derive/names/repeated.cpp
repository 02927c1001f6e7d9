// SPDX-License-Identifier: MIT
#include "derive/names/repeated.hpp"

#include "arithmetic/lexicon.hpp"
#include "derive/names/across_files.hpp"
#include "derive/names/alike.hpp"
#include "derive/names/data_record.hpp"
#include "derive/names/kept.hpp"
#include "derive/names/stated_again.hpp"
#include "derive/page/key_unit.hpp"
#include "derive/page/key_words.hpp"
#include "derive/search/surprise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;

/// Bits of name and digits from which on another statement of the same value is no accident.
constexpr float enough_support = 5.0F;
/// Few numbers of data that are right stand nowhere else and follow from nothing.
constexpr float unsaid = 1.0F;
/// With less in common two numbers are two quantities.
constexpr float least_in_common = 3.0F;
constexpr float least_of_object = 1.0F;
constexpr float clear_lead = 1.0F;

/// Bits from which on a calculation of two or three numbers is no accident.
constexpr float surely_calculated = 5.0F;

class Repeats {
 public:
  Repeats(Page& page, const Names& names, const Alike& alike, std::vector<Derivation>& out)
      : page_(page), names_(names), alike_(alike), out_(out) {
    is_calculated_.assign(page.mentions.size(), false);
    is_used_.assign(page.mentions.size(), false);
    for (const Derivation& derivation : out) {
      if (derivation.target == nowhere || !explains(derivation)) continue;
      is_used_[derivation.target] = true;
      if (derivation.is_cued || derivation.evidence() >= surely_calculated)
        is_calculated_[derivation.target] = true;
      for (const MentionId operand : operands_of(page, derivation)) is_used_[operand] = true;
    }
  }

  void run() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      if (names_.head(id) == nowhere || !alike_.may_repeat(id) || is_identifier(id)) continue;
      const bool is_told = is_calculated_[id] ? is_told_again(id) : hold(id);
      if (page_.figure(id).digits <= 1) continue;  // a single digit stands somewhere anyway
      if (is_told) {
        record_.add_told(block_of(id));
      } else {
        record_.add_untold(block_of(id), !is_calculated_[id]);
      }
    }
    if (!record_.repeats_text(found_.size())) return;
    for (const Contradiction& found : found_) add(found);
  }

 private:
  /// By numbers that somebody wrote: a period that a word may name yields what it likes.
  [[nodiscard]] bool explains(const Derivation& derivation) const {
    constexpr float least = 1.0F;
    if (!derivation.holds() || derivation.evidence() < least) return false;
    for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
      if (page_.nodes[i].operation == arithmetic::Operation::period) return false;
    }
    return true;
  }

  /// "order_id", "apiVersion", "createdAt": which one, and not how many.
  [[nodiscard]] bool is_identifier(MentionId id) const {
    const std::vector<std::string_view> words = key_words(key_of(page_, id));
    return !words.empty() && arithmetic::theme_of(stem(words.back())) == arithmetic::Theme::identity;
  }

  struct Contradiction {
    MentionId id = nowhere;
    std::vector<MentionId> others;  ///< that state another value, best first
    float bits = 0.0F;
  };

  [[nodiscard]] std::uint32_t block_of(MentionId id) const { return page_.line_of(id).fragment; }

  static std::ptrdiff_t bounded(std::size_t size) {
    return static_cast<std::ptrdiff_t>(std::min(size, Alike::most_with_word));
  }

  [[nodiscard]] bool is_sibling(MentionId id, MentionId other) const {
    const Line& a = page_.line_of(id);
    const Line& b = page_.line_of(other);
    return a.fragment == b.fragment && a.seat == b.seat && names_.head(other) != nowhere;
  }

  /// Whether data beside `id` says this value under another key: that it is the same counts for it.
  [[nodiscard]] bool is_taken(MentionId id, const Match& match) const {
    const float digits = surprise(page_.figure(match.id), 0.0);
    const std::vector<MentionId> same = alike_.equals(match.id);
    return std::any_of(same.begin(), same.end(), [&](MentionId m) {
      return m != id && is_sibling(id, m) &&
             alike_.match(m, match.id).bits() + digits >= match.bits() - clear_lead;
    });
  }

  /// Two objects of one kind have two of everything, and a change shows both values of a key.
  [[nodiscard]] bool is_twin(MentionId id, MentionId other) const {
    return names_.head(other) != nowhere && key_of(page_, id) == key_of(page_, other);
  }

  /// The same key stands there several times: only the object's words tell which.
  [[nodiscard]] bool has_namesake(MentionId id) const {
    const std::vector<MentionId>& with = names_.with(names_.head(id));
    return std::any_of(with.begin(), with.begin() + bounded(with.size()), [&](MentionId other) {
      return other != id && (is_sibling(id, other) || is_twin(id, other)) &&
             std::ranges::equal(names_.nouns(other), names_.nouns(id));
    });
  }

  /// Mentions that may be the same quantity under another value, best first.
  [[nodiscard]] std::vector<Match> rivals(MentionId id) const {
    std::vector<MentionId> all;
    const QuantityKind kind = alike_.kind_of(id);
    const auto add = [&all](const std::vector<MentionId>& some) {
      if (some.size() <= Alike::most_with_word) all.insert(all.end(), some.begin(), some.end());
    };
    for (const WordId word : names_.own(id)) add(names_.with(word));
    for (const WordId word : names_.also(id)) add(names_.with(word));
    if (!kind.counts()) add(alike_.of_kind(kind));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<Match> out = named_alike(id, all, &Repeats::has_last_word);
    if (out.empty()) out = named_alike(id, all, &Repeats::has_any_word);
    return out;
  }

  using HasName = bool (Repeats::*)(MentionId, Words) const;
  [[nodiscard]] std::vector<Match> named_alike(MentionId id, const std::vector<MentionId>& all,
                                               HasName is_named) const {
    std::vector<Match> out;
    for (const MentionId other : all) {
      if (!may_be_same(id, other, is_named)) continue;
      const Match found = alike_.match(id, other);
      if (found.common > 0.0F && !is_taken(id, found)) out.push_back(found);
    }
    std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) {
      return a.bits() != b.bits() ? a.bits() > b.bits() : a.id < b.id;
    });
    return out;
  }

  [[nodiscard]] bool may_be_same(MentionId id, MentionId other, HasName is_named) const {
    if (!alike_.may_repeat(other) || is_condition(other) || !is_elsewhere(id, other)) return false;
    if (is_sibling(id, other) || is_twin(id, other) || alike_.is_same(id, other)) return false;
    const QuantityKind kind = alike_.kind_of(id);
    if (!(alike_.kind_of(other) == kind)) return false;
    if (!kind.counts() && !kind.counts_in_time())
      return has_telling_unit(id) || (this->*is_named)(id, names_.own(other));
    // What is counted is whole and has to be named by its noun, or by all words of the key.
    return is_whole(id) == is_whole(other) && may_differ(id, other) &&
           ((this->*is_named)(id, names_.nouns(other)) || is_named_in_full(id, other));
  }

  /// `percent == 100` asks whether it is; "for example, if you keep 3 months" says what would be.
  [[nodiscard]] bool is_condition(MentionId id) const {
    constexpr std::array<std::string_view, 6> supposing{"if", "If", "example", "Example", "e.g.", "suppose"};
    const Sentence& sentence = page_.sentences[page_.mentions[id].sentence];
    for (std::uint32_t i = sentence.first_token; i < page_.mentions[id].token; ++i) {
      const std::string_view word = page_.written(sentence.line, page_.tokens.tokens[i]);
      if (std::find(supposing.begin(), supposing.end(), word) != supposing.end()) return true;
    }
    const std::string_view front = page_.line_of(id).plain().text.substr(0, page_.token_of(id).begin);
    if (is_option(front)) return true;
    return front.substr(0, front.find_last_not_of(" \"'") + 1).ends_with("==");
  }

  /// "--health-timeout 5s" inside of a string is a setting of something else.
  static bool is_option(std::string_view front) {
    const std::size_t end = front.find_last_not_of(" =");
    if (end == std::string_view::npos) return false;
    const std::size_t space = front.find_last_of(' ', end);
    return front.substr(space == std::string_view::npos ? 0 : space + 1).starts_with("--");
  }

  /// "2.5 million" are whole, too.
  [[nodiscard]] bool is_whole(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return figure.whole || (figure.scaled && std::floor(figure.number) == figure.number);
  }

  /// A few of something are not what many of it should be: "one batch" and a batch of 512.
  [[nodiscard]] bool may_differ(MentionId id, MentionId other) const {
    constexpr double most = 20.0;
    const double a = page_.figure(id).number;
    const double b = page_.figure(other).number;
    const bool is_few = page_.figure(id).digits == 1 || page_.figure(other).digits == 1;
    return !is_few || std::max(a, b) <= most * std::min(a, b);
  }

  [[nodiscard]] bool has_last_word(MentionId id, Words called) const {
    return has(called, names_.head(id)) || share_word(called, names_.also(id));
  }
  /// "63 pods" under `podsProvisioned`: whatever else the key says of them.
  [[nodiscard]] bool has_any_word(MentionId id, Words called) const {
    const Words name = names_.nouns(id);
    return std::any_of(name.begin(), name.end(),
                       [&](WordId word) { return !names_.tells_apart(word) && has(called, word); });
  }

  /// "A replay rate of 3,000 edits/s".
  [[nodiscard]] bool is_named_in_full(MentionId id, MentionId other) const {
    const Words name = names_.own(id);
    const Words called = names_.own(other);
    return name.size() > 1 && std::includes(called.begin(), called.end(), name.begin(), name.end());
  }

  /// "GB a day" is as good as a name; so many hours or bytes can be anything's.
  [[nodiscard]] bool has_telling_unit(MentionId id) const {
    return alike_.outcome(id).dimension.of(units::Axis::time) < 0;
  }

  /// The best that states the same value.
  struct Support {
    Match match;
    float bits = std::numeric_limits<float>::lowest();
    std::size_t choices = 0;
    [[nodiscard]] bool is_no_accident() const { return bits >= enough_support; }
  };
  [[nodiscard]] Support support(MentionId id) const {
    Support out;
    float best = std::numeric_limits<float>::lowest();
    for (const MentionId other : alike_.equals(id)) {
      if (!is_elsewhere(id, other)) continue;
      const Match found = alike_.match(id, other);
      ++out.choices;
      best = std::max(best, found.bits());
      const float bits = alike_.agreement(found, id);
      if (bits > out.bits) {
        out.bits = bits;
        out.match = found;
      }
    }
    if (!out.is_no_accident()) out.bits = best;
    return out;
  }

  [[nodiscard]] bool is_elsewhere(MentionId id, MentionId other) const {
    const Line& a = page_.line_of(id);
    const Line& b = page_.line_of(other);
    const bool is_in_row = a.table != 0 && a.table == b.table && a.row == b.row;
    return page_.mentions[id].line != page_.mentions[other].line && !is_in_row;
  }

  /// In a sentence or a table: two samples of data have two of everything.
  [[nodiscard]] bool is_text(MentionId id) const {
    const Seat seat = page_.line_of(id).seat;
    return seat == Seat::paragraph || seat == Seat::item || seat == Seat::cell || seat == Seat::string ||
           seat == Seat::heading;
  }
  /// A value and no text: "42", "500m".
  [[nodiscard]] bool is_bare(MentionId id) const {
    constexpr std::size_t longest_unit = 6;
    const Line& line = page_.line_of(id);
    return line.seat == Seat::value && page_.token_of(id).begin == 0 &&
           line.plain().text.size() <= page_.token_of(id).end + longest_unit;
  }

  /// "`top_p=0.8`" in a sentence is said of what the sentence speaks of.
  [[nodiscard]] bool is_prose(MentionId id) const {
    const Seat seat = page_.line_of(id).seat;
    return seat == Seat::paragraph || seat == Seat::item;
  }
  /// In the text; or in other data that the text supports and whose name fits to the word.
  [[nodiscard]] bool is_said(const Match& match) const {
    if (is_text(match.id)) return true;
    if (page_.line_of(match.id).seat != Seat::value || match.lacks > 0.0F) return false;
    const Support known = support(match.id);
    return known.is_no_accident() && is_text(known.match.id);
  }
  [[nodiscard]] bool is_told_again(MentionId id) const {
    const std::vector<MentionId> same = alike_.equals(id);
    return std::any_of(same.begin(), same.end(),
                       [&](MentionId other) { return is_elsewhere(id, other) && is_text(other); });
  }

  /// Looks for what says otherwise, unless something says the same. Whether the text says it, too.
  bool hold(MentionId id) {
    const Support known = support(id);
    if (known.is_no_accident()) {
      const bool is_told = is_told_again(id);
      if (is_told && is_text(known.match.id)) explain(id, known);
      return is_told;
    }
    contradict(id, known);
    return false;
  }

  void contradict(MentionId id, const Support& known) {
    const std::vector<Match> all = rivals(id);
    if (all.empty() || known.bits >= all.front().bits() - clear_lead) return;
    const Match& best = all.front();
    if (best.is_apart || !is_said(best) || is_condition(id)) return;
    // A count that stands nowhere is none of them, whichever is meant.
    const bool is_unlike_all = known.choices == 0 && is_bare(id) && alike_.kind_of(id).counts();
    std::vector<MentionId> agreeing;
    float choices = 1.0F;
    float object = 0.0F;
    for (const Match& match : all) {
      if (alike_.is_same(match.id, best.id)) {
        agreeing.push_back(match.id);
        object = std::max(object, match.object);
      } else if (!is_unlike_all && match.bits() >= best.bits() - clear_lead) {
        return;  // nobody can say which is meant
      } else {
        choices += std::exp2(match.bits() - best.bits());
      }
    }
    if (agreeing.size() < 2 && (is_prose(id) || !is_established(best.id))) return;
    // One word is a kind of thing: a unit that is as good as a word, or the object, has to tell which.
    const bool is_kind = names_.own(id).size() == 1 && !has_telling_unit(id);
    if (has_namesake(id) || (is_kind && object < least_of_object)) return;
    // Where all that has the name says the same, nothing has to tell them apart.
    const bool is_only = agreeing.size() == all.size();
    const float common = best.bits() + (is_only ? best.lacks / 2.0F : 0.0F);
    if (common < least_in_common) return;
    found_.push_back({id, agreeing,
                      unsaid + common + std::log2(static_cast<float>(agreeing.size())) - std::log2(choices)});
  }

  /// A calculation yields it or starts from it, or it stands elsewhere too.
  [[nodiscard]] bool is_established(MentionId id) const {
    if (is_used_[id]) return true;
    const std::vector<MentionId> same = alike_.equals(id);
    return std::any_of(same.begin(), same.end(), [&](MentionId other) {
      return is_used_[other] || (alike_.is_same(id, other) && is_elsewhere(id, other) && is_text(other));
    });
  }

  /// The text says it too.
  void explain(MentionId id, const Support& known) {
    Derivation out = stated_again(page_, id, {known.match.id}, alike_.outcome(known.match.id).value);
    // The names say where to look; that the numbers agree is worth what their digits are.
    out.surprise = std::min(known.bits, surprise(page_.figure(id), 0.0));
    out.price = std::log2(static_cast<float>(known.choices));
    // "3000" and "3,000 edits/s" are one number.
    out.comparison.right = page_.figure(id).number;
    out.comparison.ratio = 1.0;
    out.comparison.holds = true;
    out_.push_back(out);
  }

  void add(const Contradiction& found) {
    const float record = record_.bits(block_of(found.id), page_.figure(found.id).digits > 1);
    const double value = alike_.outcome(found.others.front()).value;
    out_.push_back(contradicted(page_, found.id, found.others, value, found.bits + record));
  }

  Page& page_;
  const Names& names_;
  const Alike& alike_;
  std::vector<Derivation>& out_;
  std::vector<bool> is_calculated_;
  std::vector<bool> is_used_;  ///< a calculation yields it or starts from it
  std::vector<Contradiction> found_;
  DataRecord record_;
};

}  // namespace

void repeated(Page& page, const document::Document& document, const Names& names,
              std::vector<Derivation>& out) {
  if (!names.has_keys()) return;
  const Alike alike(page, names);
  Repeats(page, names, alike, out).run();
  across_files(page, document, names, alike, out);
  kept(page, names, alike, out);
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/repeated.hpp"

#include "arithmetic/outcome.hpp"
#include "derive/key_unit.hpp"
#include "derive/quantity_kind.hpp"
#include "derive/surprise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Outcome;

// What a word of a name is worth by where the other has it.
constexpr float as_noun = 1.0F;
constexpr float as_word = 0.8F;
constexpr float as_company = 0.6F;
constexpr float of_object = 0.3F;  ///< a word of the object, not of the key
// What it costs that the other lacks a word that is said somewhere else, or nowhere.
constexpr float said_elsewhere = 0.7F;
constexpr float said_nowhere = 0.3F;
constexpr float unsaid_by_key = 0.5F;
constexpr float same_period = 2.0F;

/// Bits of name and digits from which on another statement of the same value is no accident.
constexpr float enough_support = 5.0F;
/// A right number of data stands elsewhere too, or follows from something, in nine of ten cases.
constexpr float stands_alone = 3.3F;
/// With less in common two numbers are two quantities.
constexpr float least_in_common = 3.0F;
constexpr float least_of_object = 1.0F;
constexpr float clear_lead = 1.0F;

constexpr std::size_t most_with_word = 200;
constexpr std::size_t words_of_a_setting = 3;
constexpr std::size_t fewest_supported = 4;
constexpr std::size_t supported_for_each = 3;
constexpr std::size_t most_equal = 64;

bool has(Words words, WordId word) {
  return std::binary_search(words.begin(), words.end(), word);
}

class Repeats {
 public:
  Repeats(Page& page, const Names& names, std::vector<Derivation>& out)
      : page_(page), names_(names), out_(out) {
    outcomes_.reserve(page.mentions.size());
    for (MentionId id = 0; id < page.mentions.size(); ++id) {
      outcomes_.push_back(arithmetic::outcome_of(page.figure(id)));
      if (may_repeat(id)) by_kind_[kind_of(id)].push_back(id);
      if (may_repeat(id)) by_value_.push_back(id);
    }
    by_number_ = by_value_;
    const auto value = [this](MentionId a, MentionId b) { return outcomes_[a].value < outcomes_[b].value; };
    const auto number = [this](MentionId a, MentionId b) {
      return page_.figure(a).number < page_.figure(b).number;
    };
    std::sort(by_value_.begin(), by_value_.end(), value);
    std::sort(by_number_.begin(), by_number_.end(), number);
    is_calculated_.assign(page.mentions.size(), false);
    is_used_.assign(page.mentions.size(), false);
    for (const Derivation& derivation : out) {
      if (derivation.target == nowhere || !explains(derivation)) continue;
      is_calculated_[derivation.target] = is_used_[derivation.target] = true;
      for (const MentionId operand : operands_of(page, derivation)) is_used_[operand] = true;
    }
  }

  void run() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      if (names_.head(id) == nowhere || !may_repeat(id)) continue;
      if (is_calculated_[id]) {
        support(id);
      } else {
        hold(id);
      }
    }
    // Where the text repeats what its data says, the odd one is a slip; elsewhere data has names of its own.
    if (supported_ < fewest_supported || supported_ < supported_for_each * found_.size()) return;
    std::map<std::uint32_t, std::size_t> odd;  // in each piece of data
    for (const Contradiction& found : found_) ++odd[page_.line_of(found.id).fragment];
    for (const Contradiction& found : found_) {
      const std::uint32_t fragment = page_.line_of(found.id).fragment;
      if (supported_in_[fragment] >= supported_for_each * odd[fragment]) add(found);
    }
  }

 private:
  [[nodiscard]] bool may_repeat(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return !figure.name && !figure.is_range() && figure.number > 0.0;
  }
  [[nodiscard]] QuantityKind kind_of(MentionId id) const {
    return {outcomes_[id].dimension, page_.figure(id).is_percent()};
  }

  /// By numbers that somebody wrote: a period that a word may name yields what it likes.
  [[nodiscard]] bool explains(const Derivation& derivation) const {
    constexpr float least = 1.0F;
    if (!derivation.holds() || derivation.evidence() < least) return false;
    for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
      if (page_.nodes[i].operation == arithmetic::Operation::period) return false;
    }
    return true;
  }

  struct Contradiction {
    MentionId id = nowhere;
    std::vector<MentionId> others;  ///< that state another value, best first
    float bits = 0.0F;
  };

  struct Match {
    MentionId id = nowhere;
    float common = 0.0F;  ///< bits of what the names share
    float object = 0.0F;  ///< of these, what names the object
    float lacks = 0.0F;
    bool is_apart = false;  ///< one of them is the peak, the minimum, one of several...
    [[nodiscard]] float bits() const { return common - lacks; }
  };

  /// How well the name of `id` fits what `other` is called.
  [[nodiscard]] Match match(MentionId id, MentionId other) const {
    Match out{other};
    const Words name = names_.own(id);
    const Words called = names_.own(other);
    for (const WordId word : name) {
      const float bits = names_.information(word);
      if (has(names_.nouns(other), word)) {
        out.common += as_noun * bits;
      } else if (has(called, word)) {
        out.common += as_word * bits;
      } else if (in_company(word, other)) {
        out.common += as_company * bits;
      } else {
        out.lacks += bits * (is_said_elsewhere(word, id) ? said_elsewhere : said_nowhere);
        // "min.insync.replicas" are not the least replicas of something else: who says that much means all.
        out.is_apart = out.is_apart || names_.tells_apart(word) || name.size() >= words_of_a_setting;
      }
    }
    out.object = of_objects(id, other);
    out.common += out.object + in_unit(id, other);
    for (const WordId word : names_.nouns(other)) {
      if (!has(name, word) && !in_company(word, id)) out.lacks += unsaid_by_key * names_.information(word);
    }
    const auto tells = [&](WordId word) { return names_.tells_apart(word) && !has(name, word); };
    out.is_apart = out.is_apart || names_.is_per(other) || std::any_of(called.begin(), called.end(), tells) ||
                   page_.figure(other).comparator != units::Comparator::equal;
    return out;
  }

  /// What the words say that stand around both.
  [[nodiscard]] float of_objects(MentionId id, MentionId other) const {
    float out = 0.0F;
    for (const Words company : names_.company(id)) {
      for (const WordId word : company) {
        if (has(names_.own(id), word)) continue;
        const float bits = of_object * names_.information(word);
        out += has(names_.own(other), word) ? bits : in_company(word, other) ? as_company * bits : 0.0F;
      }
    }
    return out;
  }

  [[nodiscard]] bool in_company(WordId word, MentionId id) const {
    const Company company = names_.company(id);
    return std::any_of(company.begin(), company.end(), [word](Words words) { return has(words, word); });
  }

  /// Bits that a unit in common says: the rarer the kind of quantity, the more.
  [[nodiscard]] float in_unit(MentionId id, MentionId other) const {
    const QuantityKind kind = kind_of(other);
    if (kind.counts() || !(kind == kind_of(id))) return 0.0F;
    const auto rivals = static_cast<float>(by_kind_.at(kind).size());
    const arithmetic::Period period = page_.figure(id).period;
    const bool in_period = period != arithmetic::Period::none && period == page_.figure(other).period;
    return std::log2(static_cast<float>(page_.mentions.size()) / rivals) + (in_period ? same_period : 0.0F);
  }

  static std::ptrdiff_t bounded(std::size_t size) {
    return static_cast<std::ptrdiff_t>(std::min(size, most_with_word));
  }
  [[nodiscard]] bool is_said_elsewhere(WordId word, MentionId id) const {
    const std::uint32_t fragment = page_.line_of(id).fragment;
    const std::vector<MentionId>& with = names_.with(word);
    return std::any_of(with.begin(), with.begin() + bounded(with.size()),
                       [&](MentionId other) { return page_.line_of(other).fragment != fragment; });
  }

  [[nodiscard]] bool is_sibling(MentionId id, MentionId other) const {
    const Line& a = page_.line_of(id);
    const Line& b = page_.line_of(other);
    return a.fragment == b.fragment && a.seat == b.seat && names_.head(other) != nowhere;
  }

  /// Mentions with the same value, in whatever unit, or the same number.
  [[nodiscard]] std::vector<MentionId> equals(MentionId id) const {
    std::vector<MentionId> out;
    constexpr double widest = 1.1;
    const Outcome& outcome = outcomes_[id];
    auto at = std::lower_bound(by_value_.begin(), by_value_.end(), outcome.low / widest,
                               [this](MentionId m, double v) { return outcomes_[m].value < v; });
    for (; at != by_value_.end() && outcomes_[*at].value <= outcome.high * widest && out.size() < most_equal;
         ++at) {
      if (overlap(outcome, outcomes_[*at])) out.push_back(*at);
    }
    const double number = page_.figure(id).number;
    at = std::lower_bound(by_number_.begin(), by_number_.end(), number * (1 - 1e-9),
                          [this](MentionId m, double v) { return page_.figure(m).number < v; });
    for (; at != by_number_.end() && is_same_number(page_.figure(*at).number, number) &&
           out.size() < 2 * most_equal;
         ++at)
      out.push_back(*at);
    std::erase_if(out, [&](MentionId m) { return page_.mentions[m].line == page_.mentions[id].line; });
    return out;
  }

  /// Whether data beside `id` says this value under another key.
  [[nodiscard]] bool is_taken(MentionId id, MentionId other) const {
    const std::vector<MentionId> same = equals(other);
    return std::any_of(same.begin(), same.end(), [&](MentionId m) { return m != id && is_sibling(id, m); });
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
    const QuantityKind kind = kind_of(id);
    const auto add = [&all](const std::vector<MentionId>& some) {
      if (some.size() <= most_with_word) all.insert(all.end(), some.begin(), some.end());
    };
    for (const WordId word : names_.own(id)) add(names_.with(word));
    if (!kind.counts()) add(by_kind_.at(kind));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<Match> out;
    for (const MentionId other : all) {
      if (!may_be_same(id, other)) continue;
      const Match found = match(id, other);
      if (found.common > 0.0F) out.push_back(found);
    }
    std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) {
      return a.bits() != b.bits() ? a.bits() > b.bits() : a.id < b.id;
    });
    return out;
  }

  [[nodiscard]] bool may_be_same(MentionId id, MentionId other) const {
    if (!may_repeat(other) || page_.mentions[other].line == page_.mentions[id].line) return false;
    if (is_sibling(id, other) || is_twin(id, other) || overlap(outcomes_[id], outcomes_[other])) return false;
    const QuantityKind kind = kind_of(id);
    const QuantityKind theirs = kind_of(other);
    if (!(theirs == kind)) return false;
    const WordId head = names_.head(id);
    if (!kind.counts() && !kind.counts_in_time()) return has_telling_unit(id) || has(names_.own(other), head);
    // What is counted is whole and has to be named by its noun.
    return page_.figure(id).whole == page_.figure(other).whole && has(names_.nouns(other), head);
  }

  /// "GB a day" is as good as a name; so many hours or bytes can be anything's.
  [[nodiscard]] bool has_telling_unit(MentionId id) const {
    return outcomes_[id].dimension.of(units::Axis::time) < 0;
  }

  /// Bits of the best that states the same value; nothing where that is no accident.
  [[nodiscard]] std::optional<float> accident(MentionId id) const {
    float best = std::numeric_limits<float>::lowest();
    for (const MentionId other : equals(id)) {
      const Match found = match(id, other);
      const float digits = std::min(surprise(page_.figure(id), 0.0), surprise(page_.figure(other), 0.0));
      if (found.common + digits >= enough_support) return std::nullopt;
      best = std::max(best, found.bits());
    }
    return best;
  }

  /// In a sentence or a table: two samples of data have two of everything.
  [[nodiscard]] bool is_text(MentionId id) const {
    const Seat seat = page_.line_of(id).seat;
    return seat == Seat::paragraph || seat == Seat::item || seat == Seat::cell || seat == Seat::string ||
           seat == Seat::heading;
  }
  void support(MentionId id) {
    if (!is_told_again(id)) return;
    if (page_.figure(id).digits > 1) ++supported_;
    ++supported_in_[page_.line_of(id).fragment];
  }
  [[nodiscard]] bool is_told_again(MentionId id) const {
    const std::vector<MentionId> same = equals(id);
    return std::any_of(same.begin(), same.end(), [this](MentionId other) { return is_text(other); });
  }

  /// Looks for what says otherwise, unless something says the same.
  void hold(MentionId id) {
    const std::optional<float> known = accident(id);
    if (!known) {
      support(id);
      return;
    }
    const std::vector<Match> all = rivals(id);
    if (all.empty() || *known >= all.front().bits() - clear_lead) return;
    const Match& best = all.front();
    if (best.is_apart || !is_text(best.id) || is_taken(id, best.id)) return;
    std::vector<MentionId> agreeing;
    float choices = 1.0F;
    float object = 0.0F;
    for (const Match& match : all) {
      if (overlap(outcomes_[match.id], outcomes_[best.id])) {
        agreeing.push_back(match.id);
        object = std::max(object, match.object);
      } else if (match.bits() >= best.bits() - clear_lead) {
        return;  // nobody can say which is meant
      } else {
        choices += std::exp2(match.bits() - best.bits());
      }
    }
    if (agreeing.size() < 2 && !is_used_[best.id]) return;
    // One word is a kind of thing: a unit that is as good as a word, or the object, has to tell which.
    const bool is_kind = names_.own(id).size() == 1 && !has_telling_unit(id);
    if ((is_kind || has_namesake(id)) && object < least_of_object) return;
    // Where all that has the name says the same, nothing has to tell them apart.
    const bool is_only = agreeing.size() == all.size();
    const float common = best.bits() + (is_only ? best.lacks / 2.0F : 0.0F);
    if (common < least_in_common) return;
    found_.push_back(
        {id, agreeing,
         stands_alone + common + std::log2(static_cast<float>(agreeing.size())) - std::log2(choices)});
  }

  void add(const Contradiction& found) {
    constexpr std::size_t most_places = 4;
    const auto& [id, others, bits] = found;
    const MentionId best = others.front();
    Derivation out;
    out.generator = Generator::repeated;
    out.target = id;
    out.line = page_.mentions[id].line;
    out.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    for (std::size_t i = std::min(others.size(), most_places); i-- > 0;)
      page_.nodes.push_back({arithmetic::Operation::figure, false, others[i], 0, 0, 0});
    out.root = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    const Figure& figure = page_.figure(id);
    out.comparison.comparable = true;
    out.comparison.right = outcomes_[best].value / figure.unit.factor;
    out.comparison.ratio = figure.number / out.comparison.right;
    out.not_meant = bits;
    out.is_cued = true;
    out_.push_back(out);
  }

  Page& page_;
  const Names& names_;
  std::vector<Derivation>& out_;
  std::vector<Outcome> outcomes_;
  std::map<QuantityKind, std::vector<MentionId>> by_kind_;
  std::vector<MentionId> by_value_;
  std::vector<MentionId> by_number_;
  std::vector<bool> is_calculated_;
  std::vector<Contradiction> found_;
  std::size_t supported_ = 0;  ///< numbers of data with digits that say something, which stand elsewhere too
  std::map<std::uint32_t, std::size_t> supported_in_;  ///< of them, in each piece of data
  std::vector<bool> is_used_;                          ///< a calculation yields it or starts from it
};

}  // namespace

void repeated(Page& page, const Names& names, std::vector<Derivation>& out) {
  Repeats(page, names, out).run();
}

}  // namespace reckon::derive

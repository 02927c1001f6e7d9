// SPDX-License-Identifier: MIT
// How alike two mentions are: bits that their names have in common, less those of words that only one of them
// has; and which mentions say the same value or the same number.
#pragma once

#include "arithmetic/outcome.hpp"
#include "derive/names/called.hpp"
#include "derive/page/quantity_kind.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace reckon::derive {

inline bool has(Words words, WordId word) {
  return std::binary_search(words.begin(), words.end(), word);
}

struct Match {
  MentionId id = nowhere;
  float common = 0.0F;  ///< bits of what the names share
  float named = 0.0F;   ///< of these, in words of its own
  float object = 0.0F;  ///< of these, what names the object
  float lacks = 0.0F;
  bool is_apart = false;  ///< one of them is the peak, the minimum, one of several...
  [[nodiscard]] float bits() const { return common - lacks; }
};

class Alike {
 public:
  /// A word or a kind with more mentions than that names nothing.
  static constexpr std::size_t most_with_word = 200;

  Alike(const Page& page, const Names& names);

  /// Names, ranges and nothing are not stated again.
  [[nodiscard]] bool may_repeat(MentionId id) const;
  [[nodiscard]] const arithmetic::Outcome& outcome(MentionId id) const { return outcomes_[id]; }
  [[nodiscard]] QuantityKind kind_of(MentionId id) const {
    return {outcomes_[id].dimension, page_.figure(id).is_percent()};
  }
  [[nodiscard]] const std::vector<MentionId>& of_kind(const QuantityKind& kind) const {
    return by_kind_.at(kind);
  }
  [[nodiscard]] bool is_same(MentionId a, MentionId b) const { return overlap(outcomes_[a], outcomes_[b]); }

  /// How well the name of `id` fits what `other` is called.
  [[nodiscard]] Match match(MentionId id, MentionId other) const;
  /// Bits that it is no accident that both say the same number.
  [[nodiscard]] float agreement(const Match& found, MentionId id) const;

  /// Whether a word names it or stands around it.
  [[nodiscard]] bool is_near(WordId word, MentionId id) const {
    return has(names_.own(id), word) || in_company(word, id);
  }

  /// Other mentions with the same value, in whatever unit, or the same number.
  [[nodiscard]] std::vector<MentionId> equals(MentionId id) const;

 private:
  [[nodiscard]] float counted_also(MentionId id, WordId word, MentionId other) const;
  [[nodiscard]] float of_objects(MentionId id, MentionId other) const;
  [[nodiscard]] bool in_company(WordId word, MentionId id) const;
  [[nodiscard]] float in_unit(MentionId id, MentionId other) const;
  [[nodiscard]] bool is_said_elsewhere(WordId word, MentionId id) const;

  const Page& page_;
  const Names& names_;
  std::vector<arithmetic::Outcome> outcomes_;
  std::map<QuantityKind, std::vector<MentionId>> by_kind_;
  std::vector<MentionId> by_value_;
  std::vector<MentionId> by_number_;
};

}  // namespace reckon::derive

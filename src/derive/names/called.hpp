// SPDX-License-Identifier: MIT
// What mentions are called, so that one quantity can be known again where it is stated otherwise: a key and
// the keys above it, the nouns behind a number and the words in front of it, the sentence, the heading.
// A word that stands in few places says more than one that stands in many.
#pragma once

#include "derive/page/words.hpp"
#include "document/document.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace reckon::derive {

/// What a mention stands in: its sentence, its object, its section.
using Company = std::array<Words, 3>;

class Names {
 public:
  /// Words that only keys have are added to the vocabulary. A document without keys needs no names.
  Names(Page& page, const document::Document& document, Naming& naming);

  [[nodiscard]] bool has_keys() const { return !heads_.empty(); }
  /// What it counts; its label; its key without the unit.
  [[nodiscard]] Words nouns(MentionId id) const { return nouns_[id]; }
  /// What the format counts by its last word: the replicas of a Deployment are pods.
  [[nodiscard]] Words also(MentionId id) const { return also_[id]; }
  /// And the words in front of it.
  [[nodiscard]] Words own(MentionId id) const { return own_[id]; }
  /// The keys above it, and what identifies its object.
  [[nodiscard]] Words object(MentionId id) const { return objects_[id]; }
  [[nodiscard]] Company company(MentionId id) const;
  /// Of a key its last word, which says what it is; `nowhere` for what has no key.
  [[nodiscard]] WordId head(MentionId id) const { return id < heads_.size() ? heads_[id] : nowhere; }
  /// Said of one of several: "6 lines per invoice", "500 MB each".
  [[nodiscard]] bool is_per(MentionId id) const { return is_per_[id]; }

  /// Mentions with a word of their own, in order.
  [[nodiscard]] const std::vector<MentionId>& with(WordId word) const { return by_word_[word]; }
  /// Says which of several values of one quantity is meant: "peak", "min".
  [[nodiscard]] bool tells_apart(WordId word) const { return tells_apart_[word]; }
  /// Of a stem that stands here.
  [[nodiscard]] std::optional<WordId> word(const std::string& stem) const {
    return naming_.vocabulary.find(stem);
  }
  /// Bits that a word says about which place is meant.
  [[nodiscard]] float information(WordId word) const;

 private:
  void read(Page& page, const document::Document& document, Naming& naming);
  void count(const Page& page, const Naming& naming);

  const Page& page_;
  const Naming& naming_;
  WordLists nouns_;
  WordLists own_;
  WordLists also_;
  WordLists objects_;
  WordLists sections_;                     ///< of each fragment that has numbers
  std::vector<std::uint32_t> section_of_;  ///< of each fragment, in `sections_`
  std::vector<WordId> heads_;
  std::vector<bool> is_per_;
  std::vector<bool> tells_apart_;
  std::vector<std::vector<MentionId>> by_word_;
  std::vector<std::uint32_t> places_;  ///< of each word: lines in which it stands
};

}  // namespace reckon::derive

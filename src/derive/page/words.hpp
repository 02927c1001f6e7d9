// SPDX-License-Identifier: MIT
// What a mention is called: the nouns that its unit and the words behind it name, and the words of its label,
// its row and its header. Words are stems: lower case, singular, keys split where they change case.
#pragma once

#include "derive/page/page.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reckon::derive {

using WordId = std::uint32_t;

/// Stems and their numbers.
class Vocabulary {
 public:
  WordId id(std::string_view word);
  /// Of a stem that is known.
  [[nodiscard]] std::optional<WordId> find(const std::string& stem) const;
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, WordId> ids_;
};

/// "Messages" and "message's" are "message".
std::string stem(std::string_view word);

/// Sorted, each once.
using Words = std::span<const WordId>;

/// A list of words for each of many things, in one piece of memory. Things are numbered in the order in which
/// their lists are added; one without a list has no words.
class WordLists {
 public:
  [[nodiscard]] Words operator[](std::size_t thing) const {
    if (thing >= ends_.size()) return {};
    const std::uint32_t begin = thing == 0 ? 0 : ends_[thing - 1];
    return Words(words_).subspan(begin, ends_[thing] - begin);
  }
  /// What lies between the last thing and this one has no words.
  void add(std::size_t thing, Words words);

 private:
  std::vector<WordId> words_;
  std::vector<std::uint32_t> ends_;  ///< of each list; it begins where the one before ends
};

struct Naming {
  Vocabulary vocabulary;
  WordLists nouns;         ///< of each mention: what it counts
  WordLists per;           ///< of each mention: what it is said of, "per pod", "on each of three nodes"
  WordLists labels;        ///< of each mention: what names it
  std::vector<bool> each;  ///< of each mention: "per" or "each" follows
  WordLists sentences;     ///< content words of each sentence, units included
};

/// Linear.
Naming name_mentions(const Page& page);

bool share_word(Words a, Words b);

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// What a mention is called: the nouns that its unit and the words behind it name, and the words of its label,
// its row and its header. Words are stems: lower case, singular, keys split where they change case.
#pragma once

#include "derive/page.hpp"

#include <cstdint>
#include <optional>
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
using Words = std::vector<WordId>;

struct Naming {
  Vocabulary vocabulary;
  std::vector<Words> nouns;      ///< of each mention: what it counts
  std::vector<Words> per;        ///< of each mention: what it is said of, "per pod", "on each of three nodes"
  std::vector<Words> labels;     ///< of each mention: what names it
  std::vector<bool> each;        ///< of each mention: "per" or "each" follows
  std::vector<Words> sentences;  ///< content words of each sentence, units included
};

/// Linear.
Naming name_mentions(const Page& page);

bool share_word(const Words& a, const Words& b);

}  // namespace reckon::derive

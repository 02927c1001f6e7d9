// SPDX-License-Identifier: MIT
#include "arithmetic/spelled.hpp"

#include "arithmetic/lexicon.hpp"
#include "units/characters.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace reckon::arithmetic {
namespace {

using units::is_ascii_letter;
using units::lower;

constexpr std::size_t longest_number_word = 16;

/// One word in lower case and where it ends; empty where no word stands.
struct Word {
  std::string text;
  std::size_t end = 0;
};

Word word_at(std::string_view text, std::size_t at) {
  Word out{{}, at};
  while (out.end < text.size() && is_ascii_letter(text[out.end]) && out.text.size() <= longest_number_word)
    out.text += lower(text[out.end++]);
  const bool is_cut =
      out.end < text.size() && (is_ascii_letter(text[out.end]) || units::is_digit(text[out.end]) ||
                                text[out.end] == '_' || text[out.end] == '\'');
  if (is_cut) out.text.clear();
  return out;
}

class SpelledReader {
 public:
  SpelledReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<Spelled> read() {
    const Word first = word_at(text_, at_);
    if (first.text == "a" || first.text == "an") {
      at_ = units::skip_spaces(text_, first.end);
      const Entry* const next = entry();
      const bool counts = next != nullptr && (next->role == Role::scale || next->role == Role::share);
      if (!counts) return std::nullopt;
      if (next->role == Role::share) return share(1.0, *next);
    }
    const Entry* const entry_here = entry();
    if (entry_here == nullptr) return std::nullopt;
    if (entry_here->role == Role::share) return half(*entry_here);
    if (entry_here->role != Role::number && entry_here->role != Role::scale) return std::nullopt;
    return count();
  }

 private:
  /// The entry of the word at `at_` when it is that word alone.
  const Entry* entry() {
    here_ = word_at(text_, at_);
    if (here_.text.empty()) return nullptr;
    const Entry* const found = find_entry(here_.text);
    return found != nullptr && found->words == here_.text ? found : nullptr;
  }
  void step() { at_ = here_.end; }

  std::optional<Spelled> share(double count, const Entry& part) {
    step();
    return Spelled{count * part.value, at_, true};
  }

  /// "half of it", "half a million", "half the brokers".
  std::optional<Spelled> half(const Entry& part) {
    if (part.words != "half") return std::nullopt;
    step();
    const std::size_t behind = units::skip_spaces(text_, at_);
    const Word article = word_at(text_, behind);
    if (article.text == "a") {
      const std::size_t begin = at_;
      at_ = units::skip_spaces(text_, article.end);
      const Entry* const scale = entry();
      if (scale != nullptr && scale->role == Role::scale) {
        step();
        return Spelled{part.value * scale->value, at_, false};
      }
      at_ = begin;
    }
    const bool says_of_what = article.text == "a" || article.text == "an" || article.text == "of" ||
                              article.text == "the" || article.text == "that";
    return says_of_what ? std::optional(Spelled{part.value, at_, true}) : std::nullopt;
  }

  /// "billions" with nothing in front: by what factor how many is not said.
  static double vagueness(const Entry* first) {
    const bool is_vague = first != nullptr && first->role == Role::scale && first->words.back() == 's';
    return !is_vague ? 1.0 : first->value < 1e3 ? 10.0 : 1e3;
  }
  /// "twenty-two", "two hundred five"
  static bool joins(double part, double next) {
    return part == 0.0 || (next < 10.0 && part >= 20.0 && part < 100.0) || (part >= 100.0 && next < 100.0);
  }

  /// Words of a whole number, each part below the one before: "two hundred thousand", "twenty-two".
  std::optional<Spelled> count() {
    double sum = 0.0;   // of what scales have closed
    double part = 0.0;  // that is being put together
    end_ = at_;
    const std::size_t begin = at_;
    const double times = vagueness(entry());
    for (const Entry* next = entry(); next != nullptr; next = entry()) {
      if (next->role == Role::number) {
        if (!joins(part, next->value)) break;
        part += next->value;
      } else if (next->role == Role::scale) {
        part = (part == 0.0 ? 1.0 : part) * next->value;
        if (next->value >= 1e3) {
          sum += part;
          part = 0.0;
        }
      } else if (next->role == Role::share && part > 0.0 && next->words.back() == 's' && sum == 0.0) {
        step();
        return Spelled{part * next->value, at_, true};  // "two thirds"
      } else {
        break;
      }
      step();
      end_ = at_;
      if (!skip_joint(part)) break;
    }
    if (end_ == begin) return std::nullopt;
    return Spelled{sum + part, end_, false, times};
  }

  /// Moves to the next word of the same number: behind a space, a hyphen, or "and a half".
  bool skip_joint(double& part) {
    if (at_ >= text_.size()) return false;
    if (text_[at_] == '-') {
      ++at_;
      return true;
    }
    if (text_[at_] != ' ') return false;
    const std::size_t next = units::skip_spaces(text_, at_);
    constexpr std::string_view half = "and a half";
    if (text_.substr(next, half.size()) == half) {
      part += 0.5;
      at_ = next + half.size();
      end_ = at_;
      if (at_ >= text_.size() || text_[at_] != ' ') return false;
      at_ = units::skip_spaces(text_, at_);
      return true;
    }
    at_ = next;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_ = 0;  ///< behind the last word that belongs to the number
  Word here_;
};

constexpr std::uint32_t bit_of(char c) {
  return c >= 'a' && c <= 'z' ? 1U << static_cast<unsigned>(c - 'a') : 0U;
}

/// For each first letter of a number in words the letters that may come second.
const std::array<std::uint32_t, 26>& second_letters() {
  static const auto table = [] {
    std::array<std::uint32_t, 26> out{};
    for (const Entry& entry : lexicon()) {
      const bool starts = entry.role == Role::number || entry.role == Role::scale || entry.words == "half";
      if (starts) out[static_cast<std::size_t>(entry.words[0] - 'a')] |= bit_of(entry.words[1]);
    }
    return out;
  }();
  return table;
}

}  // namespace

bool may_start_spelled(char first, char second) {
  first = lower(first);
  if (first < 'a' || first > 'z') return false;
  if (first == 'a' && (second == ' ' || second == 'n')) return true;
  return (second_letters()[static_cast<std::size_t>(first - 'a')] & bit_of(lower(second))) != 0;
}

std::optional<Spelled> read_spelled(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || !may_start_spelled(text[at], text[at + 1])) return std::nullopt;
  return SpelledReader(text, at).read();
}

}  // namespace reckon::arithmetic

// SPDX-License-Identifier: MIT
#include "document/equation_words.hpp"

#include "document/word_table.hpp"

#include <algorithm>
#include <array>

namespace reckon::document {
namespace {

/// Sorted by their words.
constexpr std::array phrases{
    Phrase{"a total of", Sign::verb},
    Phrase{"about", Sign::soft},
    Phrase{"add up to", Sign::verb},
    Phrase{"adds up to", Sign::verb},
    Phrase{"allowing", Sign::verb},
    Phrase{"allows", Sign::verb},
    Phrase{"amount to", Sign::verb},
    Phrase{"amounts to", Sign::verb},
    Phrase{"approx", Sign::soft},
    Phrase{"approximately", Sign::soft},
    Phrase{"around", Sign::soft},
    Phrase{"at least", Sign::at_least},
    Phrase{"at most", Sign::at_most},
    Phrase{"close to", Sign::soft},
    Phrase{"come to", Sign::verb},
    Phrase{"comes out to", Sign::verb},
    Phrase{"comes to", Sign::verb},
    Phrase{"comes up to", Sign::verb},
    Phrase{"equal to", Sign::verb},
    Phrase{"equals", Sign::verb},
    Phrase{"equates to", Sign::verb},
    Phrase{"for a total of", Sign::verb},
    Phrase{"gives", Sign::verb},
    Phrase{"giving", Sign::verb},
    Phrase{"hence", Sign::leap},
    Phrase{"i.e", Sign::verb},
    Phrase{"ie", Sign::verb},
    Phrase{"implies", Sign::leap},
    Phrase{"is", Sign::verb},
    Phrase{"is equal to", Sign::verb},
    Phrase{"leads to", Sign::leap},
    Phrase{"leave", Sign::verb},
    Phrase{"leaves", Sign::verb},
    Phrase{"make", Sign::verb},
    Phrase{"makes", Sign::verb},
    Phrase{"making", Sign::verb},
    Phrase{"meaning", Sign::leap},
    Phrase{"means", Sign::leap},
    Phrase{"or", Sign::offered},
    Phrase{"permits", Sign::verb},
    Phrase{"requires", Sign::leap},
    Phrase{"resulting in", Sign::verb},
    Phrase{"results in", Sign::verb},
    Phrase{"roughly", Sign::soft},
    Phrase{"so", Sign::leap},
    Phrase{"so that", Sign::leap},
    Phrase{"so that is", Sign::leap},
    Phrase{"so that's", Sign::leap},
    Phrase{"takes", Sign::verb},
    Phrase{"that gives", Sign::verb},
    Phrase{"that is", Sign::verb},
    Phrase{"that makes", Sign::verb},
    Phrase{"that means", Sign::leap},
    Phrase{"that's", Sign::verb},
    Phrase{"therefore", Sign::leap},
    Phrase{"thus", Sign::leap},
    Phrase{"totaling", Sign::verb},
    Phrase{"totalling", Sign::verb},
    Phrase{"translates to", Sign::verb},
    Phrase{"we need", Sign::leap},
    Phrase{"which comes to", Sign::verb},
    Phrase{"which equals", Sign::verb},
    Phrase{"which gives", Sign::verb},
    Phrase{"which is", Sign::verb},
    Phrase{"which makes", Sign::verb},
    Phrase{"which means", Sign::leap},
    Phrase{"which requires", Sign::leap},
    Phrase{"works out at", Sign::verb},
    Phrase{"works out to", Sign::verb},
    Phrase{"yielding", Sign::verb},
    Phrase{"yields", Sign::verb},
};

struct SofteningWord {
  std::string_view word;
  Softener adds;
};

/// Sorted.
constexpr std::array softening_words{
    SofteningWord{"a", Softener::empty},
    SofteningWord{"about", Softener::approximate},
    SofteningWord{"above", Softener::at_least},
    SofteningWord{"almost", Softener::approximate},
    SofteningWord{"an", Softener::empty},
    SofteningWord{"approx", Softener::approximate},
    SofteningWord{"approximately", Softener::approximate},
    SofteningWord{"around", Softener::approximate},
    SofteningWord{"at", Softener::empty},
    SofteningWord{"below", Softener::at_most},
    SofteningWord{"ca", Softener::approximate},
    SofteningWord{"circa", Softener::approximate},
    SofteningWord{"exactly", Softener::empty},
    SofteningWord{"in", Softener::empty},
    SofteningWord{"is", Softener::empty},
    SofteningWord{"it's", Softener::empty},
    SofteningWord{"just", Softener::empty},
    SofteningWord{"least", Softener::at_least},
    SofteningWord{"less", Softener::at_most},
    SofteningWord{"minimum", Softener::at_least},
    SofteningWord{"more", Softener::at_least},
    SofteningWord{"most", Softener::at_most},
    SofteningWord{"nearly", Softener::approximate},
    SofteningWord{"need", Softener::empty},
    SofteningWord{"of", Softener::empty},
    SofteningWord{"only", Softener::empty},
    SofteningWord{"over", Softener::at_least},
    SofteningWord{"roughly", Softener::approximate},
    SofteningWord{"some", Softener::approximate},
    SofteningWord{"than", Softener::empty},
    SofteningWord{"that's", Softener::empty},
    SofteningWord{"the", Softener::empty},
    SofteningWord{"to", Softener::empty},
    SofteningWord{"total", Softener::empty},
    SofteningWord{"under", Softener::at_most},
    SofteningWord{"up", Softener::at_most},
    SofteningWord{"we", Softener::empty},
    SofteningWord{"you", Softener::empty},
};

/// Sorted.
constexpr std::array<std::string_view, 33> ending_words{
    "after",   "although", "and",    "as",  "at",   "because", "before", "but",   "by",   "from",    "if",
    "instead", "into",     "minus",  "not", "onto", "plus",    "since",  "than",  "then", "times",   "to",
    "unless",  "until",    "versus", "via", "vs",   "when",    "where",  "while", "with", "without", "x"};

/// Sorted.
constexpr std::array<std::string_view, 23> number_words{
    "dozen", "eight", "eighty", "eleven", "fifteen", "fifty",  "five",    "forty",
    "four",  "half",  "nine",   "ninety", "one",     "seven",  "seventy", "six",
    "sixty", "ten",   "thirty", "three",  "twelve",  "twenty", "two"};

constexpr Initials phrase_initials = initials_of(phrases, [](const Phrase& row) { return row.words; });
constexpr Initials softening_initials =
    initials_of(softening_words, [](const SofteningWord& row) { return row.word; });
constexpr Initials ending_initials = initials_of(ending_words);
constexpr Initials number_initials = initials_of(number_words);

template <std::size_t Count>
bool holds(const std::array<std::string_view, Count>& words, const Initials& initials,
           std::string_view word) {
  const auto like = initials.rows_like(words, word);
  return std::find(like.begin(), like.end(), word) != like.end();
}

}  // namespace

std::optional<Phrase> relation_phrase(std::string_view words) {
  std::optional<Phrase> longest;
  for (const Phrase& phrase : phrase_initials.rows_like(phrases, words)) {
    const bool fits = words.starts_with(phrase.words) &&
                      (words.size() == phrase.words.size() || words[phrase.words.size()] == ' ');
    if (fits && (!longest || longest->words.size() < phrase.words.size())) longest = phrase;
  }
  return longest;
}

bool starts_relation(std::string_view word) {
  const auto like = phrase_initials.rows_like(phrases, word);
  return std::any_of(like.begin(), like.end(), [word](const Phrase& phrase) {
    // Where its first word ends is told by one byte, before any are compared.
    const bool ends_there = phrase.words.size() == word.size() ||
                            (phrase.words.size() > word.size() && phrase.words[word.size()] == ' ');
    return ends_there && phrase.words.starts_with(word);
  });
}

Softener softener(std::string_view word) {
  const auto like = softening_initials.rows_like(softening_words, word);
  const auto row =
      std::find_if(like.begin(), like.end(), [word](const SofteningWord& s) { return s.word == word; });
  return row == like.end() ? Softener::none : row->adds;
}

bool ends_operand(std::string_view word) {
  return holds(ending_words, ending_initials, word);
}
bool measures_text(std::string_view word) {
  return word.substr(0, 4) == "char" || word == "letters" || word == "octets" || word == "digits";
}
bool is_number_word(std::string_view word) {
  return holds(number_words, number_initials, word);
}
bool is_currency_word(std::string_view word) {
  return word == "usd" || word == "eur" || word == "gbp";
}

}  // namespace reckon::document

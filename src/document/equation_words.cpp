// SPDX-License-Identifier: MIT
#include "document/equation_words.hpp"

#include <algorithm>
#include <array>

namespace reckon::document {
namespace {

constexpr std::array phrases{
    Phrase{"a total of", Sign::verb},   Phrase{"about", Sign::soft},
    Phrase{"allows", Sign::verb},       Phrase{"allowing", Sign::verb},
    Phrase{"leaves", Sign::verb},       Phrase{"permits", Sign::verb},
    Phrase{"adds up to", Sign::verb},   Phrase{"amounts to", Sign::verb},
    Phrase{"approx", Sign::soft},       Phrase{"approximately", Sign::soft},
    Phrase{"around", Sign::soft},       Phrase{"at least", Sign::at_least},
    Phrase{"at most", Sign::at_most},   Phrase{"close to", Sign::soft},
    Phrase{"comes out to", Sign::verb}, Phrase{"comes to", Sign::verb},
    Phrase{"equal to", Sign::verb},     Phrase{"equals", Sign::verb},
    Phrase{"equates to", Sign::verb},   Phrase{"for a total of", Sign::verb},
    Phrase{"gives", Sign::verb},        Phrase{"giving", Sign::verb},
    Phrase{"hence", Sign::leap},        Phrase{"i.e", Sign::verb},
    Phrase{"ie", Sign::verb},           Phrase{"implies", Sign::leap},
    Phrase{"is", Sign::verb},           Phrase{"is equal to", Sign::verb},
    Phrase{"leads to", Sign::leap},     Phrase{"makes", Sign::verb},
    Phrase{"making", Sign::verb},       Phrase{"meaning", Sign::leap},
    Phrase{"means", Sign::leap},        Phrase{"or", Sign::offered},
    Phrase{"requires", Sign::leap},     Phrase{"resulting in", Sign::verb},
    Phrase{"results in", Sign::verb},   Phrase{"roughly", Sign::soft},
    Phrase{"so", Sign::leap},           Phrase{"so that", Sign::leap},
    Phrase{"so that is", Sign::leap},   Phrase{"so that's", Sign::leap},
    Phrase{"that gives", Sign::verb},   Phrase{"that is", Sign::verb},
    Phrase{"that makes", Sign::verb},   Phrase{"that means", Sign::leap},
    Phrase{"that's", Sign::verb},       Phrase{"therefore", Sign::leap},
    Phrase{"thus", Sign::leap},         Phrase{"totaling", Sign::verb},
    Phrase{"totalling", Sign::verb},    Phrase{"translates to", Sign::verb},
    Phrase{"we need", Sign::leap},      Phrase{"which comes to", Sign::verb},
    Phrase{"which equals", Sign::verb}, Phrase{"which gives", Sign::verb},
    Phrase{"which is", Sign::verb},     Phrase{"which makes", Sign::verb},
    Phrase{"which means", Sign::leap},  Phrase{"which requires", Sign::leap},
    Phrase{"works out at", Sign::verb}, Phrase{"works out to", Sign::verb},
    Phrase{"yielding", Sign::verb},     Phrase{"yields", Sign::verb},
};

struct SofteningWord {
  std::string_view word;
  Softener adds;
};

constexpr std::array softening_words{
    SofteningWord{"a", Softener::empty},
    SofteningWord{"about", Softener::approximate},
    SofteningWord{"above", Softener::at_least},
    SofteningWord{"almost", Softener::approximate},
    SofteningWord{"an", Softener::empty},
    SofteningWord{"approx", Softener::approximate},
    SofteningWord{"approximately", Softener::approximate},
    SofteningWord{"around", Softener::approximate},
    SofteningWord{"below", Softener::at_most},
    SofteningWord{"ca", Softener::approximate},
    SofteningWord{"circa", Softener::approximate},
    SofteningWord{"exactly", Softener::empty},
    SofteningWord{"in", Softener::empty},
    SofteningWord{"is", Softener::empty},
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
    SofteningWord{"the", Softener::empty},
    SofteningWord{"total", Softener::empty},
    SofteningWord{"under", Softener::at_most},
    SofteningWord{"we", Softener::empty},
    SofteningWord{"at", Softener::empty},
    SofteningWord{"to", Softener::empty},
    SofteningWord{"up", Softener::at_most},
    SofteningWord{"you", Softener::empty},
    SofteningWord{"it's", Softener::empty},
    SofteningWord{"that's", Softener::empty},
};

constexpr std::array ending_words{
    "after",   "although", "and",    "as",  "at",   "because", "before", "but",   "by",   "from",    "if",
    "instead", "into",     "minus",  "not", "onto", "plus",    "since",  "than",  "then", "times",   "to",
    "unless",  "until",    "versus", "via", "vs",   "when",    "where",  "while", "with", "without", "x",
};

constexpr std::array number_words{
    "one",   "two",   "three",  "four",    "five",   "six",     "seven",  "eight",
    "nine",  "ten",   "eleven", "twelve",  "dozen",  "fifteen", "twenty", "thirty",
    "forty", "fifty", "sixty",  "seventy", "eighty", "ninety",  "half",
};

template <std::size_t Count>
bool contains(const std::array<const char*, Count>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view row) { return row == word; });
}

}  // namespace

std::optional<Phrase> relation_phrase(std::string_view words) {
  std::optional<Phrase> longest;
  for (const Phrase& phrase : phrases) {
    const bool fits = words.substr(0, phrase.words.size()) == phrase.words &&
                      (words.size() == phrase.words.size() || words[phrase.words.size()] == ' ');
    if (fits && (!longest || longest->words.size() < phrase.words.size())) longest = phrase;
  }
  return longest;
}

bool starts_relation(std::string_view word) {
  return std::any_of(phrases.begin(), phrases.end(), [word](const Phrase& phrase) {
    return phrase.words.substr(0, word.size()) == word &&
           (phrase.words.size() == word.size() || phrase.words[word.size()] == ' ');
  });
}

Softener softener(std::string_view word) {
  const auto* const row = std::find_if(softening_words.begin(), softening_words.end(),
                                       [word](const SofteningWord& s) { return s.word == word; });
  return row == softening_words.end() ? Softener::none : row->adds;
}

bool ends_operand(std::string_view word) {
  return contains(ending_words, word);
}
bool is_number_word(std::string_view word) {
  return contains(number_words, word);
}
bool is_currency_word(std::string_view word) {
  return word == "usd" || word == "eur" || word == "gbp";
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// THE table of what words do in arithmetic: operators, relations, numbers, marks of approximation, and the
// closed classes of English (articles, prepositions, pronouns...) that end a noun. A word that is not here is
// content: it names something. Signs are the lexer's (arithmetic/lex.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace reckon::arithmetic {

enum class Role : std::uint8_t {
  content,      ///< any other word
  number,       ///< "three", "dozen": `value`
  scale,        ///< "hundred", "million": multiplies the number before it
  share,        ///< "half", "third": a share when an article, a number or "of" says so
  multiple,     ///< "double", "twice"
  times,        ///< "times", "multiplied by"
  over,         ///< "divided by"
  plus,         ///< "plus"
  minus,        ///< "minus", "less"
  of,           ///< "of"
  per,          ///< "per"
  each,         ///< "each", "every", "apiece"
  article,      ///< "a", "the"
  relation,     ///< "is", "makes", "comes to": what follows is said to be the same
  leap,         ///< "so", "hence", "needs": what follows is said to follow
  alternative,  ///< "or", "i.e.": the same in other words, or something else
  about,        ///< "about", "roughly"
  at_least,     ///< "at least", "more than"
  at_most,      ///< "at most", "up to", "under"
  total,        ///< "in all", "together", "total"
  rounded_up,   ///< "rounded up"
  rounded_down,
  period,       ///< "daily", "hourly": `value` seconds
  conjunction,  ///< "and", "but", "while"
  preposition,  ///< "for", "with", "at"
  pronoun,      ///< "it", "that", "which"
  auxiliary,    ///< "can", "will", "has"
  adverb,       ///< "then", "only", "just": says nothing about numbers
};

/// What a word does between a relation and the side that it joins.
enum class Between : std::uint8_t { ends, passes, leaps, about, at_least, at_most, rounds_up, rounds_down };

/// What every word of a role does where it stands.
struct RoleRow {
  Role role;
  bool in_noun;      ///< may stand in a noun phrase
  bool trails;       ///< may stand between an operand and the operator behind it
  bool fills;        ///< may stand between an operator and its operand
  bool relates;      ///< joins what stands behind it to what stands before: "is", "so", "i.e.", "about"
  bool ends_clause;  ///< behind it something else is said
  Between between;
};
const RoleRow& row_of(Role role);

/// One row: a word or a phrase in lower case, one space between its words.
struct Entry {
  std::string_view words;
  Role role = Role::content;
  double value = 0.0;
};

std::span<const Entry> lexicon();

/// The longest entry with which `words` begins (lower case, single spaces) and that ends where a word ends;
/// null for a content word.
const Entry* find_entry(std::string_view words);

/// Words that say which of several values of one quantity is meant, in keys too: "peak", "min", "p99".
std::span<const std::string_view> telling_words();

/// What content words speak of.
enum class Theme : std::uint8_t {
  none,
  copy,         ///< "replica", "standby"
  replication,  ///< "rf"
  lost_time,    ///< "downtime"
  lost_thing,   ///< "fail", "dropped"
  utilisation,  ///< "utilization", "load"
  straight,     ///< "linear": no growth on growth
  work,         ///< "busy": what is used of it
  keeping,      ///< "retention": for how long
  expiring,     ///< "expires": what ends when it is over
  identity,     ///< "id", "version", "createdAt": which one, and not how many
  beyond,       ///< "above", "more than": behind a denial a bound from above
  interval,     ///< "interval": the time from one to the next
};
/// Of a stem: lower case, singular.
Theme theme_of(std::string_view stem);
std::vector<std::string_view> stems_of(Theme theme);

/// What ends a noun phrase: everything but content words and articles.
inline bool ends_noun(Role role) {
  return !row_of(role).in_noun;
}

/// "not", "never", "don't".
bool denies(std::string_view word);
/// "because", "since", "from": what a number in front follows from.
bool gives_ground(std::string_view word);
/// "but", "while", "than": something else is set against it.
bool contrasts(std::string_view word);
/// Of the relations those that also describe: "is", "are".
bool is_copula(std::string_view words);
/// Of the leaps those that conclude: "so", "hence"; the others also tell what was chosen.
bool is_conclusion(std::string_view words);
/// Of the leaps those behind which a limit stands that somebody chose: "allows".
bool is_permission(std::string_view words);
/// "Average", "median", "max": a row that says so repeats others and adds nothing to a sum.
bool names_statistic(std::string_view word);
/// "Average", "mean".
bool names_average(std::string_view word);
/// Of the relations those that also tell what was measured: "takes", "becomes".
bool is_happening(std::string_view words);
/// Of the relations those behind which a sum stands: "adds up to", "totalling".
bool adds_up(std::string_view words);
/// "grows", "Growth"
bool tells_growth(std::string_view word);

}  // namespace reckon::arithmetic

// SPDX-License-Identifier: MIT
#include "derive/page/words.hpp"

#include "derive/page/key_words.hpp"
#include "units/characters.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::size_t most_nouns = 4;
constexpr std::uint32_t words_behind = 2;
constexpr std::size_t most_label_words = 8;

bool names(const Token& token) {
  return token.kind == Kind::word && (token.role == Role::content || token.role == Role::multiple);
}

/// Words while they are gathered.
using Gathered = std::vector<WordId>;

void tidy(Gathered& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

void append(Gathered& to, Words more) {
  to.insert(to.end(), more.begin(), more.end());
}

class Namer {
 public:
  explicit Namer(const Page& page) : page_(page) {}

  Naming run() {
    out_.each.resize(page_.mentions.size(), false);
    for (MentionId id = 0; id < page_.mentions.size(); ++id) nouns(id);
    for (MentionId id = 0; id < page_.mentions.size(); ++id) per_one(id);
    for (SentenceId id = 0; id < page_.sentences.size(); ++id) sentence(id);
    for (LineId id = 0; id < page_.lines.size(); ++id) label(id);
    return std::move(out_);
  }

 private:
  void add_words(std::string_view text, Gathered& into, std::size_t most) {
    for (std::size_t at = 0; at < text.size() && into.size() < most;) {
      const std::string_view word = next_key_word(text, at);
      if (word.size() >= 2 && word != "per") into.push_back(out_.vocabulary.id(word));
    }
  }

  /// The unit's words, and the content words behind.
  void nouns(MentionId id) {
    Gathered into;
    const arithmetic::Figure& figure = page_.figure(id);
    const Mention& mention = page_.mentions[id];
    const bool measures = !figure.unit.dimension.without_counts().is_dimensionless();
    const bool is_rate_of_things = figure.period != arithmetic::Period::none &&
                                   figure.unit.dimension.of(units::Axis::data) == 0 &&
                                   figure.unit.dimension.of(units::Axis::money) == 0;
    if (!measures || is_rate_of_things) add_words(page_.unit_text(id), into, most_nouns);
    const auto& tokens = page_.tokens.tokens;
    for (std::uint32_t i = mention.token + 1; i <= mention.token + words_behind && names(tokens[i]); ++i)
      add_words(page_.written(mention.line, tokens[i]), into, most_nouns + 1);
    tidy(into);
    out_.nouns.add(id, into);
  }

  /// "600 MB per pod", "20 per pod", "60.5 on each of three surviving instances", "500 MB each".
  void per_one(MentionId id) {
    constexpr std::uint32_t reach = 4;
    const Mention& mention = page_.mentions[id];
    const auto& tokens = page_.tokens.tokens;
    Gathered into;
    if (page_.figure(id).has_noun_denominator) {
      const std::string_view unit = page_.unit_text(id);
      const std::size_t over = std::max(unit.rfind(" per ") + 5, unit.rfind('/') + 1);
      if (over != 0 && over < unit.size()) add_words(unit.substr(over), into, 2);
    }
    bool says = false;
    for (std::uint32_t i = mention.token + 1;
         i <= mention.token + reach && i < page_.lines[mention.line].end_token; ++i) {
      const Token& token = tokens[i];
      if (token.kind != Kind::word && token.kind != Kind::number) break;
      if (token.role == Role::per || token.role == Role::each) says = true;
      if (says && names(token)) add_words(page_.written(mention.line, token), into, 3);
      if (says && token.kind == Kind::number) {
        append(into, out_.nouns[Page::mention_of(token.index)]);
      }
    }
    tidy(into);
    out_.per.add(id, into);
    out_.each[id] = says;
  }

  void sentence(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    Gathered into;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (names(token)) add_words(page_.written(sentence.line, token), into, 64);
      if (token.kind == Kind::number) {
        append(into, out_.nouns[Page::mention_of(token.index)]);
      }
    }
    tidy(into);
    out_.sentences.add(id, into);
  }

  /// A line's own label ("Assumption: flush interval = 40 ms"), a cell's row and header, a value's key.
  void label(LineId id) {
    const Line& line = page_.lines[id];
    if (line.first_mention == line.end_mention) return;
    if (line.table != 0) return cell_label(line);
    const std::string_view pointer = page_.pointer(line);
    if (!pointer.empty()) {
      Gathered words;
      add_words(pointer.substr(pointer.rfind('/') + 1), words, most_label_words);
      tidy(words);
      if (line.seat == Seat::value) {
        add_label(line, words);
        return;
      }
    }
    for (MentionId m = line.first_mention; m < line.end_mention; ++m) in_front(m);
  }

  void add_label(const Line& line, Words words) {
    for (MentionId m = line.first_mention; m < line.end_mention; ++m) out_.labels.add(m, words);
  }

  /// The words between the last sign and the number, if nothing but a sign parts them.
  void in_front(MentionId id) {
    const Mention& mention = page_.mentions[id];
    const auto& tokens = page_.tokens.tokens;
    const std::uint32_t first = page_.sentences[mention.sentence].first_token;
    std::uint32_t end = mention.token;
    while (end > first && tokens[end - 1].kind == Kind::relation) --end;
    if (end > first && tokens[end - 1].kind == Kind::colon) --end;
    if (end == mention.token) return;
    Gathered words;
    for (std::uint32_t i = end;
         i > first && tokens[i - 1].kind == Kind::word && words.size() < most_label_words; --i) {
      if (names(tokens[i - 1]))
        add_words(page_.written(mention.line, tokens[i - 1]), words, most_label_words);
    }
    tidy(words);
    out_.labels.add(id, words);
  }

  void cell_label(const Line& line) {
    if (line.row == 0) return;
    const Grid& table = page_.tables[line.table - 1];
    Gathered words;
    for (const LineId near : {table.at(line.row, 0), table.at(0, line.column - 1)}) {
      if (near == nowhere || &page_.lines[near] == &line) continue;
      add_words(page_.lines[near].plain().text, words, most_label_words);
    }
    tidy(words);
    add_label(line, words);
  }

  const Page& page_;
  Naming out_;
};

}  // namespace

std::string stem(std::string_view word) {
  std::string out;
  for (const char c : word) out += units::lower(c);
  if (out.size() > 4 && out.ends_with("ies")) {
    out.replace(out.size() - 3, 3, "y");
  } else if (out.size() > 4 && (out.ends_with("sses") || out.ends_with("xes") || out.ends_with("ches"))) {
    out.resize(out.size() - 2);
  } else if (out.size() > 3 && out.back() == 's' && out[out.size() - 2] != 's') {
    out.pop_back();
  }
  // "Utilisation" is "utilization".
  if (out.ends_with("isation")) out[out.size() - 6] = 'z';
  return out;
}

WordId Vocabulary::id(std::string_view word) {
  return ids_.try_emplace(stem(word), static_cast<WordId>(ids_.size())).first->second;
}

std::optional<WordId> Vocabulary::find(const std::string& stem) const {
  const auto found = ids_.find(stem);
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

Naming name_mentions(const Page& page) {
  return Namer(page).run();
}

void WordLists::add(std::size_t thing, Words words) {
  ends_.resize(thing, static_cast<std::uint32_t>(words_.size()));
  words_.insert(words_.end(), words.begin(), words.end());
  ends_.push_back(static_cast<std::uint32_t>(words_.size()));
}

bool share_word(Words a, Words b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) return true;
    if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return false;
}

}  // namespace reckon::derive

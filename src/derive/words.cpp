// SPDX-License-Identifier: MIT
#include "derive/words.hpp"

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

void tidy(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

class Namer {
 public:
  explicit Namer(const Page& page) : page_(page) {}

  Naming run() {
    out_.nouns.resize(page_.mentions.size());
    out_.per.resize(page_.mentions.size());
    out_.labels.resize(page_.mentions.size());
    out_.sentences.resize(page_.sentences.size());
    for (MentionId id = 0; id < page_.mentions.size(); ++id) nouns(id);
    for (SentenceId id = 0; id < page_.sentences.size(); ++id) sentence(id);
    for (LineId id = 0; id < page_.lines.size(); ++id) label(id);
    out_.each = std::move(says_each_);
    return std::move(out_);
  }

 private:
  /// Words of a stretch of plain text, split at whatever is no letter and where a key changes case.
  void add_words(std::string_view text, Words& into, std::size_t most) {
    std::size_t begin = 0;
    const auto is_letter = [](char c) {
      return units::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80U;
    };
    while (begin < text.size() && into.size() < most) {
      while (begin < text.size() && !is_letter(text[begin])) ++begin;
      std::size_t end = begin;
      while (end < text.size() && is_letter(text[end])) {
        const bool lower_before = end > begin && text[end - 1] >= 'a' && text[end - 1] <= 'z';
        if (lower_before && text[end] >= 'A' && text[end] <= 'Z') break;
        ++end;
      }
      if (end - begin >= 2) into.push_back(out_.vocabulary.id(text.substr(begin, end - begin)));
      begin = std::max(end, begin + 1);
    }
  }

  /// The unit's words, and the content words behind.
  void nouns(MentionId id) {
    Words& into = out_.nouns[id];
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
    per_one(id);
  }

  /// "600 MB per pod", "20 per pod", "60.5 on each of three surviving instances", "500 MB each".
  void per_one(MentionId id) {
    constexpr std::uint32_t reach = 4;
    const Mention& mention = page_.mentions[id];
    const auto& tokens = page_.tokens.tokens;
    Words& into = out_.per[id];
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
        const Words& counted = out_.nouns[Page::mention_of(token.index)];
        into.insert(into.end(), counted.begin(), counted.end());
      }
    }
    tidy(into);
    says_each_.resize(page_.mentions.size(), false);
    says_each_[id] = says;
  }

  void sentence(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    Words& into = out_.sentences[id];
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (names(token)) add_words(page_.written(sentence.line, token), into, 64);
      if (token.kind == Kind::number) {
        const Words& counted = out_.nouns[Page::mention_of(token.index)];
        into.insert(into.end(), counted.begin(), counted.end());
      }
    }
    tidy(into);
  }

  /// A line's own label ("Assumption: flush interval = 40 ms"), a cell's row and header, a value's key.
  void label(LineId id) {
    const Line& line = page_.lines[id];
    if (line.first_mention == line.end_mention) return;
    if (line.table != 0) return cell_label(line);
    if (!line.pointer.empty()) {
      Words words;
      const std::size_t slash = line.pointer.rfind('/');
      add_words(std::string_view(line.pointer).substr(slash + 1), words, most_label_words);
      tidy(words);
      if (line.seat == Seat::value) {
        for (MentionId m = line.first_mention; m < line.end_mention; ++m) out_.labels[m] = words;
        return;
      }
    }
    for (MentionId m = line.first_mention; m < line.end_mention; ++m) in_front(m);
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
    Words words;
    for (std::uint32_t i = end;
         i > first && tokens[i - 1].kind == Kind::word && words.size() < most_label_words; --i) {
      if (names(tokens[i - 1]))
        add_words(page_.written(mention.line, tokens[i - 1]), words, most_label_words);
    }
    tidy(words);
    out_.labels[id] = std::move(words);
  }

  void cell_label(const Line& line) {
    if (line.row == 0) return;
    const Grid& table = page_.tables[line.table - 1];
    Words words;
    for (const LineId near : {table.at(line.row, 0), table.at(0, line.column - 1)}) {
      if (near == nowhere || &page_.lines[near] == &line) continue;
      add_words(page_.lines[near].plain.text, words, most_label_words);
    }
    tidy(words);
    for (MentionId m = line.first_mention; m < line.end_mention; ++m) out_.labels[m] = words;
  }

  const Page& page_;
  Naming out_;
  std::vector<bool> says_each_;
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

bool share_word(const Words& a, const Words& b) {
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

// SPDX-License-Identifier: MIT
#include "derive/names/called.hpp"

#include "derive/page/key_unit.hpp"
#include "derive/page/key_words.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <unordered_map>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::size_t most_name_words = 24;
constexpr std::uint32_t words_in_front = 6;

std::string_view section_of(const document::Fragment& fragment) {
  return std::visit([](const auto& f) { return std::string_view(f.section); }, fragment);
}

/// A key of a manifest, and what its format counts by it.
struct FormatWords {
  std::string_view kinds;
  std::string_view key;
  std::string_view things;
};
constexpr std::array format_words{
    FormatWords{"Deployment StatefulSet ReplicaSet Rollout", "replicas", "pod instance"},
};

/// The words of one mention, while they are gathered.
struct Called {
  std::vector<WordId> nouns;
  std::vector<WordId> own;
  std::vector<WordId> object;
  std::vector<WordId> also;
  WordId head = nowhere;
  bool is_per = false;
};

class Caller {
 public:
  Caller(Page& page, const document::Document& document, Naming& naming)
      : page_(page), document_(document), naming_(naming) {}

  Called call(MentionId id) {
    Called called;
    const Line& line = page_.line_of(id);
    const std::string_view key = key_of(page_, id);
    if (!key.empty()) of_key(key, called);
    if (line.seat == Seat::value) {
      of_object(line, key, called);
    } else {
      if (line.seat == Seat::string) add(page_.pointer(line), called.object);
      if (key.empty()) of_text(id, called);
    }
    for (auto* words : {&called.nouns, &called.own, &called.object, &called.also}) sort_once(*words);
    return called;
  }

  std::vector<WordId> section(std::uint32_t fragment) {
    std::vector<WordId> out;
    add(section_of(document_.fragments[fragment]), out);
    sort_once(out);
    return out;
  }

 private:
  static void sort_once(std::vector<WordId>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }

  void add(std::string_view text, std::vector<WordId>& into) {
    for (std::size_t at = 0; at < text.size() && into.size() < most_name_words;) {
      const std::string_view word = next_key_word(text, at);
      if (word.size() >= 2) into.push_back(naming_.vocabulary.id(word));
    }
  }

  /// A key's words without its unit.
  void of_key(std::string_view key, Called& called) {
    const std::vector<std::string_view> words = key_words(key);
    const auto unit = unit_of_key(page_, words);
    for (std::size_t i = 0; i < words.size() && i < most_name_words; ++i) {
      if (unit && i >= unit->first && i < unit->end) continue;
      if (words[i].size() >= 2) called.nouns.push_back(naming_.vocabulary.id(words[i]));
    }
    // The size of a pool, the count of its tasks and the nodes required are what a text says of the pool, the
    // tasks and the nodes.
    constexpr std::array<std::string_view, 8> say_nothing{"size",  "count",   "number",   "num",
                                                          "total", "overall", "required", "needed"};
    while (called.nouns.size() > 1 && is_one_of(called.nouns.back(), say_nothing)) called.nouns.pop_back();
    if (!called.nouns.empty()) called.head = called.nouns.back();
    called.own = called.nouns;
  }

  [[nodiscard]] bool is_one_of(WordId word, std::span<const std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view text) {
      return naming_.vocabulary.find(std::string(text)) == word;
    });
  }

  /// The keys above, and what identifies the object: its first short texts and the name of its manifest.
  /// Where the key is but "value", the name beside it is the key.
  void of_object(const Line& line, std::string_view key, Called& called) {
    const std::string_view pointer = page_.pointer(line);
    add(pointer.substr(0, pointer.size() - std::min(pointer.size(), key.size())), called.object);
    const auto* artefact = std::get_if<document::Artefact>(&document_.fragments[line.fragment]);
    if (artefact == nullptr) return;
    add(artefact->name, called.object);
    counted_by(artefact->name, key, called);
    if (const tree::Node* name = tree::at(*artefact->tree, "/metadata/name")) add(name->text, called.object);
    // The options of a command name its object: `--topic orders`.
    const Datum& datum = page_.data[line.row];
    if (artefact->type == "command" && datum.object != artefact->tree.operator->())
      of_members(*artefact->tree, line, key, called);
    if (datum.object != nullptr) of_members(*datum.object, line, key, called);
  }

  /// What the format of a manifest says by a key.
  void counted_by(std::string_view kind, std::string_view key, Called& called) {
    for (const FormatWords& row : format_words) {
      if (row.key == key && lists(row.kinds, kind)) add(row.things, called.also);
    }
  }
  static bool lists(std::string_view words, std::string_view word) {
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      if (words.substr(0, space) == word) return true;
      words.remove_prefix(std::min(space + 1, words.size()));
    }
    return false;
  }

  void of_members(const tree::Node& object, const Line& line, std::string_view key, Called& called) {
    constexpr std::size_t longest = 40;
    constexpr std::size_t most_members = 8;
    for (std::size_t i = 0; i < std::min(object.members.size(), most_members); ++i) {
      const tree::Member& member = object.members[i];
      if (member.value.kind != tree::Kind::string || member.value.text.size() > longest) continue;
      if (key == "value" && member.key == "name") {
        called.nouns.clear();
        of_key(member.value.text, called);
      } else if (&member.value != page_.data[line.row].node) {
        add(member.value.text, called.object);
      }
    }
  }

  /// Nouns behind, the label, words in front up to another number.
  void of_text(MentionId id, Called& called) {
    const Mention& mention = page_.mentions[id];
    const Words per = naming_.per[id];
    called.is_per = naming_.each[id] || !per.empty();
    // "6 lines per invoice" counts no invoices.
    for (const WordId noun : naming_.nouns[id]) {
      const bool is_unit = noun == per_ || std::binary_search(per.begin(), per.end(), noun);
      if (!is_unit) called.nouns.push_back(noun);
    }
    // A label names what has no noun of its own: "Consumer group A: 24 consumers" are no groups.
    const Words label = is_operand(id) ? Words{} : naming_.labels[id];
    if (called.nouns.empty()) called.nouns.assign(label.begin(), label.end());
    if (called.nouns.empty()) add_what_is_of(mention, called.nouns);
    called.own = called.nouns;
    called.own.insert(called.own.end(), label.begin(), label.end());
    const auto& tokens = page_.tokens.tokens;
    const std::uint32_t first = page_.sentences[mention.sentence].first_token;
    std::uint32_t taken = 0;
    for (std::uint32_t i = mention.token; i > first && taken < words_in_front; --i) {
      const Token& token = tokens[i - 1];
      if (token.kind == Kind::number || token.kind == Kind::semicolon || token.kind == Kind::comma) break;
      if (token.kind != Kind::word) continue;
      ++taken;
      if (token.role == Role::content) add(page_.written(mention.line, token), called.own);
    }
  }

  /// "A pool of 64".
  void add_what_is_of(const Mention& mention, std::vector<WordId>& nouns) {
    const auto& tokens = page_.tokens.tokens;
    const std::uint32_t first = page_.sentences[mention.sentence].first_token;
    if (mention.token < first + 2 || page_.written(mention.line, tokens[mention.token - 1]) != "of") return;
    const Token& thing = tokens[mention.token - 2];
    if (thing.kind == Kind::word && thing.role == Role::content)
      add(page_.written(mention.line, thing), nouns);
  }

  /// A label names the result of a calculation and not what it starts from.
  [[nodiscard]] bool is_operand(MentionId id) const {
    const Line& line = page_.line_of(id);
    if (line.table != 0) return line.end_mention - line.first_mention != 1;
    const Kind next = page_.tokens.tokens[page_.mentions[id].token + 1].kind;
    return next == Kind::times || next == Kind::over || next == Kind::plus || next == Kind::minus;
  }

  Page& page_;
  const document::Document& document_;
  Naming& naming_;
  WordId per_ = naming_.vocabulary.id("per");
};

}  // namespace

Names::Names(Page& page, const document::Document& document, Naming& naming) : page_(page), naming_(naming) {
  const auto has_key = [&page](MentionId id) { return !key_of(page, id).empty(); };
  MentionId id = 0;
  while (id < page.mentions.size() && !has_key(id)) ++id;
  if (id == page.mentions.size()) return;
  read(page, document, naming);
  count(page, naming);
}

void Names::read(Page& page, const document::Document& document, Naming& naming) {
  Caller caller(page, document, naming);
  std::unordered_map<std::string_view, std::uint32_t> sections;
  section_of_.assign(document.fragments.size(), nowhere);
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    const Called called = caller.call(id);
    nouns_.add(id, called.nouns);
    own_.add(id, called.own);
    also_.add(id, called.also);
    objects_.add(id, called.object);
    heads_.push_back(called.head);
    is_per_.push_back(called.is_per);
    const std::uint32_t fragment = page.line_of(id).fragment;
    if (section_of_[fragment] != nowhere) continue;
    const auto number = static_cast<std::uint32_t>(sections.size());
    const auto [known, is_new] = sections.try_emplace(section_of(document.fragments[fragment]), number);
    if (is_new) sections_.add(number, caller.section(fragment));
    section_of_[fragment] = known->second;
  }
}

void Names::count(const Page& page, const Naming& naming) {
  by_word_.resize(naming.vocabulary.size());
  tells_apart_.assign(naming.vocabulary.size(), false);
  for (const std::string_view word : arithmetic::telling_words()) {
    if (const auto known = naming.vocabulary.find(stem(word))) tells_apart_[*known] = true;
  }
  places_.assign(naming.vocabulary.size(), 0);
  std::vector<LineId> last(naming.vocabulary.size(), nowhere);
  const auto stands = [&](Words words, LineId line) {
    for (const WordId word : words) {
      if (last[word] != line) ++places_[word];
      last[word] = line;
    }
  };
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    const LineId line = page.mentions[id].line;
    for (const WordId word : own_[id]) by_word_[word].push_back(id);
    stands(own_[id], line);
    for (const Words words : company(id)) stands(words, line);
  }
}

Company Names::company(MentionId id) const {
  const std::uint32_t section = section_of_[page_.line_of(id).fragment];
  return {naming_.sentences[page_.mentions[id].sentence], objects_[id], sections_[section]};
}

float Names::information(WordId word) const {
  // As many lines of other texts, in which a word of this one does not stand: a short text says little about
  // how rare its words are.
  constexpr float elsewhere = 24.0F;
  return std::log2((static_cast<float>(page_.lines.size()) + elsewhere) /
                   (static_cast<float>(places_[word]) + 0.5F));
}

}  // namespace reckon::derive

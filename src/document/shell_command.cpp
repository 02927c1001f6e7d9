// SPDX-License-Identifier: MIT
// How words are taken:
//   --name value | --name=value | -n value | -n5     a member `name`
//   --name before another option or at the end       a member `name` that is null
//   --config key=value, repeated                     a member `config` that is a mapping
//   --name value, repeated                           a member `name` that is a sequence
//   --                                               what follows are arguments, or a command of its own
#include "document/shell_command.hpp"

#include "document/digits.hpp"
#include "tree/scalar.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Member;
using tree::Node;

/// Longer than any command that people write. Members are looked up one by one, which must stay cheap.
constexpr std::size_t most_words = 1000;
constexpr std::size_t longest_list = 4096;

/// Programs that only run another one.
constexpr std::array<std::string_view, 6> prefixes{"sudo", "env", "exec", "time", "nohup", "command"};
/// Words of shell grammar in front of a command.
constexpr std::array<std::string_view, 8> keywords{"if", "then", "else", "do", "while", "until", "!", "{"};

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using units::is_ascii_letter;

bool is_option(std::string_view word) {
  if (word.size() < 2 || word[0] != '-') return false;
  if (word[1] == '-') return word.size() > 2 && (is_ascii_letter(word[2]) || is_digit(word[2]));
  return is_ascii_letter(word[1]);
}

/// Length of the name in `name=value`, or 0.
std::size_t assigned_name(std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos || equals == 0 || !(is_ascii_letter(word[0]) || word[0] == '_'))
    return 0;
  const bool plain =
      std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals), [](char c) {
        return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-' || c == '/';
      });
  return plain ? equals : 0;
}

std::string program_name(std::string_view word) {
  std::string name(word.substr(word.find_last_of("/\\") + 1));
  const bool is_kafka = name.rfind("kafka-", 0) == 0;
  const std::size_t dot = name.rfind('.');
  if (is_kafka && dot != std::string::npos && name.substr(dot) == ".bat") name.resize(dot);
  if (is_kafka && name.find('.') == std::string::npos) name += ".sh";
  return name;
}

class CommandReader {
 public:
  CommandReader(const Text& text, std::span<const ShellWord> words) : text_(text), words_(words) {}

  std::vector<ShellCommand> run() {
    while (at_ < words_.size()) command();
    return std::move(commands_);
  }

 private:
  void command() {
    ShellCommand out;
    out.tree.kind = Kind::mapping;
    out.begin = words_[at_].begin;
    while (at_ < words_.size() && is_one_of(words_[at_].text, keywords)) ++at_;
    assignments(out.tree);
    while (at_ + 1 < words_.size() && is_one_of(words_[at_].text, prefixes) &&
           !is_option(words_[at_ + 1].text)) {
      ++at_;
      assignments(out.tree);
    }
    if (at_ >= words_.size()) return;
    out.program = program_name(words_[at_].text);
    out.end = words_[at_].end;
    ++at_;
    bool has_option = false;
    while (at_ < words_.size() && !begins_inner_command()) {
      if (words_[at_].text == "--") {
        ++at_;
        break;
      }
      if (is_option(words_[at_].text)) {
        has_option = true;
        option(out.tree);
      } else {
        append(member(out.tree, "arguments", words_[at_], Kind::sequence), scalar(words_[at_], 0));
        ++at_;
      }
      out.end = words_[at_ - 1].end;
    }
    if (!has_option) return;
    out.tree.span = out.tree.text_span = text_.span(out.begin, out.end);
    commands_.push_back(std::move(out));
  }

  /// A script among the arguments is a program with options of its own.
  [[nodiscard]] bool begins_inner_command() const {
    const std::string_view word = words_[at_].text;
    const bool is_script = word.size() > 3 && word.substr(word.size() - 3) == ".sh";
    const bool is_value =
        is_option(words_[at_ - 1].text) && words_[at_ - 1].text.find('=') == std::string::npos;
    return is_script && !is_value && at_ + 1 < words_.size();
  }

  void assignments(Node& tree) {
    while (at_ < words_.size() && assigned_name(words_[at_].text) > 0) {
      const ShellWord& word = words_[at_++];
      add_assignment(member(tree, "environment", word, Kind::mapping), word, 0, word.text.size());
    }
  }

  void option(Node& tree) {
    const ShellWord& word = words_[at_++];
    const std::string_view name = word.text;
    const std::size_t dashes = name[1] == '-' ? 2 : 1;
    const std::size_t equals = name.find('=');
    const bool attached = dashes == 1 && name.size() > 2 && is_ascii_letter(name[1]) && is_digit(name[2]);
    if (equals != std::string_view::npos) {
      value(tree, std::string(name.substr(dashes, equals - dashes)), word, word, equals + 1);
    } else if (attached) {
      value(tree, std::string(name.substr(1, 1)), word, word, 2);
    } else if (at_ < words_.size() && !is_option(words_[at_].text) && words_[at_].text != "--") {
      const ShellWord& next = words_[at_++];
      value(tree, std::string(name.substr(dashes)), word, next, 0);
    } else {
      Node nothing;
      nothing.span = nothing.text_span = text_.span(word.end, word.end);
      nothing.verbatim = true;
      put(tree, std::string(name.substr(dashes)), word, std::move(nothing));
    }
  }

  /// The option's value is the word behind its first `skipped` characters.
  void value(Node& tree, std::string name, const ShellWord& option_word, const ShellWord& word,
             std::size_t skipped) {
    const std::string_view text = std::string_view(word.text).substr(skipped);
    if (assigned_name(text) == 0) return put(tree, std::move(name), option_word, scalar(word, skipped));
    Node& mapping = member(tree, name, option_word, Kind::mapping);
    for (const auto& [begin, end] : list_of_assignments(text)) {
      if (mapping.kind == Kind::mapping) {
        add_assignment(mapping, word, skipped + begin, skipped + end);
      } else {
        append(mapping, piece(word, skipped + begin, skipped + end));
      }
    }
  }

  /// `a=1,b=2` is two, `a=1,2` and `a=[x,y]` are one.
  static std::vector<std::pair<std::size_t, std::size_t>> list_of_assignments(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    if (text.size() > longest_list) return {{0, text.size()}};
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      if (assigned_name(text.substr(begin, end - begin)) == 0) return {{0, text.size()}};
      out.emplace_back(begin, end);
      begin = end + 1;
    }
    return out;
  }

  void add_assignment(Node& mapping, const ShellWord& word, std::size_t begin, std::size_t end) {
    const std::string_view text = std::string_view(word.text).substr(begin, end - begin);
    const std::size_t name = assigned_name(text);
    Member out;
    out.key = std::string(text.substr(0, name));
    out.key_span = piece(word, begin, begin + name).text_span;
    out.value = piece(word, begin + name + 1, end);
    mapping.span.end = mapping.text_span.end = std::max(mapping.span.end, out.value.span.end);
    mapping.members.push_back(std::move(out));
  }

  void put(Node& tree, std::string name, const ShellWord& word, Node node) {
    for (Member& existing : tree.members) {
      if (existing.key != name) continue;
      if (existing.value.kind != Kind::sequence) {
        Node list;
        list.kind = Kind::sequence;
        list.span = list.text_span = existing.value.span;
        list.items.push_back(std::move(existing.value));
        existing.value = std::move(list);
      }
      return append(existing.value, std::move(node));
    }
    add_member(tree, std::move(name), word, std::move(node));
  }

  static void append(Node& sequence, Node item) {
    sequence.span.end = sequence.text_span.end = std::max(sequence.span.end, item.span.end);
    sequence.items.push_back(std::move(item));
  }

  Node& add_member(Node& tree, std::string name, const ShellWord& word, Node node) {
    Member out;
    const std::size_t at = word.text.find(name);
    out.key_span = at == std::string::npos ? text_.span(word.begin, word.begin)
                                           : piece(word, at, at + name.size()).text_span;
    out.key = std::move(name);
    out.value = std::move(node);
    tree.members.push_back(std::move(out));
    return tree.members.back().value;
  }

  /// The member of that name; made with its first word when it is not there. One that holds a scalar becomes
  /// a sequence.
  Node& member(Node& tree, const std::string& name, const ShellWord& word, Kind kind) {
    for (Member& existing : tree.members) {
      if (existing.key != name) continue;
      if (!existing.value.is_scalar()) return existing.value;
      Node list;
      list.kind = Kind::sequence;
      list.span = list.text_span = existing.value.span;
      list.items.push_back(std::move(existing.value));
      existing.value = std::move(list);
      return existing.value;
    }
    Node node;
    node.kind = kind;
    node.span = node.text_span = text_.span(word.begin, word.end);
    return add_member(tree, name, word, std::move(node));
  }

  [[nodiscard]] Node scalar(const ShellWord& word, std::size_t skipped) const {
    return piece(word, skipped, word.text.size());
  }

  /// Characters [begin, end) of a word. Their place is exact when the word has no quotes or only quotes
  /// around it or around the value behind `=`; otherwise it is the whole word.
  [[nodiscard]] Node piece(const ShellWord& word, std::size_t begin, std::size_t end) const {
    Node out;
    out.text = word.text.substr(begin, end - begin);
    out.kind = tree::plain_kind(out.text);
    if (out.kind == Kind::null && !out.text.empty()) out.kind = Kind::string;
    if (out.text.empty()) out.kind = Kind::string;
    const std::string_view written = text_.view().substr(word.begin, word.end - word.begin);
    // Quotes before the characters push them to the right; at most one pair is usual.
    for (const std::size_t quotes : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
      const bool same = quotes + begin + out.text.size() <= written.size() &&
                        written.substr(quotes + begin, out.text.size()) == out.text &&
                        count_quotes(written.substr(0, quotes + begin)) == quotes;
      if (!same) continue;
      const std::size_t from = word.begin + quotes + begin;
      out.text_span = out.span = text_.span(from, from + out.text.size());
      out.verbatim = out.span.size() == out.text.size();
      const bool in_quotes = quotes + begin > 0 && is_quote(written[quotes + begin - 1]) &&
                             from + out.text.size() < word.end &&
                             is_quote(text_.view()[from + out.text.size()]);
      if (in_quotes) out.span = text_.span(from - 1, from + out.text.size() + 1);
      return out;
    }
    out.span = out.text_span = text_.span(word.begin, word.end);
    return out;
  }

  static bool is_quote(char c) { return c == '"' || c == '\''; }
  static std::size_t count_quotes(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_quote));
  }

  const Text& text_;
  std::span<const ShellWord> words_;
  std::size_t at_ = 0;
  std::vector<ShellCommand> commands_;
};

}  // namespace

std::vector<ShellCommand> read_commands(const Text& text, std::span<const ShellWord> words) {
  if (words.size() > most_words) return {};
  return CommandReader(text, words).run();
}

}  // namespace reckon::document

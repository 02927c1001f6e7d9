// SPDX-License-Identifier: MIT
// nginx configuration -> one mapping of directives. A text without a single directive stays as lines.
//
//   block     = { directive }
//   directive = name { argument } ( ";" | "{" block "}" )
//   argument  = quoted | word | key "=" word
//
// One argument is a text, several are a sequence; with a key among them the directive is a mapping of its
// keys, whose other arguments stand under `arguments`, and so do those of a block. A directive that is
// repeated becomes a sequence, and the servers of an upstream always are one.
#include "document/artefact.hpp"
#include "document/code_cursor.hpp"
#include "document/code_lines.hpp"
#include "document/comment.hpp"
#include "document/located_node.hpp"
#include "document/readers.hpp"
#include "tree/read.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

struct NginxWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<std::string> quoted;
};

class NginxReader {
 public:
  explicit NginxReader(const Text& text) : text_(text), cursor_(text.view(), {true, false, false}) {}

  Node run() {
    cursor_.skip();
    const std::size_t begin = cursor_.at();
    Members root(text_);
    directives(root, {}, 0);
    return root.finish(begin, last_);
  }

  [[nodiscard]] std::size_t finished() const { return finished_; }
  [[nodiscard]] bool is_broken() const { return broken_; }
  std::vector<Comment> comments() { return cursor_.take_comments(); }

 private:
  void directives(Members& into, std::string_view block, std::size_t depth) {
    while (true) {
      cursor_.skip();
      if (cursor_.at_end()) {
        broken_ = broken_ || depth > 0;
        return;
      }
      if (cursor_.take('}')) {
        last_ = cursor_.at();
        if (depth > 0) return;
      } else if (!cursor_.take(';')) {
        directive(into, block, depth);
      }
    }
  }

  void directive(Members& into, std::string_view block, std::size_t depth) {
    std::vector<NginxWord> words;
    while (cursor_.skip(),
           !cursor_.at_end() && cursor_.peek() != ';' && cursor_.peek() != '{' && cursor_.peek() != '}')
      words.push_back(word());
    const bool opens = cursor_.take('{');
    if (words.empty()) {
      if (opens) skip_block();
      return;
    }
    const NginxWord& name = words.front();
    last_ = words.back().end;
    const std::string key = name.quoted ? *name.quoted : written(name);
    if (!opens) {
      const bool ends = cursor_.take(';');
      finished_ += ends ? 1 : 0;
      broken_ = broken_ || !ends;
      into.add(key, name.begin, name.end, simple(words), block == "upstream" && key == "server");
      return;
    }
    ++finished_;
    Members members(text_);
    if (words.size() > 1) members.add("arguments", words[1].begin, words[1].begin, list(words, 1));
    if (depth + 1 < tree::max_depth) {
      directives(members, key, depth + 1);
    } else {
      skip_block();
    }
    last_ = cursor_.at();
    into.add(key, name.begin, name.end, members.finish(name.begin, cursor_.at()));
  }

  /// A block that nests too deep, or one without a name: its directives are not looked at.
  void skip_block() {
    std::size_t depth = 1;
    while (depth > 0) {
      cursor_.skip();
      if (cursor_.at_end()) {
        broken_ = true;
        return;
      }
      if (cursor_.peek() == '{') ++depth;
      if (cursor_.peek() == '}') --depth;
      if (!cursor_.take_quoted()) cursor_.advance();
    }
  }

  NginxWord word() {
    const std::size_t begin = cursor_.at();
    if (auto quoted = cursor_.take_quoted()) return {quoted->begin, quoted->end, std::move(quoted->text)};
    bool in_variable = false;
    while (!cursor_.at_end()) {
      const char c = cursor_.peek();
      if (cursor_.looking_at("${")) {
        in_variable = true;
        cursor_.advance(2);
        continue;
      }
      const bool ends = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ';' || c == '{' ||
                        (c == '}' && !in_variable);
      if (ends) break;
      if (c == '}') in_variable = false;
      cursor_.advance();
    }
    if (cursor_.at() == begin) cursor_.advance();
    return {begin, cursor_.at(), std::nullopt};
  }

  [[nodiscard]] std::string written(const NginxWord& word) const {
    return std::string(text_.view().substr(word.begin, word.end - word.begin));
  }

  /// Length of the key in `max_fails=3`, or 0.
  [[nodiscard]] std::size_t key_length(const NginxWord& word) const {
    if (word.quoted) return 0;
    const std::string_view view = text_.view().substr(word.begin, word.end - word.begin);
    std::size_t length = 0;
    while (length < view.size() && is_word_byte(view[length])) ++length;
    return length > 0 && length + 1 < view.size() && view[length] == '=' ? length : 0;
  }

  [[nodiscard]] Node node(const NginxWord& word) const {
    return word.quoted ? quoted_node(text_, word.begin, word.end, *word.quoted)
                       : plain_node(text_, word.begin, word.end);
  }

  [[nodiscard]] Node list(const std::vector<NginxWord>& words, std::size_t first) const {
    if (words.size() == first + 1) return node(words[first]);
    Node out = container_node(text_, Kind::sequence, words[first].begin, words.back().end);
    for (std::size_t i = first; i < words.size(); ++i) out.items.push_back(node(words[i]));
    return out;
  }

  [[nodiscard]] Node simple(const std::vector<NginxWord>& words) const {
    if (words.size() == 1) return missing_node(text_, words.front().end);
    std::vector<NginxWord> others;
    Members members(text_);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::size_t length = key_length(words[i]);
      const std::size_t begin = words[i].begin;
      if (length == 0) {
        others.push_back(words[i]);
      } else {
        members.add(std::string(text_.view().substr(begin, length)), begin, begin + length,
                    plain_node(text_, begin + length + 1, words[i].end));
      }
    }
    if (members.empty()) return list(words, 1);
    if (!others.empty()) members.add("arguments", others[0].begin, others[0].begin, list(others, 0));
    return members.finish(words[1].begin, words.back().end);
  }

  const Text& text_;
  CodeCursor cursor_;
  std::size_t last_ = 0;
  std::size_t finished_ = 0;
  bool broken_ = false;
};

}  // namespace

bool looks_like_nginx(std::string_view text) {
  CodeCursor cursor(text, {true, false, false});
  cursor.skip();
  const std::string_view name = cursor.take_word("");
  cursor.skip_in_line();
  if (name == "upstream") {
    cursor.take_word(".-");
    cursor.skip_in_line();
  }
  return (name == "upstream" || name == "http" || name == "server" || name == "events") && cursor.take('{') &&
         text.find(';') != std::string_view::npos;
}

void read_nginx(const base::Sources&, const Text& text, std::string_view section, Document& into) {
  NginxReader reader(text);
  Node root = reader.run();
  if (reader.finished() == 0) return add_code_lines(text, section, into);
  const std::size_t first = into.fragments.size();
  add_artefact("nginx", {}, std::move(root), reader.is_broken(), section, into);
  add_comments(text, first, reader.comments(), section, into);
}

}  // namespace reckon::document

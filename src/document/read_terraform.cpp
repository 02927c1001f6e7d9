// SPDX-License-Identifier: MIT
// Terraform's resources -> one artefact for each: {name, attributes}. A block inside is a mapping, with its
// labels under `labels`; one that is repeated is a sequence. All other blocks stay lines.
//
//   document = { word { label } "{" body "}" }
//   body     = { name "=" value | name { label } "{" body "}" }
#include "document/artefact.hpp"
#include "document/code_cursor.hpp"
#include "document/code_lines.hpp"
#include "document/code_value.hpp"
#include "document/comment.hpp"
#include "document/located_node.hpp"
#include "document/readers.hpp"
#include "tree/read.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

constexpr CommentMarks terraform_marks{true, true, true};

struct Label {
  std::string text;
  Node node;
};

class TerraformReader {
 public:
  explicit TerraformReader(const Text& text)
      : text_(text), cursor_(text.view(), terraform_marks), values_(text, cursor_, {true, true}) {}

  void run(std::string_view section, Document& into) {
    std::size_t rest = 0;
    while (cursor_.skip(), !cursor_.at_end()) {
      const std::size_t begin = cursor_.at();
      const std::string_view word = cursor_.take_word("-");
      if (word.empty()) {
        if (!cursor_.take_quoted()) cursor_.advance();
        continue;
      }
      std::vector<Label> labels = this->labels();
      if (cursor_.peek() != '{') continue;
      if (word != "resource" || labels.size() != 2) {
        cursor_.skip_brackets();
        continue;
      }
      add_code_lines(text_.slice(rest, begin), section, into);
      cursor_.take_comments();
      broken_ = false;
      resource(begin, std::move(labels), section, into);
      rest = cursor_.at();
    }
    add_code_lines(text_.slice(rest, text_.view().size()), section, into);
  }

 private:
  void resource(std::size_t begin, std::vector<Label> labels, std::string_view section, Document& into) {
    const std::size_t open = cursor_.at();
    Members attributes(text_);
    cursor_.advance();
    body(attributes, 1);
    Members out(text_);
    out.add("name", begin, begin, std::move(labels[1].node));
    out.add("attributes", open, open, attributes.finish(open, cursor_.at()));
    const std::size_t first = into.fragments.size();
    add_artefact("terraform", std::move(labels[0].text), out.finish(begin, cursor_.at()),
                 broken_ || values_.is_broken(), section, into);
    add_comments(text_, first, cursor_.take_comments(), section, into);
  }

  std::vector<Label> labels() {
    std::vector<Label> out;
    while (true) {
      cursor_.skip_in_line();
      const std::size_t begin = cursor_.at();
      if (auto quoted = cursor_.take_quoted()) {
        out.push_back({quoted->text, quoted_node(text_, quoted->begin, quoted->end, quoted->text)});
        continue;
      }
      const std::string_view word = cursor_.take_word("-");
      if (word.empty()) return out;
      out.push_back({std::string(word), word_node(text_, begin, cursor_.at())});
    }
  }

  /// Behind `{`, up to behind `}`.
  void body(Members& into, std::size_t depth) {
    while (true) {
      cursor_.skip();
      if (cursor_.at_end()) {
        broken_ = true;
        return;
      }
      if (cursor_.take('}')) return;
      const std::size_t begin = cursor_.at();
      std::string key(cursor_.take_word("-."));
      const std::size_t end = cursor_.at();
      if (key.empty()) {
        if (!cursor_.take_quoted()) cursor_.advance();
        continue;
      }
      cursor_.skip_in_line();
      if (cursor_.peek() == '=' && cursor_.peek(1) != '=') {
        cursor_.advance();
        cursor_.skip_in_line();
        into.add(std::move(key), begin, end, attribute(end));
        continue;
      }
      std::vector<Label> labels = this->labels();
      if (cursor_.peek() == '{') into.add(std::move(key), begin, end, block(std::move(labels), depth));
    }
  }

  Node attribute(std::size_t key_end) {
    if (cursor_.looking_at("<<")) {
      if (auto text = here_document()) return std::move(*text);
    }
    auto value = values_.read();
    return value ? std::move(*value) : missing_node(text_, key_end);
  }

  Node block(std::vector<Label> labels, std::size_t depth) {
    const std::size_t begin = cursor_.at();
    Members out(text_);
    if (depth >= tree::max_depth) {
      if (!cursor_.skip_brackets()) broken_ = true;
      return out.finish(begin, cursor_.at());
    }
    if (!labels.empty()) {
      Node list = container_node(text_, Kind::sequence, begin, begin);
      list.span = list.text_span = base::join(labels.front().node.span, labels.back().node.span);
      for (Label& label : labels) list.items.push_back(std::move(label.node));
      out.add("labels", begin, begin, std::move(list));
    }
    cursor_.advance();
    body(out, depth + 1);
    return out.finish(begin, cursor_.at());
  }

  /// `<<EOT`: the lines up to one that holds the word alone. Without such a line it is no document.
  std::optional<Node> here_document() {
    const std::size_t start = cursor_.at();
    const std::string_view view = text_.view();
    cursor_.advance(2);
    cursor_.take('-');
    const std::string_view word = cursor_.take_word("");
    std::size_t line = view.find('\n', cursor_.at());
    // Behind one that never ends no other is looked for.
    while (!word.empty() && !has_unended_ && line < view.size()) {
      const std::size_t begin = line + 1;
      line = std::min(view.find('\n', begin), view.size());
      const std::size_t first = view.find_first_not_of(" \t", begin);
      if (first == std::string_view::npos || view.substr(first, word.size()) != word) continue;
      const std::size_t behind = view.find_first_not_of(" \t\r", first + word.size());
      if (behind < line) continue;
      Node out = word_node(text_, view.find('\n', start) + 1, begin);
      cursor_.go_to(line);
      return out;
    }
    has_unended_ = true;
    cursor_.go_to(start);
    return std::nullopt;
  }

  const Text& text_;
  CodeCursor cursor_;
  CodeValues values_;
  bool broken_ = false;
  bool has_unended_ = false;
};

}  // namespace

bool looks_like_terraform(std::string_view text) {
  CodeCursor cursor(text, terraform_marks);
  cursor.skip();
  const std::string_view word = cursor.take_word("");
  cursor.skip_in_line();
  return (word == "resource" || word == "provider" || word == "variable" || word == "module") &&
         cursor.take_quoted().has_value();
}

void read_terraform(const base::Sources&, const Text& text, std::string_view section, Document& into) {
  TerraformReader(text).run(section, into);
}

}  // namespace reckon::document

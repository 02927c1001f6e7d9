// SPDX-License-Identifier: MIT
// Calls of the MongoDB shell -> one artefact for each: `db.events.find({...}).limit(20)` is a find with
// {collection: events, arguments: [{...}], limit: 20}. Everything between the calls stays lines.
//
//   call   = "db" { "." name | "[" text "]" } "." method arguments { "." method arguments }
//   name   = word | ("getCollection" | "collection") "(" text ")"
#include "document/artefact.hpp"
#include "document/code_cursor.hpp"
#include "document/code_lines.hpp"
#include "document/code_value.hpp"
#include "document/comment.hpp"
#include "document/located_node.hpp"
#include "document/readers.hpp"

#include <optional>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

using tree::Node;

constexpr CommentMarks mongo_marks{false, true, true};

class MongoReader {
 public:
  explicit MongoReader(const Text& text)
      : text_(text), cursor_(text.view(), mongo_marks), values_(text, cursor_, {}) {}

  void run(std::string_view section, Document& into) {
    std::size_t rest = 0;
    while (cursor_.skip(), !cursor_.at_end()) {
      const std::size_t begin = cursor_.at();
      if (cursor_.take_quoted()) continue;
      const std::string_view word = cursor_.take_word("$");
      if (word.empty()) cursor_.advance();
      if (word != "db" || !begins_path()) continue;
      cursor_.take_comments();
      std::optional<Node> tree = call(begin);
      if (!tree) continue;
      add_code_lines(text_.slice(rest, begin), section, into);
      // What a comment behind the call says may be about its last value.
      cursor_.take(';');
      cursor_.skip_in_line();
      rest = cursor_.at();
      const std::size_t first = into.fragments.size();
      add_artefact("mongo", std::move(method_), std::move(*tree), values_.is_broken(), section, into);
      add_comments(text_, first, cursor_.take_comments(), section, into);
    }
    add_code_lines(text_.slice(rest, text_.view().size()), section, into);
  }

 private:
  [[nodiscard]] bool begins_path() const { return cursor_.peek() == '.' || cursor_.peek() == '['; }

  /// Behind `db`. Without a method that is called it is no call.
  std::optional<Node> call(std::size_t begin) {
    Members out(text_);
    bool has_collection = false;
    std::size_t path = 0;
    std::size_t path_end = 0;
    method_.clear();
    while (true) {
      std::size_t end = cursor_.at();
      if (cursor_.peek() == '[' && method_.empty()) {
        cursor_.advance();
        const auto quoted = cursor_.take_quoted();
        if (!quoted || !cursor_.take(']')) return std::nullopt;
        out.add("collection", quoted->begin, quoted->begin,
                quoted_node(text_, quoted->begin, quoted->end, quoted->text));
        has_collection = true;
        continue;
      }
      cursor_.skip();
      if (!cursor_.take('.')) {
        cursor_.go_to(end);
        break;
      }
      cursor_.skip();
      const std::size_t name = cursor_.at();
      std::string method(cursor_.take_word("$"));
      const std::size_t name_end = cursor_.at();
      if (method.empty()) {
        cursor_.go_to(end);
        break;
      }
      if (cursor_.peek() != '(') {
        if (!method_.empty()) break;
        if (path == path_end) path = name;
        path_end = name_end;
        continue;
      }
      Node arguments = values_.read_arguments();
      if ((method == "getCollection" || method == "collection") && !has_collection &&
          arguments.items.size() == 1) {
        out.add("collection", name, name_end, std::move(arguments.items.front()));
        has_collection = true;
      } else if (method_.empty()) {
        method_ = std::move(method);
        if (!has_collection && path < path_end)
          out.add("collection", path, path, word_node(text_, path, path_end));
        out.add("arguments", name, name_end, std::move(arguments));
      } else {
        Node held = arguments.items.size() == 1 ? std::move(arguments.items.front()) : std::move(arguments);
        out.add(std::move(method), name, name_end, std::move(held));
      }
    }
    if (method_.empty()) return std::nullopt;
    return out.finish(begin, cursor_.at());
  }

  const Text& text_;
  CodeCursor cursor_;
  CodeValues values_;
  std::string method_;
};

}  // namespace

bool looks_like_mongo(std::string_view text) {
  CodeCursor cursor(text, mongo_marks);
  cursor.skip();
  if (cursor.take_word("") != "db" || !cursor.take('.')) return false;
  cursor.take_word("._$");
  return cursor.peek() == '(';
}

void read_mongo(const base::Sources&, const Text& text, std::string_view section, Document& into) {
  MongoReader(text).run(section, into);
}

}  // namespace reckon::document

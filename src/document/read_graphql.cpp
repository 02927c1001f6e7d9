// SPDX-License-Identifier: MIT
// GraphQL SDL -> types by name. Descriptions, directive definitions and operations are passed over; a text
// without a type stays as lines.
//
//   document  = { [text] ["extend"] ( kind name ["implements" names] directives [fields | "=" names]
//                                   | "schema" fields | other ) }
//   fields    = "{" { [text] name [arguments] [":" type] ["=" value] directives } "}"
//   arguments = "(" { [text] name ":" type ["=" value] directives } ")"
//   type      = ( name | "[" type "]" ) ["!"]
//
// types: {NAME: {name, kind, fields: {NAME: {name, type, args: {NAME: {name, type, default}}, directives}},
// values: [..] of an enum, members: [..] of a union}}, schema: {query: {name, type}}.
#include "document/artefact.hpp"
#include "document/code_cursor.hpp"
#include "document/code_lines.hpp"
#include "document/code_value.hpp"
#include "document/comment.hpp"
#include "document/located_node.hpp"
#include "document/readers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

constexpr std::array<std::string_view, 6> kinds{"type", "interface", "input", "enum", "union", "scalar"};
constexpr CommentMarks graphql_marks{true, false, false};

bool is_kind(std::string_view word) {
  return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

struct Name {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

/// A type while it is read.
struct Type {
  Name name;
  Members members;
  Members fields;
  std::optional<std::size_t> fields_begin;
  std::size_t fields_end = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class GraphqlReader {
 public:
  explicit GraphqlReader(const Text& text)
      : text_(text), cursor_(text.view(), graphql_marks), values_(text, cursor_, {false, false}) {}

  void run(std::string_view section, Document& into) {
    Members root(text_);
    std::size_t begin = text_.view().size();
    std::size_t end = 0;
    while (cursor_.skip(), !cursor_.at_end()) {
      const std::size_t at = cursor_.at();
      if (definition(root)) {
        begin = std::min(begin, at);
        end = cursor_.at();
      } else if (cursor_.at() == at) {
        cursor_.advance();
      }
    }
    if (types_.empty()) return add_code_lines(text_, section, into);
    root.add("types", begin, begin, types(begin, end));
    const std::size_t first = into.fragments.size();
    add_artefact("graphql", {}, root.finish(begin, end), broken_ || values_.is_broken(), section, into);
    add_comments(text_, first, cursor_.take_comments(), section, into);
  }

 private:
  /// True when a type or the schema was read; anything else is passed over as far as it can be told.
  bool definition(Members& root) {
    if (cursor_.take_quoted()) return false;
    const std::size_t begin = cursor_.at();
    Name kind = name();
    if (kind.text == "extend") kind = name();
    if (kind.text == "schema") {
      directives();
      if (cursor_.peek() != '{') return false;
      Members fields(text_);
      fields_of('}', fields);
      root.add("schema", kind.begin, kind.end, fields.finish(kind.end, cursor_.at()));
      return true;
    }
    if (is_kind(kind.text)) return type(kind, begin);
    if (cursor_.peek() == '{' && !cursor_.skip_brackets()) broken_ = true;
    return false;
  }

  bool type(const Name& kind, std::size_t begin) {
    const Name named = name();
    if (named.text.empty()) return false;
    Type& type = find_or_add(kind, named, begin);
    cursor_.skip();
    const Name implements = name();
    if (implements.text == "implements") {
      type.members.add("implements", implements.begin, implements.end, names('&'));
    } else {
      cursor_.go_to(implements.begin);
    }
    if (auto given = directives())
      type.members.add("directives", given->span_begin, given->span_begin, std::move(given->node));
    if (cursor_.peek() == '{') {
      const std::size_t open = cursor_.at();
      if (kind.text == "enum") {
        type.members.add("values", open, open, enum_values());
      } else {
        if (!type.fields_begin) type.fields_begin = open;
        fields_of('}', type.fields);
        type.fields_end = cursor_.at();
      }
    } else if (kind.text == "union" && cursor_.take('=')) {
      type.members.add("members", cursor_.at(), cursor_.at(), names('|'));
    }
    type.end = cursor_.at();
    return true;
  }

  /// A type that is extended gathers fields in several places.
  Type& find_or_add(const Name& kind, const Name& named, std::size_t begin) {
    const auto [known, is_new] = index_.try_emplace(named.text, types_.size());
    if (is_new) {
      types_.push_back({named, Members(text_), Members(text_), {}, 0, begin, begin});
      Members& members = types_.back().members;
      members.add("name", named.begin, named.end, word_node(text_, named.begin, named.end));
      members.add("kind", kind.begin, kind.end, word_node(text_, kind.begin, kind.end));
    }
    return types_[known->second];
  }

  Node types(std::size_t begin, std::size_t end) {
    Members out(text_);
    for (Type& type : types_) {
      const std::size_t open = type.fields_begin.value_or(0);
      if (type.fields_begin)
        type.members.add("fields", open, open, type.fields.finish(open, type.fields_end));
      out.add(type.name.text, type.name.begin, type.name.end, type.members.finish(type.begin, type.end));
    }
    return out.finish(begin, end);
  }

  /// From an opening bracket: fields, or the arguments of one.
  void fields_of(char close, Members& out) {
    cursor_.advance();
    while (true) {
      cursor_.skip();
      if (cursor_.at_end()) {
        broken_ = true;
        return;
      }
      if (cursor_.take(close)) return;
      if (cursor_.take_quoted()) continue;
      Name named = name();
      if (named.text.empty()) {
        cursor_.advance();
        continue;
      }
      Node field = this->field(named, close == '}');
      out.add(std::move(named.text), named.begin, named.end, std::move(field));
    }
  }

  Node field(const Name& named, bool may_have_arguments) {
    Members out(text_);
    out.add("name", named.begin, named.end, word_node(text_, named.begin, named.end));
    std::size_t end = named.end;
    cursor_.skip();
    if (may_have_arguments && cursor_.peek() == '(') {
      const std::size_t open = cursor_.at();
      Members arguments(text_);
      fields_of(')', arguments);
      end = cursor_.at();
      out.add("args", open, open, arguments.finish(open, end));
      cursor_.skip();
    }
    if (cursor_.take(':')) {
      cursor_.skip();
      const std::size_t begin = cursor_.at();
      end = type_end();
      if (begin < end) out.add("type", begin, begin, word_node(text_, begin, end));
    }
    cursor_.skip();
    if (cursor_.take('=')) {
      const std::size_t begin = cursor_.at();
      if (auto value = values_.read()) out.add("default", begin, begin, std::move(*value));
      end = cursor_.at();
    }
    if (auto given = directives()) {
      out.add("directives", given->span_begin, given->span_begin, std::move(given->node));
      end = given->span_end;
    }
    return out.finish(named.begin, std::max(end, named.end));
  }

  /// Behind `[Post!]!`, however many brackets there are.
  std::size_t type_end() {
    std::size_t end = cursor_.at();
    std::size_t open = 0;
    while (true) {
      if (cursor_.take('[')) {
        ++open;
      } else if (open > 0 && cursor_.take(']')) {
        --open;
      } else if (!cursor_.take('!') && cursor_.take_word("").empty()) {
        break;
      }
      end = cursor_.at();
      if (open == 0 && cursor_.peek() != '!') break;
      if (open > 0) cursor_.skip();
    }
    cursor_.go_to(end);
    return end;
  }

  struct Directives {
    Node node;
    std::size_t span_begin = 0;
    std::size_t span_end = 0;
  };

  std::optional<Directives> directives() {
    cursor_.skip();
    const std::size_t begin = cursor_.at();
    std::size_t end = begin;
    Members out(text_);
    while (cursor_.take('@')) {
      Name named = name();
      end = cursor_.at();
      Node arguments = missing_node(text_, end);
      cursor_.skip();
      if (cursor_.peek() == '(') {
        const std::size_t open = cursor_.at();
        Members given = arguments_given();
        end = cursor_.at();
        arguments = given.finish(open, end);
      }
      out.add(std::move(named.text), named.begin, named.end, std::move(arguments));
      cursor_.skip();
    }
    if (out.empty()) return std::nullopt;
    return Directives{out.finish(begin, end), begin, end};
  }

  /// From `(`: the arguments of a directive, `name: value`.
  Members arguments_given() {
    Members out(text_);
    cursor_.advance();
    while (cursor_.skip(), !cursor_.at_end() && !cursor_.take(')')) {
      Name named = name();
      if (named.text.empty()) {
        cursor_.advance();
        continue;
      }
      cursor_.skip();
      std::optional<Node> value;
      if (cursor_.take(':')) value = values_.read();
      Node held = value ? std::move(*value) : missing_node(text_, named.end);
      out.add(std::move(named.text), named.begin, named.end, std::move(held));
    }
    return out;
  }

  Node enum_values() {
    const std::size_t begin = cursor_.at();
    Node out = container_node(text_, Kind::sequence, begin, begin);
    cursor_.advance();
    while (cursor_.skip(), !cursor_.at_end() && !cursor_.take('}')) {
      if (cursor_.take_quoted() || directives()) continue;
      const Name named = name();
      if (named.text.empty()) {
        cursor_.advance();
      } else {
        out.items.push_back(word_node(text_, named.begin, named.end));
      }
    }
    out.span = out.text_span = text_.span(begin, cursor_.at());
    return out;
  }

  /// Names with `separator` between them, and perhaps in front of the first.
  Node names(char separator) {
    cursor_.skip();
    const std::size_t begin = cursor_.at();
    std::size_t end = begin;
    Node out = container_node(text_, Kind::sequence, begin, begin);
    cursor_.take(separator);
    do {
      const Name named = name();
      if (named.text.empty()) break;
      out.items.push_back(word_node(text_, named.begin, named.end));
      end = named.end;
      cursor_.skip();
    } while (cursor_.take(separator));
    out.span = out.text_span = text_.span(begin, end);
    return out;
  }

  Name name() {
    cursor_.skip();
    const std::size_t begin = cursor_.at();
    const std::string_view word = cursor_.take_word("");
    return {begin, cursor_.at(), std::string(word)};
  }

  const Text& text_;
  CodeCursor cursor_;
  CodeValues values_;
  std::vector<Type> types_;
  std::unordered_map<std::string, std::size_t> index_;
  bool broken_ = false;
};

}  // namespace

bool looks_like_graphql(std::string_view text) {
  CodeCursor cursor(text, graphql_marks);
  cursor.skip();
  if (cursor.take_quoted()) cursor.skip();
  const std::string_view kind = cursor.take_word("");
  cursor.skip_in_line();
  if (kind == "schema") return cursor.peek() == '{';
  if (kind != "type" && kind != "input") return false;
  const std::string_view name = cursor.take_word("");
  cursor.skip_in_line();
  // `type X {` alone is Go or Rust as well; there a field has no colon.
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         (cursor.peek() == '{' || cursor.peek() == '@' || cursor.looking_at("implements")) &&
         text.find(':', cursor.at()) != std::string_view::npos && text.find(';') == std::string_view::npos;
}

void read_graphql(const base::Sources&, const Text& text, std::string_view section, Document& into) {
  GraphqlReader(text).run(section, into);
}

}  // namespace reckon::document

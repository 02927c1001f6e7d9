// SPDX-License-Identifier: MIT
// key=value lines of a client or broker configuration -> one mapping with the keys as they are, dots and all.
// `[section]` opens a mapping of its own; other lines stay lines.
#include "document/artefact.hpp"
#include "document/code_cursor.hpp"
#include "document/code_lines.hpp"
#include "document/comment.hpp"
#include "document/located_node.hpp"
#include "document/readers.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

constexpr std::string_view blanks_in_line = " \t\r";

struct Line {
  std::size_t begin = 0;  ///< without blanks at its ends
  std::size_t end = 0;
};

/// Begin and end without blanks.
Line trimmed(std::string_view view, std::size_t begin, std::size_t end) {
  while (begin < end && blanks_in_line.find(view[begin]) != std::string_view::npos) ++begin;
  while (end > begin && blanks_in_line.find(view[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

template <class Visit>
void each_line(std::string_view view, const Visit& visit) {
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find('\n', begin), view.size());
    const Line line = trimmed(view, begin, end);
    if (line.begin < line.end && !visit(line)) return;
    begin = end + 1;
  }
}

bool is_comment(char first) {
  return first == '#' || first == '!' || first == ';';
}

/// Length of a key in front of `=` or `:`, or 0.
std::size_t key_length(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() &&
         (is_word_byte(line[length]) || std::string_view(".-/").find(line[length]) != std::string_view::npos))
    ++length;
  return length;
}

struct Setting {
  Line key;
  Line value;
  std::optional<Comment> comment;
};

std::optional<Setting> setting(std::string_view view, const Line& line) {
  const std::size_t length = key_length(view.substr(line.begin, line.end - line.begin));
  const std::size_t sign = view.find_first_not_of(blanks_in_line, line.begin + length);
  if (length == 0 || sign >= line.end || (view[sign] != '=' && view[sign] != ':')) return std::nullopt;
  Setting out;
  out.key = {line.begin, line.begin + length};
  std::size_t end = line.end;
  // Strictly, a mark behind a value belongs to the value; people put comments there all the same.
  for (std::size_t i = sign + 1; i + 1 < line.end; ++i) {
    const bool marks =
        blanks_in_line.find(view[i]) != std::string_view::npos && (view[i + 1] == '#' || view[i + 1] == ';');
    if (!marks) continue;
    const Line comment = trimmed(view, i + 2, line.end);
    out.comment = Comment{comment.begin, comment.end};
    end = i;
    break;
  }
  out.value = trimmed(view, sign + 1, end);
  return out;
}

tree::Node value_node(const Text& text, const Line& value) {
  const std::string_view view = text.view().substr(value.begin, value.end - value.begin);
  const bool quoted =
      view.size() > 1 && (view.front() == '"' || view.front() == '\'') && view.back() == view.front();
  return quoted ? quoted_node(text, value.begin, value.end, std::string(view.substr(1, view.size() - 2)))
                : plain_node(text, value.begin, value.end);
}

/// The section that lines stand in.
struct Open {
  Line name;
  Members members;
  std::size_t begin = 0;
  std::size_t end = 0;
};

void close(std::optional<Open>& open, const Text& text, Members& root) {
  if (!open) return;
  std::string name(text.view().substr(open->name.begin, open->name.end - open->name.begin));
  root.add(std::move(name), open->name.begin, open->name.end, open->members.finish(open->begin, open->end));
  open.reset();
}

}  // namespace

bool looks_like_properties(std::string_view text) {
  std::size_t settings = 0;
  bool all = true;
  each_line(text, [&](const Line& line) {
    if (is_comment(text[line.begin])) return true;
    const std::size_t length = key_length(text.substr(line.begin, line.end - line.begin));
    const std::size_t sign = std::min(text.find_first_not_of(blanks_in_line, line.begin + length), line.end);
    all = sign < line.end && text[sign] == '=' &&
          text.substr(line.begin, length).find('.') != std::string_view::npos;
    ++settings;
    return all;
  });
  return all && settings > 0;
}

void read_properties(const base::Sources&, const Text& text, std::string_view section, Document& into) {
  const std::string_view view = text.view();
  Members root(text);
  std::optional<Open> open;
  std::vector<Comment> comments;
  std::vector<Line> others;
  std::size_t begin = view.size();
  std::size_t end = 0;
  each_line(view, [&](const Line& line) {
    if (is_comment(view[line.begin])) {
      const Line comment =
          trimmed(view, std::min(view.find_first_not_of("#!;", line.begin), line.end), line.end);
      comments.push_back({comment.begin, comment.end});
    } else if (view[line.begin] == '[' && view[line.end - 1] == ']' && line.end - line.begin > 2) {
      close(open, text, root);
      open = Open{{line.begin + 1, line.end - 1}, Members(text), line.begin, line.end};
    } else if (auto found = setting(view, line)) {
      if (found->comment) comments.push_back(*found->comment);
      std::string key(view.substr(found->key.begin, found->key.end - found->key.begin));
      Members& members = open ? open->members : root;
      members.add(std::move(key), found->key.begin, found->key.end, value_node(text, found->value));
      begin = std::min(begin, open ? open->begin : line.begin);
      end = std::max(line.end, end);
      if (open) open->end = line.end;
    } else {
      others.push_back(line);
    }
    return true;
  });
  if (begin >= end) return add_code_lines(text, section, into);
  close(open, text, root);
  const std::size_t first = into.fragments.size();
  add_artefact("properties", {}, root.finish(begin, end), false, section, into);
  add_comments(text, first, comments, section, into);
  for (const Line& line : others) add_code_lines(text.slice(line.begin, line.end), section, into);
}

}  // namespace reckon::document

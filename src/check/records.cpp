// SPDX-License-Identifier: MIT
#include "check/records.hpp"

#include "check/labels.hpp"
#include "document/sql_columns.hpp"
#include "prompt/variables.hpp"
#include "tree/pointer.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

using document::Artefact;
using prompt::Selector;

constexpr const char* own_text = "each";
constexpr const char* whole_text = "whole";

void trim(std::string_view text, std::size_t& begin, std::size_t& end, std::string_view marks) {
  while (begin < end && marks.find(text[begin]) != std::string_view::npos) ++begin;
  while (end > begin && marks.find(text[end - 1]) != std::string_view::npos) --end;
}

RecordText piece_of(const tree::Node& node, const std::string& pointer, std::size_t begin, std::size_t end,
                    const Selector& selector) {
  trim(node.text, begin, end, " " + selector.strip);
  RecordText out{node.text.substr(begin, end - begin), node.text_span, pointer, true};
  if (node.verbatim) {
    out.span.begin = node.text_span.begin + static_cast<std::uint32_t>(begin);
    out.span.end = node.text_span.begin + static_cast<std::uint32_t>(end);
  }
  return out;
}

/// One record for each text that stands between two marks.
void add_between(const RecordText& whole, std::string_view marks, std::vector<Record>& out) {
  const bool is_verbatim = whole.span.end - whole.span.begin == whole.text.size();
  for (std::size_t open = whole.text.find(marks[0]); open != std::string::npos;) {
    const std::size_t close = whole.text.find(marks[1], open + 1);
    if (close == std::string::npos) return;
    RecordText piece{whole.text.substr(open + 1, close - open - 1), whole.span, whole.pointer, true};
    if (is_verbatim) {
      piece.span.begin = whole.span.begin + static_cast<std::uint32_t>(open + 1);
      piece.span.end = whole.span.begin + static_cast<std::uint32_t>(close);
    }
    out.push_back({{own_text, std::move(piece)}, {whole_text, whole}});
    open = whole.text.find(marks[0], close + 1);
  }
}

/// `@2`: the second key of a pointer.
std::string key_on_the_way(std::string_view pointer, std::string_view number) {
  std::size_t skip = number.size() == 1 && number[0] > '0' && number[0] <= '9'
                         ? static_cast<std::size_t>(number[0] - '0')
                         : 0;
  std::string_view key;
  while (skip-- > 0) {
    if (pointer.empty()) return {};
    pointer.remove_prefix(1);
    key = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(key.size());
  }
  return tree::unescape(key);
}

/// Adds the fields of one selected node; false when the node lacks one of them.
bool add_fields(const Artefact& artefact, const tree::Match& match, const Selector& selector,
                Record& record) {
  if (selector.fields.empty()) {
    if (!match.node->is_scalar()) {
      // That it is there is all there is to say.
      record[own_text] = {"", match.node->span, match.pointer, true};
      return true;
    }
    record[own_text] = piece_of(*match.node, match.pointer, 0, match.node->text.size(), selector);
    return true;
  }
  for (const prompt::Field& field : selector.fields) {
    if (field.pointer.starts_with('@')) {
      const std::string name = field.pattern.substr(1, field.pattern.size() - 2);
      const std::string key = key_on_the_way(match.pointer, std::string_view(field.pointer).substr(1));
      record[name] = {key, match.node->span, match.pointer, true};
      continue;
    }
    const bool from_root = field.pointer.starts_with('^');
    const std::string below = from_root ? field.pointer.substr(1) : field.pointer;
    const tree::Node* node = tree::at(from_root ? *artefact.tree : *match.node, below);
    const bool is_first = &field == &selector.fields.front();
    if (node == nullptr && !is_first && field.pattern.find('{') == 0 &&
        field.pattern.rfind('}') == field.pattern.size() - 1) {
      // Silence about it is a statement too.
      record[field.pattern.substr(1, field.pattern.size() - 2)] = {"", match.node->span, match.pointer, true};
      continue;
    }
    if (node == nullptr || !node->is_scalar()) return false;
    const auto pieces = pick(node->text, field.pattern);
    if (pieces.empty()) return false;
    for (const auto& [name, range] : pieces) {
      record[name] =
          piece_of(*node, from_root ? below : match.pointer + below, range.first, range.second, selector);
    }
  }
  return true;
}

/// One record for each column of the SQL texts below a node; what a column does not say is "".
void add_columns(const tree::Match& match, const Selector& selector, const Record& of_table,
                 std::vector<Record>& out) {
  std::vector<const tree::Node*> texts;
  for (const tree::Match& text : tree::select(*match.node, selector.sql_columns)) texts.push_back(text.node);
  const auto table = document::read_sql_columns(texts);
  const tree::Node* columns = table ? table->find("columns") : nullptr;
  if (columns == nullptr) return;
  struct Place {
    const char* field;
    const char* pointer;
  };
  constexpr Place places[] = {{"column", "/name"},
                              {"type", "/type"},
                              {"to_table", "/references/table"},
                              {"to_column", "/references/column"},
                              {"on_delete", "/references/on_delete"}};
  for (const tree::Node& column : columns->items) {
    Record record = of_table;
    for (const Place& place : places) {
      const tree::Node* node = tree::at(column, place.pointer);
      const tree::Node& shown = node == nullptr ? column : *node;
      record[place.field] = {node == nullptr ? "" : node->text,
                             shown.is_scalar() ? shown.text_span : shown.span, match.pointer, true};
    }
    out.push_back(std::move(record));
  }
}

bool says_one_of(const Record& record, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  return std::any_of(record.begin(), record.end(), [&](const auto& field) {
    const std::string plain = plain_label(field.second.text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return plain.find(plain_label(word)) != std::string::npos;
    });
  });
}

bool is_one_of(const Record& record, const std::vector<std::string>& values) {
  if (values.empty()) return true;
  return std::any_of(record.begin(), record.end(), [&](const auto& field) {
    return std::find(values.begin(), values.end(), field.second.text) != values.end();
  });
}

void from_artefact(const Artefact& artefact, const Selector& selector, std::vector<Record>& out) {
  for (const tree::Match& match : tree::select(*artefact.tree, selector.at)) {
    if (selector.keys) {
      for (const tree::Member& member : match.node->members) {
        const RecordText key{member.key, member.key_span, match.pointer + '/' + tree::escape(member.key),
                             true};
        if (selector.between.empty()) {
          out.push_back({{own_text, key}});
        } else {
          add_between(key, selector.between, out);
        }
      }
      continue;
    }
    Record record;
    if (!selector.sql_columns.empty()) {
      if (add_fields(artefact, match, selector, record)) add_columns(match, selector, record, out);
      continue;
    }
    const bool wanted = add_fields(artefact, match, selector, record) &&
                        says_one_of(record, selector.saying) && is_one_of(record, selector.is);
    if (!wanted) continue;
    if (selector.between.empty()) {
      out.push_back(std::move(record));
    } else if (const auto own = record.find(own_text); own != record.end()) {
      add_between(own->second, selector.between, out);
    }
  }
}

void from_list(std::string_view list, std::vector<Record>& out) {
  for (const std::string_view entry : prompt::entries_of(list))
    out.push_back({{own_text, {std::string(entry), {}, {}, false}}});
}

}  // namespace

std::map<std::string, std::pair<std::size_t, std::size_t>> pick(std::string_view text,
                                                                std::string_view pattern) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> out;
  std::size_t at = 0;
  std::string open;  // the hole whose end is not known yet
  std::size_t open_at = 0;
  while (!pattern.empty()) {
    const std::size_t hole = std::min(pattern.find('{'), pattern.size());
    const std::string_view literal = pattern.substr(0, hole);
    const std::size_t found = literal.empty() ? at : text.find(literal, at);
    if (found == std::string_view::npos || (open.empty() && found != at)) return {};
    if (!open.empty()) out[open] = {open_at, found};
    at = found + literal.size();
    open.clear();
    if (hole == pattern.size()) return at == text.size() ? out : decltype(out){};
    const std::size_t close = pattern.find('}', hole);
    open = pattern.substr(hole + 1, close - hole - 1);
    open_at = at;
    pattern.remove_prefix(close + 1);
  }
  if (!open.empty()) out[open] = {open_at, text.size()};
  return out;
}

std::vector<Record> select_records(const Selector& selector, const document::Document& document,
                                   const Context& context) {
  std::vector<Record> out;
  for (const std::string& value : selector.values) out.push_back({{own_text, {value, {}, {}, false}}});
  if (!selector.variable.empty()) {
    for (const prompt::Setting& setting : context.variables) {
      if (setting.variable->name == selector.variable) from_list(setting.text, out);
    }
  }
  if (!selector.values.empty() || !selector.variable.empty()) return out;
  for (const document::Fragment& fragment : document.fragments) {
    const auto* artefact = std::get_if<Artefact>(&fragment);
    if (artefact == nullptr || artefact->type != selector.type) continue;
    if (selector.name.empty() || artefact->name == selector.name) from_artefact(*artefact, selector, out);
  }
  return out;
}

}  // namespace reckon::check

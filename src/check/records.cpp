// SPDX-License-Identifier: MIT
#include "check/records.hpp"

#include "check/column_records.hpp"
#include "check/declared.hpp"
#include "check/labels.hpp"
#include "prompt/variables.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <array>

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

/// Words that turn what follows them into what is not there: "no compaction", "without any autoscaling".
constexpr std::array<std::string_view, 8> denials{"no",      "not",     "nor",    "never",
                                                  "without", "instead", "rather", "t"};

bool is_denied(std::string_view before) {
  constexpr int reach = 3;
  for (int i = 0; i < reach && !before.empty(); ++i) {
    before = before.substr(0, before.find_last_not_of(' ') + 1);
    const std::size_t begin = before.rfind(' ') + 1;  // npos + 1 is the start
    const std::string_view word = before.substr(begin);
    if (std::find(denials.begin(), denials.end(), word) != denials.end()) return true;
    before = before.substr(0, begin);
  }
  return false;
}

bool says(std::string_view plain, std::string_view word) {
  for (std::size_t at = plain.find(word); at != std::string_view::npos; at = plain.find(word, at + 1)) {
    if (!is_denied(plain.substr(0, at))) return true;
  }
  return false;
}

bool record_says_one_of(const Record& record, const std::vector<std::string>& words) {
  return words.empty() || std::any_of(record.begin(), record.end(), [&](const auto& field) {
           return says_one_of(field.second.text, words);
         });
}

bool is_one_of(const Record& record, const std::vector<std::string>& values) {
  if (values.empty()) return true;
  return std::any_of(record.begin(), record.end(), [&](const auto& field) {
    return std::find(values.begin(), values.end(), field.second.text) != values.end();
  });
}

bool is_shaped(std::string_view text, prompt::Shape shape) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  switch (shape) {
    case prompt::Shape::name:
      return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
               c == '$' || static_cast<unsigned char>(c) >= 0x80U;
      });
    case prompt::Shape::path:
      return text.starts_with('/') && text.find_first_of(" \t\n,;") == std::string_view::npos;
    case prompt::Shape::digits:
      return !text.empty() &&
             std::all_of(text.begin(), text.end(), [&](char c) { return is_digit(c) || c == ','; });
  }
  return false;
}

bool is_shaped(const Record& record, const Selector& selector) {
  return std::all_of(selector.shape.begin(), selector.shape.end(), [&](const auto& wanted) {
    const auto field = record.find(wanted.first);
    return field == record.end() || is_shaped(field->second.text, wanted.second);
  });
}

void from_keys(const tree::Match& match, const Selector& selector, Selected& out) {
  if (match.node->kind != tree::Kind::mapping) out.is_whole = false;
  for (const tree::Member& member : match.node->members) {
    RecordText key{member.key, member.key_span, match.pointer + '/' + tree::escape(member.key), true};
    if (!selector.between.empty()) {
      add_between(key, selector.between, out.records);
      continue;
    }
    Record record{{own_text, std::move(key)}};
    if (is_shaped(record, selector)) {
      out.records.push_back(std::move(record));
    } else {
      out.is_whole = false;
    }
  }
}

void from_artefact(const Artefact& artefact, const Selector& selector, ColumnTexts& known, Selected& out) {
  // Parts that could not be read are below the root.
  const bool is_part_missing = artefact.truncated || (artefact.is_partial && !selector.at.empty());
  if (is_part_missing || (artefact.type == "response" && !tree::fits(*artefact.tree, selector.at)))
    out.is_whole = false;
  for (const tree::Match& match : tree::select(*artefact.tree, selector.at)) {
    if (selector.keys) {
      from_keys(match, selector, out);
      continue;
    }
    Record record;
    const bool is_read = add_fields(artefact, match, selector, record) && is_shaped(record, selector);
    if (!is_read) {
      // In an artefact a field may be absent; in an answer everything is written as was asked for, or
      // differently.
      if (artefact.type == "response") out.is_whole = false;
      continue;
    }
    if (!selector.sql_columns.empty()) {
      add_columns(match, selector.sql_columns, record, known, out);
      continue;
    }
    if (!record_says_one_of(record, selector.saying) || !is_one_of(record, selector.is)) continue;
    if (selector.between.empty()) {
      out.records.push_back(std::move(record));
    } else if (const auto own = record.find(own_text); own != record.end()) {
      add_between(own->second, selector.between, out.records);
    }
  }
}

RecordText constant(std::string_view text) {
  return {std::string(text), {}, {}, false};
}

/// What the user set; what the answer itself lists; the example of the prompt.
void from_variable(std::string_view name, const document::Document& document, const Context& context,
                   Selected& out) {
  for (const prompt::Setting& setting : context.variables) {
    if (setting.variable->name != name) continue;
    const std::vector<std::string> declared =
        setting.by_user ? std::vector<std::string>{} : declared_entries(name, document);
    for (const std::string& entry : declared) out.records.push_back({{own_text, constant(entry)}});
    out.is_guess = !setting.by_user;
    if (!declared.empty()) continue;
    for (const std::string_view entry : prompt::entries_of(setting.text))
      out.records.push_back({{own_text, constant(entry)}});
  }
}

}  // namespace

bool says_one_of(std::string_view text, const std::vector<std::string>& words) {
  const std::string plain = plain_label(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return says(plain, plain_label(word)); });
}

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

Selected select_records(const Selector& selector, const document::Document& document, const Context& context,
                        ColumnTexts& known) {
  Selected out;
  for (const std::string& value : selector.values) out.records.push_back({{own_text, constant(value)}});
  if (!selector.variable.empty()) from_variable(selector.variable, document, context, out);
  if (!selector.values.empty() || !selector.variable.empty()) return out;
  for (const document::Fragment& fragment : document.fragments) {
    const auto* artefact = std::get_if<Artefact>(&fragment);
    if (artefact == nullptr || artefact->type != selector.type) continue;
    if (selector.name.empty() || artefact->name == selector.name)
      from_artefact(*artefact, selector, known, out);
  }
  return out;
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "check/column_records.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace reckon::check {
namespace {

struct Place {
  const char* field;
  const char* pointer;
};
constexpr Place places[] = {{"column", "/name"},
                            {"type", "/type"},
                            {"to_table", "/references/table"},
                            {"to_column", "/references/column"},
                            {"on_delete", "/references/on_delete"}};

bool is_name_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

class Columns {
 public:
  Columns(const Record& of_table, std::string pointer, Selected& out)
      : of_table_(of_table), pointer_(std::move(pointer)), out_(out) {}

  void defined(const tree::Node& column) {
    Record record = of_table_;
    for (const Place& place : places) {
      const tree::Node* node = tree::at(column, place.pointer);
      const tree::Node& shown = node == nullptr ? column : *node;
      record[place.field] = {node == nullptr ? "" : node->text,
                             shown.is_scalar() ? shown.text_span : shown.span, pointer_, true};
    }
    out_.records.push_back(std::move(record));
  }

  void words(std::string_view text, const base::Span& span) {
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = begin;
      while (end < text.size() && is_name_byte(text[end])) ++end;
      if (end > begin) {
        Record record = of_table_;
        record["column"] = {std::string(text.substr(begin, end - begin)), span, pointer_, true};
        out_.records.push_back(std::move(record));
      }
      begin = end + 1;
    }
  }

  /// Whatever stands in an object may be its name.
  void words(const tree::Node& node) {
    if (node.is_scalar()) words(node.text, node.text_span);
    for (const tree::Node& item : node.items) words(item);
    for (const tree::Member& member : node.members) {
      words(member.key, member.key_span);
      words(member.value);
    }
  }

 private:
  const Record& of_table_;
  std::string pointer_;
  Selected& out_;
};

}  // namespace

const document::SqlColumns& ColumnTexts::of(const std::vector<const tree::Node*>& texts) {
  constexpr std::size_t most = 64;  // more than that are no design, and would take much memory
  const auto known = known_.find(texts);
  if (known != known_.end()) return known->second;
  last_ = document::read_sql_columns(texts);
  return known_.size() < most ? known_.emplace(texts, std::move(last_)).first->second : last_;
}

void add_columns(const tree::Match& table, std::string_view columns, const Record& of_table,
                 ColumnTexts& known, Selected& out) {
  Columns into(of_table, table.pointer, out);
  std::vector<const tree::Node*> texts;
  for (const tree::Match& list : tree::select(*table.node, columns.substr(0, columns.rfind('/')))) {
    // {"id": "bigint"} or one text for all.
    if (list.node->kind != tree::Kind::sequence) into.words(*list.node);
    for (const tree::Node& item : list.node->items) {
      if (item.kind == tree::Kind::string) {
        texts.push_back(&item);
      } else {
        into.words(item);
      }
    }
  }
  const document::SqlColumns& read = known.of(texts);
  for (const tree::Node* text : read.unread) into.words(*text);
  const tree::Node* defined = read.table ? read.table->find("columns") : nullptr;
  if (defined == nullptr) return;
  for (const tree::Node& column : defined->items) into.defined(column);
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "document/sql/tree.hpp"

#include "document/located_node.hpp"
#include "document/sql/place.hpp"
#include "document/sql/query.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

std::string_view scalar(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr ? std::string_view{} : std::string_view(found->text);
}

/// Second and later words of types that have several.
constexpr std::array<std::string_view, 6> type_words{"precision", "varying", "with",
                                                     "without",   "time",    "zone"};
/// Types whose one number in brackets counts characters.
constexpr std::array<std::string_view, 4> text_types{"varchar", "bpchar", "bit", "varbit"};

class Definition {
 public:
  Definition(const Text& text, const SqlPlaces& places) : text_(text), places_(places) {}

  std::optional<Node> table(const Node& create) {
    const Node* relation = create.find("relation");
    const std::size_t at = relation == nullptr ? places_.size() : places_.last_name(places_.at(*relation));
    if (at >= places_.size()) return std::nullopt;
    std::vector<Column> columns;
    std::vector<const Node*> constraints;
    if (const Node* elements = create.find("tableElts")) {
      for (const Node& element : elements->items) {
        if (const Node* definition = element.find("ColumnDef")) {
          if (auto found = column(*definition)) columns.push_back(std::move(*found));
        } else if (const Node* constraint = element.find("Constraint")) {
          constraints.push_back(constraint);
        }
      }
    }
    const std::size_t open = std::min(at + 1, places_.size() - 1);
    return whole(at, open, places_.behind_brackets(open), columns, constraints);
  }

  /// What ALTER TABLE adds, as the table that has nothing else: a key of one column makes that column,
  /// without its type.
  std::optional<Node> alteration(const Node& alter) {
    const Node* relation = alter.find("relation");
    const std::size_t at = relation == nullptr ? places_.size() : places_.last_name(places_.at(*relation));
    const Node* commands = alter.find("cmds");
    if (at >= places_.size() || commands == nullptr) return std::nullopt;
    std::vector<Column> columns;
    std::vector<const Node*> constraints;
    for (const Node& command : commands->items) {
      if (const Node* definition = tree::at(command, "/AlterTableCmd/def/ColumnDef")) {
        const bool is_new = tree::at(command, "/AlterTableCmd/subtype")->text == "AT_AddColumn";
        if (auto found = is_new ? column(*definition) : std::nullopt) columns.push_back(std::move(*found));
      } else if (const Node* constraint = tree::at(command, "/AlterTableCmd/def/Constraint")) {
        constraints.push_back(constraint);
        add_owner(*constraint, columns);
      }
    }
    if (columns.empty() && constraints.empty()) return std::nullopt;
    return whole(at, at, places_.size(), columns, constraints);
  }

  std::optional<Node> index(const Node& create) {
    const Node* relation = create.find("relation");
    const std::size_t table = relation == nullptr ? places_.size() : places_.last_name(places_.at(*relation));
    if (table >= places_.size()) return std::nullopt;
    Members out(text_);
    const std::string_view name = scalar(create, "idxname");
    std::size_t on = 0;
    while (on < table && !places_.is_word(on, "on")) ++on;
    if (!name.empty() && on > 0) put(out, "name", on - 1, places_.node(on - 1));
    put(out, "table", table, places_.node(table));
    if (scalar(create, "unique") == "true") put(out, "unique", 1, places_.fact(1, 2, "true"));
    std::size_t open = table + 1;
    if (places_.is_word(open, "using")) {
      put(out, "method", open, places_.node(open + 1));
      open += 2;
    }
    if (places_.is_sign(open, '(')) put(out, "columns", open, index_columns(open));
    return out.finish(places_.begin_of(0), places_.end_of(places_.size() - 1));
  }

 private:
  struct Column {
    std::string name;
    Members members;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// The table of that name, whose columns stand at tokens [open, behind).
  Node whole(std::size_t name, std::size_t open, std::size_t behind, std::vector<Column>& columns,
             const std::vector<const Node*>& constraints) {
    Members out(text_);
    put(out, "name", name, places_.node(name));
    Node foreign = container_node(text_, Kind::sequence, places_.begin_of(name), places_.begin_of(name));
    for (const Node* constraint : constraints) of_table(*constraint, out, columns, foreign);
    Node list = container_node(text_, Kind::sequence, places_.begin_of(open), places_.end_of(behind - 1));
    for (Column& each : columns) list.items.push_back(each.members.finish(each.begin, each.end));
    put(out, "columns", open, std::move(list));
    if (!foreign.items.empty()) put(out, "foreign_keys", name, std::move(foreign));
    return out.finish(places_.begin_of(0), places_.end_of(places_.size() - 1));
  }

  /// The column that a key of one column belongs to, unless it is there.
  void add_owner(const Node& constraint, std::vector<Column>& columns) const {
    const std::vector<std::size_t> keys = keys_of(constraint);
    if (keys.size() != 1) return;
    const std::string name = places_.node(keys.front()).text;
    const bool is_there = std::any_of(columns.begin(), columns.end(),
                                      [&](const Column& each) { return same_sql_name(each.name, name); });
    if (is_there) return;
    columns.push_back({name, Members(text_), places_.begin_of(keys.front()), places_.end_of(keys.front())});
    put(columns.back().members, "name", keys.front(), places_.node(keys.front()));
  }

  void put(Members& into, std::string_view key, std::size_t token, Node value) const {
    const std::size_t begin = places_.begin_of(std::min(token, places_.size() - 1));
    into.add(std::string(key), begin, begin, std::move(value));
  }

  std::optional<Column> column(const Node& definition) {
    const std::size_t first = places_.at(definition);
    if (first >= places_.size()) return std::nullopt;
    std::size_t behind = first;
    while (behind < places_.size() && !places_.is_sign(behind, ',') && !places_.is_sign(behind, ')'))
      behind = places_.is_sign(behind, '(') ? places_.behind_brackets(behind) : behind + 1;
    if (behind == first) return std::nullopt;
    Column out{std::string(scalar(definition, "colname")), Members(text_), places_.begin_of(first),
               places_.end_of(behind - 1)};
    put(out.members, "name", first, places_.node(first));
    if (const Node* type = definition.find("typeName")) type_of(*type, out.members);
    if (const Node* constraints = definition.find("constraints")) {
      for (const Node& each : constraints->items) {
        if (const Node* constraint = each.find("Constraint")) of_column(*constraint, out.members);
      }
    }
    return out;
  }

  void type_of(const Node& type, Members& into) const {
    const std::size_t first = places_.last_name(places_.at(type));
    if (first >= places_.size()) return;
    std::size_t behind = first + 1;
    while (std::any_of(type_words.begin(), type_words.end(),
                       [&](std::string_view word) { return places_.is_word(behind, word); }))
      ++behind;
    put(into, "type", first, places_.words(first, behind));
    const Node* sizes = type.find("typmods");
    if (sizes == nullptr) return;
    const Node* names = type.find("names");
    const Node* known =
        names == nullptr || names->items.empty() ? nullptr : tree::at(names->items.back(), "/String/sval");
    const bool is_text =
        known != nullptr && std::find(text_types.begin(), text_types.end(), known->text) != text_types.end();
    const std::array<std::string_view, 2> keys{is_text ? "length" : "precision", "scale"};
    for (std::size_t i = 0; i < std::min(sizes->items.size(), keys.size()); ++i) {
      const Node* number = sizes->items[i].find("A_Const");
      const std::size_t at = number == nullptr ? places_.size() : places_.at(*number);
      if (at < places_.size() && !places_.is_sign(at, '-')) put(into, keys[i], at, places_.node(at));
    }
  }

  /// Where a constraint begins, behind the name that it may have.
  [[nodiscard]] std::size_t start_of(const Node& constraint) const {
    const std::size_t at = places_.at(constraint);
    return places_.is_word(at, "constraint") ? std::min(at + 2, places_.size()) : at;
  }

  void of_column(const Node& constraint, Members& into) const {
    const std::string_view kind = scalar(constraint, "contype");
    const std::size_t at = start_of(constraint);
    if (at >= places_.size()) return;
    if (kind == "CONSTR_PRIMARY") put(into, "primary_key", at, places_.fact(at, at + 2, "true"));
    if (kind == "CONSTR_NOTNULL") put(into, "not_null", at, places_.fact(at, at + 2, "true"));
    if (kind == "CONSTR_UNIQUE") put(into, "unique", at, places_.fact(at, at + 1, "true"));
    if (kind == "CONSTR_DEFAULT") {
      const Node* value = tree::at(constraint, "/raw_expr/A_Const");
      const std::size_t held = value == nullptr ? places_.size() : places_.at(*value);
      if (held < places_.size() && !places_.is_sign(held, '-')) put(into, "default", at, places_.node(held));
    }
    if (kind == "CONSTR_FOREIGN") put(into, "references", at, reference(constraint, 0));
  }

  /// `(a, b)`, or nothing.
  [[nodiscard]] std::vector<std::size_t> names_in(std::size_t open) const {
    std::vector<std::size_t> out;
    if (!places_.is_sign(open, '(')) return out;
    for (++open; open < places_.size() && !places_.is_sign(open, ')'); ++open) {
      if (!places_.is_sign(open, ',')) out.push_back(open);
    }
    return out;
  }

  [[nodiscard]] Node list(const std::vector<std::size_t>& tokens, std::size_t otherwise) const {
    const std::size_t first = tokens.empty() ? otherwise : tokens.front();
    const std::size_t last = tokens.empty() ? otherwise : tokens.back();
    Node out = container_node(text_, Kind::sequence, places_.begin_of(first), places_.end_of(last));
    for (const std::size_t token : tokens) out.items.push_back(places_.node(token));
    return out;
  }

  /// What a foreign key refers to: one column, that of number `which`, or all as a sequence.
  [[nodiscard]] Node reference(const Node& constraint, std::optional<std::size_t> which) const {
    const Node* target = constraint.find("pktable");
    const std::size_t table = target == nullptr ? places_.size() : places_.last_name(places_.at(*target));
    const std::size_t at = std::min(places_.at(constraint), places_.size() - 1);
    if (table >= places_.size()) return missing_node(text_, places_.begin_of(at));
    Members out(text_);
    put(out, "table", table, places_.node(table));
    const std::vector<std::size_t> columns = names_in(table + 1);
    if (!which) {
      put(out, "columns", table, list(columns, table));
    } else if (*which < columns.size()) {
      put(out, "column", columns[*which], places_.node(columns[*which]));
    }
    std::size_t behind = columns.empty() ? table + 1 : columns.back() + 2;
    if (places_.is_word(behind, "match")) behind += 2;
    for (int actions = 0; actions < 2 && places_.is_word(behind, "on"); ++actions) {
      const std::size_t first = behind + 2;
      const bool two = places_.is_word(first, "set") || places_.is_word(first, "no");
      if (places_.is_word(behind + 1, "delete"))
        put(out, "on_delete", first, places_.words(first, first + (two ? 2 : 1)));
      behind = first + (two ? 2 : 1);
    }
    behind = std::min(behind, places_.size());
    return out.finish(places_.begin_of(at), places_.end_of(std::max(behind - 1, at)));
  }

  /// The columns that a PRIMARY KEY or a FOREIGN KEY of a table names.
  [[nodiscard]] std::vector<std::size_t> keys_of(const Node& constraint) const {
    std::size_t open = places_.at(constraint);
    while (open < places_.size() && !places_.is_sign(open, '(')) ++open;
    return names_in(open);
  }

  /// A key of one column belongs to that column.
  void of_table(const Node& constraint, Members& table, std::vector<Column>& columns, Node& foreign) const {
    const std::string_view kind = scalar(constraint, "contype");
    const bool is_primary = kind == "CONSTR_PRIMARY";
    const std::size_t first = start_of(constraint);
    if (first >= places_.size() || (!is_primary && kind != "CONSTR_FOREIGN")) return;
    const std::vector<std::size_t> keys = keys_of(constraint);
    if (keys.empty()) return;
    const std::string name = places_.node(keys.front()).text;
    const auto owner = std::find_if(columns.begin(), columns.end(), [&](const Column& each) {
      return keys.size() == 1 && same_sql_name(each.name, name);
    });
    const bool is_owned = owner != columns.end();
    if (is_primary && is_owned)
      return put(owner->members, "primary_key", first, places_.fact(first, first + 2, "true"));
    if (is_primary) return put(table, "primary_key", first, list(keys, first));
    if (is_owned) return put(owner->members, "references", first, reference(constraint, 0));
    Members key(text_);
    put(key, "columns", keys.front(), list(keys, first));
    put(key, "references", first, reference(constraint, std::nullopt));
    foreign.items.push_back(key.finish(places_.begin_of(first), places_.end_of(keys.back())));
    foreign.span = foreign.text_span = base::join(foreign.items.front().span, foreign.items.back().span);
  }

  /// Names, and expressions as they are written, without the order that may stand behind them.
  [[nodiscard]] Node index_columns(std::size_t open) const {
    const std::size_t behind = places_.behind_brackets(open);
    Node out = container_node(text_, Kind::sequence, places_.begin_of(open), places_.end_of(behind - 1));
    for (std::size_t first = open + 1; first + 1 < behind;) {
      std::size_t end = first;
      while (end + 1 < behind && !places_.is_sign(end, ','))
        end = places_.is_sign(end, '(') ? places_.behind_brackets(end) : end + 1;
      const bool is_expression = places_.is_sign(first, '(') || places_.is_sign(first + 1, '(');
      const std::size_t last =
          places_.is_sign(first, '(') ? places_.behind_brackets(first) : places_.behind_brackets(first + 1);
      if (first < end) out.items.push_back(is_expression ? places_.words(first, last) : places_.node(first));
      first = end + 1;
    }
    return out;
  }

  const Text& text_;
  const SqlPlaces& places_;
};

}  // namespace

std::optional<SqlTree> sql_tree(const Text& text, std::size_t begin, std::span<const SqlToken> tokens,
                                const tree::Node& parsed) {
  if (tokens.empty()) return std::nullopt;
  const SqlPlaces places(text, begin, tokens);
  if (const Node* create = parsed.find("CreateStmt")) {
    auto tree = Definition(text, places).table(*create);
    return tree ? std::optional(SqlTree{"table", {}, std::move(*tree)}) : std::nullopt;
  }
  if (const Node* alter = parsed.find("AlterTableStmt")) {
    auto tree = Definition(text, places).alteration(*alter);
    return tree ? std::optional(SqlTree{"alteration", {}, std::move(*tree)}) : std::nullopt;
  }
  if (const Node* create = parsed.find("IndexStmt")) {
    auto tree = Definition(text, places).index(*create);
    return tree ? std::optional(SqlTree{"index", {}, std::move(*tree)}) : std::nullopt;
  }
  return query_tree(text, places, parsed);
}

}  // namespace reckon::document

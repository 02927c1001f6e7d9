// SPDX-License-Identifier: MIT
#include "document/sql/query.hpp"

#include "document/digits.hpp"
#include "document/located_node.hpp"
#include "document/sql/interval.hpp"
#include "tree/pointer.hpp"

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

struct Statement {
  std::string_view node;
  std::string_view name;
};
/// Those that hold a query are none themselves: what it reads is read, and its limit limits nothing here.
constexpr std::array statements{Statement{"SelectStmt", "SELECT"},
                                Statement{"InsertStmt", "INSERT"},
                                Statement{"UpdateStmt", "UPDATE"},
                                Statement{"DeleteStmt", "DELETE"},
                                Statement{"MergeStmt", "MERGE"},
                                Statement{"CreateTableAsStmt", "CREATE TABLE AS"},
                                Statement{"ViewStmt", "CREATE VIEW"},
                                Statement{"PrepareStmt", "PREPARE"},
                                Statement{"CopyStmt", "COPY"},
                                Statement{"DeclareCursorStmt", "DECLARE"},
                                Statement{"RefreshMatViewStmt", "REFRESH"}};

class Query {
 public:
  Query(const Text& text, const SqlPlaces& places) : text_(text), places_(places) {}

  Node read(const Node& statement) {
    gather(statement);
    sequence("tables", tables_, [&](std::size_t token) { return common_.count(key(token)) == 0; });
    if (const Node* where = statement.find("whereClause")) columns("where", *where);
    if (const Node* order = statement.find("sortClause")) columns("order", *order);
    number("limit", statement.find("limitCount"));
    number("offset", statement.find("limitOffset"));
    for (Node& interval : intervals_) add("interval", std::move(interval));
    return out_.finish(places_.begin_of(0), places_.end_of(places_.size() - 1));
  }

 private:
  /// Tables, intervals and names of common table expressions, wherever they stand.
  void gather(const Node& node) {
    if (const Node* name = node.find("ctename")) common_.insert(name->text);
    if (node.find("relname") != nullptr) remember(tables_, places_.last_name(places_.at(node)));
    if (const Node* cast = node.find("TypeCast")) interval(*cast);
    for (const Node& item : node.items) gather(item);
    for (const tree::Member& member : node.members) gather(member.value);
  }

  /// `INTERVAL '5 minutes'`, `'5 minutes'::interval` or `INTERVAL '5' MINUTE`, whose unit stands outside.
  void interval(const Node& cast) {
    const Node* names = tree::at(cast, "/typeName/names");
    const Node* value = tree::at(cast, "/arg/A_Const");
    const Node* type =
        names == nullptr || names->items.empty() ? nullptr : tree::at(names->items.back(), "/String/sval");
    if (type == nullptr || type->text != "interval" || value == nullptr || value->find("sval") == nullptr)
      return;
    const std::size_t token = places_.at(*value);
    if (token >= places_.size()) return;
    Node said = places_.node(token);
    const auto plain = plain_interval(said.text);
    if (!plain) return;
    if (*plain != said.text) said = places_.fact(token, token + 1, *plain);
    if (tree::at(cast, "/typeName/typmods") != nullptr && token + 1 < places_.size()) {
      const std::string both = said.text + ' ' + std::string(places_.written(token + 1));
      said = places_.fact(token, token + 2, both);
    }
    intervals_.push_back(std::move(said));
  }

  /// The columns below a clause.
  void columns(std::string_view name, const Node& clause) {
    std::vector<std::size_t> found;
    gather_columns(clause, found);
    sequence(name, found, [](std::size_t) { return true; });
  }

  void gather_columns(const Node& node, std::vector<std::size_t>& into) {
    if (node.find("SelectStmt") != nullptr) return;
    if (const Node* column = node.find("ColumnRef")) remember(into, places_.last_name(places_.at(*column)));
    for (const Node& item : node.items) gather_columns(item, into);
    for (const tree::Member& member : node.members) gather_columns(member.value, into);
  }

  /// A name in quotes or not, for comparing; PostgreSQL folds case.
  [[nodiscard]] std::string key(std::size_t token) const {
    std::string out = places_.node(token).text;
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  }

  void remember(std::vector<std::size_t>& into, std::size_t token) const {
    if (token < places_.size()) into.push_back(token);
  }

  template <class Keep>
  void sequence(std::string_view name, const std::vector<std::size_t>& tokens, const Keep& keep) {
    Node out;
    out.kind = Kind::sequence;
    std::set<std::string> seen;
    for (const std::size_t token : tokens) {
      if (!keep(token) || !seen.insert(key(token)).second) continue;
      out.items.push_back(places_.node(token));
      out.span = out.items.size() == 1 ? out.items.back().span : base::join(out.span, out.items.back().span);
    }
    out.text_span = out.span;
    if (!out.items.empty()) add(name, std::move(out));
  }

  void number(std::string_view name, const Node* clause) {
    const Node* value = clause == nullptr ? nullptr : clause->find("A_Const");
    const std::size_t token = value == nullptr ? places_.size() : places_.at(*value);
    // A parameter limits to nothing that is known.
    const bool is_written = token < places_.size() && has_digit(places_.written(token));
    if (is_written) add(name, places_.node(token));
  }

  /// The words around a value are no key; the key stands where the value begins.
  void add(std::string_view name, Node value) {
    const std::size_t at = text_.first_from(value.span.begin);
    out_.add(std::string(name), at, at, std::move(value));
  }

  const Text& text_;
  const SqlPlaces& places_;
  Members out_{text_};
  std::vector<std::size_t> tables_;
  std::vector<Node> intervals_;
  std::set<std::string> common_;
};

}  // namespace

std::optional<SqlTree> query_tree(const Text& text, const SqlPlaces& places, const tree::Node& parsed) {
  const Node* explained = tree::at(parsed, "/ExplainStmt/query");
  const Node& statement = explained == nullptr ? parsed : *explained;
  for (const Statement& row : statements) {
    const Node* found = statement.find(row.node);
    if (found != nullptr) return SqlTree{"query", std::string(row.name), Query(text, places).read(*found)};
  }
  return std::nullopt;
}

}  // namespace reckon::document

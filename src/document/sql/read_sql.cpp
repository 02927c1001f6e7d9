// SPDX-License-Identifier: MIT
// SQL -> tables, indexes and queries. Statements end at semicolons; one that PostgreSQL's parser does not
// take is tried again block by block, because people print a plan or a second statement below an empty line.
// What is left stays lines.
#include "document/artefact.hpp"
#include "document/code_lines.hpp"
#include "document/comment.hpp"
#include "document/readers.hpp"
#include "document/sql/alteration.hpp"
#include "document/sql/columns.hpp"
#include "document/sql/dialect.hpp"
#include "document/sql/parser.hpp"
#include "document/sql/tokens.hpp"
#include "document/sql/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

/// First words of the statements that have a tree.
constexpr std::array<std::string_view, 13> openings{"create", "alter",   "select", "with",    "insert",
                                                    "update", "delete",  "merge",  "explain", "prepare",
                                                    "copy",   "declare", "refresh"};

std::string lower_case(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// Tokens of a statement that begins at `begin`, counted from there.
std::vector<SqlToken> counted_from(std::size_t begin, std::span<const SqlToken> tokens) {
  std::vector<SqlToken> out(tokens.begin(), tokens.end());
  for (SqlToken& token : out) {
    token.begin -= begin;
    token.end -= begin;
  }
  return out;
}

class SqlReader {
 public:
  SqlReader(const Text& text, std::string_view section, Document& into)
      : text_(text), view_(text.view()), section_(section), into_(into), scanned_(scan_sql(view_)) {}

  void run() {
    const std::span<const SqlToken> tokens(scanned_.tokens);
    for (std::size_t first = 0; first < tokens.size();) {
      std::size_t behind = first;
      while (behind < tokens.size() && !ends_statement(tokens[behind])) ++behind;
      if (behind > first) statement(tokens.subspan(first, behind - first));
      first = behind + 1;
    }
    lines_up_to(view_.size());
  }

 private:
  [[nodiscard]] bool ends_statement(const SqlToken& token) const {
    return token.kind == SqlToken::Kind::sign && view_[token.begin] == ';';
  }

  void statement(std::span<const SqlToken> tokens) {
    if (take(tokens)) return;
    std::size_t first = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const std::string_view between = view_.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end);
      const std::size_t newline = between.find('\n');
      const bool apart = newline != std::string_view::npos &&
                         between.find_first_not_of(" \t\r", newline + 1) < between.size() &&
                         between[between.find_first_not_of(" \t\r", newline + 1)] == '\n';
      if (!apart) continue;
      take(tokens.subspan(first, i - first));
      first = i;
    }
    if (first > 0) take(tokens.subspan(first));
  }

  bool take(std::span<const SqlToken> tokens) {
    const std::size_t begin = tokens.front().begin;
    const std::size_t end = tokens.back().end;
    const std::string word = lower_case(view_.substr(begin, tokens.front().end - begin));
    if (std::find(openings.begin(), openings.end(), word) == openings.end()) return false;
    std::vector<SqlToken> own = counted_from(begin, tokens);
    const std::string_view written = view_.substr(begin, end - begin);
    auto parsed = parse_sql(written, own);
    if (!parsed) {
      const std::string translated = as_postgres(written, own);
      if (translated == written) return false;
      own = scan_sql(translated).tokens;
      parsed = parse_sql(translated, own);
      if (!parsed) return false;
    }
    if (const tree::Node* schema = parsed->find("CreateSchemaStmt"))
      return schema_elements(*schema, begin, end, own);
    auto tree = sql_tree(text_, begin, own, *parsed);
    if (!tree) return false;
    const bool alters = tree->type == "alteration";
    if (alters && !alter_table(std::move(tree->tree), into_)) return false;
    goes_on_at(begin, end);
    if (!alters) add(std::move(*tree), begin, end);
    return true;
  }

  /// `CREATE SCHEMA a CREATE TABLE b (...) CREATE INDEX ...`: each element is a statement without its
  /// semicolon.
  bool schema_elements(const tree::Node& schema, std::size_t begin, std::size_t end,
                       std::span<const SqlToken> tokens) {
    const tree::Node* elements = schema.find("schemaElts");
    if (elements == nullptr) return false;
    goes_on_at(begin, end);
    std::vector<std::size_t> starts;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const std::size_t first = begin + tokens[i].begin;
      if (lower_case(view_.substr(first, tokens[i].end - tokens[i].begin)) == "create") starts.push_back(i);
    }
    starts.push_back(tokens.size());
    if (starts.size() != elements->items.size() + 1) return true;
    for (std::size_t i = 0; i < elements->items.size(); ++i) {
      const auto own = tokens.subspan(starts[i], starts[i + 1] - starts[i]);
      if (auto tree = sql_tree(text_, begin, own, elements->items[i]))
        add(std::move(*tree), begin + own.front().begin, begin + own.back().end);
    }
    return true;
  }

  void goes_on_at(std::size_t begin, std::size_t end) {
    lines_up_to(begin);
    written_to_ = end;
    if (written_to_ < view_.size() && view_[written_to_] == ';') ++written_to_;
  }

  void add(SqlTree tree, std::size_t begin, std::size_t end) {
    const std::size_t first = into_.fragments.size();
    add_artefact(tree.type, std::move(tree.name), std::move(tree.tree), false, section_, into_);
    std::vector<Comment> inside;
    for (; next_comment_ < scanned_.comments.size() && scanned_.comments[next_comment_].begin < end;
         ++next_comment_) {
      if (scanned_.comments[next_comment_].begin >= begin) inside.push_back(scanned_.comments[next_comment_]);
    }
    add_comments(text_, first, inside, section_, into_);
  }

  void lines_up_to(std::size_t end) {
    if (written_to_ < end) add_code_lines(text_.slice(written_to_, end), section_, into_);
    written_to_ = std::max(written_to_, end);
  }

  const Text& text_;
  std::string_view view_;
  std::string_view section_;
  Document& into_;
  SqlTokens scanned_;
  std::size_t next_comment_ = 0;
  std::size_t written_to_ = 0;
};

/// The table of one wrapped list of definitions.
std::optional<tree::Node> table_of(const Text& definitions) {
  const SqlTokens scanned = scan_sql(definitions.view());
  const auto parsed = parse_sql(definitions.view(), scanned.tokens);
  if (!parsed) return std::nullopt;
  auto tree = sql_tree(definitions, 0, scanned.tokens, *parsed);
  return tree && tree->type == "table" ? std::optional(std::move(tree->tree)) : std::nullopt;
}

Text wrapped(std::span<const tree::Node* const> texts) {
  Text out;
  const base::Span start{texts.front()->text_span.source, texts.front()->text_span.begin,
                         texts.front()->text_span.begin};
  out.append_mapped("CREATE TABLE t (", start);
  for (const tree::Node* node : texts) {
    if (node != texts.front()) out.append_mapped(", ", node->span);
    if (node->verbatim) {
      out.append(node->text, node->text_span.source, node->text_span.begin);
    } else {
      out.append_mapped(node->text, node->text_span);
    }
  }
  out.append_mapped("\n)", texts.back()->span);
  return out;
}

}  // namespace

bool looks_like_sql(std::string_view text) {
  const SqlTokens scanned = scan_sql(text.substr(0, std::min<std::size_t>(text.size(), 1024)));
  if (scanned.tokens.size() < 4) return false;
  const auto word = [&](std::size_t i) {
    const SqlToken& token = scanned.tokens[i];
    return lower_case(text.substr(token.begin, token.end - token.begin));
  };
  const std::string first = word(0);
  if (first == "create") return word(1) == "table" || word(1) == "index" || word(1) == "unique";
  if (first == "explain") return true;
  const bool is_query = first == "select" || first == "delete" || first == "with";
  for (std::size_t i = 1; is_query && i < scanned.tokens.size(); ++i) {
    if (word(i) == "from") return true;
  }
  return false;
}

void read_sql(const base::Sources&, const Text& text, std::string_view section, Document& into) {
  SqlReader(text, section, into).run();
}

SqlColumns read_sql_columns(std::span<const tree::Node* const> texts) {
  SqlColumns out;
  std::vector<const tree::Node*> usable;
  for (const tree::Node* node : texts) {
    if (node != nullptr && node->kind == tree::Kind::string && !node->text.empty()) usable.push_back(node);
  }
  if (usable.empty()) return out;
  out.table = table_of(wrapped(usable));
  if (out.table) return out;
  // One that is no SQL must not spoil the others.
  const auto first_unread = std::stable_partition(usable.begin(), usable.end(), [](const tree::Node* node) {
    return table_of(wrapped(std::span(&node, 1))).has_value();
  });
  out.unread.assign(first_unread, usable.end());
  usable.erase(first_unread, usable.end());
  if (!usable.empty()) out.table = table_of(wrapped(usable));
  if (!out.table) out.unread.insert(out.unread.end(), usable.begin(), usable.end());
  return out;
}

}  // namespace reckon::document

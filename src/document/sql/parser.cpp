// SPDX-License-Identifier: MIT
#include "document/sql/parser.hpp"

#include "base/unicode.hpp"
#include "tree/pointer.hpp"
#include "tree/read.hpp"

#include <pg_query.h>

#include <string>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::size_t longest_statement = std::size_t{64} * 1024;
/// The printer of parse trees takes about 100 bytes of stack for each level, and two tokens can make a level:
/// "1 + 1 + 1". That many stay below one megabyte.
constexpr std::size_t most_tokens = 8000;
constexpr std::size_t deepest_brackets = 64;

bool is_tame(std::string_view statement, std::span<const SqlToken> tokens) {
  if (statement.size() > longest_statement || tokens.size() > most_tokens) return false;
  std::size_t depth = 0;
  for (const SqlToken& token : tokens) {
    if (token.kind != SqlToken::Kind::sign) continue;
    const char c = statement[token.begin];
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (depth > deepest_brackets) return false;
  }
  // The parser takes a C string, and counts characters of UTF-8.
  return statement.find('\0') == std::string_view::npos && base::is_valid_utf8(statement);
}

struct Parsed {
  explicit Parsed(const std::string& statement) : result(pg_query_parse(statement.c_str())) {}
  ~Parsed() { pg_query_free_parse_result(result); }
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;

  PgQueryParseResult result;
};

}  // namespace

std::optional<tree::Node> parse_sql(std::string_view statement, std::span<const SqlToken> tokens) {
  if (!is_tame(statement, tokens)) return std::nullopt;
  const Parsed parsed{std::string(statement)};
  if (parsed.result.error != nullptr || parsed.result.parse_tree == nullptr) return std::nullopt;
  base::Sources scratch;
  const base::SourceId id = scratch.add("", parsed.result.parse_tree);
  const tree::Reading reading = tree::read_json(scratch, scratch.whole(id));
  if (reading.documents.empty() || reading.has_errors()) return std::nullopt;
  const tree::Node* first = tree::at(reading.documents.front(), "/stmts/0/stmt");
  const bool alone = first != nullptr && tree::at(reading.documents.front(), "/stmts/1") == nullptr;
  return alone ? std::optional(*first) : std::nullopt;
}

}  // namespace reckon::document

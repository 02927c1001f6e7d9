// SPDX-License-Identifier: MIT
#include "document/read.hpp"

#include "document/readers.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reckon::document {
namespace {

constexpr std::array reader_rows{
    Reader{"markdown", ".md .markdown .mdown .mkd", "", "prose, lists, tables and the code inside them",
           read_markdown},
    Reader{"json", ".json", "json", "one JSON value: a response or a manifest", read_json},
    Reader{"jsonc", ".jsonc .json5", "jsonc json5", "JSON with comments", read_jsonc},
    Reader{"yaml", ".yaml .yml", "yaml yml", "YAML documents: manifests and other mappings", read_yaml},
    Reader{"shell", ".sh .bash .zsh", "sh bash shell zsh console shell-session terminal",
           "commands with their options", read_shell},
    Reader{"nginx", ".conf .nginx", "nginx", "nginx directives", read_nginx, looks_like_nginx},
    Reader{"sql", ".sql .ddl .pgsql", "sql postgresql postgres pgsql psql plpgsql",
           "PostgreSQL: tables, indexes, queries and lines of EXPLAIN", read_sql, looks_like_sql},
    Reader{"graphql", ".graphql .graphqls .gql", "graphql graphqls gql sdl", "GraphQL schemas", read_graphql,
           looks_like_graphql},
    Reader{"mongo", ".js .mongodb", "js javascript mongodb mongosh mongo", "calls of the MongoDB shell",
           read_mongo, looks_like_mongo},
    Reader{"terraform", ".tf .hcl", "hcl terraform tf", "Terraform resources", read_terraform,
           looks_like_terraform},
    Reader{"properties", ".properties .ini .cfg", "properties ini cfg", "key=value lines of a configuration",
           read_properties, looks_like_properties},
};

/// Extensions are the words of a row.
bool lists(std::string_view extensions, std::string_view extension) {
  const std::size_t found = extensions.find(extension);
  if (extension.empty() || found == std::string_view::npos) return false;
  const std::size_t end = found + extension.size();
  return (found == 0 || extensions[found - 1] == ' ') && (end == extensions.size() || extensions[end] == ' ');
}

std::string extension_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  std::string out(name.substr(dot));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view reader_for_content(std::string_view text) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  if (text.substr(0, 2) == "#!") return "shell";
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "markdown";
  text.remove_prefix(first);
  // `[` alone would take in prose that starts with a link.
  const std::size_t second = text.find_first_not_of(" \t\r\n", 1);
  const char next = second == std::string_view::npos ? '\0' : text[second];
  if (text.front() == '{' && (next == '"' || next == '}')) return "json";
  if (text.front() == '[' && next == '{') return "json";
  if (text.substr(0, 4) == "---\n" || text.substr(0, 5) == "---\r\n") text.remove_prefix(text.find('\n') + 1);
  if (text.substr(0, 11) == "apiVersion:" || text.substr(0, 5) == "kind:") return "yaml";
  return "markdown";
}

/// Null when the name does not say.
const Reader* named_reader(std::string_view name) {
  const std::string extension = extension_of(name);
  const auto* found = std::find_if(reader_rows.begin(), reader_rows.end(),
                                   [&](const Reader& reader) { return lists(reader.extensions, extension); });
  return found == reader_rows.end() ? nullptr : found;
}

}  // namespace

const Reader& reader_of(std::string_view text) {
  const std::string_view wanted = reader_for_content(text);
  return *std::find_if(reader_rows.begin(), reader_rows.end(),
                       [wanted](const Reader& reader) { return reader.name == wanted; });
}

bool is_readable(std::string_view name) {
  return named_reader(name) != nullptr;
}

std::span<const Reader> reader_table() {
  return reader_rows;
}

const Reader& reader_of(const base::Sources& sources, base::SourceId source) {
  const Reader* named = named_reader(sources.name(source));
  return named != nullptr ? *named : reader_of(sources.text(source));
}

Document read(const base::Sources& sources, base::SourceId source) {
  Document document;
  document.source = source;
  const Reader& reader = reader_of(sources, source);
  reader.read(sources, Text::verbatim(sources, sources.whole(source)), {}, document);
  return document;
}

}  // namespace reckon::document

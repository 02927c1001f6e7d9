// SPDX-License-Identifier: MIT
// Documents as a stranger may hand them in: of any size, each with one relation that breaks everywhere. The
// same size gives the same bytes.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace reckon::strangers {

struct Kind {
  std::string_view name;
  std::string_view file;
  std::string_view prompt;
  std::string (*write)(std::size_t bytes);
};

/// SDL in which every type has a field of a type that nobody declares.
inline std::string undeclared_types(std::size_t bytes) {
  std::string out = "```graphql\n";
  for (std::size_t i = 0; out.size() < bytes; ++i) {
    const std::string n = std::to_string(i);
    out += "type Thing" + n + " {\n  id: ID!\n  part: [Part" + n + "!]!\n}\n";
  }
  return out + "```\n";
}

/// An index on one table beside a query of another.
inline std::string indexes_and_queries(std::size_t bytes) {
  std::string out = "```sql\n";
  for (std::size_t i = 0; out.size() < bytes; ++i) {
    const std::string n = std::to_string(i);
    out += "CREATE INDEX ix_" + n + " ON kept_" + n + " (a);\nSELECT a FROM read_" + n + " WHERE b = 1;\n";
  }
  return out + "```\n";
}

/// Tables of which each refers to one that nobody creates.
inline std::string foreign_keys(std::size_t bytes) {
  std::string out = "```sql\n";
  for (std::size_t i = 0; out.size() < bytes; ++i) {
    const std::string n = std::to_string(i);
    out +=
        "CREATE TABLE t_" + n + " (\n  id INT PRIMARY KEY,\n  other INT REFERENCES gone_" + n + "(id)\n);\n";
  }
  return out + "```\n";
}

/// An OpenAPI document with paths that the answer does not list, and an answer with paths that it lacks.
inline std::string paths(std::size_t bytes) {
  std::string api = "```yaml\nopenapi: 3.0.3\ninfo: {title: T, version: \"1\"}\npaths:\n";
  std::string answer = "```json\n{\"endpoints\": [\n";
  for (std::size_t i = 0; api.size() + answer.size() < bytes; ++i) {
    const std::string n = std::to_string(i);
    api += "  /shown/" + n + "/{key}:\n    get: {summary: One}\n";
    answer += std::string(i == 0 ? "" : ",\n") + "{\"path\": \"/listed/" + n + "/{key}\"}";
  }
  return api + "```\n\n" + answer + "]}\n```\n";
}

/// An answer in JSON: types of which each has a field of a type that is not among them.
inline std::string answer_types(std::size_t bytes) {
  std::string out = "```json\n{\"types\": [\n";
  for (std::size_t i = 0; out.size() < bytes; ++i) {
    const std::string n = std::to_string(i);
    out += std::string(i == 0 ? "" : ",\n") + "{\"name\": \"Thing" + n +
           "\", \"fields\": [{\"name\": \"part\", \"type\": \"Part" + n + "\"}], \"extra\": 1}";
  }
  return out + "]}\n```\n";
}

/// An answer in JSON: tables, and relationships between columns that they do not have.
inline std::string answer_tables(std::size_t bytes) {
  std::string tables;
  std::string relationships;
  for (std::size_t i = 0; tables.size() + relationships.size() < bytes; ++i) {
    const std::string n = std::to_string(i);
    const std::string comma = i == 0 ? "" : ",\n";
    tables +=
        comma + "{\"name\": \"t" + n + "\", \"columns\": [\"id INT PRIMARY KEY\", \"other_id bigint FK\"]}";
    relationships += comma + "{\"from\": \"t" + n + ".gone\", \"to\": \"t" + n + ".lost\"}";
  }
  return "```json\n{\"tables\": [\n" + tables + "],\n\"relationships\": [\n" + relationships + "]}\n```\n";
}

inline constexpr std::array kinds{
    Kind{"SDL with undeclared types", "types.md", "social-graphql", undeclared_types},
    Kind{"indexes and queries", "indexes.md", "transaction-query", indexes_and_queries},
    Kind{"foreign keys", "keys.md", "subscription-billing", foreign_keys},
    Kind{"OpenAPI paths", "paths.md", "saas-rest-api", paths},
    Kind{"types in JSON", "json-types.md", "social-graphql", answer_types},
    Kind{"tables in JSON", "json-tables.md", "subscription-billing", answer_tables},
};

}  // namespace reckon::strangers

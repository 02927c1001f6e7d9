// SPDX-License-Identifier: MIT
// THE table of artefact types: what readers recognise, and the key under which models and prompts name them.
#pragma once

#include <array>
#include <string_view>

namespace reckon::tree {

struct ArtefactType {
  std::string_view type;
  std::string_view name;   ///< what an artefact's name is
  std::string_view about;  ///< what its tree holds
};

inline constexpr std::array artefact_types{
    ArtefactType{"manifest", "kind", "a Kubernetes or Strimzi manifest, as written"},
    ArtefactType{"command", "program",
                 "a shell command: one member per option, `config` for repeated --config k=v, `arguments`"},
    ArtefactType{"properties", "\"\"", "key=value lines of a client or broker configuration"},
    ArtefactType{
        "nginx", "\"\"",
        "nginx directives: blocks are mappings, repeated ones sequences, arguments texts or mappings of k=v"},
    ArtefactType{"table", "\"\"", "CREATE TABLE: name, columns[] with type, precision, scale, references"},
    ArtefactType{"index", "\"\"", "CREATE INDEX: name, table, columns[]"},
    ArtefactType{"query", "statement", "a SQL query: tables, limit, interval"},
    ArtefactType{"plan", "node", "a line of EXPLAIN: cost start and total, rows, width"},
    ArtefactType{"druid", "task type", "a Druid ingestion spec, as written"},
    ArtefactType{"openapi", "\"\"", "an OpenAPI document, as written"},
    ArtefactType{"comment", "key", "what is said beside a value: one text"},
    ArtefactType{"graphql", "\"\"", "GraphQL SDL: types by name with fields, arguments, defaults"},
    ArtefactType{"mongo", "method", "a MongoDB shell call: collection, arguments[]"},
    ArtefactType{"terraform", "resource type", "a Terraform resource: name and attributes"},
};

}  // namespace reckon::tree

// SPDX-License-Identifier: MIT
// PostgreSQL's parse tree of one statement -> the tree of an artefact, with names and numbers as they are
// written. Statements that say nothing about sizes have none.
//
//   table: name, columns[] {name, type, precision, scale, length, default, primary_key, not_null, unique,
//          references {table, column, on_delete}}, primary_key[], foreign_keys[] {columns[], table,
//          references[]}
//   index: name, table, columns[], method, unique
//   query: tables[], where[] and order[] (columns), limit, offset, interval (a sequence when there are
//   several)
#pragma once

#include "document/sql/artefact.hpp"
#include "document/sql/tokens.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <optional>
#include <span>
#include <string>

namespace reckon::document {

/// The statement stands at `begin` in the text and has these tokens, counted from there.
std::optional<SqlTree> sql_tree(const Text& text, std::size_t begin, std::span<const SqlToken> tokens,
                                const tree::Node& parsed);

}  // namespace reckon::document

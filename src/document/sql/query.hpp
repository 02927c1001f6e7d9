// SPDX-License-Identifier: MIT
// The queries among SQL statements: which tables they read, and the numbers that bound what they give.
#pragma once

#include "document/sql/artefact.hpp"
#include "document/sql/place.hpp"

#include <optional>

namespace reckon::document {

/// SELECT, INSERT, UPDATE, DELETE, or what an EXPLAIN explains; nothing for other statements.
std::optional<SqlTree> query_tree(const Text& text, const SqlPlaces& places, const tree::Node& parsed);

}  // namespace reckon::document

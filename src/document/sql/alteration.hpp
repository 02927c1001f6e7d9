// SPDX-License-Identifier: MIT
// ALTER TABLE: what it adds goes into the table that stands above it, with the places of the later statement.
#pragma once

#include "document/document.hpp"
#include "tree/node.hpp"

namespace reckon::document {

/// `alteration` is a table with what is added (sql_tree.hpp). The nearest table of that name is altered; a
/// key of a column that it does not have is dropped. False when there is no such table.
bool alter_table(tree::Node alteration, Document& into);

}  // namespace reckon::document

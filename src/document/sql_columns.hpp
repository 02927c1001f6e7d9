// SPDX-License-Identifier: MIT
// Column definitions that stand as texts in JSON: "CustomerID INT REFERENCES Customers(CustomerID)".
#pragma once

#include "tree/node.hpp"

#include <optional>
#include <span>

namespace reckon::document {

/// The texts as the columns of one table: the tree that CREATE TABLE has (sql_tree.hpp), whose name means
/// nothing. Places are those of the texts. Texts that are no definition are left out; nothing when none is.
std::optional<tree::Node> read_sql_columns(std::span<const tree::Node* const> texts);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// Column definitions that stand as texts in JSON: "CustomerID INT REFERENCES Customers(CustomerID)".
#pragma once

#include "tree/node.hpp"

#include <optional>
#include <span>
#include <vector>

namespace reckon::document {

struct SqlColumns {
  /// The tree that CREATE TABLE has (sql_tree.hpp), whose name means nothing. Places are those of the texts.
  std::optional<tree::Node> table;
  std::vector<const tree::Node*> unread;  ///< texts that are no definition
};

/// The texts as the columns of one table; no table when none of them is a definition.
SqlColumns read_sql_columns(std::span<const tree::Node* const> texts);

}  // namespace reckon::document

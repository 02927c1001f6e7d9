// SPDX-License-Identifier: MIT
// What one SQL statement says, as the tree of an artefact (sql_tree.hpp).
#pragma once

#include "tree/node.hpp"

#include <string>

namespace reckon::document {

struct SqlTree {
  std::string type;  ///< "table", "index", "query"; "alteration": what ALTER TABLE adds, as a table
  std::string name;  ///< of a query the statement: "SELECT"
  tree::Node tree;
};

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// PostgreSQL's parser behind a wall: one statement -> the server's own parse tree. What the tree means is not
// known here.
#pragma once

#include "document/sql/tokens.hpp"
#include "tree/node.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace reckon::document {

/// The statement's node, such as {CreateStmt: {...}}, whose members `location` are bytes of `statement`;
/// spans mean nothing. `tokens` are those of the statement. Nothing when it does not parse, or is too long or
/// too deep to be given to a recursive parser.
std::optional<tree::Node> parse_sql(std::string_view statement, std::span<const SqlToken> tokens);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// Statements as they stand in programs and in MySQL, in a form that PostgreSQL's parser takes.
#pragma once

#include "document/sql/tokens.hpp"

#include <span>
#include <string>
#include <string_view>

namespace reckon::document {

/// The statement with placeholders (`?`, `:name`, `%s`) as numbers, backticks as quotes and the offset of
/// `LIMIT 5, 10` left out, byte for byte in its place; the statement itself when there is nothing of the
/// kind.
std::string as_postgres(std::string_view statement, std::span<const SqlToken> tokens);

}  // namespace reckon::document

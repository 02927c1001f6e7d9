// SPDX-License-Identifier: MIT
// SQL cut into tokens, as far as finding statements, brackets and names takes. What they mean is for
// PostgreSQL's own parser to say.
#pragma once

#include "document/code_cursor.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

struct SqlToken {
  enum class Kind : std::uint8_t {
    word,        ///< an identifier or keyword
    identifier,  ///< in double quotes
    string,      ///< in single quotes or dollars
    number,
    sign,  ///< any other byte
  };
  Kind kind = Kind::sign;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct SqlTokens {
  std::vector<SqlToken> tokens;
  std::vector<Comment> comments;
};

/// Linear in the text. A quote that does not end is a sign.
SqlTokens scan_sql(std::string_view text);

}  // namespace reckon::document

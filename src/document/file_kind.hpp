// SPDX-License-Identifier: MIT
// Files that hold no text, told by their first bytes: what they are called, and what to do with them.
#pragma once

#include <span>
#include <string_view>

namespace reckon::document {

/// One row.
struct FileKind {
  std::string_view name;  ///< "a Word document"
  std::string_view help;
  std::string_view begins;      ///< with these bytes, at `at`
  std::string_view holds = {};  ///< and has these somewhere
  std::size_t at = 0;
  bool is_sure = true;  ///< false: text may begin so too, and is then no binary file
};

/// Of two rows that fit, the first says more.
std::span<const FileKind> file_kind_table();

/// The row that the bytes fit, or null. `is_binary`: they cannot be text.
const FileKind* recognise(std::string_view bytes, bool is_binary);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// A response -> its fragments. The reader is chosen from the table by the file's name, then by its content.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"

#include <span>
#include <string_view>

namespace reckon::document {

/// One row of the table of readers.
struct Reader {
  std::string_view name;        ///< "markdown", "json", "sql"
  std::string_view extensions;  ///< ".md .markdown"
  std::string_view fences;      ///< info strings of Markdown fences that it reads: "json jsonc"
  std::string_view about;
  /// Appends what it finds in a text: a whole source, or a fence freed from the marks of quotes and lists
  /// around it.
  void (*read)(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
  /// Whether code without a label is certain to be for this reader; null when its label must say so.
  bool (*recognises)(std::string_view code) = nullptr;
};

std::span<const Reader> reader_table();

/// The reader that a source is for, by its name and then by its content.
const Reader& reader_of(const base::Sources& sources, base::SourceId source);

/// Whether the name of a file says that it is for one of the readers.
bool is_readable(std::string_view name);

/// The reader that a text without a name is for.
const Reader& reader_of(std::string_view text);

/// Reads the whole source; never fails, problems are in the document. Linear in the text.
Document read(const base::Sources& sources, base::SourceId source);

}  // namespace reckon::document

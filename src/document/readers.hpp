// SPDX-License-Identifier: MIT
// The functions behind the rows of the table of readers.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"
#include "document/text.hpp"

#include <string_view>

namespace reckon::document {

void read_markdown(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_json(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
/// JSON with comments and whatever else an editor allows: nothing of it is told.
void read_jsonc(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_yaml(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_shell(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_nginx(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_sql(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_graphql(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_mongo(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_terraform(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_properties(const base::Sources& sources, const Text& text, std::string_view section,
                     Document& into);

/// Whether code without a label is certain to be theirs. They look at the beginning only, or in one pass.
bool looks_like_nginx(std::string_view text);
bool looks_like_sql(std::string_view text);
bool looks_like_graphql(std::string_view text);
bool looks_like_mongo(std::string_view text);
bool looks_like_terraform(std::string_view text);
bool looks_like_properties(std::string_view text);

}  // namespace reckon::document

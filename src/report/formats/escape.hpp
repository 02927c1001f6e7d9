// SPDX-License-Identifier: MIT
// Foreign text inside a page of somebody's format, in which it must not mean anything.
#pragma once

#include <string>
#include <string_view>

namespace reckon::report {

/// The message of a workflow command, and the value of one of its properties.
std::string github_message(std::string_view text);
std::string github_property(std::string_view text);

/// Text of an element or of an attribute. XML has no way to write most control characters: they are replaced.
std::string xml_text(std::string_view text);

/// A cell of a table: neither marks nor links, mentions or numbers of issues.
std::string markdown_text(std::string_view text);

/// Behind the number of a test: no directive.
std::string tap_text(std::string_view text);

/// A message of SARIF: no link and no placeholder.
std::string sarif_text(std::string_view text);

/// A path as a relative reference: every byte that is not plain is written by its number.
std::string uri_path(std::string_view path);

}  // namespace reckon::report

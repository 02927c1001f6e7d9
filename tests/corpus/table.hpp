// SPDX-License-Identifier: MIT
// Tab-separated tables with a header, as the truth of the corpus is written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::corpus {

/// A file of the repository; throws where there is none.
std::string read_file(const std::string& path);

/// The parts of a text between separators: one more than there are separators.
std::vector<std::string> split(std::string_view text, char separator);

using Row = std::map<std::string, std::string, std::less<>>;  ///< by the names in the header

std::vector<Row> read_table(const std::string& path);

/// A line number; nothing for a cell that names another place.
std::optional<std::size_t> line_number(const std::string& cell);

}  // namespace reckon::corpus

// SPDX-License-Identifier: MIT
// A Markdown text as a web page or a chat shows it and a clipboard takes it along: no marks, no fences, cells
// parted by tabs or by single spaces.
#pragma once

#include <string>
#include <string_view>

namespace reckon::check {

std::string flattened(std::string_view markdown, char between_cells);

}  // namespace reckon::check

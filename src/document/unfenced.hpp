// SPDX-License-Identifier: MIT
// Code that stands in prose without a fence, as it is pasted from a page: a manifest, a block of brackets, a
// statement, a command. It may run over whatever Markdown takes its lines for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::document {

/// Where the code ends that begins at `begin`, the start of a line; nothing where no code begins.
std::optional<std::size_t> end_of_unfenced(std::string_view text, std::size_t begin);

}  // namespace reckon::document

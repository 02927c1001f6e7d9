// SPDX-License-Identifier: MIT
// How arithmetic is spelled: characters and LaTeX commands, and the one plain spelling of each. Tables only.
#pragma once

#include <optional>
#include <string_view>

namespace reckon::arithmetic {

/// A LaTeX command and what it means here; a command whose braces only wrap text means nothing.
struct Command {
  std::string_view name;
  std::string_view plain;
};

/// Null for a command that arithmetic does not know.
const Command* find_command(std::string_view name);

/// The plain spelling of a character; nothing for one that stands for itself.
std::optional<std::string_view> plain_spelling(char32_t character);

}  // namespace reckon::arithmetic

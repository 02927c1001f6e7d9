// SPDX-License-Identifier: MIT
// The words of a command -> a tree: one member for each option, `arguments` for the words that belong to
// none.
#pragma once

#include "document/shell_words.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <span>
#include <string>
#include <vector>

namespace reckon::document {

struct ShellCommand {
  std::string program;  ///< file name without folders; Kafka's tools always with `.sh`
  tree::Node tree;
  std::size_t begin = 0;  ///< in the text
  std::size_t end = 0;
};

/// The commands with options in one line: the command itself, and one that it runs (`docker exec kafka
/// kafka-topics.sh --create`). Assignments in front of the program become the member `environment`.
std::vector<ShellCommand> read_commands(const Text& text, std::span<const ShellWord> words);

}  // namespace reckon::document

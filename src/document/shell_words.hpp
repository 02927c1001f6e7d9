// SPDX-License-Identifier: MIT
// A shell script cut into commands of words, comments and here-documents. It is a scanner for finding options
// in commands, not a shell: nothing is expanded, and compound commands are only a sequence of simple ones.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

struct ShellWord {
  std::size_t begin = 0;  ///< as written, quotes included
  std::size_t end = 0;
  std::string text;  ///< quotes and escapes undone
};

struct ShellPiece {
  enum class Kind { command, comment, here_document };
  Kind kind = Kind::command;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<ShellWord> words;  ///< of a command, redirections left out
};

/// Linear in the text. A quote or here-document that is never closed stands for itself.
std::vector<ShellPiece> scan_shell(std::string_view text);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// Commands with options become artefacts; every other line stays a line. Where lines carry a prompt `$ `,
// only those are commands and the rest is what they printed.
#include "document/code_block.hpp"
#include "document/code_lines.hpp"
#include "document/readers.hpp"
#include "document/shell_command.hpp"
#include "document/shell_words.hpp"

#include <algorithm>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::string_view prompt = "$ ";

bool has_prompts(std::string_view text) {
  return text.substr(0, 2) == prompt || text.find("\n$ ") != std::string_view::npos;
}

void add_commands(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  for (const ShellPiece& piece : scan_shell(text.view())) {
    if (piece.kind == ShellPiece::Kind::here_document) {
      // The label keeps it from being read as shell again, which could nest without end.
      read_code_block(sources, text.slice(piece.begin, piece.end), "text", section, into);
      continue;
    }
    std::vector<ShellCommand> commands = read_commands(text, piece.words);
    if (commands.empty()) add_code_lines(text.slice(piece.begin, piece.end), section, into);
    for (ShellCommand& command : commands) {
      Artefact artefact;
      artefact.type = "command";
      artefact.name = std::move(command.program);
      artefact.tree = std::move(command.tree);
      artefact.span = artefact.tree->span;
      artefact.section = section;
      into.fragments.emplace_back(std::move(artefact));
    }
  }
}

}  // namespace

void read_shell(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  const std::string_view view = text.view();
  if (!has_prompts(view)) return add_commands(sources, text, section, into);
  for (std::size_t begin = 0; begin < view.size();) {
    std::size_t end = std::min(view.find('\n', begin), view.size());
    if (view.substr(begin, 2) != prompt) {
      add_code_lines(text.slice(begin, end), section, into);
      begin = end + 1;
      continue;
    }
    const auto goes_on = [&] {
      const std::string_view line = view.substr(begin, end - begin);
      return line.back() == '\\' || (line.size() > 1 && line.substr(line.size() - 2) == "\\\r");
    };
    while (end < view.size() && goes_on()) end = std::min(view.find('\n', end + 1), view.size());
    add_commands(sources, text.slice(begin + prompt.size(), end), section, into);
    begin = end + 1;
  }
}

}  // namespace reckon::document

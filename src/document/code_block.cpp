// SPDX-License-Identifier: MIT
#include "document/code_block.hpp"

#include "document/artefact.hpp"
#include "document/code_lines.hpp"
#include "document/read.hpp"
#include "document/readers.hpp"
#include "document/text_tree.hpp"
#include "document/tree_artefacts.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::string_view blanks_and_lines = " \t\r\n";
/// Labels that say nothing about the language.
constexpr std::string_view unsaid_languages = "conf config plain plaintext text txt";

/// The first word of an info string in lower case: "JSON {.wide}" is "json".
std::string language(std::string_view info) {
  std::string out(info.substr(0, std::min(info.find_first_of(" \t{,:;"), info.size())));
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool has_word(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (words.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

/// The first line that is neither blank, a comment nor `---`.
std::string_view first_line(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(blanks_and_lines);
    if (first != std::string_view::npos && line[first] != '#' && line.substr(0, 3) != "---") {
      line.remove_prefix(first);
      return line;
    }
    begin = end + 1;
  }
  return {};
}

/// A program's name in lower case and, behind it, something that starts with `--` and a letter.
bool looks_like_command(std::string_view line) {
  if (line.substr(0, 2) == "$ ") line.remove_prefix(2);
  std::size_t end = 0;
  while (end < line.size() && (std::islower(static_cast<unsigned char>(line[end])) != 0 ||
                               (end > 0 && std::isdigit(static_cast<unsigned char>(line[end])) != 0) ||
                               std::string_view("./-_").find(line[end]) != std::string_view::npos))
    ++end;
  if (end < 2 || end >= line.size() || line[end] != ' ') return false;
  const std::size_t option = line.find(" --", end);
  const bool named = option != std::string_view::npos && option + 3 < line.size() &&
                     std::isalpha(static_cast<unsigned char>(line[option + 3])) != 0;
  return named || line.back() == '\\';
}

const Reader* reader_for(std::string_view code) {
  for (const Reader& reader : reader_table()) {
    if (reader.recognises != nullptr && reader.recognises(code)) return &reader;
  }
  return nullptr;
}

void demote(Document& document, std::size_t from) {
  for (std::size_t i = from; i < document.problems.size(); ++i)
    document.problems[i].severity = base::Severity::note;
}

}  // namespace

bool read_loose_json(const base::Sources& sources, const Text& text, std::string_view section,
                     Document& into) {
  const std::string_view view = text.view();
  const std::size_t open = view.find_first_not_of(blanks_and_lines);
  if (open == std::string_view::npos || view[open] != '{') return false;
  const std::size_t key = view.find_first_not_of(blanks_and_lines, open + 1);
  if (key == std::string_view::npos || view[key] != '"') return false;
  TextTrees trees = read_json_text(sources, text);
  if (trees.documents.empty() || trees.documents.front().root.members.empty()) return false;
  const std::size_t problems = into.problems.size();
  add_problems(std::move(trees.problems), into);
  demote(into, problems);
  add_artefacts(std::move(trees.documents.front()), "response", section, into);
  return true;
}

void read_code_block(const base::Sources& sources, const Text& text, std::string_view info,
                     std::string_view section, Document& into) {
  const std::size_t problems = into.problems.size();
  const std::string label = language(info);
  for (const Reader& reader : reader_table()) {
    if (!has_word(reader.fences, label)) continue;
    reader.read(sources, text, section, into);
    return demote(into, problems);
  }
  if (read_loose_json(sources, text, section, into)) return;
  const std::string_view line = first_line(text.view());
  if (line.substr(0, 11) == "apiVersion:") {
    read_yaml(sources, text, section, into);
  } else if (label.empty() && looks_like_command(line)) {
    read_shell(sources, text, section, into);
  } else if (const Reader* reader =
                 label.empty() || has_word(unsaid_languages, label) ? reader_for(text.view()) : nullptr) {
    reader->read(sources, text, section, into);
  } else {
    add_code_lines(text, section, into);
  }
  demote(into, problems);
}

}  // namespace reckon::document

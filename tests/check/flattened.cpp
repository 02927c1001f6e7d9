// SPDX-License-Identifier: MIT
#include "check/flattened.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

bool is_rule_of_table(std::string_view line) {
  return line.starts_with('|') && line.find_first_not_of("|:- ") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string row(std::string_view line, char between) {
  std::string out;
  line = trimmed(line);
  line = line.substr(1, line.size() - 2);
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    if (begin > 0) out += between;
    out += trimmed(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string without_marks(std::string_view line) {
  std::string out;
  const std::size_t heading = line.find_first_not_of('#');
  if (heading != 0 && heading != std::string_view::npos && line[heading] == ' ')
    line.remove_prefix(heading + 1);
  const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
  if (line.substr(first, 2) == "- " || line.substr(first, 2) == "* ") {
    out = std::string(first, ' ') + "\xe2\x80\xa2 ";
    line.remove_prefix(first + 2);
  }
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '`') continue;
    if (line.substr(at, 2) == "**") {
      ++at;
    } else {
      out += line[at];
    }
  }
  return out;
}

}  // namespace

std::string flattened(std::string_view markdown, char between_cells) {
  std::string out;
  bool in_code = false;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view line = markdown.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("```")) {
      in_code = !in_code;
    } else if (in_code) {
      out += std::string(line) + '\n';
    } else if (!is_rule_of_table(line)) {
      out += (line.starts_with('|') ? row(line, between_cells) : without_marks(line)) + '\n';
    }
  }
  return out;
}

}  // namespace reckon::check

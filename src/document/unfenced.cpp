// SPDX-License-Identifier: MIT
#include "document/unfenced.hpp"

#include "document/readers.hpp"
#include "units/characters.hpp"

#include <algorithm>

namespace reckon::document {
namespace {

constexpr std::string_view blanks = " \t\r";

/// One line without its end, and where the next begins.
struct LineAt {
  std::string_view text;
  std::size_t next = 0;

  [[nodiscard]] bool is_blank() const { return text.find_first_not_of(blanks) == std::string_view::npos; }
};

LineAt line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {text.substr(begin, end - begin), std::min(end + 1, text.size())};
}

/// "name: x", "ports:".
bool is_member(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view key = line.substr(0, colon);
  const bool is_word = std::all_of(key.begin(), key.end(), [](char c) {
    return units::is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
  return is_word && (colon + 1 == line.size() || blanks.find(line[colon + 1]) != std::string_view::npos);
}

bool begins_manifest(std::string_view line) {
  return line.starts_with("apiVersion:");
}

/// Behind a blank line only what cannot be prose goes on.
bool continues_manifest(std::string_view line, bool is_behind_blank) {
  const bool is_inside = line.front() == ' ' || line.starts_with("- ") || line.starts_with("---");
  return is_inside || begins_manifest(line) || (!is_behind_blank && (is_member(line) || line.front() == '#'));
}

std::size_t end_of_manifest(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  bool is_behind_blank = false;
  for (std::size_t at = begin; at < text.size();) {
    const LineAt line = line_at(text, at);
    at = line.next;
    if (!line.is_blank()) {
      if (!continues_manifest(line.text, is_behind_blank)) break;
      end = at;
    }
    is_behind_blank = line.is_blank();
  }
  return end;
}

/// The end of the line on which all brackets are closed again; nothing where they never are.
std::optional<std::size_t> end_of_brackets(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  bool has_some = false;
  char quote = '\0';
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote || c == '\n') quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{' || c == '(') {
      ++depth;
      has_some = true;
    } else if (c == '}' || c == ')') {
      if (depth == 0) return std::nullopt;
      --depth;
    } else if (c == '\n' && depth == 0 && has_some) {
      return at + 1;
    }
  }
  return depth == 0 && has_some ? std::optional(text.size()) : std::nullopt;
}

/// "resource "aws_instance" ...", "server {", "CREATE TABLE ...": what prose does not begin with.
bool begins_brackets(std::string_view code) {
  return code.starts_with("CREATE TABLE ") || looks_like_terraform(code) || looks_like_nginx(code);
}

/// "kafka-topics.sh --create ...": a program by its name, with an option.
bool is_command(std::string_view line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view program = line.substr(0, end);
  const bool is_name = std::all_of(program.begin(), program.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/' || c == '_';
  });
  const bool is_program = is_name && program.find_first_of("-./") < program.size() - 1;
  const std::size_t option = line.find(" --", end);
  return is_program && option != std::string_view::npos && option + 3 < line.size() &&
         units::is_ascii_letter(line[option + 3]);
}

std::size_t end_of_command(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size()) {
    const LineAt line = line_at(text, at);
    at = line.next;
    const std::size_t last = line.text.find_last_not_of(blanks);
    if (last == std::string_view::npos || line.text[last] != '\\') break;
  }
  return at;
}

}  // namespace

std::optional<std::size_t> end_of_unfenced(std::string_view text, std::size_t begin) {
  constexpr std::size_t looked_at = 1024;
  const std::string_view line = line_at(text, begin).text;
  if (begins_manifest(line)) return end_of_manifest(text, begin);
  if (begins_brackets(text.substr(begin, looked_at))) return end_of_brackets(text, begin);
  if (is_command(line)) return end_of_command(text, begin);
  return std::nullopt;
}

}  // namespace reckon::document

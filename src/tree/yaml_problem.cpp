// SPDX-License-Identifier: MIT
#include "tree/yaml_problem.hpp"

#include "base/blank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace reckon::tree {
namespace {

/// One row: when libyaml's problem contains `says`, this is what we say instead, where it gave up or where
/// the thing that it was scanning begins.
struct Row {
  std::string_view says;
  std::string_view code;
  std::string_view message;
  std::string_view help;
  bool at_beginning = false;
};

constexpr std::array rows{
    Row{"control characters", "yaml.syntax", "a control character stands in the text", "remove it"},
    Row{"mapping values are not allowed", "yaml.syntax", "a second ': ' cannot stand here",
        "indent the key like its neighbours, or put a value that contains ': ' in quotes"},
    Row{"could not find expected ':'", "yaml.syntax", "this line has no ': ' that would make it a key",
        "write `key: value`, or indent the line further if it continues the value above", true},
    Row{"block sequence entries are not allowed", "yaml.syntax", "a '- ' cannot stand here",
        "begin the list on its own line below the key"},
    Row{"block mapping", "yaml.syntax", "a key cannot stand here", "begin the mapping on its own line"},
    Row{"unknown escape character", "yaml.syntax", "double quotes do not know this escape",
        R"(write \\ for a backslash, or use single quotes)"},
    Row{"unexpected document indicator", "yaml.truncated",
        "a quoted value is not closed before the document ends", "close the quote"},
    Row{"alphabetic or numeric character", "yaml.syntax", "'*' and '&' begin an alias or an anchor",
        "put a value that starts with '*' or '&' in quotes", true},
    Row{"expected <document start>", "yaml.syntax", "text stands after the end of the document",
        "indent it like the lines above, or separate documents by a line `---`"},
    Row{"expected '-' indicator", "yaml.syntax", "a list goes on here with something that is no item",
        "start the line with '- ', or indent it as part of the item above"},
    Row{"did not find expected key", "yaml.syntax", "a key is expected here",
        "check that the line is indented like the keys above"},
    Row{"',' or ']'", "yaml.syntax", "',' or ']' is expected here", "close the list, or quote the value"},
    Row{"',' or '}'", "yaml.syntax", "',' or '}' is expected here", "close the mapping, or quote the value"},
    Row{"tag handle", "yaml.tag", "this tag is not declared", "remove it; tags have no meaning here"},
};

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

/// The colon of `key:value` in the line that starts at `start`, when nothing but a space is missing.
std::optional<std::size_t> glued_colon(std::string_view text, std::size_t start) {
  const std::string_view line = text.substr(start, line_end(text, start) - start);
  std::size_t at = line.find_first_not_of(" -");
  if (at == std::string_view::npos) return std::nullopt;
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  const std::size_t first = at;
  while (at < line.size() && is_name(line[at])) ++at;
  const bool glued = at > first && at + 1 < line.size() && line[at] == ':' && !base::is_blank(line[at + 1]) &&
                     line[at + 1] != ':' && line.substr(at, 3) != "://";
  return glued ? std::optional(start + at) : std::nullopt;
}

/// The first tab among the blanks that indent the line at `at`.
std::optional<std::size_t> indenting_tab(std::string_view text, std::size_t at) {
  for (std::size_t i = line_start(text, at); i < text.size() && (text[i] == ' ' || text[i] == '\t'); ++i) {
    if (text[i] == '\t') return i;
  }
  return std::nullopt;
}

base::Diagnostic at_place(const Input& input, std::string_view code, std::string_view message, std::size_t at,
                          std::string_view help) {
  // A caret on one whole character, even a long one.
  std::size_t end = std::min(at + 1, input.text.size());
  while (end < input.text.size() && (static_cast<unsigned char>(input.text[end]) & 0xc0U) == 0x80U) ++end;
  base::Diagnostic out = base::problem(std::string(code), std::string(message), input.span(at, end));
  if (!help.empty()) out.remarks.push_back({"help", std::string(help)});
  return out;
}

std::optional<base::Diagnostic> explain_missing_space(const Input& input, const YamlBreak& what) {
  const bool about_keys = what.problem.find("mapping values are not allowed") != std::string_view::npos ||
                          what.problem.find("could not find expected ':'") != std::string_view::npos ||
                          what.problem.find("expected key") != std::string_view::npos;
  if (!about_keys) return std::nullopt;
  const std::size_t here = line_start(input.text, what.at);
  const std::size_t above = here == 0 ? 0 : line_start(input.text, here - 1);
  for (const std::size_t start : {line_start(input.text, what.context_at), above, here}) {
    if (const auto colon = glued_colon(input.text, start)) {
      return at_place(input, "yaml.missing-space", "a space is missing after the colon", *colon,
                      "write `key: value`");
    }
  }
  return std::nullopt;
}

}  // namespace

base::Diagnostic explain(const Input& input, const YamlBreak& what) {
  const std::string_view text = input.text;
  if (const auto tab = indenting_tab(text, what.at)) {
    return at_place(input, "yaml.tab", "a tab indents this line", *tab, "YAML indents with spaces only");
  }
  const bool at_end = text.find_first_not_of(" \t\r\n", what.at) == std::string_view::npos;
  if (at_end && what.context_at < what.at && !what.context.empty()) {
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    base::Diagnostic out = at_place(input, "yaml.truncated", "the text breaks off",
                                    last == std::string_view::npos ? 0 : last, {});
    out.primary.text = "ends here";
    out.secondary.push_back(
        {input.span(what.context_at, what.context_at + 1), "what begins here is not closed"});
    return out;
  }
  if (const auto missing_space = explain_missing_space(input, what)) return *missing_space;
  if (what.problem.find("cannot start any token") != std::string_view::npos && what.at < text.size()) {
    return at_place(input, "yaml.syntax", fmt::format("a value cannot start with '{}'", text[what.at]),
                    what.at, "put the value in quotes");
  }
  for (const Row& row : rows) {
    if (what.problem.find(row.says) != std::string_view::npos)
      return at_place(input, row.code, row.message, row.at_beginning ? what.context_at : what.at, row.help);
  }
  const std::string message =
      what.problem.empty() ? "the text cannot be read as YAML" : std::string(what.problem);
  return at_place(input, "yaml.syntax", message, what.at, {});
}

}  // namespace reckon::tree

// SPDX-License-Identifier: MIT
#include "tree/json_problem.hpp"

#include "tree/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace reckon::tree {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view word_ends = " \t\r\n,:{}[]\"";

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(blanks, at), text.size());
}

base::Diagnostic say(const Input& input, std::string_view code, std::string message, std::size_t begin,
                     std::size_t end, std::string_view help) {
  const std::size_t size = input.text.size();
  base::Diagnostic out = base::problem(std::string(code), std::move(message),
                                       input.span(std::min(begin, size), std::min(end, size)));
  if (!help.empty()) out.remarks.push_back({"help", std::string(help)});
  return out;
}

base::Diagnostic truncated(const Input& input, const JsonBreak& what) {
  const std::size_t last = input.text.find_last_not_of(blanks);
  if (last == std::string_view::npos) return say(input, "json.empty", "there is no value here", 0, 0, {});
  base::Diagnostic out =
      say(input, "json.truncated", "the text breaks off before the value is complete", last, last + 1, {});
  out.primary.text = "ends here";
  if (what.container)
    out.secondary.push_back({input.span(what.container_at, what.container_at + 1), "this is not closed"});
  return out;
}

bool is_hexadecimal(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// A string that the grammar refused: what inside it is wrong.
base::Diagnostic bad_string(const Input& input, std::string_view text, std::size_t begin,
                            const JsonBreak& what) {
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      return say(input, "json.syntax", "this string cannot be read", begin, i + 1,
                 R"(a \u escape from D800 to DFFF needs its other half)");
    }
    if (static_cast<unsigned char>(text[i]) < 0x20U) {
      return say(input, "json.control-character", "a line break or tab stands inside a string", i, i + 1,
                 R"(write \n or \t, or close the string before it)");
    }
    if (text[i] != '\\' || i + 1 >= text.size()) continue;
    const bool known = std::string_view("\"\\/bfnrt").find(text[i + 1]) != std::string_view::npos ||
                       (text[i + 1] == 'u' && is_hexadecimal(text.substr(i + 2, 4)));
    if (!known)
      return say(input, "json.syntax", "JSON does not know this escape", i, i + 2,
                 R"(write \\ for a backslash)");
    ++i;
  }
  return truncated(input, what);
}

base::Diagnostic bad_value(const Input& input, std::string_view text, std::size_t at,
                           std::string_view expected, const JsonBreak& what) {
  if (at >= text.size()) return truncated(input, what);
  if (text[at] == '"') return bad_string(input, text, at, what);
  const std::size_t end = std::max(at + 1, std::min(text.find_first_of(word_ends, at), text.size()));
  const std::string_view word = input.text.substr(at, end - at);
  if (is_json_number(word))
    return say(input, "json.syntax", "this number is too large", at, end, "write it as a string");
  return say(input, "json.syntax", fmt::format("{} is expected here", expected), at, end, {});
}

}  // namespace

base::Diagnostic explain(const Input& input, std::string_view text, const JsonBreak& what) {
  using After = JsonBreak::After;
  std::size_t at = skip_blanks(text, what.last_end);
  const bool in_mapping = what.container == '{';
  const auto key = [&](std::string_view expected) {
    if (at < text.size() && text[at] == '"') return bad_string(input, text, at, what);
    if (at >= text.size()) return truncated(input, what);
    return say(input, "json.syntax", std::string(expected), at, at + 1, {});
  };
  if (what.after == After::start) return bad_value(input, text, at, "a value", what);
  if (what.after == After::open)
    return in_mapping ? key("a key in double quotes or '}' is expected here")
                      : bad_value(input, text, at, "a value or ']'", what);
  if (at >= text.size()) return truncated(input, what);
  if (what.after == After::key) {
    if (text[at] != ':') return say(input, "json.syntax", "':' is expected after the key", at, at + 1, {});
    at = skip_blanks(text, at + 1);
    return bad_value(input, text, at, "a value", what);
  }
  if (!what.container) {
    return say(input, "json.syntax", "text stands after the end of the value", at, at + 1,
               "one text holds one value");
  }
  if (text[at] != ',') {
    return say(input, "json.syntax", fmt::format("',' or '{}' is expected here", in_mapping ? '}' : ']'), at,
               at + 1, {});
  }
  at = skip_blanks(text, at + 1);
  return in_mapping ? key("a key in double quotes is expected here")
                    : bad_value(input, text, at, "a value", what);
}

}  // namespace reckon::tree

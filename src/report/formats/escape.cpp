// SPDX-License-Identifier: MIT
#include "report/formats/escape.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

namespace reckon::report {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

/// The first row that stands at a place is taken; what was put in is not looked at again.
std::string replaced(std::string_view text, std::span<const Replacement> rows) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Replacement* found = nullptr;
    for (const Replacement& row : rows) {
      if (found == nullptr && text.substr(at).starts_with(row.first)) found = &row;
    }
    if (found == nullptr) {
      out += text[at++];
    } else {
      out += found->second;
      at += found->first.size();
    }
  }
  return out;
}

constexpr std::array<Replacement, 5> of_github{{
    {"%", "%25"},
    {"\r", "%0D"},
    {"\n", "%0A"},
    {":", "%3A"},
    {",", "%2C"},
}};
constexpr std::size_t of_github_messages = 3;

constexpr std::array<Replacement, 5> of_xml{{
    {"&", "&amp;"},
    {"<", "&lt;"},
    {">", "&gt;"},
    {"\"", "&quot;"},
    {"\n", "&#10;"},
}};

/// A platform looks for mentions, issues and addresses after the marks are gone, so those are not escaped but
/// written otherwise.
constexpr std::array<Replacement, 23> of_markdown{{
    {"@", "＠"},   {"#", "＃"},    {"://", ": //"}, {"www.", "www ."}, {"\n", " "},       {"\\", "\\\\"},
    {"`", "\\`"},  {"*", "\\*"},   {"_", "\\_"},    {"[", "\\["},      {"]", "\\]"},      {"<", "&lt;"},
    {">", "&gt;"}, {"&", "&amp;"}, {"|", "\\|"},    {"~", "\\~"},      {"!", "\\!"},      {"$", "\\$"},
    {"{", "\\{"},  {"}", "\\}"},   {"^", "\\^"},    {"Www.", "Www ."}, {"WWW.", "WWW ."},
}};

constexpr std::array<Replacement, 3> of_tap{{{"\\", "\\\\"}, {"#", "\\#"}, {"\n", " "}}};

constexpr std::array<Replacement, 4> of_sarif{{{"[", "("}, {"]", ")"}, {"{", "("}, {"}", ")"}}};

bool is_plain_in_uri(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string github_message(std::string_view text) {
  return replaced(text, std::span(of_github).first(of_github_messages));
}

std::string github_property(std::string_view text) {
  return replaced(text, of_github);
}

std::string xml_text(std::string_view text) {
  return replaced(base::printable_lines(text), of_xml);
}

std::string markdown_text(std::string_view text) {
  return replaced(base::printable(text), of_markdown);
}

std::string tap_text(std::string_view text) {
  return replaced(text, of_tap);
}

std::string sarif_text(std::string_view text) {
  return replaced(text, of_sarif);
}

std::string uri_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (is_plain_in_uri(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace reckon::report

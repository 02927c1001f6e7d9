// SPDX-License-Identifier: MIT
// One entry more in a file of waivers, which keeps its own lines and comments.
#include "gate/strict_file.hpp"
#include "gate/waivers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace reckon::gate {
namespace {

/// Text of a document is no YAML of ours: a JSON string holds whatever it is.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string entry_text(const Waiver& entry, std::size_t indent) {
  const std::array<std::pair<std::string_view, std::string>, 9> fields{{
      {"rule", entry.rule},
      {"at", quoted(entry.at)},
      {"stated", quoted(entry.stated)},
      {"recomputed", quoted(entry.recomputed)},
      {"reason", quoted(entry.reason)},
      {"owner", quoted(entry.owner)},
      {"created", print_day(entry.created)},
      {"expires", print_day(entry.expires)},
      {"link", entry.link.empty() ? "" : quoted(entry.link)},
  }};
  std::string out;
  for (const auto& [key, value] : fields) {
    if (value.empty()) continue;
    out += fmt::format("{:{}}{}{}: {}\n", "", indent, out.empty() ? "- " : "  ", key, value);
  }
  return out;
}

}  // namespace

std::optional<std::string> with_entry(const base::Sources& sources, base::SourceId source,
                                      const Waiver& entry) {
  constexpr std::size_t usual_indent = 2;
  std::string text(sources.text(source));
  if (text.empty()) return "version: 1\nwaivers:\n" + entry_text(entry, usual_indent);
  std::vector<base::Diagnostic> problems;
  const auto root = read_strictly(sources, source, problems);
  const tree::Node* list = root ? root->find("waivers") : nullptr;
  if (list == nullptr || root->members.empty() || &root->members.back().value != list) return std::nullopt;
  if (!text.ends_with('\n')) text += '\n';
  if (list->kind == tree::Kind::null) return text + entry_text(entry, usual_indent);
  // A list in brackets takes no lines.
  if (list->items.empty() || text[list->span.begin] == '[') return std::nullopt;
  const std::size_t line = text.rfind('\n', list->span.begin) + 1;  // none: the beginning
  return text + entry_text(entry, text.find_first_not_of(' ', line) - line);
}

}  // namespace reckon::gate

// SPDX-License-Identifier: MIT
#include "base/suggest.hpp"
#include "prompt/load.hpp"

#include <fmt/format.h>

#include <string>

namespace reckon::prompt {
namespace {

/// The turn as it is written in the file: placeholders hold no line breaks, so indentation does not matter.
void check_turn(const Prompt& prompt, const base::Sources& sources, const base::Span& turn,
                std::vector<base::Diagnostic>& problems) {
  const std::string_view text = sources.text(turn);
  std::size_t at = 0;
  while ((at = text.find("{{", at)) != std::string_view::npos) {
    if (text.substr(at, 4) == "{{{{") {
      at += 4;
      continue;
    }
    const std::size_t close = text.find("}}", at);
    const std::size_t end = close == std::string_view::npos ? at + 2 : close + 2;
    const std::string_view name = text.substr(at + 2, end - at - (close == std::string_view::npos ? 2 : 4));
    const base::Span span{turn.source, turn.begin + static_cast<std::uint32_t>(at),
                          turn.begin + static_cast<std::uint32_t>(end)};
    at = end;
    if (name == "facts" || prompt.find_variable(name) != nullptr) continue;
    base::Diagnostic unknown = base::problem(
        "prompt.unknown-placeholder", fmt::format("prompt '{}' has no variable '{}'", prompt.id, name), span);
    std::vector<std::string> names{"facts"};
    for (const Variable& variable : prompt.variables) names.push_back(variable.name);
    if (const std::string help = base::did_you_mean(name, names); !help.empty())
      unknown.remarks.push_back({"help", help});
    problems.push_back(std::move(unknown));
  }
}

}  // namespace

void check_placeholders(const Prompt& prompt, const base::Sources& sources,
                        std::vector<base::Diagnostic>& problems) {
  check_turn(prompt, sources, prompt.system_span, problems);
  check_turn(prompt, sources, prompt.user_span, problems);
}

}  // namespace reckon::prompt

// SPDX-License-Identifier: MIT
// A prompt with its variables -> what is sent to a language model. Deterministic, byte for byte.
#pragma once

#include "base/result.hpp"
#include "prompt/prompt.hpp"
#include "prompt/variables.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::prompt {

/// The two turns, placeholders filled.
struct Rendered {
  std::string system;
  std::string user;
};

/// `settings` holds every variable. An unknown placeholder is a located problem in the prompt's file.
base::Result<Rendered> render(const Prompt& prompt, const std::vector<Setting>& settings);

/// One row of the table of formats.
struct Format {
  std::string_view name;  ///< "text", "messages", "openai", "anthropic"
  std::string_view about;
  std::string (*print)(const Prompt& prompt, const Rendered& rendered);
};

std::span<const Format> format_table();

/// The response schema as JSON text, keys in the author's order.
std::string schema_json(const Prompt& prompt, int indent);

}  // namespace reckon::prompt

// SPDX-License-Identifier: MIT
// Prompts by name and prompts written by tests.
#pragma once

#include "model/library.hpp"
#include "prompt/library.hpp"
#include "prompt/load.hpp"
#include "prompt/render.hpp"
#include "prompt/variables.hpp"
#include "tree/read.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reckon::prompt::test {

/// The catalogue, loaded once for a test program.
struct Catalogue {
  base::Sources sources;
  model::Library models{sources, {}};
  prompt::Library prompts{sources, {}};
};

inline Catalogue& catalogue() {
  static Catalogue loaded;
  return loaded;
}

inline const Prompt& prompt_named(const std::string& id) {
  const Prompt* found = catalogue().prompts.find(id);
  if (found == nullptr) throw std::runtime_error("no sound prompt " + id);
  return *found;
}

/// A prompt from a text, with its problems.
struct Loaded {
  base::Sources sources;
  tree::Reading reading;
  std::vector<base::Diagnostic> problems;
  Prompt prompt;

  explicit Loaded(std::string text, const std::string& id = "trial") {
    const base::SourceId source = sources.add("prompts/" + id + "/prompt.yaml", std::move(text));
    reading = tree::read_yaml(sources, sources.whole(source), tree::YamlDialect::catalogue);
    if (reading.documents.empty()) throw std::runtime_error("no YAML");
    prompt = load(reading.documents.front(), id, problems);
  }

  [[nodiscard]] std::string complaints() const {
    std::string out;
    for (const base::Diagnostic& problem : problems) out += base::render(problem, sources) + '\n';
    return out;
  }

  [[nodiscard]] const base::Diagnostic* find(std::string_view code) const {
    for (const base::Diagnostic& problem : problems) {
      if (problem.code == code) return &problem;
    }
    return nullptr;
  }
};

/// The defaults of a prompt's variables, some of them replaced.
inline std::vector<Setting> settings_of(const Prompt& prompt,
                                        const std::vector<std::pair<std::string, std::string>>& set = {}) {
  std::vector<Setting> out;
  for (const Variable& variable : prompt.variables) {
    std::string text = variable.fallback;
    bool by_user = false;
    for (const auto& [name, value] : set) {
      if (name != variable.name) continue;
      text = value;
      by_user = true;
    }
    auto setting = read_variable(variable, text, by_user);
    if (!setting) throw std::runtime_error(setting.error().message);
    out.push_back(std::move(*setting));
  }
  return out;
}

}  // namespace reckon::prompt::test

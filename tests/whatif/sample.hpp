// SPDX-License-Identifier: MIT
// The catalogue, small models written in the test, and contexts with settings.
#pragma once

#include "check/context.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace reckon::whatif::test {

/// All models and prompts, loaded once for a test program.
struct Catalogue {
  base::Sources sources;
  model::Library models{sources, {}};
  prompt::Library prompts{sources, {}};
};

inline Catalogue& catalogue() {
  static Catalogue all;
  return all;
}

inline void set(check::Context& context, base::Sources& sources, const std::vector<std::string>& settings) {
  for (const std::string& setting : settings) {
    const auto done = check::set(context, sources, sources.add("command line", setting));
    if (!done) throw std::runtime_error(setting + ": " + done.error().message);
  }
}

/// Of a prompt, or of a model when no prompt has that id.
inline check::Context context(const std::string& id, const std::vector<std::string>& settings = {}) {
  const prompt::Prompt* prompt = catalogue().prompts.find(id);
  const model::Model* model = catalogue().models.find(prompt == nullptr ? id : prompt->model);
  if (model == nullptr) throw std::runtime_error("no sound prompt or model " + id);
  check::Context out = check::make_context(*model, prompt);
  base::Sources sources;
  set(out, sources, settings);
  return out;
}

/// A model of a test, as text.
struct Written {
  base::Sources sources;
  model::Library models;
  check::Context context;

  explicit Written(const std::string& text) : models(sources, {{"models/written.yaml", text}}) {
    const model::Model* model = models.find("written");
    if (model == nullptr) {
      std::string why;
      for (const base::Diagnostic& problem : models.problems()) why += base::render(problem, sources);
      throw std::runtime_error(why);
    }
    context = check::make_context(*model, nullptr);
  }
};

inline model::SlotId slot(const check::Context& context, const std::string& name) {
  const auto found = model::find_slot(*context.model, name);
  if (!found) throw std::runtime_error("no slot " + name);
  return *found;
}

}  // namespace reckon::whatif::test

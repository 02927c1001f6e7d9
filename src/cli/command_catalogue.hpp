// SPDX-License-Identifier: MIT
// `reckon prompts`, `prompt ID`, `models`, `model ID`, `rules`, `explain ID`, `catalogue`, `schema NAME`.
#pragma once

#include "cli/session.hpp"
#include "cli/settings.hpp"

#include <string>
#include <vector>

namespace reckon::cli {

struct PromptOptions {
  std::string id;
  std::string format = "text";
  Settings settings;
};

ExitCode run_prompts(Session& session, const std::string& domain);
ExitCode run_prompt(Session& session, const PromptOptions& options);
ExitCode run_models(Session& session);
ExitCode run_model(Session& session, const std::string& id);
/// `format`: text or markdown.
ExitCode run_rules(Session& session, const std::string& format);
ExitCode run_explain(Session& session, const std::string& id);
ExitCode run_catalogue(Session& session);
ExitCode run_schema(Session& session, const std::string& name);

}  // namespace reckon::cli

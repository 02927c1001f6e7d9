// SPDX-License-Identifier: MIT
#include "cli/session.hpp"

#include "base/suggest.hpp"
#include "base/unicode.hpp"
#include "prompt/load.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::cli {

std::string version() {
  return RECKON_VERSION;
}

std::string say_line(std::string_view text) {
  constexpr std::size_t longest = 2000;
  return fmt::format("reckon: {}\n", base::shortened(base::printable(text), longest));
}

Session::Session(World& w, const std::vector<tree::CatalogueFile>& extra)
    : world(w), models(sources, extra), prompts(sources, extra) {}

void Session::say(const std::string& text) {
  world.err << say_line(text);
}

void Session::note(const std::string& text) {
  if (!world.is_quiet) say(text);
}

void Session::report(const base::Diagnostic& diagnostic) {
  if (world.is_quiet && diagnostic.severity == base::Severity::note) return;
  world.err << base::render(diagnostic, sources, world.err.colour) << '\n';
}

void Session::show(const std::vector<base::Diagnostic>& problems, std::size_t& shown) {
  for (; shown < problems.size(); ++shown) report(problems[shown]);
}

const model::Model* Session::model(const std::string& id) {
  const model::Model* found = models.find(id);
  show(models.problems(), shown_models_);
  return found;
}

const prompt::Prompt* Session::prompt(const std::string& id) {
  const prompt::Prompt* found = prompts.find(id);
  show(prompts.problems(), shown_prompts_);
  if (found == nullptr) return nullptr;
  const model::Model* sized_by = model(found->model);
  if (sized_by == nullptr) {
    say(fmt::format("prompt '{}' needs the model '{}', which is not sound", id, found->model));
    return nullptr;
  }
  std::vector<base::Diagnostic> problems;
  prompt::validate(*found, *sized_by, problems);
  for (const base::Diagnostic& problem : problems) report(problem);
  return problems.empty() ? found : nullptr;
}

std::optional<check::Context> Session::context(const std::string& id) {
  const auto known = [&id](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  if (known(prompts.ids())) {
    const prompt::Prompt* found = prompt(id);
    if (found == nullptr) return std::nullopt;
    return check::make_context(*models.find(found->model), found);
  }
  if (known(models.ids())) {
    const model::Model* found = model(id);
    if (found == nullptr) return std::nullopt;
    return check::make_context(*found, nullptr);
  }
  std::vector<std::string> ids = prompts.ids();
  const std::vector<std::string> more = models.ids();
  ids.insert(ids.end(), more.begin(), more.end());
  const std::string hint = base::did_you_mean(id, ids);
  say(fmt::format("no prompt or model '{}'{}{}", id,
                  hint.empty() ? "; see `reckon prompts` and `reckon models`" : "; ", hint));
  return std::nullopt;
}

std::vector<report::RuleText> Session::rules() {
  for (const std::string& id : models.ids()) model(id);
  for (const std::string& id : prompts.ids()) prompt(id);
  return report::rule_texts(prompts, models);
}

void Session::report_setting(base::Diagnostic problem, const check::Context& context) {
  if (problem.code == "usage.unknown-name") {
    std::string variables;
    if (context.prompt != nullptr) {
      for (const prompt::Variable& variable : context.prompt->variables)
        variables +=
            fmt::format("{}{} = {}", variables.empty() ? "" : "\n", variable.name, variable.fallback);
    }
    if (!variables.empty()) problem.remarks.push_back({"variables", variables});
    problem.remarks.push_back({"quantities", fmt::format("see `reckon model {}`", context.model->id)});
  }
  report(problem);
}

}  // namespace reckon::cli

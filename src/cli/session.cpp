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

Session::Session(World& w, const std::vector<tree::CatalogueFile>& extra)
    : world(w), models(sources, extra), prompts(sources, extra) {}

void Session::say(const std::string& text) {
  world.err << "reckon: " << base::printable(text) << '\n';
}

void Session::report(const base::Diagnostic& diagnostic) {
  world.err << base::render(diagnostic, sources, world.colour_err) << '\n';
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

bool Session::set(check::Context& context, const std::vector<std::string>& settings) {
  bool sound = true;
  for (const std::string& setting : settings) {
    const base::SourceId source = sources.add("command line", setting);
    if (auto done = check::set(context, sources, source); !done) {
      report(done.error());
      sound = false;
    }
  }
  return sound;
}

}  // namespace reckon::cli

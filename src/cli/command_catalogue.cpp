// SPDX-License-Identifier: MIT
#include "cli/command_catalogue.hpp"

#include "base/suggest.hpp"
#include "prompt/render.hpp"
#include "report/catalogue_page.hpp"
#include "report/model_page.hpp"
#include "report/rule_page.hpp"
#include "report/schemas.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace reckon::cli {
namespace {

ExitCode unknown(Session& session, std::string_view kind, const std::string& id,
                 const std::vector<std::string>& ids) {
  const std::string hint = base::did_you_mean(id, ids);
  session.say(fmt::format("no {} '{}'; {}", kind, id,
                          hint.empty() ? fmt::format("known are {}", fmt::join(ids, ", ")) : hint));
  return ExitCode::usage;
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::size_t widest(const std::vector<std::string>& ids) {
  std::size_t width = 0;
  for (const std::string& id : ids) width = std::max(width, id.size());
  return width;
}

}  // namespace

ExitCode run_prompts(Session& session, const std::string& domain) {
  ExitCode code = ExitCode::clean;
  const std::vector<std::string> ids = session.prompts.ids();
  std::vector<std::string> domains;
  bool any = false;
  for (const std::string& id : ids) {
    const prompt::Prompt* prompt = session.prompt(id);
    if (prompt == nullptr) {
      code = ExitCode::usage;
      continue;
    }
    domains.insert(domains.end(), prompt->domains.begin(), prompt->domains.end());
    if (!domain.empty() && !contains(prompt->domains, domain)) continue;
    any = true;
    session.world.out << fmt::format("{:<{}}  {}  [{}]\n", id, widest(ids), prompt->title,
                                     fmt::join(prompt->domains, ", "));
  }
  if (!any && !domain.empty() && code == ExitCode::clean) {
    std::sort(domains.begin(), domains.end());
    domains.erase(std::unique(domains.begin(), domains.end()), domains.end());
    return unknown(session, "domain", domain, domains);
  }
  return code;
}

ExitCode run_prompt(Session& session, const PromptOptions& options) {
  if (!contains(session.prompts.ids(), options.id))
    return unknown(session, "prompt", options.id, session.prompts.ids());
  auto context = session.context(options.id);
  if (!context || !apply(session, *context, options.settings)) return ExitCode::usage;
  // Variables in the order of the file, whatever order they were set in.
  std::vector<prompt::Setting> settings;
  for (const prompt::Variable& variable : context->prompt->variables) {
    const auto at = std::find_if(context->variables.begin(), context->variables.end(),
                                 [&](const prompt::Setting& s) { return s.variable == &variable; });
    if (at == context->variables.end()) {
      session.report(
          base::problem("prompt.missing-variable",
                        fmt::format("'{}' has no value: give --set {}=...", variable.name, variable.name),
                        variable.declared));
      return ExitCode::usage;
    }
    settings.push_back(*at);
  }
  const auto rendered = prompt::render(*context->prompt, settings);
  if (!rendered) {
    session.report(rendered.error());
    return ExitCode::usage;
  }
  for (const prompt::Format& format : prompt::format_table()) {
    if (format.name == options.format) session.world.out << format.print(*context->prompt, *rendered);
  }
  return ExitCode::clean;
}

ExitCode run_models(Session& session) {
  ExitCode code = ExitCode::clean;
  const std::vector<std::string> ids = session.models.ids();
  for (const std::string& id : ids) {
    const model::Model* model = session.model(id);
    if (model == nullptr) {
      code = ExitCode::usage;
      continue;
    }
    session.world.out << fmt::format("{:<{}}  {}\n", id, widest(ids), model->title);
  }
  return code;
}

ExitCode run_model(Session& session, const std::string& id) {
  if (!contains(session.models.ids(), id)) return unknown(session, "model", id, session.models.ids());
  const model::Model* model = session.model(id);
  if (model == nullptr) return ExitCode::usage;
  session.world.out << report::print_model_page(*model);
  return ExitCode::clean;
}

ExitCode run_rules(Session& session, const std::string& format) {
  const std::vector<report::RuleText> rules = session.rules();
  session.world.out << (format == "markdown" ? report::print_rules_as_markdown(rules)
                                             : report::print_rule_list(rules));
  return ExitCode::clean;
}

ExitCode run_explain(Session& session, const std::string& id) {
  std::vector<std::string> ids;
  for (const report::RuleText& rule : session.rules()) {
    if (rule.id == id) {
      session.world.out << report::print_rule_page(rule);
      return ExitCode::clean;
    }
    ids.push_back(rule.id);
  }
  const std::string hint = base::did_you_mean(id, ids);
  session.say(fmt::format("no rule or slip '{}'; {}", id, hint.empty() ? "see `reckon rules`" : hint));
  return ExitCode::usage;
}

ExitCode run_catalogue(Session& session) {
  session.world.out << report::print_catalogue(session.prompts, session.models);
  return ExitCode::clean;
}

ExitCode run_schema(Session& session, const std::string& name) {
  if (const auto text = report::schema(name)) {
    session.world.out << *text;
    return ExitCode::clean;
  }
  return unknown(session, "schema", name, report::schema_names());
}

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// THE list of commands: name, summary, flags. The only file that sees CLI11.
#include "cli/app.hpp"

#include "base/suggest.hpp"
#include "base/unicode.hpp"
#include "cli/command_calc.hpp"
#include "cli/command_catalogue.hpp"
#include "cli/command_check.hpp"
#include "cli/command_size.hpp"
#include "cli/files.hpp"
#include "prompt/render.hpp"
#include "report/formats.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace reckon::cli {
namespace {

/// Every command's options; CLI11 fills those of the chosen one.
struct Options {
  CheckOptions check;
  SizeOptions size;
  PromptOptions prompt;
  std::string expression;
  std::string domain;
  std::string model;
  std::string schema;
  std::string catalogue;
  std::string colour = "auto";
};

using Command = std::function<ExitCode(Session&)>;

template <class Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.emplace_back(row.name);
  return out;
}

void add_reading(CLI::App& command, CheckOptions& options) {
  command.add_option("FILE", options.files, "Markdown, JSON, YAML or shell; - is standard input")->required();
  command.add_option("--prompt", options.prompt, "the prompt that it answers (default: told by its keys)");
  command
      .add_option("--set", options.settings,
                  "name=value: a variable of the prompt or a quantity of the model")
      ->allow_extra_args(false);
  command.add_option("--stdin-name", options.stdin_name, "name for standard input, tells the format")
      ->capture_default_str();
}

void add_fail_on(CLI::App& command, std::string& level) {
  command.add_option("--fail-on", level, "lowest severity that makes the exit code 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->capture_default_str();
}

void add_check(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* check =
      app.add_subcommand("check", "read a design, recompute its numbers, say which do not follow");
  add_reading(*check, options.check);
  add_fail_on(*check, options.check.fail_on);
  check->add_option("--format", options.check.format, "format of the report on stdout")
      ->check(CLI::IsMember(names_of(report::format_table())))
      ->capture_default_str();
  check->add_option("--report", options.check.reports, "FORMAT=PATH: a further report; may be repeated")
      ->allow_extra_args(false);
  check->add_flag("-v,--verbose", options.check.verbose, "also what holds, and the inputs in force");
  check->callback([&] { chosen = [&](Session& session) { return run_check(session, options.check); }; });

  CLI::App* claims =
      app.add_subcommand("claims", "every number that was read, with its meaning, and why others were not");
  add_reading(*claims, options.check);
  claims->add_option("--format", options.check.format)
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  claims->callback([&] { chosen = [&](Session& session) { return run_claims(session, options.check); }; });
}

void add_size(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* size = app.add_subcommand("size", "what-if: size a system from the shell");
  size->add_option("ID", options.size.id, "a prompt or a model")->required();
  size->add_option("name=value", options.size.settings, "values in force");
  size->add_option("--set", options.size.settings, "the same as name=value")->allow_extra_args(false);
  size->add_option("--scenario", options.size.scenarios, "a YAML file of settings; may be repeated")
      ->allow_extra_args(false);
  size->add_option("--explain", options.size.explain, "how an output comes about, down to the inputs");
  size->add_option("--sweep", options.size.sweeps,
                   "name=low..high, and :count, :step or :xFACTOR behind; repeated, a grid")
      ->allow_extra_args(false);
  size->add_option("--outputs", options.size.outputs,
                   "of --sweep and --vary, with commas between (default: the needs)");
  size->add_option("--chart", options.size.chart, "the sweep as an SVG file");
  size->add_option("--solve", options.size.solve, "name or name=low..high: where the limit of --for is kept");
  size->add_option("--for", options.size.limit,
                   "'output <= value', also with <, >=, > or =; with --vary: how often it is kept");
  size->add_option("--vary", options.size.varied,
                   "name=low..high: 90 % of a lognormal estimate; or normal(low..high), uniform(...), "
                   "triangular(low..mode..high), whole(...); repeated")
      ->allow_extra_args(false);
  size->add_option("--samples", options.size.samples, "of --vary (default: 100,000)");
  size->add_option("--seed", options.size.seed, "of --vary: the same seed, the same result (default: 1)");
  size->add_option("--correlate", options.size.correlations, "a,b=0.7: two varied inputs that go together")
      ->allow_extra_args(false);
  size->add_option("--threads", options.size.threads, "of --vary; the result does not depend on them");
  size->add_option("--compare", options.size.compare,
                   "settings ('peakTPS=200k/s,regions=3') or scenario files, side by side");
  size->add_option("--format", options.size.format,
                   "text or json; csv of --sweep, --vary and --compare, chart of --sweep")
      ->check(CLI::IsMember(size_formats()))
      ->capture_default_str();
  add_fail_on(*size, options.size.fail_on);
  size->callback([&] { chosen = [&](Session& session) { return run_size(session, options.size); }; });
}

void add_catalogue(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* calc =
      app.add_subcommand("calc", "calculator with units: reckon calc '2 KB * 100k/s * 30 days in TB'");
  calc->add_option("EXPRESSION", options.expression)->required();
  calc->callback([&] { chosen = [&](Session& session) { return run_calc(session, options.expression); }; });

  CLI::App* prompts = app.add_subcommand("prompts", "the catalogue of prompts");
  prompts->add_option("--domain", options.domain, "only those of one domain");
  prompts->callback([&] { chosen = [&](Session& session) { return run_prompts(session, options.domain); }; });

  CLI::App* prompt = app.add_subcommand("prompt", "one prompt, rendered for a language model");
  prompt->add_option("ID", options.prompt.id)->required();
  prompt->add_option("--set", options.prompt.settings, "name=value: a variable of the prompt")
      ->allow_extra_args(false);
  prompt->add_option("--format", options.prompt.format)
      ->check(CLI::IsMember(names_of(prompt::format_table())))
      ->capture_default_str();
  prompt->callback([&] { chosen = [&](Session& session) { return run_prompt(session, options.prompt); }; });

  CLI::App* models = app.add_subcommand("models", "the catalogue of sizing models");
  models->callback([&] { chosen = [](Session& session) { return run_models(session); }; });

  CLI::App* model = app.add_subcommand("model", "one model: inputs, outputs, checks, sources");
  model->add_option("ID", options.model)->required();
  model->callback([&] { chosen = [&](Session& session) { return run_model(session, options.model); }; });

  CLI::App* catalogue = app.add_subcommand("catalogue", "all prompts and models as one Markdown page");
  catalogue->callback([&] { chosen = [](Session& session) { return run_catalogue(session); }; });

  CLI::App* schema = app.add_subcommand("schema", "a JSON Schema: report, claims, sizing, model or prompt");
  schema->add_option("NAME", options.schema)->required();
  schema->callback([&] { chosen = [&](Session& session) { return run_schema(session, options.schema); }; });
}

/// "did you mean 'check'?" when the first word is no command.
std::string hint(const CLI::App& app, const std::vector<std::string>& arguments) {
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    commands.push_back(command->get_name());
  // A word behind `--color` is its value.
  std::size_t first = 0;
  while (first < arguments.size() && arguments[first].starts_with('-'))
    first += arguments[first].starts_with("--") && arguments[first].find('=') == std::string::npos ? 2U : 1U;
  if (first >= arguments.size()) return {};
  const std::string& word = arguments[first];
  if (std::find(commands.begin(), commands.end(), word) != commands.end()) return {};
  const std::string meant = base::did_you_mean(word, commands);
  return fmt::format("reckon: there is no command '{}'{}{}\n", base::printable(word),
                     meant.empty() ? "" : "; ", meant);
}

base::Colour colour_for(const std::string& wish, bool no_colour, bool is_terminal) {
  if (wish == "always") return base::Colour::ansi;
  return wish == "auto" && is_terminal && !no_colour ? base::Colour::ansi : base::Colour::none;
}

}  // namespace

ExitCode run(const Invocation& invocation, World world) {
  Options options;
  options.catalogue = invocation.catalogue_path;
  Command chosen;
  CLI::App app("Recomputes the numbers in system designs and says which do not follow.", "reckon");
  app.set_version_flag("--version", version());
  app.require_subcommand(1);
  app.fallthrough();
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  app.add_option("--catalogue", options.catalogue,
                 "folder whose models/ and prompts/ replace or extend the built-in ones (also RECKON_PATH)");
  app.add_option("--color", options.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  add_check(app, options, chosen);
  add_size(app, options, chosen);
  add_catalogue(app, options, chosen);
  try {
    std::vector<std::string> reversed(invocation.arguments.rbegin(), invocation.arguments.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    const bool is_help = error.get_exit_code() == 0;
    app.exit(error, world.out, world.err);
    if (!is_help) world.err << hint(app, invocation.arguments);
    return is_help ? ExitCode::clean : ExitCode::usage;
  }
  world.err_is_terminal = invocation.err_is_terminal;
  world.columns = invocation.columns;
  world.colour_out = colour_for(options.colour, invocation.no_colour, invocation.out_is_terminal);
  world.colour_err = colour_for(options.colour, invocation.no_colour, invocation.err_is_terminal);

  std::vector<tree::CatalogueFile> extra;
  if (!options.catalogue.empty()) {
    auto files = read_catalogue(options.catalogue);
    if (!files) {
      world.err << fmt::format("reckon: catalogue {}: {}\n", options.catalogue, files.error());
      return ExitCode::usage;
    }
    extra = std::move(*files);
  }
  Session session(world, extra);
  return chosen(session);
}

}  // namespace reckon::cli

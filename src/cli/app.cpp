// SPDX-License-Identifier: MIT
// THE list of commands: name, summary, flags. With option_groups the only file that sees CLI11.
#include "cli/app.hpp"

#include "base/suggest.hpp"
#include "cli/command_calc.hpp"
#include "cli/command_catalogue.hpp"
#include "cli/command_check.hpp"
#include "cli/command_size.hpp"
#include "cli/command_waive.hpp"
#include "cli/examples.hpp"
#include "cli/files.hpp"
#include "cli/option_groups.hpp"
#include "cli/typing_slips.hpp"
#include "gate/config.hpp"
#include "prompt/render.hpp"
#include "report/formats.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <sstream>

namespace reckon::cli {
namespace {

/// Every command's options; CLI11 fills those of the chosen one.
struct Options {
  CheckOptions check;
  WaiveOptions waive;
  BaselineOptions baseline;
  SizeOptions size;
  PromptOptions prompt;
  std::string expression;
  std::string domain;
  std::string model;
  std::string schema;
  std::string rules_format = "text";
  std::string explained;
  std::string help;
  std::string catalogue;
  std::string colour = "auto";
};

using Command = std::function<ExitCode(Session&)>;

std::vector<CLI::App*> all_commands(CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> names(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    out.push_back(command->get_name());
  return out;
}

/// "--format", "-v": those of a command, and those of the program.
std::vector<std::string> options_of(const CLI::App& app, const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::App* owner : {&command, &app}) {
    for (const CLI::Option* option : owner->get_options()) {
      for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
      for (const std::string& name : option->get_snames()) out.push_back("-" + name);
    }
  }
  return out;
}

template <class Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.emplace_back(row.name);
  return out;
}

void add_gate(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* waive = app.add_subcommand("waive", "let a finding pass until a day, for a reason");
  waive
      ->add_option("FINDING", options.waive.finding,
                   "PATH:LINE, its id, or the first digits of its fingerprint")
      ->required();
  add_reading(*waive, options.waive.gate.reading);
  add_gate_files(*waive, options.waive.gate);
  waive->add_option("--reason", options.waive.reason, "why it may pass: at least 20 letters")->required();
  waive->add_option("--owner", options.waive.owner, "who answers for it")->required();
  waive->add_option("--expires", options.waive.expires, "the last day on which it holds")
      ->required()
      ->check(a_day());
  waive->add_option("--link", options.waive.link, "where it was decided");
  waive->callback([&] { chosen = [&](Session& session) { return run_waive(session, options.waive); }; });

  CLI::App* baseline =
      app.add_subcommand("baseline", "write down the findings that are there, or drop past ones");
  baseline->add_option("ACTION", options.baseline.action, "write or prune")
      ->required()
      ->check(one_of({"write", "prune"}));
  add_reading(*baseline, options.baseline.gate.reading);
  add_gate_files(*baseline, options.baseline.gate);
  baseline->callback(
      [&] { chosen = [&](Session& session) { return run_baseline(session, options.baseline); }; });
}

void add_check(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* check =
      app.add_subcommand("check", "read a design, recompute its numbers, say which do not follow");
  add_reading(*check, options.check.gate.reading);
  check
      ->add_option("--fail-on", options.check.gate.fail_on,
                   "lowest severity that makes the exit code 1 (default: error)")
      ->check(one_of({"error", "warning", "note", "never"}));
  check
      ->add_option("--min-ratio", options.check.gate.least_ratio,
                   "findings with a smaller factor do not fail")
      ->check(read_by(gate::read_amount, "number"));
  check
      ->add_option("--min-coverage", options.check.gate.least_coverage,
                   "share of the numbers that must be explained: '40 %' or 0.4")
      ->check(read_by(gate::read_share, "share such as 40 %"));
  add_gate_files(*check, options.check.gate);
  check->add_option("--select", options.check.gate.selected, "only these rules or families; may be repeated")
      ->allow_extra_args(false);
  check->add_option("--ignore", options.check.gate.ignored, "not these rules or families; may be repeated")
      ->allow_extra_args(false);
  check->add_option("--format", options.check.format, "format of the report on stdout")
      ->check(one_of(names_of(report::format_table())))
      ->capture_default_str();
  check
      ->add_option("--min-evidence", options.check.gate.reading.least_evidence,
                   "bits from which a calculation is told to be wrong (default: 3.4); less tells more")
      ->check(read_by(gate::read_number, "number"));
  check->add_option("--report", options.check.reports, "FORMAT=PATH: a further report; may be repeated")
      ->allow_extra_args(false);
  check->add_flag("-v,--verbose", options.check.verbose, "also what holds, and the inputs in force");
  check->callback([&] { chosen = [&](Session& session) { return run_check(session, options.check); }; });

  CLI::App* claims = app.add_subcommand("claims", "every number, with its meaning and what it follows from");
  add_reading(*claims, options.check.gate.reading);
  claims->add_option("--format", options.check.format)
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  claims->callback([&] { chosen = [&](Session& session) { return run_claims(session, options.check); }; });
}

void add_size(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* size = app.add_subcommand("size", "what-if: size a system from the shell");
  size->add_option("ID", options.size.id, "a prompt or a model")->required();
  size->add_option("name=value", options.size.settings.values, "values in force");
  add_settings(*size, options.size.settings, "--settings,--scenario", "the same as name=value");
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
      ->check(one_of(size_formats()))
      ->capture_default_str();
  add_fail_on(*size, options.size.fail_on);
  size->callback([&] { chosen = [&](Session& session) { return run_size(session, options.size); }; });
}

void add_catalogue(CLI::App& app, Options& options, Command& chosen) {
  CLI::App* calc = app.add_subcommand("calc", "calculator with units");
  calc->add_option("EXPRESSION", options.expression)->required();
  calc->callback([&] { chosen = [&](Session& session) { return run_calc(session, options.expression); }; });

  CLI::App* prompts = app.add_subcommand("prompts", "the catalogue of prompts");
  prompts->add_option("--domain", options.domain, "only those of one domain");
  prompts->callback([&] { chosen = [&](Session& session) { return run_prompts(session, options.domain); }; });

  CLI::App* prompt = app.add_subcommand("prompt", "one prompt, rendered for a language model");
  prompt->add_option("ID", options.prompt.id)->required();
  add_settings(*prompt, options.prompt.settings, "--settings", "name=value: a variable of the prompt");
  prompt->add_option("--format", options.prompt.format)
      ->check(one_of(names_of(prompt::format_table())))
      ->capture_default_str();
  prompt->callback([&] { chosen = [&](Session& session) { return run_prompt(session, options.prompt); }; });

  CLI::App* models = app.add_subcommand("models", "the catalogue of sizing models");
  models->callback([&] { chosen = [](Session& session) { return run_models(session); }; });

  CLI::App* model = app.add_subcommand("model", "one model: inputs, outputs, checks, sources");
  model->add_option("ID", options.model)->required();
  model->callback([&] { chosen = [&](Session& session) { return run_model(session, options.model); }; });

  CLI::App* rules = app.add_subcommand("rules", "every rule and every slip, with what it says");
  rules->add_option("--format", options.rules_format)
      ->check(one_of({"text", "markdown"}))
      ->capture_default_str();
  rules->callback(
      [&] { chosen = [&](Session& session) { return run_rules(session, options.rules_format); }; });

  CLI::App* explain =
      app.add_subcommand("explain", "one rule or slip: when it speaks, examples, how to waive");
  explain
      ->add_option("RULE", options.explained, "as it stands in brackets behind a severity, or a slip's name")
      ->required();
  explain->callback(
      [&] { chosen = [&](Session& session) { return run_explain(session, options.explained); }; });

  CLI::App* catalogue = app.add_subcommand("catalogue", "all prompts and models as one Markdown page");
  catalogue->callback([&] { chosen = [](Session& session) { return run_catalogue(session); }; });

  CLI::App* schema =
      app.add_subcommand("schema", "a JSON Schema: report, claims, sizing, config, waivers, model or prompt");
  schema->add_option("NAME", options.schema)->required();
  schema->callback([&] { chosen = [&](Session& session) { return run_schema(session, options.schema); }; });
}

/// `App::help` would tell of the command that was chosen.
std::string page_of(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
}

void add_help(CLI::App& app, std::string& command, Command& chosen) {
  CLI::App* help = app.add_subcommand("help", "this page, or the page of a command");
  help->add_option("COMMAND", command);
  help->callback([&] {
    chosen = [&](Session& session) {
      const std::vector<std::string> known = names(app);
      const bool is_known = std::find(known.begin(), known.end(), command) != known.end();
      if (command.empty() || is_known) {
        session.world.out << (is_known ? app.get_subcommand(command)->help(app.get_name()) : page_of(app));
        return ExitCode::clean;
      }
      session.say(unknown_command(command, known));
      return ExitCode::usage;
    };
  });
}

void add_examples(CLI::App& app, std::string_view command) {
  std::string text = "Examples:";
  for (const Example& example : example_table()) {
    if (example.command == command) text += fmt::format("\n  {}", example.line);
  }
  app.footer(text);
}

/// What is wrong with the command line, and what may have been meant.
std::string explain(const CLI::ParseError& error, const CLI::App& app,
                    const std::vector<std::string>& arguments) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  if (commands.empty()) {
    if (const std::string word = first_word(arguments); !word.empty())
      return unknown_command(word, names(app));
  }
  const CLI::App& command = commands.empty() ? app : *commands.front();
  const std::string called = commands.empty() ? "reckon" : "reckon " + command.get_name();
  const std::vector<std::string> rest = app.remaining(true);
  const auto is_rest = [&rest](const std::string& word) {
    return std::find(rest.begin(), rest.end(), word) != rest.end();
  };
  const auto first = std::find_if(arguments.begin(), arguments.end(), is_rest);
  const auto option = std::find_if(first, arguments.end(), [&](const std::string& word) {
    return word.size() > 1 && word.starts_with('-') && is_rest(word);
  });
  if (option != arguments.end()) return unknown_option(*option, called, options_of(app, command));
  if (first != arguments.end() && !commands.empty()) return unexpected(*first, called);
  if (commands.empty()) return "a command is wanted; see `reckon help`";
  return fmt::format("{}; see `{} --help`", error.what(), called);
}

}  // namespace

ExitCode run(const Invocation& invocation, World world) {
  Options options;
  options.catalogue = invocation.catalogue_path;
  Command chosen;
  CLI::App app("Recomputes the numbers in system designs and says which do not follow.", "reckon");
  app.set_version_flag("-V,--version", "reckon " + version());
  app.require_subcommand(1);
  app.fallthrough();
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  app.add_option("--catalogue", options.catalogue,
                 "folder whose models/ and prompts/ replace or extend the built-in ones (also RECKON_PATH)");
  app.add_option("--color", options.colour, "auto, always or never")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_flag("-q,--quiet", world.is_quiet, "no notes about the run on stderr, only what is wrong");
  add_check(app, options, chosen);
  add_gate(app, options, chosen);
  add_size(app, options, chosen);
  add_catalogue(app, options, chosen);
  add_help(app, options.help, chosen);
  add_examples(app, "");
  for (CLI::App* command : all_commands(app)) add_examples(*command, command->get_name());
  if (invocation.arguments.empty()) {
    world.out << page_of(app);
    return ExitCode::clean;
  }
  try {
    std::vector<std::string> reversed(invocation.arguments.rbegin(), invocation.arguments.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) {
      world.err << say_line(explain(error, app, invocation.arguments));
      return ExitCode::usage;
    }
    std::ostringstream page;
    app.exit(error, page, page);
    world.out << page.str();
    return ExitCode::clean;
  }
  world.columns = invocation.columns;
  world.err.is_terminal = invocation.err_is_terminal && !invocation.is_dumb;
  world.out.colour = colour_for(options.colour, invocation, invocation.out_is_terminal);
  world.err.colour = colour_for(options.colour, invocation, invocation.err_is_terminal);

  std::vector<tree::CatalogueFile> extra;
  if (!options.catalogue.empty()) {
    auto files = read_catalogue(options.catalogue);
    if (!files) {
      world.err << say_line(fmt::format("catalogue {}: {}", options.catalogue, files.error()));
      return ExitCode::usage;
    }
    extra = std::move(*files);
  }
  Session session(world, extra);
  return chosen(session);
}

}  // namespace reckon::cli

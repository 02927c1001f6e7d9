// SPDX-License-Identifier: MIT
#include "cli/option_groups.hpp"

#include "base/suggest.hpp"
#include "gate/day.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace reckon::cli {

CLI::Validator one_of(const std::vector<std::string>& words) {
  const auto check = [words](const std::string& text) {
    if (std::find(words.begin(), words.end(), text) != words.end()) return std::string{};
    const std::string hint = base::did_you_mean(text, words);
    return fmt::format("'{}' is none of {}{}{}", text, fmt::join(words, ", "), hint.empty() ? "" : "; ",
                       hint);
  };
  return {check, fmt::format("{{{}}}", fmt::join(words, ","))};
}

CLI::Validator read_by(std::optional<double> (*read)(std::string_view), const std::string& wanted) {
  const auto check = [read, wanted](const std::string& text) {
    return read(text) ? std::string{} : fmt::format("'{}' is no {}", text, wanted);
  };
  return {check, ""};
}

CLI::Validator a_day() {
  const auto check = [](const std::string& text) {
    return gate::read_day(text) ? std::string{} : fmt::format("'{}' is no day such as 2026-06-30", text);
  };
  return {check, ""};
}

void add_settings(CLI::App& command, Settings& settings, const std::string& files, const std::string& about) {
  command.add_option("--set", settings.values, about)->allow_extra_args(false);
  command.add_option(files, settings.files, "a YAML file of settings; may be repeated, --set wins")
      ->allow_extra_args(false);
}

void add_reading(CLI::App& command, ReadingOptions& options) {
  command.add_option(
      "FILE", options.files,
      "Markdown, JSON, YAML, SQL...; a folder or a pattern stands for its files, - for standard input");
  command.add_option("--files-from", options.files_from, "a file with one path a line, - for standard input");
  command
      .add_option("--exclude", options.exclude,
                  "a pattern of files that are left out, as in .gitignore; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--config", options.config.file,
                     "the configuration (default: the nearest .reckon.yaml upward)");
  command.add_flag("--no-config", options.config.is_none, "no configuration");
  command.add_option("--prompt", options.prompt, "the prompt that it answers (default: told by its keys)");
  add_settings(command, options.settings, "--settings",
               "name=value: a variable of the prompt or a quantity of the model");
  command.add_option("--stdin-name", options.stdin_name, "name for standard input, tells the format")
      ->capture_default_str();
  command.add_flag("--together", options.together, "all files are one design, held against each other");
  command
      .add_option("--jobs", options.jobs, "files that are checked at once; the result does not depend on it")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command.add_flag("--require-numbers", options.require_numbers,
                   "a file without numbers makes the exit code 1 (default: a note)");
}

void add_fail_on(CLI::App& command, std::string& level) {
  command.add_option("--fail-on", level, "lowest severity that makes the exit code 1")
      ->check(one_of({"error", "warning", "note", "never"}))
      ->capture_default_str();
}

void add_gate_files(CLI::App& command, GateOptions& options) {
  command.add_option("--waivers", options.waivers, "the file of waivers (default: .reckon/waivers.yaml)");
  command.add_flag("--no-waivers", options.no_waivers, "what is waived counts");
  command.add_option("--baseline", options.baseline,
                     "findings that were there before, as `reckon baseline write` wrote them");
  command.add_option("--today", options.today, "the day on which waivers are judged")->check(a_day());
}

}  // namespace reckon::cli

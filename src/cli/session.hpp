// SPDX-License-Identifier: MIT
// What every command works with: the streams, the sources of the run, and the catalogue.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "check/context.hpp"
#include "cli/exit_code.hpp"
#include "cli/output.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"
#include "report/rule_page.hpp"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace reckon::cli {

/// The world, as it was handed to main; tests hand in their own.
struct World {
  std::istream& in;
  Output out;
  Output err;
  std::size_t columns = 80;  ///< of the terminal, for charts
  bool is_quiet = false;     ///< notes about the run are not wanted
};

class Session {
 public:
  Session(World& world, const std::vector<tree::CatalogueFile>& extra);

  World& world;
  base::Sources sources;
  model::Library models;
  prompt::Library prompts;

  /// A message about the run, on stderr.
  void say(const std::string& text);
  /// One that nobody has to act on.
  void note(const std::string& text);
  void report(const base::Diagnostic& diagnostic);

  /// The model, or its problems on stderr and null.
  const model::Model* model(const std::string& id);
  /// The prompt, validated against its model, or its problems on stderr and null.
  const prompt::Prompt* prompt(const std::string& id);
  /// The context of a prompt, or of a model by itself when no prompt has that id; nothing after a message.
  std::optional<check::Context> context(const std::string& id);
  /// Every rule and every slip; problems of models and prompts go to stderr.
  std::vector<report::RuleText> rules();
  /// What is wrong with a setting; with a name that nobody knows, the names that there are.
  void report_setting(base::Diagnostic problem, const check::Context& context);

 private:
  void show(const std::vector<base::Diagnostic>& problems, std::size_t& shown);
  std::size_t shown_models_ = 0;
  std::size_t shown_prompts_ = 0;
};

/// "reckon: ..." as one line, whatever the text holds.
std::string say_line(std::string_view text);

/// The version of the program.
std::string version();

}  // namespace reckon::cli

// SPDX-License-Identifier: MIT
// The configuration of a run: which file it is, and how names in it are looked up. A run without one has an
// empty one.
#pragma once

#include "cli/session.hpp"
#include "gate/config.hpp"
#include "report/project.hpp"

#include <optional>
#include <string>

namespace reckon::cli {

struct ConfigWishes {
  std::string file;      ///< of --config; "": the nearest `.reckon.yaml` upward to the root of the repository
  bool is_none = false;  ///< --no-config
};

struct Configuration {
  gate::Config config;
  std::string path;        ///< "" for none
  report::Project folder;  ///< paths in the file start from its folder

  /// The path as a pattern of the file sees it.
  [[nodiscard]] std::string path_of(std::string_view typed) const { return report::path_in(folder, typed); }
  /// A file that the configuration names, as this process opens it.
  [[nodiscard]] std::string place_of(const std::string& named) const;
  /// Whether somebody laid out this place for the gate: it has a configuration or is a repository. Elsewhere
  /// a file beside the checked one may be anybody's.
  [[nodiscard]] bool is_place_of_a_team() const;

  bool is_asked_for = true;  ///< not with --no-config
};

/// Nothing after messages: a file that is wrong or missing makes the run invalid.
std::optional<Configuration> find_configuration(Session& session, const ConfigWishes& wishes);

/// How words of a configuration are looked up.
gate::KnownNames known_names(Session& session);

/// The rules of all models and prompts, and those of the program, in alphabetical order.
std::vector<std::string> all_rules(Session& session);

}  // namespace reckon::cli

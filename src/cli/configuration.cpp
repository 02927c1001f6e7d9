// SPDX-License-Identifier: MIT
#include "cli/configuration.hpp"

#include "cli/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace reckon::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* config_name = ".reckon.yaml";

/// The path as it is told; "" for none.
std::string nearest_config(const report::Project& here) {
  std::error_code error;
  fs::path told;
  for (fs::path folder = here.folder;; folder = folder.parent_path(), told /= "..") {
    if (fs::is_regular_file(folder / config_name, error)) return (told / config_name).generic_string();
    if (folder == here.root || !folder.has_relative_path()) return {};
  }
}

}  // namespace

std::string Configuration::place_of(const std::string& named) const {
  const fs::path here = fs::path(folder.root).lexically_relative(folder.folder);
  return (here / named).lexically_normal().generic_string();
}

bool Configuration::is_place_of_a_team() const {
  std::error_code error;
  return is_asked_for && (!path.empty() || fs::exists(fs::path(folder.root) / ".git", error));
}

gate::KnownNames known_names(Session& session) {
  return {[&session] { return all_rules(session); }, [&session] { return session.prompts.ids(); }};
}

std::optional<Configuration> find_configuration(Session& session, const ConfigWishes& wishes) {
  Configuration out;
  const report::Project here = project_here();
  out.folder = here;
  out.is_asked_for = !wishes.is_none;
  out.path = wishes.is_none ? "" : wishes.file.empty() ? nearest_config(here) : wishes.file;
  if (out.path.empty()) return out;
  const auto text = read_file(out.path);
  if (!text) {
    session.say(fmt::format("{}: {}", out.path, text.error().message));
    return std::nullopt;
  }
  std::error_code error;
  out.folder.root = fs::absolute(out.path, error).lexically_normal().parent_path().generic_string();
  const base::SourceId source = session.sources.add(out.path, *text);
  std::vector<base::Diagnostic> problems;
  auto config = gate::load_config(session.sources, source, known_names(session), problems);
  for (const base::Diagnostic& problem : problems) session.report(problem);
  if (!config) return std::nullopt;
  out.config = std::move(*config);
  if (wishes.file.empty()) session.note(fmt::format("configuration: {}", out.path));
  return out;
}

std::vector<std::string> all_rules(Session& session) {
  std::vector<std::string> out;
  for (const report::RuleText& rule : session.rules()) {
    if (!rule.is_slip) out.push_back(rule.id);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace reckon::cli

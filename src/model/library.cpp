// SPDX-License-Identifier: MIT
#include "model/library.hpp"

#include "model/embedded.hpp"
#include "model/load.hpp"

#include <algorithm>

namespace reckon::model {
namespace {

/// `models/service-fleet.yaml` -> `service-fleet`
std::string id_of(std::string_view path) {
  constexpr std::string_view folder = "models/";
  constexpr std::string_view ending = ".yaml";
  const std::size_t at = path.rfind(folder);
  if (at == std::string_view::npos || !path.ends_with(ending)) return {};
  path.remove_prefix(at + folder.size());
  path.remove_suffix(ending.size());
  return path.find('/') == std::string_view::npos ? std::string(path) : std::string{};
}

}  // namespace

Library::Library(base::Sources& sources, const std::vector<tree::CatalogueFile>& extra)
    : sources_(sources), files_(sources, embedded_files(), extra, id_of) {}

const Model* Library::find(std::string_view id) {
  if (const auto at = loaded_.find(id); at != loaded_.end()) return at->second.get();
  if (loading_.count(id) != 0 || !files_.contains(id)) return nullptr;
  const std::string key(id);
  std::vector<base::Diagnostic> problems;
  loading_.insert(key);
  std::unique_ptr<Model> model;
  if (const auto root = files_.read(id, problems)) {
    Draft draft = load(*root, id, problems);
    model = std::make_unique<Model>(compile(
        sources_, std::move(draft), [this](std::string_view part) { return find(part); }, problems));
  }
  loading_.erase(key);
  const auto is_error = [](const base::Diagnostic& d) { return d.severity == base::Severity::error; };
  if (std::any_of(problems.begin(), problems.end(), is_error)) model.reset();
  problems_.insert(problems_.end(), problems.begin(), problems.end());
  return (loaded_[key] = std::move(model)).get();
}

}  // namespace reckon::model

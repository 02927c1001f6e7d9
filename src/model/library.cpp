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
  if (is_loading(id) || !files_.contains(id)) return nullptr;
  const std::string key(id);
  std::vector<base::Diagnostic> problems;
  loading_.push_back(key);
  std::unique_ptr<Model> model;
  if (const auto root = files_.read(id, problems)) {
    Draft draft = load(*root, id, problems);
    model = std::make_unique<Model>(compile(
        sources_, std::move(draft),
        [this](std::string_view part) {
          return is_loading(part) ? FoundModel{nullptr, circle(part)} : FoundModel{find(part), {}};
        },
        problems));
  }
  loading_.pop_back();
  const auto is_error = [](const base::Diagnostic& d) { return d.severity == base::Severity::error; };
  if (std::any_of(problems.begin(), problems.end(), is_error)) model.reset();
  problems_.insert(problems_.end(), problems.begin(), problems.end());
  return (loaded_[key] = std::move(model)).get();
}

bool Library::is_loading(std::string_view id) const {
  return std::find(loading_.begin(), loading_.end(), id) != loading_.end();
}

std::string Library::circle(std::string_view id) const {
  std::string out = "models use each other in a circle: ";
  for (auto at = std::find(loading_.begin(), loading_.end(), id); at != loading_.end(); ++at)
    out += *at + " -> ";
  return out.append(id);
}

}  // namespace reckon::model

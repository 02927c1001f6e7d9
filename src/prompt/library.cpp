// SPDX-License-Identifier: MIT
#include "prompt/library.hpp"

#include "prompt/embedded.hpp"
#include "prompt/load.hpp"

#include <algorithm>

namespace reckon::prompt {
namespace {

/// `prompts/payment-gateway/prompt.yaml` -> `payment-gateway`
std::string id_of(std::string_view path) {
  constexpr std::string_view folder = "prompts/";
  constexpr std::string_view file = "/prompt.yaml";
  const std::size_t at = path.rfind(folder);
  if (at == std::string_view::npos || !path.ends_with(file)) return {};
  path.remove_prefix(at + folder.size());
  path.remove_suffix(file.size());
  return std::string(path);
}

}  // namespace

Library::Library(base::Sources& sources, const std::vector<tree::CatalogueFile>& extra)
    : sources_(sources), files_(sources, embedded_files(), extra, id_of) {}

const Prompt* Library::find(std::string_view id) {
  if (const auto at = loaded_.find(id); at != loaded_.end()) return at->second.get();
  if (!files_.contains(id)) return nullptr;
  std::vector<base::Diagnostic> problems;
  std::unique_ptr<Prompt> prompt;
  if (const auto root = files_.read(id, problems)) {
    prompt = std::make_unique<Prompt>(load(*root, id, problems));
    check_placeholders(*prompt, sources_, problems);
  }
  const auto is_error = [](const base::Diagnostic& d) { return d.severity == base::Severity::error; };
  if (std::any_of(problems.begin(), problems.end(), is_error)) prompt.reset();
  problems_.insert(problems_.end(), problems.begin(), problems.end());
  return (loaded_[std::string(id)] = std::move(prompt)).get();
}

}  // namespace reckon::prompt

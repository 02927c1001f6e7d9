// SPDX-License-Identifier: MIT
#include "tree/catalogue.hpp"

#include "tree/packed.hpp"
#include "tree/read.hpp"

namespace reckon::tree {

Catalogue::Catalogue(base::Sources& sources, std::span<const base::EmbeddedFile> builtin,
                     const std::vector<CatalogueFile>& extra, std::string (*id_of)(std::string_view path))
    : sources_(sources) {
  const auto add = [&](const base::EmbeddedFile& file) {
    const std::string id = id_of(file.path);
    if (!id.empty()) files_[id] = {std::string(file.path), file.text, file.tree};
  };
  for (const base::EmbeddedFile& file : builtin) add(file);
  for (const CatalogueFile& file : extra) {
    texts_.push_back(file.text);
    add({file.path, texts_.back(), {}});
  }
}

std::vector<std::string> Catalogue::ids() const {
  std::vector<std::string> out;
  for (const auto& [id, file] : files_) out.push_back(id);
  return out;
}

std::string_view Catalogue::text(std::string_view id) const {
  const auto at = files_.find(id);
  return at == files_.end() ? std::string_view{} : at->second.text;
}

std::optional<Node> Catalogue::read(std::string_view id, std::vector<base::Diagnostic>& problems) {
  const auto at = files_.find(id);
  if (at == files_.end()) return std::nullopt;
  const base::SourceId source = sources_.add(at->second.path, std::string(at->second.text));
  if (!at->second.tree.empty()) return unpack(at->second.tree, sources_, source);
  Reading reading = read_yaml(sources_, sources_.whole(source), YamlDialect::catalogue);
  const bool sound = !reading.has_errors() && !reading.documents.empty();
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  if (!sound) return std::nullopt;
  return std::move(reading.documents.front());
}

}  // namespace reckon::tree

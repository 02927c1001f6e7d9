// SPDX-License-Identifier: MIT
// Catalogue files by id: those compiled into the program and those of a catalogue folder, which win. Reading
// one gives its tree; what the tree means is the business of the layers above.
#pragma once

#include "base/diagnostic.hpp"
#include "base/embedded.hpp"
#include "base/source.hpp"
#include "tree/node.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::tree {

/// A file of a catalogue folder, path relative to the folder.
struct CatalogueFile {
  std::string path;
  std::string text;
};

class Catalogue {
 public:
  /// `id_of` tells the id from a path ("" for a file that is none of this catalogue's).
  Catalogue(base::Sources& sources, std::span<const base::EmbeddedFile> builtin,
            const std::vector<CatalogueFile>& extra, std::string (*id_of)(std::string_view path));

  /// In alphabetical order.
  [[nodiscard]] std::vector<std::string> ids() const;
  [[nodiscard]] bool contains(std::string_view id) const { return files_.find(id) != files_.end(); }
  /// The file as it is written; "" for none.
  [[nodiscard]] std::string_view text(std::string_view id) const;

  /// The file's tree; nothing (and problems) when it is no sound YAML. The source is added to the run's
  /// sources.
  std::optional<Node> read(std::string_view id, std::vector<base::Diagnostic>& problems);

 private:
  struct File {
    std::string path;
    std::string_view text;
    std::span<const std::uint32_t> tree;  ///< of a file that was compiled into the program
  };
  base::Sources& sources_;
  std::deque<std::string> texts_;
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace reckon::tree

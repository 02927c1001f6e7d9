// SPDX-License-Identifier: MIT
// The models at hand. A model is loaded when it is first asked for.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/model.hpp"
#include "tree/catalogue.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::model {

class Library {
 public:
  Library(base::Sources& sources, const std::vector<tree::CatalogueFile>& extra);

  /// The model, or null; `problems()` then says why when the file exists but is not sound.
  const Model* find(std::string_view id);
  [[nodiscard]] std::vector<std::string> ids() const { return files_.ids(); }
  [[nodiscard]] const std::vector<base::Diagnostic>& problems() const { return problems_; }

 private:
  base::Sources& sources_;
  tree::Catalogue files_;
  std::map<std::string, std::unique_ptr<Model>, std::less<>> loaded_;  ///< null: not sound
  std::set<std::string, std::less<>> loading_;  ///< models on the way, to notice a cycle of `uses`
  std::vector<base::Diagnostic> problems_;
};

}  // namespace reckon::model

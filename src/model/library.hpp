// SPDX-License-Identifier: MIT
// The models at hand. A model is loaded when it is first asked for.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/model.hpp"
#include "tree/catalogue.hpp"

#include <map>
#include <memory>
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
  [[nodiscard]] bool is_loading(std::string_view id) const;
  /// "models use each other in a circle: a -> b -> a"
  [[nodiscard]] std::string circle(std::string_view id) const;

  base::Sources& sources_;
  tree::Catalogue files_;
  std::map<std::string, std::unique_ptr<Model>, std::less<>> loaded_;  ///< null: not sound
  std::vector<std::string> loading_;  ///< models on the way, outermost first, to notice a cycle of `uses`
  std::vector<base::Diagnostic> problems_;
};

}  // namespace reckon::model

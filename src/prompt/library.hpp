// SPDX-License-Identifier: MIT
// The prompts at hand. A prompt is loaded when it is first asked for.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "prompt/prompt.hpp"
#include "tree/catalogue.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::prompt {

class Library {
 public:
  Library(base::Sources& sources, const std::vector<tree::CatalogueFile>& extra);

  /// The prompt, or null; `problems()` then says why when the file exists but is not sound.
  const Prompt* find(std::string_view id);
  [[nodiscard]] std::vector<std::string> ids() const { return files_.ids(); }
  /// Its file, which need not be sound.
  [[nodiscard]] std::string_view text(std::string_view id) const { return files_.text(id); }
  [[nodiscard]] const std::vector<base::Diagnostic>& problems() const { return problems_; }

 private:
  base::Sources& sources_;
  tree::Catalogue files_;
  std::map<std::string, std::unique_ptr<Prompt>, std::less<>> loaded_;  ///< null: not sound
  std::vector<base::Diagnostic> problems_;
};

}  // namespace reckon::prompt

// SPDX-License-Identifier: MIT
// Model file -> model, in two steps: `load` reads the file strictly into a draft, `compile` resolves names,
// flattens the parts, parses and checks every formula, and finds the order of evaluation. All problems are
// reported at once.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/model.hpp"
#include "tree/node.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::model {

/// A model file as written: everything that needs other names is still text with a place.
struct Draft {
  struct Use {
    std::string alias;
    std::string model;
    base::Span span;
    std::vector<std::pair<std::string, const tree::Node*>> with;
  };
  struct CheckText {
    Check check;
    const tree::Node* require = nullptr;
    const tree::Node* when = nullptr;
    const tree::Node* say = nullptr;
  };
  struct AppearanceText {
    std::string slot;
    base::Span slot_span;
    Appearance appearance;
    base::Span span;
    const tree::Node* absent = nullptr;
  };
  struct ExampleText {
    Example example;
    const tree::Node* set = nullptr;
    const tree::Node* expect = nullptr;
  };

  Model model;                              ///< slots of the file itself, without formulas
  std::vector<const tree::Node*> formulas;  ///< per slot; null for an input
  std::vector<Use> uses;
  std::vector<CheckText> checks;
  std::vector<AppearanceText> appearances;
  std::vector<ExampleText> examples;
  std::vector<std::pair<const tree::Node*, const tree::Node*>> never_falls;  ///< output, input
};

/// The nodes of the tree must outlive the draft.
Draft load(const tree::Node& root, std::string_view id, std::vector<base::Diagnostic>& problems);

/// The sound model of that name, or null and why there is none.
struct FoundModel {
  const Model* model = nullptr;
  std::string why;
};

using FindModel = std::function<FoundModel(std::string_view id)>;

Model compile(const base::Sources& sources, Draft draft, const FindModel& find,
              std::vector<base::Diagnostic>& problems);

}  // namespace reckon::model

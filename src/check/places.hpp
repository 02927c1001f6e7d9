// SPDX-License-Identifier: MIT
// What artefacts state by the place at which it stands: `reads` of a prompt, `appears` of a model.
#pragma once

#include "check/collected.hpp"
#include "document/document.hpp"
#include "model/model.hpp"
#include "prompt/prompt.hpp"
#include "tree/pointer.hpp"

#include <cstddef>
#include <map>
#include <set>

namespace reckon::check {

class Places {
 public:
  /// All four must outlive this. `prompt` may be null.
  Places(const base::Sources& sources, const document::Document& document, const prompt::Prompt* prompt,
         const model::Model& model);

  /// Adds the claims of one artefact of the document, and what cannot be read. Gives the nodes of a response
  /// that are read by their places: those that `reads` speak of, and code.
  std::set<const tree::Node*> read(const document::Artefact& artefact, Collected& into) const;

 private:
  using Artefact = document::Artefact;

  std::set<const tree::Node*> read_response(const Artefact& artefact, Collected& into) const;
  void read_appearance(const Artefact& artefact, const model::Appearance& appearance, Collected& into) const;
  void read_count(const Artefact& artefact, const model::Appearance& appearance, Collected& into) const;
  void read_absent(const Artefact& artefact, const model::Appearance& appearance, Collected& into) const;
  [[nodiscard]] Claim located(const tree::Node& node, const std::string& pointer, Where where) const;
  [[nodiscard]] Claim stated_in(const Artefact& artefact, const model::Appearance& appearance,
                                const tree::Match& match) const;

  /// Of an appearance that counts artefacts: how many there are, told at the first of them.
  struct Number {
    const Artefact* first = nullptr;
    std::size_t count = 0;
  };

  const base::Sources& sources_;
  const prompt::Prompt* prompt_;
  const model::Model& model_;
  std::map<const model::Appearance*, Number> numbers_;
};

}  // namespace reckon::check

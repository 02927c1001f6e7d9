// SPDX-License-Identifier: MIT
// Fragments -> claims with places and labels. What a claim means is settled by `bind`.
#pragma once

#include "base/source.hpp"
#include "check/claim.hpp"
#include "document/document.hpp"
#include "document/equation.hpp"
#include "model/model.hpp"
#include "prompt/prompt.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

/// A row of a table, or one list item: claims that stand together explain each other.
struct Group {
  std::size_t table = 0;            ///< counted from 1; 0 in text
  std::string label;                ///< "CPU cores"
  std::vector<std::size_t> claims;  ///< indices into Collected::claims
};

/// Something number-like that could not be read as what its place demands.
struct Unreadable {
  base::Span span;
  std::string pointer;
  std::string why;
};

struct Collected {
  std::vector<Claim> claims;  ///< in document order
  std::vector<document::Equation> equations;
  std::vector<Group> groups;
  std::vector<Unreadable> unreadable;
};

/// A label longer than this is a sentence.
inline constexpr std::size_t longest_label = 80;

/// What may stand around the name of a variable that a text sets.
inline constexpr std::string_view variable_marks = " `*_\"";

/// The first cell of a row that is words, and neither a quantity nor a calculation; their number when there
/// is none.
std::size_t label_column(const std::vector<document::Cell>& cells);

/// `prompt` may be null: then only artefacts, tables and text speak.
Collected collect(const base::Sources& sources, const document::Document& document,
                  const prompt::Prompt* prompt, const model::Model& model);

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// Fragments -> claims with places and labels. What a claim means is settled by `bind`.
#pragma once

#include "base/source.hpp"
#include "check/collected.hpp"
#include "derive/derive.hpp"
#include "document/document.hpp"
#include "model/model.hpp"
#include "prompt/prompt.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace reckon::check {

/// A label longer than this is a sentence.
inline constexpr std::size_t longest_label = 80;

/// What may stand around the name of a variable that a text sets.
inline constexpr std::string_view variable_marks = " `*_\"";

/// The first cell of a row that is words, and neither a quantity nor a calculation; their number when there
/// is none.
std::size_t label_column(std::span<const document::Cell> cells);

/// `prompt` may be null: then only artefacts, tables and text speak.
Collected collect(const base::Sources& sources, const document::Document& document,
                  const derive::Derived& derived, const prompt::Prompt* prompt, const model::Model& model);

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// Picks the records that a rule speaks of out of a document.
#pragma once

#include "check/column_records.hpp"
#include "check/context.hpp"
#include "check/record.hpp"
#include "document/document.hpp"
#include "prompt/rule.hpp"

#include <map>
#include <string>
#include <vector>

namespace reckon::check {

/// `known` keeps what was read for the selections before.
Selected select_records(const prompt::Selector& selector, const document::Document& document,
                        const Context& context, ColumnTexts& known);

/// Whether one of the words stands in a text that does not deny it: "no compaction" says nothing of
/// compaction.
bool says_one_of(std::string_view text, const std::vector<std::string>& words);

/// Splits a text by a pattern such as `{from} -> {to}: {protocol}`: the pieces between the holes must stand
/// in it in this order. Empty when they do not. Spaces around a piece are dropped.
std::map<std::string, std::pair<std::size_t, std::size_t>> pick(std::string_view text,
                                                                std::string_view pattern);

}  // namespace reckon::check

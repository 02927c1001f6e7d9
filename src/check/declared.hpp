// SPDX-License-Identifier: MIT
// What a response itself lists under the name of a text variable of its prompt: the roles of an answer that
// was asked about other roles than those of the example.
#pragma once

#include "document/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

/// The entries that stand behind `roles =` or `Roles:`, under a key `roles` as texts or as objects, in the
/// row or in the column of a table that is called so.
std::vector<std::string> declared_entries(std::string_view variable, const document::Document& document);

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// The words that name a number, tidied so that two spellings of one name compare equal.
#pragma once

#include <string>
#include <string_view>

namespace reckon::document {

/// Lower case, letters and digits only, single spaces, no leading article or closing punctuation.
std::string plain_label(std::string_view text);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// md4c is linear on what people write and quadratic on two things that only hostile text does: lists nested
// thousands deep, and a great many brackets beside very long paragraphs. Their marks are written over before
// it sees them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reckon::document {

/// A copy of the same length without those marks, or nothing when the text is harmless.
std::optional<std::string> guard_markdown(std::string_view text);

}  // namespace reckon::document

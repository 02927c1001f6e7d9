// SPDX-License-Identifier: MIT
// What md4c is to see in place of a text. Bullets of web pages are items for it. It is linear on what people
// write and quadratic on two things that only hostile text does: lists nested thousands deep, and a great
// many brackets beside very long paragraphs. Their marks are written over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reckon::document {

/// A copy of the same length, or nothing when the text may stay as it is.
std::optional<std::string> guard_markdown(std::string_view text);

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
// The bytes of a file -> the UTF-8 text that readers take, or why they are no text that can be read.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace reckon::document {

struct Decoded {
  std::string text;
  std::string note;         ///< what was done to the bytes, or ""
  bool is_damaged = false;  ///< not all of it could be read; the note says what
};

struct Refusal {
  std::string rule;     ///< stable and dotted, `input.not-text` or `input.encoding`
  std::string message;  ///< "a Word document is not read"
  std::string help;
};

struct FileKind;
Refusal refusal(const FileKind& kind);

/// UTF-8 stays as it is, a few stray bytes included. UTF-16 with a byte order mark is decoded. Everything
/// else is refused under its name: it would read as text without numbers, which is no answer.
tl::expected<Decoded, Refusal> decode(std::string bytes);

}  // namespace reckon::document

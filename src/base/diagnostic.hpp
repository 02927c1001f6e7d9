// SPDX-License-Identifier: MIT
// A located message: headline that stands alone, primary and secondary labels, and lines that explain.
// Readers, formulas, models and findings all speak through it; it is rendered in one place, in rustc's
// manner.
#pragma once

#include "base/source.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::base {

enum class Severity { note, warning, error };

std::string_view name(Severity severity);

struct Label {
  Span span;
  std::string text;  ///< may be empty: the caret alone speaks
};

/// A line below the source excerpt: `= title: text`.
struct Remark {
  std::string title;  ///< "calculation", "band", "slip", "to be right", "help", "note"...
  std::string text;   ///< may have several lines; they are aligned
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     ///< stable and dotted, e.g. `formula.unknown-name`
  std::string message;  ///< lower case, no final period
  Label primary;
  std::vector<Label> secondary;
  std::vector<Remark> remarks;
};

/// A diagnostic of severity error with one label.
Diagnostic problem(std::string code, std::string message, Span span, std::string label = {});

enum class Colour { none, ansi };

/// The control sequences that `render` uses; a terminal is given no others.
std::span<const std::string_view> control_sequences(Colour colour);

/// The diagnostic with source lines and carets. `pointer`, if any, is printed after the place.
std::string render(const Diagnostic& diagnostic, const Sources& sources, Colour colour = Colour::none,
                   std::string_view pointer = {});

}  // namespace reckon::base

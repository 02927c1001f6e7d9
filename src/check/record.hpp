// SPDX-License-Identifier: MIT
// What a rule of a prompt speaks of: texts with their places, by field name.
#pragma once

#include "base/source.hpp"

#include <map>
#include <string>
#include <vector>

namespace reckon::check {

struct RecordText {
  std::string text;
  base::Span span;
  std::string pointer;
  bool has_place = true;  ///< false for constants
};

using Record = std::map<std::string, RecordText>;

struct Selected {
  std::vector<Record> records;
  /// False when something stands there in another shape than the selector knows, or breaks off: then there
  /// may be more than what was read.
  bool is_whole = true;
  /// Values of a variable that the user did not set: what the answer lists under its name, or the example.
  bool is_guess = false;
};

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// A stream of the world as commands see it: nothing goes out but printable text, lines, and the colours that
// were asked for, whatever a file name, an option or a response holds.
#pragma once

#include "base/diagnostic.hpp"

#include <ostream>
#include <string_view>

namespace reckon::cli {

class Output {
 public:
  // Where a stream is handed in, this is what it is wanted for.
  Output(std::ostream& stream) : stream_(&stream) {}  // NOLINT(google-explicit-constructor)

  base::Colour colour = base::Colour::none;
  bool is_terminal = false;  ///< somebody may be watching, on a terminal that can move its cursor

  Output& operator<<(std::string_view text);
  Output& operator<<(char c) { return *this << std::string_view(&c, 1); }
  /// A line that the next one takes the place of; nothing is left of it when the text is empty.
  void show_for_now(std::string_view text);

 private:
  std::ostream* stream_;
};

}  // namespace reckon::cli

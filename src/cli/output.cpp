// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include "base/unicode.hpp"

namespace reckon::cli {

Output& Output::operator<<(std::string_view text) {
  *stream_ << base::printable_lines(text, base::control_sequences(colour));
  return *this;
}

void Output::show_for_now(std::string_view text) {
  *stream_ << '\r' << base::printable(text) << "\033[K" << std::flush;
}

}  // namespace reckon::cli

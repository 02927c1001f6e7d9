// SPDX-License-Identifier: MIT
#include "arithmetic/line_break.hpp"

#include <algorithm>
#include <array>

namespace reckon::arithmetic {

bool goes_on(std::string_view written, std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '&')) ++at;
  constexpr std::array<std::string_view, 10> signs{
      "=", "~", "->", "/ ", "+ ", "\xc3\x97 ", "\xc3\xb7 ", "\xe2\x89\x88", "\xe2\x86\x92", "\xe2\x87\x92"};
  const std::string_view rest = text.substr(at);
  const bool starts = std::any_of(signs.begin(), signs.end(),
                                  [rest](std::string_view sign) { return rest.starts_with(sign); });
  if (!starts || !rest.starts_with('+')) return starts;
  // What is added and has a result of its own does not go on with a line that has one.
  const std::string_view line = rest.substr(0, rest.find('\n'));
  const std::string_view before = written.substr(written.rfind('\n') + 1);
  return line.find('=') == std::string_view::npos || before.find('=') == std::string_view::npos;
}

}  // namespace reckon::arithmetic

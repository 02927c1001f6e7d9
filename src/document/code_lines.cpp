// SPDX-License-Identifier: MIT
#include "document/code_lines.hpp"

#include "document/digits.hpp"
#include "document/explain_line.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace reckon::document {
namespace {

/// "= 2.15 KB × 40K": goes on where the line above ends.
bool goes_on(std::string_view line) {
  constexpr std::string_view approximately = "\xe2\x89\x88";
  const bool relates = line.substr(0, 2) == "= " || line.substr(0, 2) == "/ " || line.substr(0, 2) == "+ " ||
                       line.substr(0, 3) == "\xc3\x97 " || line.substr(0, 3) == "\xc3\xb7 " ||
                       line.substr(0, 3) == "=~ " || line.substr(0, 3) == approximately ||
                       line.substr(0, 3) == "~= ";
  return relates && has_digit(line);
}

bool may_calculate(std::string_view line) {
  return has_digit(line) && (line.find_first_of("=*/+") != std::string_view::npos ||
                             line.find("\xc3\x97") != std::string_view::npos);
}

}  // namespace

void add_code_lines(const Text& text, std::string_view section, Document& into) {
  const std::string_view view = text.view();
  const std::size_t first = into.fragments.size();
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find('\n', begin), view.size());
    Text line = text.slice(begin, end).trimmed();
    auto* const above =
        into.fragments.size() > first ? std::get_if<Passage>(&into.fragments.back()) : nullptr;
    const bool calculates = above != nullptr && may_calculate(above->text.view());
    if (calculates && goes_on(line.view())) {
      above->text.append_mapped("\n", line.span());
      above->text.append(line, 0, line.view().size());
    } else if (!line.empty() && !add_plans(line, section, into))
      into.fragments.emplace_back(Passage{Passage::Kind::code, std::move(line), 0, std::string(section)});
    begin = end + 1;
  }
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "report/columns.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::report {

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = base::display_width(text);
  return text + std::string(width > used ? width - used : 0, ' ');
}

std::string aligned_right(const std::string& text, std::size_t width) {
  const std::size_t used = base::display_width(text);
  return std::string(width > used ? width - used : 0, ' ') + text;
}

std::string Table::print() const {
  std::vector<std::size_t> widths;
  for (const auto& line : lines) {
    widths.resize(std::max(widths.size(), line.size()), 0);
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], base::display_width(line[i]));
  }
  std::string out;
  for (const auto& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i)
      text += "  " + (i < right_from ? padded(line[i], widths[i]) : aligned_right(line[i], widths[i]));
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
  }
  return out;
}

std::string bar(double part, std::size_t width) {
  constexpr std::array<const char*, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double wanted = std::round(std::clamp(part, 0.0, 1.0) * static_cast<double>(width) * 8.0);
  const auto size = static_cast<std::size_t>(part > 0.0 ? std::max(1.0, wanted) : 0.0);
  std::string out;
  for (std::size_t i = 0; i < size / 8; ++i) out += "█";
  return out + eighths[size % 8];
}

}  // namespace reckon::report

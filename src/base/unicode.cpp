// SPDX-License-Identifier: MIT
#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace reckon::base {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array wide{Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},
                          Range{0x3400, 0x4dbf},   Range{0x4e00, 0x9fff},   Range{0xa000, 0xa4cf},
                          Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},
                          Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},   Range{0x1f300, 0x1f64f},
                          Range{0x1f680, 0x1f6ff}, Range{0x1f900, 0x1f9ff}, Range{0x20000, 0x3fffd}};
constexpr std::array invisible{Range{0x0300, 0x036f}, Range{0x200b, 0x200d}, Range{0x2060, 0x2064},
                               Range{0xfe00, 0xfe0f}, Range{0xfeff, 0xfeff}};
constexpr std::array bidirectional{Range{0x061c, 0x061c}, Range{0x200e, 0x200f}, Range{0x202a, 0x202e},
                                   Range{0x2066, 0x2069}};

template <std::size_t Count>
bool is_in(const std::array<Range, Count>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [value](const Range& r) { return r.first <= value && value <= r.last; });
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

bool is_control(char32_t value) {
  return value < 0x20 || (value >= 0x7f && value < 0xa0);
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80U) return {lead, 1};
  const std::size_t length = lead >= 0xf0U ? 4 : lead >= 0xe0U ? 3 : 2;
  if (lead < 0xc2U || lead > 0xf4U || at + length > text.size()) return {0xfffd, 1};
  char32_t value = lead & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {0xfffd, 1};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (overlong || surrogate || value > 0x10ffff) return {0xfffd, 1};
  return {value, length};
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length) ++count;
  return count;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == 0xfffd && point.length == 1) return false;
    at += point.length;
  }
  return true;
}

void append_utf8(std::string& out, char32_t value) {
  const auto tail = [&out, value](unsigned shift) {
    out.push_back(static_cast<char>(0x80U | ((value >> shift) & 0x3fU)));
  };
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out.push_back(static_cast<char>(0xc0U | (value >> 6U)));
    tail(0);
  } else if (value < 0x10000) {
    out.push_back(static_cast<char>(0xe0U | (value >> 12U)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xf0U | (value >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    if (is_control(point.value) || is_in(invisible, point.value)) continue;
    width += is_in(wide, point.value) ? 2U : 1U;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\t') {
      out.push_back(' ');
    } else if (is_control(point.value) || is_in(bidirectional, point.value) || point.value == 0xfffd) {
      out += "\xef\xbf\xbd";
    } else {
      out.append(text.substr(at, point.length));
    }
    at += point.length;
  }
  return out;
}

}  // namespace reckon::base

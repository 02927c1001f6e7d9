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
/// What a terminal or an editor obeys or hides instead of showing it: Unicode's default ignorable code points
/// (bidirectional and zero-width marks, fillers, tags...), the separators of lines and paragraphs, and
/// annotations. Variation selectors 15 and 16, which choose how the sign before them looks, are apart.
constexpr std::array unseen{
    Range{0x00ad, 0x00ad},   Range{0x034f, 0x034f}, Range{0x061c, 0x061c},   Range{0x115f, 0x1160},
    Range{0x17b4, 0x17b5},   Range{0x180b, 0x180f}, Range{0x200b, 0x200f},   Range{0x2028, 0x202e},
    Range{0x2060, 0x206f},   Range{0x3164, 0x3164}, Range{0xfe00, 0xfe0d},   Range{0xfeff, 0xfeff},
    Range{0xffa0, 0xffa0},   Range{0xfff0, 0xfffb}, Range{0x1bca0, 0x1bca3}, Range{0x1d173, 0x1d17a},
    Range{0xe0000, 0xe0fff},
};
constexpr std::string_view stand_in = "\xef\xbf\xbd";

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

bool is_selector(char32_t value) {
  return value == 0xfe0e || value == 0xfe0f;
}

/// Whether a terminal would do anything but show the sign. Behind another selector, or behind nothing, a
/// selector is an invisible mark like the others.
bool is_unsafe(char32_t value, char32_t before) {
  if (value < 0x7f) return value < 0x20;
  if (is_selector(value)) return before < 0x20 || before == 0xfffd || is_selector(before);
  return is_control(value) || is_in(unseen, value) || value == 0xfffd;
}

/// The runners of jobs take `##[...]` and `##vso[...]` for commands, wherever in a line they stand.
bool opens_command(std::string_view text, std::size_t at) {
  if (text[at] != '[') return false;
  const std::string_view before = text.substr(0, at);
  return before.ends_with("##") || before.ends_with("##vso");
}

/// The one way in which foreign text becomes safe: `replace` writes something for each unsafe code point.
template <class Replace>
std::string made_safe(std::string_view text, Replace replace) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;  // most of any text is
    while (plain < text.size() && text[plain] >= ' ' && text[plain] <= '~' && !opens_command(text, plain))
      ++plain;
    if (plain > at) {
      out += text.substr(at, plain - at);
      before = U' ';
      at = plain;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const std::string_view written = text.substr(at, point.length);
    if (!is_unsafe(point.value, before) && !opens_command(text, at)) {
      out += written;
      before = point.value;
      at += point.length;
      continue;
    }
    at += replace(out, point, at);
    before = 0xfffd;
  }
  return out;
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
  return made_safe(text, [](std::string& out, const CodePoint& point, std::size_t) {
    out += point.value == '\t' ? " " : stand_in;
    return point.length;
  });
}

std::string printable_lines(std::string_view text, std::span<const std::string_view> let_through) {
  return made_safe(text, [&](std::string& out, const CodePoint& point, std::size_t at) {
    const bool ends_line = point.value == '\n' || text.substr(at, 2) == "\r\n";
    if (ends_line || point.value == '\t') {
      out += static_cast<char>(point.value);
      return point.length;
    }
    for (const std::string_view sequence : let_through) {
      if (text.substr(at, sequence.size()) != sequence) continue;
      out += sequence;
      return sequence.size();
    }
    out += stand_in;
    return point.length;
  });
}

std::string escaped_json(std::string_view json) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto escape = [digits](std::string& out, char32_t unit) {
    out += "\\u";
    for (unsigned shift = 16; shift > 0; shift -= 4) out += digits[(unit >> (shift - 4)) & 0xfU];
  };
  return made_safe(json, [&](std::string& out, const CodePoint& point, std::size_t) {
    if (point.value == '\n' || point.value == 0xfffd) {
      out += point.value == '\n' ? "\n" : stand_in;
    } else if (point.value < 0x10000) {
      escape(out, point.value);
    } else {
      escape(out, 0xd7c0 + (point.value >> 10U));
      escape(out, 0xdc00 + (point.value & 0x3ffU));
    }
    return point.length;
  });
}

std::string shortened(std::string_view text, std::size_t most) {
  const auto cut = [](std::string_view part, std::size_t at) {  // a byte before which a code point begins
    while (at > 0 && at < part.size() && is_continuation(part[at])) --at;
    return at;
  };
  constexpr std::string_view dots = "...";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view token = text.substr(at, end - at);
    if (token.size() > longest_token) {
      out += token.substr(0, cut(token, longest_token / 2));
      out += dots;
      out += token.substr(cut(token, token.size() - longest_token / 4));
    } else {
      out += token;
    }
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  if (out.size() <= most) return out;
  return out.substr(0, cut(out, most)) + std::string(dots);
}

}  // namespace reckon::base

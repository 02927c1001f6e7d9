// SPDX-License-Identifier: MIT
#include "document/decode.hpp"

#include "base/unicode.hpp"
#include "document/file_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace reckon::document {
namespace {

using namespace std::string_view_literals;

/// Enough to tell text from data.
constexpr std::size_t sample_size = std::size_t{64} << 10U;

tl::unexpected<Refusal> data() {
  return tl::unexpected(refusal({"a binary file", "a design is text, such as Markdown, JSON or YAML", {}}));
}

tl::unexpected<Refusal> encoding(std::string message, std::string_view name) {
  return tl::unexpected(Refusal{"input.encoding", std::move(message),
                                fmt::format("save it as UTF-8: iconv -f {} -t UTF-8", name)});
}

enum class ByteOrder { little, big };

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::little ? first | (static_cast<char32_t>(second) << 8U)
                                    : second | (static_cast<char32_t>(first) << 8U);
}

/// Halves of pairs without the other half, and a last odd byte, become U+FFFD.
std::string from_utf16(std::string_view bytes, ByteOrder order) {
  constexpr char32_t unknown = 0xfffd;
  std::string out;
  out.reserve(bytes.size());
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t unit = unit_at(bytes, at, order);
    if (unit < 0xd800 || unit > 0xdfff) {
      base::append_utf8(out, unit);
      continue;
    }
    const char32_t next = at + 3 < bytes.size() ? unit_at(bytes, at + 2, order) : 0;
    if (unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
      base::append_utf8(out, 0x10000 + ((unit - 0xd800) << 10U) + (next - 0xdc00));
      at += 2;
    } else {
      base::append_utf8(out, unknown);
    }
  }
  if (at < bytes.size()) base::append_utf8(out, unknown);
  return out;
}

bool holds_nul(std::string_view text) {
  return text.find('\0') != std::string_view::npos;
}

/// Control characters that no editor writes, beyond one in twenty.
bool is_mostly_control(std::string_view bytes) {
  constexpr std::string_view usual = "\t\n\v\f\r\b\x1b";
  constexpr std::ptrdiff_t fewest = 8;
  const std::string_view sample = bytes.substr(0, sample_size);
  const auto count = std::count_if(sample.begin(), sample.end(), [usual](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20U || byte == 0x7fU) && usual.find(c) == std::string_view::npos;
  });
  return count >= fewest && count * 20 > static_cast<std::ptrdiff_t>(sample.size());
}

/// Latin letters in UTF-16 are a letter and a zero in turn.
std::optional<ByteOrder> order_without_mark(std::string_view bytes) {
  constexpr std::size_t fewest = 4;
  const std::string_view sample = bytes.substr(0, sample_size);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < sample.size(); ++at) zeros[at % 2] += sample[at] == '\0' ? 1U : 0U;
  const ByteOrder order = zeros[1] > zeros[0] ? ByteOrder::little : ByteOrder::big;
  if (sample.size() < fewest || std::max(zeros[0], zeros[1]) < sample.size() / 4) return std::nullopt;
  const std::string text = from_utf16(sample.substr(0, sample.size() / 2 * 2), order);
  return holds_nul(text) || is_mostly_control(text) ? std::nullopt : std::optional(order);
}

struct Encoding {
  std::size_t letters = 0;  ///< beyond ASCII, in UTF-8
  std::size_t strays = 0;   ///< bytes that are not UTF-8
  std::size_t first = 0;    ///< offset of the first of them
};

/// The end of a text, in the middle of a sign.
bool is_cut_off(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t length = lead >= 0xf0U ? 4 : lead >= 0xe0U ? 3 : 2;
  return lead >= 0xc2U && lead <= 0xf4U && rest.size() < length &&
         std::all_of(rest.begin() + 1, rest.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; });
}

/// A last sign that is cut off is no stray: the beginning of a file is text as well.
Encoding look_at(std::string_view text) {
  Encoding out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::code_point_at(text, at);
    const bool is_stray = point.value == 0xfffd && point.length == 1;
    if (is_stray) {
      if (is_cut_off(text.substr(at))) break;
      if (out.strays++ == 0) out.first = at;
    } else if (point.length > 1) {
      ++out.letters;
    }
    at += point.length;
  }
  return out;
}

std::string place_of(std::string_view text, std::size_t at) {
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  return fmt::format("byte 0x{:02X} in line {}", static_cast<unsigned>(static_cast<unsigned char>(text[at])),
                     line);
}

/// Languages in Latin letters have few others among them.
bool is_mostly_ascii(std::string_view text) {
  const auto high =
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  return static_cast<std::size_t>(high) * 4 <= text.size();
}

tl::expected<Decoded, Refusal> decode_marked(std::string_view bytes, ByteOrder order) {
  Decoded out{from_utf16(bytes.substr(2), order),
              "UTF-16 text is read as UTF-8; places are those of the decoded text"};
  if (holds_nul(out.text)) return data();
  return out;
}

}  // namespace

Refusal refusal(const FileKind& kind) {
  return {"input.not-text", fmt::format("{} is not read", kind.name), std::string(kind.help)};
}

tl::expected<Decoded, Refusal> decode(std::string bytes) {
  const std::string_view view = bytes;
  if (view.starts_with("\xff\xfe\0\0"sv) || view.starts_with("\0\0\xfe\xff"sv))
    return encoding("UTF-32 text is not read", "UTF-32");
  if (view.starts_with("\xff\xfe")) return decode_marked(view, ByteOrder::little);
  if (view.starts_with("\xfe\xff")) return decode_marked(view, ByteOrder::big);
  const bool has_nul = holds_nul(view);
  const bool is_binary = has_nul || is_mostly_control(view);
  if (const FileKind* kind = recognise(view, is_binary)) return tl::unexpected(refusal(*kind));
  if (has_nul) {
    if (const auto order = order_without_mark(view))
      return encoding("UTF-16 text without a byte order mark is not read",
                      *order == ByteOrder::little ? "UTF-16LE" : "UTF-16BE");
  }
  if (is_binary) return data();
  const Encoding found = look_at(view);
  if (found.strays == 0) return Decoded{std::move(bytes), {}};
  if (found.strays <= found.letters) {
    std::string note =
        fmt::format("{} of its bytes {} not UTF-8 and {} read as {}: {}", found.strays,
                    found.strays == 1 ? "is" : "are", found.strays == 1 ? "is" : "are",
                    found.strays == 1 ? "an unknown sign" : "unknown signs", place_of(view, found.first));
    return Decoded{std::move(bytes), std::move(note), true};
  }
  const bool is_latin = is_mostly_ascii(view);
  return encoding(fmt::format("the text is not UTF-8 ({}){}", place_of(view, found.first),
                              is_latin ? " but probably Latin-1 or Windows-1252" : ""),
                  is_latin ? "WINDOWS-1252" : "ITS-ENCODING");
}

}  // namespace reckon::document

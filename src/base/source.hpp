// SPDX-License-Identifier: MIT
// Named texts and half-open byte spans into them. Lines and columns are computed only when something is
// printed.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::base {

using SourceId = std::uint32_t;

/// Bytes [begin, end) of one source.
struct Span {
  SourceId source = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(const Span& other) const {
    return source == other.source && begin <= other.begin && other.end <= end;
  }
};

/// The smallest span that covers both; they must lie in the same source.
Span join(const Span& a, const Span& b);

/// 1-based; columns count Unicode code points.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
  auto operator<=>(const Place&) const = default;
};

/// Owns the texts of a run. Views stay valid while the Sources live.
class Sources {
 public:
  SourceId add(std::string name, std::string text);
  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  [[nodiscard]] std::string_view name(SourceId id) const { return sources_[id].name; }
  [[nodiscard]] std::string_view text(SourceId id) const { return sources_[id].text; }
  [[nodiscard]] std::string_view text(const Span& span) const;
  [[nodiscard]] Span whole(SourceId id) const;
  [[nodiscard]] Place place(SourceId id, std::size_t offset) const;
  /// Text of a 1-based line without its terminator; empty past the end.
  [[nodiscard]] std::string_view line(SourceId id, std::size_t number) const;
  /// Offset at which a 1-based line starts.
  [[nodiscard]] std::size_t line_start(SourceId id, std::size_t number) const;

 private:
  struct Source {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;
    std::vector<std::size_t> marks;  ///< where each so many code points begin, if a line is long
  };
  [[nodiscard]] static std::size_t code_points_before(const Source& source, std::size_t offset);
  std::deque<Source> sources_;
};

}  // namespace reckon::base

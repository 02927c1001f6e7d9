// SPDX-License-Identifier: MIT
// Text as a reader sees it (Markdown marks and escapes gone), in which every byte knows where it stands in
// the source.
#pragma once

#include "base/source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

class Text {
 public:
  Text() = default;
  Text(const Text& other);
  Text(Text&&) noexcept = default;
  Text& operator=(const Text& other);
  Text& operator=(Text&&) noexcept = default;
  ~Text() = default;

  /// A verbatim part of a source, which is not copied: valid while the sources live.
  static Text verbatim(const base::Sources& sources, const base::Span& part);

  /// Appends bytes that stand in the source at `at`.
  void append(std::string_view piece, base::SourceId source, std::uint32_t at);
  /// Appends something that stands in the source in another form (an entity, a soft break): all of it maps to
  /// `span`.
  void append_mapped(std::string_view piece, const base::Span& span);

  /// Appends bytes [begin, end) of another text, wherever they stand in the source.
  void append(const Text& other, std::size_t begin, std::size_t end);

  /// Bytes [begin, end) as a text of their own.
  [[nodiscard]] Text slice(std::size_t begin, std::size_t end) const;
  /// The same without blanks at its ends.
  [[nodiscard]] Text trimmed() const;
  /// The part of the source that this text copies byte for byte, if it is one piece.
  [[nodiscard]] std::optional<base::Span> contiguous() const;

  /// Empties the text and keeps its storage for the next one.
  void clear();

  [[nodiscard]] std::string_view view() const { return is_composed() ? own_->text : borrowed_; }
  [[nodiscard]] bool empty() const { return view().empty(); }
  /// The source span of bytes [begin, end) of this text; when they are none, the place between their
  /// neighbours; when they end in front of where they begin, the first piece.
  [[nodiscard]] base::Span span(std::size_t begin, std::size_t end) const;
  /// The first byte of this text that stands at `source_offset` or behind it; the size when there is none.
  [[nodiscard]] std::size_t first_from(std::uint32_t source_offset) const;
  [[nodiscard]] base::Span span() const { return span(0, view().size()); }

 private:
  struct Run {
    std::size_t begin = 0;   ///< offset in the text
    base::Span source;       ///< where it stands
    bool one_to_one = true;  ///< bytes map one to one; otherwise the whole run maps to the whole span
  };
  /// A text that is no verbatim part: few are.
  struct Composed {
    std::string text;
    std::vector<Run> runs;
  };
  [[nodiscard]] bool is_composed() const { return own_ != nullptr && !own_->runs.empty(); }
  [[nodiscard]] std::size_t runs() const;
  [[nodiscard]] Run run(std::size_t index) const;
  [[nodiscard]] std::size_t run_at(std::size_t at) const;
  [[nodiscard]] std::size_t end_of(std::size_t run) const;
  void add_run(const Run& run, std::string_view piece);
  bool extend_part(const Run& run, std::string_view piece);

  std::string_view borrowed_;  ///< the text where it is a verbatim part; otherwise empty
  base::SourceId source_ = 0;  ///< where that part stands
  std::uint32_t begin_ = 0;
  std::unique_ptr<Composed> own_;
};

}  // namespace reckon::document

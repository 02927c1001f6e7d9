// SPDX-License-Identifier: MIT
// The text of one Markdown block, put together from the pieces that the parser hands out: marks of emphasis
// and formatting tags go, asterisks that people meant as multiplication stay, entities are decoded.
#pragma once

#include "document/text.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace reckon::document {

class InlineText {
 public:
  /// Places are offsets in `whole`.
  explicit InlineText(const Text& whole) : whole_(&whole) {}

  void plain(std::size_t begin, std::size_t end);
  /// Code inside a table cell writes `\|` for `|`.
  void cell_code(std::size_t begin, std::size_t end);
  void entity(std::size_t begin, std::size_t end);
  /// Raw HTML: tags that only format are dropped, `<br>` is a line break, `<sup>` is `^`, anything else
  /// stays.
  void html(std::size_t begin, std::size_t end);
  /// A byte without a place of its own (a blank for a line break in code, U+FFFD for NUL).
  void stand_in(std::string_view text);
  /// A break that the author asked for stays one. Where the source merely goes on in the next line there is a
  /// blank, unless both lines are figures under a name ("cores = 8"): then they are a list.
  void line_break(bool asked_for);
  void emphasis_opens();
  void emphasis_closes();

  [[nodiscard]] bool empty() const {
    return text_.view().find_first_not_of(" \t\r\n") == std::string_view::npos;
  }
  /// Starts afresh.
  void clear();

  /// A source line of this block that begins with `{`.
  struct Brace {
    std::size_t in_text = 0;
    std::size_t in_whole = 0;
  };
  [[nodiscard]] const std::optional<Brace>& first_brace() const { return brace_; }
  [[nodiscard]] const Text& text() const { return text_; }

 private:
  void arrive(std::size_t begin);
  void keep_asterisks(std::size_t begin);

  const Text* whole_;
  Text text_;
  std::optional<std::size_t> last_end_;  ///< in `whole`, behind the last piece
  bool break_pending_ = false;
  bool break_asked_for_ = false;
  std::size_t line_begin_ = 0;  ///< in `whole`, of the line that is being put together
  struct Mark {
    bool opens = true;
    bool partner_kept = false;
  };
  std::vector<Mark> pending_;  ///< emphasis marks since the last piece
  std::vector<bool> kept_;     ///< for each open emphasis: its mark stayed
  std::optional<Brace> brace_;
};

}  // namespace reckon::document

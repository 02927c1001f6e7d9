// SPDX-License-Identifier: MIT
// A document as its numbers: every text lexed once, every figure a mention with its seat, its sentence and
// the unit that it has by itself or by its header. Made once; nothing looks at the text again.
#pragma once

#include "arithmetic/chain.hpp"
#include "arithmetic/lex.hpp"
#include "arithmetic/plain.hpp"
#include "base/arena.hpp"
#include "base/by_index.hpp"
#include "base/source.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::derive {

using MentionId = std::uint32_t;
using LineId = std::uint32_t;
using SentenceId = std::uint32_t;
inline constexpr std::uint32_t nowhere = 0xFFFFFFFF;

/// What kind of place a text stands in.
enum class Seat : std::uint8_t {
  paragraph,
  item,
  heading,
  code,
  cell,
  header,
  value,   ///< a scalar of data
  string,  ///< a text inside data
};

/// Where a scalar of data stands.
struct Datum {
  std::string pointer;
  const tree::Node* node = nullptr;
  const tree::Node* object = nullptr;  ///< that it is a member or an item of
};

/// A line's text as arithmetic spells it. Most texts are spelled so already: then it is the text itself.
struct Spelling {
  std::string_view text;
  const arithmetic::PlainView* spelled = nullptr;

  [[nodiscard]] std::size_t begin_of(std::size_t at) const { return spelled ? spelled->begin_of(at) : at; }
  [[nodiscard]] std::size_t end_of(std::size_t end) const { return spelled ? spelled->end_of(end) : end; }
};

/// One text, lexed once.
struct Line {
  const document::Text* text = nullptr;
  const arithmetic::PlainView* spelled = nullptr;  ///< where arithmetic spells the text otherwise
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  MentionId first_mention = 0;
  MentionId end_mention = 0;
  std::uint32_t fragment = 0;  ///< of the document
  std::uint32_t table = 0;     ///< index into `Page::tables` plus one
  /// Of a cell counted from 1, 0 for a header; of a scalar of data the index into `Page::data`.
  std::uint32_t row = 0;
  std::uint16_t column = 0;  ///< counted from 1
  std::uint8_t depth = 0;    ///< nesting of an item
  Seat seat = Seat::paragraph;

  [[nodiscard]] bool is_datum() const { return seat == Seat::value || seat == Seat::string; }
  [[nodiscard]] Spelling plain() const {
    return {spelled != nullptr ? spelled->text : text->view(), spelled};
  }
};

/// Tokens between two stops.
struct Sentence {
  LineId line = 0;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  MentionId first_mention = 0;
  MentionId end_mention = 0;
};

/// All sentences. They follow each other, so that each ends where the next begins, and only begins are kept.
class Sentences {
 public:
  [[nodiscard]] std::size_t size() const { return begins_.size(); }
  [[nodiscard]] Sentence operator[](std::size_t id) const {
    const Begin& begin = begins_[id];
    const Begin& next = id + 1 < begins_.size() ? begins_[id + 1] : end_;
    return {begin.line, begin.token, next.token, begin.mention, next.mention};
  }
  [[nodiscard]] base::ByIndex<Sentences> begin() const { return {*this, 0}; }
  [[nodiscard]] base::ByIndex<Sentences> end() const { return {*this, size()}; }
  /// The sentence in which a token stands.
  [[nodiscard]] SentenceId at(std::uint32_t token) const;

  void reserve(std::size_t count) { begins_.reserve(count); }
  /// It begins where the one before ends.
  void push_back(const Sentence& sentence) {
    begins_.push_back({sentence.line, sentence.first_token, sentence.first_mention});
    end_ = {0, sentence.end_token, sentence.end_mention};
  }

 private:
  struct Begin {
    LineId line = 0;
    std::uint32_t token = 0;
    MentionId mention = 0;
  };
  std::vector<Begin> begins_;
  Begin end_;
};

/// Where a mention has its unit from.
enum class UnitFrom : std::uint8_t { itself, header, label };

/// A figure, which has the same number and the unit of its header or label, with its place.
struct Mention {
  LineId line = 0;
  SentenceId sentence = 0;
  std::uint32_t token = 0;
  UnitFrom unit_from = UnitFrom::itself;
};

/// The lines of one table: cells[row * columns + column], `nowhere` for one that is empty; row 0 is the
/// header.
struct Grid {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;  ///< without the header
  std::uint32_t fragment = 0;
  std::vector<LineId> cells;

  [[nodiscard]] LineId at(std::uint32_t row, std::uint32_t column) const {
    return cells[row * columns + column];
  }
};

/// A value that no text states, in base units, and the mention in whose unit it is told, if any.
struct Constant {
  double value = 0.0;
  MentionId like = nowhere;
};

struct Page {
  arithmetic::Tokens tokens;
  std::vector<Line> lines;
  Sentences sentences;
  std::vector<Mention> mentions;  ///< in the order of their lines: one for each figure, with its number
  std::vector<Grid> tables;
  std::vector<std::uint32_t> headings;  ///< their fragments, also of those without a number
  std::vector<arithmetic::Node> nodes;  ///< of expressions that are read later
  std::vector<Constant> constants;      ///< that rules of tables share
  std::deque<document::Text> texts;     ///< of strings inside data
  std::vector<Datum> data;              ///< their places
  base::Arena plains;                   ///< of texts that arithmetic spells otherwise
  bool tells_bits = false;              ///< b is written for bits and B for bytes
  std::size_t lexed = 0;                ///< numbers read from texts: as many as there are mentions

  /// The index of a constant, which is added.
  std::uint32_t constant(double value, MentionId like) {
    constants.push_back({value, like});
    return static_cast<std::uint32_t>(constants.size() - 1);
  }
  [[nodiscard]] const arithmetic::Figure& figure(MentionId id) const { return tokens.figures[id]; }
  void set_figure(MentionId id, const arithmetic::Figure& figure) {
    tokens.figures.set(id, figure, tokens.readings);
  }
  [[nodiscard]] const Line& line_of(MentionId id) const { return lines[mentions[id].line]; }
  [[nodiscard]] const arithmetic::Token& token_of(MentionId id) const {
    return tokens.tokens[mentions[id].token];
  }
  /// The mention of a figure, which has the same number.
  [[nodiscard]] static MentionId mention_of(std::uint32_t figure) { return figure; }
  /// Where a line stands in data; "" elsewhere.
  [[nodiscard]] std::string_view pointer(const Line& line) const {
    return line.is_datum() ? std::string_view(data[line.row].pointer) : std::string_view{};
  }
  [[nodiscard]] base::Span span(MentionId id) const;
  /// Tokens [begin, end) of a line.
  [[nodiscard]] base::Span span(LineId line, std::uint32_t begin, std::uint32_t end) const;
  /// As written in the plain text.
  [[nodiscard]] std::string_view written(LineId line, const arithmetic::Token& token) const;
  [[nodiscard]] std::string_view unit_text(MentionId id) const;
};

}  // namespace reckon::derive

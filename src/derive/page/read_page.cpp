// SPDX-License-Identifier: MIT
#include "derive/page/read_page.hpp"

#include "arithmetic/outcome.hpp"
#include "derive/page/header_unit.hpp"
#include "derive/page/key_unit.hpp"
#include "document/digits.hpp"
#include "document/node_text.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Kind;
using arithmetic::Token;
using document::Artefact;
using document::Passage;
using document::Table;

/// Of the line behind a value, where a remark may stand.
constexpr std::size_t longest_rest = 120;

class Reader {
 public:
  Reader(const base::Sources& sources, Page& page) : sources_(sources), page_(page) {}

  void read(const document::Document& document) {
    make_room(document);
    for (std::size_t i = 0; i < document.fragments.size(); ++i) {
      fragment_ = static_cast<std::uint32_t>(i);
      const document::Fragment& fragment = document.fragments[i];
      if (const auto* passage = std::get_if<Passage>(&fragment)) read_passage(*passage);
      if (const auto* table = std::get_if<Table>(&fragment)) read_table(*table);
      const auto* artefact = std::get_if<Artefact>(&fragment);
      // What a comment says stands in a passage as well.
      if (artefact != nullptr && artefact->type != "comment") read_artefact(*artefact);
    }
    page_.lexed = page_.tokens.figures.size();
  }

 private:
  /// As much as is likely: what grows step by step is copied as often, and while it is, it is there twice.
  void make_room(const document::Document& document) {
    std::size_t lines = 0;
    std::size_t bytes = 0;
    const auto count = [&](const document::Text& text) {
      ++lines;
      bytes += text.view().size();
    };
    for (const document::Fragment& fragment : document.fragments) {
      if (const auto* passage = std::get_if<Passage>(&fragment)) count(passage->text);
      const auto* table = std::get_if<Table>(&fragment);
      if (table == nullptr) continue;
      for (const document::Cell& cell : table->header) count(cell.text);
      for (const document::Cell& cell : table->rows.cells()) count(cell.text);
    }
    page_.lines.reserve(lines);
    page_.sentences.reserve(lines);
    page_.tokens.tokens.reserve(lines + bytes / 2);
    page_.tokens.figures.reserve(bytes / 4);
    page_.mentions.reserve(bytes / 4);
  }

  static Seat seat_of(Passage::Kind kind) {
    switch (kind) {
      case Passage::Kind::heading:
        return Seat::heading;
      case Passage::Kind::paragraph:
        return Seat::paragraph;
      case Passage::Kind::item:
        return Seat::item;
      case Passage::Kind::code:
        return Seat::code;
    }
    return Seat::paragraph;
  }

  void read_passage(const Passage& passage) {
    if (passage.kind == Passage::Kind::heading) page_.headings.push_back(fragment_);
    if (!passage.may_state) return;
    Line& line = add(passage.text, seat_of(passage.kind));
    line.depth = static_cast<std::uint8_t>(std::min(passage.depth, 0xFF));
    apply_key_units(page_, line);
  }

  void read_table(const Table& table) {
    Grid grid;
    grid.fragment = fragment_;
    grid.columns = static_cast<std::uint32_t>(table.header.size());
    grid.rows = static_cast<std::uint32_t>(table.rows.size());
    grid.cells.assign(static_cast<std::size_t>(grid.columns) * (grid.rows + 1U), nowhere);
    const auto number = static_cast<std::uint32_t>(page_.tables.size() + 1);
    page_.tables.push_back(std::move(grid));
    for (std::uint32_t row = 0; row <= table.rows.size(); ++row) {
      const std::span<const document::Cell> cells = row == 0 ? std::span(table.header) : table.rows[row - 1];
      for (std::uint32_t column = 0; column < cells.size() && column < table.header.size(); ++column) {
        if (cells[column].text.empty()) continue;
        const auto id = static_cast<LineId>(page_.lines.size());
        Line& line = add(cells[column].text, row == 0 ? Seat::header : Seat::cell);
        line.table = number;
        line.row = row;
        line.column = static_cast<std::uint16_t>(column + 1);
        page_.tables.back().cells[row * page_.tables.back().columns + column] = id;
      }
    }
    apply_header_units(page_, page_.tables.back());
  }

  /// Scalars with a digit, in order.
  void read_artefact(const Artefact& artefact) {
    std::string pointer;
    std::vector<const tree::Node*> above;  // the containers on the way to a node
    tree::walk(*artefact.tree, pointer, [&](const std::string& at, const tree::Node& node) {
      const auto depth = static_cast<std::size_t>(std::count(at.begin(), at.end(), '/'));
      above.resize(depth);
      const tree::Node* const object = above.empty() ? nullptr : above.back();
      above.push_back(&node);
      if (!node.is_scalar() || !document::has_digit(node.text)) return;
      constexpr std::size_t longest_value = 24;
      const bool is_value = node.kind == tree::Kind::number ||
                            (node.text.size() <= longest_value && document::is_digit(node.text.front()) &&
                             node.text.find_first_of("=*+") == std::string::npos);
      page_.texts.push_back(document::text_of(sources_, node));
      Line& line = add(page_.texts.back(), is_value ? Seat::value : Seat::string);
      if (is_value && node.kind != tree::Kind::number && says_more(line)) line.seat = Seat::string;
      page_.data.push_back({at, &node, object});
      line.row = static_cast<std::uint32_t>(page_.data.size() - 1);
      apply_key_units(page_, line);
      if (line.seat == Seat::value) apply_remark_unit(page_, line, rest_of_line(node.span));
    });
  }

  [[nodiscard]] std::string_view rest_of_line(const base::Span& span) const {
    const std::string_view behind = sources_.text(span.source).substr(span.end);
    return behind.substr(0, std::min(behind.find('\n'), longest_rest));
  }

  /// Words behind the number: "85 edge servers".
  [[nodiscard]] bool says_more(const Line& line) const {
    const auto begin = page_.tokens.tokens.begin();
    return std::any_of(begin + line.first_token, begin + line.end_token,
                       [](const Token& token) { return token.kind == Kind::word; });
  }

  Line& add(const document::Text& text, Seat seat) {
    Line line;
    line.text = &text;
    line.seat = seat;
    line.fragment = fragment_;
    line.spelled = spelling_of(text.view());
    line.first_token = static_cast<std::uint32_t>(page_.tokens.tokens.size());
    line.first_mention = static_cast<MentionId>(page_.mentions.size());
    arithmetic::lex(line.plain().text, page_.tokens);
    line.end_token = static_cast<std::uint32_t>(page_.tokens.tokens.size());
    split(line, static_cast<LineId>(page_.lines.size()));
    line.end_mention = static_cast<MentionId>(page_.mentions.size());
    page_.lines.push_back(line);
    return page_.lines.back();
  }

  /// How arithmetic spells a text; null where it does not change a byte.
  const arithmetic::PlainView* spelling_of(std::string_view text) {
    const arithmetic::Plain plain = arithmetic::plain_arithmetic(text);
    const std::span<const arithmetic::Piece> pieces = plain.pieces;
    const bool is_same = plain.text == text && (text.empty() || !pieces.front().is_stretch());
    if (is_same && pieces.size() <= 1) return nullptr;
    const arithmetic::PlainView kept{page_.plains.keep(std::string_view(plain.text)),
                                     page_.plains.keep(pieces)};
    return page_.plains.keep(std::span(&kept, 1)).data();
  }

  /// Sentences and mentions of a line.
  void split(const Line& line, LineId id) {
    Sentence sentence{id, line.first_token, line.first_token, line.first_mention, line.first_mention};
    for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind == Kind::number) {
        page_.mentions.push_back({id, static_cast<SentenceId>(page_.sentences.size()), i, UnitFrom::itself});
      }
      if (token.kind != Kind::stop) continue;
      sentence.end_token = i + 1;
      sentence.end_mention = static_cast<MentionId>(page_.mentions.size());
      page_.sentences.push_back(sentence);
      sentence.first_token = i + 1;
      sentence.first_mention = sentence.end_mention;
    }
  }

  const base::Sources& sources_;
  Page& page_;
  std::uint32_t fragment_ = 0;
};

/// A rate in bits that could have been written with a capital, and somewhere bytes.
bool tells_bits(const Page& page) {
  arithmetic::Surroundings all;
  bool writes_bit_rate = false;
  for (MentionId id = 0; id < page.tokens.figures.size(); ++id) {
    const arithmetic::Figure& figure = page.figure(id);
    arithmetic::look_at(figure, all);
    const auto* const first = page.tokens.readings.data() + figure.first_reading;
    writes_bit_rate =
        writes_bit_rate || std::any_of(first, first + figure.reading_count, [](const auto& reading) {
          return reading.why == arithmetic::Supposition::bit_rate_as_bytes;
        });
  }
  return writes_bit_rate && all.bytes;
}

}  // namespace

Page read_page(const base::Sources& sources, const document::Document& document) {
  Page page;
  Reader(sources, page).read(document);
  page.tells_bits = tells_bits(page);
  return page;
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/read_page.hpp"

#include "derive/header_unit.hpp"
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

class Reader {
 public:
  Reader(const base::Sources& sources, Page& page) : sources_(sources), page_(page) {}

  void read(const document::Document& document) {
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
    if (!passage.may_state) return;
    Line& line = add(passage.text, seat_of(passage.kind));
    line.depth = passage.depth;
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
      const auto& cells = row == 0 ? table.header : table.rows[row - 1];
      for (std::uint32_t column = 0; column < cells.size() && column < table.header.size(); ++column) {
        if (cells[column].text.empty()) continue;
        const auto id = static_cast<LineId>(page_.lines.size());
        Line& line = add(cells[column].text, row == 0 ? Seat::header : Seat::cell);
        line.table = number;
        line.row = row;
        line.column = column + 1;
        page_.tables.back().cells[row * page_.tables.back().columns + column] = id;
      }
    }
    apply_header_units(page_, page_.tables.back());
  }

  /// Scalars with a digit, in order.
  void read_artefact(const Artefact& artefact) {
    std::string pointer;
    tree::walk(*artefact.tree, pointer, [this](const std::string& at, const tree::Node& node) {
      if (!node.is_scalar() || !document::has_digit(node.text)) return;
      constexpr std::size_t longest_value = 24;
      const bool is_value = node.kind == tree::Kind::number ||
                            (node.text.size() <= longest_value && document::is_digit(node.text.front()) &&
                             node.text.find_first_of("=*+") == std::string::npos);
      page_.texts.push_back(document::text_of(sources_, node));
      Line& line = add(page_.texts.back(), is_value ? Seat::value : Seat::string);
      line.pointer = at;
      line.node = &node;
    });
  }

  Line& add(const document::Text& text, Seat seat) {
    Line line;
    line.text = &text;
    line.seat = seat;
    line.fragment = fragment_;
    line.plain = arithmetic::plain_arithmetic(text.view());
    line.first_token = static_cast<std::uint32_t>(page_.tokens.tokens.size());
    line.first_mention = static_cast<MentionId>(page_.mentions.size());
    arithmetic::lex(line.plain.text, page_.tokens);
    line.end_token = static_cast<std::uint32_t>(page_.tokens.tokens.size());
    split(line, static_cast<LineId>(page_.lines.size()));
    line.end_mention = static_cast<MentionId>(page_.mentions.size());
    page_.lines.push_back(std::move(line));
    return page_.lines.back();
  }

  /// Sentences and mentions of a line.
  void split(const Line& line, LineId id) {
    Sentence sentence{id, line.first_token, line.first_token, line.first_mention, line.first_mention};
    for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind == Kind::number) {
        page_.mentions.push_back(
            {id, static_cast<SentenceId>(page_.sentences.size()), i, token.index, UnitFrom::itself});
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

}  // namespace

Page read_page(const base::Sources& sources, const document::Document& document) {
  Page page;
  Reader(sources, page).read(document);
  return page;
}

}  // namespace reckon::derive

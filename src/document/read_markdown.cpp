// SPDX-License-Identifier: MIT
// Markdown -> passages, tables and the code inside them. md4c finds the structure; the places come from
// comparing its pointers with the buffer, and a pointer outside the buffer is text that stands nowhere (a
// line break, an indentation).
#include "document/code_block.hpp"
#include "document/digits.hpp"
#include "document/explain_line.hpp"
#include "document/inline_text.hpp"
#include "document/json_in_prose.hpp"
#include "document/markdown_guard.hpp"
#include "document/readers.hpp"
#include "document/tab_table.hpp"
#include "document/unfenced.hpp"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

/// A wider table is no table: the parser fills every row up to the header's width.
constexpr unsigned most_columns = 256;
constexpr int table_too_wide = 1;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
/// A heading's share of a section's name, in bytes.
constexpr std::size_t longest_heading = 120;

class Collector {
 public:
  /// `parsed` is what md4c reads: as long as the whole text, which it may differ from in marks.
  Collector(const base::Sources& sources, const Text& whole, std::string_view parsed,
            std::string_view section, Document& into)
      : sources_(sources),
        whole_(whole),
        parsed_(parsed),
        outer_(section),
        section_(section),
        into_(into),
        inline_(whole),
        json_(sources, whole) {}

  int enter(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_TABLE && static_cast<const MD_BLOCK_TABLE_DETAIL*>(detail)->col_count > most_columns)
      return table_too_wide;
    flush();
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) ++depth_;
    if (type == MD_BLOCK_CODE) {
      const auto& info = static_cast<const MD_BLOCK_CODE_DETAIL*>(detail)->lang;
      info_ = info.text == nullptr ? std::string{} : std::string(info.text, info.size);
      in_code_ = true;
      code_ = {};
    }
    if (type == MD_BLOCK_TABLE) table_ = Table{};
    if (type == MD_BLOCK_THEAD) in_header_ = true;
    if (type == MD_BLOCK_TR && !in_header_ && table_) table_->rows.add_row();
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) in_cell_ = true;
    return 0;
  }

  int leave(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_H) {
      heading(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      cell();
    } else if (type == MD_BLOCK_CODE) {
      in_code_ = false;
      if (!code_.empty()) read_code_block(sources_, code_, info_, section_, into_);
    } else if (type == MD_BLOCK_THEAD) {
      in_header_ = false;
    } else if (type == MD_BLOCK_TABLE) {
      end_table();
    } else {
      flush();
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --depth_;
    return 0;
  }

  int span(MD_SPANTYPE type, bool opens) {
    if (type != MD_SPAN_EM && type != MD_SPAN_STRONG) return 0;
    opens ? inline_.emphasis_opens() : inline_.emphasis_closes();
    return 0;
  }

  int text(MD_TEXTTYPE type, const char* piece, std::size_t size) {
    const std::optional<std::size_t> begin = offset(piece, size);
    if (begin && *begin < skip_until_) return 0;
    if (in_code_) return code_text(begin, piece, size);
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        inline_.line_break(type == MD_TEXT_BR);
        return 0;
      case MD_TEXT_NULLCHAR:
        inline_.stand_in("\xef\xbf\xbd");
        return 0;
      case MD_TEXT_ENTITY:
        if (begin) inline_.entity(*begin, *begin + size);
        return 0;
      case MD_TEXT_HTML:
        if (begin) {
          inline_.html(*begin, *begin + size);
        } else {
          inline_.line_break(false);
        }
        return 0;
      case MD_TEXT_CODE:
      case MD_TEXT_NORMAL:
      case MD_TEXT_LATEXMATH:
        if (!begin) {
          inline_.stand_in(std::string_view(piece, size));
        } else if (type == MD_TEXT_CODE && in_cell_) {
          inline_.cell_code(*begin, *begin + size);
        } else {
          inline_.plain(*begin, *begin + size);
        }
        return 0;
    }
    return 0;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> offset(const char* piece, std::size_t size) const {
    const auto begin = reinterpret_cast<std::uintptr_t>(parsed_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(piece);
    const bool inside = at >= begin && at + size <= begin + parsed_.size();
    return inside ? std::optional(static_cast<std::size_t>(at - begin)) : std::nullopt;
  }

  int code_text(std::optional<std::size_t> begin, const char* piece, std::size_t size) {
    const std::string_view text(piece, size);
    if (begin) {
      // A line break that follows its line in the source keeps the block in one piece.
      code_.append(whole_, *begin, *begin + size);
      code_end_ = *begin + size;
    } else if (!code_.empty() || text != "\n") {
      const std::string_view view = whole_.view();
      if (text == "\n" && code_end_ < view.size() && view[code_end_] == '\n') {
        code_.append(whole_, code_end_, code_end_ + 1);
        ++code_end_;
      } else if (text == "\n" && view.substr(code_end_, 2) == "\r\n") {
        code_.append(whole_, code_end_, code_end_ + 2);
        code_end_ += 2;
      } else {
        const bool has_place = code_end_ < view.size() && view[code_end_] == '\0';
        const std::size_t begins = code_end_;
        if (has_place) ++code_end_;
        code_.append_mapped(text, whole_.span(begins, code_end_));
      }
    }
    return 0;
  }

  void name_section() {
    section_ = outer_;
    for (const std::string& heading : headings_) {
      if (!heading.empty()) section_ += (section_.empty() ? "" : " / ") + heading;
    }
  }

  void add_passage(Passage::Kind kind, Text text, int depth) {
    if (text.empty()) return;
    add_plans(text, section_, into_);
    const bool may_state = has_digit(text.view());
    into_.fragments.emplace_back(Passage{kind, std::move(text), depth, section_, may_state});
  }

  /// What a paragraph, an item or raw HTML has gathered; an item's nested blocks end it.
  void flush() {
    if (in_cell_ || read_unfenced()) return;
    const Passage::Kind kind = depth_ > 0 ? Passage::Kind::item : Passage::Kind::paragraph;
    const Text& text = inline_.text();
    std::size_t begin = 0;
    if (const auto& brace = inline_.first_brace()) {
      const auto end = json_.read(brace->in_whole, section_, into_, [&] {
        add_passage(kind, text.slice(0, brace->in_text).trimmed(), depth_);
      });
      if (end) {
        skip_until_ = *end;
        begin = std::max(text.first_from(whole_.span(*end, *end).begin), brace->in_text);
      }
    }
    Text rest = begin == 0 ? text.trimmed() : text.slice(begin, text.view().size()).trimmed();
    inline_.clear();
    auto tabbed = kind == Passage::Kind::paragraph ? read_tab_table(sources_, rest) : std::nullopt;
    if (!tabbed) return add_passage(kind, std::move(rest), depth_);
    add_passage(kind, std::move(tabbed->before), depth_);
    tabbed->table.section = section_;
    into_.fragments.emplace_back(std::move(tabbed->table));
    add_passage(kind, std::move(tabbed->behind), depth_);
  }

  /// What begins as code goes on to its own end.
  bool read_unfenced() {
    const Text& text = inline_.text();
    if (depth_ > 0 || text.empty()) return false;
    const std::size_t begin = whole_.first_from(text.span(0, 1).begin);
    const std::string_view view = whole_.view();
    if (begin > 0 && view[begin - 1] != '\n') return false;
    const auto end = end_of_unfenced(view, begin);
    if (!end) return false;
    inline_.clear();
    skip_until_ = *end;
    read_code_block(sources_, whole_.slice(begin, *end), {}, section_, into_);
    return true;
  }

  /// A line of dashes below a manifest's makes no heading of them.
  void heading(unsigned level) {
    if (read_unfenced()) return;
    Text text = inline_.text().trimmed();
    inline_.clear();
    const std::size_t index = std::clamp<std::size_t>(level, 1, headings_.size()) - 1;
    for (std::size_t i = index; i < headings_.size(); ++i) headings_[i].clear();
    name_section();
    std::string name(text.view().substr(0, longest_heading));
    while (name.size() == longest_heading && (static_cast<unsigned char>(name.back()) & 0xc0U) == 0x80U)
      name.pop_back();
    add_passage(Passage::Kind::heading, std::move(text), static_cast<int>(level));
    headings_[index] = std::move(name);
    name_section();
  }

  void cell() {
    in_cell_ = false;
    Text text = inline_.text().trimmed();
    inline_.clear();
    if (!table_) return;
    if (in_header_) {
      table_->header.push_back({std::move(text)});
    } else if (!table_->rows.empty()) {
      table_->rows.add({std::move(text)});
    }
  }

  void end_table() {
    if (!table_) return;
    table_->section = section_;
    const auto is_blank = [](const Cell& cell) { return cell.text.empty(); };
    const std::span<const Cell> cells = table_->rows.cells();
    const bool blank = std::all_of(table_->header.begin(), table_->header.end(), is_blank) &&
                       std::all_of(cells.begin(), cells.end(), is_blank);
    if (!blank) into_.fragments.emplace_back(std::move(*table_));
    table_.reset();
  }

  const base::Sources& sources_;
  const Text& whole_;
  std::string_view parsed_;
  std::string_view outer_;
  std::string section_;  ///< the outer one and the headings above
  Document& into_;
  InlineText inline_;
  JsonInProse json_;
  std::array<std::string, 6> headings_;
  std::optional<Table> table_;
  bool in_header_ = false;
  bool in_cell_ = false;
  bool in_code_ = false;
  std::string info_;
  Text code_;
  std::size_t code_end_ = 0;    ///< in the whole text, behind the last piece of code
  int depth_ = 0;               ///< of lists
  std::size_t skip_until_ = 0;  ///< what stands before was read as JSON
};

Collector& collector(void* user) {
  return *static_cast<Collector*>(user);
}

int parse(std::string_view text, Collector& into, unsigned flags) {
  MD_PARSER parser{};
  parser.flags = flags;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return collector(user).enter(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return collector(user).leave(type, detail);
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return collector(user).span(type, true); };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return collector(user).span(type, false); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
    return collector(user).text(type, piece, size);
  };
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &into);
}

}  // namespace

void read_markdown(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  // No strikethrough (a tilde means "about"), no mathematics in dollars (they are money).
  const std::optional<std::string> guarded = guard_markdown(text.view());
  const std::string_view parsed = guarded ? std::string_view(*guarded) : text.view();
  const std::size_t fragments = into.fragments.size();
  const std::size_t problems = into.problems.size();
  for (const unsigned tables : {unsigned{MD_FLAG_TABLES}, 0U}) {
    Collector gathered(sources, text, parsed, section, into);
    if (parse(parsed, gathered, MD_FLAG_TASKLISTS | tables) == 0) return;
    into.fragments.resize(fragments);
    into.problems.resize(problems);
  }
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "document/inline_text.hpp"

#include "base/unicode.hpp"
#include "document/digits.hpp"
#include "document/find_any.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

/// The entities of HTML that numbers and formulas are written with. Others stay as written.
constexpr std::array entities{
    Entity{"amp", "&"},
    Entity{"lt", "<"},
    Entity{"gt", ">"},
    Entity{"quot", "\""},
    Entity{"apos", "'"},
    Entity{"nbsp", "\xc2\xa0"},
    Entity{"times", "\xc3\x97"},
    Entity{"divide", "\xc3\xb7"},
    Entity{"plusmn", "\xc2\xb1"},
    Entity{"micro", "\xc2\xb5"},
    Entity{"mu", "\xce\xbc"},
    Entity{"middot", "\xc2\xb7"},
    Entity{"asymp", "\xe2\x89\x88"},
    Entity{"approx", "\xe2\x89\x88"},
    Entity{"ap", "\xe2\x89\x88"},
    Entity{"cong", "\xe2\x89\x85"},
    Entity{"sim", "~"},
    Entity{"le", "\xe2\x89\xa4"},
    Entity{"leq", "\xe2\x89\xa4"},
    Entity{"ge", "\xe2\x89\xa5"},
    Entity{"geq", "\xe2\x89\xa5"},
    Entity{"ne", "\xe2\x89\xa0"},
    Entity{"equals", "="},
    Entity{"minus", "\xe2\x88\x92"},
    Entity{"ndash", "\xe2\x80\x93"},
    Entity{"mdash", "\xe2\x80\x94"},
    Entity{"hellip", "\xe2\x80\xa6"},
    Entity{"rarr", "\xe2\x86\x92"},
    Entity{"rArr", "\xe2\x87\x92"},
    Entity{"sup2", "\xc2\xb2"},
    Entity{"sup3", "\xc2\xb3"},
    Entity{"frac12", "\xc2\xbd"},
    Entity{"euro", "\xe2\x82\xac"},
    Entity{"pound", "\xc2\xa3"},
    Entity{"dollar", "$"},
    Entity{"percnt", "%"},
    Entity{"ast", "*"},
    Entity{"plus", "+"},
    Entity{"sol", "/"},
    Entity{"vert", "|"},
    Entity{"lowbar", "_"},
    Entity{"thinsp", "\xe2\x80\x89"},
};

/// Tags that change how text looks and not what it says.
constexpr std::array<std::string_view, 34> formatting{
    "a",     "abbr", "b",      "big", "blockquote", "br",  "code",  "dd",   "del", "details", "div", "dl",
    "dt",    "em",   "font",   "i",   "ins",        "kbd", "li",    "mark", "ol",  "p",       "pre", "s",
    "small", "span", "strong", "sub", "summary",    "sup", "table", "td",   "u",   "ul"};

bool is_operand(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '(' || c == ')' ||
         c == '%' || static_cast<unsigned char>(c) >= 0x80U;
}

std::string decode(std::string_view entity) {
  std::string_view name = entity.substr(1, entity.size() - 2);
  std::string out;
  if (name.front() == '#') {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    const bool valid = error == std::errc{} && end == name.data() + name.size() && value != 0 &&
                       value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    base::append_utf8(out, valid ? static_cast<char32_t>(value) : U'\xfffd');
    return out;
  }
  const auto found =
      std::find_if(entities.begin(), entities.end(), [name](const Entity& row) { return row.name == name; });
  return std::string(found == entities.end() ? entity : found->text);
}

/// The name of a tag in lower case, "/" in front of a closing one; "!" for a comment.
std::string tag_name(std::string_view tag) {
  std::string out;
  for (std::size_t i = 1; i < tag.size(); ++i) {
    const char c = tag[i];
    if (c == '!' || c == '?') return "!";
    const bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || (c == '/' && i == 1);
    if (!part) break;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

/// Whether a line begins with a name, a sign and a figure: "peak load: ~20,000", "cores = (5 + 3) / 2".
bool states_figure(std::string_view text) {
  constexpr std::size_t longest_name = 60;
  const std::size_t sign = find_any<':', '=', '\n', '.', ',', ';'>(text.substr(0, longest_name));
  if (sign == std::string_view::npos || sign == 0 || (text[sign] != ':' && text[sign] != '=')) return false;
  if (is_digit(text.front()) || !is_operand(text.front())) return false;
  const std::size_t value = text.find_first_not_of(" \t*_`~<>$(", sign + 1);
  return value != std::string_view::npos && is_digit(text[value]);
}

/// Whether a line is laid out in columns: blanks part what stands in it.
bool has_columns(std::string_view text) {
  constexpr std::size_t fewest_blanks = 3;
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return false;
  const std::size_t gap = line.find("   ", begin);
  return gap != std::string_view::npos &&
         line.find_first_not_of(" \t\r", gap + fewest_blanks) != std::string_view::npos;
}

}  // namespace

void InlineText::plain(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  arrive(begin);
  text_.append(*whole_, begin, end);
  last_end_ = end;
}

void InlineText::cell_code(std::size_t begin, std::size_t end) {
  const std::string_view view = whole_->view();
  for (std::size_t at = begin; at < end;) {
    const std::size_t escaped = std::min(view.substr(0, end).find("\\|", at), end);
    plain(at, escaped);
    at = escaped == end ? end : escaped + 1;
    if (escaped != end) {
      plain(at, at + 1);
      ++at;
    }
  }
}

void InlineText::entity(std::size_t begin, std::size_t end) {
  arrive(begin);
  const std::string_view written = whole_->view().substr(begin, end - begin);
  if (written.size() > 2) text_.append_mapped(decode(written), whole_->span(begin, end));
  last_end_ = end;
}

void InlineText::html(std::size_t begin, std::size_t end) {
  const std::string_view view = whole_->view();
  while (begin < end) {
    const std::size_t open = std::min(view.substr(0, end).find('<', begin), end);
    plain(begin, open);
    if (open == end) return;
    const std::size_t close = view.substr(0, end).find('>', open);
    if (close == std::string_view::npos) return plain(open, end);
    const std::string name = tag_name(view.substr(open, close + 1 - open));
    const bool closing = !name.empty() && name.front() == '/';
    const std::string_view bare = std::string_view(name).substr(closing ? 1 : 0);
    const bool drops = name == "!" || bare == "tr" || bare == "th" ||
                       std::find(formatting.begin(), formatting.end(), bare) != formatting.end();
    if (!drops) {
      plain(open, close + 1);
    } else {
      arrive(open);
      const bool separates = bare == "br" || bare == "td" || bare == "th" || bare == "li" || bare == "p";
      const std::string_view left = name == "sup" ? "^" : bare == "br" ? "\n" : separates ? " " : "";
      text_.append_mapped(left, whole_->span(open, close + 1));
      last_end_ = close + 1;
    }
    begin = close + 1;
  }
}

void InlineText::stand_in(std::string_view text) {
  const std::size_t at = last_end_.value_or(0);
  if (last_end_) arrive(at);
  text_.append_mapped(text, whole_->span(at, std::min(at + 1, whole_->view().size())));
}

void InlineText::line_break(bool asked_for) {
  break_pending_ = true;
  break_asked_for_ = break_asked_for_ || asked_for;
}

void InlineText::emphasis_opens() {
  kept_.push_back(false);
  pending_.push_back({true, false});
}

void InlineText::emphasis_closes() {
  const bool kept = !kept_.empty() && kept_.back();
  if (!kept_.empty()) kept_.pop_back();
  pending_.push_back({false, kept});
}

void InlineText::clear() {
  text_.clear();
  last_end_.reset();
  break_pending_ = false;
  break_asked_for_ = false;
  line_begin_ = 0;
  pending_.clear();
  kept_.clear();
  brace_.reset();
}

void InlineText::arrive(std::size_t begin) {
  const bool line_begins = !last_end_ || break_pending_;
  if (break_pending_ && last_end_ && begin >= *last_end_) {
    const std::string_view view = whole_->view();
    const std::string_view before = view.substr(line_begin_);
    const std::string_view next = view.substr(begin);
    const bool is_list = states_figure(before) && states_figure(next);
    const std::size_t break_behind = std::min(next.find('\n'), next.size() - 1);
    const bool is_layout =
        has_columns(next) && (has_columns(before) || has_columns(next.substr(break_behind + 1)));
    text_.append_mapped(break_asked_for_ || is_list || is_layout ? "\n" : " ",
                        whole_->span(*last_end_, std::max(begin, *last_end_ + 1)));
  }
  if (!break_pending_ && last_end_) keep_asterisks(begin);
  if (line_begins && !brace_ && begin < whole_->view().size() && whole_->view()[begin] == '{')
    brace_ = Brace{text_.view().size(), begin};
  if (line_begins) line_begin_ = begin;
  break_pending_ = false;
  break_asked_for_ = false;
  pending_.clear();
}

/// `36*24*3600` is emphasis to Markdown and a product to everybody else.
void InlineText::keep_asterisks(std::size_t begin) {
  if (pending_.size() != 1 || begin <= *last_end_ || begin >= whole_->view().size() || *last_end_ == 0)
    return;
  const std::string_view view = whole_->view();
  const std::string_view gap = view.substr(*last_end_, begin - *last_end_);
  if (gap != "*" && gap != "**") return;
  const char before = view[*last_end_ - 1];
  const char after = view[begin];
  const bool product = is_operand(before) && is_operand(after) && (is_digit(before) || is_digit(after));
  const bool power = is_digit(before) && is_digit(after);
  const bool joins = gap == "*" ? product : power;
  const Mark& mark = pending_.front();
  if (!joins && !mark.partner_kept) return;
  text_.append(*whole_, *last_end_, begin);
  if (mark.opens) kept_.back() = true;
}

}  // namespace reckon::document

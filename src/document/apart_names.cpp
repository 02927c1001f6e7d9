// SPDX-License-Identifier: MIT
// Names in place of numbers: "QPS * 3 = 1251" under "QPS: 417/s". A name means what the document last gave
// it, and a line is read this way only where it says nothing without its names.
#include "document/apart.hpp"
#include "document/apart_cell.hpp"
#include "document/apart_sum.hpp"
#include "document/digits.hpp"
#include "document/find_any.hpp"
#include "document/plain_label.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace reckon::document {
namespace {

constexpr std::size_t longest_name = 48;
constexpr std::size_t longest_line = 400;
constexpr std::size_t most_names_in_line = 8;
constexpr std::size_t longest_value = 60;

struct Meaning {
  std::string value;         ///< "417/s", as a line of arithmetic would have it
  bool is_disputed = false;  ///< given again with another value: nobody knows which is meant
};
using Names = std::unordered_map<std::string, Meaning>;

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ' ' ||
         c == '-' || c == '\'';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A name that says something: not "a", "total" or "result".
bool names_something(const std::string& name) {
  constexpr std::string_view empty_names[] = {"total", "result", "answer",  "so",
                                              "sum",   "note",   "example", "value"};
  return name.size() <= longest_name && is_letter(name.front()) &&
         std::find(std::begin(empty_names), std::end(empty_names), name) == std::end(empty_names);
}

class Gatherer {
 public:
  Gatherer(const Document& document, const InlineEquations& within, std::vector<Apart>& out)
      : document_(document), within_(within), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < document_.fragments.size(); ++i) {
      if (const auto* passage = std::get_if<Passage>(&document_.fragments[i])) from_passage(*passage, i);
      if (const auto* table = std::get_if<Table>(&document_.fragments[i])) from_table(*table);
    }
  }

 private:
  void from_passage(const Passage& passage, std::size_t fragment) {
    if (passage.kind == Passage::Kind::heading || !passage.may_state) return;
    const std::string_view view = passage.text.view();
    if (view.size() > longest_line || !has_digit(view)) return;
    const std::vector<Equation>& equations = within_[fragment];
    if (equations.empty() && !defines_or_calculates(view)) return;
    if (equations.empty() && !names_.empty()) {
      if (auto equation = named(passage.text)) {
        const Side& result = equation->sides.back();
        define(passage.text, result.expression.nodes.front().text);
        out_.push_back({std::move(*equation), fragment, {}});
        return;
      }
    }
    if (equations.size() > 1) return;
    if (!equations.empty()) {
      const Side& result =
          equations.front().result_first ? equations.front().sides.front() : equations.front().sides.back();
      if (result.is_quantity()) define(passage.text, view.substr(result.begin, result.end - result.begin));
      return;
    }
    const std::size_t sign = find_any<':', '='>(view);
    if (sign > longest_name || !starts_quantity(view.substr(sign + 1))) return;
    const Text rest = passage.text.slice(sign + 1, view.size()).trimmed();
    const Looks looks = looks_of(rest);
    if (looks.face == Face::quantity)
      define(passage.text, rest.view().substr(looks.begin, looks.end - looks.begin));
  }

  /// A name is given behind a colon or a sign, and taken beside an operator.
  static bool defines_or_calculates(std::string_view view) {
    const std::size_t sign = find_any<':', '='>(view);
    if (sign == std::string_view::npos) return false;
    return sign <= longest_name || view.find_first_of("*/+^\xc3\xc2\xe2") != std::string_view::npos;
  }

  /// A digit, behind marks at most.
  static bool starts_quantity(std::string_view text) {
    constexpr std::size_t longest_marks = 6;
    const std::size_t digit = next_digit(text);
    return digit <= longest_marks && digit < text.size() &&
           std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digit), is_letter);
  }

  void from_table(const Table& table) {
    for (const auto& row : table.rows) {
      if (row.size() < 2) continue;
      std::size_t quantities = 0;
      std::string value;
      for (std::size_t i = 1; i < row.size(); ++i) {
        const Looks looks = looks_of(row[i].text);
        if (looks.face != Face::quantity) continue;
        ++quantities;
        value = row[i].text.view().substr(looks.begin, looks.end - looks.begin);
      }
      if (quantities == 1) remember(row.front().text.view(), value);
    }
  }

  /// What stands before the first colon or sign is a name for the value.
  void define(const Text& text, std::string_view value) {
    const std::string_view view = text.view();
    const std::size_t sign = find_any<':', '='>(view);
    if (sign == std::string_view::npos) return;
    remember(view.substr(0, sign), value);
  }
  void remember(std::string_view written, std::string_view value) {
    if (written.size() > longest_name || value.size() > longest_value) return;
    written = written.substr(0, written.find('('));
    const std::string name = plain_label(written);
    // A letter is a name where it is a capital: "A: 45,000 readers".
    const bool is_letter_name =
        name.size() == 1 && written.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") < written.size();
    if (!names_something(name) || (name.size() == 1 && !is_letter_name)) return;
    const auto [at, is_new] = names_.try_emplace(name, Meaning{std::string(value), false});
    if (!is_new && at->second.value != value) at->second.is_disputed = true;
  }

  /// The line with numbers in place of the names that stand between its signs.
  [[nodiscard]] std::optional<Equation> named(const Text& text) const {
    const std::string_view view = text.view();
    Text line;
    std::size_t copied = 0;
    std::size_t replaced = 0;
    for (std::size_t at = 0; at < view.size();) {
      if (!is_letter(view[at])) {
        at = at + 1;
        continue;
      }
      std::size_t end = at;
      while (end < view.size() && is_name_byte(view[end])) ++end;
      while (end > at && (view[end - 1] == ' ' || view[end - 1] == '-')) --end;
      // A letter stands for a number only as a capital: "A × B".
      const bool is_variable = end - at == 1 && !(view[at] >= 'A' && view[at] <= 'Z');
      const bool starts = !is_variable && starts_operand(view, at);
      const auto meaning = starts && end - at <= longest_name
                               ? names_.find(plain_label(view.substr(at, end - at)))
                               : names_.end();
      if (meaning != names_.end() && !meaning->second.is_disputed && is_operand(view, at, end) &&
          replaced < most_names_in_line) {
        line.append(text, copied, at);
        line.append_mapped("(" + meaning->second.value + ")", text.span(at, end));
        copied = end;
        ++replaced;
      }
      at = std::max(end, at + 1);
    }
    if (replaced == 0) return std::nullopt;
    line.append(text, copied, view.size());
    std::vector<Equation> equations = read_equations(line);
    if (equations.size() != 1) return std::nullopt;
    equations.front().apart = true;
    return std::move(equations.front());
  }

  /// Behind the start, a sign or a parenthesis.
  static bool starts_operand(std::string_view view, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : view.find_last_not_of(' ', at - 1);
    if (before == std::string_view::npos) return true;
    const char c = view[before];
    return !is_letter(c) && !(c >= '0' && c <= '9') && c != '_' && c != ',' && c != '.' && c != ')';
  }
  /// An operator stands beside it; a name before the first sign is what the line defines.
  static bool is_operand(std::string_view view, std::size_t at, std::size_t end) {
    const auto is_operator_at = [view](std::size_t i) {
      if (i >= view.size()) return false;
      const std::string_view rest = view.substr(i);
      return std::string_view("*/+-^").find(view[i]) != std::string_view::npos || rest.substr(0, 2) == "×" ||
             rest.substr(0, 2) == "÷" || rest.substr(0, 2) == "·" || rest.substr(0, 2) == "x ";
    };
    const std::size_t behind = std::min(view.find_first_not_of(' ', end), view.size());
    if (is_operator_at(behind)) return true;
    if (at == 0) return false;
    std::size_t before = view.find_last_not_of(' ', at - 1);
    if (before == std::string_view::npos) return false;
    while (before > 0 && (static_cast<unsigned char>(view[before]) & 0xc0U) == 0x80U) --before;
    return is_operator_at(before) || view[before] == '(';
  }

  const Document& document_;
  const InlineEquations& within_;
  std::vector<Apart>& out_;
  Names names_;
};

}  // namespace

void gather_named(const Document& document, const InlineEquations& within, std::vector<Apart>& out) {
  Gatherer(document, within, out).run();
}

}  // namespace reckon::document

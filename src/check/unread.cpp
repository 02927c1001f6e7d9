// SPDX-License-Identifier: MIT
#include "check/unread.hpp"

#include "base/unicode.hpp"
#include "check/bind.hpp"
#include "check/code_places.hpp"
#include "check/collect.hpp"
#include "check/covered.hpp"
#include "check/labels.hpp"
#include "check/unread_markup.hpp"
#include "check/unread_text.hpp"
#include "document/digits.hpp"
#include "document/node_text.hpp"
#include "document/read.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace reckon::check {
namespace {

using document::Artefact;
using document::Passage;
using document::Table;
using document::Text;
using Reason = UnreadReason;

/// What of a text is shown, in bytes.
constexpr std::size_t longest_shown = 80;
/// A document with more is data.
constexpr std::size_t most_listed = 10'000;

std::string shown(std::string_view text) {
  if (text.size() <= longest_shown) return std::string(text);
  std::size_t end = longest_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

class Finder {
 public:
  Finder(const base::Sources& sources, base::SourceId source, const Review& review)
      : sources_(sources), review_(review), covered_(source, sources.text(source)) {}

  Numbers find(const document::Document& document) {
    cover_claims();
    out_.in_claims = covered_.count();
    find_unbound();
    for (const document::Fragment& fragment : document.fragments) {
      if (const auto* passage = std::get_if<Passage>(&fragment)) {
        const bool is_heading = passage->kind == Passage::Kind::heading;
        in_text(passage->text, is_heading ? Place::heading : Place::passage);
      }
      if (const auto* table = std::get_if<Table>(&fragment)) in_table(*table);
    }
    for (const document::Fragment& fragment : document.fragments) {
      const auto* artefact = std::get_if<Artefact>(&fragment);
      if (artefact != nullptr && artefact->type != "comment") in_artefact(*artefact);
    }
    add_rest(document);
    std::sort(out_.unread.begin(), out_.unread.end(),
              [](const Unread& a, const Unread& b) { return a.span < b.span; });
    return std::move(out_);
  }

 private:
  enum class Place { passage, heading, column_name, row_name, named_row, unnamed_row };

  void add(const base::Span& span, Reason reason, const std::vector<std::string>& details) {
    while (const auto part = covered_.take(span)) list(*part, reason, details);
  }
  void list(const base::Span& span, Reason reason, const std::vector<std::string>& details) {
    if (out_.unread.size() == most_listed) return void(++out_.more);
    out_.unread.push_back({span, shown(sources_.text(span)), reason, details});
    for (std::string& detail : out_.unread.back().details) detail = shown(detail);
  }

  // --- what claims cover

  void cover_claims() {
    for (const Claim& claim : review_.claims) {
      if (claim.from_platform || is_unbound(claim)) continue;
      covered_.cover(claim.span);
      covered_.cover(claim.label_span);
    }
    for (const document::Equation& equation : review_.equations) cover_equation(equation);
    for (const Claim& claim : review_.claims) {
      if (claim.where == Where::text && !claim.step) labelled_.push_back(claim.span.begin);
    }
    std::sort(calculated_.begin(), calculated_.end());
    std::sort(labelled_.begin(), labelled_.end());
  }

  void cover_equation(const document::Equation& equation) {
    for (const document::Side& side : equation.sides) {
      // Between parts that stand apart lies what is none of theirs.
      if (!equation.apart) covered_.cover(side.span);
      for (const formula::Node& node : side.expression.nodes) {
        if (node.operation == formula::Operation::literal) covered_.cover(node.span);
      }
    }
    if (equation.apart) return;
    calculated_.push_back(equation.span);
    if (!equation.label.empty()) cover_label(equation);
  }

  /// The words right in front of an equation; marks of emphasis may stand between.
  void cover_label(const document::Equation& equation) {
    constexpr std::size_t longest_gap = 32;
    const std::string_view text = sources_.text(equation.span.source);
    const std::size_t end = equation.span.begin;
    const std::size_t begin = end - std::min(end, equation.label.size() + longest_gap);
    const std::size_t found = text.substr(begin, end - begin).rfind(equation.label);
    if (found == std::string_view::npos) return;
    const auto at = static_cast<std::uint32_t>(begin + found);
    covered_.cover({equation.span.source, at, at + static_cast<std::uint32_t>(equation.label.size())});
  }

  // --- what was read and means nothing here

  void find_unbound() {
    for (const Claim& claim : review_.claims) {
      if (claim.from_platform || !is_unbound(claim)) continue;
      unbound_.try_emplace(claim.span.begin,
                           Named{claim.span.end, why_unbound(claim, *review_.context.model)});
    }
    for (const Unreadable& unreadable : review_.unreadable)
      add(unreadable.span, Reason::unreadable, {unreadable.why});
  }

  /// Of the claim that a number is a part of.
  [[nodiscard]] const Unbound* unbound_at(std::uint32_t at) const {
    const auto behind = unbound_.upper_bound(at);
    if (behind == unbound_.begin()) return nullptr;
    const Named& named = std::prev(behind)->second;
    return named.end > at ? &named.why : nullptr;
  }

  // --- text

  void in_text(const Text& text, Place place) {
    const std::string_view view = text.view();
    const std::size_t first = view.find_first_not_of(" \t");
    Line line;
    for (NumberLike& number : numbers_in(text)) {
      const base::Span span = text.span(number.begin, number.end);
      // What calculates is no label, though it stands in front of a sign.
      const bool is_lone = number.reason == Reason::alone || number.reason == Reason::limit;
      if (const Unbound* unbound = is_lone ? unbound_at(span.begin) : nullptr) {
        number.reason = unbound->reason;
        number.details = unbound->details;
      } else if (number.reason == Reason::alone) {
        while (line.end <= number.begin && line.end < view.size()) {
          line.begin = line.end;
          line.end = std::min(view.find('\n', line.begin), view.size() - 1) + 1;
        }
        if (const auto variable = place == Place::passage ? variable_of(text, line) : std::nullopt) {
          number.reason = Reason::variable;
          number.details = {*variable, review_.context.model->id};
        } else {
          number.reason = lone(text, number, place, number.begin == first, line);
        }
      }
      add(span, number.reason, number.details);
    }
  }

  struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< behind its break
  };

  /// Why a number with no arithmetic about it is not taken for what its place states.
  [[nodiscard]] Reason lone(const Text& text, const NumberLike& number, Place place, bool is_first,
                            const Line& line) const {
    switch (place) {
      case Place::heading:
        return Reason::heading;
      case Place::column_name:
        return Reason::column_name;
      case Place::row_name:
        return Reason::row_name;
      case Place::unnamed_row:
        return Reason::no_row_name;
      case Place::named_row:
        return is_first ? Reason::alone : Reason::not_first;
      case Place::passage:
        break;
    }
    if (!number.follows_sign) return Reason::alone;
    const base::Span span = text.span(line.begin, std::min(line.end, text.view().size()));
    if (calculates(span)) return Reason::beside_calculation;
    if (has_label(span.begin, text.span(number.begin, number.end).begin)) return Reason::second_label;
    return number.begin - line.begin > longest_label ? Reason::long_label : Reason::alone;
  }

  /// The variable of the prompt that a line sets, all of it.
  [[nodiscard]] std::optional<std::string> variable_of(const Text& text, const Line& line) const {
    const prompt::Prompt* prompt = review_.context.prompt;
    if (prompt == nullptr) return std::nullopt;
    const std::string_view start =
        text.view().substr(line.begin, std::min(line.end - line.begin, longest_label));
    const std::string_view label = start.substr(0, std::min(start.find_first_of(":="), start.size()));
    const std::size_t first = label.find_first_not_of(variable_marks);
    if (first == std::string_view::npos || label.size() == start.size()) return std::nullopt;
    const std::size_t last = label.find_last_not_of(variable_marks);
    const prompt::Variable* variable = prompt->find_variable(label.substr(first, last - first + 1));
    return variable == nullptr ? std::nullopt : std::optional(variable->name);
  }

  [[nodiscard]] bool calculates(const base::Span& line) const {
    const auto behind =
        std::partition_point(calculated_.begin(), calculated_.end(),
                             [&line](const base::Span& span) { return span.begin < line.end; });
    return behind != calculated_.begin() && std::prev(behind)->end > line.begin;
  }
  [[nodiscard]] bool has_label(std::uint32_t begin, std::uint32_t end) const {
    const auto at = std::lower_bound(labelled_.begin(), labelled_.end(), begin);
    return at != labelled_.end() && *at < end;
  }

  void in_table(const Table& table) {
    for (const document::Cell& cell : table.header) in_text(cell.text, Place::column_name);
    for (const std::vector<document::Cell>& cells : table.rows) {
      const std::size_t name = label_column(cells);
      const bool has_name = name < cells.size() && !plain_label(cells[name].text.view()).empty();
      for (std::size_t column = 0; column < cells.size(); ++column) {
        const Place place = column == name ? Place::row_name
                            : has_name     ? Place::named_row
                                           : Place::unnamed_row;
        in_text(cells[column].text, place);
      }
    }
  }

  // --- artefacts

  void in_artefact(const Artefact& artefact) {
    const prompt::Prompt* prompt = review_.context.prompt;
    const bool is_response = artefact.type == "response" && prompt != nullptr;
    std::set<const tree::Node*> code;
    std::set<const tree::Node*> read;
    if (is_response) {
      code = code_in(artefact, *prompt);
      for (const prompt::Place& place : prompt->reads) {
        for (const tree::Match& match : tree::select(*artefact.tree, place.pattern)) read.insert(match.node);
      }
    }
    std::string pointer;
    tree::walk(*artefact.tree, pointer, [&](const std::string& at, const tree::Node& node) {
      for (const tree::Member& member : node.members) add(member.key_span, Reason::key, {member.key});
      if (!node.is_scalar() || !document::has_digit(node.text) || code.count(&node) != 0) return;
      const bool speaks = is_response && node.kind == tree::Kind::string && read.count(&node) == 0;
      const Text text = document::text_of(sources_, node);
      if (speaks) return in_text(text, Place::passage);
      const std::string place = artefact.name.empty() ? at : at + " of " + artefact.name;
      in_words(text, {review_.context.model->id, place.empty() ? "the top" : place});
    });
    spans_.push_back(artefact.span);
  }

  /// Each word with a digit, of what no place reads.
  void in_words(const Text& text, const std::vector<std::string>& details) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::string_view view = text.view();
    for (std::size_t begin = view.find_first_not_of(blanks); begin < view.size();
         begin = view.find_first_not_of(blanks, begin)) {
      const std::size_t end = std::min(view.find_first_of(blanks, begin), view.size());
      if (document::has_digit(view.substr(begin, end - begin)))
        add(text.span(begin, end), Reason::place, details);
      begin = end;
    }
  }

  // --- what no reader hands out

  void add_rest(const document::Document& document) {
    std::sort(spans_.begin(), spans_.end());
    // An artefact may stand inside another: what counts is how far those in front reach.
    for (std::size_t i = 1; i < spans_.size(); ++i)
      spans_[i].end = std::max(spans_[i].end, spans_[i - 1].end);
    const bool is_markdown = document::reader_of(sources_, document.source).name == "markdown";
    Markup markup(sources_.text(document.source));
    std::size_t from = 0;
    while (const auto span = covered_.take_next(from)) {
      const bool is_code = !is_markdown || is_in_artefact(span->begin);
      const Reason reason = is_code ? Reason::code : markup.reason_at(span->begin);
      list(*span, reason, {});
    }
  }
  [[nodiscard]] bool is_in_artefact(std::uint32_t at) const {
    const auto behind = std::partition_point(spans_.begin(), spans_.end(),
                                             [at](const base::Span& span) { return span.begin <= at; });
    return behind != spans_.begin() && std::prev(behind)->end > at;
  }

  const base::Sources& sources_;
  const Review& review_;
  Covered covered_;
  std::vector<base::Span> calculated_;   ///< equations whose parts stand together, in order
  std::vector<std::uint32_t> labelled_;  ///< where quantities under labels begin, in order
  std::vector<base::Span> spans_;        ///< of artefacts
  struct Named {
    std::uint32_t end = 0;
    Unbound why;
  };
  std::map<std::uint32_t, Named> unbound_;  ///< claims about nothing, by where they begin
  Numbers out_;
};

}  // namespace

bool is_unbound(const Claim& claim) {
  return !claim.slot && !claim.step;
}

Numbers numbers(const base::Sources& sources, const document::Document& document, const Review& review) {
  const prompt::Prompt* prompt = review.context.prompt;
  const auto with_more = prompt == nullptr ? std::nullopt : with_code(sources, document, *prompt);
  return Finder(sources, document.source, review).find(with_more ? *with_more : document);
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "check/collect.hpp"

#include "check/labels.hpp"
#include "check/places.hpp"
#include "prompt/variables.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace reckon::check {
namespace {

using document::Artefact;
using document::Table;

class Collector {
 public:
  Collector(const base::Sources& sources, const document::Document& document, const derive::Derived& derived,
            const prompt::Prompt* prompt, const model::Model& model)
      : sources_(sources),
        page_(derived.page),
        calculations_(derived.calculations),
        prompt_(prompt),
        model_(model),
        places_(sources, document, prompt, model) {
    out_.claims = Claims(sources, document, derived);
  }

  Collected collect(const document::Document& document) {
    LineId next = 0;
    for (std::size_t index = 0; index < document.fragments.size(); ++index) {
      const document::Fragment& fragment = document.fragments[index];
      const std::size_t before = out_.claims.size();
      if (const auto* artefact = std::get_if<Artefact>(&fragment)) read_ = places_.read(*artefact, out_);
      if (const auto* table = std::get_if<Table>(&fragment)) from_table(*table);
      for (; next < page_.lines.size() && page_.lines[next].fragment == index; ++next)
        from_line(fragment, next);
      const std::string& section =
          std::visit([](const auto& part) -> const std::string& { return part.section; }, fragment);
      for (std::size_t i = before; i < out_.claims.size(); ++i) {
        if (out_.claims.whole(i) != nullptr) out_.claims.edit(i).section = section;
      }
    }
    return std::move(out_);
  }

 private:
  using LineId = derive::LineId;

  // --- tables: the row names, the columns say which role

  void from_table(const Table& table) {
    const derive::Grid& grid = page_.tables[tables_++];
    std::vector<Role> roles;
    for (const document::Cell& header : table.header) roles.push_back(role_of_header(header.text.view()));
    for (std::uint32_t row = 1; row <= table.rows.size(); ++row) {
      const std::span<const document::Cell> cells = table.rows[row - 1];
      const std::size_t name_column = label_column(cells);
      if (name_column >= cells.size()) continue;
      if (plain_label(cells[name_column].text.view()).empty()) continue;
      Group group{static_cast<std::uint32_t>(tables_), claims(), claims()};
      for (std::uint32_t column = 0; column < grid.columns; ++column) {
        const LineId id = grid.at(row, column);
        if (column == name_column || id == derive::nowhere) continue;
        from_cell(id, roles[column], static_cast<std::uint32_t>(name_column));
      }
      group.end = claims();
      if (group.end > group.first) out_.groups.push_back(group);
    }
  }

  /// The quantity that a cell starts with is what the row states; a cell that calculates states its last
  /// result.
  void from_cell(LineId id, Role role, std::uint32_t label) {
    const derive::Line& line = page_.lines[id];
    auto stated = leading_mention(line);
    const bool calculates = stated && is_operand(id, *stated);
    if (calculates) stated = last_result(id);
    if (!stated) return;
    out_.claims.add_cell(*stated, label, calculates && role == Role::given ? Role::result : role);
  }

  /// The number with which a text begins, marks of approximation aside.
  std::optional<derive::MentionId> leading_mention(const derive::Line& line) const {
    for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
      const arithmetic::Token& token = page_.tokens.tokens[i];
      if (token.kind == arithmetic::Kind::number) return derive::Page::mention_of(token.index);
      const bool marks = token.kind == arithmetic::Kind::relation ||
                         (token.kind == arithmetic::Kind::word && (token.role == arithmetic::Role::about ||
                                                                   token.role == arithmetic::Role::at_least ||
                                                                   token.role == arithmetic::Role::at_most));
      if (!marks) break;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::span<const derive::Calculation> calculations_of(LineId id) const {
    const auto begin = std::lower_bound(
        calculations_.begin(), calculations_.end(), id,
        [](const derive::Calculation& calculation, LineId line) { return calculation.line < line; });
    const auto end = std::find_if(begin, calculations_.end(),
                                  [id](const derive::Calculation& other) { return other.line != id; });
    return {begin, end};
  }

  /// Whether a calculation begins with this number.
  bool is_operand(LineId id, derive::MentionId mention) const {
    const std::uint32_t token = page_.mentions[mention].token;
    const std::span<const derive::Calculation> all = calculations_of(id);
    return std::any_of(all.begin(), all.end(), [token](const derive::Calculation& calculation) {
      return calculation.begin <= token && token < calculation.end;
    });
  }

  std::optional<derive::MentionId> last_result(LineId id) const {
    std::optional<derive::MentionId> out;
    for (const derive::Calculation& calculation : calculations_of(id)) {
      if (calculation.result != derive::nowhere) out = calculation.result;
    }
    return out;
  }

  std::uint32_t claims() const { return static_cast<std::uint32_t>(out_.claims.size()); }

  // --- text

  void from_line(const document::Fragment& fragment, LineId id) {
    const derive::Line& line = page_.lines[id];
    switch (line.seat) {
      case derive::Seat::paragraph:
      case derive::Seat::item:
      case derive::Seat::code:
        return from_text(id);
      case derive::Seat::string: {
        const auto* artefact = std::get_if<Artefact>(&fragment);
        const bool speaks = artefact->type == "response" && prompt_ != nullptr;
        if (speaks && read_.count(page_.data[line.row].node) == 0) from_text(id);
        return;
      }
      case derive::Seat::heading:
      case derive::Seat::cell:
      case derive::Seat::header:
      case derive::Seat::value:
        return;
    }
  }

  /// Labelled quantities, physical line by physical line.
  void from_text(LineId id) {
    const derive::Line& line = page_.lines[id];
    std::uint32_t begin = line.first_token;
    for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
      if (!page_.tokens.tokens[i].is_line_end) continue;
      from_tokens(id, begin, i);
      begin = i + 1;
    }
  }

  /// "Target utilisation: 70 %" or "Assumption: memory per core = 2 GB" states a quantity under a label.
  void from_tokens(LineId id, std::uint32_t begin, std::uint32_t end) {
    const auto& tokens = page_.tokens.tokens;
    std::uint32_t label = begin;
    for (std::uint32_t i = begin; i < end && tokens[i].begin < tokens[begin].begin + longest_label; ++i) {
      const arithmetic::Token& token = tokens[i];
      const bool signs = token.kind == arithmetic::Kind::colon ||
                         (token.kind == arithmetic::Kind::relation && token.sign == arithmetic::Sign::equals);
      if (!signs) continue;
      if (i > label && i + 1 < end) {
        if (add_variable(id, label, i, end)) return;
        if (add_quantity(id, begin, label, i)) return;
      }
      label = i + 1;
    }
  }

  bool add_quantity(LineId id, std::uint32_t begin, std::uint32_t label, std::uint32_t sign) {
    const auto& tokens = page_.tokens.tokens;
    std::uint32_t at = sign + 1;
    while (tokens[at].kind == arithmetic::Kind::relation) ++at;
    if (tokens[at].kind != arithmetic::Kind::number) return false;
    const derive::MentionId mention = derive::Page::mention_of(tokens[at].index);
    if (is_operand(id, mention)) return true;
    if (plain_label(sources_.text(page_.span(id, label, sign))).empty()) return false;
    // "Assumption: " in front of the label.
    const bool assumes =
        begin < label && role_of_header(sources_.text(page_.span(id, begin, label))) == Role::assumption;
    out_.groups.push_back({0, claims(), claims() + 1});
    out_.claims.add_labelled(mention, label, sign, assumes ? Role::assumption : Role::given);
    return true;
  }

  /// "peakTPS = 24,000 TPS": the response declares a variable of its prompt by name.
  bool add_variable(LineId id, std::uint32_t label, std::uint32_t sign, std::uint32_t end) {
    if (prompt_ == nullptr) return false;
    const base::Span words = page_.span(id, label, sign);
    const std::string_view written = sources_.text(words);
    const std::size_t first = written.find_first_not_of(variable_marks);
    const std::size_t last = written.find_last_not_of(variable_marks);
    if (first == std::string_view::npos) return false;
    const prompt::Variable* variable = prompt_->find_variable(written.substr(first, last - first + 1));
    if (variable == nullptr) return false;
    const base::Span rest = page_.span(id, sign + 1, end);
    const auto setting = prompt::read_variable(*variable, prompt::declared_value(sources_.text(rest)), false);
    const bool is_number = page_.tokens.tokens[sign + 1].kind == arithmetic::Kind::number;
    const base::Span span =
        is_number ? page_.span(derive::Page::mention_of(page_.tokens.tokens[sign + 1].index)) : rest;
    if (!setting) {
      // What a text may not be in a turn of the prompt it may well be in an answer.
      if (variable->text_limit == 0) out_.unreadable.push_back({span, {}, setting.error().message});
      return true;
    }
    for (const prompt::Variable::Feed& feed : variable->feeds) {
      const auto slot = model::find_slot(model_, feed.input);
      auto stated = slot ? prompt::feed(*setting, feed, model_.slot(*slot).unit) : std::nullopt;
      if (!stated) continue;
      Claim claim;
      claim.span = span;
      claim.slot = slot;
      claim.declares_variable = true;
      claim.stated = std::move(*stated);
      claim.text = std::string(sources_.text(span));
      claim.unit_text = variable->unit_text.empty() ? model_.slot(*slot).unit_text : claim.stated.unit_text;
      claim.label = variable->name;
      claim.label_span = base::join(words, rest);
      out_.claims.push_back(std::move(claim));
    }
    return true;
  }

  const base::Sources& sources_;
  const derive::Page& page_;
  const std::vector<derive::Calculation>& calculations_;
  const prompt::Prompt* prompt_;
  const model::Model& model_;
  const Places places_;
  std::set<const tree::Node*> read_;  ///< nodes of the last artefact that are read by their places
  std::size_t tables_ = 0;
  Collected out_;
};

}  // namespace

std::size_t label_column(std::span<const document::Cell> cells) {
  const auto is_label = [](const document::Cell& cell) {
    const std::string_view text = cell.text.view();
    if (text.find_first_of("0123456789") == std::string_view::npos) return !text.empty();
    // "Downtime per 30 days", but not "p = 3 × 4".
    const bool begins_with_word = (text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z');
    return begins_with_word && text.find_first_of("=*+") == std::string_view::npos &&
           text.find("×") == std::string_view::npos && text.find("÷") == std::string_view::npos;
  };
  return static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), is_label) - cells.begin());
}

std::string_view name(Role role) {
  switch (role) {
    case Role::given:
      return "given";
    case Role::assumption:
      return "assumption";
    case Role::result:
      return "result";
    case Role::equation:
      return "equation";
  }
  return "";
}

std::string_view name(Certainty certainty) {
  return certainty == Certainty::sure ? "sure" : "likely";
}

Collected collect(const base::Sources& sources, const document::Document& document,
                  const derive::Derived& derived, const prompt::Prompt* prompt, const model::Model& model) {
  return Collector(sources, document, derived, prompt, model).collect(document);
}

}  // namespace reckon::check

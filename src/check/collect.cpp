// SPDX-License-Identifier: MIT
#include "check/collect.hpp"

#include "check/labels.hpp"
#include "check/leading_quantity.hpp"
#include "check/places.hpp"
#include "document/apart.hpp"
#include "document/equation.hpp"
#include "document/find_any.hpp"
#include "document/node_text.hpp"
#include "prompt/variables.hpp"
#include "tree/pointer.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reckon::check {
namespace {

using document::Artefact;
using document::Passage;
using document::Table;

class Collector {
 public:
  Collector(const base::Sources& sources, const document::Document& document, const prompt::Prompt* prompt,
            const model::Model& model)
      : sources_(sources), prompt_(prompt), model_(model), places_(sources, document, prompt, model) {}

  Collected collect(const document::Document& document) {
    document::InlineEquations within = document::inline_equations(document);
    std::vector<document::Apart> apart = document::equations_apart(document, within);
    auto next = apart.begin();
    for (std::size_t index = 0; index < document.fragments.size(); ++index) {
      const document::Fragment& fragment = document.fragments[index];
      const std::size_t before = out_.claims.size();
      if (const auto* artefact = std::get_if<Artefact>(&fragment)) from_artefact(*artefact);
      if (const auto* table = std::get_if<Table>(&fragment)) from_table(*table);
      if (const auto* passage = std::get_if<Passage>(&fragment))
        from_passage(*passage, std::move(within[index]));
      const Where where = std::holds_alternative<Table>(fragment) ? Where::table : Where::text;
      for (; next != apart.end() && next->fragment == index; ++next)
        add_equation(std::move(next->equation), where, next->pointer);
      const std::string& section =
          std::visit([](const auto& part) -> const std::string& { return part.section; }, fragment);
      for (std::size_t i = before; i < out_.claims.size(); ++i) out_.claims[i].section = section;
    }
    return std::move(out_);
  }

 private:
  void from_artefact(const Artefact& artefact) {
    const std::set<const tree::Node*> read = places_.read(artefact, out_);
    if (artefact.type != "response" || prompt_ == nullptr) return;
    // Texts of the answer may calculate, as any other text.
    std::string pointer;
    tree::walk(*artefact.tree, pointer, [&](const std::string&, const tree::Node& node) {
      if (node.kind != tree::Kind::string || read.count(&node) != 0) return;
      const document::Text text = document::text_of(sources_, node);
      add_text(text, document::read_equations(text));
    });
  }

  // --- tables: the row names, the columns say which role
  // ---------------------------------------------------------

  void from_table(const Table& table) {
    ++tables_;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const auto& cells = table.rows[row];
      const std::size_t name_column = label_column(cells);
      Group group{tables_, {}, {}};
      if (name_column < cells.size()) group.label = plain_label(cells[name_column].text.view());
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column == name_column) continue;
        const std::string header =
            column < table.header.size() ? std::string(table.header[column].text.view()) : std::string{};
        const std::string pointer = fmt::format("table {}/row {}/column {}", tables_, row + 1, column + 1);
        const Role role = role_of_header(header);
        if (group.label.empty()) {
          add_equations(cells[column].text, Where::table, pointer);
        } else {
          from_cell(cells[column].text, pointer, role, cells[name_column].text.span(), group);
        }
      }
      if (!group.claims.empty()) out_.groups.push_back(std::move(group));
    }
  }

  void from_cell(const document::Text& text, const std::string& pointer, Role role,
                 const base::Span& label_span, Group& group) {
    const std::size_t before = out_.claims.size();
    add_equations(text, Where::table, pointer);
    // The quantity that a cell starts with is what the row states; a cell that calculates states its last
    // result.
    auto stated = leading_quantity(sources_, text);
    const bool starts_calculation =
        stated && std::any_of(out_.claims.begin() + static_cast<std::ptrdiff_t>(before), out_.claims.end(),
                              [&](const Claim& c) {
                                return starts_with_operand(out_.equations[c.step->equation], stated->span);
                              });
    if (starts_calculation) {
      const Claim& last = out_.claims.back();
      stated = LeadingQuantity{last.span, last.stated, last.text, false};
    }
    if (!stated || (!starts_calculation && stated->is_operand)) return;
    Claim claim;
    claim.span = stated->span;
    claim.pointer = pointer;
    claim.where = Where::table;
    claim.role = starts_calculation && role == Role::given ? Role::result : role;
    claim.stated = stated->stated;
    claim.text = stated->text;
    claim.unit_text = claim.stated.unit_text;
    claim.label = group.label;
    claim.label_span = label_span;
    group.claims.push_back(out_.claims.size());
    out_.claims.push_back(std::move(claim));
  }

  static bool starts_with_operand(const document::Equation& equation, const base::Span& span) {
    const document::Side& first = equation.sides.front();
    return !equation.result_first && !first.is_quantity() && first.span.contains(span);
  }

  // --- text
  // ------------------------------------------------------------------------------------------------------

  void from_passage(const Passage& passage, std::vector<document::Equation> equations) {
    if (passage.kind != Passage::Kind::heading) return add_text(passage.text, std::move(equations));
    for (document::Equation& read : equations) add_equation(std::move(read), Where::text, {});
  }

  void add_text(const document::Text& text, std::vector<document::Equation> equations) {
    std::size_t equation = out_.equations.size();
    for (document::Equation& read : equations) add_equation(std::move(read), Where::text, {});
    const std::string_view view = text.view();
    for (std::size_t begin = 0; begin < view.size();) {
      const std::size_t end = std::min(view.find('\n', begin), view.size());
      if (next_sign(view.substr(begin, end - begin), 0) < longest_label) {
        const document::Text line = text.slice(begin, end);
        const base::Span span = line.span();
        while (equation < out_.equations.size() && out_.equations[equation].span.end <= span.begin)
          ++equation;
        const bool calculates =
            equation < out_.equations.size() && out_.equations[equation].span.begin < span.end;
        add_labelled(line, calculates);
      }
      begin = end + 1;
    }
  }

  /// The sign behind a label; npos where none is near enough to the start.
  static std::size_t next_sign(std::string_view line, std::size_t from) {
    return document::find_any<':', '='>(line.substr(0, longest_label), from);
  }

  /// "Target utilisation: 70 %" or "Assumption: memory per core = 2 GB" states a quantity under a label.
  void add_labelled(const document::Text& text, bool calculates) {
    const std::string_view view = text.view();
    std::size_t begin = 0;
    for (std::size_t sign = next_sign(view, 0); sign < longest_label; sign = next_sign(view, sign + 1)) {
      const std::string_view label = view.substr(begin, sign - begin);
      const Words words{begin, sign};
      begin = sign + 1;
      const std::size_t at = view.find_first_not_of(" \t", sign + 1);
      if (at == std::string_view::npos) return;
      if (add_variable(text, label, words.begin, at)) return;
      if (!calculates && add_quantity(text, plain_label(label), words, at)) return;
    }
  }

  /// Where a label stands in its line.
  struct Words {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  bool add_quantity(const document::Text& text, const std::string& label, const Words& words,
                    std::size_t at) {
    const auto found = label.empty() ? std::nullopt : units::scan_quantity(text.view(), at, prose());
    if (!found) return false;
    Claim claim;
    claim.span = text.span(found->number_begin, found->end);
    claim.certainty = Certainty::likely;
    claim.stated = found->stated;
    claim.text = std::string(sources_.text(claim.span));
    claim.unit_text = found->stated.unit_text;
    claim.label = label;
    claim.label_span = text.span(words.begin, words.end);
    out_.groups.push_back({0, label, {out_.claims.size()}});
    out_.claims.push_back(std::move(claim));
    return true;
  }

  /// "peakTPS = 24,000 TPS": the response declares a variable of its prompt by name.
  bool add_variable(const document::Text& text, std::string_view label, std::size_t begin, std::size_t at) {
    const std::size_t first = label.find_first_not_of(variable_marks);
    const std::size_t last = label.find_last_not_of(variable_marks);
    if (prompt_ == nullptr || first == std::string_view::npos) return false;
    const prompt::Variable* variable = prompt_->find_variable(label.substr(first, last - first + 1));
    if (variable == nullptr) return false;
    const auto setting =
        prompt::read_variable(*variable, prompt::declared_value(text.view().substr(at)), false);
    const auto found = units::scan_quantity(text.view(), at, prose());
    const base::Span span =
        found ? text.span(found->number_begin, found->end) : text.span(at, text.view().size());
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
      claim.label_span = text.span(begin, text.view().size());
      out_.claims.push_back(std::move(claim));
    }
    return true;
  }

  /// Every step of every equation in a text becomes a claim.
  void add_equations(const document::Text& text, Where where, const std::string& pointer) {
    for (document::Equation& equation : document::read_equations(text))
      add_equation(std::move(equation), where, pointer);
  }

  void add_equation(document::Equation equation, Where where, const std::string& pointer) {
    for (std::size_t step = 1; step < equation.sides.size(); ++step) {
      const document::Side& side = equation.sides[equation.result_first && step == 1 ? 0 : step];
      Claim claim;
      claim.span = side.span;
      claim.pointer = pointer;
      claim.where = where;
      claim.role = Role::equation;
      claim.text = std::string(sources_.text(side.span));
      claim.label = equation.label;
      claim.step = Claim::Step{out_.equations.size(), step};
      if (side.is_quantity()) {
        claim.stated = side.quantity();
        claim.unit_text = claim.stated.unit_text;
      }
      out_.claims.push_back(std::move(claim));
    }
    out_.equations.push_back(std::move(equation));
  }

  const base::Sources& sources_;
  const prompt::Prompt* prompt_;
  const model::Model& model_;
  const Places places_;
  std::size_t tables_ = 0;
  Collected out_;
};

}  // namespace

std::size_t label_column(const std::vector<document::Cell>& cells) {
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
                  const prompt::Prompt* prompt, const model::Model& model) {
  return Collector(sources, document, prompt, model).collect(document);
}

}  // namespace reckon::check

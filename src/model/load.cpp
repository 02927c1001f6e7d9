// SPDX-License-Identifier: MIT
#include "model/load.hpp"

#include "tree/artefact_types.hpp"
#include "tree/fields.hpp"
#include "tree/pointer.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

namespace reckon::model {
namespace {

using base::Diagnostic;
using tree::Fields;
using tree::Node;

/// Moves a diagnostic about a text into the file that holds it.
Diagnostic relocated(Diagnostic diagnostic, const Node& node) {
  const auto move = [&node](base::Span& span) {
    span = node.verbatim ? base::Span{node.text_span.source, node.text_span.begin + span.begin,
                                      node.text_span.begin + span.end}
                         : node.span;
  };
  move(diagnostic.primary.span);
  for (base::Label& label : diagnostic.secondary) move(label.span);
  return diagnostic;
}

class Loader {
 public:
  explicit Loader(std::vector<Diagnostic>& problems) : problems_(problems) {}

  Draft load(const Node& root, std::string_view id) {
    Fields fields(root, "the model", problems_);
    Model& model = draft_.model;
    model.id = fields.required_text("model");
    model.source = root.span.source;
    if (const Node* node = root.find("model"); node != nullptr && model.id != id) {
      problem("model.id-differs", fmt::format("the file is named '{}' and the model '{}'", id, model.id),
              node->span);
    }
    model.title = fields.required_text("title");
    model.about = fields.required_text("about");
    each(fields.find("uses"), [&](const tree::Member& m) { load_use(m); });
    each(fields.find("inputs"), [&](const tree::Member& m) { load_slot(m, SlotKind::input); });
    each(fields.find("outputs"), [&](const tree::Member& m) { load_slot(m, SlotKind::identity); });
    each(fields.find("checks"), [&](const tree::Member& m) { load_check(m); });
    each(fields.find("appears"), [&](const tree::Member& m) { load_appearances(m); });
    items(fields.find("refuses"), [&](const Node& n) { load_refusal(n); });
    items(fields.find("examples"), [&](const Node& n) { load_example(n); });
    items(fields.find("never_falls"), [&](const Node& n) {
      Fields pair(n, "an entry of 'never_falls'", problems_);
      const Node* output = pair.require("output");
      const Node* input = pair.require("input");
      pair.finish();
      if (output != nullptr && input != nullptr) draft_.never_falls.emplace_back(output, input);
    });
    fields.finish();
    return std::move(draft_);
  }

 private:
  void problem(std::string code, std::string message, base::Span span) {
    problems_.push_back(base::problem(std::move(code), std::move(message), span));
  }

  template <class Visit>
  void each(const Node* node, const Visit& visit) {
    if (node == nullptr) return;
    if (node->kind != tree::Kind::mapping)
      problem("catalogue.wrong-kind", "must be a mapping of names", node->span);
    for (const tree::Member& member : node->members) visit(member);
  }

  template <class Visit>
  void items(const Node* node, const Visit& visit) {
    if (node == nullptr) return;
    if (node->kind != tree::Kind::sequence) problem("catalogue.wrong-kind", "must be a list", node->span);
    for (const Node& item : node->items) visit(item);
  }

  std::optional<Citation> load_citation(const Node* node) {
    if (node == nullptr) return std::nullopt;
    Fields fields(*node, "a source", problems_);
    Citation citation{fields.required_text("title"), fields.text("url"), fields.required_text("checked")};
    fields.finish();
    return citation;
  }

  units::Unit load_unit(const Node* node) {
    if (node == nullptr) return {};
    auto unit = units::read_unit(node->text);
    if (unit) return *unit;
    problems_.push_back(relocated(unit.error(), *node));
    return {};
  }

  std::optional<units::Stated> load_quantity(const Node* node, const units::Dimension& dimension) {
    if (node == nullptr) return std::nullopt;
    units::Expectation expect;
    expect.dimension = dimension;
    auto stated = units::read_quantity(node->text, expect);
    if (stated) return *stated;
    problems_.push_back(relocated(stated.error(), *node));
    return std::nullopt;
  }

  std::optional<double> load_value(const Node* node, const units::Dimension& dimension) {
    const auto stated = load_quantity(node, dimension);
    return stated ? std::optional(stated->interval.value) : std::nullopt;
  }

  void load_use(const tree::Member& member) {
    Fields fields(member.value, fmt::format("part '{}'", member.key), problems_);
    Draft::Use use{member.key, fields.required_text("model"), member.value.span, {}};
    each(fields.find("with"), [&](const tree::Member& m) { use.with.emplace_back(m.key, &m.value); });
    fields.finish();
    draft_.model.parts.push_back({use.alias, use.model});
    draft_.uses.push_back(std::move(use));
  }

  void load_slot(const tree::Member& member, SlotKind kind) {
    const bool is_input = kind == SlotKind::input;
    Fields fields(member.value, fmt::format("{} '{}'", is_input ? "input" : "output", member.key), problems_);
    Slot slot;
    slot.name = member.key;
    slot.kind = kind;
    slot.declared = member.key_span;
    slot.unit_text = fields.required_text("unit");
    slot.unit = load_unit(member.value.find("unit"));
    slot.labels = fields.texts("names");
    slot.about = fields.text("about");
    slot.source = load_citation(fields.find("source"));
    slot.unverified = fields.flag("unverified");
    const Node* formula = nullptr;
    if (is_input) {
      slot.fallback = load_value(fields.find("default"), slot.unit.dimension);
      slot.full = load_value(fields.find("full"), slot.unit.dimension);
      load_range(fields.find("range"), slot);
    } else {
      formula = fields.require("is");
      const std::string kind_text = fields.required_text("kind");
      if (kind_text == "need") slot.kind = SlotKind::need;
      if (kind_text != "need" && kind_text != "identity") {
        problem("model.unknown-kind", fmt::format("kind of '{}' must be need or identity", member.key),
                member.value.span);
      }
    }
    fields.finish();
    draft_.model.slots.push_back(std::move(slot));
    draft_.formulas.push_back(formula);
  }

  void load_range(const Node* node, Slot& slot) {
    if (node == nullptr) return;
    if (node->items.size() != 2) {
      problem("model.bad-range", "a range has two ends: [lowest, highest]", node->span);
      return;
    }
    const auto low = load_value(&node->items[0], slot.unit.dimension);
    const auto high = load_value(&node->items[1], slot.unit.dimension);
    if (!low || !high) return;
    if (*low > *high) {
      problem("model.bad-range", "the range ends below its start", node->span);
    } else if (slot.fallback && (*slot.fallback < *low || *slot.fallback > *high)) {
      problem("model.bad-range", fmt::format("the default of '{}' lies outside its range", slot.name),
              node->span);
    }
    slot.range = Range{*low, *high};
  }

  base::Severity load_severity(const std::string& text, base::Span span) {
    if (text == "warning") return base::Severity::warning;
    if (text == "note") return base::Severity::note;
    if (text != "error") problem("model.unknown-severity", "severity must be error, warning or note", span);
    return base::Severity::error;
  }

  void load_check(const tree::Member& member) {
    Fields fields(member.value, fmt::format("check '{}'", member.key), problems_);
    Draft::CheckText text;
    text.check.id = draft_.model.id + '.' + member.key;
    text.check.declared = member.key_span;
    text.require = fields.require("require");
    text.when = fields.find("when");
    text.check.severity = load_severity(fields.required_text("severity"), member.value.span);
    text.check.is_limit = fields.flag("limit");
    text.say = fields.require("say");
    text.check.about = fields.text("about");
    text.check.source = load_citation(fields.find("source"));
    fields.finish();
    draft_.checks.push_back(std::move(text));
  }

  /// The artefact that an `appears` or `refuses` entry speaks of: `manifest: KIND`, `command: PROGRAM`...
  template <class Target>
  void load_artefact(Fields& fields, const Node& node, Target& target) {
    for (const tree::ArtefactType& row : tree::artefact_types) {
      const Node* name = fields.find(row.type);
      if (name == nullptr) continue;
      target.type = row.type;
      target.name = name->text;
      target.pattern = fields.required_text("at");
      if (!tree::is_pattern(target.pattern))
        problem("catalogue.bad-pattern", fmt::format("'{}' is no pattern of pointers", target.pattern),
                node.find("at")->span);
    }
    if (target.type.empty())
      problem("catalogue.missing-key", "needs the type of an artefact, such as 'manifest'", node.span);
  }

  Appearance::Count load_count(const Node* node) {
    if (node == nullptr) return Appearance::Count::none;
    if (node->text == "artefacts") return Appearance::Count::artefacts;
    if (node->text != "nodes") problem("model.unknown-count", "count must be nodes or artefacts", node->span);
    return Appearance::Count::nodes;
  }

  void load_appearances(const tree::Member& member) {
    items(&member.value, [&](const Node& node) {
      Fields fields(node, fmt::format("an appearance of '{}'", member.key), problems_);
      Draft::AppearanceText text;
      text.slot = member.key;
      text.slot_span = member.key_span;
      text.span = node.span;
      load_artefact(fields, node, text.appearance);
      text.appearance.unit_text = fields.required_text("unit");
      text.appearance.unit = load_unit(node.find("unit"));
      each(fields.find("means"), [&](const tree::Member& word) {
        const auto value = load_value(&word.value, text.appearance.unit.dimension);
        if (value) text.appearance.means.emplace_back(word.key, *value);
      });
      text.appearance.words_only = fields.flag("words_only");
      text.appearance.named_by = fields.text("named_by");
      text.appearance.count = load_count(fields.find("count"));
      text.absent = fields.find("absent");
      if (text.absent != nullptr) {
        text.appearance.absent = load_value(text.absent, text.appearance.unit.dimension);
        text.appearance.absent_text = text.absent->text;
      }
      fields.find("source");
      fields.text("about");
      fields.finish();
      draft_.appearances.push_back(std::move(text));
    });
  }

  void load_refusal(const Node& node) {
    Fields fields(node, "an entry of 'refuses'", problems_);
    Refusal refusal;
    refusal.id = draft_.model.id + '.' + fields.required_text("id");
    load_artefact(fields, node, refusal);
    refusal.values = fields.texts("is");
    refusal.severity = load_severity(fields.required_text("severity"), node.span);
    refusal.say = fields.required_text("say");
    refusal.source = load_citation(fields.find("source"));
    fields.finish();
    draft_.model.refusals.push_back(std::move(refusal));
  }

  void load_example(const Node& node) {
    Fields fields(node, "an example", problems_);
    Draft::ExampleText text;
    text.example.name = fields.required_text("name");
    text.set = fields.find("set");
    text.expect = fields.require("expect");
    text.example.source = load_citation(fields.find("source"));
    fields.finish();
    draft_.examples.push_back(std::move(text));
  }

  std::vector<Diagnostic>& problems_;
  Draft draft_;
};

}  // namespace

Draft load(const Node& root, std::string_view id, std::vector<Diagnostic>& problems) {
  return Loader(problems).load(root, id);
}

}  // namespace reckon::model

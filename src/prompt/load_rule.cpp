// SPDX-License-Identifier: MIT
#include "prompt/load_rule.hpp"

#include "tree/artefact_types.hpp"
#include "tree/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace reckon::prompt {
namespace {

using base::Diagnostic;
using tree::Fields;
using tree::Node;

struct ShapeWord {
  std::string_view word;
  Shape shape;
};

constexpr ShapeWord shapes[] = {{"name", Shape::name}, {"path", Shape::path}, {"digits", Shape::digits}};

void load_shapes(const Node& node, Selector& out, std::vector<Diagnostic>& problems) {
  for (const tree::Member& member : node.members) {
    const auto* const row = std::find_if(std::begin(shapes), std::end(shapes), [&](const ShapeWord& each) {
      return each.word == member.value.text;
    });
    if (row == std::end(shapes)) {
      problems.push_back(
          base::problem("prompt.rule-shape", "a shape is name, path or digits", member.value.span));
    } else {
      out.shape.emplace_back(member.key, row->shape);
    }
  }
}

Selector load_selector(const Node& node, std::vector<Diagnostic>& problems) {
  Fields fields(node, "a selector", problems);
  Selector out;
  for (const tree::ArtefactType& row : tree::artefact_types) {
    if (const Node* name = fields.find(row.type)) {
      out.type = row.type;
      out.name = name->text;
    }
  }
  out.values = fields.texts("values");
  out.variable = fields.text("variable");
  const bool is_constant = !out.values.empty() || !out.variable.empty();
  out.at = fields.text("at");
  if (!is_constant && node.find("at") == nullptr) {
    problems.push_back(
        base::problem("catalogue.missing-key", "a selector needs 'at', 'values' or 'variable'", node.span));
  }
  if (const std::string pick = fields.text("pick"); !pick.empty()) out.fields.push_back({pick, ""});
  if (const Node* more = fields.find("fields")) {
    for (const tree::Member& member : more->members) {
      const bool is_pattern = member.key.find('{') != std::string::npos;
      out.fields.push_back({is_pattern ? member.key : '{' + member.key + '}', member.value.text});
    }
  }
  out.keys = fields.flag("keys");
  out.between = fields.text("between");
  if (!out.between.empty() && out.between.size() != 2) {
    problems.push_back(base::problem("prompt.rule-between", "'between' is an opening and a closing mark",
                                     node.find("between")->span));
    out.between.clear();
  }
  out.strip = fields.text("strip");
  out.is = fields.texts("is");
  out.saying = fields.texts("saying");
  if (const Node* shape = fields.find("shape")) load_shapes(*shape, out, problems);
  out.sql_columns = fields.text("sql_columns");
  fields.finish();
  return out;
}

struct KindKey {
  std::string_view key;
  Rule::Kind kind;
};

constexpr KindKey kinds[] = {{"among", Rule::Kind::among},
                             {"with", Rule::Kind::agree},
                             {"needs", Rule::Kind::needs},
                             {"without", Rule::Kind::without}};

}  // namespace

Rule load_rule(const Node& node, std::vector<Diagnostic>& problems) {
  Fields fields(node, "a rule", problems);
  Rule rule;
  rule.id = fields.required_text("id");
  if (const Node* each = fields.require("each")) rule.each = load_selector(*each, problems);
  std::size_t relations = 0;
  for (const KindKey& row : kinds) {
    const Node* others = fields.find(row.key);
    if (others == nullptr) continue;
    ++relations;
    rule.kind = row.kind;
    if (others->kind == tree::Kind::mapping) rule.others.push_back(load_selector(*others, problems));
    for (const Node& item : others->items) rule.others.push_back(load_selector(item, problems));
  }
  if (relations != 1) {
    problems.push_back(base::problem("prompt.rule-relation",
                                     "a rule has exactly one of 'among', 'with', 'needs' and 'without'",
                                     node.span));
  }
  rule.join = fields.texts("join");
  rule.agree = fields.text("agree");
  if (rule.kind == Rule::Kind::agree && (rule.join.empty() || rule.agree.empty())) {
    problems.push_back(base::problem(
        "prompt.rule-relation", "a rule with 'with' says what to 'join' and what must 'agree'", node.span));
  }
  const std::string severity = fields.required_text("severity");
  rule.severity = severity == "warning" ? base::Severity::warning
                  : severity == "note"  ? base::Severity::note
                                        : base::Severity::error;
  if (!severity.empty() && severity != base::name(rule.severity)) {
    problems.push_back(base::problem("prompt.unknown-severity", "severity must be error, warning or note",
                                     node.find("severity")->span));
  }
  rule.say = fields.required_text("say");
  rule.about = fields.text("about");
  fields.finish();
  return rule;
}

}  // namespace reckon::prompt

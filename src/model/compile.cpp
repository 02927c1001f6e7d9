// SPDX-License-Identifier: MIT
#include "base/suggest.hpp"
#include "formula/dimensions.hpp"
#include "formula/parse.hpp"
#include "model/load.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace reckon::model {
namespace {

using base::Diagnostic;
using tree::Node;

class Compiler {
 public:
  Compiler(const base::Sources& sources, Draft draft, std::vector<Diagnostic>& problems)
      : sources_(sources), draft_(std::move(draft)), model_(std::move(draft_.model)), problems_(problems) {
    formulas_ = std::move(draft_.formulas);
  }

  Model compile(const FindModel& find) {
    for (const Draft::Use& use : draft_.uses) add_part(use, find);
    name_slots();
    parse_formulas();
    order_slots();
    add_checks();
    add_appearances();
    add_examples();
    return std::move(model_);
  }

 private:
  void problem(std::string code, std::string message, base::Span span, std::string help = {}) {
    Diagnostic diagnostic = base::problem(std::move(code), std::move(message), span);
    if (!help.empty()) diagnostic.remarks.push_back({"help", std::move(help)});
    problems_.push_back(std::move(diagnostic));
  }

  /// Appends the slots of a part under its alias; everything in it that names slots moves along.
  void add_part(const Draft::Use& use, const FindModel& find) {
    const FoundModel found = find(use.model);
    const Model* part = found.model;
    if (part == nullptr && !found.why.empty()) {
      problem("model.uses-circle", found.why, use.span);
      return;
    }
    if (part == nullptr) {
      problem("model.unknown-part", fmt::format("there is no sound model '{}'", use.model), use.span);
      return;
    }
    const auto offset = static_cast<SlotId>(model_.slots.size());
    const auto move_formula = [offset](formula::Formula formula) {
      for (formula::Node& node : formula.nodes) {
        if (node.operation == formula::Operation::name) node.slot += offset;
      }
      return formula;
    };
    for (const Slot& inner : part->slots) {
      Slot slot = inner;
      slot.name = use.alias + '.' + inner.name;
      slot.formula = move_formula(inner.formula);
      model_.slots.push_back(std::move(slot));
      formulas_.push_back(nullptr);
    }
    for (const Check& inner : part->checks) {
      Check check = inner;
      check.require = move_formula(inner.require);
      if (inner.when) check.when = move_formula(*inner.when);
      for (Message::Piece& piece : check.say.pieces) {
        if (piece.slot) piece.slot = *piece.slot + offset;
      }
      model_.checks.push_back(std::move(check));
    }
    for (Appearance appearance : part->appearances) {
      appearance.slot += offset;
      model_.appearances.push_back(std::move(appearance));
    }
    for (const Refusal& refusal : part->refusals) {
      const auto same = [&](const Refusal& r) { return r.id == refusal.id; };
      if (std::none_of(model_.refusals.begin(), model_.refusals.end(), same))
        model_.refusals.push_back(refusal);
    }
    for (const Monotone& inner : part->never_falls) {
      if (part->slot(inner.input).kind == SlotKind::input) {
        model_.never_falls.push_back({inner.output + offset, inner.input + offset});
      }
    }
    for (const auto& [name, node] : use.with) link(use, *part, offset, name, *node);
  }

  void link(const Draft::Use& use, const Model& part, SlotId offset, const std::string& name,
            const Node& node) {
    const auto inner = find_slot(part, name);
    if (!inner || part.slot(*inner).kind != SlotKind::input) {
      problem("model.unknown-input", fmt::format("model '{}' has no input '{}'", use.model, name), node.span,
              explain_unknown(part, name));
      return;
    }
    Slot& slot = model_.slots[offset + *inner];
    slot.kind = SlotKind::link;
    slot.fallback.reset();
    slot.declared = node.span;
    formulas_[offset + *inner] = &node;
  }

  void name_slots() {
    std::map<std::string, base::Span> seen;
    for (const Slot& slot : model_.slots) {
      names_.push_back({slot.name, slot.unit.dimension, slot.declared});
      const auto [at, fresh] = seen.emplace(slot.name, slot.declared);
      if (!fresh) {
        Diagnostic twice = base::problem("model.name-twice", fmt::format("'{}' is declared twice", slot.name),
                                         slot.declared);
        twice.secondary.push_back({at->second, "first here"});
        problems_.push_back(std::move(twice));
      }
    }
    // A monotonicity of a part holds only for inputs that are still inputs here.
    std::erase_if(model_.never_falls,
                  [this](const Monotone& m) { return model_.slot(m.input).kind != SlotKind::input; });
  }

  /// The formula at a node; located in the file even inside a quoted scalar.
  std::optional<formula::Formula> parse(const Node& node, const formula::Type& expected,
                                        const base::Label& declared) {
    const formula::Scope scope{names_, false};
    auto formula = formula::parse(sources_, node.text_span, scope);
    if (!formula) {
      problems_.push_back(formula.error());
      return std::nullopt;
    }
    const formula::DimensionCheck check = formula::check_dimensions(*formula, scope);
    problems_.insert(problems_.end(), check.problems.begin(), check.problems.end());
    if (!check.problems.empty()) return std::nullopt;
    if (check.type != expected) {
      problems_.push_back(formula::wrong_result(*formula, check.type, expected, declared));
      return std::nullopt;
    }
    return std::move(*formula);
  }

  void parse_formulas() {
    for (SlotId id = 0; id < model_.slots.size(); ++id) {
      if (formulas_[id] == nullptr) continue;
      Slot& slot = model_.slots[id];
      const base::Label declared{slot.declared, fmt::format("declared as {}", slot.unit_text)};
      auto formula = parse(*formulas_[id], {slot.unit.dimension, false}, declared);
      if (formula) slot.formula = std::move(*formula);
    }
  }

  /// Depth-first over what each formula names; a slot met again on its own path is a cycle.
  void order_slots() {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(model_.slots.size(), Mark::fresh);
    struct Step {
      SlotId slot;
      std::size_t next = 0;
    };
    for (SlotId root = 0; root < model_.slots.size(); ++root) {
      if (marks[root] != Mark::fresh) continue;
      std::vector<Step> path{{root}};
      marks[root] = Mark::open;
      while (!path.empty()) {
        Step& step = path.back();
        const auto& nodes = model_.slots[step.slot].formula.nodes;
        while (step.next < nodes.size() && nodes[step.next].operation != formula::Operation::name)
          ++step.next;
        if (step.next == nodes.size()) {
          marks[step.slot] = Mark::done;
          if (!nodes.empty()) model_.order.push_back(step.slot);
          path.pop_back();
          continue;
        }
        const SlotId needed = nodes[step.next++].slot;
        if (marks[needed] == Mark::open) {
          problem("model.cycle", fmt::format("'{}' depends on itself", model_.slots[needed].name),
                  model_.slots[needed].declared);
          model_.order.clear();
          return;
        }
        if (marks[needed] == Mark::fresh) {
          marks[needed] = Mark::open;
          path.push_back({needed});
        }
      }
    }
  }

  std::optional<SlotId> slot_named(const std::string& name, base::Span span) {
    const auto slot = find_slot(model_, name);
    if (!slot)
      problem("model.unknown-name", fmt::format("no quantity '{}'", name), span,
              explain_unknown(model_, name));
    return slot;
  }

  void add_checks() {
    const formula::Type truth{{}, true};
    for (Draft::CheckText& text : draft_.checks) {
      if (text.require == nullptr || text.say == nullptr) continue;
      const base::Label declared{text.check.declared, "a check is true or false"};
      auto require = parse(*text.require, truth, declared);
      if (!require) continue;
      text.check.require = std::move(*require);
      if (text.when != nullptr) text.check.when = parse(*text.when, truth, declared);
      text.check.say = message(*text.say);
      model_.checks.push_back(std::move(text.check));
    }
  }

  Message message(const Node& node) {
    Message out;
    std::string_view rest = node.text;
    while (!rest.empty()) {
      const std::size_t open = rest.find('{');
      const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
      if (close == std::string_view::npos) break;
      if (open > 0) out.pieces.push_back({std::string(rest.substr(0, open)), std::nullopt});
      const std::string name(rest.substr(open + 1, close - open - 1));
      out.pieces.push_back({name, slot_named(name, node.span)});
      rest.remove_prefix(close + 1);
    }
    if (!rest.empty()) out.pieces.push_back({std::string(rest), std::nullopt});
    return out;
  }

  void add_appearances() {
    for (Draft::AppearanceText& text : draft_.appearances) {
      const auto slot = slot_named(text.slot, text.slot_span);
      if (!slot) continue;
      if (model_.slot(*slot).unit.dimension != text.appearance.unit.dimension) {
        problem("model.appearance-unit",
                fmt::format("'{}' is {} and stands there in another dimension, {}", text.slot,
                            units::describe(model_.slot(*slot).unit.dimension),
                            units::describe(text.appearance.unit.dimension)),
                text.span);
        continue;
      }
      text.appearance.slot = *slot;
      model_.appearances.push_back(std::move(text.appearance));
    }
  }

  std::vector<Example::Setting> settings(const Node* node) {
    std::vector<Example::Setting> out;
    if (node == nullptr) return out;
    for (const tree::Member& member : node->members) {
      const auto slot = slot_named(member.key, member.key_span);
      if (!slot) continue;
      units::Expectation expect;
      expect.dimension = model_.slot(*slot).unit.dimension;
      auto stated = units::read_quantity(member.value.text, expect);
      if (!stated) {
        problem("model.example-value", stated.error().message, member.value.span);
        continue;
      }
      out.push_back({*slot, std::move(*stated), member.value.span});
    }
    return out;
  }

  void add_examples() {
    for (Draft::ExampleText& text : draft_.examples) {
      text.example.set = settings(text.set);
      text.example.expect = settings(text.expect);
      model_.examples.push_back(std::move(text.example));
    }
    for (const auto& [output, input] : draft_.never_falls) {
      const auto out = slot_named(output->text, output->span);
      const auto in = slot_named(input->text, input->span);
      if (out && in) model_.never_falls.push_back({*out, *in});
    }
  }

  const base::Sources& sources_;
  Draft draft_;
  Model model_;
  std::vector<const Node*> formulas_;
  std::vector<formula::Name> names_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace

Model compile(const base::Sources& sources, Draft draft, const FindModel& find,
              std::vector<Diagnostic>& problems) {
  return Compiler(sources, std::move(draft), problems).compile(find);
}

}  // namespace reckon::model

// SPDX-License-Identifier: MIT
#include "model/batch.hpp"

#include "formula/batch_program.hpp"
#include "formula/functions.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace reckon::model {
namespace {

using formula::Action;
using formula::Operand;
using formula::Operation;

/// Whether some operand may fail without the formula failing.
bool may_leave_out(const formula::Formula& formula) {
  return std::any_of(formula.nodes.begin(), formula.nodes.end(), [](const formula::Node& node) {
    return node.operation == Operation::logical_and || node.operation == Operation::logical_or ||
           (node.operation == Operation::call && formula::function_table()[node.slot].condition_first);
  });
}

class BatchCompiler {
 public:
  BatchCompiler(const Model& model, const Scenario& scenario, const std::vector<SlotId>& varied)
      : model_(model),
        assembler_(static_cast<std::uint32_t>(varied.size())),
        values_(model.slots.size(), formula::constant(nan)),
        states_(model.slots.size(), State::computed) {
    for (SlotId id = 0; id < model.slots.size(); ++id) {
      if (scenario[id]) {
        give(id, formula::constant(scenario[id]->stated.interval.value));
      } else if (model.slot(id).kind == SlotKind::input) {
        states_[id] = State::open;
        if (const auto& fallback = model.slot(id).fallback) give(id, formula::constant(*fallback));
      }
    }
    for (std::uint32_t i = 0; i < varied.size(); ++i) give(varied[i], formula::column(i));
    for (const SlotId id : model.order) {
      if (states_[id] == State::given) continue;
      if (is_open(model.slot(id).formula)) {
        states_[id] = State::open;
      } else {
        values_[id] = value_of(model.slot(id).formula);
      }
    }
  }

  void output(SlotId id) { assembler_.output(values_[id]); }

  void output(const Check& check) {
    const Operand fails =
        assembler_.apply(Action::subtract, {formula::constant(1.0), truth_of(check.require)});
    if (!check.when) return assembler_.output(fails);
    const Operand applies = truth_of(*check.when);
    assembler_.output(assembler_.apply(Action::choose, {applies, fails, applies}));
  }

  formula::Program finish() { return std::move(assembler_).finish(); }

 private:
  enum class State : std::uint8_t { given, open, computed };
  static constexpr double nan = std::numeric_limits<double>::quiet_NaN();

  void give(SlotId id, const Operand& value) {
    states_[id] = State::given;
    values_[id] = value;
  }

  [[nodiscard]] bool is_open(const formula::Formula& formula) const {
    return std::any_of(formula.nodes.begin(), formula.nodes.end(), [this](const formula::Node& node) {
      return node.operation == Operation::name && states_[node.slot] == State::open;
    });
  }

  /// Within a formula, what is not chosen may fail; a slot that fails takes along every formula that names
  /// it.
  Operand value_of(const formula::Formula& formula) {
    Operand value = assembler_.add(formula, values_);
    if (!may_leave_out(formula)) return value;
    for (const formula::Node& node : formula.nodes) {
      if (node.operation != Operation::name || states_[node.slot] != State::computed) continue;
      value = assembler_.apply(Action::guard, {value, values_[node.slot]});
    }
    return value;
  }

  Operand truth_of(const formula::Formula& formula) {
    return is_open(formula) ? formula::constant(nan) : value_of(formula);
  }

  const Model& model_;
  formula::Assembler assembler_;
  std::vector<Operand> values_;
  std::vector<State> states_;
};

}  // namespace

Batch compile_batch(const Model& model, const Scenario& scenario, std::vector<SlotId> varied,
                    std::vector<SlotId> outputs, std::vector<std::size_t> checks) {
  BatchCompiler compiler(model, scenario, varied);
  for (const SlotId id : outputs) compiler.output(id);
  for (const std::size_t check : checks) compiler.output(model.checks[check]);
  return {compiler.finish(), std::move(varied), std::move(outputs), std::move(checks)};
}

std::vector<std::size_t> all_checks(const Model& model) {
  std::vector<std::size_t> out(model.checks.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

Run run_row(const Model& model, const Scenario& scenario, std::span<const SlotId> varied,
            std::span<const double> values) {
  Scenario row = scenario;
  for (std::size_t i = 0; i < varied.size(); ++i) {
    row[varied[i]] = Given{};
    row[varied[i]]->stated.interval = units::exactly(values[i]);
    row[varied[i]]->stated.dimension = model.slot(varied[i]).unit.dimension;
  }
  return run(model, row);
}

}  // namespace reckon::model

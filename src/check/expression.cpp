// SPDX-License-Identifier: MIT
#include "check/expression.hpp"

#include "model/trail.hpp"

namespace reckon::check {
namespace {

using formula::Operation;
using model::SlotId;

constexpr std::size_t longest = 200;
constexpr int deepest = 16;

class Writer {
 public:
  Writer(const model::Model& model, const model::Scenario& scenario) : model_(model), scenario_(scenario) {}

  /// Appends the calculation of a slot; false when it is open or too long.
  bool write(SlotId slot, int depth) {
    if (depth > deepest || out.formula.nodes.size() > longest) return false;
    if (scenario_[slot]) return write_leaf(slot, scenario_[slot]->stated, false);
    const model::Slot& quantity = model_.slot(slot);
    if (quantity.formula.nodes.empty()) {
      if (!quantity.fallback) return false;
      units::Stated stated;
      stated.interval = units::exactly(*quantity.fallback);
      stated.dimension = quantity.unit.dimension;
      stated.unit = quantity.unit;
      stated.unit_text = quantity.unit_text;
      stated.number = *quantity.fallback / quantity.unit.factor;
      return write_leaf(slot, stated, quantity.range.has_value());
    }
    return write_formula(quantity.formula, depth);
  }

  formula::Calculation out;

 private:
  bool write_leaf(SlotId slot, const units::Stated& stated, bool is_guess) {
    formula::Node node;
    node.literal = stated;
    node.text = model::print_value(model_, slot, stated.interval.value);
    out.leaves.push_back({static_cast<std::uint32_t>(out.formula.nodes.size()), slot, is_guess});
    out.formula.nodes.push_back(std::move(node));
    return true;
  }

  bool write_formula(const formula::Formula& formula, int depth) {
    std::vector<std::uint32_t> moved(formula.nodes.size());
    for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
      const formula::Node& node = formula.nodes[i];
      if (node.operation == Operation::name) {
        if (!write(node.slot, depth + 1)) return false;
      } else {
        formula::Node copy = node;
        for (std::uint32_t& operand : copy.operands) operand = moved[operand];
        out.formula.nodes.push_back(std::move(copy));
      }
      moved[i] = static_cast<std::uint32_t>(out.formula.nodes.size() - 1);
    }
    return true;
  }

  const model::Model& model_;
  const model::Scenario& scenario_;
};

}  // namespace

std::optional<formula::Calculation> write_out(const model::Model& model, const model::Scenario& scenario,
                                              SlotId slot) {
  // The slot itself may be stated; what is wanted is its calculation.
  model::Scenario open = scenario;
  open[slot].reset();
  Writer writer(model, open);
  if (!writer.write(slot, 0)) return std::nullopt;
  return std::move(writer.out);
}

}  // namespace reckon::check

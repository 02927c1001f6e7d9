// SPDX-License-Identifier: MIT
#include "formula/batch_program.hpp"

#include "formula/batch.hpp"
#include "formula/functions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace reckon::formula {
namespace {

/// Functions that have an instruction of their own; all others are called row by row. More arguments than
/// operands are folded from the left.
struct FunctionAction {
  std::string_view name;
  Action action;
};

constexpr std::array function_actions{
    FunctionAction{"ceil", Action::round_up},       FunctionAction{"floor", Action::round_down},
    FunctionAction{"round", Action::round_nearest}, FunctionAction{"min", Action::lesser},
    FunctionAction{"max", Action::greater},         FunctionAction{"abs", Action::absolute},
    FunctionAction{"sqrt", Action::square_root},    FunctionAction{"if", Action::choose},
};

std::optional<Action> action_of(const Function& function) {
  for (const FunctionAction& row : function_actions) {
    if (row.name == function.name) return row.action;
  }
  return std::nullopt;
}

bool is_rounding(Action action) {
  return action == Action::round_up || action == Action::round_down || action == Action::round_nearest;
}

bool is_folded(Action action) {
  return action == Action::lesser || action == Action::greater;
}

/// What an instruction gives for constants: the instruction itself, over one row.
double run_once(Instruction instruction) {
  std::vector<const double*> inputs;
  std::vector<double> numbers;
  for (const Operand& operand : instruction.operands) numbers.push_back(operand.number);
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    instruction.operands[i] = column(i);
    inputs.push_back(&numbers[i]);
  }
  instruction.target = 0;
  Program program;
  program.code = {std::move(instruction), {Action::store, 0, 0, {{Operand::Kind::computed, 0, 0.0}}}};
  program.registers = 1;
  double result = 0.0;
  double* const output = &result;
  Workspace workspace(1);
  run(program, inputs, {&output, 1}, 1, workspace, KernelSet::baseline);
  return result;
}

/// Instructions in order -> instructions that some output needs, in order.
class Finish {
 public:
  Finish(std::vector<Instruction> values, const std::vector<Operand>& outputs)
      : values_(std::move(values)), outputs_(outputs), uses_(values_.size(), 0) {}

  std::vector<Instruction> run(std::uint32_t& registers) {
    count_uses();
    fuse();
    place();
    allocate(registers);
    return std::move(code_);
  }

 private:
  static bool is_computed(const Operand& operand) { return operand.kind == Operand::Kind::computed; }

  void use(const Operand& operand) {
    if (is_computed(operand)) ++uses_[operand.index];
  }

  void count_uses() {
    for (const Operand& operand : outputs_) use(operand);
    for (std::size_t i = values_.size(); i-- > 0;) {
      if (uses_[i] == 0) continue;
      for (const Operand& operand : values_[i].operands) use(operand);
    }
  }

  /// A quotient that is only rounded up needs no column of its own.
  void fuse() {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      Instruction& rounding = values_[i];
      if (uses_[i] == 0 || rounding.action != Action::round_up || !is_computed(rounding.operands[0]))
        continue;
      const std::uint32_t quotient = rounding.operands[0].index;
      if (values_[quotient].action != Action::divide || uses_[quotient] != 1) continue;
      rounding.action = Action::divide_round_up;
      rounding.operands = values_[quotient].operands;
      uses_[quotient] = 0;
    }
  }

  /// What is needed, each output stored as soon as it is there.
  void place() {
    for (std::uint32_t i = 0; i < outputs_.size(); ++i) {
      if (!is_computed(outputs_[i])) code_.push_back({Action::store, 0, i, {outputs_[i]}});
    }
    for (std::uint32_t i = 0; i < values_.size(); ++i) {
      if (uses_[i] == 0) continue;
      code_.push_back(std::move(values_[i]));
      code_.back().target = i;
      for (std::uint32_t out = 0; out < outputs_.size(); ++out) {
        if (is_computed(outputs_[out]) && outputs_[out].index == i) {
          code_.push_back({Action::store, 0, out, {outputs_[out]}});
        }
      }
    }
  }

  /// From values to registers. A register is free behind the last instruction that reads it, and the one that
  /// became free last is taken first: it is still in the cache.
  void allocate(std::uint32_t& registers) {
    std::vector<std::size_t> last(values_.size(), 0);
    for (std::size_t at = 0; at < code_.size(); ++at) {
      for (const Operand& operand : code_[at].operands) {
        if (is_computed(operand)) last[operand.index] = at;
      }
    }
    std::vector<std::uint32_t> place(values_.size(), 0);
    std::vector<std::uint32_t> vacant;
    for (std::size_t at = 0; at < code_.size(); ++at) {
      Instruction& instruction = code_[at];
      if (instruction.action != Action::store) {
        if (vacant.empty()) vacant.push_back(registers++);
        place[instruction.target] = vacant.back();
        instruction.target = vacant.back();
        vacant.pop_back();
      }
      for (Operand& operand : instruction.operands) {
        if (!is_computed(operand)) continue;
        // Of an operand that is read twice, the register is given back once.
        if (last[operand.index] == at) {
          vacant.push_back(place[operand.index]);
          last[operand.index] = code_.size();
        }
        operand.index = place[operand.index];
      }
    }
  }

  std::vector<Instruction> values_;
  const std::vector<Operand>& outputs_;
  std::vector<std::uint32_t> uses_;
  std::vector<Instruction> code_;
};

}  // namespace

Operand constant(double number) {
  return {Operand::Kind::constant, 0,
          std::isfinite(number) ? number : std::numeric_limits<double>::quiet_NaN()};
}

Operand column(std::uint32_t input) {
  return {Operand::Kind::input, input, 0.0};
}

Operand Assembler::emit(Instruction instruction) {
  const auto is_constant = [](const Operand& operand) { return operand.is_constant(); };
  const auto& operands = instruction.operands;
  if (std::all_of(operands.begin(), operands.end(), is_constant)) return constant(run_once(instruction));
  program_.code.push_back(std::move(instruction));
  return {Operand::Kind::computed, static_cast<std::uint32_t>(program_.code.size() - 1), 0.0};
}

Operand Assembler::apply(Action action, std::vector<Operand> operands) {
  if (action == Action::choose && operands[0].is_constant()) {
    const double condition = operands[0].number;
    return std::isnan(condition) ? operands[0] : operands[condition != 0.0 ? 1 : 2];
  }
  return emit({action, 0, 0, std::move(operands)});
}

Operand Assembler::rounded_to_unit(Action rounding, const std::vector<Operand>& operands) {
  const Operand quotient = apply(Action::divide, operands);
  return apply(Action::multiply, {apply(rounding, {quotient}), operands[1]});
}

Operand Assembler::call(const Node& node, std::vector<Operand> operands) {
  const std::optional<Action> action = action_of(function_table()[node.slot]);
  if (!action) return emit({Action::call, node.slot, 0, std::move(operands)});
  if (is_folded(*action)) {
    Operand result = operands[0];
    for (std::size_t i = 1; i < operands.size(); ++i) result = apply(*action, {result, operands[i]});
    return result;
  }
  if (is_rounding(*action) && operands.size() == 2) {
    if (operands[1].is_constant() && operands[1].number > 0.0) return rounded_to_unit(*action, operands);
    return emit({Action::call, node.slot, 0, std::move(operands)});
  }
  return apply(*action, std::move(operands));
}

Operand Assembler::node(const Node& node, std::span<const Operand> values, std::span<const Operand> slots) {
  std::vector<Operand> operands;
  for (const std::uint32_t i : node.operands) operands.push_back(values[i]);
  const auto swapped = [&] { return std::vector{operands[1], operands[0]}; };
  const auto opposite = [&](const Operand& truth) { return apply(Action::subtract, {constant(1.0), truth}); };
  switch (node.operation) {
    case Operation::literal:
      return constant(node.literal.interval.value);
    case Operation::name:
      return node.slot < slots.size() ? slots[node.slot] : constant(std::nan(""));
    case Operation::negate:
      return apply(Action::multiply, {operands[0], constant(-1.0)});
    case Operation::add:
      return apply(Action::add, operands);
    case Operation::subtract:
      return apply(Action::subtract, operands);
    case Operation::multiply:
      return apply(Action::multiply, operands);
    case Operation::divide:
      return apply(Action::divide, operands);
    case Operation::power:
      return apply(Action::power, operands);
    case Operation::less:
      return apply(Action::less, operands);
    case Operation::at_most:
      return apply(Action::at_most, operands);
    case Operation::greater:
      return apply(Action::less, swapped());
    case Operation::at_least:
      return apply(Action::at_most, swapped());
    case Operation::equal:
      return apply(Action::equal, operands);
    case Operation::not_equal:
      return opposite(apply(Action::equal, operands));
    // The left side alone may settle these, and then the right side may have failed.
    case Operation::logical_and:
      return apply(Action::choose, {operands[0], operands[1], operands[0]});
    case Operation::logical_or:
      return apply(Action::choose, {operands[0], operands[0], operands[1]});
    case Operation::logical_not:
      return opposite(operands[0]);
    case Operation::call:
      return call(node, std::move(operands));
  }
  return constant(std::nan(""));
}

Operand Assembler::add(const Formula& formula, std::span<const Operand> slots) {
  std::vector<Operand> values;
  values.reserve(formula.nodes.size());
  for (const Node& n : formula.nodes) values.push_back(node(n, values, slots));
  return values.back();
}

Program Assembler::finish() && {
  program_.outputs = static_cast<std::uint32_t>(outputs_.size());
  program_.code = Finish(std::move(program_.code), outputs_).run(program_.registers);
  return std::move(program_);
}

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
#include "derive/repair.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace reckon::derive {
namespace {

using arithmetic::Node;
using arithmetic::Operation;

class Repair {
 public:
  Repair(const Page& page, const std::vector<Derivation>& derivations, std::vector<Accusation>& weighed)
      : page_(page), derivations_(derivations), weighed_(weighed) {}

  void run() {
    once_by([](const Derivation& derivation) { return std::vector<MentionId>{derivation.target}; });
    // a × b = c is c ÷ b = a as well: one relation, accused where it is clearest.
    once_by([this](const Derivation& derivation) {
      std::vector<MentionId> numbers = operands_of(page_, derivation);
      numbers.push_back(derivation.target);
      std::sort(numbers.begin(), numbers.end());
      return numbers;
    });
    not_what_follows();
  }

 private:
  [[nodiscard]] const Derivation& of(const Accusation& accusation) const {
    return derivations_[accusation.derivation];
  }
  [[nodiscard]] bool is_told(const Accusation& accusation) const {
    return accusation.is_told && of(accusation).target != nowhere;
  }

  /// Of several accusations under one key the clearest is told.
  template <typename KeyOf>
  void once_by(KeyOf key_of) {
    std::map<std::vector<MentionId>, Accusation*> clearest;
    for (Accusation& accusation : weighed_) {
      if (!is_told(accusation)) continue;
      const auto [known, is_first] = clearest.emplace(key_of(of(accusation)), &accusation);
      if (is_first) continue;
      const bool is_clearer = accusation.margin > known->second->margin;
      (is_clearer ? *known->second : accusation).is_told = false;
      if (is_clearer) known->second = &accusation;
    }
  }

  /// A total is off because one of its terms is: with that one mended it holds.
  void not_what_follows() {
    std::map<MentionId, const Accusation*> accused;
    for (const Accusation& accusation : weighed_) {
      if (is_told(accusation)) accused.emplace(of(accusation).target, &accusation);
    }
    if (accused.size() < 2) return;
    for (Accusation& accusation : weighed_) {
      if (!is_told(accusation)) continue;
      for (const MentionId operand : operands_of(page_, of(accusation))) {
        const auto other = accused.find(operand);
        if (other == accused.end() || !other->second->is_told) continue;
        if (holds_with(of(accusation), operand, of(*other->second).comparison.right)) {
          accusation.is_told = false;
          break;
        }
      }
    }
  }

  /// Whether a derivation yields its target once one operand states another number.
  [[nodiscard]] bool holds_with(const Derivation& derivation, MentionId operand, double number) const {
    const arithmetic::Figure& changed = page_.figure(operand);
    const arithmetic::Figure& stated = page_.figure(derivation.target);
    const double before = value_of(derivation, nowhere, 0.0);
    const double after = value_of(derivation, operand, number * changed.unit.factor);
    if (!std::isfinite(before) || !std::isfinite(after) || before == 0.0) return false;
    const double right = derivation.comparison.right * after / before;
    // The mended number is printed with its digits, and so is what follows from it.
    const double hidden = 0.5 * changed.shown / std::max(std::abs(number), changed.shown);
    return std::abs(right - stated.number) <= 0.5 * stated.shown + hidden * std::abs(right);
  }

  [[nodiscard]] double value_of(const Derivation& derivation, MentionId operand, double instead) const {
    std::vector<double> values;
    const auto at = [&](std::uint32_t node) { return values[node - derivation.first_node]; };
    const auto figure = [&](MentionId id) { return id == operand ? instead : page_.figure(id).value(); };
    for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
      const Node& node = page_.nodes[i];
      double value = std::numeric_limits<double>::quiet_NaN();
      if (node.operation == Operation::figure) value = figure(node.a);
      if (node.operation == Operation::gap && derivation.gap != nowhere) value = figure(derivation.gap);
      if (node.operation == Operation::constant) value = page_.constants[node.a].value;
      if (node.operation == Operation::one) value = 1.0;
      if (node.operation == Operation::add) value = at(node.a) + at(node.b);
      if (node.operation == Operation::subtract) value = at(node.a) - at(node.b);
      if (node.operation == Operation::multiply) value = at(node.a) * at(node.b);
      if (node.operation == Operation::divide) value = at(node.a) / at(node.b);
      if (node.operation == Operation::power) value = std::pow(at(node.a), at(node.b));
      const auto& row = arithmetic::row_of(node.operation);
      if (row.of != nullptr) value = row.of(at(node.a));
      values.push_back(value);
    }
    return values.back();
  }

  const Page& page_;
  const std::vector<Derivation>& derivations_;
  std::vector<Accusation>& weighed_;
};

}  // namespace

void tell_what_was_changed(const Page& page, const std::vector<Derivation>& derivations,
                           std::vector<Accusation>& weighed) {
  Repair(page, derivations, weighed).run();
}

}  // namespace reckon::derive

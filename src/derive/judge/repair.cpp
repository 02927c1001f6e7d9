// SPDX-License-Identifier: MIT
#include "derive/judge/repair.hpp"

#include "derive/judge/changed.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace reckon::derive {
namespace {

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
    where_it_was_changed();
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

  /// "16 × $27.25 = $381.50": where the amount is what its total needs and nothing else needs the quantity,
  /// the quantity was changed.
  void where_it_was_changed() {
    std::optional<std::vector<bool>> is_held;
    for (Accusation& accusation : weighed_) {
      if (!is_told(accusation)) continue;
      const std::vector<Changed> possible = changes(page_, of(accusation));
      if (possible.empty()) continue;
      if (!is_held) is_held = held();
      const auto is_free = [&](const Changed& one) { return !(*is_held)[one.operand]; };
      const bool is_sole = std::count_if(possible.begin(), possible.end(), is_free) == 1;
      if (!(*is_held)[of(accusation).target] || !is_sole) continue;
      accusation.changed = *std::find_if(possible.begin(), possible.end(), is_free);
    }
  }

  /// Mentions that a relation holds in place.
  [[nodiscard]] std::vector<bool> held() const {
    constexpr float surely = 5.0F;
    std::vector<bool> out(page_.mentions.size(), false);
    for (const Derivation& derivation : derivations_) {
      const bool is_guess =
          derivation.generator == Generator::nearby || derivation.generator == Generator::elided;
      if (!derivation.holds() || !derivation.is_cued || is_guess || derivation.evidence() < surely) continue;
      if (derivation.target != nowhere) out[derivation.target] = true;
      for (const MentionId operand : operands_of(page_, derivation)) out[operand] = true;
    }
    return out;
  }

  /// Whether a derivation yields its target once one operand states another number.
  [[nodiscard]] bool holds_with(const Derivation& derivation, MentionId operand, double number) const {
    const arithmetic::Figure& changed = page_.figure(operand);
    const arithmetic::Figure& stated = page_.figure(derivation.target);
    const double before = value_with(page_, derivation, nowhere, 0.0);
    const double after = value_with(page_, derivation, operand, number * changed.unit.factor);
    if (!std::isfinite(before) || !std::isfinite(after) || before == 0.0) return false;
    const double right = derivation.comparison.right * after / before;
    // The mended number is printed with its digits, and so is what follows from it.
    const double hidden = 0.5 * changed.shown / std::max(std::abs(number), changed.shown);
    return std::abs(right - stated.number) <= 0.5 * stated.shown + hidden * std::abs(right);
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

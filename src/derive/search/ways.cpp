// SPDX-License-Identifier: MIT
#include "derive/search/ways.hpp"

#include "arithmetic/outcome.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Outcome;
using units::Dimension;

// How often numbers come about in each way, as in derive/search/search.cpp.
constexpr double by_product = 0.42;
constexpr double by_quotient = 0.15;
constexpr double by_sum = 0.06;
constexpr double by_difference = 0.04;
constexpr double by_rest = 0.10;      ///< what a share leaves
constexpr double by_increase = 0.07;  ///< a share on top
// Factors: what words say about it.
constexpr double told = 4.0;
constexpr double unlikely = 0.25;
constexpr double apart = 0.3;  ///< operands that do not stand side by side
/// Deeper than this is nothing that a sentence calculates.
constexpr std::size_t most_mixed = 3;

/// A part of the expression: some of the operands, put together.
struct Part {
  std::vector<Node> nodes;
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  double weight = 1.0;
  Dimension dimension;
  Operation operation = Operation::figure;
  bool is_each = false;
  bool is_of_wanted = false;
  bool is_whole = false;
  bool is_share = false;
  bool is_multiple = false;
  bool guesses = false;
  bool is_tight = false;
};

/// Of data, time or money, and no mere count.
bool is_measure(const Dimension& dimension) {
  return dimension.of(units::Axis::data) != 0 || dimension.of(units::Axis::time) != 0 ||
         dimension.of(units::Axis::money) != 0;
}

/// Bytes squared and dollars per dollar-second are nothing that anybody means.
bool makes_sense(const Dimension& dimension) {
  for (const units::Axis axis : {units::Axis::data, units::Axis::time, units::Axis::money}) {
    if (std::abs(dimension.of(axis)) > 1) return false;
  }
  return true;
}

class Ways {
 public:
  Ways(const Page& page, std::span<const Operand> operands, const arithmetic::Figure& target, bool is_one)
      : operands_(operands), is_one_(is_one), is_percent_(target.is_percent()) {
    wanted_ = target.unit.dimension.without_counts();
    for (std::uint32_t i = 0; i < operands.size(); ++i) parts_[1U << i].push_back(single(page, i));
  }

  std::vector<Way> run() {
    const std::uint32_t all = (1U << operands_.size()) - 1U;
    for (std::uint32_t set = 1; set <= all; ++set) {
      for (std::uint32_t left = (set - 1U) & set; left != 0; left = (left - 1U) & set) {
        const std::uint32_t right = set & ~left;
        if (left < right) join_all(left, right, set);
      }
    }
    std::vector<Way> out;
    double total = 0.0;
    for (Part& part : parts_[all]) {
      if (part.dimension != wanted_ || !(part.value > 0.0) || !std::isfinite(part.value)) continue;
      total += part.weight;
      out.push_back({std::move(part.nodes), part.value, part.low, part.high, static_cast<float>(part.weight),
                     part.guesses, part.is_tight});
    }
    for (Way& way : out) way.price = static_cast<float>(-std::log2(static_cast<double>(way.price) / total));
    std::stable_sort(out.begin(), out.end(), [](const Way& a, const Way& b) { return a.price < b.price; });
    return out;
  }

 private:
  Part single(const Page& page, std::uint32_t index) const {
    const Operand& operand = operands_[index];
    Part out;
    Outcome outcome;
    if (operand.mention == nowhere) {
      outcome = arithmetic::outcome_of(operand.period);
      out.nodes.push_back({Operation::period, false, static_cast<std::uint32_t>(operand.period), 0, 0, 0});
    } else {
      outcome = arithmetic::outcome_of(page.figure(operand.mention));
      out.nodes.push_back({Operation::figure, false, operand.mention, 0, 0, 0});
      out.is_share = page.figure(operand.mention).is_percent() ||
                     (page.figure(operand.mention).spelled && outcome.value < 1.0);
    }
    out.value = outcome.value;
    out.low = outcome.low;
    out.high = outcome.high;
    out.dimension = outcome.dimension;
    out.is_each = operand.is_each;
    out.is_of_wanted = operand.is_of_wanted;
    out.is_whole = operand.is_whole;
    out.is_multiple = operand.is_multiple;
    if (operand.is_often) turn_over(page, operand, out);
    return out;
  }

  /// "Every 10 s" is 1 ÷ 10 s, "twice a day" 2 ÷ 1 day.
  static void turn_over(const Page& page, const Operand& operand, Part& part) {
    const bool is_once = operand.times == nowhere;
    const double times = is_once ? 1.0 : page.constants[operand.times].value;
    const Node number{
        is_once ? Operation::one : Operation::constant, false, is_once ? 0 : operand.times, 0, 0, 0};
    part.nodes.insert(part.nodes.begin(), number);
    part.nodes.push_back({Operation::divide, false, 0, 1, 0, 0});
    part.value = times / part.value;
    const double low = times / part.high;
    part.high = times / part.low;
    part.low = low;
    part.dimension = Dimension() / part.dimension;
  }

  static std::uint32_t first_of(std::uint32_t set) {
    std::uint32_t at = 0;
    while (((set >> at) & 1U) == 0) ++at;
    return at;
  }
  static bool is_run(std::uint32_t set) {
    const std::uint32_t low = set >> first_of(set);
    return (low & (low + 1U)) == 0;
  }

  void join_all(std::uint32_t left, std::uint32_t right, std::uint32_t set) {
    // Four and more are a plain product or a plain sum.
    const bool is_mixed = operands_.size() > most_mixed;
    const bool side_by_side = is_run(left) && is_run(right) && is_run(set);
    const std::uint32_t seam = std::max(first_of(left), first_of(right));
    const Bond bond = side_by_side ? operands_[seam].bond : Bond::none;
    for (const Part& a : parts_[left]) {
      for (const Part& b : parts_[right]) {
        if (is_mixed && b.nodes.size() > 1) continue;
        a_ = &a;
        b_ = &b;
        into_ = &parts_[set];
        weight_ = a.weight * b.weight * (side_by_side ? 1.0 : apart);
        guesses_ = bond != Bond::adds;
        join(bond, is_mixed);
      }
    }
  }

  void join(Bond bond, bool is_mixed) {
    const Part& a = *a_;
    const Part& b = *b_;
    // A product binds more tightly than a sum, also in words.
    const double tight = adds(a) || adds(b) ? unlikely * unlikely : 1.0;
    const double factor = tight * (bond == Bond::binds ? told : bond == Bond::adds ? unlikely : 1.0);
    const bool is_scaled = a.is_multiple || b.is_multiple;
    if (!is_mixed || !adds(a)) join_factors(factor, is_scaled);
    if (!is_mixed && a.is_share != b.is_share) {
      const Part& share = a.is_share ? a : b;
      const Part& whole = a.is_share ? b : a;
      put_share(Operation::subtract, whole, share, by_rest);
      put_share(Operation::add, whole, share, by_increase);
    }
    if (!is_scaled) join_terms(bond, is_mixed);
  }

  void join_factors(double factor, bool is_scaled) {
    const Part& a = *a_;
    const Part& b = *b_;
    const bool is_part = is_part_of(a, b) || is_part_of(b, a);
    const bool divides_by_one = a.is_of_wanted || b.is_of_wanted;
    const double of_many = a.is_each != b.is_each || is_part || is_scaled ? told : 1.0;
    const double of_one = is_one_ ? unlikely : divides_by_one ? unlikely * unlikely : 1.0;
    put(Operation::multiply, a, b, factor * of_many * of_one * by_product);
    if (is_part) return;
    const double divides = (is_one_ ? told : 1.0) * (is_scaled ? unlikely : 1.0);
    // What one of them can do divides what is to be done.
    const auto by_one = [](const Part& dividend, const Part& divisor) {
      return divisor.is_of_wanted ? told : dividend.is_of_wanted ? unlikely : 1.0;
    };
    put(Operation::divide, a, b, factor * divides * by_one(a, b) * by_quotient);
    put(Operation::divide, b, a, factor * divides * by_one(b, a) * by_quotient);
  }

  void join_terms(Bond bond, bool is_mixed) {
    const Part& a = *a_;
    const Part& b = *b_;
    const double term = bond == Bond::adds ? told : bond == Bond::binds ? unlikely : 1.0;
    if (a.dimension != b.dimension || a.is_share != b.is_share) return;
    if (is_mixed && a.nodes.size() > 1 && a.operation != Operation::add) return;
    put(Operation::add, a, b, term * by_sum);
    if (is_mixed) return;
    put(Operation::subtract, a.value > b.value ? a : b, a.value > b.value ? b : a, term * by_difference);
  }

  /// "5 % of 2M", "ten times that": of what is named, and nothing is divided by it.
  static bool is_part_of(const Part& whole, const Part& part) {
    return whole.is_whole && (part.is_share || part.is_multiple);
  }

  static bool adds(const Part& part) {
    return part.operation == Operation::add || part.operation == Operation::subtract;
  }

  void put(Operation operation, const Part& a, const Part& b, double weight) {
    Part out;
    out.operation = operation;
    out.weight = weight_ * weight;
    const bool is_sum = operation == Operation::add || operation == Operation::subtract;
    out.guesses = a.guesses || b.guesses || (is_sum && (guesses_ || operation == Operation::subtract));
    out.dimension = is_sum                             ? a.dimension
                    : operation == Operation::multiply ? a.dimension * b.dimension
                                                       : a.dimension / b.dimension;
    if (!makes_sense(out.dimension)) return;
    out.is_tight =
        a.is_tight || b.is_tight || (!is_sum && is_measure(a.dimension) && is_measure(b.dimension));
    out.is_share = is_percent_ && operation == Operation::divide && out.dimension.is_dimensionless();
    const auto of = [operation](double x, double y) {
      if (operation == Operation::add) return x + y;
      if (operation == Operation::subtract) return x - y;
      return operation == Operation::divide ? x / y : x * y;
    };
    const bool turns = operation == Operation::subtract || operation == Operation::divide;
    out.value = of(a.value, b.value);
    out.low = of(a.low, turns ? b.high : b.low);
    out.high = of(a.high, turns ? b.low : b.high);
    out.nodes = a.nodes;
    append(out.nodes, b.nodes);
    const auto left = static_cast<std::uint32_t>(a.nodes.size() - 1);
    const auto right = static_cast<std::uint32_t>(out.nodes.size() - 1);
    out.nodes.push_back({operation, false, left, right, 0, 0});
    into_->push_back(std::move(out));
  }

  /// whole × (1 ∓ share)
  void put_share(Operation operation, const Part& whole, const Part& share, double weight) {
    Part one;
    one.nodes.push_back({Operation::one, false, 0, 0, 0, 0});
    one.value = one.low = one.high = 1.0;
    std::vector<Part> factor;
    std::vector<Part>* const into = std::exchange(into_, &factor);
    const double before = std::exchange(weight_, 1.0);
    put(operation, one, share, 1.0);
    for (Part& part : factor) part.guesses = true;
    into_ = into;
    weight_ = before;
    if (!factor.empty()) put(Operation::multiply, whole, factor.front(), weight);
  }

  static void append(std::vector<Node>& nodes, const std::vector<Node>& more) {
    const auto shift = static_cast<std::uint32_t>(nodes.size());
    for (Node node : more) {
      if (arithmetic::row_of(node.operation).operands > 0) {
        node.a += shift;
        node.b += shift;
      }
      nodes.push_back(node);
    }
  }

  std::span<const Operand> operands_;
  bool is_one_;
  bool is_percent_;
  Dimension wanted_;
  std::array<std::vector<Part>, std::size_t{1} << most_operands> parts_;  ///< by set of operands
  const Part* a_ = nullptr;
  const Part* b_ = nullptr;
  std::vector<Part>* into_ = nullptr;
  double weight_ = 1.0;
  bool guesses_ = true;  ///< no word says that they are added
};

}  // namespace

std::vector<Way> ways(const Page& page, std::span<const Operand> operands, MentionId target, bool is_one) {
  if (operands.empty() || operands.size() > most_operands) return {};
  return Ways(page, operands, page.figure(target), is_one).run();
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/search.hpp"

#include "derive/kinds.hpp"
#include "derive/surprise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Agreement;
using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;
using units::Dimension;

struct FormRow {
  Form form;
  double weight;
};
constexpr std::array forms{FormRow{Form::same, 0.10},       FormRow{Form::inverse, 0.02},
                           FormRow{Form::complement, 0.03}, FormRow{Form::product, 0.42},
                           FormRow{Form::quotient, 0.30},   FormRow{Form::sum, 0.06},
                           FormRow{Form::difference, 0.07}};
constexpr double weight_of(Form form) {
  return forms[static_cast<std::size_t>(form)].weight;
}
/// A share where one minus it is meant, or one plus it.
constexpr float complement_cost = 2.0F;
constexpr float increase_cost = 2.5F;
/// Bits for a third operand.
constexpr float deeper = 2.0F;
/// A factor: words say how it is calculated.
constexpr double said_so = 2.5;
constexpr float enough = 4.0F;

class Search {
 public:
  Search(const Page& page, const std::vector<Candidate>& candidates, MentionId target)
      : candidates_(candidates),
        figure_(page.figure(target)),
        dimension_(figure_.unit.dimension.without_counts()),
        kinds_(dimension_) {
    said_.link.joint = arithmetic::Joint::leap;
    is_share_ = figure_.is_percent();
  }

  std::optional<Found> run() {
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) singles_.push_back(single(i));
    kinds_.relate();
    total_ = normalise(singles_, singles_);
    for (const Term& a : singles_) one(a);
    for (const Term& a : singles_) {
      for (const Term& b : singles_) two(a, b, 0.0F);
    }
    if (!best_ || best_->evidence() < enough) three();
    return best_;
  }

 private:
  Term single(std::uint32_t index) {
    const Candidate& c = candidates_[index];
    Term out;
    out.kind = kinds_.number_of(c.dimension);
    out.value = c.value;
    out.low = c.low;
    out.high = c.high;
    out.dimension = c.dimension;
    out.weight = c.weight;
    out.a = index;
    out.anchored = c.is_same_sentence;
    return out;
  }

  /// The weight of all terms of each dimension.
  [[nodiscard]] std::vector<double> weights(const std::vector<Term>& terms) const {
    std::vector<double> out(kinds_.size(), 0.0);
    for (const Term& term : terms) out[term.kind] += term.weight;
    return out;
  }

  /// The weight of all choices that fit the unit.
  double normalise(const std::vector<Term>& left, const std::vector<Term>& right) const {
    double sum = 0.0;
    const std::vector<double> a = weights(left);
    const std::vector<double> b = weights(right);
    double all = 0.0;
    for (const double weight : b) all += weight;
    for (std::uint32_t x = 0; x < a.size(); ++x) {
      if (kinds_.is_wanted(x)) sum += weight_of(Form::same) * a[x] * all;
      for (std::uint32_t y = 0; y < b.size(); ++y) {
        const Kinds::Pair& makes = kinds_.pair(x, y);
        const double both = a[x] * b[y];
        if (makes.product) sum += weight_of(Form::product) * both;
        if (makes.quotient) sum += weight_of(Form::quotient) * both;
        if (makes.same) sum += (weight_of(Form::sum) + weight_of(Form::difference)) * both;
      }
    }
    scale_ = all;
    return sum;
  }

  void consider(const Term& left, const Term* right, Form form, double value, double low, double high,
                double weight, float more) {
    if (!std::isfinite(value) || value == 0.0 || total_ <= 0.0) return;
    const double unit = figure_.unit.factor;
    const double told = value / unit;
    // Most choices are far off: the digits are looked at only where they may agree.
    constexpr double far = 1.2;
    if (low > high) std::swap(low, high);
    const double ratio = told / figure_.number;
    if (!(ratio < far && ratio > 1.0 / far)) return;
    const Agreement agreement = arithmetic::agree(told, low / unit, high / unit, figure_, said_);
    if (!agreement.holds || arithmetic::price_of(agreement.supposition).is_wide) return;
    Found found;
    found.left = left;
    if (right != nullptr) found.right = *right;
    found.form = form;
    found.agreement = agreement;
    found.value = told;
    found.price = static_cast<float>(-std::log2(weight / total_)) + more;
    found.surprise = surprise(figure_, agreement.width / std::abs(told));
    if (!best_ || found.evidence() > best_->evidence()) best_ = found;
  }

  void one(const Term& a) {
    if (a.dimension == dimension_)
      consider(a, nullptr, Form::same, a.value, a.low, a.high, weight_of(Form::same) * a.weight * scale_,
               0.0F);
    const Dimension none;
    if (none / a.dimension == dimension_ && !a.dimension.is_dimensionless())
      consider(a, nullptr, Form::inverse, 1.0 / a.value, 1.0 / a.high, 1.0 / a.low,
               weight_of(Form::inverse) * a.weight * scale_, 0.0F);
    const bool is_part = a.dimension.is_dimensionless() && a.value > 0.0 && a.value < 1.0;
    if (is_part && is_share_ && dimension_.is_dimensionless())
      consider(a, nullptr, Form::complement, 1.0 - a.value, 1.0 - a.high, 1.0 - a.low,
               weight_of(Form::complement) * a.weight * scale_, 0.0F);
  }

  void two(const Term& a, const Term& b, float more) {
    if (a.a == b.a && a.b == nowhere && b.b == nowhere) return;
    const Kinds::Pair& makes = kinds_.pair(a.kind, b.kind);
    const auto weight = [&](Form form) { return weight_of(form) * a.weight * b.weight; };
    // A product stands in the sum twice, as a × b and as b × a.
    if (makes.product && a.a <= b.a) {
      const double said = candidates_[a.a].is_each != candidates_[b.a].is_each ? said_so : 1.0;
      consider(a, &b, Form::product, a.value * b.value, a.low * b.low, a.high * b.high,
               2.0 * said * weight(Form::product), more);
      shares(a, b, more);
      shares(b, a, more);
    }
    // Nobody divides by an availability.
    const bool is_availability = b.dimension.is_dimensionless() && b.value > 0.95 && b.value < 1.0;
    if (makes.quotient && b.low > 0.0 && !is_availability)
      consider(a, &b, Form::quotient, a.value / b.value, a.low / b.high, a.high / b.low,
               (candidates_[b.a].counts_what_is_shared ? said_so : 1.0) * weight(Form::quotient), more);
    if (!makes.same) return;
    if (a.a < b.a)
      consider(a, &b, Form::sum, a.value + b.value, a.low + b.low, a.high + b.high, 2.0 * weight(Form::sum),
               more);
    if (a.value > b.value)
      consider(a, &b, Form::difference, a.value - b.value, a.low - b.high, a.high - b.low,
               weight(Form::difference), more);
  }

  /// A part of b, taken away or added.
  void shares(const Term& a, Term b, float more) {
    const bool is_part = b.dimension.is_dimensionless() && b.value > 0.0 && b.value < 1.0 && b.b == nowhere;
    if (!is_part) return;
    const double weight = weight_of(Form::product) * a.weight * b.weight;
    b.change = Operation::subtract;
    consider(a, &b, Form::product, a.value * (1.0 - b.value), a.low * (1.0 - b.high), a.high * (1.0 - b.low),
             weight, more + complement_cost);
    b.change = Operation::add;
    consider(a, &b, Form::product, a.value * (1.0 + b.value), a.low * (1.0 + b.low), a.high * (1.0 + b.high),
             weight, more + increase_cost);
  }

  /// Two operands of the target's own sentence taken together, and a third from anywhere.
  void three() {
    constexpr std::size_t most_near = 9;
    std::vector<Term> near;
    for (const Term& term : singles_) {
      const bool is_period = candidates_[term.a].mention == nowhere;
      if ((term.anchored || is_period) && near.size() < most_near) near.push_back(term);
    }
    std::vector<Term> pairs;
    for (const Term& a : near) {
      for (const Term& b : near) {
        if (a.a == b.a) continue;
        if (a.a < b.a) pairs.push_back(joined(a, b, Operation::multiply));
        if (b.low > 0.0) pairs.push_back(joined(a, b, Operation::divide));
        if (a.dimension == b.dimension && a.a < b.a) pairs.push_back(joined(a, b, Operation::add));
        if (a.dimension == b.dimension && a.value > b.value)
          pairs.push_back(joined(a, b, Operation::subtract));
      }
    }
    if (pairs.empty()) return;
    for (Term& pair : pairs) pair.kind = kinds_.number_of(pair.dimension);
    kinds_.relate();
    const bool is_count = dimension_.is_dimensionless();
    total_ = normalise(pairs, singles_);
    for (const Term& pair : pairs) {
      for (const Term& c : singles_) {
        if (c.a == pair.a || c.a == pair.b) continue;
        two(pair, c, deeper);
        if (pair.kind != c.kind || !is_count) two(c, pair, deeper);
      }
    }
  }

  static Term joined(const Term& a, const Term& b, Operation operation) {
    Term out;
    out.a = a.a;
    out.b = b.a;
    out.operation = operation;
    out.anchored = true;
    const double weight = a.weight * b.weight;
    if (operation == Operation::multiply) {
      out.value = a.value * b.value;
      out.low = a.low * b.low;
      out.high = a.high * b.high;
      out.dimension = a.dimension * b.dimension;
      out.weight = weight_of(Form::product) * weight;
    } else if (operation == Operation::divide) {
      out.value = a.value / b.value;
      out.low = a.low / b.high;
      out.high = a.high / b.low;
      out.dimension = a.dimension / b.dimension;
      out.weight = weight_of(Form::quotient) * weight;
    } else {
      const bool adds = operation == Operation::add;
      out.value = adds ? a.value + b.value : a.value - b.value;
      out.low = adds ? a.low + b.low : a.low - b.high;
      out.high = adds ? a.high + b.high : a.high - b.low;
      out.dimension = a.dimension;
      out.weight = weight_of(adds ? Form::sum : Form::difference) * weight;
    }
    return out;
  }

  const std::vector<Candidate>& candidates_;
  const Figure& figure_;
  Dimension dimension_;
  Kinds kinds_;
  bool is_share_ = false;
  arithmetic::Said said_;
  std::vector<Term> singles_;
  double total_ = 0.0;
  mutable double scale_ = 1.0;
  std::optional<Found> best_;
};

/// The nodes of what was found, appended to the page.
class Writer {
 public:
  Writer(Page& page, const std::vector<Candidate>& candidates) : page_(page), candidates_(candidates) {}

  Derivation write(const Found& found, MentionId target) {
    Derivation out;
    out.generator = Generator::nearby;
    out.target = target;
    out.line = page_.mentions[target].line;
    out.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    const std::uint32_t left = term(found.left);
    switch (found.form) {
      case Form::same:
        break;
      case Form::inverse:
        add({Operation::divide, false, add(plain_one()), left, 0, 0});
        break;
      case Form::complement:
        add({Operation::subtract, false, add(plain_one()), left, 0, 0});
        break;
      case Form::product:
        binary(Operation::multiply, left, *found.right);
        break;
      case Form::quotient:
        binary(Operation::divide, left, *found.right);
        break;
      case Form::sum:
        binary(Operation::add, left, *found.right);
        break;
      case Form::difference:
        binary(Operation::subtract, left, *found.right);
        break;
    }
    out.root = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    out.comparison.comparable = out.comparison.holds = true;
    out.comparison.cost = found.agreement.cost;
    out.comparison.supposed = arithmetic::one(found.agreement.supposition);
    out.comparison.right = found.value;
    out.comparison.ratio = page_.figure(target).number / found.value;
    out.price = found.price;
    out.surprise = found.surprise;
    return out;
  }

 private:
  std::uint32_t add(const Node& node) {
    page_.nodes.push_back(node);
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }
  static Node plain_one() { return {Operation::one, false, 0, 0, 0, 0}; }

  std::uint32_t candidate(std::uint32_t index) {
    const Candidate& c = candidates_[index];
    if (c.mention == nowhere)
      return add({Operation::period, false, static_cast<std::uint32_t>(c.period), 0, 0, 0});
    return add({Operation::figure, false, c.mention, 0, 0, 0});
  }
  std::uint32_t term(const Term& term) {
    const std::uint32_t a = candidate(term.a);
    if (term.b != nowhere) {
      const std::uint32_t b = candidate(term.b);
      return add({term.operation, false, a, b, 0, 0});
    }
    if (term.change == Operation::figure) return a;
    const std::uint32_t one = add(plain_one());
    return add({term.change, false, one, a, 0, 0});
  }
  void binary(Operation operation, std::uint32_t left, const Term& right) {
    const std::uint32_t b = term(right);
    add({operation, false, left, b, 0, 0});
  }

  Page& page_;
  const std::vector<Candidate>& candidates_;
};

}  // namespace

std::optional<Found> search(const Page& page, const std::vector<Candidate>& candidates, MentionId target) {
  return Search(page, candidates, target).run();
}

Derivation write(Page& page, const std::vector<Candidate>& candidates, const Found& found, MentionId target) {
  return Writer(page, candidates).write(found, target);
}

}  // namespace reckon::derive

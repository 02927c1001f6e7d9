// SPDX-License-Identifier: MIT
#include "derive/search/search.hpp"

#include "derive/search/kinds.hpp"
#include "derive/search/shelf.hpp"
#include "derive/search/surprise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Agreement;
using arithmetic::Figure;
using arithmetic::Operation;
using units::Dimension;

struct FormRow {
  Form form;
  double weight;
};
constexpr std::array forms{FormRow{Form::same, 0.10},       FormRow{Form::inverse, 0.03},
                           FormRow{Form::complement, 0.01}, FormRow{Form::product, 0.46},
                           FormRow{Form::quotient, 0.20},   FormRow{Form::sum, 0.06},
                           FormRow{Form::difference, 0.07}};
constexpr double weight_of(Form form) {
  return forms[static_cast<std::size_t>(form)].weight;
}
/// A share where one minus it is meant, or one plus it.
constexpr float complement_cost = 2.0F;
constexpr float increase_cost = 2.5F;
/// Bits for a third operand.
constexpr float deeper = 2.0F;
/// Most choices are far off: the digits are looked at only where they may agree.
constexpr double far = 1.2;
// Factors of two operands: what words and places say about how it is calculated.
constexpr double cancels = 5.0;          ///< "23 pods" and "170 requests/s per pod"
constexpr double shared_by_these = 5.0;  ///< "over 36 brokers", and the result is said "per broker"
constexpr double adjoining = 1.5;
constexpr double makes_a_share = 6.0;  ///< what is divided is told in per cent
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
    singles_.reserve(candidates_.size());
    shelf_.reserve(candidates_.size());
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) singles_.push_back(single(i));
    for (const Term& single : singles_) shelf_.add(single.kind, single.value, single.a);
    shelf_.sort();
    kinds_.relate();
    total_ = normalise(singles_);
    for (const Term& a : singles_) one(a);
    for (const Term& a : singles_) {
      for (Choice with = partners(a); !with.empty();) two(a, singles_[with.take()], 0.0F);
    }
    if (!best_ || best_->evidence() < enough) three();
    // What several choices give is the likelier.
    if (best_) best_->price -= static_cast<float>(std::log2(likelihood_)) - best_->evidence();
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

  /// The single terms that may yield the number with a term, either way round, in their order: those of the
  /// right size among those of the right dimension.
  [[nodiscard]] Choice partners(const Term& term) const {
    Choice out;
    const Kinds::Partners& kinds = kinds_.partners(term.kind);
    const double least = figure_.value() / far;
    const double most = figure_.value() * far;
    const auto add = [&](std::uint32_t kind, double one, double other) {
      if (kind != Kinds::none) shelf_.between(kind, one, other, out);
    };
    add(kinds.factor, least / term.value, most / term.value);
    add(kinds.divisor, term.value / most, term.value / least);
    add(kinds.dividend, term.value * least, term.value * most);
    if (is_part(term)) add(kinds.factor, least / 2.0, most / (1.0 - term.value));
    if (kinds_.is_wanted(term.kind)) {
      add(kinds.factor, 0.0, 1.0);  // parts
      add(term.kind, least - term.value, most - term.value);
      add(term.kind, term.value - most, term.value - least);
      add(term.kind, term.value + least, term.value + most);
    }
    return out;
  }

  /// The weight of all terms of each dimension.
  [[nodiscard]] std::vector<double> weights(const std::vector<Term>& terms) const {
    std::vector<double> out(kinds_.size(), 0.0);
    for (const Term& term : terms) out[term.kind] += term.weight;
    return out;
  }

  /// The weight of all choices that fit the unit: of terms, and of singles on their right.
  double normalise(const std::vector<Term>& left) {
    const std::vector<double> a = weights(left);
    const std::vector<double> b = weights(singles_);
    scale_ = 0.0;
    for (const double weight : b) scale_ += weight;
    double sum = 0.0;
    for (std::uint32_t x = 0; x < a.size(); ++x) {
      const Kinds::Partners& with = kinds_.partners(x);
      if (with.factor != Kinds::none) sum += weight_of(Form::product) * a[x] * b[with.factor];
      if (with.divisor != Kinds::none) sum += likely(Form::quotient) * a[x] * b[with.divisor];
      if (!kinds_.is_wanted(x)) continue;
      sum += weight_of(Form::same) * a[x] * scale_;
      sum += (weight_of(Form::sum) + weight_of(Form::difference)) * a[x] * b[x];
    }
    return sum;
  }

  void consider(const Term& left, const Term* right, Form form, double value, double low, double high,
                double weight, float more) {
    if (!std::isfinite(value) || value == 0.0 || total_ <= 0.0) return;
    const double unit = figure_.unit.factor;
    const double told = value / unit;
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
    likelihood_ += std::exp2(static_cast<double>(found.evidence()));
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
    if (is_part(a) && is_share_ && dimension_.is_dimensionless())
      consider(a, nullptr, Form::complement, 1.0 - a.value, 1.0 - a.high, 1.0 - a.low,
               weight_of(Form::complement) * a.weight * scale_, 0.0F);
  }

  void two(const Term& a, const Term& b, float more) {
    if (a.a == b.a && a.b == nowhere && b.b == nowhere) return;
    const Kinds::Partners& makes = kinds_.partners(a.kind);
    const double near = stand_together(a, b) ? adjoining : 1.0;
    const auto weight = [&](Form form) { return near * likely(form) * a.weight * b.weight; };
    // A product stands in the sum twice, as a × b and as b × a.
    if (b.kind == makes.factor && stands_first(a, b)) {
      const double said = fit(a, b) ? cancels : 1.0;
      consider(a, &b, Form::product, a.value * b.value, a.low * b.low, a.high * b.high,
               2.0 * said * weight(Form::product), more);
      shares(a, b, more);
      shares(b, a, more);
    }
    // Nobody divides by an availability.
    const bool is_availability = b.dimension.is_dimensionless() && b.value > 0.95 && b.value < 1.0;
    if (b.kind == makes.divisor && b.low > 0.0 && !is_availability)
      consider(a, &b, Form::quotient, a.value / b.value, a.low / b.high, a.high / b.low,
               (candidates_[b.a].counts_what_is_shared ? shared_by_these : 1.0) * weight(Form::quotient),
               more);
    if (a.kind != b.kind || !kinds_.is_wanted(a.kind)) return;
    if (stands_first(a, b))
      consider(a, &b, Form::sum, a.value + b.value, a.low + b.low, a.high + b.high, 2.0 * weight(Form::sum),
               more);
    if (a.value > b.value)
      consider(a, &b, Form::difference, a.value - b.value, a.low - b.high, a.high - b.low,
               weight(Form::difference), more);
  }

  /// A share is a quotient.
  [[nodiscard]] double likely(Form form) const {
    return weight_of(form) * (is_share_ && form == Form::quotient ? makes_a_share : 1.0);
  }
  /// a × b and b × a are one, which is told in the order of the text.
  [[nodiscard]] bool stands_first(const Term& a, const Term& b) const {
    const bool are_single = a.b == nowhere && b.b == nowhere;
    return are_single ? candidates_[a.a].mention < candidates_[b.a].mention : a.a <= b.a;
  }
  [[nodiscard]] bool fit(const Term& a, const Term& b) const {
    const Candidate& x = candidates_[a.a];
    const Candidate& y = candidates_[b.a];
    return share_word(x.per, y.nouns) || share_word(y.per, x.nouns);
  }
  [[nodiscard]] bool stand_together(const Term& a, const Term& b) const {
    const MentionId x = candidates_[a.a].mention;
    const MentionId y = candidates_[b.a].mention;
    return x != nowhere && y != nowhere && (x + 1 == y || y + 1 == x);
  }

  static bool is_part(const Term& term) {
    return term.dimension.is_dimensionless() && term.value > 0.0 && term.value < 1.0;
  }

  /// A part of b, taken away or added.
  void shares(const Term& a, Term b, float more) {
    if (!is_part(b) || b.b != nowhere) return;
    const double weight = weight_of(Form::product) * a.weight * b.weight;
    b.change = Operation::subtract;
    consider(a, &b, Form::product, a.value * (1.0 - b.value), a.low * (1.0 - b.high), a.high * (1.0 - b.low),
             weight, more + complement_cost);
    b.change = Operation::add;
    consider(a, &b, Form::product, a.value * (1.0 + b.value), a.low * (1.0 + b.low), a.high * (1.0 + b.high),
             weight, more + increase_cost);
  }

  /// Two operands taken together, one of them of the target's own sentence, and a third from anywhere.
  void three() {
    constexpr std::size_t most_near = 9;
    std::vector<const Term*> near;
    near.reserve(most_near);
    for (const Term& term : singles_) {
      const bool is_period = candidates_[term.a].mention == nowhere;
      if ((term.anchored || is_period) && near.size() < most_near) near.push_back(&term);
    }
    std::vector<Term> pairs;
    pairs.reserve(3 * near.size() * near.size());  // each as a quotient, a product or sum, a difference
    for (const Term* a : near) {
      for (const Term* b : near) {
        if (a != b && (a->anchored || b->anchored)) join(*a, *b, pairs);
      }
    }
    if (pairs.empty()) return;
    kinds_.relate();
    const bool is_count = dimension_.is_dimensionless();
    total_ = normalise(pairs);
    for (const Term& pair : pairs) {
      for (Choice with = partners(pair); !with.empty();) {
        const Term& c = singles_[with.take()];
        if (c.a == pair.a || c.a == pair.b) continue;
        two(pair, c, deeper);
        if (pair.kind != c.kind || !is_count) two(c, pair, deeper);
      }
    }
  }

  /// What two come to, but for what makes no number of the wanted dimension.
  void join(const Term& a, const Term& b, std::vector<Term>& pairs) {
    const bool is_first = a.a < b.a;
    const auto add = [&](Operation operation, std::uint32_t kind) {
      if (kind != Kinds::none) pairs.push_back(joined(a, b, operation, kind));
    };
    if (is_first) add(Operation::multiply, kinds_.made(a.kind, b.kind, false));
    if (b.low > 0.0) add(Operation::divide, kinds_.made(a.kind, b.kind, true));
    if (a.kind == b.kind && is_first) add(Operation::add, a.kind);
    if (a.kind == b.kind && a.value > b.value) add(Operation::subtract, a.kind);
  }

  [[nodiscard]] Term joined(const Term& a, const Term& b, Operation operation, std::uint32_t kind) const {
    Term out;
    out.kind = kind;
    out.dimension = kinds_.dimension(kind);
    out.a = a.a;
    out.b = b.a;
    out.operation = operation;
    out.anchored = true;
    const double weight = a.weight * b.weight;
    if (operation == Operation::multiply) {
      out.value = a.value * b.value;
      out.low = a.low * b.low;
      out.high = a.high * b.high;
      out.weight = weight_of(Form::product) * weight;
    } else if (operation == Operation::divide) {
      out.value = a.value / b.value;
      out.low = a.low / b.high;
      out.high = a.high / b.low;
      out.weight = weight_of(Form::quotient) * weight;
    } else {
      const bool adds = operation == Operation::add;
      out.value = adds ? a.value + b.value : a.value - b.value;
      out.low = adds ? a.low + b.low : a.low - b.high;
      out.high = adds ? a.high + b.high : a.high - b.low;
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
  std::vector<Term> singles_;  ///< one for each candidate, in their order
  Shelf shelf_;                ///< the same by dimension and size
  double total_ = 0.0;
  double scale_ = 1.0;
  std::optional<Found> best_;
  double likelihood_ = 0.0;  ///< of the number, whichever choice gives it, over that of an accident
};

}  // namespace

std::optional<Found> search(const Page& page, const std::vector<Candidate>& candidates, MentionId target) {
  return Search(page, candidates, target).run();
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/written/no_relation.hpp"

#include "derive/written/meant_otherwise.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Side;

constexpr MentionId most_beside = 20;

class Forms {
 public:
  Forms(const Page& page, const Side& left, const Side& right, const Derivation& derivation)
      : page_(page), left_(left), right_(right), derivation_(derivation) {}

  [[nodiscard]] bool any() const {
    return is_share_of_unsaid() || is_score(left_) || is_score(right_) || has_range() || is_extended() ||
           is_exclusive_or(left_) || is_exclusive_or(right_) || has_unknown() || is_per_period() ||
           is_per_many() || is_vague() || derivation_.link.compares || is_label() || goes_on_above() ||
           is_size() || names_operand() || counts_operations() || is_spread() || is_choice() ||
           is_part_of_whole() || is_made_of_itself() || is_what_remains() || is_said_of_one() || is_limit() ||
           is_scaled_beside() || are_ordinals() || is_meant_otherwise(page_, left_, derivation_);
  }

 private:
  template <class Test>
  [[nodiscard]] bool any_figure(const Side& side, const Test& test) const {
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      if (page_.nodes[n].operation == Operation::figure && test(page_.figure(page_.nodes[n].a))) return true;
    }
    return false;
  }
  [[nodiscard]] const Figure* stated() const {
    return derivation_.target == nowhere ? nullptr : &page_.figure(derivation_.target);
  }

  /// "20 % quota = 200", "2.9 % + $0.30 = $1.75": of what is not said. Only of times a share is told so.
  [[nodiscard]] bool is_share_of_unsaid() const {
    const Figure* const result = stated();
    if (result == nullptr || result->is_percent() || is_time(*result)) return false;
    const auto is_share = [](const Figure& figure) { return figure.is_percent(); };
    const Node& root = page_.nodes[left_.root];
    // "10% upload daily" has a period besides.
    if (root.operation == Operation::figure) return page_.unit_text(root.a).starts_with('%');
    const bool sums = root.operation == Operation::add || root.operation == Operation::subtract;
    if (!sums || page_.nodes[left_.first_node].operation != Operation::figure) return false;
    return is_share(page_.figure(page_.nodes[left_.first_node].a)) && any_figure(left_, [](const Figure& f) {
             return !f.is_percent() && f.unit.dimension.of(units::Axis::money) != 0;
           });
  }

  /// "21.6 min", also "21.6 min a month".
  static bool is_time(const Figure& figure) {
    const units::Dimension kind = figure.unit.dimension.without_counts();
    return kind == units::axis(units::Axis::time) ||
           (kind.is_dimensionless() && figure.period != Period::none && figure.has_unit());
  }

  /// "27/30", "5/4/4/3": bare whole numbers around slashes without spaces, no larger one in front.
  [[nodiscard]] bool is_score(const Side& side) const {
    if (side.operators == 0) return false;
    bool grows = true;
    double before = 0.0;
    const bool is_in_cell = derivation_.link.joint == arithmetic::Joint::colon;
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      const Node& node = page_.nodes[n];
      if (node.operation == Operation::divide) continue;
      if (node.operation != Operation::figure) return false;
      const Figure& figure = page_.figure(node.a);
      const bool is_glued = n == side.first_node || !page_.tokens.tokens[node.begin].space_before;
      // "$1/$5", in a cell also "20ms/3s".
      const bool is_amount = figure.currency != arithmetic::Currency::none ||
                             (is_in_cell && figure.unit.dimension == units::axis(units::Axis::time));
      if ((figure.has_unit() && !is_amount) || figure.scaled || !is_glued) return false;
      grows = grows && figure.number >= before;
      before = figure.number;
    }
    return grows || side.operators > 1;
  }

  /// "1 ^ 2 ^ 1 ^ 3": nobody raises a power to a power without brackets.
  [[nodiscard]] bool is_exclusive_or(const Side& side) const {
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      const Node& node = page_.nodes[n];
      if (node.operation != Operation::power) continue;
      if (page_.nodes[node.a].operation == Operation::power ||
          page_.nodes[node.b].operation == Operation::power)
        return true;
    }
    return false;
  }

  /// "2-2 split", "Score 4-7": a dash without spaces behind a bare number that is no larger. "5 - 10 GB" as
  /// well, where only the second end has a unit, and "slots 351-5" behind what they number.
  [[nodiscard]] bool has_range() const {
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      const Node& node = page_.nodes[n];
      if (node.operation != Operation::subtract || page_.nodes[node.a].operation != Operation::figure ||
          page_.nodes[node.b].operation != Operation::figure)
        continue;
      const Figure& low = page_.figure(page_.nodes[node.a].a);
      const Figure& high = page_.figure(page_.nodes[node.b].a);
      const bool is_glued = !page_.tokens.tokens[page_.nodes[node.b].begin].space_before;
      const bool is_first = page_.nodes[node.a].begin == left_.begin;
      if (low.has_unit()) continue;
      if ((is_glued || high.has_unit()) && low.number <= high.number) return true;
      if (is_glued && is_first && is_behind_plural()) return true;
    }
    return false;
  }

  /// "A 64×64 image = 64 × 64 × 3 = 12,288": the second calculation says the first again and goes on.
  [[nodiscard]] bool is_extended() const {
    if (left_.operators == 0 || right_.operators <= left_.operators) return false;
    std::uint32_t n = left_.first_node;
    std::uint32_t m = right_.first_node;
    for (; n <= left_.root && m <= right_.root; ++n, ++m) {
      const Node& a = page_.nodes[n];
      const Node& b = page_.nodes[m];
      if (a.operation != b.operation) return false;
      if (a.operation == Operation::figure && page_.figure(a.a).number != page_.figure(b.a).number)
        return false;
    }
    return n > left_.root;
  }

  /// "3x + 4 = 19": a multiple of something, and a number that is none.
  [[nodiscard]] bool has_unknown() const {
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      const Node& sum = page_.nodes[n];
      if (sum.operation != Operation::add && sum.operation != Operation::subtract) continue;
      if (is_multiple(page_.nodes[sum.a]) != is_multiple(page_.nodes[sum.b])) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_multiple(const Node& node) const {
    if (node.operation != Operation::figure) return false;
    const std::string_view unit = page_.unit_text(node.a);
    return unit == "x" || unit == "X";
  }

  /// "8 engineers × $300K = $200K/month", "50 nodes × 6 h × $2/h = $18,000/month": only the result has a
  /// period, and another one explains it.
  [[nodiscard]] bool is_per_period() const {
    const Figure* const result = stated();
    if (result == nullptr || result->period == Period::none || left_.operators == 0) return false;
    constexpr arithmetic::Supposed unsaid = arithmetic::one(arithmetic::Supposition::period_unsaid);
    const auto has_time = [](const Figure& f) { return f.unit.dimension.of(units::Axis::time) != 0; };
    if ((derivation_.comparison.supposed & unsaid) == 0 && any_figure(left_, has_time)) return false;
    constexpr std::array periods{Period::second, Period::minute, Period::hour, Period::day,
                                 Period::week,   Period::month,  Period::year};
    constexpr double nearly = 0.02;
    const double ratio = derivation_.comparison.ratio;
    return std::any_of(periods.begin(), periods.end(), [&](Period period) {
      const double other = arithmetic::seconds(result->period) / arithmetic::seconds(period);
      return period != result->period && std::abs(ratio / other - 1.0) < nearly;
    });
  }

  /// Nobody gives a size or a time of a thousand things without saying so.
  static bool measures_data_or_time(const Figure& figure) {
    const units::Dimension& kind = figure.unit.dimension;
    return kind.of(units::Axis::data) > 0 || kind.of(units::Axis::time) > 0;
  }

  /// "($2 + $9) / 2 = $5.50/1M tokens": the price of a thousand or a million, as every operand is one.
  [[nodiscard]] bool is_per_many() const {
    const Figure* const result = stated();
    if (result == nullptr || !result->has_noun_denominator || measures_data_or_time(*result)) return false;
    if (any_figure(left_, [](const Figure& f) { return f.has_noun_denominator; })) return false;
    const double ratio = derivation_.comparison.ratio;
    return std::abs(ratio * 1e3 - 1.0) < 0.01 || std::abs(ratio * 1e6 - 1.0) < 0.01 ||
           std::abs(ratio * 1e-3 - 1.0) < 0.01 || std::abs(ratio * 1e-6 - 1.0) < 0.01;
  }

  /// "20M users × 3 hops = billions": no digits to hold against others.
  [[nodiscard]] bool is_vague() const {
    const auto vague = [](const Figure& figure) { return figure.is_vague(); };
    return any_figure(left_, vague) || any_figure(right_, vague);
  }

  [[nodiscard]] bool is_bare(const Side& side) const {
    return !any_figure(side, [](const Figure& figure) { return figure.has_unit() || figure.scaled; });
  }

  /// "+ $40 + $10 = $220" under "$60 + $110": a sum whose first terms stand above.
  [[nodiscard]] bool goes_on_above() const {
    using arithmetic::Kind;
    if (page_.nodes[left_.root].operation != Operation::add || left_.begin == 0) return false;
    const auto& tokens = page_.tokens.tokens;
    const std::uint32_t plus = left_.begin - 1;
    return tokens[plus].kind == Kind::plus && (plus == 0 || tokens[plus - 1].kind == Kind::stop);
  }

  /// No spaces between its operands and operators.
  [[nodiscard]] bool is_glued(const Side& side) const {
    const auto& tokens = page_.tokens.tokens;
    return side.operators > 0 &&
           std::none_of(tokens.begin() + side.begin + 1, tokens.begin() + side.end,
                        [](const arithmetic::Token& token) { return token.space_before; });
  }
  [[nodiscard]] bool has_noun_behind(const Side& side) const {
    const arithmetic::Token& behind = page_.tokens.tokens[side.end];
    return behind.kind == arithmetic::Kind::word && behind.role == arithmetic::Role::content;
  }

  /// "the 36-core cluster (3x36)", "port 1 is in 2X50 mode", "layers 1+2", "8x7B": bare numbers in one word
  /// are a name, unless a sign says that they come to something.
  [[nodiscard]] bool is_label() const {
    using arithmetic::Joint;
    if (!is_glued(left_)) return false;
    const Joint joint = derivation_.link.joint;
    const bool has_sign = joint == Joint::equals || joint == Joint::about || joint == Joint::arrow ||
                          joint == Joint::bound || joint == Joint::colon;
    if (!has_sign && is_bare(left_)) return true;
    const std::string_view sign = page_.written(derivation_.line, page_.tokens.tokens[left_.begin + 1]);
    return (sign == "x" || sign == "X") && any_figure(left_, [](const Figure& f) { return f.scaled; });
  }

  /// "512×512 image = 255 tokens", "two 3×3 filters = 5×5": width and height.
  [[nodiscard]] bool is_size() const {
    const Node& root = page_.nodes[left_.root];
    if (left_.root != left_.first_node + 2 || root.operation != Operation::multiply) return false;
    if (!is_glued(left_) || !is_bare(left_)) return false;
    const bool is_square =
        page_.figure(page_.nodes[root.a].a).number == page_.figure(page_.nodes[root.b].a).number;
    const bool is_in_bracket = page_.tokens.tokens[left_.end].kind == arithmetic::Kind::close;
    return is_square && (has_noun_behind(left_) || is_in_bracket || is_glued(right_));
  }

  /// "4 guests = 4 uploads + 12 downloads", "9999 inverted = 10000-9999": what is calculated with the number
  /// in front. "1 thread × 5,000 connections = 1 thread" is a remark on it, too.
  [[nodiscard]] bool names_operand() const {
    const Figure* const result = stated();
    if (result == nullptr || left_.operators == 0) return false;
    if (right_.begin < left_.begin)
      return derivation_.link.joint != arithmetic::Joint::bracket &&
             any_figure(left_, [result](const Figure& f) {
               return f.number == result->number &&
                      f.unit.dimension.without_counts() == result->unit.dimension.without_counts() &&
                      f.unit.factor == result->unit.factor;
             });
    return result->number == 1.0 && page_.nodes[left_.first_node].operation == Operation::figure &&
           page_.figure(page_.nodes[left_.first_node].a).number == 1.0 && has_noun_behind(right_) &&
           page_.written(derivation_.line, page_.tokens.tokens[right_.end]) ==
               page_.written(derivation_.line, page_.tokens.tokens[left_.begin + 1]);
  }

  /// "3 × 3 × 3 = 2 multiplications"
  [[nodiscard]] bool counts_operations() const {
    if (stated() == nullptr || !has_noun_behind(right_) || !is_bare(left_)) return false;
    const std::string_view noun = page_.written(derivation_.line, page_.tokens.tokens[right_.end]);
    constexpr std::array<std::string_view, 5> operations{"multiplication", "addition", "subtraction",
                                                         "division", "comparison"};
    return std::any_of(operations.begin(), operations.end(),
                       [noun](std::string_view name) { return noun.starts_with(name); });
  }

  /// "300 GB ~ 4 TB": from the one to the other.
  [[nodiscard]] bool is_spread() const {
    const auto& tokens = page_.tokens.tokens;
    if (right_.begin <= left_.begin) return false;
    const arithmetic::Token& mark = tokens[right_.begin - 1];
    return derivation_.chained && left_.end + 1 == right_.begin && mark.kind == arithmetic::Kind::relation &&
           mark.sign == arithmetic::Sign::tilde && tokens[right_.begin].space_before;
  }

  /// "after 5 days or within 12 hours", "2^32 (or 2^64)": "or" says a quantity again only in another unit,
  /// and right in front of it.
  [[nodiscard]] bool is_choice() const {
    if (right_.begin <= left_.begin) return false;
    const arithmetic::Token& before = page_.tokens.tokens[right_.begin - 1];
    const bool is_word = before.kind == arithmetic::Kind::word;
    const bool is_or = is_word && page_.written(derivation_.line, before) == "or";
    if (is_or) return stated() == nullptr || !stated()->has_unit();
    return derivation_.link.joint == arithmetic::Joint::alternative && is_word &&
           before.role != arithmetic::Role::alternative && before.role != arithmetic::Role::about;
  }

  /// "Both fail with 0.0001, so availability is 99.99 %", "5 minutes of downtime a year (99.999 % uptime)":
  /// what is lost, and what that leaves.
  [[nodiscard]] bool is_what_remains() const {
    constexpr double least = 90.0;
    const Figure* const result = stated();
    return result != nullptr && result->is_percent() && result->number >= least &&
           derivation_.comparison.right <= 100.0 - least;
  }

  /// "6 primaries + 6 replicas (1 replica per primary)": the bracket says what falls to each.
  [[nodiscard]] bool is_said_of_one() const {
    const Figure* const result = stated();
    return result != nullptr && result->has_noun_denominator &&
           derivation_.link.joint == arithmetic::Joint::bracket &&
           page_.nodes[left_.root].operation == Operation::add;
  }

  /// "24 hours (max 365 days)": a word in front says that it is another quantity.
  [[nodiscard]] bool is_limit() const {
    if (!derivation_.chained || derivation_.link.joint != arithmetic::Joint::bracket ||
        right_.begin <= left_.begin)
      return false;
    const arithmetic::Token& before = page_.tokens.tokens[right_.begin - 1];
    return before.kind == arithmetic::Kind::word &&
           (before.role == arithmetic::Role::at_most || before.role == arithmetic::Role::at_least);
  }

  /// "1B × 96 bytes = 96 GB (tune to 48 bytes = 48 GB)": the factor between them stands in the line.
  [[nodiscard]] bool is_scaled_beside() const {
    constexpr double fewest = 10.0;
    constexpr double nearly = 0.01;
    const double ratio = derivation_.comparison.ratio;
    if (!derivation_.chained || ratio < fewest) return false;
    const Line& line = page_.lines[derivation_.line];
    const MentionId end = std::min(line.end_mention, line.first_mention + most_beside);
    const std::vector<MentionId> own = operands_of(page_, derivation_);
    for (MentionId id = line.first_mention; id < end; ++id) {
      const bool is_own = id == derivation_.target || std::find(own.begin(), own.end(), id) != own.end();
      if (!is_own && std::abs(page_.figure(id).number / ratio - 1.0) < nearly) return true;
    }
    return false;
  }

  /// "Groups 4 + 5 questions (20 questions)": numbers behind what they number.
  [[nodiscard]] bool are_ordinals() const {
    return derivation_.link.joint == arithmetic::Joint::bracket && left_.operators > 0 &&
           page_.nodes[left_.root].operation == Operation::add && is_behind_plural();
  }
  [[nodiscard]] bool is_behind_plural() const {
    if (left_.begin == 0) return false;
    const arithmetic::Token& before = page_.tokens.tokens[left_.begin - 1];
    return before.kind == arithmetic::Kind::word && before.role == arithmetic::Role::content &&
           page_.written(derivation_.line, before).ends_with('s');
  }

  /// "1 shard = 2 % of the users": one of some, and the share that it is.
  [[nodiscard]] bool is_part_of_whole() const {
    const Figure* const result = stated();
    if (result == nullptr || !result->is_percent() || !left_.is_figure()) return false;
    const Figure& part = page_.figure(page_.nodes[left_.root].a);
    return part.whole && !part.is_percent() && part.unit.dimension.without_counts().is_dimensionless();
  }

  /// "2 replicas per shard (1 primary + 2 replicas)": what a calculation starts from is not what it gives,
  /// unless a sign says so.
  [[nodiscard]] bool is_made_of_itself() const {
    using arithmetic::Joint;
    const Figure* const result = stated();
    const Joint joint = derivation_.link.joint;
    if (result == nullptr || left_.operators == 0 || joint == Joint::equals || joint == Joint::about)
      return false;
    return any_figure(left_, [&](const Figure& f) {
      return f.number == result->number && f.unit.factor == result->unit.factor;
    });
  }

  const Page& page_;
  const Side& left_;
  const Side& right_;
  const Derivation& derivation_;
};

}  // namespace

bool is_no_relation(const Page& page, const Side& left, const Side& right, const Derivation& derivation) {
  return !derivation.holds() && Forms(page, left, right, derivation).any();
}

void doubt_head(const Page& page, const arithmetic::Chain& chain, std::span<Derivation> derivations) {
  // In front of a bracket a number is what the bracket comes to; a row of very many is no calculation.
  constexpr std::size_t most_sides = 50;
  if (chain.sides.size() < 3 || chain.sides.size() > most_sides || chain.is_result_first) return;
  for (Derivation& wrong : derivations) {
    const bool is_in_bracket = wrong.link.joint == arithmetic::Joint::bracket;
    if (wrong.holds() || wrong.target == nowhere || (wrong.stated_begin > wrong.begin && !is_in_bracket))
      continue;
    const bool has_own = std::any_of(derivations.begin(), derivations.end(), [&](const Derivation& other) {
      // "$50 - 2.9% ($1.45) = $48.55": the bracket explains an operand.
      const bool is_remark = is_in_bracket && other.link.joint == arithmetic::Joint::equals;
      const bool is_same_kind = other.target != nowhere && page.figure(wrong.target).has_unit() &&
                                page.unit_text(wrong.target) == page.unit_text(other.target);
      return other.begin == wrong.begin && other.holds() && (is_remark || !is_same_kind);
    });
    if (has_own) wrong.is_cued = false;
  }
}

}  // namespace reckon::derive

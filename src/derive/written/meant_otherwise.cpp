// SPDX-License-Identifier: MIT
#include "derive/written/meant_otherwise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Side;
using units::Axis;

bool is_bare(const Figure& figure) {
  return !figure.has_unit() && !figure.scaled;
}
/// A number of things.
bool counts(const Figure& figure) {
  return figure.unit.dimension.is_count() && figure.period == Period::none && figure.whole &&
         !figure.is_percent();
}

/// 1010 as five; nothing where another digit stands.
std::optional<double> in_binary(double number) {
  constexpr double fewest = 10.0;
  constexpr double most = 1e15;
  if (number != std::floor(number) || number < 0.0 || number > most) return std::nullopt;
  double out = 0.0;
  double place = 1.0;
  for (; number > 0.0; number = std::floor(number / fewest), place *= 2.0) {
    const double digit = std::fmod(number, fewest);
    if (digit > 1.0) return std::nullopt;
    out += digit * place;
  }
  return out;
}

class Meanings {
 public:
  Meanings(const Page& page, const Side& left, const Derivation& derivation)
      : page_(page),
        left_(left),
        derivation_(derivation),
        root_(page.nodes[left.root]),
        stated_(page.figure(derivation.target)) {}

  [[nodiscard]] bool any() const {
    return (pair() && (is_copied() || is_choice() || is_chance() || is_repeated() || is_binary() ||
                       is_exclusive_or() || is_other_part())) ||
           is_in_percent() || is_grouped() || is_shape() || is_provisioned() || is_nearest_power() ||
           is_count_of_terms() || is_numeral() || is_of_millions() || is_unknown_multiple() ||
           is_period_in_operand() || is_clamped() || is_in_billions() || is_side_by_side() ||
           is_so_many_in_each() || is_kept_for() || is_of_many();
  }

 private:
  [[nodiscard]] const Node& node(std::uint32_t at) const { return page_.nodes[at]; }
  [[nodiscard]] const Figure& figure(const Node& of) const { return page_.figure(of.a); }
  [[nodiscard]] const Figure& first() const { return figure(node(root_.a)); }
  [[nodiscard]] const Figure& second() const { return figure(node(root_.b)); }
  /// Two figures and an operator.
  [[nodiscard]] bool pair() const {
    return left_.root == left_.first_node + 2 && node(root_.a).operation == Operation::figure &&
           node(root_.b).operation == Operation::figure;
  }
  [[nodiscard]] bool sums() const {
    return root_.operation == Operation::add || root_.operation == Operation::subtract;
  }
  [[nodiscard]] bool has_noun(const Node& of) const {
    const arithmetic::Token& behind = page_.tokens.tokens[of.end];
    return figure(of).has_unit() ||
           (behind.kind == arithmetic::Kind::word && behind.role == arithmetic::Role::content);
  }

  /// A value in base units, as it is printed.
  [[nodiscard]] bool tells(double value) const {
    const double half = 0.5 * std::max(stated_.shown, 1e-9 * std::abs(stated_.number)) * stated_.unit.factor;
    return std::abs(value - stated_.value()) <= half * (1.0 + 1e-9);
  }
  /// What the calculation comes to as it is written, in base units.
  [[nodiscard]] double written() const { return derivation_.comparison.right * stated_.unit.factor; }

  /// "3 primaries + 1 replica = 6 shards": of each.
  [[nodiscard]] bool is_copied() const {
    return root_.operation == Operation::add && second().counts_replicas &&
           tells(first().value() * (1.0 + second().number));
  }

  /// "4 parameters × 5 values = 625": so many ways to choose.
  [[nodiscard]] bool is_choice() const {
    constexpr double fewest_that_say = 64.0;
    if (root_.operation != Operation::multiply || !counts(first()) || !counts(second())) return false;
    return stated_.number >= fewest_that_say && (tells(std::pow(first().number, second().number)) ||
                                                 tells(std::pow(second().number, first().number)));
  }

  /// "20 % × 5 nodes = 67 %": that one of them is.
  [[nodiscard]] bool is_chance() const {
    if (root_.operation != Operation::multiply || !first().is_percent() || !counts(second())) return false;
    return stated_.is_percent() && tells(1.0 - std::pow(1.0 - first().value(), second().number));
  }

  /// "20 s + threshold 3 = 60 s": a number of times.
  [[nodiscard]] bool is_repeated() const {
    const bool is_threshold = root_.operation == Operation::add && is_bare(second()) &&
                              !first().unit.dimension.is_count() &&
                              first().unit.dimension == stated_.unit.dimension;
    return is_threshold && tells(first().value() * second().number);
  }

  /// "1010 - 1 = 1001"
  [[nodiscard]] bool is_binary() const {
    constexpr double least = 100.0;
    const auto a = in_binary(first().number);
    const auto b = in_binary(second().number);
    const auto told = in_binary(stated_.number);
    if (!sums() || !a || !b || !told || stated_.number < least) return false;
    return *told == (root_.operation == Operation::add ? *a + *b : *a - *b);
  }

  /// "40 + 40 + 30 = 110 %", "(30 - 20) / 400 = 2.5 points"
  [[nodiscard]] bool is_in_percent() const {
    constexpr double hundred = 100.0;
    const double ratio = derivation_.comparison.ratio;
    if (stated_.is_percent()) return sums() && std::abs(ratio * hundred - 1.0) < 1e-6;
    const arithmetic::Token& behind = page_.tokens.tokens[page_.mentions[derivation_.target].token + 1];
    const std::string_view noun = stated_.has_unit() ? page_.unit_text(derivation_.target)
                                  : behind.kind == arithmetic::Kind::word
                                      ? page_.written(page_.mentions[derivation_.target].line, behind)
                                      : std::string_view{};
    return (noun == "points" || noun == "pp") && tells(written() * hundred);
  }

  /// "2B phrases × 32 bytes + 300 bytes = 664 GB": what is added has the unit of the last factor.
  [[nodiscard]] bool is_grouped() const {
    if (root_.operation != Operation::add || node(root_.a).operation != Operation::multiply) return false;
    const Node& factor = node(node(root_.a).b);
    const Node& added = node(root_.b);
    if (factor.operation != Operation::figure || added.operation != Operation::figure || !has_noun(factor))
      return false;
    const Figure& last = figure(factor);
    const Figure& more = figure(added);
    const bool alike = !more.has_unit() || more.unit.dimension == last.unit.dimension;
    if (!alike || last.number == 0.0) return false;
    const double share = more.has_unit() ? more.value() / last.value() : more.number / last.number;
    const double sum = more.has_unit() ? more.value() : more.number * last.unit.factor;
    return tells((written() - sum) * (1.0 + share));
  }

  /// "10 nodes × 16 cores × 128 GB = 1.28 TB": cores describe the node and multiply no size.
  [[nodiscard]] bool is_shape() const {
    if (stated_.unit.dimension.of(Axis::data) != 1) return false;
    double cores = 1.0;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation == Operation::multiply) continue;
      if (node(n).operation != Operation::figure) return false;
      const bool counts_cores = figure(node(n)).unit.dimension == units::axis(Axis::core);
      if (counts_cores) cores *= figure(node(n)).value();
    }
    return cores > 1.0 && tells(written() / cores);
  }

  /// "32,000 IOPS × $0.065 = $2,080/month": a capacity that is had, at a price a month.
  [[nodiscard]] bool is_provisioned() const {
    if (stated_.period == Period::none || stated_.unit.dimension.of(Axis::money) == 0) return false;
    double product = 1.0;
    bool is_had = false;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation == Operation::multiply) continue;
      if (node(n).operation != Operation::figure || figure(node(n)).period != Period::none) return false;
      is_had = is_had || figure(node(n)).unit.dimension.of(Axis::time) < 0;
      product *= figure(node(n)).number;
    }
    return is_had && tells(product * stated_.unit.factor);
  }

  /// "≈ 10^-36"
  [[nodiscard]] bool is_nearest_power() const {
    const double ratio = derivation_.comparison.ratio;
    return derivation_.link.approximate && stated_.exact && stated_.digits == 1 && ratio > 0.0 &&
           std::abs(std::log10(ratio)) <= 0.5;
  }

  /// "6 ^ 3 = 5": in the notation of code.
  [[nodiscard]] bool is_exclusive_or() const {
    constexpr double most = 1e9;
    const auto is_whole = [](const Figure& f) {
      return is_bare(f) && f.whole && f.number >= 0.0 && f.number < most;
    };
    if (root_.operation != Operation::power || !is_whole(first()) || !is_whole(second())) return false;
    const auto bits = [](const Figure& f) { return static_cast<std::uint64_t>(f.number); };
    return static_cast<double>(bits(first()) ^ bits(second())) == stated_.number;
  }

  /// "15 + 15 = 2 coins": how many there are.
  [[nodiscard]] bool is_count_of_terms() const {
    std::size_t terms = 0;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation == Operation::figure) ++terms;
      if (node(n).operation != Operation::figure && node(n).operation != Operation::add) return false;
    }
    return stated_.number == static_cast<double>(terms);
  }

  /// "8 + 4 + 1 = 1101"
  [[nodiscard]] bool is_numeral() const {
    constexpr double shortest = 100.0;
    const auto told = in_binary(stated_.number);
    return told && stated_.number >= shortest &&
           std::abs(*told - derivation_.comparison.right) < 1e-9 * *told;
  }

  /// "1,500 × $5/MTok = $0.0075": a price of a million of something that nobody here knows.
  [[nodiscard]] bool is_of_millions() const {
    constexpr double million = 1e6;
    constexpr double nearly = 0.01;
    if (std::abs(derivation_.comparison.ratio * million - 1.0) > nearly) return false;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation != Operation::figure) continue;
      const arithmetic::Token& token = page_.tokens.tokens[node(n).begin];
      const std::string_view behind =
          page_.lines[derivation_.line].plain().text.substr(token.begin, most_of_unit);
      if (behind.find("/M") != std::string_view::npos || behind.find("/1M") != std::string_view::npos)
        return true;
    }
    return false;
  }

  /// "4 × 8192^2 × 128 = 34.4 GFLOP": the letter in front of a unit that nobody here knows.
  [[nodiscard]] bool is_unknown_multiple() const {
    constexpr std::string_view letters = "kKMGTP";
    constexpr std::array<double, 6> powers{1e3, 1e3, 1e6, 1e9, 1e12, 1e15};
    constexpr double nearly = 0.01;
    const LineId line = page_.mentions[derivation_.target].line;
    const arithmetic::Token& behind = page_.tokens.tokens[page_.mentions[derivation_.target].token + 1];
    const std::string_view unit = stated_.has_unit() ? page_.unit_text(derivation_.target)
                                  : behind.kind == arithmetic::Kind::word ? page_.written(line, behind)
                                                                          : std::string_view{};
    if (unit.size() < 2) return false;
    const std::size_t letter = letters.find(unit.front());
    return letter != std::string_view::npos && stated_.unit.dimension.without_counts().is_dimensionless() &&
           std::abs(derivation_.comparison.ratio * powers[letter] - 1.0) < nearly;
  }

  /// "744 × $0.17/h × 24 = $3,000/day": the period is in the result already, as one of the factors.
  [[nodiscard]] bool is_period_in_operand() const {
    constexpr double nearly = 0.02;
    if (stated_.period == Period::none) return false;
    const double ratio = derivation_.comparison.ratio;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation != Operation::figure || !is_bare(figure(node(n)))) continue;
      const double number = figure(node(n)).number;
      if (number >= least_period && std::abs(ratio * number - 1.0) < nearly) return true;
    }
    return false;
  }

  /// "(500,000 - 2,000,000) × $0.40/1M = $0": nothing is left to pay.
  [[nodiscard]] bool is_clamped() const {
    return stated_.number == 0.0 && derivation_.comparison.right < 0.0;
  }

  /// "3 years × 12 × 200M × 30 = 216 B": no operand measures data.
  [[nodiscard]] bool is_in_billions() const {
    constexpr double billion = 1e9;
    constexpr double nearly = 0.01;
    if (page_.unit_text(derivation_.target) != "B" ||
        std::abs(derivation_.comparison.ratio * billion - 1.0) > nearly)
      return false;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation == Operation::figure && figure(node(n)).unit.dimension.of(Axis::data) != 0)
        return false;
    }
    return true;
  }

  /// "360 machines × 60 seconds = 1 minute": all at once.
  [[nodiscard]] bool is_side_by_side() const {
    if (root_.operation != Operation::multiply || !pair()) return false;
    const bool is_second = second().unit.dimension == units::axis(Axis::time);
    const Figure& time = is_second ? second() : first();
    const Figure& things = is_second ? first() : second();
    return counts(things) && time.unit.dimension == units::axis(Axis::time) &&
           stated_.unit.dimension == time.unit.dimension && stated_.unit.factor != time.unit.factor &&
           tells(time.value());
  }

  /// "6.5 × 252 days = 1,638 hours": a bare number is so many of the result's unit in each of the other.
  [[nodiscard]] bool is_so_many_in_each() const {
    constexpr int fewest_digits = 3;
    if (!pair() || root_.operation != Operation::multiply || stated_.digits < fewest_digits) return false;
    if (is_bare(first()) == is_bare(second())) return false;
    const Figure& other = is_bare(first()) ? second() : first();
    return other.unit.dimension == stated_.unit.dimension && other.unit.factor != stated_.unit.factor &&
           tells(first().number * second().number * stated_.unit.factor);
  }

  /// "It keeps 30 s. 10,000 msg/s × 500 B = 150 MB": a rate's result that is told for a time that stands
  /// before.
  [[nodiscard]] bool is_kept_for() const {
    using enum arithmetic::Supposition;
    constexpr arithmetic::Supposed unsaid = arithmetic::one(period_unsaid) | arithmetic::one(second_unsaid);
    if ((derivation_.comparison.supposed & unsaid) == 0) return false;
    return any_before(same_line, [&](MentionId id) {
      const Figure& time = page_.figure(id);
      return time.unit.dimension == units::axis(Axis::time) && is_ratio(time.value());
    });
  }

  /// "Price per 1000 calls:" above "$30 / 150M calls = $0.0002", "at $40/1M tokens" above "$2,520 / $40 =
  /// 63M": what is told of so many stands above, and an operand or the result leaves it out.
  [[nodiscard]] bool is_of_many() const {
    constexpr double fewest = 1000.0;
    const double ratio = derivation_.comparison.ratio;
    if (!arithmetic::is_off_by_zeros(ratio)) return false;
    return any_before(lines_above, [&](MentionId id) {
      const Figure& above = page_.figure(id);
      const std::uint32_t token = page_.mentions[id].token;
      const bool is_divisor = token > 0 && page_.tokens.tokens[token - 1].role == arithmetic::Role::per;
      if (is_divisor && above.number >= fewest && is_ratio(above.number)) return true;
      return is_operand_of_many(above);
    });
  }
  [[nodiscard]] bool is_operand_of_many(const Figure& above) const {
    if (above.currency == arithmetic::Currency::none) return false;
    for (std::uint32_t n = left_.first_node; n <= left_.root; ++n) {
      if (node(n).operation != Operation::figure) continue;
      const Figure& own = figure(node(n));
      if (own.number == above.number && own.currency == above.currency &&
          is_ratio(own.unit.factor / above.unit.factor))
        return true;
    }
    return false;
  }

  /// "Three quarters of the 48 builds are cached, so 12 run."
  [[nodiscard]] bool is_other_part() const {
    const bool leaps = derivation_.link.joint == arithmetic::Joint::leap;
    const double share = first().value();
    if (!leaps || (!first().is_percent() && !first().spelled) || share >= 1.0) return false;
    return is_ratio(std::max(share, 1.0 - share) / std::min(share, 1.0 - share));
  }

  /// So many times too much or too little.
  [[nodiscard]] bool is_ratio(double factor) const {
    constexpr double nearly = 0.03;
    const double ratio = derivation_.comparison.ratio;
    return factor > 1.0 &&
           (std::abs(ratio / factor - 1.0) < nearly || std::abs(ratio * factor - 1.0) < nearly);
  }

  /// Of the numbers in front of the calculation, back to so many lines before.
  template <class Test>
  [[nodiscard]] bool any_before(LineId lines, const Test& test) const {
    MentionId id = derivation_.target;
    const LineId from = derivation_.line < lines ? 0 : derivation_.line - lines;
    for (MentionId i = 0; i < most_before && id > 0; ++i) {
      --id;
      if (page_.mentions[id].line < from) return false;
      if (page_.mentions[id].token < left_.begin && test(id)) return true;
    }
    return false;
  }

  static constexpr LineId same_line = 0;
  static constexpr LineId lines_above = 3;
  static constexpr MentionId most_before = 20;
  static constexpr std::size_t most_of_unit = 16;
  static constexpr double least_period = 24.0;

  const Page& page_;
  const Side& left_;
  const Derivation& derivation_;
  const Node& root_;
  const Figure& stated_;
};

}  // namespace

bool is_meant_otherwise(const Page& page, const Side& left, const Derivation& derivation) {
  if (derivation.target == nowhere || left.operators == 0) return false;
  return Meanings(page, left, derivation).any();
}

}  // namespace reckon::derive

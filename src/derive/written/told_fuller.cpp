// SPDX-License-Identifier: MIT
#include "derive/written/told_fuller.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Period;

constexpr MentionId farthest_mention = 60;
constexpr LineId nearest_lines = 2;  ///< in which a number is cut short
constexpr LineId most_lines_of_heading = 8;

bool is_near(double a, double b) {
  constexpr double nearly = 0.02;
  return std::abs(a / b - 1.0) < nearly;
}

class Fuller {
 public:
  Fuller(const Page& page, const Derivation& derivation)
      : page_(page), derivation_(derivation), operands_(operands_of(page, derivation)) {}

  [[nodiscard]] bool any() const {
    if (derivation_.target == nowhere || operands_.empty()) return false;
    return is_of_many() || is_sum_of_brackets() ||
           std::any_of(operands_.begin(), operands_.end(), [this](MentionId id) { return is_fuller(id); });
  }

 private:
  [[nodiscard]] double ratio() const { return derivation_.comparison.ratio; }

  [[nodiscard]] bool is_fuller(MentionId operand) const {
    const MentionId first = operand > farthest_mention ? operand - farthest_mention : 0;
    const auto end =
        static_cast<MentionId>(std::min<std::size_t>(operand + farthest_mention, page_.mentions.size()));
    for (MentionId id = first; id < end; ++id) {
      const Figure& own = page_.figure(operand);
      const Figure& other = page_.figure(id);
      if (id == operand || id == derivation_.target || own.currency != other.currency) continue;
      const bool is_close = page_.mentions[operand].line - page_.mentions[id].line <= nearest_lines;
      if ((is_close && adds_magnitude(own, other)) || adds_many(own, other) || adds_period(own, other))
        return true;
    }
    return false;
  }

  /// "750K tokens ... × 750"
  [[nodiscard]] bool adds_magnitude(const Figure& own, const Figure& other) const {
    return !own.has_unit() && own.magnitude() == 1.0 && other.magnitude() > 1.0 &&
           own.number * other.magnitude() == other.number && is_near(ratio(), other.magnitude());
  }

  /// "$1.25 per million ... × $1.25"
  [[nodiscard]] bool adds_many(const Figure& own, const Figure& other) const {
    return own.number == other.number && other.has_noun_denominator && !own.has_noun_denominator &&
           own.unit.factor > other.unit.factor && is_near(ratio(), other.unit.factor / own.unit.factor);
  }

  /// "10 TB/day ... 1 year × 10 TB": the periods that the calculation names against the period of the rate.
  [[nodiscard]] bool adds_period(const Figure& own, const Figure& other) const {
    if (own.number != other.number || own.period != Period::none || other.period == Period::none)
      return false;
    const double period = arithmetic::seconds(other.period);
    if (!is_near(own.unit.factor, other.unit.factor * period)) return false;
    const auto fits = [&](MentionId id) {
      const Figure& figure = page_.figure(id);
      const bool is_time = figure.unit.dimension.without_counts() == units::axis(units::Axis::time);
      const double named = figure.period != Period::none ? arithmetic::seconds(figure.period)
                           : is_time                     ? figure.unit.factor
                                                         : 0.0;
      return named > period && is_near(ratio(), named / period);
    };
    return std::any_of(operands_.begin(), operands_.end(), fits);
  }

  /// "Cost per 1000 requests: ... $30 / 150M = $0.0002": what is told is told of so many.
  [[nodiscard]] bool is_of_many() const {
    constexpr double fewest = 100.0;
    const double off = std::max(ratio(), 1.0 / ratio());
    if (off < fewest * 0.9) return false;
    for (MentionId id = derivation_.target; id-- > 0 && derivation_.target - id <= farthest_mention;) {
      const Mention& mention = page_.mentions[id];
      if (page_.mentions[derivation_.target].line - mention.line > most_lines_of_heading) return false;
      const Line& line = page_.lines[mention.line];
      if (mention.token == line.first_token || !is_near(off, page_.figure(id).number)) continue;
      if (page_.tokens.tokens[mention.token - 1].role == arithmetic::Role::per) return true;
    }
    return false;
  }

  /// "6 crates (72 jars) + 4 crates (48 jars) = 120 jars": what the brackets say of each term adds up.
  [[nodiscard]] bool is_sum_of_brackets() const {
    using arithmetic::Kind;
    constexpr std::uint32_t farthest_token = 80;
    if (page_.nodes[derivation_.root].operation != arithmetic::Operation::add) return false;
    const auto& tokens = page_.tokens.tokens;
    const Figure& stated = page_.figure(derivation_.target);
    const std::uint32_t end =
        std::min(page_.mentions[derivation_.target].token, derivation_.begin + farthest_token);
    double sum = 0.0;
    std::size_t brackets = 0;
    for (std::uint32_t i = derivation_.begin + 1; i < end; ++i) {
      if (tokens[i].kind != Kind::number || tokens[i - 1].kind != Kind::open) continue;
      sum += page_.tokens.figures[tokens[i].index].value();
      ++brackets;
    }
    return brackets > 1 && std::abs(sum - stated.value()) <= 0.5 * stated.shown * stated.unit.factor;
  }

  const Page& page_;
  const Derivation& derivation_;
  std::vector<MentionId> operands_;
};

}  // namespace

bool is_told_fuller(const Page& page, const Derivation& derivation) {
  return !derivation.holds() && Fuller(page, derivation).any();
}

}  // namespace reckon::derive

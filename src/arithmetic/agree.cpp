// SPDX-License-Identifier: MIT
#include "arithmetic/agree.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reckon::arithmetic {
namespace {

using units::Axis;
using units::Comparator;

constexpr double rounding_noise = 1e-9;
/// "7.14 → 10 cores": up to the next size that is bought, never more than double.
constexpr double largest_step_up = 2.0;
constexpr double coarse_share = 0.1;
constexpr double nearly = 0.051;
/// Hardly any honest rounding needs more.
constexpr double widest_order = 1.45;
constexpr double widest_cut = 0.25;

/// One of 1, 2, 4, 8... or with one digit that says something.
bool is_bought_size(const Figure& figure) {
  if (figure.digits <= 1) return true;
  const double power = std::log2(figure.number);
  const bool is_power = power == std::round(power);
  const double quarter = figure.number / 8.0;
  return is_power || (figure.whole && quarter == std::round(quarter) && figure.number <= 512.0);
}

bool is_count(const Figure& figure) {
  return figure.whole && !figure.scaled && figure.unit.dimension.is_count() && !figure.is_percent();
}

class Agreeing {
 public:
  Agreeing(double value, double low, double high, const Figure& figure, const Said& said)
      : value_(value), low_(low), high_(high), figure_(figure), said_(said) {}

  Agreement run() {
    const Comparator bound = figure_.comparator != Comparator::equal ? figure_.comparator : said_.link.bound;
    if (bound != Comparator::equal) return against(bound);
    if (figure_.is_range()) return in_range();
    if (said_.link.rounding != Rounding::unsaid) rounded();
    // "8 cores (5 / 0.7 = 7.14, rounded up)": with decimals it is what is rounded, and not what came of it.
    if (out_.holds || (said_.link.rounding != Rounding::unsaid && figure_.whole)) return out_;
    digits();
    if (!out_.holds) whole_things();
    if (!out_.holds && !said_.exact && !said_.rounds) cut();
    const bool is_rough = figure_.approximate || said_.link.approximate || is_power_of_ten();
    if (!out_.holds && is_rough) roughly();
    if (!out_.holds && !said_.exact) next_size();
    if (!out_.holds && !said_.exact && !said_.rounds) near_miss();
    return out_;
  }

 private:
  void take(Supposition why, double width) {
    if (out_.holds && out_.cost <= bits(why)) return;
    out_ = {true, bits(why), why, width};
  }
  [[nodiscard]] double off() const { return std::abs(value_ - figure_.number); }
  [[nodiscard]] double noise() const { return rounding_noise * std::abs(value_); }
  [[nodiscard]] bool near(double half) const { return off() <= half + noise(); }
  [[nodiscard]] bool reaches(double half) const {
    return low_ <= figure_.number + half + noise() && high_ >= figure_.number - half - noise();
  }

  /// "10^5" is an order of magnitude.
  [[nodiscard]] bool is_power_of_ten() const { return figure_.exact && figure_.digits == 1; }

  void digits() {
    const double hidden = high_ - low_;
    if (near(0.5 * figure_.step)) return take(Supposition::as_written, figure_.step);
    if (said_.exact || said_.rounds) {
      if (!said_.rounds && reaches(0.5 * figure_.step) && !all_whole())
        take(Supposition::hidden_digits, hidden);
      return;
    }
    if (near(0.5 * figure_.shown)) take(Supposition::shown_digits, figure_.shown);
    if (!out_.holds && reaches(0.5 * figure_.shown)) take(Supposition::hidden_digits, hidden + figure_.shown);
  }
  [[nodiscard]] bool all_whole() const { return low_ == high_; }

  /// 7.14 nodes are 8.
  void whole_things() {
    // "= 24" is meant to the last digit, but there is no third of a server.
    const bool is_whole = std::abs(value_ - std::round(value_)) <= noise();
    if (!is_count(figure_) || (said_.exact && is_whole)) return;
    const double up = std::ceil(value_ - noise());
    const double down = std::floor(value_ + noise());
    const bool raised = figure_.number == up || (figure_.number >= std::ceil(low_ - noise()) &&
                                                 figure_.number <= std::ceil(high_ - noise()));
    if (raised) take(Supposition::rounded_up_count, 1.0);
    if (figure_.number == down && down > 0.0) take(Supposition::rounded_down_count, 1.0);
  }

  /// What is said to be rounded up is the next above, and not the nearest: to the printed digit, or to those
  /// that say something.
  void rounded() {
    const bool up = said_.link.rounding == Rounding::up;
    const auto reaches_from = [&](double step) {
      const double past = up ? figure_.number - high_ : low_ - figure_.number;
      const double short_of = up ? low_ - figure_.number : figure_.number - high_;
      return past < step - noise() && short_of <= noise();
    };
    const Supposition count = up ? Supposition::rounded_up_count : Supposition::rounded_down_count;
    if (reaches_from(figure_.step)) take(is_count(figure_) ? count : Supposition::as_written, figure_.step);
    if (!out_.holds && reaches_from(figure_.shown)) take(Supposition::shown_digits, figure_.shown);
  }

  void cut() {
    if ((figure_.digits >= 2 || figure_.scaled || !figure_.whole) && off() < figure_.step &&
        off() <= widest_cut * std::abs(value_))
      take(Supposition::cut_digits, 2.0 * figure_.step);
  }

  void roughly() {
    // A mark of approximation does not double a number.
    const bool is_raised = figure_.number > widest_order * std::abs(value_);
    if (near(figure_.shown) && !is_raised) take(Supposition::about_one_digit, 2.0 * figure_.shown);
    if (!out_.holds && near(coarse_share * std::abs(value_)))
      take(Supposition::about_coarse, 2.0 * coarse_share * std::abs(value_));
    const double ratio = figure_.number / value_;
    const bool is_order = figure_.digits <= 1 && ratio > 1.0 / widest_order && ratio < widest_order;
    if (!out_.holds && is_order)
      take(Supposition::order_of_magnitude, (widest_order - 1.0 / widest_order) * std::abs(value_));
  }

  /// 385.8 told as 400: nobody prints two digits who means more.
  void near_miss() {
    constexpr double cut_to_one_digit = 0.16;  // 46,296 told as 40,000
    const double widest = figure_.digits <= 1 && figure_.number < value_ ? cut_to_one_digit : nearly;
    if (figure_.digits <= 2 && !is_plain_mistake() && off() <= widest * std::abs(value_))
      take(Supposition::near_miss, 2.0 * nearly * std::abs(value_));
  }

  /// "1,500 × 3 = 4,700": behind a sign of equality or in a row of totals, and what is right has no digits to
  /// round away.
  [[nodiscard]] bool is_plain_mistake() const {
    const bool equates = (said_.link.joint == Joint::equals && said_.calculates) || said_.totals;
    const double allowed = said_.totals ? 0.5 * figure_.shown : figure_.shown;
    if (!equates || figure_.digits != 2 || figure_.scaled || off() <= allowed) return false;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value_))) - 2.0);
    return std::abs(value_ - unit * std::round(value_ / unit)) <= noise();
  }

  void next_size() {
    const bool is_size = figure_.unit.dimension.without_counts() == units::axis(Axis::data);
    if (!is_count(figure_) && !is_size) return;
    const bool follows = said_.link.joint == Joint::arrow || said_.link.joint == Joint::leap ||
                         said_.link.joint == Joint::bracket || said_.link.joint == Joint::verb ||
                         said_.link.joint == Joint::words;
    const double ratio = figure_.number / value_;
    if (follows && ratio > 1.0 && ratio <= largest_step_up && is_bought_size(figure_))
      take(Supposition::next_size, std::abs(value_));
  }

  Agreement against(Comparator bound) {
    const bool at_least = bound == Comparator::at_least || bound == Comparator::greater;
    const double half = 0.5 * figure_.shown;
    const bool holds = at_least ? high_ >= figure_.number - half : low_ <= figure_.number + half;
    if (!holds) return {};
    return {true, bits(Supposition::bound_holds), Supposition::bound_holds,
            std::numeric_limits<double>::infinity()};
  }

  Agreement in_range() {
    const double low = figure_.number - 0.5 * figure_.shown;
    const double high = figure_.high + 0.5 * figure_.shown;
    if (high_ < low || low_ > high) return {};
    return {true, 0.0F, Supposition::as_written, high - low};
  }

  double value_;
  double low_;
  double high_;
  const Figure& figure_;
  const Said& said_;
  Agreement out_;
};

}  // namespace

Agreement agree(double value, double low, double high, const Figure& figure, const Said& said) {
  return Agreeing(value, low, high, figure, said).run();
}

}  // namespace reckon::arithmetic

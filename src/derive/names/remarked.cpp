// SPDX-License-Identifier: MIT
#include "derive/names/remarked.hpp"

#include "arithmetic/outcome.hpp"
#include "derive/names/stated_again.hpp"
#include "derive/page/key_unit.hpp"
#include "derive/page/quantity_kind.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace reckon::derive {
namespace {

/// Nobody writes another quantity and nothing else behind a setting.
constexpr float said_behind = 10.5F;
/// 1 GB for 1 GiB, 86,000 s for a day.
constexpr double about_same = 1.12;

/// One side of a remark: "5 × 365 days".
struct RemarkSide {
  std::vector<MentionId> factors;
  double value = 1.0;
  units::Dimension dimension;
};

class Remarked {
 public:
  Remarked(const base::Sources& sources, Page& page, const Names& names, std::vector<Derivation>& out)
      : sources_(sources), page_(page), names_(names), out_(out) {}

  void run() {
    std::vector<MentionId> settings;
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      if (is_setting(id)) settings.push_back(id);
    }
    for (const MentionId id : settings) {
      const std::string_view remark = remark_behind(id);
      if (remark.empty()) continue;
      if (order_.empty()) sort_by_place();
      compare(id, sides_of(id, remark));
    }
  }

 private:
  [[nodiscard]] bool is_setting(MentionId id) const {
    const Seat seat = page_.line_of(id).seat;
    const arithmetic::Figure& figure = page_.figure(id);
    return names_.head(id) != nowhere && (seat == Seat::value || seat == Seat::code) && !figure.is_range() &&
           !figure.name && figure.number > 0.0;
  }

  /// The remark on the same line in the source, without its mark.
  [[nodiscard]] std::string_view remark_behind(MentionId id) const {
    constexpr std::size_t longest = 120;
    const base::Span span = page_.span(id);
    const std::string_view rest = sources_.text(span.source).substr(span.end).substr(0, longest);
    return remark_of(rest.substr(0, rest.find_first_of("\r\n")));
  }

  void sort_by_place() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) order_.push_back(id);
    std::stable_sort(order_.begin(), order_.end(),
                     [this](MentionId a, MentionId b) { return page_.span(a) < page_.span(b); });
  }

  /// What it says, if it says nothing but a quantity, in one or several ways.
  [[nodiscard]] std::vector<RemarkSide> sides_of(MentionId id, std::string_view remark) const {
    const base::Span setting = page_.span(id);
    const std::string_view source = sources_.text(setting.source);
    auto at = static_cast<std::uint32_t>(remark.data() - source.data());
    const auto end = static_cast<std::uint32_t>(at + remark.size());
    auto next = std::lower_bound(order_.begin(), order_.end(), base::Span{setting.source, at, at},
                                 [this](MentionId m, const base::Span& s) { return page_.span(m) < s; });
    std::vector<RemarkSide> out;
    for (; next != order_.end() && page_.span(*next).source == setting.source; ++next) {
      const base::Span span = page_.span(*next);
      if (span.begin >= end) break;
      if (span.begin < at) continue;  // read twice
      const std::string_view between = source.substr(at, span.begin - at);
      const bool is_factor = !out.empty() && is_one_of(between, {"×", "*", "x", "·"});
      const bool is_side =
          out.empty() ? is_one_of(between, {"", "=", "≈", "~"}) : is_one_of(between, {"=", "≈", "~"});
      if (!is_factor && !is_side) return {};
      if (is_side) out.emplace_back();
      const arithmetic::Outcome outcome = arithmetic::outcome_of(page_.figure(*next));
      out.back().factors.push_back(*next);
      out.back().value *= outcome.value;
      out.back().dimension = out.back().dimension * outcome.dimension;
      at = end_of(*next);
    }
    return is_one_of(source.substr(at, end - at), {"", ".", ")"}) ? out : std::vector<RemarkSide>{};
  }

  /// Its unit is part of it.
  [[nodiscard]] std::uint32_t end_of(MentionId id) const {
    const Line& line = page_.line_of(id);
    const auto end = static_cast<std::uint32_t>(line.plain().end_of(page_.token_of(id).end));
    return line.text->span(end, end).end;
  }

  static bool is_one_of(std::string_view text, std::initializer_list<std::string_view> all) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return std::find(all.begin(), all.end(), text) != all.end();
  }

  void compare(MentionId id, const std::vector<RemarkSide>& sides) {
    if (sides.empty()) return;
    const units::Dimension dimension = arithmetic::outcome_of(page_.figure(id)).dimension;
    const units::Dimension time = units::axis(units::Axis::time);
    for (const RemarkSide& side : sides) {
      const bool is_kind = side.dimension == time || side.dimension == units::axis(units::Axis::data);
      if (!is_kind) return;
      if (side.dimension == dimension) {
        const double value = page_.figure(id).value();
        // "budget_milli_node_hours: 2000  # 2 hours"
        const bool may_be_prefix = page_.figure(id).unit.factor >= 1.0 && is_near(value, 1000.0 * side.value);
        if (is_near(value, side.value) || may_be_prefix) return;
      } else if (!dimension.is_dimensionless() || !is_long_time(id) || !(side.dimension == time) ||
                 is_in_some_unit(page_.figure(id).number, side.value)) {
        return;
      }
    }
    tell(id, sides.front());
  }

  static bool is_near(double a, double b) { return std::max(a, b) <= about_same * std::min(a, b); }

  /// A number without a unit that is whole hours, in seconds: one number in 3,600 is so by accident, and any
  /// moment.
  [[nodiscard]] bool is_long_time(MentionId id) const {
    constexpr double hour = 3600.0;
    constexpr double moment = 1e9;  // seconds since 1970
    const double number = page_.figure(id).number;
    return !page_.figure(id).has_unit() && number >= hour && number < moment &&
           std::fmod(number, hour) == 0.0;
  }
  static bool is_in_some_unit(double number, double seconds) {
    constexpr std::array<double, 7> units{1e-9, 1e-6, 1e-3, 1.0, 60.0, 3600.0, 86400.0};
    return std::any_of(units.begin(), units.end(),
                       [&](double unit) { return is_near(number * unit, seconds); });
  }

  /// Where it was read as an equality already, that is meant; else it is stated again.
  void tell(MentionId id, const RemarkSide& side) {
    for (Derivation& derivation : out_) {
      const bool is_here =
          !derivation.holds() && derivation.target != nowhere &&
          std::find(side.factors.begin(), side.factors.end(), derivation.target) != side.factors.end();
      if (!is_here) continue;
      derivation.chained = false;
      derivation.not_meant = std::max(derivation.not_meant, said_behind);
      return;
    }
    out_.push_back(contradicted(page_, id, {side.factors.front()}, side.value, said_behind));
    if (side.factors.size() > 1) write_product(side.factors, out_.back());
  }

  /// "5 × 365 days" is what yields it.
  void write_product(const std::vector<MentionId>& factors, Derivation& out) {
    out.generator = Generator::written;
    out.line = page_.mentions[factors.front()].line;
    out.begin = page_.mentions[factors.front()].token;
    out.end = page_.mentions[factors.back()].token + 1;
    for (auto factor = factors.begin() + 1; factor != factors.end(); ++factor) {
      const auto left = static_cast<std::uint32_t>(page_.nodes.size() - 1);
      page_.nodes.push_back({arithmetic::Operation::figure, false, *factor, 0, 0, 0});
      page_.nodes.push_back({arithmetic::Operation::multiply, false, left, left + 1, 0, 0});
    }
    out.root = static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }

  const base::Sources& sources_;
  Page& page_;
  const Names& names_;
  std::vector<Derivation>& out_;
  std::vector<MentionId> order_;  ///< all mentions by their place in the source
};

}  // namespace

void remarked(const base::Sources& sources, Page& page, const Names& names, std::vector<Derivation>& out) {
  if (!names.has_keys()) return;
  Remarked(sources, page, names, out).run();
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/tables/column_search.hpp"

#include "derive/search/surprise.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using units::Dimension;

constexpr float fitted_constant = 1.5F;
constexpr float rounded_up = 1.0F;
constexpr float rule_unsaid = 1.0F;
/// A growth that other columns show needs less.
constexpr float shared_from = 4.0F;
constexpr float shared_growth = 1.0F;
constexpr float ways_to_grow = 1.0F;
/// A rule that the first rows do not keep is none.
constexpr std::uint32_t rows_searched = 40;
constexpr std::size_t most_columns_of_triples = 7;
constexpr double noise = 1e-9;

Rule rule_of(Shape shape, std::initializer_list<RuleTerm> terms = {}) {
  Rule rule;
  rule.shape = shape;
  for (const RuleTerm& term : terms) rule.terms[rule.term_count++] = term;
  return rule;
}

float bits_of(std::size_t choices) {
  return std::log2(static_cast<float>(std::max<std::size_t>(choices, 2)));
}

}  // namespace

Column::Column(const Page& page, const TableNumbers& table, std::uint32_t target,
               const std::vector<RuleConstant>& constants)
    : page_(page),
      table_(table),
      target_(target),
      constants_(constants),
      values_(page, table, target),
      others_(values_.others()),
      rounds_(values_.counts_things()),
      spread_(values_.spread()) {
  tells_downtime_ = std::any_of(others_.begin(), others_.end(),
                                [this](std::uint32_t column) { return values_.is_availability(column); });
  constexpr std::size_t ways = 10;
  choices_ = bits_of(std::max<std::size_t>(others_.size() * others_.size(), 1) * ways);
}

std::vector<Rule> Column::best() {
  products();
  costs();
  sums();
  growths();
  std::vector<Rule> out;
  settle(std::move(beside_), out);
  settle(std::move(grown_), out);
  return out;
}

void Column::settle(std::optional<Rule> rule, std::vector<Rule>& into) const {
  if (!rule || copies(*rule)) return;
  std::vector<Row> rows = rows_of(*rule, table_.rows);
  keep_one_kind(rows);
  for (const Row& row : rows) (fits(*rule, row) ? rule->holds : rule->fails).push_back(row.row);
  if (rule->fails.size() * 2 <= rule->holds.size()) into.push_back(std::move(*rule));
}

void Column::products() {
  for (const std::uint32_t a : others_) {
    attempt(rule_of(Shape::product, {{a, false}}));
    attempt(rule_of(Shape::product, {{a, true}}));
    for (const std::uint32_t b : others_) {
      if (a < b) attempt(rule_of(Shape::product, {{a, false}, {b, false}}));
      if (a != b) attempt(rule_of(Shape::product, {{a, false}, {b, true}}));
    }
  }
  if (others_.size() > most_columns_of_triples) return;
  for (const std::uint32_t a : others_) {
    for (const std::uint32_t b : others_) {
      for (const std::uint32_t c : others_) {
        if (a < b && b < c) attempt(rule_of(Shape::product, {{a, false}, {b, false}, {c, false}}));
      }
    }
  }
}

/// Costs: quantities of several units, each times its price.
void Column::costs() {
  if (!values_.is_money(target_)) return;
  for (const std::uint32_t a : others_) {
    for (const std::uint32_t b : others_) {
      if (a >= b || (values_.is_money(a) && values_.is_money(b))) continue;
      Rule rule = rule_of(Shape::product, {{a, false}, {b, false}});
      rule.as_printed = true;
      const std::vector<Row> rows = rows_of(rule, rows_searched);
      if (rows.size() >= fewest_rows) judge(rule, rows, choices_ + rule_unsaid);
    }
  }
}

void Column::sums() {
  for (const std::uint32_t a : others_) {
    attempt(rule_of(Shape::share, {{a, false}}));
    attempt(rule_of(Shape::running, {{a, false}}));
    for (const std::uint32_t b : others_) {
      if (a < b) attempt(rule_of(Shape::plus, {{a, false}, {b, false}}));
      if (a != b) attempt(rule_of(Shape::minus, {{a, false}, {b, false}}));
    }
  }
  attempt(rule_of(Shape::all));
}

void Column::growths() {
  attempt(rule_of(Shape::growth));
  attempt(rule_of(Shape::compound));
}

std::vector<Column::Row> Column::rows_of(const Rule& rule, std::uint32_t most) const {
  std::vector<Row> out;
  out.reserve(std::min(table_.rows, most));
  for (std::uint32_t row = 0; row < std::min(table_.rows, most); ++row) {
    const MentionId id = table_.at(row, target_);
    if (id == nowhere || !table_.is_plain(row)) continue;
    const auto made = values_.value(rule, row);
    if (!made || made->value == 0.0 || !std::isfinite(made->value)) continue;
    const Figure& figure = page_.figure(id);
    if (figure.comparator != units::Comparator::equal) continue;  // a limit follows from nothing
    const double unit = figure.unit.factor;
    out.push_back({row, *made, figure.number * unit, 0.5 * figure.shown * unit,
                   figure.unit.dimension.without_counts()});
  }
  return out;
}

void Column::keep_one_kind(std::vector<Row>& rows) {
  struct Kind {
    Dimension stated;
    Dimension made;
    std::size_t rows = 0;
  };
  std::vector<Kind> kinds;
  const auto is_of = [](const Row& row) {
    return [&row](const Kind& kind) { return kind.stated == row.stated && kind.made == row.value.dimension; };
  };
  for (const Row& row : rows) {
    auto kind = std::find_if(kinds.begin(), kinds.end(), is_of(row));
    if (kind == kinds.end()) kind = kinds.insert(kinds.end(), {row.stated, row.value.dimension});
    ++kind->rows;
  }
  if (kinds.size() <= 1) return;
  const Kind usual = *std::max_element(kinds.begin(), kinds.end(),
                                       [](const Kind& a, const Kind& b) { return a.rows < b.rows; });
  rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const Row& row) { return !is_of(row)(usual); }),
             rows.end());
}

void Column::attempt(Rule rule) {
  std::vector<Row> rows = rows_of(rule, rows_searched);
  keep_one_kind(rows);
  if (rows.size() < fewest_rows) return;
  const bool same_dimension = rows.front().value.dimension == rows.front().stated;
  if (same_dimension && !rule.grows()) judge(rule, rows, choices_);
  if (rule.adds()) return;
  attempt_unsaid(rule, rows);
  attempt_constants(rule, rows);
  if (!rounds_ || rule.grows()) return;
  rule.rounds_up = true;
  if (same_dimension) judge(rule, rows, choices_ + rounded_up);
  for (const double spare : values_.spares()) {
    rule.spare = spare;
    attempt_constants(rule, rows);
  }
}

/// "80,000 × $19" under "$ per month": one of the period or of the unit that one side leaves out.
void Column::attempt_unsaid(Rule rule, const std::vector<Row>& rows) {
  const Dimension time = units::axis(units::Axis::time);
  const Row& row = rows.front();
  const auto has_unit = [&](const RuleTerm& term) {
    return page_.figure(table_.at(row.row, term.column)).unit.factor != 1.0;
  };
  // "8 × 1,150" under "Cost ($)": only the result's header names the unit.
  const bool is_bare = rule.shape == Shape::product && row.value.dimension.is_dimensionless() &&
                       !row.stated.is_dimensionless() &&
                       std::none_of(rule.terms.begin(), rule.terms.begin() + rule.term_count, has_unit);
  if (is_bare) {
    rule.constant.value = page_.figure(table_.at(row.row, target_)).unit.factor;
    rule.constant.is_unsaid = true;
    return judge(rule, rows, choices_ + rule_unsaid);
  }
  const bool lacks_rate = row.stated == row.value.dimension / time;
  MentionId like = table_.at(row.row, target_);
  if (row.stated == row.value.dimension * time) {
    for (std::uint32_t i = 0; i < rule.term_count; ++i) {
      const MentionId term = table_.at(row.row, rule.terms[i].column);
      if (page_.figure(term).period != arithmetic::Period::none) like = term;
    }
  } else if (!lacks_rate) {
    return;
  }
  const arithmetic::Period period = page_.figure(like).period;
  if (period == arithmetic::Period::none) return;
  // Numbers are in base units: a rate of the period is divided by its length.
  rule.constant.value = lacks_rate ? 1.0 / arithmetic::seconds(period) : arithmetic::seconds(period);
  rule.constant.is_unsaid = true;
  judge(rule, rows, choices_ + rule_unsaid);
}

void Column::attempt_constants(const Rule& rule, const std::vector<Row>& rows) {
  std::vector<Range> ranges;
  ranges.reserve(rows.size());
  for (const Row& row : rows) ranges.push_back(range_of(rule, row));
  const bool is_sound = std::all_of(ranges.begin(), ranges.end(), [](const Range& range) {
    return range.low >= 0.0 && range.high > range.low && std::isfinite(range.high);
  });
  if (!is_sound) return;
  choose(rule, rows, ranges);
  if (rows.size() > fewest_rows && may_fit(rule)) fit(rule, rows, ranges);
}

Column::Range Column::range_of(const Rule& rule, const Row& row) {
  const bool has_low = row.value.low > 0.0 && row.value.high > 0.0;
  const double low = has_low ? row.value.low : row.value.value;
  const double high = has_low ? row.value.high : row.value.value;
  Range out;
  if (rule.rounds_up) {
    out = {(row.number - rule.spare - 1.0) / high, (row.number - rule.spare) / low};
  } else {
    out = {(row.number - row.half) / high, (row.number + row.half) / low};
  }
  if (row.value.steps == 1) return out;
  const double root = 1.0 / static_cast<double>(row.value.steps);
  return {std::pow(std::max(out.low, 0.0), root), std::pow(std::max(out.high, 0.0), root)};
}

bool Column::fits(const Rule& rule, const Row& row) {
  const double factor = std::pow(rule.constant.value, static_cast<double>(row.value.steps));
  const double low = row.value.low * factor;
  const double high = row.value.high * factor;
  const double slack = noise * std::abs(row.number);
  if (!rule.rounds_up) return low <= row.number + row.half + slack && high >= row.number - row.half - slack;
  const double needed = row.number - rule.spare;
  return low <= needed + slack && high > needed - 1.0 + slack;
}

void Column::choose(Rule rule, const std::vector<Row>& rows, const std::vector<Range>& ranges) {
  const Dimension lacks = rows.front().stated / rows.front().value.dimension;
  const RuleConstant* usual = nullptr;
  std::size_t most = fewest_rows - 1;
  std::size_t eligible = 0;
  for (const RuleConstant& constant : constants_) {
    if (constant.dimension != lacks || (rule.grows() && !constant.may_grow)) continue;
    ++eligible;
    const auto allow =
        static_cast<std::size_t>(std::count_if(ranges.begin(), ranges.end(), [&constant](const Range& range) {
          return range.low <= constant.value * (1.0 + noise) && range.high >= constant.value * (1.0 - noise);
        }));
    const bool is_better = allow > most || (allow == most && usual != nullptr && usual->from == nowhere &&
                                            constant.from != nowhere);
    if (!is_better) continue;
    most = allow;
    usual = &constant;
  }
  if (usual == nullptr) return;
  rule.constant = *usual;
  judge(rule, rows, ways(rule) + bits_of(eligible));
}

float Column::ways(const Rule& rule) const {
  return (rule.grows() ? ways_to_grow : choices_) + (rule.rounds_up ? rounded_up : 0.0F);
}

/// Results stand behind what they follow from.
bool Column::is_turned_round(const Rule& rule) const {
  return std::any_of(rule.terms.begin(), rule.terms.begin() + rule.term_count,
                     [this](const RuleTerm& term) { return term.column > target_; });
}

std::optional<Rule> Column::grown_by(const RuleConstant& constant) {
  grown_.reset();
  proven_from_ = shared_from;
  for (const Shape shape : {Shape::growth, Shape::compound}) {
    Rule rule = rule_of(shape);
    rule.constant = constant;
    std::vector<Row> rows = rows_of(rule, rows_searched);
    keep_one_kind(rows);
    if (rows.size() >= fewest_rows) judge(rule, rows, shared_growth);
  }
  std::vector<Rule> out;
  settle(std::move(grown_), out);
  return out.empty() ? std::nullopt : std::optional(out.front());
}

void Column::fit(Rule rule, const std::vector<Row>& rows, const std::vector<Range>& ranges) {
  std::vector<std::pair<double, int>> ends;
  for (const Range& range : ranges) {
    ends.emplace_back(range.low, 1);
    ends.emplace_back(range.high, -1);
  }
  std::sort(ends.begin(), ends.end());
  int depth = 0;
  int most = 0;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    depth += ends[i].second;
    if (depth <= most) continue;
    most = depth;
    rule.constant.value = 0.5 * (ends[i].first + ends[i + 1].first);
  }
  if (most < 3) return;
  rule.constant.is_fitted = true;
  judge(rule, rows, ways(rule) + fitted_constant);
}

/// Where a column stays the same, or nearly, whatever is nearly the same agrees with it: the chance is
/// counted among the values that it has, and of growth from the value before.
float Column::worth(const Rule& rule, const Row& row) const {
  const double factor = std::pow(rule.constant.value, static_cast<double>(row.value.steps));
  const double own = rule.rounds_up ? 1.0 : 2.0 * row.half;
  const double width = ((row.value.high - row.value.low) * factor + own) / std::abs(row.number);
  const double room = rule.grows() ? std::abs(std::log(row.number / row.value.value)) : spread_;
  const Figure& stated = page_.figure(table_.at(row.row, target_));
  const auto bits = [&](double within) {
    const auto among = static_cast<float>(std::log2(std::max(room / within, 1.0)));
    return std::min(surprise(stated, within), among);
  };
  // "80,000 × $19 = $1,520,000": what the digits hide is not needed where what they print agrees.
  constexpr float two_chances = 1.0F;
  const bool may_print = !rule.grows() && !rule.rounds_up && !rule.constant.is_fitted;
  const bool prints =
      may_print && std::abs(row.value.value * factor - row.number) <= row.half * (1.0 + noise);
  return prints ? std::max(bits(own / std::abs(row.number)) - two_chances, bits(width)) : bits(width);
}

void Column::judge(Rule rule, const std::vector<Row>& rows, float price) {
  float gained = 0.0F;
  float tightest = 0.0F;
  std::size_t fails = 0;
  std::size_t holds = 0;
  bool rounded = false;
  std::vector<std::pair<double, double>> seen;
  for (const Row& row : rows) {
    if (!fits(rule, row)) {
      ++fails;
      continue;
    }
    ++holds;
    const double exact = row.value.value * rule.constant.value;
    rounded = rounded || std::abs(exact - std::round(exact)) > noise * exact;
    // Equal rows count once.
    const bool is_known =
        std::any_of(seen.begin(), seen.end(), [&row](const std::pair<double, double>& made) {
          return made.first == row.value.value || made.second == row.number;
        });
    if (is_known && !rule.grows()) continue;
    seen.emplace_back(row.value.value, row.number);
    const float bits = worth(rule, row);
    gained += bits;
    tightest = std::max(tightest, bits);
  }
  if (rule.rounds_up && !rounded) return;  // whole anyway
  rule.distinct = static_cast<std::uint32_t>(seen.size());
  rule.price = price + (rule.constant.is_fitted ? tightest : 0.0F);
  rule.evidence = gained - rule.price - static_cast<float>(fails) * bits_of(rows.size());
  // Small sums are soon met by accident.
  constexpr std::size_t fewest_broken_sums = 3;
  if (rule.adds() && fails > 0 && holds < fewest_broken_sums) return;
  if (holds < fewest_rows || fails * 2 > holds || rule.evidence < proven_from_) return;
  std::optional<Rule>& best = rule.grows() ? grown_ : beside_;
  const auto rank = [this](const Rule& one) { return std::pair(!is_turned_round(one), one.evidence); };
  if (!best || rank(rule) > rank(*best)) best = rule;
}

/// The same number again is a copy, in another unit a conversion.
bool Column::copies(const Rule& rule) const {
  return rule.shape == Shape::product && rule.term_count == 1 && !rule.terms[0].divides &&
         rule.constant.value == 1.0 && values_.unit(rule.terms[0].column) == values_.unit(target_);
}

/// Only forwards: that a column is a multiple of another says no more the other way round.
bool Column::may_fit(const Rule& rule) const {
  return !values_.is_availability(target_) && !(rule.grows() && tells_downtime_) && !is_turned_round(rule);
}

}  // namespace reckon::derive

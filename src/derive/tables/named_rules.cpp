// SPDX-License-Identifier: MIT
#include "derive/tables/named_rules.hpp"

#include "derive/tables/header_names.hpp"
#include "derive/tables/rule_teller.hpp"
#include "derive/tables/table_formulas.hpp"
#include "derive/written/side_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using units::Dimension;

constexpr std::uint32_t most_columns = 24;
constexpr float price_of_words = 0.5F;
constexpr std::size_t fewest_multiples = 2;
// How dear it is that the headers do not mean the relation.
constexpr float by_formula = 12.0F;  ///< it is written out beside the table
constexpr float by_noun = 12.0F;     ///< "Requests per user", "Users", "Requests"
constexpr float by_unit = 10.0F;     ///< "Bytes per event", "Events/s", "Bandwidth"
constexpr float by_kinds = 8.0F;     ///< "Rate", "Size", "Bandwidth": nothing else has the units of a product

class NamedRules {
 public:
  NamedRules(Page& page, const TableNumbers& table, std::size_t first, std::vector<Derivation>& out)
      : page_(page), table_(table), first_(first), out_(out) {
    for (std::size_t i = first; i < out.size(); ++i) derived_.push_back(out[i].target);
    std::sort(derived_.begin(), derived_.end());
  }

  void run() {
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      names_.push_back(header_name(page_, table_.headers[column]));
      if (table_.filled[column] > 0) filled_.push_back(column);
    }
    for (const TableFormula& formula : formulas_around(page_, table_)) tell(formula);
    for (const std::uint32_t target : filled_) {
      if (tell_amount(target) || is_derived(target)) continue;
      if (!tell_multiple(target)) tell(target);
    }
  }

 private:
  /// Whether a rule already yields numbers of a column.
  [[nodiscard]] bool is_derived(std::uint32_t column) const {
    for (std::uint32_t row = 0; row < table_.rows; ++row) {
      const MentionId id = table_.at(row, column);
      if (id != nowhere && std::binary_search(derived_.begin(), derived_.end(), id)) return true;
    }
    return false;
  }

  /// The nearest columns whose names state it; where several do, it is only looked whether one holds.
  void tell(std::uint32_t target) {
    std::optional<Rule> found;
    for (auto b = filled_.rbegin(); b != filled_.rend(); ++b) {
      for (auto a = b; a != filled_.rend(); ++a) {
        if (*b >= target || a == b) continue;
        prefer(*a, *b, target, found);
        prefer(*b, *a, target, found);
      }
    }
    if (!found) return;
    if (!(found->named > 0.0F)) found->fails.clear();
    tell_rule(page_, table_, target, *found, out_);
  }

  /// The rule of two columns, if their names state one and nothing nearer holds.
  void prefer(std::uint32_t x, std::uint32_t y, std::uint32_t target, std::optional<Rule>& found) {
    auto rule = stated(x, y, target);
    if (!rule || !try_rows(*rule, target) || (found && found->fails.empty())) return;
    const bool is_rival = found.has_value();
    if (!found || rule->fails.empty()) found = std::move(rule);
    if (is_rival && !found->fails.empty()) found->named = 0.0F;
  }

  /// "Per region (÷ 5)", "three replicas" behind "once": the header says how many times another column it is.
  bool tell_multiple(std::uint32_t target) {
    const auto times = times_of(table_.headers[target]);
    if (!times) return false;
    std::optional<Rule> best;
    for (const std::uint32_t column : filled_) {
      if (column == target || (!times->is_written && has_number(table_.headers[column]))) continue;
      Rule rule;
      rule.price = price_of_words;
      rule.term_count = 1;
      rule.terms[0] = {column, false};
      const double value = page_.figure(times->number).number;
      rule.constant.value = times->divides ? 1.0 / value : value;
      rule.constant.from = times->number;
      rule.constant.divides = times->divides;
      rule.named = times->is_written ? by_formula : by_unit;
      sort_rows(page_, table_, target, rule);
      if (rule.holds.size() >= fewest_multiples && (!best || rule.holds.size() > best->holds.size()))
        best = std::move(rule);
    }
    if (!best || best->fails.size() * 2 > best->holds.size()) return false;
    // Of rows of several kinds some may not multiply, unless the header says so.
    if (!times->is_written && !is_of_one_kind(target)) best->fails.clear();
    tell_rule(page_, table_, target, *best, out_);
    return true;
  }

  /// "1 GiB" above times and beside rates, "1 TB" above what it costs: of how much each row tells. Such
  /// tables are round, and one digit is no mistake.
  bool tell_amount(std::uint32_t target) {
    const LineId header = table_.headers[target];
    if (header == nowhere || page_.lines[header].end_mention != page_.lines[header].first_mention + 1)
      return false;
    const MentionId number = page_.lines[header].first_mention;
    const arithmetic::Figure& amount = page_.figure(number);
    const Dimension of = amount.unit.dimension.without_counts();
    if (uses_header(target, number) || amount.name || amount.is_range() || !is_of_amount(of)) return false;
    for (const std::uint32_t column : filled_) {
      const bool divides = of / kind(column) == kind(target);
      if (column == target || kind(column).is_dimensionless() || kind(target).is_dimensionless() ||
          !(divides || of * kind(column) == kind(target)))
        continue;
      Rule rule;
      rule.price = price_of_words;
      rule.term_count = 1;
      rule.terms[0] = {column, divides};
      rule.constant.value = amount.value();
      rule.constant.dimension = of;
      rule.constant.from = number;
      rule.named = by_kinds;
      rule.is_rough = true;
      sort_rows(page_, table_, target, rule);
      if (rule.holds.size() < fewest_multiples || rule.fails.size() * 2 > rule.holds.size()) continue;
      tell_rule(page_, table_, target, rule, out_);
      return true;
    }
    return false;
  }

  /// Of sizes and money; a period in a header only says when.
  static bool is_of_amount(const Dimension& kind) {
    return measures_something(kind) && kind.of(units::Axis::time) == 0;
  }

  /// Whether a rule that was found makes the column of the number above it.
  [[nodiscard]] bool uses_header(std::uint32_t column, MentionId number) const {
    return std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(),
                       [&](const Derivation& derivation) {
                         const Line& line = page_.line_of(derivation.target);
                         return line.column == column && uses(page_, derivation, number);
                       });
  }

  struct Times {
    MentionId number = nowhere;
    bool is_written = false;  ///< with its operator
    bool divides = false;
  };
  /// The only number of a header, if it is one of things: "(÷ 5)", "× 3", "3×", "three replicas".
  [[nodiscard]] std::optional<Times> times_of(LineId header) const {
    if (header == nowhere) return std::nullopt;
    const Line& line = page_.lines[header];
    if (line.end_mention != line.first_mention + 1) return std::nullopt;
    const arithmetic::Figure& figure = page_.figure(line.first_mention);
    const bool is_factor = figure.whole && !figure.name && !figure.is_range() && figure.number > 1.0 &&
                           figure.unit.dimension.is_count() && !figure.is_percent();
    if (!is_factor) return std::nullopt;
    Times out;
    out.number = line.first_mention;
    const std::uint32_t at = page_.mentions[out.number].token;
    const auto is = [&](std::uint32_t token, arithmetic::Kind kind) {
      return token >= line.first_token && token < line.end_token && page_.tokens.tokens[token].kind == kind;
    };
    out.divides = is(at - 1, arithmetic::Kind::over);
    out.is_written =
        out.divides || is(at - 1, arithmetic::Kind::times) || is(at + 1, arithmetic::Kind::times);
    return out;
  }
  [[nodiscard]] bool has_number(LineId header) const {
    return header != nowhere && page_.lines[header].first_mention != page_.lines[header].end_mention;
  }
  [[nodiscard]] bool is_of_one_kind(std::uint32_t column) const {
    const Dimension first = kind(column);
    for (std::uint32_t row = 0; row < table_.rows; ++row) {
      const MentionId id = table_.at(row, column);
      if (id != nowhere && page_.figure(id).unit.dimension.without_counts() != first) return false;
    }
    return true;
  }

  /// "Bandwidth = rate × size": each name calls one column.
  void tell(const TableFormula& formula) {
    const auto target = called(formula.result);
    if (!target || is_derived(*target)) return;
    Rule rule;
    rule.price = price_of_words;
    rule.named = by_formula;
    for (const FormulaTerm& term : formula.terms) {
      if (term.number != nowhere) {
        const double value = page_.figure(term.number).value();
        rule.constant.value = term.divides ? 1.0 / value : value;
        rule.constant.from = term.number;
        rule.constant.divides = term.divides;
        continue;
      }
      const auto column = called(term.name);
      if (!column || *column == *target || rule.term_count == most_terms_of_rule) return;
      rule.terms[rule.term_count++] = {*column, term.divides};
    }
    if (rule.term_count == 0) return;
    if (rule.constant.from != nowhere) rule.constant.dimension = kind_of_constant(rule, *target);
    if (try_rows(rule, *target)) {
      tell_rule(page_, table_, *target, rule, out_);
      for (const std::uint32_t row : rule.holds) derived_.push_back(table_.at(row, *target));
      std::sort(derived_.begin(), derived_.end());
    }
  }

  /// The only column with all words of a name, of which the first may lead to it: "here peak".
  [[nodiscard]] std::optional<std::uint32_t> called(std::vector<std::string> name) const {
    for (; !name.empty(); name.erase(name.begin())) {
      std::optional<std::uint32_t> out;
      for (const std::uint32_t column : filled_) {
        if (!is_part(name, names_[column].what)) continue;
        if (out) return std::nullopt;
        out = column;
      }
      if (out) return out;
    }
    return std::nullopt;
  }

  /// The seconds of a day may be written without their unit.
  [[nodiscard]] Dimension kind_of_constant(const Rule& rule, std::uint32_t target) const {
    const Dimension own = page_.figure(rule.constant.from).unit.dimension.without_counts();
    Dimension made;
    for (std::uint32_t i = 0; i < rule.term_count; ++i) {
      const Dimension term = kind(rule.terms[i].column);
      made = rule.terms[i].divides ? made / term : made * term;
    }
    const Dimension lacks = kind(target) / made;
    return own.is_dimensionless() && lacks == units::axis(units::Axis::time) ? lacks
           : rule.constant.divides                                           ? Dimension{} / own
                                                                             : own;
  }

  std::optional<Rule> stated(std::uint32_t x, std::uint32_t y, std::uint32_t target) const {
    Rule rule;
    rule.price = price_of_words;
    rule.term_count = 2;
    rule.terms[0] = {x, false};
    rule.terms[1] = {y, false};
    if (!is_of_one_period(x, target)) return std::nullopt;
    if ((rule.named = multiplied(names_[x], names_[y], target)) > 0.0F) return rule;
    if (x < y && (rule.named = of_kinds(x, y, target)) > 0.0F) return rule;
    rule.terms[1].divides = true;
    if ((rule.named = divided(names_[x], names_[y], names_[target])) > 0.0F) return rule;
    return std::nullopt;
  }

  /// "Requests per user per day" × "Users" = "Requests per day"; of bytes and money the unit says enough.
  [[nodiscard]] float multiplied(const HeaderName& each, const HeaderName& many, std::uint32_t target) const {
    const HeaderName& all = names_[target];
    const auto counted = std::find_if(each.per.begin(), each.per.end(),
                                      [&](const std::string& noun) { return many.calls(noun); });
    if (counted == each.per.end() || all.what.empty()) return 0.0F;
    std::vector<std::string> left = many.per;
    for (const std::string& noun : each.per) {
      if (noun != *counted) left.push_back(noun);
    }
    if (!is_same(left, all.per)) return 0.0F;
    if (is_part(all.what, each.what)) return by_noun;
    return all.what.size() == 1 && measures(target) ? by_unit : 0.0F;
  }

  /// "Partitions" ÷ "Brokers" = "Partitions per broker".
  static float divided(const HeaderName& all, const HeaderName& many, const HeaderName& each) {
    if (each.per.size() != 1 || !many.calls(each.per.front()) || !many.per.empty() || !all.per.empty())
      return 0.0F;
    return is_same(all.what, each.what) && !all.what.empty() ? by_noun : 0.0F;
  }

  /// The table has a rate, a size and what they make, and no other numbers.
  [[nodiscard]] float of_kinds(std::uint32_t x, std::uint32_t y, std::uint32_t target) const {
    if (filled_.size() != 3 || table_.rows < 2 || !measures(target)) return 0.0F;
    const Dimension a = kind(x);
    const Dimension b = kind(y);
    const bool is_known = !a.is_dimensionless() && !b.is_dimensionless() && a != b;
    return is_known && a * b == kind(target) ? by_kinds : 0.0F;
  }

  /// "Cost per user and year" is not made of a "Monthly cost", unless the numbers say of which time they are.
  [[nodiscard]] bool is_of_one_period(std::uint32_t column, std::uint32_t target) const {
    const auto says_time = [&](std::uint32_t one) { return kind(one).of(units::Axis::time) != 0; };
    return names_[column].period == names_[target].period || (says_time(column) && says_time(target));
  }

  [[nodiscard]] Dimension kind(std::uint32_t column) const {
    for (std::uint32_t row = 0; row < table_.rows; ++row) {
      const MentionId id = table_.at(row, column);
      if (id != nowhere) return page_.figure(id).unit.dimension.without_counts();
    }
    return {};
  }
  [[nodiscard]] bool measures(std::uint32_t column) const { return measures_something(kind(column)); }

  static bool is_part(const std::vector<std::string>& part, const std::vector<std::string>& of) {
    return std::all_of(part.begin(), part.end(), [&](const std::string& word) {
      return std::find(of.begin(), of.end(), word) != of.end();
    });
  }
  static bool is_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return is_part(a, b) && is_part(b, a);
  }

  /// Which rows keep it. False where no row can.
  bool try_rows(Rule& rule, std::uint32_t target) const {
    sort_rows(page_, table_, target, rule);
    // Units alone say so only where a row shows it, and what most rows break is none.
    const bool is_by_kinds = rule.named == by_kinds;
    // Limits are powers of ten: "Topics 100,000", "Partitions per topic 10,000", "Partitions 1,000,000".
    const auto is_limit = [&](std::uint32_t row) {
      const double power = std::log10(page_.figure(table_.at(row, target)).number);
      return power == std::round(power);
    };
    if (rule.holds.empty() && std::any_of(rule.fails.begin(), rule.fails.end(), is_limit)) return false;
    return (!is_by_kinds || !rule.holds.empty()) &&
           rule.fails.size() <= rule.holds.size() + (is_by_kinds ? 0 : 1) &&
           rule.holds.size() + rule.fails.size() > 0;
  }

  Page& page_;
  const TableNumbers& table_;
  std::size_t first_;  ///< of the table's derivations
  std::vector<Derivation>& out_;
  std::vector<MentionId> derived_;  ///< ascending
  std::vector<HeaderName> names_;
  std::vector<std::uint32_t> filled_;
};

}  // namespace

void named_rules(Page& page, const TableNumbers& table, std::size_t first, std::vector<Derivation>& out) {
  if (table.columns <= most_columns) NamedRules(page, table, first, out).run();
}

}  // namespace reckon::derive

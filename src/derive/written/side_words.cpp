// SPDX-License-Identifier: MIT
#include "derive/written/side_words.hpp"

#include "units/lookup.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Side;

bool measures_something(const units::Dimension& kind) {
  return kind.of(units::Axis::data) != 0 || kind.of(units::Axis::money) != 0 ||
         kind.of(units::Axis::time) > 0 || kind.of(units::Axis::length) != 0;
}

bool SideWords::has_noun(std::uint32_t behind) const {
  const arithmetic::Token& token = page_.tokens.tokens[behind];
  return token.kind == Kind::word && token.role == arithmetic::Role::content;
}

std::string SideWords::noun(const Side& side) const {
  return noun(page_.nodes[side.first_node]);  // the figure, also where it is negated
}

std::string SideWords::noun(const Node& node) const {
  const std::string_view unit = page_.unit_text(node.a);
  std::string_view word = unit;
  if (unit.empty() && has_noun(node.end)) word = page_.written(line_, page_.tokens.tokens[node.end]);
  std::string out;
  for (const char c : word) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) break;
    out += static_cast<char>(c | 0x20);
  }
  if (out.size() > 3 && out.back() == 's') out.pop_back();
  if (out.size() == 1) out.clear();  // "2 cores = 2000m": a letter names nothing
  return out;
}

bool SideWords::per_one(const Side& side) const {
  const Node& first = page_.nodes[side.first_node];
  return page_.figure(first.a).has_noun_denominator || is_each(first);  // "100 bytes each"
}

bool SideWords::may_tell_one(const Side& left, const Side& right) const {
  const units::Unit& unit = page_.figure(page_.nodes[left.first_node].a).unit;
  const units::Unit& other = page_.figure(page_.nodes[right.first_node].a).unit;
  const bool is_prefixed = !unit.dimension.is_dimensionless() && unit.dimension == other.dimension &&
                           unit.factor != other.factor;  // "2 cores = 2000 millicores"
  const bool measures = measures_something(unit.dimension) || is_prefixed;
  const auto is_of_many = [&](const Side& side) {  // "3.6M worker-seconds" are no hours that pass
    const units::Dimension& kind = page_.figure(page_.nodes[side.first_node].a).unit.dimension;
    return kind.of(units::Axis::time) == 1 && kind != units::axis(units::Axis::time);
  };
  if (is_of_many(left) != is_of_many(right)) return false;
  const std::string a = noun(left);
  const std::string b = noun(right);
  const bool same_noun = measures || a.empty() || b.empty() || a == b || a == "per" || b == "per";
  return same_noun && per_one(left) == per_one(right);
}

bool SideWords::tells_data_again(const Side& left, const Side& right) const {
  constexpr double bits = 8.0;
  if (!left.is_figure() || !right.is_figure()) return false;
  const Figure& a = page_.figure(page_.nodes[left.root].a);
  const Figure& b = page_.figure(page_.nodes[right.root].a);
  const bool is_rate = a.unit.dimension == b.unit.dimension && a.period == b.period &&
                       a.unit.dimension.of(units::Axis::time) == -1 &&
                       a.unit.dimension.of(units::Axis::data) == 1;
  if (!is_rate) return false;
  const double ratio = a.unit.factor / b.unit.factor;
  const auto is_power_of_ten = [](double x) {
    return std::abs(std::log10(x) - std::round(std::log10(x))) < 1e-6;
  };
  return is_power_of_ten(ratio * bits) || is_power_of_ten(ratio / bits);
}

bool SideWords::tells_rate_again(const Side& left, const Side& right, bool or_else) const {
  if (!left.is_figure() || !right.is_figure()) return false;
  const Figure& a = page_.figure(page_.nodes[left.root].a);
  const Figure& b = page_.figure(page_.nodes[right.root].a);
  const std::string what = noun(left);
  const std::string again = noun(right);
  const bool is_same = what == again || (or_else && (again.empty() || again == "per"));
  return a.period != arithmetic::Period::none && b.period != arithmetic::Period::none &&
         a.period != b.period && !what.empty() && what != "per" && is_same;
}

/// "3.6M worker-seconds", "10 person-hours", "120M encoding minutes": a product that no result converts to.
std::string_view SideWords::compound_unit(std::uint32_t behind) const {
  const auto& tokens = page_.tokens.tokens;
  if (tokens[behind].kind == Kind::minus && !tokens[behind].space_before &&
      tokens[behind + 1].kind == Kind::word && !tokens[behind + 1].space_before)
    return page_.written(line_, tokens[behind + 1]);
  if (!has_noun(behind)) return {};
  const std::string_view word = page_.written(line_, tokens[behind]);
  const std::size_t dash = word.rfind('-');
  const std::string_view last = dash == std::string_view::npos ? std::string_view{} : word.substr(dash + 1);
  const auto is_time = [](std::string_view unit) {
    const units::Spelling* const spelling = unit.size() > 1 ? units::find_spelling(unit) : nullptr;
    return spelling != nullptr && spelling->unit.dimension == units::axis(units::Axis::time);
  };
  const bool is_product = is_time(last) || (tokens[behind + 1].kind == Kind::word &&
                                            is_time(page_.written(line_, tokens[behind + 1])));
  return is_product ? word : std::string_view{};
}

std::string_view SideWords::unknown_unit(const Side& side) const {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation != Operation::figure) continue;
    if (const std::string_view unit = compound_unit(node.end); !unit.empty()) return unit;
    if (page_.tokens.figures[node.a].has_unit() || !has_noun(node.end)) continue;
    const std::string_view word = page_.written(line_, page_.tokens.tokens[node.end]);
    const bool has_capital =
        std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (has_capital && word.size() <= longest) return word;
  }
  return {};
}

bool SideWords::says_again(const Side& side, MentionId target) const {
  if (target == nowhere) return false;
  const units::Dimension kind = page_.figure(target).unit.dimension.without_counts();
  constexpr MentionId reach = 12;
  for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation != Operation::figure || page_.figure(node.a).digits < 2) continue;
    for (MentionId m = node.a; m-- > 0 && node.a - m <= reach;) {
      const Figure& before = page_.figure(m);
      const units::Dimension said = before.unit.dimension.without_counts();
      const bool same_kind = said == kind || said * units::axis(units::Axis::time) == kind;
      const double period =
          before.period == arithmetic::Period::none ? 1.0 : arithmetic::seconds(before.period);
      const bool same_prefix = before.unit.factor * period == page_.figure(target).unit.factor;
      if (before.number == page_.figure(node.a).number && before.has_unit() && same_kind && same_prefix)
        return true;
    }
  }
  return false;
}

bool SideWords::is_each(const Node& node) const {
  if (node.operation != Operation::figure) return false;
  const Figure& figure = page_.figure(node.a);
  // A price per GB belongs to the size that it is multiplied by.
  if (figure.has_noun_denominator && figure.unit.dimension.of(units::Axis::data) >= 0) return true;
  constexpr std::uint32_t reach = 3;
  for (std::uint32_t i = node.end; i < node.end + reach; ++i) {
    const arithmetic::Token& token = page_.tokens.tokens[i];  // a line ends with a stop
    if (token.kind != Kind::word) return false;
    if (token.role == arithmetic::Role::each) return true;
  }
  return false;
}

arithmetic::Period SideWords::lent_period(const Side& side) const {
  using arithmetic::Period;
  constexpr MentionId reach = 12;
  constexpr std::uint8_t fewest_digits = 3;
  Period lent = Period::none;
  for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
    if (page_.nodes[n].operation != Operation::figure) continue;
    const MentionId operand = page_.nodes[n].a;
    const Figure& figure = page_.figure(operand);
    if (figure.period != Period::none || figure.is_percent()) return Period::none;
    if (!figure.unit.dimension.is_count() || figure.digits < fewest_digits) continue;
    for (MentionId m = operand; m-- > 0 && operand - m <= reach && lent == Period::none;) {
      if (page_.figure(m).number == figure.number) lent = page_.figure(m).period;
    }
  }
  if (lent == Period::none || lent == Period::second) return Period::none;
  constexpr double rounded = 1.25;  // "/ 86k"
  for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
    if (page_.nodes[n].operation != Operation::figure) continue;
    const Figure& figure = page_.figure(page_.nodes[n].a);
    const double ratio = figure.number / arithmetic::seconds(lent);
    if ((ratio < rounded && ratio > 1.0 / rounded) || figure.unit.dimension.of(units::Axis::time) != 0)
      return Period::none;
  }
  return lent;
}

bool SideWords::shares_out(const Side& side) const {
  const auto any_each = [&](std::uint32_t begin, std::uint32_t end) {
    return std::any_of(page_.nodes.begin() + begin, page_.nodes.begin() + end,
                       [this](const Node& node) { return is_each(node); });
  };
  for (std::uint32_t n = side.root; n > side.first_node; --n) {
    const Node& sum = page_.nodes[n];
    if (sum.operation != Operation::add) continue;
    return any_each(sum.a + 1, sum.b + 1) && !any_each(side.first_node, sum.a + 1);
  }
  return false;
}

bool SideWords::counts_others(const Side& calculation, const Side& result) const {
  if (!result.is_figure() || measures_something(page_.figure(page_.nodes[result.root].a).unit.dimension))
    return false;
  std::string counted;
  for (std::uint32_t n = calculation.first_node; n <= calculation.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation == Operation::multiply) continue;
    if (node.operation != Operation::figure) return false;
    const std::string what = noun(node);
    if (!what.empty() && !counted.empty()) return false;
    if (!what.empty()) counted = what;
  }
  const std::string stated = noun(result);
  return !counted.empty() && !stated.empty() && counted != stated;
}

bool SideWords::is_size_of_thing(const Side& side) const {
  if (side.begin == page_.lines[line_].first_token || !has_noun(side.end)) return false;
  const std::string_view before = page_.written(line_, page_.tokens.tokens[side.begin - 1]);
  return before == "a" || before == "A" || before == "an";
}

bool SideWords::fills_bracket(const Side& left, const Side& right) const {
  const auto& tokens = page_.tokens.tokens;
  if (!left.is_figure() || !right.is_figure() || tokens[left.end].kind != Kind::open) return false;
  std::uint32_t first = right.begin;
  while (tokens[first - 1].kind == Kind::relation) --first;  // "(≈ 30 s)"
  if (first != left.end + 1 || tokens[right.end].kind != Kind::close) return false;
  // "> 500 ms (1 min)", "90 days (1-min rollup)"
  const Figure& a = page_.figure(page_.nodes[left.root].a);
  const Figure& b = page_.figure(page_.nodes[right.root].a);
  const std::size_t behind = page_.token_of(page_.nodes[right.root].a).begin + b.number_end;
  const bool is_adjective = page_.lines[line_].plain().text.substr(behind, 1) == "-";
  const bool is_limit =
      left.begin > page_.lines[line_].first_token && tokens[left.begin - 1].kind == Kind::relation;
  return !is_limit && a.comparator == units::Comparator::equal && b.comparator == units::Comparator::equal &&
         !is_adjective;
}

bool SideWords::counts_other(const Side& left, const Side& right) const {
  const units::Dimension kind = page_.figure(page_.nodes[right.root].a).unit.dimension;
  const bool measures = measures_something(kind);
  const std::string wanted = noun(right);
  if (wanted.empty()) return false;
  for (std::uint32_t n = left.first_node; n <= left.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation != Operation::figure) continue;
    const units::Dimension own = page_.figure(node.a).unit.dimension;
    const std::string what = noun(node);
    if (what.empty() || what == wanted || (measures && measures_something(own))) return false;
  }
  return true;
}

bool SideWords::is_origin(const Side& side) const {
  const auto& tokens = page_.tokens.tokens;
  const std::uint32_t first = page_.lines[line_].first_token;
  std::uint32_t before = side.begin;
  while (before > first && tokens[before - 1].kind == Kind::relation) --before;  // "from ~3 KB"
  if (before == first || tokens[before - 1].kind != Kind::word) return false;
  const std::string_view word = page_.written(line_, tokens[before - 1]);
  return word == "from" || word == "From";
}

bool SideWords::is_asked(const Side& side) const {
  constexpr std::uint32_t reach = 24;
  const auto& tokens = page_.tokens.tokens;
  const std::uint32_t first = page_.lines[line_].first_token;
  for (std::uint32_t i = side.begin; i > first && side.begin - i < reach; --i) {
    if (tokens[i - 1].kind == Kind::stop) break;
    if (tokens[i - 1].kind == Kind::word && tokens[i - 1].role == arithmetic::Role::conjunction) return true;
  }
  const std::uint32_t last = std::min(page_.lines[line_].end_token, side.end + reach);
  for (std::uint32_t i = side.end; i < last; ++i) {
    if (tokens[i].kind == Kind::stop) return page_.written(line_, tokens[i]) == "?";
  }
  return false;
}

}  // namespace reckon::derive

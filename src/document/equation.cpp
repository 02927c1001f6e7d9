// SPDX-License-Identifier: MIT
// From tokens to equations: where a chain starts, how it goes on, and a result whose derivation follows it.
#include "document/equation.hpp"

#include "document/equation_belongs.hpp"
#include "document/equation_gate.hpp"
#include "document/equation_readings.hpp"
#include "document/equation_relation.hpp"
#include "document/equation_spoken.hpp"

#include <algorithm>
#include <utility>

namespace reckon::document {
namespace {

class Chains {
 public:
  explicit Chains(const Prepared& prepared) : prepared_(prepared) {}

  std::vector<Equation> run() {
    for (std::size_t at = 0; at < prepared_.size();) at = can_start(at) ? chain(at) : at + 1;
    return std::move(found_);
  }

 private:
  struct Link {
    Joint joint;
    Expression expression;
    Rounding rounding = Rounding::unsaid;
  };

  /// A side starts at an operand that no operator or unread name precedes.
  [[nodiscard]] bool can_start(std::size_t at) const {
    const Token& token = prepared_.at(at);
    const bool is_function = token.kind == Kind::word &&
                             prepared_.at(std::min(at + 1, prepared_.size() - 1)).kind == Kind::open &&
                             !prepared_.at(at + 1).space_before;
    if (token.kind != Kind::literal && token.kind != Kind::open && !is_function) return false;
    if (at == 0) return true;
    const Token& before = prepared_.at(at - 1);
    if (before.kind == Kind::stop && !ends_clause(before, token.space_before)) return false;
    const bool is_compared = before.sign == Sign::at_least || before.sign == Sign::at_most;
    // "after five years 3 TB × 2^5": a time in front belongs to the sentence.
    const bool is_time =
        before.kind == Kind::literal && token.kind == Kind::literal &&
        prepared_.tokens.literals[before.index].stated.dimension == units::axis(units::Axis::time) &&
        prepared_.tokens.literals[token.index].stated.dimension != units::axis(units::Axis::time);
    if (before.kind == Kind::literal && !is_time) return false;
    if (before.kind == Kind::relation && is_compared) return false;
    const bool is_dash = before.kind == Kind::subtract && token.space_before;
    if (is_dash) {
      if (at == 1) return true;
      const Token& left = prepared_.at(at - 2);
      const bool is_name = left.kind == Kind::word && left.end - left.begin <= 2;
      return left.kind != Kind::literal && left.kind != Kind::close && !is_name;
    }
    if (is_operator(before.kind) && before.kind != Kind::at && before.kind != Kind::of) return false;
    return token.kind != Kind::open || before.kind != Kind::word || token.space_before;
  }

  /// "3/4 inch = 19 mm": of a thing that is no unit here, so that the sign converts and does not calculate.
  [[nodiscard]] bool is_fraction_of_something(const Expression& left, std::size_t next) const {
    constexpr double most = 100.0;
    const auto& nodes = left.formula.nodes;
    if (nodes.size() != 3 || nodes.back().operation != formula::Operation::divide) return false;
    const bool is_small = std::all_of(nodes.begin(), nodes.begin() + 2, [](const formula::Node& node) {
      return node.operation == formula::Operation::literal && node.literal.unit_text.empty() &&
             node.literal.number < most;
    });
    return is_small && prepared_.at(next).kind == Kind::word && !prepared_.at(left.first + 1).space_before;
  }

  /// A full stop and its kin; behind % & # | ! and quotes something unread goes on.
  [[nodiscard]] bool ends_clause(const Token& stop, bool space_follows) const {
    const std::string_view mark =
        std::string_view(prepared_.plain.text).substr(stop.begin, stop.end - stop.begin);
    if (mark == "#" && space_follows) return true;  // a comment
    return mark.find_first_of("%&#|!=<>@\\'\"_") == std::string_view::npos || mark.find("\n") != mark.npos;
  }

  /// "2 tasks at 999 ms and 2 more", "from 0 to 27 − 1": what stands here is only the end of something.
  [[nodiscard]] bool ends_something(std::size_t first) const {
    if (first == 0) return false;
    const Token& before = prepared_.at(first - 1);
    if (before.kind != Kind::word) return false;
    const std::string_view word = prepared_.lower(first - 1);
    return word == "and" || word == "or" || word == "to" || word == "than";
  }

  /// Reads the chain that starts here, if any, and returns the token at which to go on.
  std::size_t chain(std::size_t first) {
    std::vector<Link> links;
    auto side = parse_expression(prepared_, first);
    if (!side) return first + 1;
    if (auto product = spoken_product(prepared_, *side)) side = std::move(product);
    if (auto downtime = downtime_over(prepared_, *side)) side = std::move(downtime);
    std::size_t next = side->next;
    if (is_marked(first)) side->formula.nodes.front().literal.approximate = true;
    links.push_back({{}, std::move(*side), Rounding::unsaid});
    while (true) {
      if (links.size() > 1) next = take_restated(links, next);
      const auto joint = read_joint(prepared_, next);
      if (!joint) break;
      auto right = parse_expression(prepared_, joint->next);
      if (!right || !may_follow(prepared_.tokens, links.back().expression, *joint, *right, links.size() == 1))
        break;
      if (starts_another(links, next, *joint, *right)) break;
      if (links.size() == 1 && joint->sign >= Sign::verb && ends_something(first)) break;
      if (is_fraction_of_something(links.back().expression, next)) break;
      links.back().rounding = std::max(links.back().rounding, rounding_in(prepared_, next, joint->next));
      next = right->next;
      links.push_back({*joint, std::move(*right), joint->rounding});
    }
    links.back().rounding =
        std::max(links.back().rounding, rounding_in(prepared_, next, behind_trailing_words(prepared_, next)));
    if (links.size() == 1) return derivation(std::move(links.front().expression));
    if (names_subject(prepared_.tokens, links[0].expression, links[1].expression)) {
      // "3 years = 14 * 365 * 3 = 15 TB": what comes first is what the rest is about.
      links.erase(links.begin());
    }
    if (!is_equation(links)) return std::max(next, first + 1);
    const std::size_t begin = links.front().expression.first;
    emit(std::move(links), label_before(begin), false);
    return next;
  }

  /// "reads = 100 × 5 = 500, writes = 20 × 5 = 100": a name behind a result begins the next calculation.
  [[nodiscard]] bool starts_another(const std::vector<Link>& links, std::size_t next, const Joint& joint,
                                    const Expression& right) const {
    const bool is_result = links.size() > 1 && !has_operator(links.back().expression.formula);
    if (!is_result || joint.sign != Sign::equals || !has_operator(right.formula)) return false;
    const std::size_t sign = behind_trailing_words(prepared_, next);
    return sign != next && prepared_.at(sign - 1).kind == Kind::word;
  }

  /// "~28 TB", "about 28 TB" where nothing is related yet.
  [[nodiscard]] bool is_marked(std::size_t first) const {
    if (first == 0) return false;
    const Token& before = prepared_.at(first - 1);
    if (before.kind == Kind::word) return softener(prepared_.lower(first - 1)) == Softener::approximate;
    return before.kind == Kind::relation &&
           (before.sign == Sign::tilde || before.sign == Sign::approximately);
  }

  /// "= 3,240 MB (3.24 GB)": the same in another unit, alone in parentheses, is a side as well.
  std::size_t take_restated(std::vector<Link>& links, std::size_t next) const {
    const Token& open = prepared_.at(next);
    if (open.kind != Kind::open || open.index == 0 || prepared_.literals_in(next) != 1) return next;
    Joint joint;
    std::size_t first = next + 1;
    if (prepared_.at(first).kind == Kind::relation) joint.sign = prepared_.at(first++).sign;
    const bool names =
        joint.sign == Sign::equals || joint.sign == Sign::approximately || joint.sign == Sign::tilde;
    if (!names || prepared_.at(first).kind != Kind::literal || first + 1 != open.index) return next;
    auto side = parse_expression(prepared_, first);
    const formula::Formula& last = links.back().expression.formula;
    if (!side || has_operator(side->formula) || has_operator(last)) return next;
    const bool same = is_conversion(links.back().expression, *side) &&
                      last.root().literal.unit_text != side->formula.root().literal.unit_text;
    if (!same) return next;
    links.push_back({joint, std::move(*side), Rounding::unsaid});
    return open.index + 1;
  }

  [[nodiscard]] bool is_equation(const std::vector<Link>& links) const {
    if (links.size() < 2) return false;
    if (std::any_of(links.begin(), links.end(),
                    [](const Link& l) { return has_operator(l.expression.formula); })) {
      return true;
    }
    // Without an operator only a conversion is a claim: "36M/day = 417/s"; not of what hangs on a
    // preposition, "99.95% over 30 days = 21.6 minutes".
    if (hangs_on_preposition(links.front().expression.first)) return false;
    if (links.size() > 2) {
      return std::adjacent_find(links.begin(), links.end(), [](const Link& a, const Link& b) {
               return !is_rate_over_another_period(a.expression, b.expression) &&
                      !is_conversion(a.expression, b.expression);
             }) == links.end();
    }
    if (is_downtime_of(links[0].expression.formula, links[1].expression.formula)) return true;
    if (is_rate_over_another_period(links[0].expression, links[1].expression)) return true;
    const Sign sign = links[1].joint.sign;
    return (sign == Sign::equals || sign == Sign::approximately) &&
           is_conversion(links[0].expression, links[1].expression);
  }

  [[nodiscard]] bool hangs_on_preposition(std::size_t first) const {
    if (first == 0 || prepared_.at(first - 1).kind != Kind::word) return false;
    const std::string_view word = prepared_.lower(first - 1);
    return word == "over" || word == "for" || word == "within" || word == "during" || word == "every" ||
           word == "after" || word == "per" || word == "from" || word == "until";
  }

  /// A quantity followed by its derivation in parentheses: "100 Gbps (100,000 TPS × 1 KB × 8 bits)".
  std::size_t derivation(Expression result) {
    const std::size_t resume = std::max(result.next, result.first + 1);
    if (has_operator(result.formula) || prepared_.at(result.first).kind != Kind::literal) return resume;
    std::size_t open = result.next;
    while (open < result.next + 5 && may_stand_before_derivation(open)) ++open;
    const Token& group = prepared_.at(open);
    if (group.kind != Kind::open || group.index == 0 || !group.space_before) return resume;
    Joint joint;
    std::size_t first = open + 1;
    bool signs = false;
    for (std::size_t words = 0; words < 4 && !can_begin(first); ++words, ++first) {
      const Token& token = prepared_.at(first);
      if (token.kind == Kind::relation && words == 0 &&
          (token.sign == Sign::equals || token.sign == Sign::approximately || token.sign == Sign::tilde)) {
        signs = true;
        joint.sign = token.sign;
      } else if (token.kind != Kind::word) {
        return resume;
      }
    }
    if (prepared_.relations_in(open) != (signs ? 1U : 0U)) return resume;
    auto side = parse_expression(prepared_, first);
    if (!side) return resume;
    if (!ends_group(side->next, group.index) || goes_on(group.index + 1)) return resume;
    if (is_part_of(result, *side) || repeats(result, *side)) return resume;
    // "36M/day (417/s)" and "99.9% (43 min a month)" say one thing twice.
    const bool restates =
        open == result.next && side->next == group.index && first == open + 1 &&
        (is_rate_over_another_period(result, *side) || is_downtime_of(result.formula, side->formula));
    if (restates) joint.sign = Sign::equals;
    if (!has_operator(side->formula) && !(signs && joint.sign != Sign::tilde) && !restates) return resume;
    if (!restates && !derives(prepared_.tokens, result, *side)) return resume;
    const std::size_t begin = result.first;
    const Rounding rounding = rounding_in(prepared_, side->next, group.index);
    std::vector<Link> links;
    links.push_back({{}, std::move(result), rounding});
    links.push_back({joint, std::move(*side), Rounding::unsaid});
    if (!is_equation(links)) return resume;
    emit(std::move(links), label_before(begin), !restates);
    return group.index + 1;
  }
  [[nodiscard]] bool goes_on(std::size_t at) const {
    return is_operator(prepared_.at(at).kind) && prepared_.at(at).kind != Kind::subtract;
  }
  /// "patch 44708 (2/2)", "version 1.79 (10/96)": a part of so many, a date, and no derivation.
  static bool is_part_of(const Expression& result, const Expression& side) {
    constexpr double most_parts = 1000.0;
    const auto& nodes = side.formula.nodes;
    if (nodes.size() != 3 || nodes.back().operation != formula::Operation::divide) return false;
    const units::Stated& stated = result.formula.root().literal;
    if (nodes[0].operation == formula::Operation::literal &&
        nodes[1].operation == formula::Operation::literal &&
        nodes[0].literal.number == nodes[1].literal.number) {
      return true;  // "100% (312/312)"
    }
    if (stated.unit.factor == 0.01 || stated.number < 1.0) return false;
    return std::all_of(nodes.begin(), nodes.begin() + 2, [](const formula::Node& node) {
      return node.operation == formula::Operation::literal && node.literal.unit_text.empty() &&
             node.literal.number < most_parts;
    });
  }
  /// "20 otherwise (20 activations per 2 s)".
  static bool repeats(const Expression& result, const Expression& side) {
    const formula::Node& first = side.formula.nodes.front();
    return first.operation == formula::Operation::literal &&
           result.formula.root().literal.unit_text.empty() &&
           first.literal.number == result.formula.root().literal.number;
  }
  /// A noun or a period: "60 TB on disk for 7 days (...)".
  [[nodiscard]] bool may_stand_before_derivation(std::size_t at) const {
    const Token& token = prepared_.at(at);
    if (token.kind == Kind::word) return !ends_operand(prepared_.lower(at)) && !phrase_at(prepared_, at);
    return token.kind == Kind::literal &&
           prepared_.tokens.literals[token.index].stated.dimension == units::axis(units::Axis::time);
  }
  [[nodiscard]] bool can_begin(std::size_t at) const {
    const Kind kind = prepared_.at(at).kind;
    return kind == Kind::literal || kind == Kind::open;
  }
  /// Only words may stand between the expression and the parenthesis that closes it, or a clause without
  /// numbers.
  [[nodiscard]] bool ends_group(std::size_t at, std::size_t close) const {
    if (prepared_.tokens.before[close].literals != prepared_.tokens.before[at].literals) return false;
    return prepared_.tokens.before[close].operators == prepared_.tokens.before[at].operators;
  }
  void emit(std::vector<Link> links, std::string label, bool result_first) {
    Equation equation;
    equation.label = std::move(label);
    equation.result_first = result_first;
    std::vector<std::vector<Placed>> literals;
    equation.sides.reserve(links.size());
    literals.reserve(links.size());
    for (Link& link : links) {
      Side side;
      side.relation = relation_of(link.joint);
      side.rounding = link.rounding;
      side.begin = prepared_.plain.begin_of(link.expression.begin);
      side.end = prepared_.plain.end_of(link.expression.end);
      side.span = prepared_.text.span(side.begin, side.end);
      side.expression = std::move(link.expression.formula);
      if (link.joint.approximate && side.is_quantity())
        side.expression.nodes.front().literal.approximate = true;
      const formula::Node& leading = side.expression.nodes.front();
      side.may_run_on = !equation.sides.empty() && !result_first && !side.is_quantity() &&
                        leading.operation == formula::Operation::literal &&
                        leading.span.begin == side.span.begin;
      equation.sides.push_back(std::move(side));
      literals.push_back(std::move(link.expression.literals));
    }
    equation.sides.front().relation = Relation::equals;
    equation.span = equation.sides.front().span;
    for (const Side& side : equation.sides) {  // of a line whose parts stand apart, in any order
      equation.span.begin = std::min(equation.span.begin, side.span.begin);
      equation.span.end = std::max(equation.span.end, side.span.end);
    }
    add_readings(equation, literals, prepared_.tokens);
    found_.push_back(std::move(equation));
  }

  static bool ends_label(std::string_view word) {
    return ends_operand(word) || word == "so" || word == "that" || word == "which" || word == "this" ||
           word == "it";
  }

  /// The words before a side, back to the start of its clause, if a colon, a sign, a dash or "is" sets them
  /// off.
  [[nodiscard]] std::string label_before(std::size_t first) const {
    constexpr std::size_t longest_label = 8;
    std::size_t at = first;
    bool set_off = false;
    while (at > 0) {
      const Token& token = prepared_.at(at - 1);
      const bool is_verb = token.kind == Kind::word && (prepared_.lower(at - 1) == "is");
      const bool sets_off = token.kind == Kind::colon || token.kind == Kind::relation || is_verb ||
                            (token.kind == Kind::subtract && token.space_before);
      if (!sets_off && (token.kind != Kind::word || softener(prepared_.lower(at - 1)) == Softener::none))
        break;
      set_off = set_off || sets_off;
      --at;
    }
    if (!set_off) return {};
    const std::size_t end = at;
    while (at > 0 && end - at < longest_label) {
      const Kind kind = prepared_.at(at - 1).kind;
      if (kind != Kind::word && kind != Kind::literal && kind != Kind::of && kind != Kind::at) break;
      if (kind == Kind::word && ends_label(prepared_.lower(at - 1))) break;
      --at;
    }
    const bool follows_arrow =
        prepared_.at(end).kind == Kind::relation && prepared_.at(end).sign == Sign::arrow;
    if (at == end || (follows_arrow && prepared_.at(end - 1).kind == Kind::literal)) return {};
    const std::size_t begin = prepared_.plain.begin_of(prepared_.at(at).begin);
    return std::string(
        prepared_.text.view().substr(begin, prepared_.plain.end_of(prepared_.at(end - 1).end) - begin));
  }

  const Prepared& prepared_;
  std::vector<Equation> found_;
};

}  // namespace

std::vector<Equation> read_equations(const Text& text) {
  if (!may_hold_equation(text.view())) return {};
  const Plain plain = plain_arithmetic(text.view());
  const Tokens tokens = tokenise(plain);
  if (tokens.literals.size() < 2) return {};
  return Chains(Prepared{text, plain, tokens}).run();
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "arithmetic/chain.hpp"

#include "arithmetic/chain_edges.hpp"
#include "arithmetic/expression.hpp"
#include "arithmetic/expression_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace reckon::arithmetic {
namespace {

constexpr std::uint32_t most_words_in_link = 6;
/// Between a side and what it is related to.
constexpr std::uint32_t most_brackets = 3;
constexpr std::uint32_t longest_label = 12;

/// Where a side may begin, and how it is joined.
struct Next {
  Link link;
  std::uint32_t at = 0;
  std::uint32_t close = 0;  ///< of a bracket around the side; 0 for none
};

class ChainReader {
 public:
  ChainReader(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, std::string_view plain,
              std::vector<Node>& nodes, base::Arena& arena)
      : tokens_(tokens),
        begin_(begin),
        end_(end),
        nodes_(nodes),
        expressions_(tokens, end, plain, nodes),
        edges_(tokens, begin, end, plain),
        arena_(arena) {}

  std::vector<Chain> run() {
    std::uint32_t at = begin_;
    while (at < end_) {
      const std::size_t first_node = nodes_.size();
      const std::size_t told = out_.size();
      const auto side = start(at);
      if (!side) {
        nodes_.resize(first_node);
        ++at;
        continue;
      }
      ChainDraft chain;
      chain.is_cut = edges_.cuts_before(side->begin);
      label(side->begin, chain);
      chain.sides.push_back(*side);
      const std::vector<std::uint32_t> remarks = expressions_.remarks();
      std::uint32_t behind = follow(chain, side->end);
      chain.is_cut = chain.is_cut || edges_.cuts_behind(behind);
      for (const std::uint32_t remark : remarks) explain(remark);
      if (is_meant(chain)) {
        out_.push_back(chain.kept(arena_));
      } else {
        // What was read as a link may begin something of its own.
        behind = std::max(side->end, at + 1);
        if (out_.size() == told) nodes_.resize(first_node);
      }
      at = std::max(behind, at + 1);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return tokens_.tokens[at]; }

  /// "20 (10 permanent + 10 overflow) × 5": the bracket says what the number before it consists of.
  void explain(std::uint32_t open) {
    std::uint32_t before = open;
    while (before > begin_ && token(before).kind != Kind::number) --before;
    if (token(before).kind != Kind::number || tokens_.figures[token(before).index].name) return;
    ChainDraft chain;
    const auto figure = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({Operation::figure, false, token(before).index, 0, before, before + 1});
    chain.sides.push_back({figure, figure, before, before + 1, 0, false, false});
    const auto side = expressions_.read(open + 1, false);
    if (!side || side->operators == 0 || !trails_to(side->end, expressions_.closing(open))) return;
    chain.sides.push_back(*side);
    Link link;
    link.joint = Joint::bracket;
    chain.links.push_back(link);
    chain.is_result_first = true;
    out_.push_back(chain.kept(arena_));
  }

  std::optional<Side> start(std::uint32_t at) {
    const Token& here = token(at);
    // "Reads (60 pages a day) = ...": a bracket behind a word explains the word; it is read by itself.
    // "leave (1 − 99.5 %) × 30 days": an operator behind it makes it an operand.
    const bool explains = here.kind == Kind::open && at > begin_ && token(at - 1).kind == Kind::word &&
                          !edges_.cuts_behind(expressions_.closing(at) + 1);
    if (explains) return std::nullopt;
    const bool fresh = edges_.is_fresh(at);
    if (edges_.tells_prefix_length(at)) return std::nullopt;
    if (expressions_.starts_operand(at)) return expressions_.read(at, false);
    if (auto sum = signed_sum(at)) return sum;
    // "[0] * 3" repeats a list.
    const bool repeats_list =
        at > begin_ && token(at - 1).kind == Kind::close && expressions_.text(at - 1) != ")";
    if (repeats_list) return std::nullopt;
    // "Metadata: +6 TB" is an item of a list.
    const bool is_item =
        at > begin_ && token(at - 1).kind == Kind::colon && at + 1 < end_ && !token(at + 1).space_before;
    const bool is_sign = here.kind == Kind::times || here.kind == Kind::over ||
                         (here.kind == Kind::plus && here.space_before && !is_item);
    const bool is_said = here.kind == Kind::word && (here.role == Role::times || here.role == Role::over);
    if ((is_sign || is_said) && (fresh || is_said)) return expressions_.read(at, true);
    // A name in front of an operator sign: only where a clause begins.
    if (here.kind == Kind::word && here.role == Role::content && fresh) {
      const auto side = expressions_.read(at, false);
      if (side && side->operators > 0) return side;
    }
    return std::nullopt;
  }

  /// "(-1 + 0 + 1 = 0)": the sign of a sum's first term.
  std::optional<Side> signed_sum(std::uint32_t at) {
    if (at == begin_ || at + 1 >= end_ || token(at).kind != Kind::minus || token(at + 1).space_before)
      return std::nullopt;
    const Kind before = token(at - 1).kind;
    if (before != Kind::open && before != Kind::relation && before != Kind::colon) return std::nullopt;
    auto side = expressions_.read(at, false);
    const bool sums = side && (nodes_[side->root].operation == Operation::add ||
                               nodes_[side->root].operation == Operation::subtract);
    return sums ? side : std::nullopt;
  }

  /// The words in front of a first side: "Busy cores:", "peak =".
  void label(std::uint32_t side, ChainDraft& chain) const {
    std::uint32_t end = side;
    if (end == begin_) return;
    const Token& mark = token(end - 1);
    const bool names = mark.kind == Kind::colon || (mark.kind == Kind::relation && mark.sign == Sign::equals);
    if (names) --end;
    std::uint32_t first = end;
    while (first > begin_ && end - first < longest_label && token(first - 1).kind == Kind::word) --first;
    chain.label_begin = first;
    chain.label_end = end;
  }

  /// Reads links and sides as far as they go; returns where the chain ends.
  std::uint32_t follow(ChainDraft& chain, std::uint32_t at) {
    while (true) {
      const auto next = link(at, chain);
      if (!next) return at;
      auto side = expressions_.read(next->at, next->link.joint != Joint::bracket);
      if (!side) return at;
      if (next->close != 0) {
        std::uint32_t inside = side->end;
        const bool fits = trails_to(inside, next->close);
        if (!fits) return at;
        at = next->close + 1;
      } else {
        at = side->end;
      }
      Link joined = next->link;
      read_rounding(at, joined);
      if (next->close != 0 && repeats(chain.sides.back(), *side)) continue;
      const bool derives = joined.joint == Joint::bracket && chain.sides.size() == 1 &&
                           chain.sides[0].is_figure() && side->operators > 0;
      chain.is_result_first = chain.is_result_first || derives;
      if (derives) read_bound(chain.sides[0].begin, joined);
      chain.sides.push_back(*side);
      chain.links.push_back(joined);
    }
  }

  /// "9,500 × 0.010 s (10 ms)": the bracket says the last operand again.
  [[nodiscard]] bool repeats(const Side& calculation, const Side& side) const {
    if (calculation.operators == 0 || !side.is_figure()) return false;
    std::uint32_t last = calculation.root;
    while (last > calculation.first_node && nodes_[last].operation != Operation::figure) --last;
    if (nodes_[last].operation != Operation::figure) return false;
    const Figure& a = tokens_.figures[nodes_[last].a];
    const Figure& b = tokens_.figures[nodes_[side.root].a];
    return a.has_unit() && a.unit.dimension == b.unit.dimension && a.value() == b.value();
  }

  /// "Under 10 MB (...)": the bracket may come to less.
  void read_bound(std::uint32_t result, Link& into) const {
    if (result == begin_ || token(result - 1).kind != Kind::word) return;
    if (token(result - 1).role == Role::at_most) into.bound = units::Comparator::at_most;
    if (token(result - 1).role == Role::at_least) into.bound = units::Comparator::at_least;
  }

  /// Only words up to the bracket's end.
  [[nodiscard]] bool trails_to(std::uint32_t at, std::uint32_t close) const {
    while (at < close && token(at).kind == Kind::word) ++at;
    return at == close;
  }

  /// "rounded up", behind a comma or in brackets; with a number behind it, it is said of that.
  void read_rounding(std::uint32_t at, Link& into) const {
    Rounding said = into.rounding;
    for (std::uint32_t i = at; i < end_ && i < at + 4; ++i) {
      const Token& here = token(i);
      if (here.kind == Kind::word && rounds(here.role)) {
        said = rounding_of(here.role);
        const std::uint32_t next = i + 1;
        const bool is_to = next < end_ && token(next).kind == Kind::word && expressions_.text(next) == "to";
        if (expressions_.starts_operand(is_to ? next + 1 : next)) return;
      }
      if (here.kind == Kind::number || here.kind == Kind::relation || here.kind == Kind::stop) break;
    }
    into.rounding = said;
  }

  /// The relation behind a side, past its noun and remarks.
  std::optional<Next> link(std::uint32_t at, const ChainDraft& chain) {
    Next next;
    std::uint32_t here = at;
    std::uint32_t words = 0;
    std::uint32_t brackets = 0;
    while (here < end_) {
      const Token& token_here = token(here);
      if (token_here.kind == Kind::relation) {
        if (edges_.marks_next(here, chain.sides.back()) || edges_.assigns(here, words)) return std::nullopt;
        return sign(here, next);
      }
      if (token_here.kind == Kind::open) {
        if (expressions_.is_factor_without_sign(here) || ++brackets > most_brackets) return std::nullopt;
        const std::uint32_t behind = expressions_.behind_remark(here);
        if (behind != here) {
          here = behind;
          continue;
        }
        if (explains_operand(here, chain)) {
          explain(here);
          here = expressions_.closing(here) + 1;
          continue;
        }
        return bracket(here, next);
      }
      if (token_here.kind == Kind::colon) {
        if (chain.sides.back().operators == 0) return std::nullopt;
        next.link.joint = Joint::colon;
        return target(here + 1, next);
      }
      if (token_here.kind == Kind::comma) {
        const bool says = here + 1 < end_ && token(here + 1).kind == Kind::word &&
                          (relates(token(here + 1).role) || rounds(token(here + 1).role)) &&
                          token(here + 1).role != Role::about;
        if (!says) return std::nullopt;
        ++here;
        continue;
      }
      if (token_here.kind == Kind::over && words > 0 && is_noun(here + 1)) {  // "15 spans/trace = ..."
        here += 2;
        continue;
      }
      if (token_here.kind != Kind::word || edges_.cuts_behind(here)) return std::nullopt;
      const bool begins_operand = expressions_.starts_operand(here);  // "2 points with an error of sqrt(36)"
      if (begins_operand || is_symbol(token_here, expressions_.text(here))) return std::nullopt;
      if (relates(token_here.role))
        return edges_.marks_next(here, chain.sides.back()) ? std::nullopt : verb(here, next);
      if (rounds(token_here.role)) {
        next.link.rounding = rounding_of(token_here.role);
        next.link.joint = Joint::verb;
        return target(here + 1, next);
      }
      if (ends_clause(token_here.role) || ++words > most_words_in_link) return std::nullopt;
      ++here;
    }
    return std::nullopt;
  }

  /// Behind a calculation a calculation in brackets belongs to its last operand.
  bool explains_operand(std::uint32_t open, const ChainDraft& chain) {
    const std::uint32_t close = expressions_.closing(open);
    if (close == end_ || chain.sides.back().operators == 0) return false;
    const std::size_t nodes = nodes_.size();
    const auto side = expressions_.read(open + 1, false);
    const bool calculates = side && side->operators > 0;
    nodes_.resize(nodes);
    return calculates;
  }

  [[nodiscard]] bool is_noun(std::uint32_t at) const {
    return at < end_ && token(at).kind == Kind::word && token(at).role == Role::content;
  }
  std::optional<Next> sign(std::uint32_t at, Next next) {
    switch (token(at).sign) {
      case Sign::equals:
        next.link.joint = Joint::equals;
        next.link.compares = expressions_.text(at) == "==";
        break;
      case Sign::about:
      case Sign::tilde:
        next.link.joint = Joint::about;
        next.link.approximate = true;
        break;
      case Sign::arrow:
        next.link.joint = Joint::arrow;
        break;
      case Sign::at_least:
        next.link.joint = Joint::bound;
        next.link.bound = units::Comparator::at_least;
        break;
      case Sign::at_most:
        next.link.joint = Joint::bound;
        next.link.bound = units::Comparator::at_most;
        break;
      case Sign::unequal:
      case Sign::none:
        return std::nullopt;
    }
    return target(at + 1, next);
  }

  std::optional<Next> verb(std::uint32_t at, Next next) {
    const Role role = token(at).role;
    next.link.joint = role == Role::leap          ? Joint::leap
                      : role == Role::alternative ? Joint::alternative
                      : role == Role::about       ? Joint::about
                                                  : Joint::verb;
    if (role == Role::about) next.link.approximate = true;
    return target(at + 1, next);
  }

  std::optional<Next> bracket(std::uint32_t at, Next next) {
    const std::uint32_t close = expressions_.closing(at);
    if (close == end_) return std::nullopt;
    next.link.joint = Joint::bracket;
    next.close = close;
    auto found = target(at + 1, next);
    if (!found || found->at >= close) return std::nullopt;
    return found;
  }

  /// The marks and words between a relation and its side.
  std::optional<Next> target(std::uint32_t at, Next next) {
    std::uint32_t words = 0;
    while (at < end_) {
      const Token& here = token(at);
      if (here.kind == Kind::relation && (here.sign == Sign::tilde || here.sign == Sign::about)) {
        next.link.approximate = true;
      } else if (here.kind == Kind::relation && here.sign == Sign::equals) {
        // "which = 12", but "→ b = 2.0 / 1.5" names something new, and "6, take=3+3+1" as well.
        const bool assigns = !here.space_before && token(at - 1).kind == Kind::word;
        if (assigns && next.link.joint == Joint::verb) return std::nullopt;
        // "10 masters + 20 copies (RF = 3)": the bracket tells another quantity.
        if (next.link.joint == Joint::bracket && next.link.unknown_words > 0) return std::nullopt;
        if (next.link.unknown_words == 0) next.link.joint = Joint::equals;
      } else if (here.kind == Kind::comma && words == 0) {
        // "i.e., 12"
      } else if (here.kind == Kind::word) {
        if (expressions_.starts_operand(at)) break;
        if (!soften(here.role, next.link)) return std::nullopt;
        // "add 1-3 × 2 ms = p99 rises to 25 ms": from what is not said.
        if (next.link.unknown_words > 0 && expressions_.text(at) == "to") return std::nullopt;
        const bool calls = at + 1 < end_ && token(at + 1).kind == Kind::open && !token(at + 1).space_before;
        if (calls) return std::nullopt;  // "t[2] = ..."
        if (here.role == Role::content) ++next.link.unknown_words;
        if (++words > most_words_in_link) return std::nullopt;
      } else {
        break;
      }
      ++at;
    }
    const bool continues = at < end_ && (token(at).kind == Kind::times || token(at).kind == Kind::over);
    if (!expressions_.starts_operand(at) && !continues && !(at < end_ && token(at).kind == Kind::minus))
      return std::nullopt;
    if (continues && next.link.joint == Joint::bracket) return std::nullopt;
    next.at = at;
    return next;
  }

  /// One operator somewhere, or two figures that a sign, a bracket or a verb joins.
  static bool is_meant(const ChainDraft& chain) {
    const bool calculates = std::any_of(chain.sides.begin(), chain.sides.end(),
                                        [](const Side& side) { return side.operators > 0; });
    return calculates || chain.sides.size() > 1;
  }

  const Tokens& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<Node>& nodes_;
  ExpressionReader expressions_;
  ChainEdges edges_;
  base::Arena& arena_;
  std::vector<Chain> out_;
};

}  // namespace

std::vector<Chain> read_chains(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                               std::string_view plain, std::vector<Node>& nodes, base::Arena& arena) {
  return ChainReader(tokens, begin, end, plain, nodes, arena).run();
}

}  // namespace reckon::arithmetic

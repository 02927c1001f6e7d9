// SPDX-License-Identifier: MIT
#include "derive/tables/rows.hpp"

#include "arithmetic/evaluate.hpp"
#include "derive/search/surprise.hpp"
#include "derive/tables/column_constants.hpp"
#include "derive/tables/column_rules.hpp"
#include "derive/tables/named_rules.hpp"
#include "derive/tables/row_multiples.hpp"
#include "derive/tables/table_numbers.hpp"
#include "derive/written/no_relation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;

constexpr float beside = 1.0F;
constexpr float beside_not_meant = 6.0F;
constexpr float beside_without_unit = 2.0F;

/// "| 960 ÷ 8 | 120 |": the first number in a cell behind the calculation, or else before it.
class CalculatingCells {
 public:
  CalculatingCells(const Page& page, const std::vector<WrittenChain>& chains, std::vector<Derivation>& out)
      : page_(page), chains_(chains), out_(out) {}

  void run() {
    const std::size_t first = out_.size();
    for (const WrittenChain& written : chains_) {
      const arithmetic::Chain& chain = written.chain;
      const Line& line = page_.lines[written.line];
      const bool is_open = line.table != 0 && line.row != 0 && chain.sides.size() == 1 && !chain.is_cut &&
                           !chain.sides[0].has_gap && !chain.sides[0].has_name;
      if (is_open) complete(written.line, chain.sides[0]);
    }
    prove(first);
  }

 private:
  /// The more rows of a table yield the cell behind their calculation, the dearer it is that one does not
  /// mean to. Where several do, where the result stands is no question, and what they write is all of it.
  void prove(std::size_t first) {
    constexpr float each_row = 1.5F;
    constexpr float most = 6.0F;
    constexpr float proven = 3 * each_row;
    std::map<std::uint32_t, float> kept;
    for (std::size_t i = first; i < out_.size(); ++i) {
      if (out_[i].holds()) kept[page_.lines[out_[i].line].table] += each_row;
    }
    for (std::size_t i = first; i < out_.size(); ++i) {
      const float bits = kept[page_.lines[out_[i].line].table];
      if (!out_[i].holds()) out_[i].not_meant += std::min(bits, most);
      if (bits < proven) continue;
      out_[i].price = 0.0F;
      out_[i].says_all = is_all_of_cell(out_[i]);
    }
  }
  /// "2 × 100 GB, 75 %" goes on.
  [[nodiscard]] bool is_all_of_cell(const Derivation& derivation) const {
    const Line& line = page_.lines[derivation.line];
    const std::vector<MentionId> used = operands_of(page_, derivation);
    for (MentionId id = line.first_mention; id < line.end_mention; ++id) {
      if (!std::binary_search(used.begin(), used.end(), id)) return false;
    }
    return true;
  }

  void complete(LineId id, const arithmetic::Side& side) {
    const Line& line = page_.lines[id];
    const Grid& table = page_.tables[line.table - 1];
    std::vector<MentionId> targets;
    for (std::uint32_t column = line.column; column < table.columns; ++column)
      add(stated(table.at(line.row, column)), targets);
    for (std::uint32_t column = line.column - 1; column-- > 0;)
      add(stated(table.at(line.row, column)), targets);
    // The nearest that it yields; or else the nearest of its kind.
    std::optional<Derivation> nearest;
    for (const MentionId target : targets) {
      const auto trial = completed(id, side, target);
      if (!trial) continue;
      if (trial->holds()) return out_.push_back(*trial);
      if (!nearest) nearest = trial;
    }
    if (nearest) out_.push_back(*nearest);
  }

  static void add(MentionId id, std::vector<MentionId>& into) {
    if (id != nowhere) into.push_back(id);
  }

  std::optional<Derivation> completed(LineId id, const arithmetic::Side& side, MentionId target) const {
    Derivation derivation;
    derivation.generator = Generator::elided;
    derivation.target = target;
    derivation.line = id;
    derivation.first_node = side.first_node;
    derivation.root = side.root;
    derivation.begin = side.begin;
    derivation.end = side.end;
    derivation.link.joint = arithmetic::Joint::colon;
    if (!hold(side, derivation) || is_no_relation(page_, side, side, derivation)) return std::nullopt;
    derivation.price = beside;
    derivation.is_cued = true;
    const bool lacks_unit =
        (derivation.comparison.supposed & arithmetic::one(arithmetic::Supposition::unit_unsaid)) != 0;
    derivation.not_meant = lacks_unit ? beside_without_unit : beside_not_meant;
    return derivation;
  }

  MentionId stated(LineId id) const {
    if (id == nowhere) return nowhere;
    const Line& line = page_.lines[id];
    if (line.first_mention == line.end_mention) return nowhere;
    const std::uint32_t token = page_.mentions[line.first_mention].token;
    // Only what begins with it, a mark of approximation aside, and calculates nothing itself.
    const arithmetic::Kind behind = page_.tokens.tokens[token + 1].kind;
    const bool calculates = behind == arithmetic::Kind::over || behind == arithmetic::Kind::times ||
                            behind == arithmetic::Kind::plus || behind == arithmetic::Kind::minus;
    return token - line.first_token <= 1 && !calculates ? line.first_mention : nowhere;
  }

  bool hold(const arithmetic::Side& side, Derivation& derivation) const {
    arithmetic::Surroundings around;
    arithmetic::look_around(page_.tokens, page_.nodes, side, around);
    const Figure& figure = page_.figure(derivation.target);
    const bool is_rate = around.rate;
    arithmetic::look_at(figure, around);
    around.rate = is_rate;  // of the operands
    arithmetic::Said said;
    said.link = derivation.link;
    said.bare = true;
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      if (page_.nodes[n].operation != Operation::figure) continue;
      const Figure& operand = page_.tokens.figures[page_.nodes[n].a];
      if (operand.unit.dimension.without_counts().is_dimensionless()) continue;
      said.bare = false;
      said.factors.push_back(operand.unit.factor);
    }
    const auto outcomes = arithmetic::outcomes(page_.tokens, page_.nodes, side, around, {});
    derivation.comparison = arithmetic::compare(page_.tokens, outcomes, figure, said, around);
    if (!derivation.comparison.comparable) return false;
    derivation.surprise = surprise(figure, derivation.comparison.width);
    return true;
  }

  const Page& page_;
  const std::vector<WrittenChain>& chains_;
  std::vector<Derivation>& out_;
};

}  // namespace

void rows(Page& page, const std::vector<WrittenChain>& chains, std::vector<Derivation>& out) {
  CalculatingCells(page, chains, out).run();
  for (const Grid& table : page.tables) {
    const TableNumbers numbers = numbers_of(page, table, chains);
    const std::vector<RuleConstant> constants = constants_around(page, table);
    const std::size_t first = out.size();
    column_rules(page, numbers, constants, out);
    const TableNumbers turned = transposed(page, numbers);
    column_rules(page, turned, constants, out);
    named_rules(page, numbers, first, out);
    named_rules(page, turned, first, out);
    row_multiples(page, numbers, first, out);
    column_totals(page, numbers, out);
  }
}

}  // namespace reckon::derive

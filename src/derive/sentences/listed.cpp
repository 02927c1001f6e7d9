// SPDX-License-Identifier: MIT
#include "derive/sentences/listed.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/cue.hpp"
#include "derive/sentences/saying.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Joint;
using arithmetic::Kind;
using arithmetic::Token;

constexpr LineId most_lines_up = 6;
constexpr std::size_t fewest_items = 2;
constexpr std::size_t most_items = 3;
// How dear it is that the numbers above do not belong to it, although their units fit.
constexpr float says_so = 9.0F;
constexpr float named_for_them = 8.0F;
constexpr float with_its_factor = 8.0F;
/// For leaving out items further up.
constexpr float items_apart = 0.5F;

class Lists {
 public:
  Lists(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void tell_of(LineId id) {
    const Line& line = page_.lines[id];
    if (line.table != 0 || line.first_mention == line.end_mention) return;
    if (line.seat != Seat::item && line.seat != Seat::paragraph) return;
    const MentionId first = line.first_mention;
    if (line.end_mention - first == 2 && is_factor_of(first, first + 1))
      return by_factor(id, first, first + 1);
    if (line.seat != Seat::item || !is_open_[first] || !is_usable(first)) return;
    const bool says = begins_so(first);
    if (!says && naming_.labels[first].empty()) return;
    by_items(id, first, says);
  }

 private:
  [[nodiscard]] bool is_usable(MentionId id) const {
    const Figure& figure = page_.figure(id);
    const std::uint32_t token = page_.mentions[id].token;
    const bool is_first = token == page_.line_of(id).first_token;
    const bool is_bound = !is_first && page_.tokens.tokens[token - 1].kind == Kind::relation &&
                          page_.tokens.tokens[token - 1].sign != arithmetic::Sign::equals;
    return !figure.name && !figure.is_range() && figure.number > 0.0 && !is_bound &&
           figure.comparator == units::Comparator::equal;
  }

  /// "so 800 KB/s", "in all 40 GB": nothing but words in front.
  [[nodiscard]] bool begins_so(MentionId id) const {
    const Cue cue = cue_of(page_, id);
    const std::uint32_t first = page_.line_of(id).first_token;
    constexpr std::uint32_t most_words = 3;
    return (cue == Cue::so || cue == Cue::makes || cue == Cue::takes || cue == Cue::in_all ||
            cue == Cue::needs) &&
           page_.mentions[id].token - first <= most_words;
  }

  /// "peak (3x): 1,200/s", "peak at 3x = 1,200/s".
  [[nodiscard]] bool is_factor_of(MentionId factor, MentionId target) const {
    if (page_.unit_text(factor) != "x" || !is_open_[target] || !is_usable(target)) return false;
    const auto& tokens = page_.tokens.tokens;
    for (std::uint32_t i = page_.mentions[factor].token + 1; i < page_.mentions[target].token; ++i) {
      const Kind kind = tokens[i].kind;
      if (kind != Kind::close && kind != Kind::colon && kind != Kind::relation) return false;
    }
    return true;
  }

  void by_factor(LineId id, MentionId factor, MentionId target) {
    const units::Dimension wanted = page_.figure(target).unit.dimension.without_counts();
    for (MentionId m = page_.lines[id].first_mention; m-- > 0;) {
      if (id - page_.mentions[m].line > most_lines_up) return;
      const Line& above = page_.line_of(m);
      const bool leads = above.depth < page_.lines[id].depth || above.depth == page_.lines[id].depth;
      if (above.table != 0 || !leads) return;
      if (page_.figure(m).unit.dimension.without_counts() != wanted ||
          is_unit_of_multiple(page_.unit_text(m)))
        continue;
      if (!is_usable(m)) return;
      Saying saying = about(target, with_its_factor);
      saying.operands = {Operand{.mention = m}, Operand{.mention = factor, .is_multiple = true}};
      saying.is_sure = !wanted.is_dimensionless();
      tell(page_, saying, out_);
      return;
    }
  }

  static Saying about(MentionId target, float not_meant) {
    Saying out;
    out.target = target;
    out.not_meant = not_meant;
    out.link.joint = Joint::verb;
    return out;
  }

  /// The items above, nearest first, as long as each has one number.
  [[nodiscard]] std::vector<MentionId> items_above(LineId id) const {
    const Line& line = page_.lines[id];
    std::vector<MentionId> out;
    for (LineId up = id; up-- > 0 && id - up <= most_lines_up;) {
      const Line& above = page_.lines[up];
      const bool is_sibling = above.seat == Seat::item && above.depth == line.depth &&
                              above.fragment + (id - up) == line.fragment;
      if (!is_sibling || above.end_mention - above.first_mention != 1 || !is_usable(above.first_mention))
        break;
      out.push_back(above.first_mention);
    }
    return out;
  }

  void by_items(LineId id, MentionId target, bool says) {
    std::vector<MentionId> items = items_above(id);
    if (items.size() < fewest_items) return;
    const bool is_measured = !page_.figure(target).unit.dimension.without_counts().is_dimensionless();
    Saying saying = about(target, says ? says_so : named_for_them);
    saying.is_one = naming_.each[target];
    for (std::size_t count = fewest_items; count <= std::min(items.size(), most_items); ++count) {
      std::vector<MentionId> taken(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count));
      std::reverse(taken.begin(), taken.end());
      const bool named = std::any_of(taken.begin(), taken.end(), [&](MentionId m) {
        return share_word(naming_.labels[m], naming_.labels[target]) ||
               share_word(naming_.nouns[m], naming_.labels[target]);
      });
      if (!says && !named) continue;
      saying.operands = operands_of_items(taken);
      saying.price = count == items.size() ? 0.0F : items_apart;
      saying.is_sure = is_measured && !measures_alike(taken, target) && (!says || count == items.size());
      const std::size_t before = out_.size();
      if (tell(page_, saying, out_) || out_.size() > before) return;
    }
  }

  [[nodiscard]] std::vector<Operand> operands_of_items(const std::vector<MentionId>& items) const {
    std::vector<Operand> out;
    out.reserve(items.size());
    for (const MentionId m : items) out.push_back({.mention = m, .is_each = naming_.each[m]});
    return out;
  }

  /// Where an item already tells what the target does, the list compares and does not calculate.
  [[nodiscard]] bool measures_alike(const std::vector<MentionId>& items, MentionId target) const {
    const units::Dimension wanted = page_.figure(target).unit.dimension.without_counts();
    return std::any_of(items.begin(), items.end(), [&](MentionId m) {
      return page_.figure(m).unit.dimension.without_counts() == wanted;
    });
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void listed(Page& page, const Naming& naming, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  Lists lists(page, naming, is_open, out);
  for (LineId id = 0; id < page.lines.size(); ++id) lists.tell_of(id);
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "derive/sentences/utilised.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/saying.hpp"
#include "derive/sentences/themes.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Role;
using arithmetic::Theme;
using arithmetic::Token;

constexpr float utilised_not_meant = 10.0F;
constexpr float price_of_utilised = 1.0F;
constexpr std::uint32_t words_to_theme = 3;
constexpr MentionId farthest_used = 6;  ///< what is busy, counted from the utilisation
constexpr LineId lines_to_used = 2;

/// How the utilisation is said.
enum class Kept : std::uint8_t {
  no,
  at,     ///< "at 60 % utilisation"
  below,  ///< "never above 60 %"
};

class Utilisations {
 public:
  Utilisations(Page& page, const Naming& naming, const std::vector<bool>& is_open,
               std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void read(MentionId share) {
    const Figure& figure = page_.figure(share);
    constexpr double least = 0.2;
    if (!figure.is_percent() || figure.is_range() || figure.value() < least || figure.value() >= 1.0) return;
    const Kept kept = kept_at(share);
    if (kept == Kept::no) return;
    if (page_.line_of(share).table != 0) return read_row(share);
    const MentionId target = share + 1;
    const bool is_said = target < page_.mentions.size() &&
                         page_.mentions[target].sentence == page_.mentions[share].sentence &&
                         can_follow(target) && (kept == Kept::at || leaps(share, target));
    if (!is_said) return;
    const bool of_each = says_each(share, target);
    if (const auto used = used_before(share, target)) tell(share, *used, target, of_each);
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return page_.tokens.tokens[at]; }
  [[nodiscard]] std::uint32_t at(MentionId id) const { return page_.mentions[id].token; }
  [[nodiscard]] bool has(std::uint32_t at, Role role) const {
    return token(at).kind == Kind::word && token(at).role == role;
  }

  [[nodiscard]] Kept kept_at(MentionId share) const {
    const LineId line = page_.mentions[share].line;
    const std::uint32_t first = page_.lines[line].first_token;
    std::uint32_t i = at(share);
    while (i > first && (has(i - 1, Role::article) || (has(i - 1, Role::content) && i > first + 1))) --i;
    const std::uint32_t end =
        std::min(at(share) + 1 + words_to_theme, page_.sentences[page_.mentions[share].sentence].end_token);
    const bool is_at = i > first && has(i - 1, Role::preposition);
    if (is_at && speaks_of(page_, line, at(share) + 1, end, Theme::utilisation)) return Kept::at;
    const units::Comparator bound = page_.figure(share).comparator;
    const bool is_most = bound == units::Comparator::less || bound == units::Comparator::at_most;
    return is_most || is_kept_below(share) ? Kept::below : Kept::no;
  }
  /// "We don't let them go above 60 %", "never more than 60 %", "no fuller than 60 %".
  [[nodiscard]] bool is_kept_below(MentionId share) const {
    const Sentence& sentence = page_.sentences[page_.mentions[share].sentence];
    if (at(share) <= sentence.first_token) return false;
    const std::string_view above = page_.written(sentence.line, token(at(share) - 1));
    const bool is_above = page_.figure(share).comparator == units::Comparator::greater ||
                          arithmetic::theme_of(above) == Theme::beyond;
    return is_above && is_denied(page_, sentence.line, sentence.first_token, at(share));
  }

  [[nodiscard]] bool can_follow(MentionId target) const {
    const Figure& figure = page_.figure(target);
    return is_open_[target] && !figure.is_percent() && !figure.name && !figure.is_range() &&
           figure.number > 0.0 && figure.comparator == units::Comparator::equal &&
           figure.period == arithmetic::Period::none;
  }
  /// "so", "which asks for": what follows is said to follow.
  [[nodiscard]] bool leaps(MentionId share, MentionId target) const {
    for (std::uint32_t i = at(share) + 1; i < at(target); ++i) {
      if (has(i, Role::leap) || has(i, Role::relation) || token(i).kind == Kind::relation) return true;
    }
    return false;
  }
  [[nodiscard]] bool says_each(MentionId share, MentionId target) const {
    for (std::uint32_t i = at(share) + 1; i < at(target); ++i) {
      if (has(i, Role::each)) return true;
    }
    return naming_.each[target];
  }

  /// The nearest number before that tells the same things, in a clause that is over: "100 cores at 60 %" are
  /// no busy cores.
  [[nodiscard]] std::optional<MentionId> used_before(MentionId share, MentionId target) const {
    for (MentionId m = share; m-- > 0 && share - m <= farthest_used;) {
      if (page_.mentions[share].line - page_.mentions[m].line > lines_to_used) return std::nullopt;
      if (page_.figure(m).is_percent() || !is_alike(m, target)) continue;
      return is_apart(m, share) ? std::optional(m) : std::nullopt;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool is_alike(MentionId used, MentionId target) const {
    const Figure& a = page_.figure(used);
    const Figure& b = page_.figure(target);
    if (a.name || a.is_range() || a.number <= 0.0 || a.period != b.period) return false;
    if (a.unit.dimension.without_counts() != b.unit.dimension.without_counts()) return false;
    if (!a.unit.dimension.without_counts().is_dimensionless()) return true;
    return share_word(naming_.nouns[used], naming_.nouns[target]);
  }
  [[nodiscard]] bool is_apart(MentionId used, MentionId share) const {
    if (page_.mentions[used].sentence != page_.mentions[share].sentence) return true;
    const auto first = page_.tokens.tokens.begin();
    return std::any_of(first + at(used) + 1, first + at(share), [](const Token& between) {
      return between.kind == Kind::comma || between.kind == Kind::relation ||
             (between.kind == Kind::word && between.role == Role::conjunction);
    });
  }

  /// "| At 75 % utilisation | 15 |" below "| Sum | 11.2 |".
  void read_row(MentionId share) {
    const Line& line = page_.line_of(share);
    if (line.row < 2 || line.column != 1) return;
    const Grid& grid = page_.tables[line.table - 1];
    std::optional<std::uint32_t> column;
    for (std::uint32_t c = 1; c < grid.columns; ++c) {
      if (only_number(grid.at(line.row, c)) == nowhere) continue;
      if (column) return;
      column = c;
    }
    if (!column) return;
    const MentionId target = only_number(grid.at(line.row, *column));
    const MentionId used = only_number(grid.at(line.row - 1, *column));
    const bool is_pair = used != nowhere && can_follow(target) && page_.figure(used).number > 0.0 &&
                         page_.figure(used).unit.dimension == page_.figure(target).unit.dimension;
    if (is_pair) tell(share, used, target, false);
  }
  [[nodiscard]] MentionId only_number(LineId id) const {
    if (id == nowhere) return nowhere;
    const Line& line = page_.lines[id];
    return line.end_mention == line.first_mention + 1 ? line.first_mention : nowhere;
  }

  void tell(MentionId share, MentionId used, MentionId target, bool of_each) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::figure, false, used, 0, 0, 0});
    page_.nodes.push_back({Operation::figure, false, share, 0, 0, 0});
    page_.nodes.push_back({of_each ? Operation::multiply : Operation::divide, false, first, first + 1, 0, 0});
    keep(page_, told_in_full(page_, first, target, price_of_utilised, utilised_not_meant),
         shows_slip(share, used, target, of_each), out_);
  }

  /// What is busy was taken as it is, rounded up perhaps, or less was taken than is busy.
  [[nodiscard]] bool shows_slip(MentionId share, MentionId used, MentionId target, bool of_each) const {
    const Figure& stated = page_.figure(target);
    const Figure& busy = page_.figure(used);
    const double ratio = stated.value() / busy.value();
    const bool counts = busy.unit.dimension.without_counts().is_dimensionless();
    const bool is_same = ratio == 1.0 || (counts && stated.value() == std::ceil(busy.value()));
    if (is_same || of_each) return is_same && (of_each || is_concluded(share, target));
    const double step = 0.5 * stated.step / stated.number + 0.5 * busy.step / busy.number;
    return is_busy(used) && std::abs(ratio / page_.figure(share).value() - 1.0) <= step;
  }
  /// "So we buy 23 cores", "at 60 % utilisation 23 cores", and not "so the 23 cores have time for more".
  [[nodiscard]] bool is_concluded(MentionId share, MentionId target) const {
    if (page_.line_of(share).table != 0) return true;
    const bool is_next = at(target) - at(share) <= words_to_theme;
    return !has(at(target) - 1, Role::article) && (is_next || leaps(share, target));
  }
  /// "51.5 cores busy"
  [[nodiscard]] bool is_busy(MentionId used) const {
    const Sentence& sentence = page_.sentences[page_.mentions[used].sentence];
    const std::uint32_t end = std::min(at(used) + 1 + words_to_theme, sentence.end_token);
    const std::uint32_t begin = std::max(at(used), sentence.first_token + 2) - 2;
    return speaks_of(page_, sentence.line, begin, end, Theme::work) ||
           speaks_of(page_.unit_text(used), Theme::work);
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void utilised(Page& page, const Naming& naming, const std::vector<bool>& is_open,
              std::vector<Derivation>& out) {
  Utilisations all(page, naming, is_open, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) all.read(id);
}

}  // namespace reckon::derive

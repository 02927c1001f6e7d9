// SPDX-License-Identifier: MIT
#include "derive/sentences/copied.hpp"

#include "arithmetic/lexicon.hpp"
#include "derive/page/stretch.hpp"
#include "derive/page/words.hpp"
#include "derive/sentences/saying.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Role;
using arithmetic::Theme;
using arithmetic::Token;

/// How dear it is that so many copies are not so many times the one above, and the price of taking it for
/// one.
constexpr float copies_not_meant = 11.0F;
constexpr float price_of_copies = 1.0F;
constexpr double most_copies = 6.0;
/// From how many digits on it is no chance that a number is a multiple of another.
constexpr std::uint8_t digits_of_multiple = 3;
constexpr std::uint32_t words_to_count = 4;
constexpr MentionId numbers_back = 4;

/// So many copies: a number, or "both", "with the standby".
struct Copies {
  double count = 0.0;
  MentionId mention = nowhere;
  std::uint32_t end = 0;  ///< the token behind the words that count them
};

class CopiesReader {
 public:
  CopiesReader(Page& page, std::vector<Derivation>& out)
      : page_(page), is_written_(page.mentions.size(), false), out_(out) {
    for (const Derivation& derivation : out) {
      const bool answers =
          derivation.target != nowhere && derivation.is_cued && !derivation.chained &&
          (derivation.generator == Generator::written || derivation.generator == Generator::continued);
      if (answers) is_written_[derivation.target] = true;
    }
  }

  void tell_of(MentionId target) {
    const Figure& figure = page_.figure(target);
    if (figure.unit.dimension.of(units::Axis::data) != 1 || figure.comparator != units::Comparator::equal ||
        is_written_[target])
      return;
    const TextLine own = stretch_around(page_, page_.mentions[target].line, page_.mentions[target].token);
    const auto copies = copies_of(own, target);
    if (!copies) return;
    if (const auto one = one_of(own, target, *copies)) tell(*one, *copies, target);
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return page_.tokens.tokens[at]; }

  [[nodiscard]] bool names_copies(LineId line, std::uint32_t at) const {
    if (token(at).kind != Kind::word) return false;
    return arithmetic::theme_of(stem(page_.written(line, token(at)))) == Theme::copy;
  }
  /// "three copies"
  [[nodiscard]] bool counts_copies(MentionId id) const {
    const Figure& figure = page_.figure(id);
    if (!figure.whole || figure.is_range() || figure.number > most_copies) return false;
    const bool is_unit = arithmetic::theme_of(stem(page_.unit_text(id))) == Theme::copy;
    return is_unit || figure.counts_replicas ||
           names_copies(page_.mentions[id].line, page_.mentions[id].token + 1) || is_factor(id);
  }
  /// "Every block is written three times": of copies, if the number says the same again.
  [[nodiscard]] bool says_times(MentionId id) const {
    const Figure& figure = page_.figure(id);
    const Token& behind = token(page_.mentions[id].token + 1);
    const Token& next = token(page_.mentions[id].token + 2);
    const bool is_multiple =
        next.kind == Kind::word && (next.role == Role::pronoun || next.role == Role::article);
    return figure.whole && !figure.is_range() && !figure.has_unit() && figure.number <= most_copies &&
           behind.kind == Kind::word && behind.role == Role::times && !is_multiple;
  }
  /// "RF=3", "a replication factor of 3"
  [[nodiscard]] bool is_factor(MentionId id) const {
    const LineId line = page_.mentions[id].line;
    std::uint32_t at = page_.mentions[id].token;
    const std::uint32_t first = page_.lines[line].first_token;
    const auto joins = [](const Token& before) {
      return before.kind == Kind::relation || before.kind == Kind::colon || before.role == Role::of;
    };
    if (at > first && joins(token(at - 1))) --at;
    if (at == first || token(at - 1).kind != Kind::word) return false;
    const auto speaks = [&](std::uint32_t of) {
      return arithmetic::theme_of(stem(page_.written(line, token(of)))) == Theme::replication;
    };
    const bool is_named = page_.written(line, token(at - 1)) == "factor" && at > first + 1 &&
                          token(at - 2).kind == Kind::word && speaks(at - 2);
    return is_named || speaks(at - 1);
  }

  /// "Both copies"; "with the standby" it is two as well.
  [[nodiscard]] bool says_pair(LineId line, std::uint32_t at) const {
    if (token(at).kind != Kind::word || !names_copies(line, at + 1)) return false;
    const bool is_with = token(at).role == Role::article && at > page_.lines[line].first_token &&
                         page_.written(line, token(at - 1)) == "with";
    return is_with || page_.written(line, token(at)) == "both";
  }
  [[nodiscard]] bool is_same(MentionId a, MentionId b) const {
    return is_alike(a, b) && page_.figure(a).value() == page_.figure(b).value();
  }

  /// In front of it in its line, or right behind: "4.35 TB counting three replicas".
  [[nodiscard]] std::optional<Copies> copies_of(const TextLine& own, MentionId target) const {
    const std::uint32_t end = page_.mentions[target].token;
    const MentionId next = target + 1;
    const bool is_near = next < page_.mentions.size() &&
                         page_.mentions[next].sentence == page_.mentions[target].sentence &&
                         page_.mentions[next].token - end <= words_to_count && counts_copies(next);
    for (std::uint32_t i = own.first_token; i < end; ++i) {
      if (says_pair(own.line, i)) return Copies{2.0, nowhere, i + 2};
      if (token(i).kind != Kind::number) continue;
      const MentionId id = Page::mention_of(token(i).index);
      // "190 GB on one copy, 570 GB on the three"
      const bool is_other = is_near && counts_copies(id) && page_.figure(id).number == 1.0;
      if (counts_copies(id) && target == id + 1 && !is_other)
        return Copies{page_.figure(id).number, id, i + 1};
      const bool repeats = target == id + 1 && says_times(id) && id > 0 && is_same(id - 1, target);
      if (repeats) return Copies{page_.figure(id).number, id, i + 2};
    }
    return is_near ? std::optional(Copies{page_.figure(next).number, next, 0}) : std::nullopt;
  }

  /// What one copy takes: the last number of its kind in its sentence or the one before, or the only one in
  /// the line above.
  /// Nothing else may be said of the copies that is not said of it.
  [[nodiscard]] std::optional<MentionId> one_of(const TextLine& own, MentionId target,
                                                const Copies& copies) const {
    const MentionId end = std::min(copies.mention, target);
    const SentenceId sentence = page_.mentions[target].sentence;
    const bool follows = sentence > 0 && page_.sentences[sentence - 1].line == own.line &&
                         page_.sentences[sentence - 1].first_token >= own.first_token;
    const MentionId first = page_.sentences[follows ? sentence - 1 : sentence].first_mention;
    std::vector<MentionId> said;  // of the copies
    for (MentionId id = end; id-- > first && end - id <= numbers_back; said.push_back(id)) {
      if (!is_alike(id, target)) continue;
      std::vector<MentionId> theirs;
      for (MentionId m = id; m-- > first && id - m <= numbers_back;) theirs.push_back(m);
      return is_single(theirs) && is_said_of(theirs, said) ? std::optional(id) : std::nullopt;
    }
    const auto above = stretch_above(page_, own);
    if (!above) return std::nullopt;
    const std::vector<MentionId> theirs = mentions_of(page_, *above);
    const auto alike = [&](MentionId id) { return is_alike(id, target); };
    if (std::count_if(theirs.begin(), theirs.end(), alike) != 1) return std::nullopt;
    said = mentions_of(page_, own);
    std::erase_if(said, [&](MentionId id) { return id == target || id == copies.mention; });
    return is_single(theirs) && is_said_of(theirs, said)
               ? std::optional(*std::find_if(theirs.begin(), theirs.end(), alike))
               : std::nullopt;
  }

  /// Of one copy, as far as is told.
  [[nodiscard]] bool is_single(const std::vector<MentionId>& numbers) const {
    return std::none_of(numbers.begin(), numbers.end(),
                        [this](MentionId id) { return counts_copies(id) && page_.figure(id).number != 1.0; });
  }
  [[nodiscard]] bool is_said_of(const std::vector<MentionId>& theirs,
                                const std::vector<MentionId>& said) const {
    return std::all_of(said.begin(), said.end(), [&](MentionId id) {
      return std::any_of(theirs.begin(), theirs.end(), [&](MentionId other) {
        return page_.figure(other).value() == page_.figure(id).value() &&
               page_.figure(other).unit.dimension == page_.figure(id).unit.dimension;
      });
    });
  }

  [[nodiscard]] bool is_alike(MentionId id, MentionId target) const {
    const Figure& a = page_.figure(id);
    const Figure& b = page_.figure(target);
    return a.unit.dimension == b.unit.dimension && a.period == b.period && !a.is_range() && !a.name &&
           a.number > 0.0;
  }

  /// Another whole number of copies, or a zero or a prefix too many or too few: an accident shows neither in
  /// three digits.
  [[nodiscard]] bool shows_slip(MentionId one, const Copies& copies, MentionId target) const {
    const Figure& stated = page_.figure(target);
    if (stated.digits < digits_of_multiple) return false;
    const double times = stated.value() / page_.figure(one).value();
    const double step =
        0.5 * stated.step / stated.number + 0.5 * page_.figure(one).step / page_.figure(one).number;
    const auto is_near = [step](double a, double b) { return std::abs(a - b) <= step * b; };
    const double whole = std::round(times);
    const double fewest = is_concluded(target, copies) && !is_said_of_each(target, copies) ? 1.0 : 2.0;
    if (whole >= fewest && whole <= most_copies && is_near(times, whole)) return true;
    constexpr std::array powers{1e-6, 1e-3, 0.1, 10.0, 1e3, 1e6};
    return std::any_of(powers.begin(), powers.end(),
                       [&](double power) { return is_near(times, copies.count * power); });
  }

  /// "RF=3 → 70 TB", "three copies: 70 TB", "with the standby 70 TB": the same again would be no conclusion.
  [[nodiscard]] bool is_concluded(MentionId target, const Copies& copies) const {
    const std::uint32_t at = page_.mentions[target].token;
    const Token& before = token(at - 1);
    if (before.kind == Kind::relation && before.sign == arithmetic::Sign::arrow) return true;
    const std::string_view word = page_.written(page_.mentions[target].line, before);
    const bool makes = before.role == Role::relation && !arithmetic::is_copula(word);
    if (before.kind == Kind::word && (before.role == Role::leap || makes)) return true;
    if (copies.end == 0 || copies.end > at) return false;
    const auto first = page_.tokens.tokens.begin();
    return std::all_of(first + copies.end, first + at, [&](const Token& between) {
      return between.kind == Kind::colon || between.kind == Kind::relation ||
             (between.kind == Kind::word && names_copies(page_.mentions[target].line, index_of(between)));
    });
  }
  /// "Three replicas need 70 TB each."
  [[nodiscard]] bool is_said_of_each(MentionId target, const Copies& copies) const {
    const Mention& mention = page_.mentions[target];
    const Sentence& sentence = page_.sentences[mention.sentence];
    const auto first = page_.tokens.tokens.begin();
    const std::uint32_t begin = std::max(copies.end, sentence.first_token);
    const std::uint32_t end = std::min(mention.token + 1 + words_to_count, sentence.end_token);
    return std::any_of(first + begin, first + end, [](const Token& token) {
      return token.kind == Kind::word && (token.role == Role::each || token.role == Role::per);
    });
  }
  [[nodiscard]] std::uint32_t index_of(const Token& at) const {
    return static_cast<std::uint32_t>(&at - page_.tokens.tokens.data());
  }
  /// "... which leaves 448 TB": of the whole disk.
  [[nodiscard]] bool is_left(MentionId target) const {
    const Token& before = token(page_.mentions[target].token - 1);
    return before.kind == Kind::word && before.role == Role::relation &&
           arithmetic::is_happening(page_.written(page_.mentions[target].line, before));
  }

  void tell(MentionId one, const Copies& copies, MentionId target) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::figure, false, one, 0, 0, 0});
    if (copies.mention == nowhere) {
      page_.nodes.push_back({Operation::constant, false, page_.constant(copies.count, nowhere), 0, 0, 0});
    } else {
      page_.nodes.push_back({Operation::figure, false, copies.mention, 0, 0, 0});
    }
    const bool is_part = is_left(target) && page_.figure(target).value() <= page_.figure(one).value();
    const Operation operation = is_part ? Operation::divide : Operation::multiply;
    page_.nodes.push_back({operation, false, first, first + 1, 0, 0});
    keep(page_,
         told_in_full(page_, first, target, price_of_copies, copies_not_meant, arithmetic::Joint::equals),
         shows_slip(one, copies, target), out_);
  }

  Page& page_;
  std::vector<bool> is_written_;  ///< a calculation is written out that answers for it
  std::vector<Derivation>& out_;
};

}  // namespace

void copied(Page& page, std::vector<Derivation>& out) {
  CopiesReader reader(page, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    const Figure& figure = page.figure(id);
    if (page.line_of(id).table == 0 && !figure.name && !figure.is_range()) reader.tell_of(id);
  }
}

}  // namespace reckon::derive

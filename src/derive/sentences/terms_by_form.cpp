// SPDX-License-Identifier: MIT
#include "derive/sentences/terms_by_form.hpp"

#include "derive/page/stretch.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::uint32_t words_that_lead = 3;
/// From how many terms on a sum is no chance, and how many are looked at.
constexpr std::size_t fewest_terms_of_form = 3;
constexpr std::size_t most_terms_of_form = 30;

/// To the digit, and neither a bound nor a guess.
bool is_told_plainly(const Page& page, MentionId id) {
  const Figure& figure = page.figure(id);
  if (figure.comparator != units::Comparator::equal || figure.is_range() || figure.approximate) return false;
  const std::uint32_t at = page.mentions[id].token;
  if (at == page.line_of(id).first_token) return true;
  const Token& before = page.tokens.tokens[at - 1];
  const bool is_bound = before.kind == Kind::relation && before.sign != arithmetic::Sign::equals;
  const bool is_guess =
      before.kind == Kind::word &&
      (before.role == Role::about || before.role == Role::at_least || before.role == Role::at_most);
  return !is_bound && !is_guess;
}

class TermForms {
 public:
  using Terms = std::vector<std::vector<MentionId>>;

  TermForms(const Page& page, const Naming& naming) : page_(page), naming_(naming) {}

  [[nodiscard]] Terms of(MentionId total) const {
    Terms out;
    column_above(total, out);
    parts_above(total, out);
    list_before(total, out);
    for (std::vector<MentionId>& terms : out) terms = without_parts(terms);
    std::erase_if(out, [](const auto& terms) { return terms.size() < fewest_terms_of_form; });
    return out;
  }

 private:
  /// What a subtotal sums up is in it.
  [[nodiscard]] std::vector<MentionId> without_parts(const std::vector<MentionId>& terms) const {
    std::vector<MentionId> out;
    double sum = 0.0;
    for (const MentionId id : terms) {
      const Figure& figure = page_.figure(id);
      const bool is_subtotal =
          out.size() > 1 && std::abs(sum - figure.value()) <= 0.5 * figure.step * figure.unit.factor;
      if (is_subtotal) out.clear();
      out.push_back(id);
      sum = is_subtotal ? figure.value() : sum + figure.value();
    }
    return out;
  }

  /// The numbers of a stretch that tell the same kind of thing; of counts those of the same things.
  [[nodiscard]] std::vector<MentionId> alike_in(const TextLine& stretch, MentionId target) const {
    std::vector<MentionId> out;
    for (const MentionId id : mentions_of(page_, stretch)) {
      const bool counts_alike = measures(target) || share_word(naming_.nouns[id], naming_.nouns[target]);
      if (tells_alike(page_, id, target) && counts_alike &&
          page_.figure(id).period == page_.figure(target).period)
        out.push_back(id);
    }
    return out;
  }
  [[nodiscard]] bool measures(MentionId id) const {
    return !page_.figure(id).unit.dimension.without_counts().is_dimensionless();
  }

  /// Numbers of a layout that end where it ends, each in the line above the other.
  void column_above(MentionId target, Terms& out) const {
    if (!is_set_apart(target)) return;
    const TextLine own = stretch_around(page_, page_.mentions[target].line, page_.mentions[target].token);
    const std::ptrdiff_t column = column_of(own, target);
    std::vector<MentionId> terms;
    for (auto stretch = stretch_above(page_, own); stretch && terms.size() < most_terms_of_form;
         stretch = stretch_above(page_, *stretch)) {
      const std::vector<MentionId> all = alike_in(*stretch, target);
      const auto term = std::find_if(all.begin(), all.end(), [&](MentionId id) {
        return is_set_apart(id) && column_of(*stretch, id) == column;
      });
      if (term == all.end()) break;
      terms.insert(terms.begin(), *term);
    }
    if (terms.size() >= fewest_terms_of_form) out.push_back(terms);
  }
  /// Blanks part it from what stands in front.
  [[nodiscard]] bool is_set_apart(MentionId id) const {
    constexpr std::string_view gap = "  ";
    const std::string_view text = page_.line_of(id).plain().text.substr(0, page_.token_of(id).begin);
    return text.empty() || text.ends_with('\n') || text.ends_with(gap);
  }
  /// In which column of its line it ends, in characters.
  [[nodiscard]] std::ptrdiff_t column_of(const TextLine& stretch, MentionId id) const {
    const Line& line = page_.lines[stretch.line];
    const std::uint32_t begin = page_.tokens.tokens[stretch.first_token].begin;
    const std::string_view text = line.plain().text.substr(begin, page_.token_of(id).end - begin);
    const auto characters = std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    return indent(stretch) + characters;
  }
  /// Blanks between the line break in front and its first token; nothing where that is not known.
  [[nodiscard]] std::ptrdiff_t indent(const TextLine& stretch) const {
    const Line& line = page_.lines[stretch.line];
    const base::Span first = page_.span(stretch.line, stretch.first_token, stretch.first_token + 1);
    std::optional<base::Span> before;
    if (stretch.first_token > line.first_token) {
      before = page_.span(stretch.line, stretch.first_token - 1, stretch.first_token);
      return static_cast<std::ptrdiff_t>(first.begin) - before->begin - 1;
    }
    if (line.seat != Seat::code || stretch.line == 0) return 0;
    before = page_.lines[stretch.line - 1].text->span();
    return static_cast<std::ptrdiff_t>(first.begin) - before->end - 1;
  }

  /// "Sum: 4.9 cores" below lines of which each has one number of cores.
  void parts_above(MentionId target, Terms& out) const {
    const TextLine own = stretch_around(page_, page_.mentions[target].line, page_.mentions[target].token);
    if (page_.lines[own.line].seat == Seat::code || !leads(own.first_token, target, true)) return;
    std::vector<MentionId> terms;
    for (auto stretch = stretch_above(page_, own); stretch && terms.size() < most_terms_of_form;
         stretch = stretch_above(page_, *stretch)) {
      const std::vector<MentionId> all = alike_in(*stretch, target);
      if (all.empty()) break;
      if (all.size() > 1) return;
      terms.insert(terms.begin(), all.front());
    }
    if (terms.size() >= fewest_terms_of_form) out.push_back(terms);
  }

  /// "3 ms here, 22 ms there and 12 ms to paint. Adds up to 37 ms."
  void list_before(MentionId target, Terms& out) const {
    const SentenceId id = page_.mentions[target].sentence;
    const Sentence& own = page_.sentences[id];
    if (!measures(target) || !leads(own.first_token, target, false) || id == 0 ||
        page_.sentences[id - 1].line != own.line)
      return;
    const Sentence& before = page_.sentences[id - 1];
    if (before.end_mention - before.first_mention > most_terms_of_form) return;
    std::vector<MentionId> terms;
    for (MentionId m = before.first_mention; m < before.end_mention; ++m) {
      if (!tells_alike(page_, m, target) || (!terms.empty() && !is_listed(m))) return;
      terms.push_back(m);
    }
    if (terms.size() >= fewest_terms_of_form) out.push_back(terms);
  }
  /// A comma or "and" parts it from the number before it.
  [[nodiscard]] bool is_listed(MentionId id) const {
    bool parts = false;
    for (std::uint32_t i = page_.mentions[id - 1].token + 1; i < page_.mentions[id].token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind != Kind::word && token.kind != Kind::comma) return false;
      if (token.role == Role::leap || token.role == Role::relation || token.role == Role::alternative)
        return false;
      parts = parts || token.kind == Kind::comma || token.role == Role::conjunction;
    }
    return parts;
  }

  /// A word that sums up begins what begins at a token, and nothing but words stand in front of the number;
  /// `names`: also those that say what is summed.
  [[nodiscard]] bool leads(std::uint32_t begin, MentionId target, bool names) const {
    const std::uint32_t end = page_.mentions[target].token;
    bool says = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind != Kind::word && token.kind != Kind::colon && token.kind != Kind::relation) return false;
      says = says || (i < begin + words_that_lead && sums_up(page_, page_.mentions[target].line, token));
      const bool is_content = token.kind == Kind::word && token.role == Role::content;
      if (is_content && (!says || !names)) return false;
    }
    return says;
  }

  const Page& page_;
  const Naming& naming_;
};

}  // namespace

bool sums_up(const Page& page, LineId line, const Token& token) {
  if (token.kind != Kind::word) return false;
  return token.role == Role::total ||
         (token.role == Role::relation && arithmetic::adds_up(page.written(line, token)));
}

bool sums_up_alone(const Page& page, MentionId id) {
  const Mention& mention = page.mentions[id];
  const Sentence& own = page.sentences[mention.sentence];
  bool says = false;
  for (std::uint32_t i = own.first_token; i < mention.token; ++i) {
    const Token& token = page.tokens.tokens[i];
    const bool sums = sums_up(page, mention.line, token);
    says = says || sums;
    if (!sums && token.kind != Kind::colon && token.kind != Kind::relation && token.kind != Kind::comma)
      return false;
  }
  return says && page.tokens.tokens[mention.token + 1].kind != Kind::word;
}

bool is_ruled_off(const Page& page, MentionId id) {
  const Line& line = page.line_of(id);
  const LineId own = page.mentions[id].line;
  return line.seat == Seat::code && own > 0 && is_rule(page, page.lines[own - 1]) &&
         line.first_token == page.mentions[id].token && line.end_token == line.first_token + 2;
}

bool tells_alike(const Page& page, MentionId a, MentionId b) {
  const Figure& figure = page.figure(a);
  return figure.unit.dimension.without_counts() == page.figure(b).unit.dimension.without_counts() &&
         !figure.name && figure.is_percent() == page.figure(b).is_percent();
}

std::vector<std::vector<MentionId>> terms_by_form(const Page& page, const Naming& naming, MentionId total) {
  return TermForms(page, naming).of(total);
}

bool may_add_up(const Page& page, const std::vector<MentionId>& terms, MentionId total) {
  const Figure& stated = page.figure(total);
  const bool is_above = std::all_of(terms.begin(), terms.end(), [&](MentionId id) {
    return is_told_plainly(page, id) && page.figure(id).value() < stated.value();
  });
  const Kind next = page.tokens.tokens[page.mentions[total].token + 1].kind;
  const bool goes_on = next == Kind::plus || next == Kind::minus || next == Kind::times || next == Kind::over;
  return is_above && is_told_plainly(page, total) && !goes_on;
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
#include "check/derived_claims.hpp"

#include "arithmetic/prices.hpp"
#include "derive/written_out.hpp"

#include <fmt/format.h>

#include <utility>

namespace reckon::check {
namespace {

using derive::Derivation;
using derive::Derived;
using derive::Fate;
using derive::MentionId;

/// The dearest of what had to be supposed, as a sentence; "" when nothing worth telling.
std::string convention_of(const Derivation& derivation) {
  const arithmetic::Price* dearest = nullptr;
  for (const arithmetic::Price& row : arithmetic::price_table()) {
    if ((derivation.comparison.supposed & arithmetic::one(row.supposition)) == 0 || !row.is_told) continue;
    if (dearest == nullptr || row.bits > dearest->bits) dearest = &row;
  }
  return dearest == nullptr ? std::string{} : fmt::format("holds {}", dearest->sentence);
}

Where where_of(derive::Seat seat) {
  switch (seat) {
    case derive::Seat::cell:
    case derive::Seat::header:
      return Where::table;
    case derive::Seat::value:
    case derive::Seat::string:
      return Where::response;
    case derive::Seat::paragraph:
    case derive::Seat::item:
    case derive::Seat::heading:
    case derive::Seat::code:
      return Where::text;
  }
  return Where::text;
}

class Adder {
 public:
  Adder(const base::Sources& sources, const Derived& derived, std::vector<Claim>& claims,
        std::vector<Judgement>& judgements)
      : sources_(sources), derived_(derived), page_(derived.page), claims_(claims), judgements_(judgements) {}

  void run() {
    std::vector<bool> done(derived_.derivations.size(), false);
    for (MentionId id = 0; id < derived_.judged.stories.size(); ++id) {
      const derive::Story& story = derived_.judged.stories[id];
      if (story.by == derive::nowhere || story.fate == Fate::input || story.fate == Fate::unexplained)
        continue;
      add(story.by, story);
      done[story.by] = true;
    }
    for (const derive::Accusation& accusation : derived_.judged.weighed) {
      if (!accusation.is_told) continue;
      if (!done[accusation.derivation])
        add(accusation.derivation, {Fate::accused, accusation.derivation, accusation.margin});
    }
  }

 private:
  static Verdict verdict_of(Fate fate, bool is_rounded) {
    switch (fate) {
      case Fate::accused:
        return Verdict::contradicted;
      case Fate::inherited:
        return Verdict::inherited;
      case Fate::explained:
      case Fate::input:
      case Fate::unexplained:
        return is_rounded ? Verdict::rounded : Verdict::consistent;
    }
    return Verdict::consistent;
  }

  void add(std::uint32_t index, const derive::Story& story) {
    const Derivation& derivation = derived_.derivations[index];
    Claim claim;
    Judgement judgement;
    claim.role = Role::equation;
    claim.derivation = index;
    double factor = 1.0;
    const derive::Line* line = &page_.lines[derivation.line];
    if (derivation.target != derive::nowhere) {
      claim.span = page_.span(derivation.target);
      claim.stated = derive::stated_of(page_, derivation.target);
      claim.stated.dimension = claim.stated.dimension.without_counts();
      claim.unit_text = claim.stated.unit_text;
      factor = claim.stated.unit.factor;
      line = &page_.line_of(derivation.target);
    } else {
      claim.span = page_.span(derivation.line, derivation.stated_begin, derivation.stated_end);
    }
    claim.text = std::string(sources_.text(claim.span));
    claim.where = where_of(line->seat);
    claim.pointer = pointer_of(*line);
    judgement.convention = convention_of(derivation);
    judgement.verdict = verdict_of(story.fate, !judgement.convention.empty());
    const double right = derivation.comparison.right * factor;
    judgement.recomputed = units::Interval{right, right, right};
    if (derivation.comparison.ratio != 0.0) judgement.ratio = derivation.comparison.ratio;
    judgement.calculation = derive::calculation_text(page_, sources_, derivation);
    judgement.evidence = story.evidence;
    claims_.push_back(std::move(claim));
    judgements_.push_back(std::move(judgement));
  }

  static std::string pointer_of(const derive::Line& line) {
    if (line.table != 0 && line.row != 0)
      return fmt::format("table {}/row {}/column {}", line.table, line.row, line.column);
    return line.pointer;
  }

  const base::Sources& sources_;
  const Derived& derived_;
  const derive::Page& page_;
  std::vector<Claim>& claims_;
  std::vector<Judgement>& judgements_;
};

}  // namespace

void add_derived_claims(const base::Sources& sources, const Derived& derived, std::vector<Claim>& claims,
                        std::vector<Judgement>& judgements) {
  Adder(sources, derived, claims, judgements).run();
}

std::vector<NumberFate> fates(const base::Sources& sources, const Derived& derived) {
  std::vector<NumberFate> out;
  const derive::Page& page = derived.page;
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    const derive::Story& story = derived.judged.stories[id];
    NumberFate number;
    number.span = page.span(id);
    number.text = std::string(sources.text(number.span));
    number.fate = story.fate;
    number.evidence = story.evidence;
    if (story.by != derive::nowhere) {
      const Derivation& derivation = derived.derivations[story.by];
      number.by = derive::calculation_text(page, sources, derivation);
      number.by_span = derive::place_of(page, derivation);
      number.generator = derive::name(derivation.generator);
    }
    out.push_back(std::move(number));
  }
  return out;
}

}  // namespace reckon::check

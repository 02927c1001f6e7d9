// SPDX-License-Identifier: MIT
#include "check/derived_claims.hpp"

#include "arithmetic/prices.hpp"
#include "derive/judge/written_out.hpp"

#include <fmt/format.h>

#include <utility>

namespace reckon::check {
namespace {

using derive::Derivation;
using derive::Derived;
using derive::Fate;

/// The dearest of what had to be supposed and is worth telling, or null.
const arithmetic::Price* dearest_told(const Derivation& derivation) {
  const arithmetic::Price* dearest = nullptr;
  for (const arithmetic::Price& row : arithmetic::price_table()) {
    if ((derivation.comparison.supposed & arithmetic::one(row.supposition)) == 0 || !row.is_told) continue;
    if (dearest == nullptr || row.bits > dearest->bits) dearest = &row;
  }
  return dearest;
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

}  // namespace

base::Span stated_at(const derive::Page& page, const Derivation& derivation) {
  return derivation.target != derive::nowhere
             ? page.span(derivation.target)
             : page.span(derivation.line, derivation.stated_begin, derivation.stated_end);
}

std::string pointer_of(const derive::Page& page, const derive::Line& line) {
  if (line.table != 0 && line.row != 0)
    return fmt::format("table {}/row {}/column {}", line.table, line.row, line.column);
  return std::string(page.pointer(line));
}

Claim derived_claim(const base::Sources& sources, const Derived& derived, std::uint32_t index) {
  const derive::Page& page = derived.page;
  const Derivation& derivation = derived.derivations[index];
  Claim claim;
  claim.role = Role::equation;
  claim.derivation = index;
  claim.span = stated_at(page, derivation);
  const derive::Line* line = &page.lines[derivation.line];
  if (derivation.target != derive::nowhere) {
    claim.stated = derive::stated_of(page, derivation.target);
    claim.stated.dimension = claim.stated.dimension.without_counts();
    claim.unit_text = claim.stated.unit_text;
    line = &page.line_of(derivation.target);
  }
  claim.text = std::string(sources.text(claim.span));
  claim.where = where_of(line->seat);
  claim.pointer = pointer_of(page, *line);
  return claim;
}

Verdict derived_verdict(const Derivation& derivation, Fate fate) {
  switch (fate) {
    case Fate::accused:
      return Verdict::contradicted;
    case Fate::inherited:
      return Verdict::inherited;
    case Fate::explained:
    case Fate::input:
    case Fate::unexplained:
      break;
  }
  return dearest_told(derivation) == nullptr ? Verdict::consistent : Verdict::rounded;
}

Judgement derived_judgement(const base::Sources& sources, const Derived& derived, std::uint32_t index,
                            const derive::Story& story) {
  const Derivation& derivation = derived.derivations[index];
  Judgement judgement;
  judgement.verdict = derived_verdict(derivation, story.fate);
  if (const arithmetic::Price* price = dearest_told(derivation))
    judgement.convention = fmt::format("holds {}", price->sentence);
  const bool has_target = derivation.target != derive::nowhere;
  const double factor = has_target ? derived.page.figure(derivation.target).unit.factor : 1.0;
  judgement.recomputed = units::exactly(derivation.comparison.right * factor);
  if (derivation.comparison.ratio != 0.0) judgement.ratio = derivation.comparison.ratio;
  judgement.calculation = derive::calculation_text(derived.page, sources, derivation);
  judgement.evidence = story.evidence;
  return judgement;
}

NumberFate Numbers::operator[](std::size_t index) const {
  const auto id = static_cast<derive::MentionId>(index);
  const derive::Page& page = derived_->page;
  const derive::Story& story = derived_->judged.stories[id];
  NumberFate number;
  number.span = page.span(id);
  number.text = std::string(sources_->text(number.span));
  number.fate = story.fate;
  number.evidence = story.evidence;
  if (story.by == derive::nowhere) return number;
  const Derivation& derivation = derived_->derivations[story.by];
  number.by = derive::calculation_text(page, *sources_, derivation);
  number.by_span = derive::place_of(page, derivation);
  number.generator = derive::name(derivation.generator);
  return number;
}

}  // namespace reckon::check

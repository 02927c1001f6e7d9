// SPDX-License-Identifier: MIT
#include "check/claims.hpp"

#include "check/derived_claims.hpp"
#include "check/labels.hpp"
#include "derive/judge/written_out.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace reckon::check {

void Claims::push_back(Claim claim) {
  entries_.push_back({static_cast<std::uint32_t>(whole_.size()), 0, 0, Kind::whole, claim.role});
  whole_.push_back({std::move(claim), {}});
}

void Claims::add_cell(derive::MentionId number, std::uint32_t label_column, Role role) {
  entries_.push_back({number, label_column, 0, Kind::cell, role});
}

void Claims::add_labelled(derive::MentionId number, std::uint32_t begin, std::uint32_t end, Role role) {
  entries_.push_back({number, begin, end, Kind::labelled, role});
}

void Claims::add_derived() {
  using derive::Fate;
  const derive::Judged& judged = derived_->judged;
  entries_.reserve(entries_.size() + judged.stories.size());
  std::vector<bool> done(derived_->derivations.size(), false);
  for (derive::MentionId id = 0; id < judged.stories.size(); ++id) {
    const derive::Story& told = judged.stories[id];
    if (told.by == derive::nowhere || told.fate == Fate::input || told.fate == Fate::unexplained) continue;
    entries_.push_back({told.by, id, 0, Kind::derived, Role::equation});
    done[told.by] = true;
  }
  for (std::uint32_t i = 0; i < judged.weighed.size(); ++i) {
    const derive::Accusation& accusation = judged.weighed[i];
    if (accusation.is_told && !done[accusation.derivation])
      entries_.push_back({accusation.derivation, i, 0, Kind::accused, Role::equation});
  }
}

Claim Claims::operator[](std::size_t index) const {
  const Entry& entry = entries_[index];
  switch (entry.kind) {
    case Kind::whole:
      return whole_[entry.a].claim;
    case Kind::derived:
    case Kind::accused:
      return derived_claim(*sources_, *derived_, entry.a);
    case Kind::cell:
    case Kind::labelled:
      break;
  }
  Claim claim = of_number(entry.a);
  claim.role = entry.role;
  claim.label = label(index);
  claim.label_span = label_span(entry);
  if (entry.kind == Kind::cell) {
    claim.where = Where::table;
    claim.pointer = pointer_of(derived_->page, derived_->page.line_of(entry.a));
  } else {
    claim.certainty = Certainty::likely;
  }
  return claim;
}

Judgement Claims::judgement(std::size_t index) const {
  const Entry& entry = entries_[index];
  switch (entry.kind) {
    case Kind::whole:
      return whole_[entry.a].judgement;
    case Kind::derived:
    case Kind::accused:
      return derived_judgement(*sources_, *derived_, entry.a, story(entry));
    case Kind::cell:
    case Kind::labelled:
      break;
  }
  return {};
}

base::Span Claims::span(std::size_t index) const {
  const Entry& entry = entries_[index];
  switch (entry.kind) {
    case Kind::whole:
      return whole_[entry.a].claim.span;
    case Kind::derived:
    case Kind::accused:
      return stated_at(derived_->page, derived_->derivations[entry.a]);
    case Kind::cell:
    case Kind::labelled:
      break;
  }
  return derived_->page.span(entry.a);
}

std::string Claims::label(std::size_t index) const {
  const Entry& entry = entries_[index];
  if (entry.kind == Kind::whole) return whole_[entry.a].claim.label;
  if (entry.kind == Kind::cell) return plain_label(label_cell(entry).view());
  return entry.kind == Kind::labelled ? plain_label(sources_->text(label_span(entry))) : std::string{};
}

Verdict Claims::verdict(std::size_t index) const {
  const Entry& entry = entries_[index];
  if (entry.kind == Kind::whole) return whole_[entry.a].judgement.verdict;
  if (!derivation(index)) return Verdict::unbound;
  return derived_verdict(derived_->derivations[entry.a], story(entry).fate);
}

bool Claims::is_recomputed(std::size_t index) const {
  const Entry& entry = entries_[index];
  return entry.kind == Kind::whole ? whole_[entry.a].judgement.recomputed.has_value()
                                   : derivation(index).has_value();
}

std::optional<std::uint32_t> Claims::derivation(std::size_t index) const {
  const Entry& entry = entries_[index];
  if (entry.kind == Kind::whole) return whole_[entry.a].claim.derivation;
  const bool is_derived = entry.kind == Kind::derived || entry.kind == Kind::accused;
  return is_derived ? std::optional(entry.a) : std::nullopt;
}

const Claim* Claims::whole(std::size_t index) const {
  const Entry& entry = entries_[index];
  return entry.kind == Kind::whole ? &whole_[entry.a].claim : nullptr;
}

Claims::Whole& Claims::make_whole(std::size_t index) {
  Entry& entry = entries_[index];
  if (entry.kind != Kind::whole) {
    whole_.push_back({(*this)[index], judgement(index)});
    entry = {static_cast<std::uint32_t>(whole_.size() - 1), 0, 0, Kind::whole, entry.role};
  }
  return whole_[entry.a];
}

Claim Claims::of_number(derive::MentionId number) const {
  Claim claim;
  claim.span = derived_->page.span(number);
  claim.stated = derive::stated_of(derived_->page, number);
  claim.text = std::string(sources_->text(claim.span));
  claim.unit_text = claim.stated.unit_text;
  claim.section = std::visit([](const auto& part) { return part.section; },
                             document_->fragments[derived_->page.line_of(number).fragment]);
  return claim;
}

const document::Text& Claims::label_cell(const Entry& entry) const {
  const derive::Line& line = derived_->page.line_of(entry.a);
  const auto& table = std::get<document::Table>(document_->fragments[line.fragment]);
  return table.rows[line.row - 1][entry.b].text;
}

base::Span Claims::label_span(const Entry& entry) const {
  const derive::Page& page = derived_->page;
  return entry.kind == Kind::cell ? label_cell(entry).span()
                                  : page.span(page.mentions[entry.a].line, entry.b, entry.c);
}

derive::Story Claims::story(const Entry& entry) const {
  if (entry.kind == Kind::derived) return derived_->judged.stories[entry.b];
  const derive::Accusation& accusation = derived_->judged.weighed[entry.b];
  return {derive::Fate::accused, accusation.derivation, accusation.margin};
}

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
#include "check/places.hpp"

#include "check/labels.hpp"
#include "check/leading_quantity.hpp"
#include "tree/pointer.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace reckon::check {
namespace {

using document::Artefact;

bool is_about(const model::Appearance& appearance, const Artefact& artefact) {
  return appearance.type == artefact.type && appearance.name == artefact.name;
}

/// A pattern that stays at the root counts artefacts, any other what it reaches within one.
bool counts_artefacts(const model::Appearance& appearance) {
  return appearance.counts && appearance.pattern.find('/') == std::string::npos;
}

/// A value that the place itself gives, not a text to be read.
void state(Claim& claim, double value, const units::Unit& unit, const std::string& unit_text) {
  claim.stated.interval = units::exactly(value);
  claim.stated.number = value / unit.factor;
  claim.stated.dimension = unit.dimension;
  claim.stated.unit = unit;
  claim.unit_text = unit_text;
}

/// A word that stands for a value at this place.
bool read_word(const tree::Node& node, const model::Appearance& appearance, Claim& claim) {
  const std::string written = plain_label(node.text);
  for (const auto& [word, value] : appearance.means) {
    if (plain_label(word) != written) continue;
    state(claim, value, appearance.unit, appearance.unit_text);
    return true;
  }
  return false;
}

/// Words may follow a quantity in a text ("2000 cores at the peak"); anything glued to it makes it
/// something else.
bool is_whole(const tree::Node& node, std::size_t end) {
  if (end == node.text.size()) return true;
  return node.kind == tree::Kind::string &&
         std::string_view(" ,;(").find(node.text[end]) != std::string_view::npos;
}

/// A scalar at a place that states a quantity in a known unit: a bare number takes that unit.
bool read_scalar(const tree::Node& node, const units::Unit& unit, const std::string& unit_text, Claim& claim,
                 Collected& into) {
  units::Expectation expect = prose();
  expect.dimension = unit.dimension;
  const auto found = units::scan_quantity(node.text, 0, expect);
  if (!found || !is_whole(node, found->end)) {
    into.unreadable.push_back({claim.span, claim.pointer, fmt::format("'{}' is no quantity", node.text)});
    return false;
  }
  claim.stated = found->stated;
  if (found->stated.unit_text.empty() && found->stated.dimension.is_dimensionless()) {
    units::Interval& i = claim.stated.interval;
    i = {i.low * unit.factor, i.value * unit.factor, i.high * unit.factor};
    claim.stated.dimension = unit.dimension;
    claim.stated.unit = unit;
    claim.unit_text = unit_text;
    return true;
  }
  if (found->stated.dimension.without_counts() != unit.dimension.without_counts()) {
    into.unreadable.push_back(
        {claim.span, claim.pointer,
         fmt::format("'{}' is {}, the place wants {}", node.text, units::describe(found->stated.dimension),
                     units::describe(unit.dimension))});
    return false;
  }
  claim.stated.dimension = unit.dimension;
  claim.unit_text = found->stated.unit_text;
  return true;
}

}  // namespace

Places::Places(const base::Sources& sources, const document::Document& document, const prompt::Prompt* prompt,
               const model::Model& model)
    : sources_(sources), prompt_(prompt), model_(model) {
  for (const model::Appearance& appearance : model.appearances) {
    if (!counts_artefacts(appearance)) continue;
    Number& number = numbers_[&appearance];
    for (const document::Fragment& fragment : document.fragments) {
      const auto* artefact = std::get_if<Artefact>(&fragment);
      if (artefact == nullptr || !is_about(appearance, *artefact) ||
          tree::select(artefact->tree, appearance.pattern).empty())
        continue;
      if (number.first == nullptr) number.first = artefact;
      ++number.count;
    }
  }
}

std::set<const tree::Node*> Places::read(const Artefact& artefact, Collected& into) const {
  std::set<const tree::Node*> read;
  if (artefact.type == "response" && prompt_ != nullptr) read = read_response(artefact, into);
  for (const model::Appearance& appearance : model_.appearances) {
    if (!is_about(appearance, artefact)) continue;
    if (appearance.counts) {
      read_count(artefact, appearance, into);
    } else {
      read_appearance(artefact, appearance, into);
    }
  }
  return read;
}

std::set<const tree::Node*> Places::read_response(const Artefact& artefact, Collected& into) const {
  std::set<const tree::Node*> read;
  for (const prompt::Place& place : prompt_->reads) {
    for (const tree::Match& match : tree::select(artefact.tree, place.pattern)) {
      read.insert(match.node);
      if (!match.node->is_scalar() || match.node->kind == tree::Kind::null) continue;
      Claim claim = located(*match.node, match.pointer, Where::response);
      claim.slot = model::find_slot(model_, place.name);
      if (read_scalar(*match.node, place.unit, place.unit_text, claim, into))
        into.claims.push_back(std::move(claim));
    }
  }
  return read;
}

void Places::read_appearance(const Artefact& artefact, const model::Appearance& appearance,
                             Collected& into) const {
  const std::vector<tree::Match> matches = tree::select(artefact.tree, appearance.pattern);
  for (const tree::Match& match : matches) {
    if (!match.node->is_scalar() || match.node->kind == tree::Kind::null) continue;
    Claim claim = stated_in(artefact, appearance, match);
    const bool is_read = read_word(*match.node, appearance, claim) ||
                         (!appearance.words_only &&
                          read_scalar(*match.node, appearance.unit, appearance.unit_text, claim, into));
    if (is_read) into.claims.push_back(std::move(claim));
  }
  if (matches.empty() && appearance.absent && !artefact.truncated) read_absent(artefact, appearance, into);
}

void Places::read_count(const Artefact& artefact, const model::Appearance& appearance,
                        Collected& into) const {
  std::vector<tree::Match> matches = tree::select(artefact.tree, appearance.pattern);
  std::size_t count = matches.size();
  if (counts_artefacts(appearance)) {
    const Number& number = numbers_.at(&appearance);
    count = number.first == &artefact ? number.count : 0;
  }
  if (count == 0) return;
  Claim claim = stated_in(artefact, appearance, matches.front());
  // A whole block would be marked otherwise.
  if (!matches.front().node->is_scalar()) {
    const auto key = tree::key_span(artefact.tree, claim.pointer);
    const base::Span& span = matches.front().node->span;
    const std::string_view line = sources_.text(span).substr(0, sources_.text(span).find('\n'));
    claim.span =
        key ? *key
            : base::Span{span.source, span.begin, span.begin + static_cast<std::uint32_t>(line.size())};
  }
  claim.text = std::to_string(count);
  state(claim, static_cast<double>(count) * appearance.unit.factor, appearance.unit, appearance.unit_text);
  into.claims.push_back(std::move(claim));
}

void Places::read_absent(const Artefact& artefact, const model::Appearance& appearance,
                         Collected& into) const {
  const std::string above = appearance.pattern.substr(0, appearance.pattern.rfind('/'));
  for (const tree::Match& parent : tree::select(artefact.tree, above)) {
    if (parent.node->kind != tree::Kind::mapping) continue;
    Claim claim = stated_in(artefact, appearance, parent);
    claim.where = Where::manifest;
    if (const auto key = tree::key_span(artefact.tree, parent.pointer)) claim.span = *key;
    claim.text = appearance.absent_text;
    claim.from_platform = true;
    claim.stated.interval = units::exactly(*appearance.absent);
    claim.stated.dimension = appearance.unit.dimension;
    claim.unit_text = model_.slot(appearance.slot).unit_text;
    into.claims.push_back(std::move(claim));
  }
}

Claim Places::located(const tree::Node& node, const std::string& pointer, Where where) const {
  Claim claim;
  claim.span = node.text_span;
  claim.pointer = pointer;
  claim.where = where;
  claim.text = std::string(sources_.text(node.text_span));
  return claim;
}

Claim Places::stated_in(const Artefact& artefact, const model::Appearance& appearance,
                        const tree::Match& match) const {
  Claim claim =
      located(*match.node, match.pointer, artefact.type == "command" ? Where::command : Where::manifest);
  claim.artefact = artefact.name;
  claim.slot = appearance.slot;
  return claim;
}

}  // namespace reckon::check

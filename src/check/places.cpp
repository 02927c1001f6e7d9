// SPDX-License-Identifier: MIT
#include "check/places.hpp"

#include "check/code_places.hpp"
#include "check/labels.hpp"
#include "tree/pointer.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace reckon::check {
namespace {

using document::Artefact;
using Count = model::Appearance::Count;

bool is_about(const model::Appearance& appearance, const Artefact& artefact) {
  return appearance.type == artefact.type && appearance.name == artefact.name;
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
    claim.telling = Telling::word;
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

/// Words behind a bare number that say when, where or how surely, and not what is counted.
constexpr std::array<std::string_view, 38> circumstances{
    "at",       "in",        "on",       "for",     "over",       "across",
    "with",     "within",    "during",   "when",    "while",      "by",
    "to",       "and",       "or",       "as",      "if",         "is",
    "plus",     "minus",     "total",    "overall", "altogether", "combined",
    "peak",     "minimum",   "maximum",  "min",     "max",        "average",
    "mean",     "initially", "required", "needed",  "estimated",  "approximately",
    "globally", "worldwide"};

/// The letters at the next word behind `at`; empty when something else stands there.
std::string_view next_word(std::string_view text, std::size_t& at) {
  const std::size_t first = text.find_first_not_of(' ', at);
  if (first == at || first == std::string_view::npos) return {};
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  at = first;
  while (at < text.size() && is_letter(text[at])) ++at;
  return text.substr(first, at - first);
}

bool is_unit(std::string_view word, const units::Unit& unit) {
  const auto read = units::read_unit(word);
  return read && read->dimension == unit.dimension && read->factor == unit.factor;
}

/// The word right behind a bare number that would have to be its unit: "TBB" of "12 TBB", "" of "12 at the
/// peak" and of "12, later more". In "12 physical cores" the unit comes a word later.
std::string_view unit_not_known(std::string_view text, std::size_t end, const units::Unit& unit) {
  constexpr std::size_t most_adjectives = 2;
  const std::string_view first = next_word(text, end);
  const bool is_circumstance =
      std::find(circumstances.begin(), circumstances.end(), plain_label(first)) != circumstances.end();
  if (first.empty() || is_circumstance || is_unit(first, unit)) return {};
  for (std::size_t i = 0; i < most_adjectives; ++i) {
    if (is_unit(next_word(text, end), unit)) return {};
  }
  return first;
}

/// A scalar at a place that states a quantity in a known unit: a bare number takes that unit.
bool read_scalar(const tree::Node& node, const units::Unit& unit, const std::string& unit_text, Claim& claim,
                 Collected& into) {
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  expect.dimension = unit.dimension;
  const auto found = units::scan_quantity(node.text, 0, expect);
  if (!found || !is_whole(node, found->end)) {
    into.unreadable.push_back({claim.span, claim.pointer, fmt::format("'{}' is no quantity", node.text)});
    return false;
  }
  claim.stated = found->stated;
  if (found->stated.unit_text.empty() && found->stated.dimension.is_dimensionless()) {
    if (const std::string_view word = unit_not_known(node.text, found->end, unit); !word.empty()) {
      into.unreadable.push_back({claim.span, claim.pointer,
                                 fmt::format("'{}' is no unit that is known here: '{}'", word, node.text)});
      return false;
    }
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

/// `pattern` with its stars as they are in the pointer that `model` reached.
std::string filled(std::string_view pattern, std::string_view model, std::string_view pointer) {
  const auto next = [](std::string_view& path) {
    path.remove_prefix(std::min<std::size_t>(1, path.size()));
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
  };
  std::vector<std::string_view> stars;
  while (!model.empty() && !pointer.empty()) {
    const std::string_view key = next(pointer);
    if (next(model).starts_with('*')) stars.push_back(key);
  }
  std::string out;
  for (auto star = stars.begin(); !pattern.empty();) {
    const std::string_view segment = next(pattern);
    out += '/';
    out += segment == "*" && star != stars.end() ? *star++ : segment;
  }
  return out;
}

/// Whether a name ends in a unit of what is stated: `http_requests_per_second` of requests in a time,
/// whatever else they are counted by.
bool names_unit(std::string_view name, const units::Dimension& wanted) {
  const std::string words = plain_label(name);
  for (std::size_t begin = 0; begin < words.size();
       begin = std::min(words.find(' ', begin), words.size() - 1) + 1) {
    const std::string_view rest = std::string_view(words).substr(begin);
    const auto unit = units::read_unit(rest);
    if (!unit || rest.starts_with("per ")) continue;
    for (std::size_t i = 0; i < units::axis_count; ++i) {
      const bool may_be_left_out = i >= units::strict_axis_count && unit->dimension.exponents[i] == 0;
      if (!may_be_left_out && unit->dimension.exponents[i] != wanted.exponents[i]) return false;
    }
    return true;
  }
  return false;
}

bool is_named(const Artefact& artefact, const model::Appearance& appearance, const std::string& pointer) {
  if (appearance.named_by.empty()) return true;
  const tree::Node* name = tree::at(*artefact.tree, filled(appearance.named_by, appearance.pattern, pointer));
  return name != nullptr && name->is_scalar() && names_unit(name->text, appearance.unit.dimension);
}

}  // namespace

Places::Places(const base::Sources& sources, const document::Document& document, const prompt::Prompt* prompt,
               const model::Model& model)
    : sources_(sources), prompt_(prompt), model_(model) {
  for (const model::Appearance& appearance : model.appearances) {
    if (appearance.count != Count::artefacts) continue;
    Number& number = numbers_[&appearance];
    for (const document::Fragment& fragment : document.fragments) {
      const auto* artefact = std::get_if<Artefact>(&fragment);
      if (artefact == nullptr || !is_about(appearance, *artefact) ||
          tree::select(*artefact->tree, appearance.pattern).empty())
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
    if (appearance.count != Count::none) {
      read_count(artefact, appearance, into);
    } else {
      read_appearance(artefact, appearance, into);
    }
  }
  return read;
}

std::set<const tree::Node*> Places::read_response(const Artefact& artefact, Collected& into) const {
  std::set<const tree::Node*> read = code_in(artefact, *prompt_);
  for (const prompt::Place& place : prompt_->reads) {
    for (const tree::Match& match : tree::select(*artefact.tree, place.pattern)) {
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
  const std::vector<tree::Match> matches = tree::select(*artefact.tree, appearance.pattern);
  for (const tree::Match& match : matches) {
    if (!match.node->is_scalar() || match.node->kind == tree::Kind::null) continue;
    if (!is_named(artefact, appearance, match.pointer)) continue;
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
  std::vector<tree::Match> matches = tree::select(*artefact.tree, appearance.pattern);
  std::size_t count = matches.size();
  if (appearance.count == Count::artefacts) {
    const Number& number = numbers_.at(&appearance);
    count = number.first == &artefact ? number.count : 0;
  }
  if (count == 0) return;
  Claim claim = stated_in(artefact, appearance, matches.front());
  // A key or one line is enough to show the place.
  const auto key = tree::key_span(*artefact.tree, claim.pointer);
  const std::size_t line = std::min(claim.text.find('\n'), claim.text.size());
  claim.span.end = claim.span.begin + static_cast<std::uint32_t>(line);
  if (key && !matches.front().node->is_scalar()) claim.span = *key;
  claim.telling = Telling::count;
  claim.text = std::to_string(count);
  state(claim, static_cast<double>(count) * appearance.unit.factor, appearance.unit, appearance.unit_text);
  into.claims.push_back(std::move(claim));
}

void Places::read_absent(const Artefact& artefact, const model::Appearance& appearance,
                         Collected& into) const {
  const std::string above = appearance.pattern.substr(0, appearance.pattern.rfind('/'));
  for (const tree::Match& parent : tree::select(*artefact.tree, above)) {
    if (parent.node->kind != tree::Kind::mapping) continue;
    Claim claim = stated_in(artefact, appearance, parent);
    claim.where = Where::manifest;
    if (const auto key = tree::key_span(*artefact.tree, parent.pointer)) claim.span = *key;
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

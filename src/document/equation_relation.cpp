// SPDX-License-Identifier: MIT
#include "document/equation_relation.hpp"

#include <algorithm>

namespace reckon::document {
namespace {

std::size_t count_words(std::string_view phrase) {
  return static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
}

/// Merges "= ~", "≈ ~", "-> ~": the first sign relates, the second softens.
bool take_sign(const Prepared& prepared, std::size_t& at, Joint& joint) {
  const Token& token = prepared.at(at);
  if (token.kind != Kind::relation) return false;
  const Token& behind = prepared.at(std::min(at + 1, prepared.size() - 1));
  if (token.sign == Sign::tilde && !token.space_before && !behind.space_before) return false;  // v4.1^2~29
  joint.sign = token.sign;
  ++at;
  while (prepared.at(at).kind == Kind::relation) {
    const Sign next = prepared.at(at).sign;
    if (next == Sign::tilde || next == Sign::approximately) {
      joint.approximate = true;
    } else if (joint.sign != Sign::equals || (next != Sign::at_least && next != Sign::at_most)) {
      return false;
    } else {
      joint.sign = next;
    }
    ++at;
  }
  return true;
}

/// "12 months × 40 GB: 480 GB".
bool take_colon(const Prepared& prepared, std::size_t first, std::size_t& at, Joint& joint) {
  if (prepared.at(at).kind != Kind::colon || at != first) return false;
  const Token& next = prepared.at(std::min(at + 1, prepared.size() - 1));
  if (!next.space_before || next.kind == Kind::stop) return false;
  joint.sign = Sign::colon;
  ++at;
  return true;
}

bool take_phrase(const Prepared& prepared, std::size_t& at, Joint& joint) {
  std::size_t here = at;
  if (prepared.at(here).kind == Kind::comma) ++here;
  const std::optional<Phrase> phrase = phrase_at(prepared, here);
  if (!phrase) return false;
  joint.sign = phrase->sign;
  at = here + count_words(phrase->words);
  return true;
}

/// "= total QPS = 417": a name between two relations.
void pass_over_name(const Prepared& prepared, std::size_t& at) {
  constexpr std::size_t longest_name = 6;
  std::size_t here = at;
  while (here - at < longest_name && prepared.at(here).kind == Kind::word) ++here;
  const Token& sign = prepared.at(here);
  if (here != at && sign.kind == Kind::relation && sign.sign == Sign::equals) at = here + 1;
}

/// "rows=5*2 width=48" and "a = 5 * 3 b_2 = 15": what stands before the sign is a name and not a noun.
bool assigns_to_name(const Prepared& prepared, std::size_t sign) {
  const Token& name = prepared.at(sign - 1);
  if (prepared.at(sign).kind != Kind::relation || name.kind != Kind::word) return false;
  const std::string_view written =
      std::string_view(prepared.plain.text).substr(name.begin, name.end - name.begin);
  const auto is_hump = [](char a, char b) { return a >= 'a' && a <= 'z' && b >= 'A' && b <= 'Z'; };
  const bool has_humps =
      std::adjacent_find(written.begin(), written.end(), is_hump) != written.end();  // windowBits
  return !prepared.at(sign).space_before || written.size() == 1 || has_humps ||
         written.find('_') != std::string_view::npos;
}

}  // namespace

Rounding rounding_in(const Prepared& prepared, std::size_t first, std::size_t last) {
  Rounding rounding = Rounding::unsaid;
  bool rounds = false;
  for (std::size_t i = first; i < std::min(last, first + 12); ++i) {
    if (prepared.at(i).kind != Kind::word) continue;
    const std::string_view word = prepared.lower(i);
    if (word == "rounded" || word == "round" || word == "rounding") {
      rounds = true;
      rounding = Rounding::nearest;
    } else if (rounds && word == "up") {
      rounding = Rounding::up;
    } else if (rounds && word == "down") {
      rounding = Rounding::down;
    }
  }
  return rounding;
}

std::optional<Joint> read_joint(const Prepared& prepared, std::size_t first) {
  std::size_t at = behind_trailing_words(prepared, first);
  if (at != first && assigns_to_name(prepared, at)) return std::nullopt;
  Joint joint;
  if (!take_sign(prepared, at, joint)) {
    if (prepared.at(at).kind == Kind::relation ||
        (!take_colon(prepared, first, at, joint) && !take_phrase(prepared, at, joint))) {
      at = first;
      if (!take_phrase(prepared, at, joint)) return std::nullopt;
    }
  } else {
    std::size_t behind = at;
    Joint more;
    if (joint.sign == Sign::arrow && take_phrase(prepared, behind, more)) {
      at = behind;
      joint.approximate = joint.approximate || more.sign == Sign::soft;
      if (more.sign == Sign::at_least) joint.bound = Softener::at_least;
      if (more.sign == Sign::at_most) joint.bound = Softener::at_most;
    }
  }
  pass_over_name(prepared, at);
  constexpr std::size_t most_words = 6;
  for (std::size_t words = 0; words < most_words; ++words) {
    const Token& token = prepared.at(at);
    if (token.kind == Kind::relation && (token.sign == Sign::tilde || token.sign == Sign::approximately)) {
      joint.approximate = true;
    } else if (token.kind == Kind::relation && joint.sign >= Sign::verb && token.sign == Sign::equals) {
      joint.sign = Sign::equals;
    } else if (token.kind == Kind::word || token.kind == Kind::of || token.kind == Kind::at) {
      const std::string_view word = prepared.lower(at);
      const Softener adds =
          softener(word == "approx." || word == "ca." ? word.substr(0, word.size() - 1) : word);
      if (word == "rounded" || word == "round") {
        joint.rounding = rounding_in(prepared, at, at + 2);
        if (joint.rounding != Rounding::nearest) ++at;
      } else if (adds == Softener::none) {
        break;
      }
      joint.approximate = joint.approximate || adds == Softener::approximate;
      if (adds == Softener::at_least || adds == Softener::at_most) joint.bound = adds;
    } else {
      break;
    }
    ++at;
  }
  joint.next = at;
  return joint;
}

Relation relation_of(const Joint& joint) {
  if (joint.sign == Sign::at_least || joint.bound == Softener::at_least) return Relation::at_least;
  if (joint.sign == Sign::at_most || joint.bound == Softener::at_most) return Relation::at_most;
  const bool soft =
      joint.sign == Sign::approximately || joint.sign == Sign::tilde || joint.sign == Sign::soft;
  return soft || joint.approximate ? Relation::approximately : Relation::equals;
}

}  // namespace reckon::document

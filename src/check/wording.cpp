// SPDX-License-Identifier: MIT
#include "check/wording.hpp"

#include "arithmetic/lexicon.hpp"
#include "units/characters.hpp"
#include "units/print.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace reckon::check {
namespace {

/// "cores" -> "core", "messages/s" -> "message/s"; a unit that is no plural stays.
std::string singular(const std::string& unit) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto end = std::find_if_not(unit.begin(), unit.end(), is_letter);
  const std::string word(unit.begin(), end);
  constexpr std::size_t shortest_plural = 4;
  if (word.size() < shortest_plural || word.back() != 's') return unit;
  const auto many = units::read_unit(word);
  const auto one = units::read_unit(std::string_view(word).substr(0, word.size() - 1));
  const bool same = many && one && many->dimension == one->dimension && many->factor == one->factor;
  return same ? word.substr(0, word.size() - 1) + std::string(end, unit.end()) : unit;
}

/// The word right behind a number, if it says which of several values is meant.
std::string telling_word(const base::Sources& sources, const base::Span& number) {
  std::string_view behind = sources.text(number.source).substr(number.end);
  if (!behind.empty() && behind.front() == ' ') behind.remove_prefix(1);
  const auto end = std::find_if_not(behind.begin(), behind.end(), units::is_ascii_letter);
  const std::string word(behind.begin(), end);
  if (word == "total") return {};  // of one number alone
  const auto words = arithmetic::telling_words();
  return std::find(words.begin(), words.end(), word) == words.end() ? "" : word;
}

}  // namespace

bool are_told_apart(const base::Sources& sources, const base::Span& a, const base::Span& b) {
  return telling_word(sources, a) != telling_word(sources, b);
}

base::Severity capped(base::Severity severity, const Claim& claim) {
  return claim.certainty == Certainty::likely ? std::min(severity, base::Severity::warning) : severity;
}

std::string stated_text(const Claim& claim) {
  const bool has_unit = claim.text.find_first_not_of("0123456789.,_ eE+-~<>=") != std::string::npos;
  return has_unit || claim.unit_text.empty() || claim.unit_text == "1"
             ? claim.text
             : fmt::format("{} {}", claim.text, claim.unit_text);
}

std::string times_text(double ratio) {
  if (ratio <= 0.0) return "not even the sign agrees";
  return ratio >= 1.0 ? fmt::format("{} times too much", units::print_rounded(ratio, 3))
                      : fmt::format("{} times too little", units::print_rounded(1.0 / ratio, 3));
}

std::string in_unit_of(const Claim& claim, double base_value, const model::Model& model) {
  const std::string& unit =
      claim.unit_text.empty() && claim.slot ? model.slot(*claim.slot).unit_text : claim.unit_text;
  if (unit.empty() || unit == "1") return units::print_rounded(base_value);
  const std::string text = units::print_rounded_in(base_value, unit);
  constexpr std::string_view one = "1 ";
  return text.starts_with(one) ? std::string(one) + singular(text.substr(one.size())) : text;
}

}  // namespace reckon::check

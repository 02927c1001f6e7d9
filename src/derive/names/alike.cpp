// SPDX-License-Identifier: MIT
#include "derive/names/alike.hpp"

#include "derive/search/surprise.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Outcome;

// What a word of a name is worth by where the other has it.
constexpr float as_noun = 1.0F;
constexpr float as_word = 0.8F;
constexpr float as_company = 0.6F;
constexpr float of_object = 0.3F;  ///< a word of the object, not of the key
// What it costs that the other lacks a word that is said somewhere else, or nowhere.
constexpr float said_elsewhere = 0.7F;
constexpr float said_nowhere = 0.3F;
constexpr float unsaid_by_key = 0.5F;
constexpr float same_period = 2.0F;
/// What the digits of a number under another unit are worth, where no word joins them.
constexpr float as_number_only = 0.5F;

constexpr std::size_t words_of_a_setting = 3;
constexpr std::size_t most_equal = 64;

}  // namespace

Alike::Alike(const Page& page, const Names& names) : page_(page), names_(names) {
  outcomes_.reserve(page.mentions.size());
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    outcomes_.push_back(arithmetic::outcome_of(page.figure(id)));
    if (!may_repeat(id)) continue;
    by_kind_[kind_of(id)].push_back(id);
    by_value_.push_back(id);
  }
  by_number_ = by_value_;
  const auto value = [this](MentionId a, MentionId b) { return outcomes_[a].value < outcomes_[b].value; };
  const auto number = [this](MentionId a, MentionId b) {
    return page_.figure(a).number < page_.figure(b).number;
  };
  std::sort(by_value_.begin(), by_value_.end(), value);
  std::sort(by_number_.begin(), by_number_.end(), number);
}

bool Alike::may_repeat(MentionId id) const {
  const Figure& figure = page_.figure(id);
  return !figure.name && !figure.is_range() && figure.number > 0.0;
}

Match Alike::match(MentionId id, MentionId other) const {
  Match out{other};
  const Words name = names_.own(id);
  const Words called = names_.own(other);
  for (const WordId word : name) {
    const float bits = names_.information(word);
    if (has(names_.nouns(other), word)) {
      out.named += as_noun * bits;
    } else if (has(called, word)) {
      out.named += as_word * bits;
    } else if (const float also = counted_also(id, word, other); also > 0.0F) {
      out.named += also;
    } else if (in_company(word, other)) {
      out.named += as_company * bits;
    } else {
      out.lacks += bits * (is_said_elsewhere(word, id) ? said_elsewhere : said_nowhere);
      // "min.insync.replicas" are not the least replicas of something else: who says that much means all.
      out.is_apart = out.is_apart || names_.tells_apart(word) || name.size() >= words_of_a_setting;
    }
  }
  out.object = of_objects(id, other);
  out.common = out.named + out.object + in_unit(id, other);
  for (const WordId word : names_.nouns(other)) {
    if (!has(name, word) && !has(names_.also(id), word) && !in_company(word, id))
      out.lacks += unsaid_by_key * names_.information(word);
  }
  const auto tells = [&](WordId word) { return names_.tells_apart(word) && !has(name, word); };
  const bool says_more = std::any_of(called.begin(), called.end(), tells);
  // "In the evening peak there are 600,000 web socket connections": who says every word of a long name means
  // it.
  constexpr float full_name = 10.0F;
  const bool is_meant = name.size() > 1 && out.lacks == 0.0F && out.named >= full_name;
  out.is_apart = out.is_apart || names_.is_per(other) || (says_more && !is_meant) ||
                 page_.figure(other).comparator != units::Comparator::equal;
  return out;
}

/// Bits where the other counts what the format says that the last word of the key counts.
float Alike::counted_also(MentionId id, WordId word, MentionId other) const {
  float out = 0.0F;
  if (word != names_.head(id)) return out;
  for (const WordId thing : names_.also(id)) {
    if (has(names_.nouns(other), thing)) out = std::max(out, names_.information(thing));
  }
  return out;
}

float Alike::agreement(const Match& found, MentionId id) const {
  const float digits = std::min(surprise(page_.figure(id), 0.0), surprise(page_.figure(found.id), 0.0));
  const bool is_joined = found.named > 0.0F || kind_of(id) == kind_of(found.id);
  return found.common + (is_joined ? digits : as_number_only * digits);
}

/// What the words say that stand around both.
float Alike::of_objects(MentionId id, MentionId other) const {
  float out = 0.0F;
  for (const Words company : names_.company(id)) {
    for (const WordId word : company) {
      if (has(names_.own(id), word)) continue;
      const float bits = of_object * names_.information(word);
      out += has(names_.own(other), word) ? bits : in_company(word, other) ? as_company * bits : 0.0F;
    }
  }
  return out;
}

bool Alike::in_company(WordId word, MentionId id) const {
  const Company company = names_.company(id);
  return std::any_of(company.begin(), company.end(), [word](Words words) { return has(words, word); });
}

/// Bits that a unit in common says: the rarer the kind of quantity, the more.
float Alike::in_unit(MentionId id, MentionId other) const {
  const QuantityKind kind = kind_of(other);
  if (kind.counts() || !(kind == kind_of(id))) return 0.0F;
  const auto rivals = static_cast<float>(of_kind(kind).size());
  const arithmetic::Period period = page_.figure(id).period;
  const bool in_period = period != arithmetic::Period::none && period == page_.figure(other).period;
  return std::log2(static_cast<float>(page_.mentions.size()) / rivals) + (in_period ? same_period : 0.0F);
}

bool Alike::is_said_elsewhere(WordId word, MentionId id) const {
  const std::uint32_t fragment = page_.line_of(id).fragment;
  const std::vector<MentionId>& with = names_.with(word);
  const auto most = static_cast<std::ptrdiff_t>(std::min(with.size(), most_with_word));
  return std::any_of(with.begin(), with.begin() + most,
                     [&](MentionId other) { return page_.line_of(other).fragment != fragment; });
}

std::vector<MentionId> Alike::equals(MentionId id) const {
  std::vector<MentionId> out;
  constexpr double widest = 1.1;
  const Outcome& outcome = outcomes_[id];
  auto at = std::lower_bound(by_value_.begin(), by_value_.end(), outcome.low / widest,
                             [this](MentionId m, double v) { return outcomes_[m].value < v; });
  for (; at != by_value_.end() && outcomes_[*at].value <= outcome.high * widest && out.size() < most_equal;
       ++at) {
    if (overlap(outcome, outcomes_[*at])) out.push_back(*at);
  }
  const double number = page_.figure(id).number;
  at = std::lower_bound(by_number_.begin(), by_number_.end(), number * (1 - 1e-9),
                        [this](MentionId m, double v) { return page_.figure(m).number < v; });
  for (; at != by_number_.end() && is_same_number(page_.figure(*at).number, number) &&
         out.size() < 2 * most_equal;
       ++at)
    out.push_back(*at);
  std::erase(out, id);
  return out;
}

}  // namespace reckon::derive

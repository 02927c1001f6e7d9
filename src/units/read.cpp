// SPDX-License-Identifier: MIT
#include "units/read.hpp"

#include "base/blank.hpp"
#include "units/characters.hpp"
#include "units/notes.hpp"
#include "units/refusal.hpp"
#include "units/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace reckon::units {
namespace {

constexpr std::array<std::string_view, 9> placeholders{"tbd",  "tba", "n/a", "na",     "none",
                                                       "null", "?",   "-",   "unknown"};

struct Slot {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< without the spaces around
};

Slot trimmed(std::string_view text) {
  Slot slot{text, skip_spaces(text, 0), text.size()};
  while (slot.begin < slot.end && base::is_blank(text[slot.begin])) ++slot.begin;
  while (slot.end > slot.begin && base::is_blank(text[slot.end - 1])) --slot.end;
  return slot;
}

bool is_placeholder(std::string_view text) {
  const auto same = [text](std::string_view word) {
    return word.size() == text.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
  };
  return std::any_of(placeholders.begin(), placeholders.end(), same);
}

/// A unit of one counted thing, or its rate.
bool is_counted(const Dimension& dimension) {
  return dimension.is_count() && !dimension.is_dimensionless();
}

bool is_one_count(const Dimension& dimension) {
  if (!is_counted(dimension)) return false;
  int sum = 0;
  for (const int exponent : dimension.exponents) sum += exponent < 0 ? 100 : exponent;
  return sum == 1;
}

void note(Stated& stated, std::string_view code) {
  stated.notes.push_back({code, std::string(note_text(code))});
}

/// True when the dimension is what the slot wants; a bare count or rate takes the counted unit of the slot.
bool agree(Stated& stated, const Expectation& expect, bool has_letter) {
  if (!expect.dimension || stated.dimension == *expect.dimension) return true;
  const Dimension& wanted = *expect.dimension;
  const bool is_bare =
      stated.dimension.is_dimensionless() && (stated.unit_text.empty() || stated.unit == Unit{});
  const bool from_slot = is_bare && is_one_count(wanted);
  const bool bare_rate =
      stated.dimension == units::power(axis(Axis::time), -1) && is_counted(wanted * axis(Axis::time));
  const bool transparent =
      expect.transparent_counts && stated.dimension.without_counts() == wanted.without_counts();
  if (from_slot || bare_rate) {
    stated.dimension = wanted;
    stated.unit.dimension = wanted;
    if (bare_rate) note(stated, notes::bare_rate);
    if (from_slot && !has_letter) note(stated, notes::from_slot);
    return true;
  }
  return transparent;
}

/// Why a claim that was read does not fit the role.
std::optional<Reason> misfit(const Stated& stated, Role role) {
  if (role == Role::claim) return std::nullopt;
  if (!stated.percentile.empty()) return Reason::percentile;
  if (stated.comparator != Comparator::equal) return Reason::bound;
  if (stated.is_range && role == Role::value) return Reason::range;
  return std::nullopt;
}

Refusal noted(const Slot& slot) {
  return {Reason::trailing_text, slot.begin, slot.end, {}};
}

base::Result<Stated> failure(const Refusal& refusal, std::string_view text) {
  return base::Failure(explain(refusal, text));
}

}  // namespace

base::Result<Stated> read_quantity(std::string_view text, const Expectation& expect) {
  const Slot slot = trimmed(text);
  const std::string_view body = text.substr(0, slot.end);
  if (slot.begin == slot.end) return failure({Reason::empty, slot.begin, slot.end, {}}, text);
  Scan scanned = scan(body, slot.begin, expect, UnitPlace::whole);
  if (!scanned.is_read) {
    if (scanned.refusal.reason == Reason::not_a_number && is_placeholder(body.substr(slot.begin))) {
      scanned.refusal.reason = Reason::placeholder;
    }
    return failure(scanned.refusal, text);
  }
  Stated& stated = scanned.found.stated;
  if (scanned.found.end != slot.end) {
    return failure({Reason::trailing_text, skip_spaces(body, scanned.found.end), slot.end, {}}, text);
  }
  if (const auto reason = misfit(stated, expect.role))
    return failure({*reason, slot.begin, slot.end, {}}, text);
  if (!agree(stated, expect, scanned.has_letter)) {
    const Dimension& wanted = *expect.dimension;
    base::Diagnostic refused = explain({Reason::wrong_dimension, slot.begin, slot.end, {}}, text);
    refused.message = fmt::format("'{}' is {}, wanted is {}", excerpt(body.substr(slot.begin)),
                                  describe(stated.dimension), describe(wanted));
    if (!wanted.is_dimensionless())
      refused.remarks.front().text = fmt::format("write a unit such as {}", symbol(wanted));
    return base::Failure(std::move(refused));
  }
  if (expect.non_negative && stated.interval.value < 0.0) {
    return failure({Reason::negative, slot.begin, slot.end, {}}, text);
  }
  if (expect.strict && !stated.notes.empty()) {
    base::Diagnostic refused = explain(noted(slot), text);
    refused.code = stated.notes.front().code;
    refused.message = stated.notes.front().text;
    refused.remarks.front().text = "write it in the plain way; notes are errors here";
    return base::Failure(std::move(refused));
  }
  return std::move(stated);
}

}  // namespace reckon::units

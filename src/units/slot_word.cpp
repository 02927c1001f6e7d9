// SPDX-License-Identifier: MIT
#include "units/slot_word.hpp"

#include "units/lookup.hpp"
#include "units/notes.hpp"
#include "units/number.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace reckon::units {
namespace {

using Kind = Meaning::Kind;

bool expects(const Expectation& expect, const Dimension& dimension) {
  return expect.dimension && *expect.dimension == dimension;
}
/// A size, a rate of data, data for each of something.
bool expects_data(const Expectation& expect) {
  return expect.dimension && expect.dimension->of(Axis::data) != 0;
}
bool expects_duration(const Expectation& expect) {
  return expect.dimension && expect.dimension->without_counts() == axis(Axis::time);
}

Meaning refused(Reason reason, std::string help) {
  Meaning out;
  out.kind = Kind::refused;
  out.reason = reason;
  out.help = std::move(help);
  return out;
}

/// In prose a doubtful word only ends the quantity, unless it is glued to the number: then nothing is one.
Meaning doubtful(const SlotWord& word, UnitPlace place, std::string help) {
  Meaning out = refused(Reason::ambiguous_unit, std::move(help));
  if (place == UnitPlace::prose && !word.is_glued) out.kind = Kind::not_taken;
  return out;
}

Meaning as_magnitude(double factor, bool is_letter, std::string_view note = {}) {
  Meaning out;
  out.kind = Kind::magnitude;
  out.factor = factor;
  out.is_letter = is_letter;
  out.note = note;
  return out;
}

Meaning as_unit(const Dimension& dimension, double factor, std::string_view note = {}) {
  Meaning out;
  out.kind = Kind::unit;
  out.unit = {dimension, factor};
  out.note = note;
  return out;
}

/// `1.5B`: bytes or billions. A unit behind it settles it, then the slot.
Meaning meaning_of_b(const SlotWord& word, const Expectation& expect, UnitPlace place) {
  constexpr double billion = 1e9;
  // People write 2B and 1.5B for billions, 64B and 150B for bytes.
  constexpr double most_billions = 12.0;
  if (word.is_money || word.follower == Follower::unit) return as_magnitude(billion, true);
  if (!word.is_glued || expects_data(expect)) return {};
  if (expect.dimension) return as_magnitude(billion, true);
  if (place == UnitPlace::prose || word.follower != Follower::nothing) return {};
  if (word.number > most_billions && word.number == std::floor(word.number)) {
    return as_unit(axis(Axis::data), 1.0, notes::bytes);
  }
  return refused(Reason::ambiguous_unit,
                 fmt::format("write {0} B for bytes, {0} billion for a count", word.number_written));
}

Meaning meaning_of_letter(const SlotWord& word, const Magnitude& magnitude, const Expectation& expect,
                          UnitPlace place) {
  if (word.follower == Follower::other_joint) return {};
  if (word.text == "B") return meaning_of_b(word, expect, place);
  if (!word.is_money && word.follower == Follower::nothing) {
    const std::string_view n = word.number_written;
    if (expects_data(expect)) {
      const std::string_view decimal = word.text == "K" ? "k" : word.text;
      const std::string_view binary = word.text == "k" ? "K" : word.text;
      return refused(Reason::ambiguous_unit,
                     fmt::format("write {0} {1}B or {0} {2}iB for bytes", n, decimal, binary));
    }
    if (expects_duration(expect) && word.text == "M") {
      return refused(Reason::ambiguous_unit, fmt::format("write {0} min or {0} mo", n));
    }
    if (!word.is_glued && place == UnitPlace::prose) return doubtful(word, place, {});
  }
  return as_magnitude(magnitude.factor, true);
}

/// Metre, minute, milli, million, month: only the slot can say. Alone and behind a space it is the SI's
/// metre.
Meaning meaning_of_m(const SlotWord& word, const Expectation& expect, UnitPlace place) {
  const bool is_product = word.follower == Follower::over || word.follower == Follower::other_joint;
  if (is_product && !word.is_money) return {};
  const std::string_view n = word.number_written;
  if (word.follower == Follower::nothing && !word.is_money) {
    constexpr double milli = 1e-3;
    if (expects(expect, axis(Axis::core))) return as_unit(axis(Axis::core), milli);
    const bool is_spaced = !word.is_glued && !expect.dimension && place == UnitPlace::whole;
    if (is_spaced || expects(expect, axis(Axis::length))) return {};
    if (expects_data(expect)) {
      return refused(
          Reason::ambiguous_unit,
          fmt::format("Kubernetes reads {0}m as {0} thousandths of a byte; write {0}Mi or {0} MB", n));
    }
    if (expects_duration(expect)) {
      return refused(Reason::ambiguous_unit, fmt::format("write {0} min or {0} mo", n));
    }
  }
  return doubtful(word, place, fmt::format("write {0} min, {0}M, {0} metre, or {0} mcore", n));
}

Meaning meaning_of_bps(const SlotWord& word, const Expectation& expect, UnitPlace place) {
  constexpr double basis_point = 1e-4;
  if (word.follower != Follower::nothing) return {};
  if (expects(expect, {})) return as_unit({}, basis_point);
  if (expect.dimension || place == UnitPlace::prose) return {};
  return refused(Reason::ambiguous_unit,
                 fmt::format("write {0} bit/s for bits per second; basis points are hundredths of a percent",
                             word.number_written));
}

Meaning meaning_of_x(const SlotWord& word, const Expectation& expect, UnitPlace place) {
  if (place == UnitPlace::whole && !expects(expect, {})) {
    return refused(
        Reason::factor,
        fmt::format("write {} where a factor is wanted, the value itself elsewhere", word.number_written));
  }
  Meaning out = as_unit({}, 1.0);
  // "40 x nodes" goes on with another operand.
  out.kind = place == UnitPlace::prose && !word.is_glued ? Kind::not_taken : Kind::multiplier;
  return out;
}

}  // namespace

Meaning meaning_of(const SlotWord& word, const Expectation& expect, UnitPlace place) {
  const std::string_view text = word.text;
  if (text.empty()) return {};
  if (text == "m") return meaning_of_m(word, expect, place);
  if (text == "x" || text == "X" || text == "\xc3\x97") return meaning_of_x(word, expect, place);
  if (text == "bps") return meaning_of_bps(word, expect, place);
  if (const Magnitude* magnitude = find_magnitude(text)) {
    if (magnitude->is_letter) return meaning_of_letter(word, *magnitude, expect, place);
    return as_magnitude(magnitude->factor, false,
                        magnitude->is_short ? notes::short_scale : std::string_view{});
  }
  if (text.size() == 2 && word.follower == Follower::nothing) {
    const Spelling* found = find_spelling(text);
    if (found != nullptr && found->is_kubernetes) {
      const bool size = expect.dimension && expect.dimension->without_counts() == axis(Axis::data);
      return size ? as_unit(axis(Axis::data), found->unit.factor)
                  : as_unit({}, found->unit.factor, found->note);
    }
  }
  return {};
}

}  // namespace reckon::units

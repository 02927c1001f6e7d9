// SPDX-License-Identifier: MIT
// The codes of notes about how a quantity was read, with one line of explanation each. A note never changes a
// value; a strict expectation turns it into a refusal.
#pragma once

#include <span>
#include <string_view>

namespace reckon::units {

struct NoteRow {
  std::string_view code;
  std::string_view text;  ///< what the reader of the quantity should know; lower case, no final period
};

std::span<const NoteRow> note_table();

/// The text of a code of the table; "" for any other.
std::string_view note_text(std::string_view code);

namespace notes {

inline constexpr std::string_view approximate = "quantity.approximate";
inline constexpr std::string_view short_scale = "quantity.short-scale";
inline constexpr std::string_view from_slot = "unit.from-slot";
inline constexpr std::string_view bare_rate = "unit.bare-rate";
inline constexpr std::string_view kilobyte = "unit.kb-decimal";
inline constexpr std::string_view bytes = "unit.bytes";
inline constexpr std::string_view bits = "unit.bits";
inline constexpr std::string_view lower_case_bits = "unit.lower-case-bits";
inline constexpr std::string_view link_speed = "unit.link-speed";
inline constexpr std::string_view binary_count = "unit.binary-count";
inline constexpr std::string_view month = "unit.month";
inline constexpr std::string_view year = "unit.year";
inline constexpr std::string_view tps = "unit.tps";
inline constexpr std::string_view qps = "unit.qps";
inline constexpr std::string_view rpm = "unit.rpm";
inline constexpr std::string_view vcpu = "unit.vcpu";
inline constexpr std::string_view dollar = "unit.dollar";
inline constexpr std::string_view divided_then_multiplied = "unit.divided-then-multiplied";

}  // namespace notes

}  // namespace reckon::units

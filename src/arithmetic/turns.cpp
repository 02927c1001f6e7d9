// SPDX-License-Identifier: MIT
#include "arithmetic/turns.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>

namespace reckon::arithmetic {
namespace {

struct TurnRow {
  Turns turns;
  std::string_view stems;  ///< parted by blanks
};

constexpr std::array turn_rows{
    TurnRow{turn::rest,
            "left leave leaving left-over leftover remain remaining remainder rest other free spare idle "
            "unused unallocated available balance slack surplus net difference outstanding"},
    TurnRow{turn::rest | turn::rise, "headroom margin buffer reserve cushion"},
    TurnRow{turn::rise,
            "add added adding plus extra more additional overhead top grow grew grown growing growth "
            "increase increased increasing rise rising rose risen inflate inflated inflating inflation bloat "
            "bloated expand expanded expanding expansion up uplift higher larger bigger markup surcharge "
            "raise raised raising climb climbing climbed gain gained greater premium swell extend extended "
            "padding amplification amplify amplified overprovision overprovisioned"},
    TurnRow{
        turn::fall,
        "off discount discounted cut cutting reduce reduced reducing reduction less save saved saving "
        "shrink shrunk shrank shrinking decrease decreased decreasing drop dropped dropping lower lowered "
        "lowering fewer smaller trim trimmed trimming squeeze squeezed compress compressed compressing "
        "compression dedup deduplicate deduplicated deduplicating deduplication quantise quantised "
        "quantising quantisation quantize quantized quantizing quantization fall fell falling fallen "
        "shave shaved slash slashed rebate cheaper pack packed packing decline declined subtract "
        "subtracted deduct deducted shorten shortened improvement improve improved gzip gzipped down"},
    TurnRow{turn::factor, "factor ratio fold multiple multiplier amplification rf"},
    TurnRow{turn::fullness,
            "full fill filled fullness utilisation utilization utilised utilized usable occupancy occupied "
            "load loaded busy usage used target below above beyond"},
};

std::unordered_map<std::string_view, Turns> make_index() {
  std::unordered_map<std::string_view, Turns> out;
  for (const TurnRow& row : turn_rows) {
    std::string_view rest = row.stems;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      out[rest.substr(0, end)] |= row.turns;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

}  // namespace

Turns turns_of(std::string_view stem) {
  static const auto index = make_index();
  const auto found = index.find(stem);
  return found == index.end() ? Turns{0} : found->second;
}

std::optional<double> ratio_of(std::string_view word) {
  double first = 0.0;
  double second = 0.0;
  const char* const end = word.data() + word.size();
  const auto [behind, error] = std::from_chars(word.data(), end, first);
  if (error != std::errc{} || behind == end) return std::nullopt;
  std::string_view rest(behind, static_cast<std::size_t>(end - behind));
  if (!rest.starts_with(':')) return std::nullopt;
  rest.remove_prefix(1);
  const auto [stop, wrong] = std::from_chars(rest.data(), end, second);
  if (wrong != std::errc{} || stop != end || first <= 0.0 || second <= 0.0) return std::nullopt;
  const bool has_one = (first == 1.0) != (second == 1.0);
  return has_one ? std::optional(std::max(first, second)) : std::nullopt;
}

}  // namespace reckon::arithmetic

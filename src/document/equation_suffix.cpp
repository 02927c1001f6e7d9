// SPDX-License-Identifier: MIT
#include "document/equation_suffix.hpp"

#include "document/equation_words.hpp"
#include "units/read.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

/// Letters behind a number that stand for more than one thing. Readings are separated by spaces, the
/// likeliest first: a power of ten is a magnitude, anything else a unit. Words of which one reading is
/// certain are not here.
struct Suffix {
  std::string_view letters;
  std::array<std::string_view, 4> readings;
};

constexpr std::array suffixes{
    Suffix{"K", {"1e3", "KB"}},   Suffix{"k", {"1e3", "KB"}},
    Suffix{"M", {"1e6", "MB"}},   Suffix{"m", {"1e6", "min", "1e-3", "m"}},
    Suffix{"B", {"1e9", "B"}},    Suffix{"b", {"1e9", "B", "bit"}},
    Suffix{"G", {"1e9", "GB"}},   Suffix{"T", {"1e12", "TB"}},
    Suffix{"Ki", {"KiB"}},        Suffix{"Mi", {"MiB"}},
    Suffix{"Gi", {"GiB"}},        Suffix{"Ti", {"TiB"}},
    Suffix{"mil", {"1e6"}},       Suffix{"mln", {"1e6"}},
    Suffix{"mio", {"1e6"}},       Suffix{"bil", {"1e9"}},
    Suffix{"bln", {"1e9"}},       Suffix{"kb", {"KB", "kbit"}},
    Suffix{"mb", {"MB", "Mbit"}}, Suffix{"gb", {"GB", "Gbit"}},
    Suffix{"tb", {"TB", "Tbit"}}, Suffix{"pb", {"PB", "Pbit"}},
    Suffix{"Kb", {"kbit", "KB"}}, Suffix{"Mb", {"Mbit", "MB"}},
    Suffix{"Gb", {"Gbit", "GB"}}, Suffix{"Tb", {"Tbit", "TB"}},
    Suffix{"mB", {"MB"}},         Suffix{"gB", {"GB"}},
};

/// Below this a `B` behind a whole number above a dozen means bytes ("64B"); billions are written "2B" or
/// "1.5B".
constexpr double fewest_bytes = 12.0;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}

units::Stated magnified(units::Stated stated, double factor) {
  stated.interval.low *= factor;
  stated.interval.value *= factor;
  stated.interval.high *= factor;
  stated.number *= factor;
  return stated;
}

std::string_view reason(std::string_view reading) {
  if (reading == "1e-3") return "as thousandths";
  if (reading == "1e3") return "as thousand";
  if (reading == "1e6") return "as million";
  if (reading == "1e9") return "as billion";
  if (reading == "1e12") return "as trillion";
  if (reading == "min") return "as minutes";
  if (reading == "m") return "as metres";
  return reading == "bit" || reading.substr(1) == "bit" ? "as bits" : "as bytes";
}

std::optional<Reading> reading_of(const units::Stated& number, std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (name == "1e-3") return Reading{magnified(number, 1e-3), reason(name)};
  if (name == "1e3") return Reading{magnified(number, 1e3), reason(name)};
  if (name == "1e6") return Reading{magnified(number, 1e6), reason(name)};
  if (name == "1e9") return Reading{magnified(number, 1e9), reason(name)};
  if (name == "1e12") return Reading{magnified(number, 1e12), reason(name)};
  const base::Result<units::Unit> unit = units::read_unit(name);
  if (!unit) return std::nullopt;
  return Reading{with_unit(number, *unit, name), reason(name)};
}

/// "2B events", "1M GB": a unit behind a magnitude leaves one reading.
void take_noun(std::string_view view, std::vector<Reading>& readings, std::size_t& end) {
  if (readings.empty() || view.substr(end, 1) != " ") return;
  const std::size_t behind = end_of_letters(view, end + 1);
  const std::string_view noun = view.substr(end + 1, behind - end - 1);
  if (noun.size() < 2 || starts_relation(noun) || ends_operand(noun)) return;
  const auto magnitude = std::find_if(readings.begin(), readings.end(),
                                      [](const Reading& r) { return r.stated.unit_text.empty(); });
  const base::Result<units::Unit> unit = units::read_unit(noun);
  if (!unit || magnitude == readings.end()) return;
  Reading read{with_unit(magnitude->stated, *unit, noun), {}};
  readings.clear();
  readings.push_back(std::move(read));
  end = behind;
}

}  // namespace

std::size_t end_of_digits(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool joins = (text[at] == '.' || text[at] == ',' || text[at] == '_') && at + 1 < text.size() &&
                       is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !joins) break;
    ++at;
  }
  return at;
}

namespace {

/// "2m 30s": the m is decided by the seconds behind it.
std::optional<Reading> minutes_and_seconds(std::string_view view, std::size_t digits, std::size_t behind,
                                           std::size_t& end) {
  std::size_t at = view.substr(behind, 1) == " " ? behind + 1 : behind;
  const std::size_t seconds = at;
  while (at < view.size() && is_digit(view[at])) ++at;
  if (at == seconds || view.substr(at, 1) != "s" || (at + 1 < view.size() && is_letter(view[at + 1])))
    return std::nullopt;
  const std::string spelled =
      std::string(view.substr(0, digits)) + " min " + std::string(view.substr(seconds, at - seconds)) + " s";
  const std::optional<units::Found> found = units::scan_quantity(spelled, 0, {});
  if (!found || found->end != spelled.size()) return std::nullopt;
  end = at + 1;
  return Reading{found->stated, {}};
}

}  // namespace

std::vector<Reading> suffix_readings(std::string_view view, std::size_t& end) {
  const std::size_t digits = end_of_digits(view);
  const std::size_t letters = view.substr(digits, 1) == " " ? digits + 1 : digits;
  const std::size_t behind = end_of_letters(view, letters);
  const std::string_view name = view.substr(letters, behind - letters);
  const auto* const row =
      std::find_if(suffixes.begin(), suffixes.end(), [name](const Suffix& s) { return s.letters == name; });
  if (digits == 0 || row == suffixes.end()) return {};
  if (name == "m") {
    if (auto minutes = minutes_and_seconds(view, digits, behind, end)) return {std::move(*minutes)};
  }
  // "3 b" and "5 m" are variables more often than magnitudes.
  if (letters != digits && (name == "b" || name == "m")) return {};
  if (behind < view.size() && (is_letter(view[behind]) || is_digit(view[behind]) || view[behind] == '_'))
    return {};
  const std::optional<units::Found> number = units::scan_quantity(view.substr(0, digits), 0, {});
  if (!number || number->end != digits) return {};
  std::vector<Reading> readings;
  for (const std::string_view reading : row->readings) {
    if (const auto read = reading_of(number->stated, reading)) readings.push_back(*read);
  }
  const double value = number->stated.number;
  const bool is_small = name == "B" && value > fewest_bytes && view.substr(0, digits).find('.') == view.npos;
  if (is_small && readings.size() > 1) std::swap(readings[0], readings[1]);
  end = behind;
  take_noun(view, readings, end);
  return readings;
}
}  // namespace reckon::document

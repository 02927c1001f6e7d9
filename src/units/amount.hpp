// SPDX-License-Identifier: MIT
// One amount: a number, the magnitude behind it and its unit. No marks, bounds or ranges here.
//
//   amount    := [sign] [currency] number [magnitude] [unit] | duration | integer "/" integer | integer
//   "nines" duration  := number time-unit { number time-unit }     units fall: 1h30m, 7h 12min; m is a minute
//   only here unit      := unit expression (units/unit_expression.hpp), in prose with up to three words of
//   filler:
//                "5,000 ms of CPU time per second"
#pragma once

#include "units/expectation.hpp"
#include "units/number.hpp"
#include "units/refusal.hpp"
#include "units/slot_word.hpp"
#include "units/unit_expression.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace reckon::units {

struct Amount {
  double number = 0.0;  ///< with the magnitude applied
  double half = 0.0;    ///< of the last printed digit, likewise
  double magnitude = 1.0;
  Unit unit;
  std::string unit_text;
  std::size_t end = 0;
  bool has_unit = false;
  bool has_letter = false;  ///< the magnitude was written as a letter, so the number counts something
  NoteCodes notes{};
};

/// Reads one amount of a text for one slot.
class AmountReader {
 public:
  AmountReader(std::string_view text, const Expectation& expect, UnitPlace place)
      : text_(text), expect_(expect), place_(place) {}

  /// The amount at `at`; false when none stands there, and then `refusal` says why.
  bool read(std::size_t at);

  Amount amount;
  Refusal refusal;

 private:
  [[nodiscard]] bool in_prose() const { return place_ == UnitPlace::prose; }
  [[nodiscard]] std::string_view written(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  bool refuse(Reason reason, std::size_t begin, std::size_t end, std::string help = {});
  bool refuse_number(NumberFault fault, std::size_t begin, std::size_t end);
  bool refuse_unit(const UnitReading& unit);
  bool read_currency(std::size_t& at);
  bool read_number_at(std::size_t at);
  bool read_fraction();
  bool read_duration();
  bool read_nines();
  bool read_behind_number();
  [[nodiscard]] bool ends_before_mark() const;
  bool read_meaning(const Meaning& meaning, std::size_t begin, std::size_t end);
  bool read_expression(std::size_t at);
  [[nodiscard]] Follower follower_of(std::size_t word_end) const;
  void take(const UnitReading& unit, std::string_view unit_text);
  void take_filler();

  std::string_view text_;
  const Expectation& expect_;
  UnitPlace place_;
  std::size_t begin_ = 0;   ///< of the amount, its sign or currency included
  std::size_t digits_ = 0;  ///< of its number
  bool is_plain_integer_ = false;
  bool negative_ = false;
  std::string_view currency_;  ///< in front of the number
  bool done_ = false;          ///< nothing may follow what was read
};

}  // namespace reckon::units

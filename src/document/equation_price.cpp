// SPDX-License-Identifier: MIT
#include "document/equation_price.hpp"

#include "document/equation_suffix.hpp"
#include "units/read.hpp"

#include <array>
#include <optional>
#include <utility>

namespace reckon::document {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What a price can be for so many of; the longer spelling first.
struct Lot {
  std::string_view written;
  double count;
};
constexpr std::array lots{
    Lot{"1,000,000", 1e6}, Lot{"1000000", 1e6},  Lot{"100,000", 1e5}, Lot{"10,000", 1e4},
    Lot{"1,000", 1e3},     Lot{"10000", 1e4},    Lot{"1000", 1e3},    Lot{"1 million", 1e6},
    Lot{"million", 1e6},   Lot{"thousand", 1e3}, Lot{"billion", 1e9}, Lot{"hundred", 100},
    Lot{"100k", 1e5},      Lot{"100K", 1e5},     Lot{"10k", 1e4},     Lot{"10K", 1e4},
    Lot{"1k", 1e3},        Lot{"1K", 1e3},       Lot{"1M", 1e6},      Lot{"1B", 1e9},
    Lot{"mln", 1e6},       Lot{"mil", 1e6},      Lot{"M", 1e6},       Lot{"K", 1e3},
    Lot{"k", 1e3},
};

/// " per million requests", "/M": the price is for so many. The noun stays where it is.
void for_so_many(std::string_view view, units::Stated& stated, std::size_t& end) {
  if (stated.unit_text != "$") return;
  std::string_view rest = view.substr(end);
  std::size_t sign = 0;
  for (const std::string_view per : {" per ", "/", " / ", " for each ", " for every ", " a "}) {
    if (rest.substr(0, per.size()) == per) sign = per.size();
  }
  if (sign == 0) return;
  rest.remove_prefix(sign);
  for (const Lot& lot : lots) {
    if (rest.substr(0, lot.written.size()) != lot.written) continue;
    const char next = rest.size() > lot.written.size() ? rest[lot.written.size()] : ' ';
    if (is_letter(next) || (next >= '0' && next <= '9')) continue;
    stated.interval = {stated.interval.low / lot.count, stated.interval.value / lot.count,
                       stated.interval.high / lot.count};
    stated.unit.factor /= lot.count;
    stated.unit_text = "$/" + std::string(lot.written);
    end += sign + lot.written.size();
    return;
  }
}

}  // namespace

/// "$0.023/GB": an amount, perhaps in thousands, for each of something.
std::vector<Reading> price_readings(std::string_view view, std::size_t& end) {
  const std::size_t number = view.substr(1, 1) == " " ? 2 : 1;
  const base::Result<units::Unit> dollar = units::read_unit("USD");
  if (!dollar) return {};
  const std::string_view amount = view.substr(number);
  std::vector<Reading> readings = suffix_readings(amount, end);
  const std::optional<units::Found> found = units::scan_quantity(amount, 0, {});
  if (readings.empty() && found) {
    readings.push_back({found->stated, {}});
    end = found->end;
  }
  if (readings.empty()) return {};
  units::Stated stated = readings.front().stated;
  const bool is_amount =
      stated.unit_text.empty() || stated.unit_text.front() == '/' || stated.unit_text.substr(0, 4) == "per ";
  if (!is_amount) {  // "$5 GB" is $5
    const std::size_t digits = end_of_digits(amount);
    const std::optional<units::Found> bare = units::scan_quantity(amount.substr(0, digits), 0, {});
    if (!bare) return {};
    stated = bare->stated;
    end = digits;
  }
  units::Unit unit{stated.unit.dimension * dollar->dimension, stated.unit.factor * dollar->factor};
  stated.interval.low *= dollar->factor;
  stated.interval.value *= dollar->factor;
  stated.interval.high *= dollar->factor;
  stated.dimension = unit.dimension;
  stated.unit = unit;
  stated.unit_text = (stated.unit_text.substr(0, 4) == "per " ? "$ " : "$") + stated.unit_text;
  end += number;
  for_so_many(view, stated, end);
  return {Reading{std::move(stated), {}}};
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "units/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reckon::units {
namespace {

constexpr std::size_t longest_excerpt = 60;

constexpr std::array reason_rows{
    ReasonRow{Reason::empty, "quantity.empty", "a quantity is wanted, the text is empty",
              "write a number and a unit, such as 5 GB"},
    ReasonRow{Reason::placeholder, "quantity.placeholder", "'{}' stands for a quantity that nobody has given",
              "write the number, or leave the value out"},
    ReasonRow{Reason::not_a_number, "quantity.not-a-number", "'{}' is no quantity",
              "a quantity starts with a number, such as 5 GB or 100 ms"},
    ReasonRow{Reason::too_large, "quantity.too-large", "'{}' is beyond the range of numbers",
              "write a number between 1e-300 and 1e300"},
    ReasonRow{Reason::hexadecimal, "quantity.hexadecimal", "'{}' is hexadecimal, quantities are decimal",
              "write it in decimal"},
    ReasonRow{Reason::decimal_comma, "quantity.decimal-comma",
              "the comma in '{}' can part decimals or groups",
              "write a point for decimals, and groups of three"},
    ReasonRow{Reason::dotted_groups, "quantity.dotted-groups",
              "'{}' has more than one point or comma of decimals",
              "write commas between groups of three and one point for decimals"},
    ReasonRow{Reason::bad_groups, "quantity.bad-groups", "the groups in '{}' are not of three digits",
              "write groups of three, such as 100,000"},
    ReasonRow{Reason::ambiguous_unit, "quantity.ambiguous-unit", "'{}' can mean more than one thing here",
              "write the unit in full"},
    ReasonRow{Reason::unknown_unit, "quantity.unknown-unit", "'{}' is no unit",
              "write a unit such as GB, Mbps, ms, request/s, core or USD"},
    ReasonRow{Reason::complex_unit, "quantity.complex-unit", "the unit is more complex than any real one",
              "write fewer factors and smaller powers"},
    ReasonRow{Reason::open_bracket, "quantity.open-bracket", "a bracket in the unit is not closed",
              "write A/B/C for A/(B*C)"},
    ReasonRow{Reason::other_currency, "quantity.other-currency",
              "money is counted in US dollars, '{}' has no fixed rate to them",
              "convert the amount and write it in USD"},
    ReasonRow{Reason::trailing_text, "quantity.trailing-text", "'{}' behind the quantity is not understood",
              "end the text behind the unit"},
    ReasonRow{Reason::schedule, "quantity.schedule", "'{}' is a schedule, not a quantity",
              "write the hours that are meant, such as 168 h per week"},
    ReasonRow{Reason::split, "quantity.split", "'{}' is a split, not a single quantity",
              "write one share, such as 80 %"},
    ReasonRow{Reason::factor, "quantity.factor", "'{}' is a factor, not a value",
              "write the value that it leads to, or the bare number where a factor is wanted"},
    ReasonRow{Reason::nines, "quantity.nines", "'{}' counts nines, which only an availability has",
              "write the share, such as 99.9 %"},
    ReasonRow{Reason::bound, "quantity.bound", "'{}' is a bound, one value is wanted",
              "write the value alone"},
    ReasonRow{Reason::range, "quantity.range", "'{}' is a range, one value is wanted",
              "write one value between the ends"},
    ReasonRow{Reason::backward_range, "quantity.backward-range", "the range '{}' does not rise",
              "write the lower end first; a dash never subtracts"},
    ReasonRow{Reason::percentile, "quantity.percentile",
              "'{}' is a statement about a percentile, one value is wanted", "write the value alone"},
    ReasonRow{Reason::negative, "quantity.negative", "'{}' is negative", "write a value of zero or more"},
    ReasonRow{Reason::wrong_dimension, "quantity.wrong-dimension", "'{}' has another dimension than wanted",
              "write a unit of the dimension that is wanted"},
};

const ReasonRow& row_of(Reason reason) {
  const auto* const at = std::find_if(reason_rows.begin(), reason_rows.end(),
                                      [reason](const ReasonRow& row) { return row.reason == reason; });
  return at == reason_rows.end() ? reason_rows.front() : *at;
}

}  // namespace

std::span<const ReasonRow> reason_table() {
  return reason_rows;
}

std::string excerpt(std::string_view text) {
  if (text.size() <= longest_excerpt) return std::string(text);
  std::size_t end = longest_excerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

base::Diagnostic explain(const Refusal& refusal, std::string_view text) {
  const ReasonRow& row = row_of(refusal.reason);
  const std::size_t end = std::min(refusal.end, text.size());
  const std::size_t begin = std::min(refusal.begin, end);
  const std::string shown = excerpt(text.substr(begin, end - begin));
  base::Diagnostic out =
      base::problem(std::string(row.code), fmt::format(fmt::runtime(row.headline), shown),
                    {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  out.remarks.push_back({"help", refusal.help.empty() ? std::string(row.help) : refusal.help});
  return out;
}

}  // namespace reckon::units

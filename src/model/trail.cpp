// SPDX-License-Identifier: MIT
#include "model/trail.hpp"

#include "base/unicode.hpp"
#include "formula/print.hpp"
#include "units/print.hpp"

#include <algorithm>

namespace reckon::model {
namespace {

constexpr std::size_t readable_width = 120;
constexpr int deepest = 4;
/// 99.999 % must not print as 100 %.
constexpr int percent_digits = 7;

/// "request/s" -> "requests/s"; a unit that starts with nothing countable stays as it is.
std::string plural(const std::string& unit) {
  const std::size_t end = std::min(unit.find_first_of("/*( "), unit.size());
  const std::string word = unit.substr(0, end);
  const auto known = units::read_unit(word);
  const bool countable =
      known && known->dimension.is_count() && !known->dimension.is_dimensionless() && word.size() > 2;
  return countable && !word.ends_with('s') ? word + 's' + unit.substr(end) : unit;
}

formula::Replacement written(const Model& model, const Scenario& scenario, const Run& run, SlotId slot,
                             int depth) {
  const bool is_given = scenario[slot].has_value() || model.slot(slot).formula.nodes.empty();
  const auto& value = run.outcomes[slot].value;
  const std::string plain = value ? print_value(model, slot, *value) : model.slot(slot).name;
  if (is_given || depth == 0) return {plain, formula::Binding::atom};
  return formula::print_with(model.slot(slot).formula, [&](const formula::Node& node) {
    return written(model, scenario, run, node.slot, depth - 1);
  });
}

}  // namespace

std::string print_value(const Model& model, SlotId slot, double value) {
  const Slot& s = model.slot(slot);
  if (s.unit_text == "%")
    return value > 0.99 && value < 1.0 ? units::print_rounded_in(value, s.unit_text, percent_digits)
                                       : units::print_exact_if_short_in(value, s.unit_text);
  const units::Quantity quantity{value, s.unit.dimension};
  // Counted values keep the model's word for them, and bits stay bits; sizes and times take the prefix that
  // people would.
  const bool keeps_unit =
      s.unit.dimension.is_count() || value == 0.0 || s.unit_text.find("bps") != std::string::npos;
  const std::string unit = keeps_unit ? s.unit_text : units::human_unit(quantity);
  return units::print_exact_if_short_in(value, value == s.unit.factor ? unit : plural(unit));
}

std::string calculation(const Model& model, const Scenario& scenario, const Run& run, SlotId slot) {
  std::string text;
  for (int depth = deepest; depth > 0; --depth) {
    text = written(model, scenario, run, slot, depth).text;
    if (base::display_width(text) <= readable_width) break;
  }
  return text;
}

std::string fill(const Model& model, const Run& run, const Message& message) {
  std::string out;
  for (const Message::Piece& piece : message.pieces) {
    if (!piece.slot) {
      out += piece.text;
      continue;
    }
    const auto& value = run.outcomes[*piece.slot].value;
    out += value ? print_value(model, *piece.slot, *value) : "?";
  }
  return out;
}

std::string print_source(const Citation& source) {
  return source.url.empty() ? source.title : source.title + ' ' + source.url;
}

}  // namespace reckon::model

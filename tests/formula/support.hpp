// SPDX-License-Identifier: MIT
// A scope whose names stand in a source of their own, and formulas read in it: shared by the tests of this
// folder.
#pragma once

#include "base/source.hpp"
#include "formula/dimensions.hpp"
#include "formula/evaluate.hpp"
#include "formula/formula.hpp"
#include "formula/parse.hpp"
#include "units/unit.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::formula::test {

/// "rate request/s; cores core": names and their units.
class Bench {
 public:
  explicit Bench(std::string_view names = {}, bool transparent = false) : transparent_(transparent) {
    const base::SourceId id = sources_.add("names", std::string(names));
    std::size_t begin = 0;
    while (begin < names.size()) {
      const std::size_t end = std::min(names.find(';', begin), names.size());
      add_name(id, names, names.find_first_not_of(' ', begin), end);
      begin = end + 1;
    }
  }

  [[nodiscard]] Scope scope() const { return {names_, transparent_}; }
  [[nodiscard]] const base::Sources& sources() const { return sources_; }
  /// Source 1 and what follows are formulas.
  base::Result<Formula> parse(std::string_view text) {
    const base::SourceId id = sources_.add("formula", std::string(text));
    return formula::parse(sources_, sources_.whole(id), scope());
  }
  Formula must_parse(std::string_view text) {
    auto formula = parse(text);
    if (!formula) FAIL(base::render(formula.error(), sources_));
    return *formula;
  }
  /// Parsed and found sound.
  Formula sound(std::string_view text) {
    Formula formula = must_parse(text);
    const DimensionCheck check = check_dimensions(formula, scope());
    if (!check.problems.empty()) FAIL(base::render(check.problems.front(), sources_));
    return formula;
  }
  units::Dimension dimension(std::string_view text) {
    const Formula formula = sound(text);
    return check_dimensions(formula, scope()).type.dimension;
  }
  double value(std::string_view text, const std::vector<double>& slots = {}) {
    const Value value = evaluate(sound(text), slots);
    if (value.failure) FAIL(text << ": " << value.failure->message);
    return value.number;
  }
  base::SourceId add_source(std::string name, std::string_view text) {
    return sources_.add(std::move(name), std::string(text));
  }

 private:
  void add_name(base::SourceId id, std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t space = text.find(' ', begin);
    const auto unit = units::read_unit(text.substr(space + 1, end - space - 1));
    if (!unit) FAIL("no unit: " << text.substr(space + 1, end - space - 1));
    names_.push_back({std::string(text.substr(begin, space - begin)),
                      unit->dimension,
                      {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  bool transparent_;
  base::Sources sources_;
  std::vector<Name> names_;
};

inline units::Dimension dimension_of_unit(std::string_view unit) {
  return units::read_unit(unit).value().dimension;
}

/// Equal but for spans and the literals' spelling.
inline bool same(const Formula& a, const Formula& b) {
  if (a.nodes.size() != b.nodes.size() || a.display_unit != b.display_unit) return false;
  for (std::size_t i = 0; i < a.nodes.size(); ++i) {
    const Node& x = a.nodes[i];
    const Node& y = b.nodes[i];
    const bool literal = x.operation == Operation::literal;
    if (x.operation != y.operation || x.operands != y.operands || x.slot != y.slot) return false;
    if (literal && (x.literal.interval != y.literal.interval || x.literal.dimension != y.literal.dimension))
      return false;
    if (!literal && x.text != y.text) return false;
  }
  return true;
}

}  // namespace reckon::formula::test

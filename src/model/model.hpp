// SPDX-License-Identifier: MIT
// A sizing model as plain data. Composition is flattened when a model is loaded: every quantity of every part
// is one slot with a dotted name, and formulas refer to slots.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "formula/formula.hpp"
#include "units/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::model {

using SlotId = std::uint32_t;

/// Where a constant comes from.
struct Citation {
  std::string title;
  std::string url;
  std::string checked;  ///< year and month
};

enum class SlotKind {
  input,     ///< a value from outside; open when nobody gives one
  link,      ///< an input of a part that the composed model computes
  identity,  ///< computed; a statement of it must agree both ways
  need,      ///< computed; more than this is allowed
};

struct Range {
  double low = 0.0;
  double high = 0.0;
};

/// A named quantity of a model. Values are in base units.
struct Slot {
  std::string name;  ///< dotted when it belongs to a part
  SlotKind kind = SlotKind::input;
  std::string unit_text;
  units::Unit unit;
  std::optional<double> fallback;  ///< the model's default
  std::optional<Range> range;      ///< plausible values of an input
  std::optional<double> full;  ///< of a reserve such as utilisation: the value at which nothing is held back
  std::vector<std::string> labels;  ///< what people call it, most specific first
  std::string about;
  std::optional<Citation> source;
  bool unverified = false;
  formula::Formula formula;  ///< of everything but an input
  base::Span declared;
};

/// A text with places for values: "{busy_cores} are busy".
struct Message {
  struct Piece {
    std::string text;
    std::optional<SlotId> slot;
  };
  std::vector<Piece> pieces;
};

struct Check {
  std::string id;  ///< `autoscaler.floor-never-left`: the model that wrote it, then its own name
  formula::Formula require;
  std::optional<formula::Formula> when;
  base::Severity severity = base::Severity::error;
  bool is_limit = false;  ///< physics, structure or a documented bound: what fails it cannot be
  Message say;
  std::string about;
  std::optional<Citation> source;
  base::Span declared;
};

/// Where a slot's value stands in a well-known artefact.
struct Appearance {
  SlotId slot = 0;
  std::string type;     ///< "manifest", "command"
  std::string name;     ///< "Deployment", "kafka-topics.sh"
  std::string pattern;  ///< tree/pointer.hpp
  std::string unit_text;
  units::Unit unit;
  std::vector<std::pair<std::string, double>> means;  ///< words that stand for a value there: HOUR is 1 h
  bool words_only = false;  ///< what is none of these words says nothing about the slot
  /// Where the name of what is measured stands, `*` being the same key as in `pattern`: the value is about
  /// the slot only when the name ends in such a unit, as `http_requests_per_second` does.
  std::string named_by;
  /// Not a value that stands there but how many: nodes within one artefact, or artefacts that have such a
  /// node.
  enum class Count { none, nodes, artefacts };
  Count count = Count::none;
  std::optional<double> absent;  ///< what the platform takes when the parent is there and the key is not
  std::string absent_text;
};

/// A value that a platform no longer accepts.
struct Refusal {
  std::string id;
  std::string type;
  std::string name;
  std::string pattern;
  std::vector<std::string> values;
  base::Severity severity = base::Severity::error;
  std::string say;
  std::optional<Citation> source;
};

struct Example {
  std::string name;
  struct Setting {
    SlotId slot = 0;
    units::Stated stated;
    base::Span span;
  };
  std::vector<Setting> set;
  std::vector<Setting> expect;
  std::optional<Citation> source;
};

struct Monotone {
  SlotId output = 0;
  SlotId input = 0;
};

/// Another model that this one contains.
struct Part {
  std::string alias;
  std::string model;
};

struct Model {
  std::string id;
  std::string title;
  std::string about;
  std::vector<Part> parts;
  std::vector<Slot> slots;
  std::vector<SlotId> order;  ///< computed slots in evaluation order
  std::vector<Check> checks;
  std::vector<Appearance> appearances;
  std::vector<Refusal> refusals;
  std::vector<Example> examples;
  std::vector<Monotone> never_falls;
  base::SourceId source = 0;

  [[nodiscard]] const Slot& slot(SlotId at) const { return slots[at]; }
};

/// The slot of that name, or of that unique last part (`cpu_time` for `fleet.cpu_time`).
std::optional<SlotId> find_slot(const Model& model, std::string_view name);

/// Why a name finds no slot: unknown (with the nearest name) or ambiguous (with all candidates).
std::string explain_unknown(const Model& model, std::string_view name);

}  // namespace reckon::model

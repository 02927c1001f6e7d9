// SPDX-License-Identifier: MIT
// A quantity that the response states, with its place and what is known about its meaning.
#pragma once

#include "base/source.hpp"
#include "model/model.hpp"
#include "units/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reckon::check {

enum class Role : std::uint8_t { given, assumption, result, equation };
enum class Certainty : std::uint8_t { sure, likely };

std::string_view name(Role role);
std::string_view name(Certainty certainty);

/// What kind of place a claim stands in.
enum class Where { response, manifest, command, table, text };

/// How a place tells its value.
enum class Telling {
  quantity,  ///< written there
  word,      ///< by a word that stands for a value at this place: SERIAL, HOUR
  count,     ///< by how many stand there; the claim is placed at the first
};

struct Claim {
  base::Span span;      ///< the quantity as written
  std::string pointer;  ///< JSON pointer or "table 1/row 2/column 3", "" in running text
  Where where = Where::text;
  std::string artefact;  ///< of a manifest or command: which one, "Deployment"
  std::string section;   ///< the headings above
  Role role = Role::given;
  bool declares_variable =
      false;  ///< "peakTPS = 24,000 TPS": the response states a context variable by its name
  Telling telling = Telling::quantity;
  bool from_platform = false;  ///< not written: what the platform takes when the artefact does not say
  Certainty certainty = Certainty::sure;
  std::optional<model::SlotId> slot;  ///< what it states, once bound
  units::Stated stated;               ///< in base units; of a bound claim in the slot's dimension
  std::string text;                   ///< as written, or the number of a count
  std::string unit_text;              ///< unit in which it speaks, also when the place implies it
  std::string label;                  ///< words beside it that name it
  base::Span label_span;  ///< where they stand; of a declared variable, with all that it is set to
  /// Of an equation: the derivation that it is, an index into those of the document.
  std::optional<std::uint32_t> derivation;
};

}  // namespace reckon::check

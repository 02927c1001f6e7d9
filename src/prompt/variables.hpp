// SPDX-License-Identifier: MIT
// Values of context variables: the prompt's defaults and what the user sets, read as quantities or kept as
// text.
#pragma once

#include "base/result.hpp"
#include "prompt/prompt.hpp"
#include "units/quantity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::prompt {

struct Setting {
  const Variable* variable = nullptr;
  std::string text;                       ///< as written
  std::optional<units::Stated> quantity;  ///< of a quantity variable
  bool by_user = false;
};

/// A variable's text read with its unit. A quantity may be followed by words ("< 50 ms end-to-end latency");
/// the diagnostic's spans are relative to the text.
base::Result<Setting> read_variable(const Variable& variable, std::string_view text, bool by_user);

/// What a setting feeds to a model input: the quantity itself, or the number that the feed's pattern finds in
/// the text. A variable is exact, so the printed precision is dropped.
std::optional<units::Stated> feed(const Setting& setting, const Variable::Feed& feed,
                                  const units::Unit& unit);

}  // namespace reckon::prompt

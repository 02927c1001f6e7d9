// SPDX-License-Identifier: MIT
// Values of context variables: the prompt's defaults and what the user sets, read as quantities or kept as
// text.
#pragma once

#include "base/result.hpp"
#include "prompt/prompt.hpp"
#include "units/quantity.hpp"

#include <optional>
#include <string>
#include <string_view>
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

/// What a line sets a variable to, from behind the sign on: up to the next `, name =`.
std::string_view declared_value(std::string_view text);

/// The entries of a list as people write it: "US, EU and APAC". Commas and semicolons separate, those in
/// brackets do not; "and" does in front of the last entry.
std::vector<std::string_view> entries_of(std::string_view list);

/// The pattern of a feed that takes how many entries the text lists.
inline constexpr std::string_view counts_entries = "{count}";

/// What a setting feeds to a model input: the quantity itself, the number that the feed's pattern finds in
/// the text, or the count of its entries. A variable is exact, so the printed precision is dropped.
std::optional<units::Stated> feed(const Setting& setting, const Variable::Feed& feed,
                                  const units::Unit& unit);

}  // namespace reckon::prompt

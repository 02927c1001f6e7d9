// SPDX-License-Identifier: MIT
// THE table of rules that the program itself has; models and prompts bring their own. A rule is what a
// finding is filed under: its name stands behind the severity of each.
#pragma once

#include <span>
#include <string_view>

namespace reckon::check {

/// One row.
struct RuleRow {
  std::string_view id;       ///< "equation.contradicted"
  std::string_view title;    ///< one line, lower case
  std::string_view about;    ///< what is compared, when it speaks, what to do
  std::string_view wrong{};  ///< a text that it speaks of; "": none is short
  std::string_view right{};  ///< the text as it should be
};

std::span<const RuleRow> rule_table();

/// Null for none; a rule of a model or a prompt has its text there.
const RuleRow* find_rule(std::string_view id);

}  // namespace reckon::check

// SPDX-License-Identifier: MIT
// Every rule that a finding can be filed under and every slip that one can be told with, as a list, as one
// page each, and all of them as one Markdown page (docs/rules.md; a test compares).
#pragma once

#include "model/library.hpp"
#include "prompt/library.hpp"

#include <string>
#include <vector>

namespace reckon::report {

/// What there is to say of one; empty texts where there is nothing.
struct RuleText {
  std::string id;
  std::string title;     ///< one line
  std::string about;     ///< when it speaks, what to do
  std::string severity;  ///< fixed for those of models and prompts
  std::string holds;     ///< the formula that must hold
  std::string source;
  std::string wrong;     ///< a line that it speaks of
  std::string right;     ///< the line as it should be
  bool is_slip = false;  ///< told with a finding; findings are filed under the others
};

/// Those of the program, then models and prompts by name; slips come last.
std::vector<RuleText> rule_texts(prompt::Library& prompts, model::Library& models);

std::string print_rule_list(const std::vector<RuleText>& rules);
std::string print_rule_page(const RuleText& rule);
std::string print_rules_as_markdown(const std::vector<RuleText>& rules);

}  // namespace reckon::report

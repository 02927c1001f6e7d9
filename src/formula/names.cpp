// SPDX-License-Identifier: MIT
#include "formula/names.hpp"

namespace reckon::formula {

Names::Names(const Scope& scope) : scope_(&scope) {
  slots_.reserve(scope.names.size());
  for (std::size_t i = 0; i < scope.names.size(); ++i) {
    slots_.emplace(scope.names[i].name, static_cast<std::uint32_t>(i));
  }
}

std::optional<std::uint32_t> Names::slot(std::string_view word) const {
  const auto found = slots_.find(word);
  if (found == slots_.end()) return std::nullopt;
  return found->second;
}

bool is_keyword(std::string_view word) {
  return word == "and" || word == "or" || word == "not" || word == "in";
}

}  // namespace reckon::formula

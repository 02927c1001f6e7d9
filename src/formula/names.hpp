// SPDX-License-Identifier: MIT
// The names of a scope by spelling, and the words that are never names.
#pragma once

#include "formula/scope.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace reckon::formula {

class Names {
 public:
  explicit Names(const Scope& scope);
  [[nodiscard]] std::optional<std::uint32_t> slot(std::string_view word) const;
  [[nodiscard]] bool has(std::string_view word) const { return slot(word).has_value(); }
  [[nodiscard]] const Scope& scope() const { return *scope_; }

 private:
  const Scope* scope_;
  std::unordered_map<std::string_view, std::uint32_t> slots_;
};

/// and, or, not, in.
bool is_keyword(std::string_view word);

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
// Text -> formula. The grammar stands on top of parse.cpp.
#pragma once

#include "base/result.hpp"
#include "base/source.hpp"
#include "formula/formula.hpp"
#include "formula/scope.hpp"
#include "units/dimension.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace reckon::formula {

/// Nesting of parentheses, calls, signs and powers that is still read.
inline constexpr int max_depth = 64;
/// Bytes of a formula.
inline constexpr std::size_t max_length = std::size_t{64} << 10U;

/// Parses one part of a source. After a number a unit is read greedily ("2 KB * 100k/s * 30 days" has three
/// literals); a known name wins over a unit of the same spelling. Unknown names and functions are one problem
/// that marks all of them; codes are `formula.*` (formula/codes.hpp), or `quantity.*` for a literal that
/// cannot be read.
base::Result<Formula> parse(const base::Sources& sources, const base::Span& part, const Scope& scope);

/// The same for text that stands at `at` in another form (an escaped string): spans are kept inside `at`.
base::Result<Formula> parse(std::string_view text, const base::Span& at, const Scope& scope);

}  // namespace reckon::formula

// SPDX-License-Identifier: MIT
// What every reader may skip between words.
#pragma once

namespace reckon::base {

/// Space, tab and line ends; spaces beyond ASCII are none (units/characters.hpp knows them).
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace reckon::base

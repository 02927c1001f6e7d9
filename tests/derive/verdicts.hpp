// SPDX-License-Identifier: MIT
// Many texts that must get one verdict, or must not.
#pragma once

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {

inline void check_all(const std::vector<const char*>& texts, std::string_view wanted) {
  for (const char* text : texts) {
    INFO(text);
    CHECK(verdict(Sample(text)) == wanted);
  }
}

inline void check_none(const std::vector<const char*>& texts, std::string_view unwanted) {
  for (const char* text : texts) {
    INFO(text);
    CHECK(verdict(Sample(text)) != unwanted);
  }
}

}  // namespace reckon::derive

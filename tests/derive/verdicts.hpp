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

/// Nothing is accused of them.
inline void check_silent(const std::vector<const char*>& texts) {
  for (const char* text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

/// One number of each.
inline void check_wrong(const std::vector<const char*>& texts) {
  for (const char* text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).size() == 1);
  }
}

}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// What makes two findings of two runs the same one: rule, file, place and both values. Neither the line nor
// the spelling of the path is in it, so that edits elsewhere change nothing and another number changes all.
#pragma once

#include "check/finding.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace reckon::report {

/// Fingerprints of one run: those of findings that are equal in all of this differ by their order.
class Fingerprints {
 public:
  /// 32 hexadecimal digits. `path` is that of `path_in`, `place` that of `check::Addresses`.
  std::string of(const check::Finding& finding, std::string_view path, std::string_view place);

 private:
  std::map<std::string, std::size_t> seen_;
};

}  // namespace reckon::report

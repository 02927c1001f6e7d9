// SPDX-License-Identifier: MIT
// Other ways to write one and the same answer: nothing that a rewrite changes may change a verdict.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reckon::check {

struct Rewrite {
  const char* name;
  std::string (*apply)(const std::string& text);
};

/// All rewrites. Each leaves alone what it cannot rewrite (a manifest has no thousands separators). The last
/// changes the ends of lines, which the others do not expect changed.
const std::vector<Rewrite>& rewrites();

}  // namespace reckon::check

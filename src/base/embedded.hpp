// SPDX-License-Identifier: MIT
// A catalogue file that is compiled into the program.
#pragma once

#include <string_view>

namespace reckon::base {

struct EmbeddedFile {
  std::string_view path;  ///< relative to the repository, e.g. `models/service-fleet.yaml`
  std::string_view text;
};

}  // namespace reckon::base

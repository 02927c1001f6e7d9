// SPDX-License-Identifier: MIT
// A catalogue file that is compiled into the program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace reckon::base {

struct EmbeddedFile {
  std::string_view path;  ///< relative to the repository, e.g. `models/service-fleet.yaml`
  std::string_view text;
  std::span<const std::uint32_t> tree;  ///< of YAML, as tree/packed.hpp packs it
};

}  // namespace reckon::base

// SPDX-License-Identifier: MIT
// The model files compiled into the program, in order of path.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace reckon::model {

std::span<const base::EmbeddedFile> embedded_files();

}  // namespace reckon::model

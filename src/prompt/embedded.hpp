// SPDX-License-Identifier: MIT
// The prompt files compiled into the program, in order of path.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace reckon::prompt {

std::span<const base::EmbeddedFile> embedded_files();

}  // namespace reckon::prompt

// SPDX-License-Identifier: MIT
// The schema files compiled into the program.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace reckon::report {

std::span<const base::EmbeddedFile> embedded_files();

}  // namespace reckon::report

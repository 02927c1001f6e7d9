// SPDX-License-Identifier: MIT
// Lines that were reviewed, in a file: what differs fails and is told. RECKON_UPDATE=1 rewrites the file.
#pragma once

#include <string>

namespace reckon::corpus {

/// `path` from the root of the repository.
void check_golden(const std::string& path, const std::string& actual);

}  // namespace reckon::corpus

// SPDX-License-Identifier: MIT
// Where a report goes, piece by piece: what is long is never there as one text.
#pragma once

#include <functional>
#include <string_view>

namespace reckon::report {

using Write = std::function<void(std::string_view)>;

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
// The JSON Schemas that reckon publishes, compiled in from docs/schemas/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::report {

std::vector<std::string> schema_names();
std::optional<std::string_view> schema(std::string_view name);

}  // namespace reckon::report

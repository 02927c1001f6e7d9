// SPDX-License-Identifier: MIT
// A claim and a place as JSON, the same in every report.
#pragma once

#include "report/report.hpp"

#include <nlohmann/json_fwd.hpp>

namespace reckon::report {

/// path, line, column, end_line, end_column.
void add_location(nlohmann::ordered_json& row, const Location& at);
nlohmann::ordered_json claim_json(const ClaimRow& claim);

}  // namespace reckon::report

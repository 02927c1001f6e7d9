// SPDX-License-Identifier: MIT
// Rows of a report as values of JSON, for every format that is JSON.
#pragma once

#include "report/claims_page.hpp"
#include "report/report.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace reckon::report {

using Json = nlohmann::ordered_json;

/// Bits and chances are no better known than to so many decimal places.
double to_places(double value, int places);

Json run_json(const RunRow& row);
Json document_json(const DocumentRow& document);
Json input_json(const InputRow& input);
Json claim_json(const ClaimRow& claim);
Json finding_json(const FindingRow& finding);
Json number_json(const NumberRow& row);
Json summary_json(const Report& report);

/// Text of a response may hold bytes that are no UTF-8: they are replaced, never a reason to fail. Without an
/// indent all is one line.
std::string json_text(const Json& json, int indent = -1);

}  // namespace reckon::report

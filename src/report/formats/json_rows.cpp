// SPDX-License-Identifier: MIT
#include "report/formats/json_rows.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::report {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

void add_location(Json& row, const Location& at) {
  row["path"] = at.path;
  row["line"] = at.line;
  row["column"] = at.column;
  row["end_line"] = at.end_line;
  row["end_column"] = at.end_column;
}

}  // namespace

double to_places(double value, int places) {
  const double power = std::pow(10.0, places);
  return std::round(value * power) / power;
}

Json claim_json(const ClaimRow& claim) {
  Json row;
  row["id"] = claim.id;
  add_location(row, claim.at);
  row["pointer"] = text_or_null(claim.pointer);
  row["name"] = text_or_null(claim.name);
  row["role"] = claim.role;
  row["certainty"] = claim.certainty;
  row["text"] = claim.text;
  row["value"] = claim.stated.value;
  row["unit"] = claim.unit;
  row["low"] = claim.stated.low;
  row["high"] = claim.stated.high;
  row["recomputed"] = nullptr;
  if (claim.recomputed) {
    row["recomputed"] = {{"value", claim.recomputed->value},
                         {"unit", claim.unit},
                         {"low", claim.recomputed->low},
                         {"high", claim.recomputed->high}};
  }
  row["ratio"] = or_null(claim.ratio);
  row["verdict"] = claim.verdict;
  row["calculation"] = text_or_null(claim.calculation);
  row["note"] = text_or_null(claim.convention);
  return row;
}

Json finding_json(const FindingRow& finding) {
  const check::Finding& inner = finding.finding;
  Json row;
  row["id"] = finding.id;
  row["claim"] = text_or_null(finding.claim);
  row["rule"] = inner.diagnostic.code;
  row["severity"] = base::name(inner.diagnostic.severity);
  add_location(row, finding.at);
  row["pointer"] = text_or_null(inner.pointer);
  row["place"] = finding.place;
  row["message"] = inner.diagnostic.message;
  row["stated"] = text_or_null(inner.stated);
  row["recomputed"] = text_or_null(inner.recomputed);
  row["ratio"] = or_null(inner.ratio);
  row["slip"] = nullptr;
  if (inner.slip) row["slip"] = {{"id", inner.slip->id}, {"text", inner.slip->text}};
  row["evidence"] = inner.evidence ? Json(to_places(static_cast<double>(*inner.evidence), 1)) : Json(nullptr);
  row["probability"] = to_places(inner.probability, 3);
  row["reasons"] = Json::array();
  for (const derive::Reason& reason : inner.reasons)
    row["reasons"].push_back(
        {{"what", reason.what}, {"bits", to_places(static_cast<double>(reason.bits), 1)}});
  row["to_be_right"] = inner.to_be_right;
  row["related"] = Json::array();
  for (const auto& [at, text] : finding.related) {
    row["related"].push_back({{"path", at.path}, {"line", at.line}, {"column", at.column}, {"text", text}});
  }
  row["fingerprint"] = finding.fingerprint;
  row["waived"] = finding.waived;
  return row;
}

Json run_json(const RunRow& row) {
  return {{"severity", base::name(row.severity)},
          {"rule", row.rule},
          {"path", row.path},
          {"line", row.at ? Json(row.at->line) : Json(nullptr)},
          {"column", row.at ? Json(row.at->column) : Json(nullptr)},
          {"message", row.message},
          {"help", text_or_null(row.help)}};
}

Json document_json(const DocumentRow& document) {
  return {{"path", document.path}, {"prompt", text_or_null(document.prompt)}, {"model", document.model}};
}

Json input_json(const InputRow& input) {
  return {{"path", input.path}, {"name", input.name}, {"value", input.value},
          {"unit", input.unit}, {"from", input.from}, {"unverified", input.unverified}};
}

Json number_json(const NumberRow& row) {
  Json out;
  add_location(out, row.at);
  out["text"] = row.text;
  out["fate"] = row.fate;
  out["generator"] = text_or_null(row.generator);
  out["by"] = text_or_null(row.by);
  out["by_line"] = row.by.empty() ? Json(nullptr) : Json(row.by_at.line);
  out["evidence"] = to_places(row.evidence, 1);
  return out;
}

Json summary_json(const Report& report) {
  const check::Summary& sum = report.summary;
  const auto waived = std::count_if(report.findings.begin(), report.findings.end(),
                                    [](const FindingRow& row) { return row.waived; });
  return {{"numbers", sum.numbers},
          {"explained", sum.explained},
          {"claims", sum.claims},
          {"recomputed", sum.recomputed},
          {"consistent", sum.consistent},
          {"wrong", sum.wrong},
          {"open", sum.open},
          {"unreadable", sum.unreadable},
          {"waived", waived},
          {"errors", sum.errors},
          {"warnings", sum.warnings},
          {"notes", sum.notes},
          {"exit", report.exit}};
}

std::string json_text(const Json& json, int indent) {
  return base::escaped_json(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace reckon::report

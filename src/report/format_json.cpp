// SPDX-License-Identifier: MIT
// JSON report, version 1, and the page of claims. Their schemas are docs/schemas/report.json and claims.json.
#include "base/unicode.hpp"
#include "report/claims_page.hpp"
#include "report/formats.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace reckon::report {
namespace {

/// Bits and chances are no better known than to so many decimal places.
double to_places(double value, int places) {
  const double power = std::pow(10.0, places);
  return std::round(value * power) / power;
}

using Json = nlohmann::ordered_json;

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

Json run_json(const std::vector<RunRow>& rows) {
  Json out = Json::array();
  for (const RunRow& row : rows) {
    out.push_back({{"severity", base::name(row.severity)},
                   {"rule", row.rule},
                   {"path", row.path},
                   {"line", row.at ? Json(row.at->line) : Json(nullptr)},
                   {"column", row.at ? Json(row.at->column) : Json(nullptr)},
                   {"message", row.message},
                   {"help", text_or_null(row.help)}});
  }
  return out;
}

/// Text of a response may hold bytes that are no UTF-8: they are replaced, never a reason to fail.
std::string print(const Json& json) {
  return base::escaped_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace

std::string print_json(const Report& report, const base::Sources& sources, const Options& options) {
  (void)sources;
  (void)options;
  Json out;
  out["reckon"] = 1;
  out["version"] = report.version;
  out["diagnostics"] = run_json(report.diagnostics);
  out["documents"] = Json::array();
  for (const DocumentRow& document : report.documents) {
    out["documents"].push_back(
        {{"path", document.path}, {"prompt", text_or_null(document.prompt)}, {"model", document.model}});
  }
  out["inputs"] = Json::array();
  for (const InputRow& input : report.inputs) {
    out["inputs"].push_back({{"path", input.path},
                             {"name", input.name},
                             {"value", input.value},
                             {"unit", input.unit},
                             {"from", input.from},
                             {"unverified", input.unverified}});
  }
  out["claims"] = Json::array();
  for (const ClaimRow& claim : report.claims) out["claims"].push_back(claim_json(claim));
  out["findings"] = Json::array();
  for (const FindingRow& finding : report.findings) out["findings"].push_back(finding_json(finding));
  const check::Summary& sum = report.summary;
  out["summary"] = {{"numbers", sum.numbers},
                    {"explained", sum.explained},
                    {"claims", sum.claims},
                    {"recomputed", sum.recomputed},
                    {"consistent", sum.consistent},
                    {"wrong", sum.wrong},
                    {"open", sum.open},
                    {"unreadable", sum.unreadable},
                    {"waived", 0},
                    {"errors", sum.errors},
                    {"warnings", sum.warnings},
                    {"notes", sum.notes},
                    {"exit", report.exit}};
  return print(out);
}

std::string print_claims_json(const ClaimsPage& page) {
  Json out;
  out["reckon"] = 1;
  out["version"] = page.version;
  out["diagnostics"] = run_json(page.diagnostics);
  out["claims"] = Json::array();
  for (const ClaimRow& claim : page.claims) out["claims"].push_back(claim_json(claim));
  out["numbers"] = Json::array();
  for (const NumberRow& row : page.numbers) {
    Json number;
    add_location(number, row.at);
    number["text"] = row.text;
    number["fate"] = row.fate;
    number["generator"] = text_or_null(row.generator);
    number["by"] = text_or_null(row.by);
    number["by_line"] = row.by.empty() ? Json(nullptr) : Json(row.by_at.line);
    number["evidence"] = to_places(row.evidence, 1);
    out["numbers"].push_back(std::move(number));
  }
  out["summary"] = {{"numbers", page.numbers.size()},       {"input", page.count("input")},
                    {"explained", page.count("explained")}, {"unexplained", page.count("unexplained")},
                    {"accused", page.count("accused")},     {"inherited", page.count("inherited")}};
  return print(out);
}

}  // namespace reckon::report

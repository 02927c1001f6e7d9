// SPDX-License-Identifier: MIT
// JSON report, version 1, and the page of claims. Their schemas are docs/schemas/report.json and claims.json.
#include "base/unicode.hpp"
#include "report/claims_page.hpp"
#include "report/formats.hpp"

#include <nlohmann/json.hpp>

namespace reckon::report {
namespace {

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
  out["summary"] = {{"claims", sum.claims},
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
  out["not_read"] = Json::array();
  for (const UnreadRow& row : page.unread) {
    Json unread;
    add_location(unread, row.at);
    unread["text"] = row.text;
    unread["reason"] = row.reason;
    unread["why"] = row.why;
    out["not_read"].push_back(std::move(unread));
  }
  const ClaimsPage::Totals totals = page.totals();
  out["summary"] = {{"numbers", page.in_claims + totals.not_read},
                    {"read", page.in_claims},
                    {"not_read", totals.not_read},
                    {"look_alikes", totals.look_alikes}};
  return print(out);
}

}  // namespace reckon::report

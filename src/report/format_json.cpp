// SPDX-License-Identifier: MIT
// JSON report, version 1, and the page of claims. Their schemas are docs/schemas/report.json and claims.json.
#include "base/unicode.hpp"
#include "report/claims_page.hpp"
#include "report/formats.hpp"

#include <fmt/format.h>
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

/// An object of which each member, and each row of a list, goes out as soon as it is there: the rows of a
/// long document take many times its memory as values of JSON.
class Pieces {
 public:
  explicit Pieces(const Write& write) : write_(write) {}

  void member(std::string_view name, const Json& value) {
    begin(name);
    write_(text(value, "\n  "));
  }

  template <class Rows, class ToJson>
  void list(std::string_view name, const Rows& rows, ToJson to_json) {
    begin(name);
    write_("[");
    bool is_first = true;
    for (const auto& row : rows) {
      write_((is_first ? "\n    " : ",\n    ") + text(to_json(row), "\n    "));
      is_first = false;
    }
    write_(is_first ? "]" : "\n  ]");
  }

  void end() { write_("\n}\n"); }

 private:
  void begin(std::string_view name) {
    write_(fmt::format("{}\n  \"{}\": ", is_first_ ? "{" : ",", name));
    is_first_ = false;
  }

  /// Text of a response may hold bytes that are no UTF-8: they are replaced, never a reason to fail.
  static std::string text(const Json& json, std::string_view line_break) {
    const std::string printed = base::escaped_json(json.dump(2, ' ', false, Json::error_handler_t::replace));
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = printed.find('\n'); at != printed.npos; at = printed.find('\n', from)) {
      out.append(printed, from, at - from).append(line_break);
      from = at + 1;
    }
    return out.append(printed, from);
  }

  const Write& write_;
  bool is_first_ = true;
};

}  // namespace

void print_json(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                const Write& write) {
  Pieces out(write);
  out.member("reckon", 1);
  out.member("version", report.version);
  out.list("diagnostics", report.diagnostics, run_json);
  out.list("documents", report.documents, document_json);
  out.list("inputs", report.inputs, input_json);
  out.list("claims", report.claims, claim_json);
  out.list("findings", report.findings, finding_json);
  const check::Summary& sum = report.summary;
  out.member("summary", {{"numbers", sum.numbers},
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
                         {"exit", report.exit}});
  out.end();
}

void print_claims_json(const ClaimsPage& page, const Write& write) {
  Pieces out(write);
  out.member("reckon", 1);
  out.member("version", page.version);
  out.list("diagnostics", page.diagnostics, run_json);
  out.list("claims", page.claims, claim_json);
  out.list("numbers", page.numbers, number_json);
  out.member("summary", {{"numbers", page.numbers.size()},
                         {"input", page.count("input")},
                         {"explained", page.count("explained")},
                         {"unexplained", page.count("unexplained")},
                         {"accused", page.count("accused")},
                         {"inherited", page.count("inherited")}});
  out.end();
}

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
// JSON report, version 1, and the page of claims. Their schemas are docs/schemas/report.json and claims.json.
#include "report/claims_page.hpp"
#include "report/formats.hpp"
#include "report/formats/json_rows.hpp"

#include <fmt/format.h>

namespace reckon::report {
namespace {

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

  static std::string text(const Json& json, std::string_view line_break) {
    const std::string printed = json_text(json, 2);
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
  out.member("summary", summary_json(report));
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

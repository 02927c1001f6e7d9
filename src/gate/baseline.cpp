// SPDX-License-Identifier: MIT
#include "gate/baseline.hpp"

#include "gate/strict_file.hpp"
#include "tree/fields.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace reckon::gate {
namespace {

BaselineEntry entry_of(const report::Report& report, const report::FindingRow& row) {
  return {row.fingerprint, row.finding.diagnostic.code, address_of(report, row), row.finding.stated,
          row.finding.recomputed};
}

void recount(report::Report& report) {
  std::vector<check::Finding> left;
  for (const report::FindingRow& row : report.findings) left.push_back(row.finding);
  check::count_findings(left, report.summary);
}

}  // namespace

std::optional<Baseline> load_baseline(const base::Sources& sources, base::SourceId source,
                                      std::vector<base::Diagnostic>& problems) {
  const std::optional<tree::Node> root = read_strictly(sources, source, problems);
  if (!root) return std::nullopt;
  tree::Fields fields(*root, "the baseline", problems);
  const tree::Node* version = fields.require("reckon_baseline");
  if (version != nullptr && version->text != "1")
    problems.push_back(base::problem("config.value", "the version of this format is 1", version->span));
  Baseline out;
  if (const tree::Node* entries = fields.require("entries")) {
    for (const tree::Node& item : entries->items) {
      tree::Fields entry(item, "an entry of the baseline", problems);
      out.push_back({entry.required_text("fingerprint"), entry.required_text("rule"),
                     entry.required_text("at"), entry.required_text("stated"),
                     entry.required_text("recomputed")});
      entry.finish();
    }
  }
  fields.finish();
  if (!finish_strictly(problems)) return std::nullopt;
  return out;
}

Baseline baseline_of(const report::Report& report) {
  Baseline out;
  for (const report::FindingRow& row : report.findings) {
    if (!row.waived && !row.finding.is_of_reading) out.push_back(entry_of(report, row));
  }
  return out;
}

std::string print_baseline(const Baseline& baseline) {
  nlohmann::ordered_json out;
  out["reckon_baseline"] = 1;
  out["entries"] = nlohmann::ordered_json::array();
  for (const BaselineEntry& entry : baseline)
    out["entries"].push_back({{"fingerprint", entry.fingerprint},
                              {"rule", entry.rule},
                              {"at", entry.at},
                              {"stated", entry.stated},
                              {"recomputed", entry.recomputed}});
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

Baseline hide(const Baseline& baseline, const IsOver& is_over, report::Report& report) {
  std::map<std::string_view, bool> occurs;
  for (const BaselineEntry& entry : baseline) occurs[entry.fingerprint] = false;
  const std::size_t before = report.findings.size();
  std::erase_if(report.findings, [&](const report::FindingRow& row) {
    const auto entry = occurs.find(row.fingerprint);
    if (entry == occurs.end() || row.finding.is_of_reading) return false;
    entry->second = true;
    return !row.waived;
  });
  report.baseline = report::Report::Baseline{baseline.size(), before - report.findings.size()};
  recount(report);
  Baseline gone;
  std::copy_if(baseline.begin(), baseline.end(), std::back_inserter(gone), [&](const BaselineEntry& entry) {
    return !occurs[entry.fingerprint] && is_over(file_of(entry.at));
  });
  return gone;
}

}  // namespace reckon::gate

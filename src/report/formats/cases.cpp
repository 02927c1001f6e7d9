// SPDX-License-Identifier: MIT
#include "report/formats/cases.hpp"

#include "base/unicode.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace reckon::report {
namespace {

bool holds(const ClaimRow& claim) {
  return claim.verdict == "consistent" || claim.verdict == "rounded" || claim.verdict == "plausible";
}

std::string name_of(const FindingRow& row) {
  std::string out = row.finding.diagnostic.code;
  if (!row.place.empty()) out += ' ' + row.place;
  if (!row.finding.stated.empty()) out += ": " + row.finding.stated;
  return out;
}

std::string name_of(const ClaimRow& claim) {
  if (!claim.name.empty()) return fmt::format("{}: {}", claim.name, claim.text);
  return claim.calculation.empty() ? claim.text : fmt::format("{} = {}", claim.calculation, claim.text);
}

class Collector {
 public:
  void add(const std::string& file, Case test) {
    const auto [at, is_new] = index_.emplace(file, out_.size());
    if (is_new) out_.push_back({file, {}});
    // Of several tests with one name a platform keeps the first.
    test.name = base::shortened(base::printable(test.name));
    const std::size_t same = ++seen_[{file, test.name}];
    if (same > 1) test.name += fmt::format(" ({})", same);
    out_[at->second].cases.push_back(std::move(test));
  }

  std::vector<FileCases> take() { return std::move(out_); }

 private:
  std::map<std::string, std::size_t> index_;
  std::map<std::pair<std::string, std::string>, std::size_t> seen_;
  std::vector<FileCases> out_;
};

CaseResult result_of(const FindingRow& row) {
  if (row.waived) return CaseResult::waived;
  return row.fails ? CaseResult::failed : CaseResult::passed;
}

}  // namespace

std::vector<FileCases> cases_by_file(const Report& report) {
  Collector out;
  std::set<std::string> read;
  for (const RunRow* row : faults(report)) {
    const bool is_error = row->severity == base::Severity::error;
    out.add(project_path(report, row->path),
            {row->rule, is_error ? CaseResult::unreadable : CaseResult::passed, nullptr, row});
  }
  for (const DocumentRow& document : report.documents) {
    const std::string file = project_path(report, document.path);
    if (read.insert(file).second) out.add(file, {"can be read", CaseResult::passed, nullptr, nullptr});
  }
  std::set<std::string> spoken_of;
  for (const FindingRow& row : report.findings) {
    if (!row.claim.empty()) spoken_of.insert(row.claim);
    out.add(project_path(report, row.at.path), {name_of(row), result_of(row), &row, nullptr});
  }
  for (const ClaimRow& claim : report.claims) {
    if (!holds(claim) || spoken_of.contains(claim.id)) continue;
    out.add(project_path(report, claim.at.path), {name_of(claim), CaseResult::passed, nullptr, nullptr});
  }
  return out.take();
}

}  // namespace reckon::report

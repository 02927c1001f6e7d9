// SPDX-License-Identifier: MIT
// What is told about a run, as plain values: one Report, rendered once per format. Nothing is computed here.
#pragma once

#include "base/diagnostic.hpp"
#include "check/review.hpp"
#include "report/project.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::report {

struct DocumentRow {
  std::string path;
  std::string prompt;
  std::string model;
};

struct InputRow {
  std::string path;
  std::string name;
  double value = 0.0;  ///< in `unit`
  std::string unit;
  std::string text;  ///< for people: "50 µs·core/request"
  std::string from;  ///< "variable peakTPS", "table 1/row 1/column 2", "default"
  bool unverified = false;
};

/// 1-based, end exclusive; columns count code points.
struct Location {
  std::string_view path;  ///< the name of its source
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
};

struct ClaimRow {
  std::string id;
  Location at;
  std::string pointer;
  std::string name;
  std::string_view role;
  std::string_view certainty;
  std::string text;
  std::string unit;
  units::Interval stated;  ///< in `unit`
  std::optional<units::Interval> recomputed;
  std::optional<double> ratio;
  std::string_view verdict;
  std::string calculation;
  std::string convention;
};

struct FindingRow {
  std::string id;
  std::string claim;  ///< id of the claim, or ""
  Location at;
  check::Finding finding;
  std::vector<std::pair<Location, std::string>> related;
  std::string place;        ///< of check::Addresses
  std::string fingerprint;  ///< of report::Fingerprints
  bool fails = false;       ///< the run fails with it
  bool waived = false;
  std::string waiver;  ///< until when, whose and why, of one that is waived
};

/// What is told about the run and not about a number: a file that cannot be read, one that states nothing.
struct RunRow {
  base::Severity severity = base::Severity::note;
  std::string rule;  ///< stable and dotted, "input.not-text"
  std::string path;
  std::optional<base::Place> at;  ///< nothing: the file as a whole
  std::string message;
  std::string help;
};

struct Report {
  std::string version;
  Project project;
  std::vector<RunRow> diagnostics;
  std::vector<DocumentRow> documents;
  std::vector<InputRow> inputs;
  std::vector<ClaimRow> claims;
  std::vector<FindingRow> findings;
  check::Summary summary;
  /// What was there before: how many entries, and how many findings are left out for it; nothing where none
  /// was asked for.
  struct Baseline {
    std::size_t entries = 0;
    std::size_t hidden = 0;
  };
  std::optional<Baseline> baseline;
  int exit = 0;
};

/// Which rows a report is for: claims that hold are many, and most readers of text want none of them, or
/// those that have a name in the model.
enum class Rows : std::uint8_t { findings, named_claims, claims };

/// Reviews in the order of the documents.
Report build(const base::Sources& sources, const std::vector<check::Review>& reviews, std::string version,
             Rows rows = Rows::claims, Project project = {});

/// Where a part of a source stands; its name is not copied.
Location locate(const base::Sources& sources, const base::Span& span);

/// A double without the noise of its last bits, for JSON and tables.
double tidy(double value);

}  // namespace reckon::report

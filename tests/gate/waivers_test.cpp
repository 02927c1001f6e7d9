// SPDX-License-Identifier: MIT
// Waivers: what a file of them may say, and how they end.
#include "gate/waivers.hpp"

#include "gate/baseline.hpp"
#include "gate/inline_waivers.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace reckon::gate {
namespace {

const KnownNames& names() {
  static const KnownNames known{
      [] {
        return std::vector<std::string>{"equation.contradicted", "sizing.too-large"};
      },
      [] { return std::vector<std::string>{}; }};
  return known;
}

Day day(const char* text) {
  return *read_day(text);
}

/// An entry with one of its lines replaced, or left out where `value` is empty.
std::string entry_with(const std::string& key = {}, const std::string& value = {}) {
  std::string out;
  const std::pair<const char*, const char*> fields[] = {{"rule", "sizing.too-large"},
                                                        {"at", "a.json#/cores"},
                                                        {"stated", "2000 cores"},
                                                        {"recomputed", "8 cores"},
                                                        {"reason", "Shared with the nightly re-index"},
                                                        {"owner", "payments"},
                                                        {"created", "2026-01-10"},
                                                        {"expires", "2026-06-30"}};
  for (const auto& [name, usual] : fields) {
    const std::string text = key == name ? value : usual;
    if (!text.empty()) out += fmt::format("{}{}: {}\n", out.empty() ? "  - " : "    ", name, text);
  }
  return out;
}

struct File {
  base::Sources sources;
  std::vector<base::Diagnostic> problems;
  std::optional<Waivers> waivers;
};

File load_entries(const std::string& entries, const char* today = "2026-02-01") {
  File out;
  const base::SourceId source = out.sources.add("waivers.yaml", "version: 1\nwaivers:\n" + entries);
  out.waivers = load_waivers(out.sources, source, names(), day(today), out.problems);
  return out;
}

/// A report with one finding.
report::Report told_of(const std::string& stated = "2000 cores", const std::string& recomputed = "8 cores") {
  report::Report out;
  report::FindingRow row;
  row.at.path = "a.json";
  row.place = "#/cores";
  row.fingerprint = "0123456789abcdef";
  row.finding.diagnostic.code = "sizing.too-large";
  row.finding.stated = stated;
  row.finding.recomputed = recomputed;
  out.findings.push_back(row);
  return out;
}

bool always(std::string_view /*path*/) {
  return true;
}

bool never(std::string_view /*path*/) {
  return false;
}

TEST_CASE("a day is one of the calendar") {
  CHECK(print_day(day("2026-06-30")) == "2026-06-30");
  CHECK(read_day("2028-02-29").has_value());
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-06-31", "2026-6-30", "26-06-30", "2026/06/30",
                           "2026-06-30 ", "tomorrow", "", "2026--1-01"})
    CHECK_FALSE(read_day(text).has_value());
  CHECK(days_between(day("2026-01-31"), day("2026-03-01")) == 29);
}

TEST_CASE("a file of waivers is strict") {
  CHECK(load_entries(entry_with()).waivers.has_value());
  CHECK(load_entries("").waivers.has_value());
  CHECK(load_entries(entry_with("expires", "'2026-06-30'")).waivers.has_value());
  CHECK(load_entries(entry_with() + "    link: docs/adr/12.md\n").waivers.has_value());
  struct Row {
    std::string entries;
    const char* code;
  };
  std::vector<Row> rows{
      {entry_with("reason", "because"), "waiver.reason"},
      {entry_with("rule", "sizing.too-big"), "waiver.unknown-rule"},
      {entry_with("rule", "sizing.*"), "waiver.unknown-rule"},
      {entry_with("owner", "''"), "waiver.value"},
      {entry_with("expires", "2026-02-30"), "waiver.date"},
      {entry_with("expires", "2026-01-09"), "waiver.date"},
      {entry_with("expires", "2026-07-10"), "waiver.too-long"},
      {entry_with("created", "2026-03-10"), "waiver.date"},
      {entry_with() + "    expired: 2026-01-01\n", "config.unknown-key"},
      {entry_with() + "    owner: twice\n", "yaml.duplicate-key"},
      {entry_with() + entry_with(), "waiver.twice"},
      {"  {}\n", "waiver.wrong-kind"},
  };
  for (const char* key : {"at", "stated", "recomputed", "reason", "owner", "created", "expires"})
    rows.push_back({entry_with(key, ""), "config.missing-key"});
  for (const Row& row : rows) {
    INFO(row.entries);
    const File file = load_entries(row.entries);
    CHECK_FALSE(file.waivers.has_value());
    REQUIRE_FALSE(file.problems.empty());
    CHECK(file.problems.front().code == row.code);
  }
}

TEST_CASE("a waiver holds to its last day, for its values, and says how it ended") {
  struct Row {
    const char* today;
    const char* stated;
    const char* recomputed;
    bool waived;
    const char* told;  ///< rule of what is told, or ""
  };
  const Row rows[] = {
      {"2026-02-01", "2000 cores", "8 cores", true, ""},
      {"2026-02-01", "2000  cores", "8 cores", true, ""},
      {"2026-06-16", "2000 cores", "8 cores", true, "waiver.expiring"},
      {"2026-06-30", "2000 cores", "8 cores", true, "waiver.expiring"},
      {"2026-07-01", "2000 cores", "8 cores", false, "waiver.expired"},
      {"2026-02-01", "3000 cores", "8 cores", false, "waiver.void"},
      {"2026-02-01", "2000 cores", "9 cores", false, "waiver.void"},
  };
  for (const Row& row : rows) {
    INFO(row.today << ' ' << row.stated << ' ' << row.recomputed);
    const File file = load_entries(entry_with(), row.today);
    report::Report report = told_of(row.stated, row.recomputed);
    const auto rows_told = waive(*file.waivers, file.sources, day(row.today), always, report);
    CHECK(report.findings[0].waived == row.waived);
    CHECK((rows_told.empty() ? "" : rows_told.front().rule) == row.told);
    if (!rows_told.empty()) CHECK(rows_told.front().at->line == 3);
  }
}

TEST_CASE("a waiver without a finding is told where its file was read") {
  const File file = load_entries(entry_with());
  report::Report report;
  const auto unused = waive(*file.waivers, file.sources, day("2026-02-01"), always, report);
  REQUIRE(unused.size() == 1);
  CHECK(unused[0].rule == "waiver.unused");
  CHECK(unused[0].severity == base::Severity::warning);
  CHECK(waive(*file.waivers, file.sources, day("2026-02-01"), never, report).empty());
}

TEST_CASE("an entry is added behind the last one, whatever its text") {
  const Waiver entry = [] {
    Waiver out = load_entries(entry_with()).waivers->entries.front();
    out.stated = "\"2000\": # cores\n\x1b[2J";
    return out;
  }();
  const std::string usual = "version: 1\nwaivers:\n";
  for (const std::string& before : {std::string(), usual, usual + "  # none yet\n", usual + entry_with(),
                                    "# ours\n" + usual + "# first\n" + entry_with() + "    # end",
                                    std::string("version: 1\nwaivers:\n- rule: equation.contradicted\n  at: "
                                                "b.md\n  stated: '1'\n  recomputed: '2'\n"
                                                "  reason: Shared with the nightly re-index\n  owner: x\n  "
                                                "created: 2026-01-10\n  expires: 2026-02-10\n")}) {
    INFO(before);
    base::Sources sources;
    const auto text = with_entry(sources, sources.add("waivers.yaml", before), entry);
    REQUIRE(text.has_value());
    CHECK(text->starts_with(before));
    std::vector<base::Diagnostic> problems;
    const auto after =
        load_waivers(sources, sources.add("waivers.yaml", *text), names(), day("2026-02-01"), problems);
    REQUIRE(after.has_value());
    CHECK(after->entries.back().stated == entry.stated);
  }
  for (const char* before : {"version: 1\nwaivers: []\n", "waivers:\nversion: 1\n", "version: 1\n", "[]\n"}) {
    base::Sources sources;
    CHECK_FALSE(with_entry(sources, sources.add("waivers.yaml", before), entry).has_value());
  }
}

TEST_CASE("a baseline leaves out what it holds, and nothing else") {
  report::Report report = told_of();
  const Baseline baseline = baseline_of(report);
  REQUIRE(baseline.size() == 1);
  CHECK(baseline[0].at == "a.json#/cores");
  base::Sources sources;
  std::vector<base::Diagnostic> problems;
  const auto read = load_baseline(sources, sources.add("baseline.json", print_baseline(baseline)), problems);
  REQUIRE(read.has_value());
  CHECK(hide(*read, always, report).empty());
  CHECK(report.findings.empty());
  CHECK(report.baseline->hidden == 1);
  report::Report changed = told_of("3000 cores");
  changed.findings[0].fingerprint = "fedcba9876543210";
  CHECK(hide(*read, always, changed).size() == 1);
  CHECK(hide(*read, never, changed).empty());
  CHECK(changed.findings.size() == 1);
  for (const char* text :
       {"{}", "[]", "{\"reckon_baseline\": 2, \"entries\": []}", "{\"reckon_baseline\": 1,",
        R"({"reckon_baseline": 1, "entries": [{"rule": "x"}]})", ""}) {
    INFO(text);
    problems.clear();
    CHECK_FALSE(load_baseline(sources, sources.add("baseline.json", text), problems).has_value());
    CHECK_FALSE(problems.empty());
  }
}

TEST_CASE("a comment covers its line and the next one") {
  const std::string text =
      "<!-- reckon: allow sizing.too-large until 2026-06-30: Shared with the nightly re-index -->\n\ncores: "
      "2000\n"
      "cores: 2000 # reckon: allow sizing.too-large until 2026-06-30: Shared with the nightly re-index\n"
      "we reckon: allow nothing here\n";
  base::Sources sources;
  const base::SourceId source = sources.add("a.md", text);
  const auto comments = inline_waivers(sources, source);
  REQUIRE(comments.size() == 2);
  CHECK(comments[0].rule == "sizing.too-large");
  CHECK(comments[0].until == "2026-06-30");
  CHECK(comments[0].reason == "Shared with the nightly re-index");
  CHECK(comments[0].last_line == 3);
  CHECK(comments[1].first_line == 4);
  const auto is_waived = [&](std::size_t line, const char* today) {
    report::Report report = told_of();
    report.findings[0].at.line = line;
    report.findings[0].finding.diagnostic.primary.span.source = source;
    std::vector<base::Diagnostic> problems;
    waive_inline(comments, sources, names(), day(today), report, problems);
    CHECK(problems.empty());
    return report.findings[0].waived;
  };
  CHECK(is_waived(3, "2026-02-01"));
  CHECK(is_waived(4, "2026-06-30"));
  CHECK_FALSE(is_waived(6, "2026-02-01"));
  CHECK_FALSE(is_waived(3, "2026-07-01"));
}

TEST_CASE("a comment that says too little is told") {
  for (const char* text :
       {"# reckon: allow sizing.too-large", "# reckon: allow sizing.too-large until 2026-06-30: no",
        "# reckon: allow sizing until 2026-06-30: Shared with the nightly re-index",
        "# reckon: allow sizing.too-large until soon: Shared with the nightly re-index",
        "# reckon: allow sizing.too-large until 2027-06-30: Shared with the nightly re-index"}) {
    INFO(text);
    base::Sources sources;
    report::Report report;
    std::vector<base::Diagnostic> problems;
    waive_inline(inline_waivers(sources, sources.add("a.yaml", text)), sources, names(), day("2026-02-01"),
                 report, problems);
    CHECK(problems.size() == 1);
  }
}

}  // namespace
}  // namespace reckon::gate

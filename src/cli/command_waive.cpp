// SPDX-License-Identifier: MIT
#include "cli/command_waive.hpp"

#include "cli/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace reckon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t fewest_digits = 8;
constexpr const char* usual_baseline = ".reckon/baseline.json";

/// A line of a file, as the report prints places: "docs/plan.md:12" or "docs/plan.md:12:21".
struct LinePlace {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;  ///< 0: any
};

/// A number behind the last colon, which is taken off.
std::size_t take_number(std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos || colon + 1 == text.size()) return 0;
  std::size_t number = 0;
  const char* const end_of_text = text.data() + text.size();
  const auto [end, fault] = std::from_chars(text.data() + colon + 1, end_of_text, number);
  if (fault != std::errc{} || end != end_of_text) return 0;
  text.resize(colon);
  return number;
}

std::optional<LinePlace> read_place(std::string text) {
  LinePlace out;
  out.line = take_number(text);
  if (out.line == 0) return std::nullopt;
  if (const std::size_t before = take_number(text); before != 0) {
    out.column = out.line;
    out.line = before;
  }
  out.path = std::move(text);
  return out;
}

bool is_meant(const report::FindingRow& row, const std::string& finding,
              const std::optional<LinePlace>& place) {
  if (place) return row.at.line == place->line && (place->column == 0 || row.at.column == place->column);
  return row.id == finding || (finding.size() >= fewest_digits && row.fingerprint.starts_with(finding));
}

/// The one finding that is meant; null after a message.
const report::FindingRow* find(Session& session, const report::Report& report, const std::string& finding,
                               const std::optional<LinePlace>& place) {
  std::vector<const report::FindingRow*> meant;
  for (const report::FindingRow& row : report.findings) {
    if (!row.waived && !row.finding.is_of_reading && is_meant(row, finding, place)) meant.push_back(&row);
  }
  if (meant.size() == 1) return meant.front();
  session.say(fmt::format("{} finding{} fit{} '{}'{}", meant.empty() ? "no" : std::to_string(meant.size()),
                          meant.size() == 1 ? "" : "s", meant.size() == 1 ? "s" : "", finding,
                          meant.empty() ? "" : "; name one of"));
  for (const report::FindingRow* row : meant)
    session.say(fmt::format("  {}:{}:{}  {}  {}: {}", row->at.path, row->at.line, row->at.column,
                            row->fingerprint.substr(0, fewest_digits), row->finding.diagnostic.code,
                            row->finding.diagnostic.message));
  return nullptr;
}

/// Writes a file and the folder that it lies in; false after a message.
bool write_whole(Session& session, const std::string& path, const std::string& text) {
  std::error_code error;
  if (const fs::path folder = fs::path(path).parent_path(); !folder.empty())
    fs::create_directories(folder, error);
  const std::string problem = write_file(path, [&](const report::Write& write) { write(text); });
  if (!problem.empty()) session.say(fmt::format("{}: {}", path, problem));
  return problem.empty();
}

gate::Waiver entry_for(const WaiveOptions& options, const Gate& gate, const report::Report& report,
                       const report::FindingRow& row) {
  gate::Waiver out;
  out.rule = row.finding.diagnostic.code;
  out.at = gate::address_of(report, row);
  out.stated = row.finding.stated;
  out.recomputed = row.finding.recomputed;
  out.reason = options.reason;
  out.owner = options.owner;
  out.link = options.link;
  out.created = gate.today;
  out.expires = *gate::read_day(options.expires);
  return out;
}

/// The file with the entry, held against the rules for such files before it is written.
ExitCode append(Session& session, const Gate& gate, const gate::Waiver& entry) {
  const std::string& path = gate.waivers_path;
  const auto before = read_file(path);
  std::error_code error;
  if (!before && fs::exists(path, error)) {
    session.say(fmt::format("{}: {}", path, before.error().message));
    return ExitCode::usage;
  }
  const base::SourceId source = session.sources.add(path, before.value_or(""));
  const auto text = gate::with_entry(session.sources, source, entry);
  if (!text) {
    session.say(
        fmt::format("{}: nothing can be added, since it does not end in a list `waivers:` of lines", path));
    return ExitCode::usage;
  }
  std::vector<base::Diagnostic> problems;
  const base::SourceId result = session.sources.add(path, *text);
  (void)gate::load_waivers(session.sources, result, known_names(session), gate.today, problems);
  for (const base::Diagnostic& problem : problems) session.report(problem);
  if (!problems.empty() || !write_whole(session, path, *text)) return ExitCode::usage;
  session.world.out << fmt::format("{}: {} at {} is waived {}\n", path, entry.rule, entry.at,
                                   gate::told(entry, gate.today));
  return ExitCode::clean;
}

}  // namespace

ExitCode run_waive(Session& session, const WaiveOptions& options) {
  GateOptions wishes = options.gate;
  wishes.begins_waivers = true;
  const auto place = read_place(options.finding);
  if (place && wishes.reading.files.empty()) wishes.reading.files = {place->path};
  const auto gate = open_gate(session, wishes, "waive");
  if (!gate) return ExitCode::usage;
  if (gate->waivers_path.empty()) {
    session.say("there is neither a configuration nor a repository here; name the file with --waivers");
    return ExitCode::usage;
  }
  const auto judged = judge(session, *gate, report::Rows::claims);
  if (!judged) return ExitCode::usage;
  const report::FindingRow* row = find(session, judged->report, options.finding, place);
  return row == nullptr ? ExitCode::usage
                        : append(session, *gate, entry_for(options, *gate, judged->report, *row));
}

ExitCode run_baseline(Session& session, const BaselineOptions& options) {
  GateOptions wishes = options.gate;
  const bool writes = options.action == "write";
  std::string path = wishes.baseline;
  // A new one is not held against the old one.
  if (writes) wishes.baseline.clear();
  wishes.ignores_baseline = writes;
  const auto gate = open_gate(session, wishes, "baseline " + options.action);
  if (!gate) return ExitCode::usage;
  if (path.empty()) path = gate->baseline_path;
  if (path.empty()) path = gate->configuration.place_of(usual_baseline);
  if (!writes && !gate->baseline) {
    session.say("name the baseline with --baseline, or in the configuration");
    return ExitCode::usage;
  }
  const auto judged = judge(session, *gate, report::Rows::findings);
  if (!judged) return ExitCode::usage;
  if (!judged->is_whole) {
    session.say(fmt::format("{} is left as it was, since not everything could be read", path));
    return ExitCode::unreadable;
  }
  gate::Baseline entries = writes ? gate::baseline_of(judged->report) : *gate->baseline;
  const std::size_t before = entries.size();
  std::erase_if(entries, [&](const gate::BaselineEntry& entry) {
    return std::any_of(judged->gone.begin(), judged->gone.end(), [&](const gate::BaselineEntry& gone) {
      return gone.fingerprint == entry.fingerprint;
    });
  });
  if (!write_whole(session, path, gate::print_baseline(entries))) return ExitCode::usage;
  session.world.out << (writes
                            ? fmt::format("{}: {} finding{}\n", path, entries.size(),
                                          entries.size() == 1 ? "" : "s")
                            : fmt::format("{}: {} of {} entries are left\n", path, entries.size(), before));
  return ExitCode::clean;
}

}  // namespace reckon::cli

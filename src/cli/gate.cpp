// SPDX-License-Identifier: MIT
#include "cli/gate.hpp"

#include "base/suggest.hpp"
#include "cli/files.hpp"
#include "gate/inline_waivers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

namespace reckon::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* usual_waivers = ".reckon/waivers.yaml";

/// What was typed, and what the configuration says where nothing was.
gate::Policy policy_of(const GateOptions& options, const gate::Config& config) {
  gate::Policy typed;
  if (!options.fail_on.empty()) typed.fail_on = gate::fail_on(options.fail_on);
  typed.least_ratio = gate::read_amount(options.least_ratio);
  typed.least_coverage = gate::read_share(options.least_coverage);
  typed.selected = options.selected;
  typed.ignored = options.ignored;
  return gate::joined(std::move(typed), config.policy);
}

/// Whether every name that was typed stands for a rule; false after a message.
bool are_rules(Session& session, const GateOptions& options) {
  std::vector<std::string> asked = options.selected;
  asked.insert(asked.end(), options.ignored.begin(), options.ignored.end());
  if (asked.empty()) return true;
  const std::vector<std::string> rules = all_rules(session);
  for (const std::string& name : asked) {
    const bool is_known = std::any_of(rules.begin(), rules.end(),
                                      [&](const std::string& rule) { return gate::is_rule_of(rule, name); });
    if (is_known) continue;
    const std::string hint = base::did_you_mean(name, rules);
    session.say(fmt::format("there is no rule or family of rules '{}'; {}", name,
                            hint.empty() ? "a finding has its rule in brackets behind its severity" : hint));
    return false;
  }
  return true;
}

gate::Day day_of(const std::string& typed) {
  if (const auto day = gate::read_day(typed)) return *day;
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

/// A file of the gate as a source; nothing after a message.
std::optional<base::SourceId> open_source(Session& session, const std::string& path) {
  auto text = read_file(path);
  if (text) return session.sources.add(path, std::move(*text));
  session.say(fmt::format("{}: {}", path, text.error().message));
  return std::nullopt;
}

bool report_all(Session& session, const std::vector<base::Diagnostic>& problems) {
  for (const base::Diagnostic& problem : problems) session.report(problem);
  return problems.empty();
}

/// Where the waivers are looked for: a file that was named must be there.
bool open_waivers(Session& session, const GateOptions& options, Gate& gate) {
  const Configuration& configuration = gate.configuration;
  const std::string& named = configuration.config.waivers;
  gate.waivers_path = options.waivers;
  if (gate.waivers_path.empty() && !named.empty()) gate.waivers_path = configuration.place_of(named);
  std::error_code error;
  const bool is_named = !gate.waivers_path.empty();
  if (!is_named && configuration.is_place_of_a_team())
    gate.waivers_path = configuration.place_of(usual_waivers);
  if (options.no_waivers || gate.waivers_path.empty()) return true;
  const bool may_be_missing = !is_named || options.begins_waivers;
  if (may_be_missing && !fs::exists(gate.waivers_path, error)) return true;
  const auto source = open_source(session, gate.waivers_path);
  if (!source) return false;
  std::vector<base::Diagnostic> problems;
  gate.waivers = gate::load_waivers(session.sources, *source, known_names(session), gate.today, problems);
  return report_all(session, problems);
}

bool open_baseline(Session& session, const GateOptions& options, Gate& gate) {
  const std::string& named = gate.configuration.config.baseline;
  gate.baseline_path = options.baseline;
  if (gate.baseline_path.empty() && !named.empty()) gate.baseline_path = gate.configuration.place_of(named);
  if (gate.baseline_path.empty() || options.ignores_baseline) return true;
  const auto source = open_source(session, gate.baseline_path);
  if (!source) return false;
  std::vector<base::Diagnostic> problems;
  gate.baseline = gate::load_baseline(session.sources, *source, problems);
  return report_all(session, problems);
}

void tell_left_out(Session& session, const gate::LeftOut& left_out) {
  if (left_out.empty()) return;
  std::size_t sum = 0;
  std::vector<std::string> rules;
  for (const auto& [rule, count] : left_out) {
    sum += count;
    rules.push_back(fmt::format("{} ({})", rule, count));
  }
  session.note(fmt::format("{} finding{} of rules that do not count: {}", sum, sum == 1 ? "" : "s",
                           fmt::join(rules, ", ")));
}

/// What becomes of the comments in documents that waive; false after messages.
bool waive_by_comments(Session& session, const Gate& gate, const std::vector<check::Review>& reviews,
                       report::Report& report) {
  std::set<base::SourceId> sources;
  for (const check::Review& review : reviews) {
    for (const check::Finding& finding : review.findings)
      sources.insert(finding.diagnostic.primary.span.source);
  }
  std::vector<base::Diagnostic> problems;
  for (const base::SourceId source : sources) {
    const auto comments = gate::inline_waivers(session.sources, source);
    if (comments.empty()) continue;
    const std::string name(session.sources.name(source));
    const auto* rule = gate::rule_for(gate.configuration.config, gate.configuration.path_of(name));
    if (rule != nullptr && rule->inline_waivers)
      gate::waive_inline(comments, session.sources, known_names(session), gate.today, report, problems);
    else
      session.note(fmt::format("{}:{}: this waiver does nothing: the configuration allows none in documents",
                               name, comments.front().first_line));
  }
  return report_all(session, problems);
}

void tell_waivers(Session& session, std::vector<report::RunRow> rows, report::Report& report) {
  for (report::RunRow& row : rows) {
    const std::string line = fmt::format("{}:{}: {}{}{}", row.path, row.at->line, row.message,
                                         row.help.empty() ? "" : "; ", row.help);
    if (row.severity == base::Severity::note)
      session.note(line);
    else
      session.say(line);
    report.diagnostics.push_back(std::move(row));
  }
}

/// Marks what fails the run; whether anything does.
bool has_failures(Session& session, const gate::Policy& policy, report::Report& report) {
  bool is_failed = false;
  gate::Policy without_ratio = policy;
  without_ratio.least_ratio.reset();
  std::size_t small = 0;
  for (report::FindingRow& row : report.findings) {
    row.fails = !row.waived && gate::fails(policy, row.finding);
    is_failed = is_failed || row.fails;
    if (!row.waived && !row.fails && gate::fails(without_ratio, row.finding)) ++small;
  }
  if (small != 0) {
    session.note(fmt::format("{} finding{} below the least factor of {} do{} not fail the run", small,
                             small == 1 ? "" : "s", *policy.least_ratio, small == 1 ? "es" : ""));
  }
  if (!gate::lacks_coverage(policy, report.summary)) return is_failed;
  constexpr double percent = 100.0;
  const std::string message =
      fmt::format("{} of {} numbers are explained, wanted are {:.0f} %", report.summary.explained,
                  report.summary.numbers, percent * *policy.least_coverage);
  session.say(message);
  report.diagnostics.push_back({base::Severity::error, "input.coverage", "", {}, message, ""});
  return is_failed || policy.fail_on != gate::FailOn::never;
}

/// A file that was read, or is gone: what is no longer told of it is past.
gate::IsOver is_over(const report::Report& report) {
  std::set<std::string, std::less<>> read;
  for (const report::DocumentRow& document : report.documents)
    read.insert(report::path_in(report.project, document.path));
  return [read = std::move(read), root = report.project.root](std::string_view path) {
    std::error_code error;
    return read.contains(path) || !fs::exists(fs::path(root) / path, error);
  };
}

}  // namespace

std::optional<Gate> open_gate(Session& session, const GateOptions& options, const std::string& command) {
  auto configuration = find_configuration(session, options.reading.config);
  if (!configuration || !are_rules(session, options)) return std::nullopt;
  Gate out;
  out.policy = policy_of(options, configuration->config);
  out.configuration = std::move(*configuration);
  out.reading = options.reading;
  out.today = day_of(options.today);
  if (!take_files(session, command, out.configuration, out.reading)) return std::nullopt;
  if (!open_waivers(session, options, out) || !open_baseline(session, options, out)) return std::nullopt;
  return out;
}

std::optional<Judged> judge(Session& session, const Gate& gate, report::Rows rows) {
  Responses responses = review_all(session, gate.reading, gate.configuration);
  if (responses.reviews.empty() && responses.code == ExitCode::usage) return std::nullopt;
  tell_left_out(session, gate::put_in_force(gate.policy, responses.reviews));
  Judged out;
  out.is_whole = responses.code == ExitCode::clean;
  report::Report& report = out.report;
  report = report::build(session.sources, responses.reviews, version(), rows, project_here());
  report.diagnostics = std::move(responses.rows);
  if (!waive_by_comments(session, gate, responses.reviews, report)) return std::nullopt;
  const gate::IsOver over = is_over(report);
  if (gate.waivers)
    tell_waivers(session, gate::waive(*gate.waivers, session.sources, gate.today, over, report), report);
  if (gate.baseline) out.gone = gate::hide(*gate.baseline, over, report);
  if (!out.gone.empty())
    session.note(fmt::format("{}: {} entr{} no longer occur{}; `reckon baseline prune` takes them out",
                             gate.baseline_path, out.gone.size(), out.gone.size() == 1 ? "y" : "ies",
                             out.gone.size() == 1 ? "s" : ""));
  const bool lacks_numbers = responses.lacks_numbers && gate.policy.fail_on != gate::FailOn::never;
  const bool is_failed = has_failures(session, gate.policy, report) || lacks_numbers;
  report.exit = static_cast<int>(worse(responses.code, is_failed ? ExitCode::findings : ExitCode::clean));
  return out;
}

}  // namespace reckon::cli

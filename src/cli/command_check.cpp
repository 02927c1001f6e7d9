// SPDX-License-Identifier: MIT
#include "cli/command_check.hpp"

#include "base/suggest.hpp"
#include "cli/files.hpp"
#include "report/claims_page.hpp"
#include "report/formats.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace reckon::cli {
namespace {

bool reaches(base::Severity severity, const std::string& fail_on) {
  if (fail_on == "never") return false;
  if (fail_on == "note") return true;
  return severity == base::Severity::error || (severity == base::Severity::warning && fail_on == "warning");
}

/// That a part of the document could not be read makes it unreadable, whatever is found in the rest.
bool is_of_reading(const check::Finding& finding, const std::vector<base::Diagnostic>& problems) {
  return finding.diagnostic.severity == base::Severity::error &&
         std::any_of(problems.begin(), problems.end(), [&](const base::Diagnostic& problem) {
           return problem.code == finding.diagnostic.code &&
                  problem.primary.span == finding.diagnostic.primary.span;
         });
}

bool is_failure(const Responses& responses, const std::string& fail_on) {
  if (responses.lacks_numbers && fail_on != "never") return true;
  for (std::size_t i = 0; i < responses.reviews.size(); ++i) {
    for (const check::Finding& finding : responses.reviews[i].findings) {
      if (reaches(finding.diagnostic.severity, fail_on) && !is_of_reading(finding, responses.problems[i]))
        return true;
    }
  }
  return false;
}

struct Target {
  const report::Format* format = nullptr;
  std::string path;
};

/// Reads `--report FORMAT=PATH`; false after a message.
bool read_targets(Session& session, const CheckOptions& options, std::vector<Target>& targets) {
  for (const std::string& text : options.reports) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const report::Format* format = report::find_format(name);
    if (equals != std::string::npos && equals + 1 < text.size() && format != nullptr) {
      targets.push_back({format, text.substr(equals + 1)});
      continue;
    }
    std::vector<std::string> known;
    for (const report::Format& row : report::format_table()) known.emplace_back(row.name);
    std::string hint = base::did_you_mean(name, known);
    const std::size_t dot = text.rfind('.');
    const bool is_path = equals == std::string::npos && dot != std::string::npos;
    if (is_path && report::find_format(text.substr(dot + 1)) != nullptr)
      hint = fmt::format("did you mean '{}={}'?", text.substr(dot + 1), text);
    session.say(fmt::format("--report wants FORMAT=PATH, and the formats are {}; not '{}'{}{}",
                            fmt::join(known, ", "), text, hint.empty() ? "" : "; ", hint));
    return false;
  }
  return true;
}

}  // namespace

ExitCode run_check(Session& session, const CheckOptions& options) {
  std::vector<Target> targets;
  if (!read_targets(session, options, targets)) return ExitCode::usage;
  const Responses responses = review_all(session, options.reading);
  if (responses.reviews.empty() && responses.code == ExitCode::usage) return responses.code;
  const bool only_text = std::all_of(targets.begin(), targets.end(),
                                     [](const Target& target) { return target.format->name == "text"; });
  const bool lists_claims = options.verbose || options.format != "text" || !only_text;
  report::Report report = report::build(session.sources, responses.reviews, version(),
                                        lists_claims ? report::Rows::claims : report::Rows::findings);
  report.diagnostics = responses.rows;
  ExitCode code =
      worse(responses.code, is_failure(responses, options.fail_on) ? ExitCode::findings : ExitCode::clean);
  report.exit = static_cast<int>(code);
  const report::Options style{session.world.out.colour, options.verbose};
  const report::Write to_screen = [&session](std::string_view piece) { session.world.out << piece; };
  report::find_format(options.format)->print(report, session.sources, style, to_screen);
  for (const Target& target : targets) {
    const std::string problem = write_file(target.path, [&](const report::Write& write) {
      target.format->print(report, session.sources, {}, write);
    });
    if (problem.empty()) continue;
    session.say(fmt::format("{}: {}", target.path, problem));
    code = worse(code, ExitCode::usage);
  }
  return code;
}

ExitCode run_claims(Session& session, const CheckOptions& options) {
  const Responses responses = review_all(session, options.reading);
  if (responses.reviews.empty() && responses.code == ExitCode::usage) return responses.code;
  report::ClaimsPage page = report::claims_page(session.sources, responses.reviews, version());
  page.diagnostics = responses.rows;
  const bool is_json = options.format == "json";
  (is_json ? report::print_claims_json : report::print_claims_text)(
      page, [&session](std::string_view piece) { session.world.out << piece; });
  return worse(responses.code, responses.lacks_numbers ? ExitCode::findings : ExitCode::clean);
}

}  // namespace reckon::cli

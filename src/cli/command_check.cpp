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
  const auto gate = open_gate(session, options.gate, "check");
  if (!gate) return ExitCode::usage;
  const report::Format& format = *report::find_format(options.format);
  const bool lists_claims = options.verbose || format.lists_claims ||
                            std::any_of(targets.begin(), targets.end(),
                                        [](const Target& target) { return target.format->lists_claims; });
  auto judged = judge(session, *gate, lists_claims ? report::Rows::claims : report::Rows::findings);
  if (!judged) return ExitCode::usage;
  report::Report& report = judged->report;
  // What cannot be written makes the run invalid, and the report on the screen says so: it comes last.
  for (const Target& target : targets) {
    const std::string problem = write_file(target.path, [&](const report::Write& write) {
      target.format->print(report, session.sources, {}, write);
    });
    if (problem.empty()) continue;
    session.say(fmt::format("{}: {}", target.path, problem));
    report.exit = static_cast<int>(worse(static_cast<ExitCode>(report.exit), ExitCode::usage));
  }
  const report::Options style{session.world.out.colour, options.verbose};
  const report::Write to_screen = [&session](std::string_view piece) { session.world.out << piece; };
  format.print(report, session.sources, style, to_screen);
  return static_cast<ExitCode>(report.exit);
}

ExitCode run_claims(Session& session, const CheckOptions& options) {
  const auto configuration = find_configuration(session, options.gate.reading.config);
  ReadingOptions reading = options.gate.reading;
  if (!configuration || !take_files(session, "claims", *configuration, reading)) return ExitCode::usage;
  const Responses responses = review_all(session, reading, *configuration);
  if (responses.reviews.empty() && responses.code == ExitCode::usage) return responses.code;
  report::ClaimsPage page = report::claims_page(session.sources, responses.reviews, version());
  page.diagnostics = responses.rows;
  const bool is_json = options.format == "json";
  (is_json ? report::print_claims_json : report::print_claims_text)(
      page, [&session](std::string_view piece) { session.world.out << piece; });
  return worse(responses.code, responses.lacks_numbers ? ExitCode::findings : ExitCode::clean);
}

}  // namespace reckon::cli

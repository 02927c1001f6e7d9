// SPDX-License-Identifier: MIT
#include "cli/command_check.hpp"

#include "check/detect.hpp"
#include "check/review.hpp"
#include "check/unread.hpp"
#include "cli/files.hpp"
#include "document/read.hpp"
#include "report/claims_page.hpp"
#include "report/formats.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::cli {
namespace {

/// Used when no prompt of the catalogue fits: every domain model, joined to nothing.
constexpr const char* model_without_prompt = "any-design";

struct Reviews {
  std::vector<check::Review> reviews;
  std::vector<document::Document> documents;  ///< what was reviewed
  ExitCode code = ExitCode::clean;
};

/// The context in which a document is checked; says which prompt it is read as.
std::optional<check::Context> context_for(Session& session, const CheckOptions& options,
                                          const document::Document& document, const std::string& path) {
  if (!options.prompt.empty()) return session.context(options.prompt);
  const prompt::Prompt* detected = check::detect_prompt(session.prompts, document);
  if (detected == nullptr) {
    session.say(fmt::format(
        "{}: answers no prompt of the catalogue; equations, agreement and artefacts are checked", path));
    return session.context(model_without_prompt);
  }
  session.say(fmt::format("{}: read as an answer to '{}'", path, detected->id));
  return session.context(detected->id);
}

bool has_errors(const document::Document& document) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [](const base::Diagnostic& d) { return d.severity == base::Severity::error; });
}

ExitCode review_file(Session& session, const CheckOptions& options, const std::string& path, Reviews& into) {
  const bool is_stdin = path == "-";
  auto text = is_stdin ? read_stream(session.world.in) : read_file(path);
  const std::string name = is_stdin ? options.stdin_name : path;
  if (!text) {
    session.say(fmt::format("{}: {}", name, text.error()));
    return ExitCode::unreadable;
  }
  const base::SourceId source = session.sources.add(name, std::move(*text));
  document::Document document = document::read(session.sources, source);
  if (document.fragments.empty() && has_errors(document)) {
    for (const base::Diagnostic& problem : document.problems) session.report(problem);
    return ExitCode::unreadable;
  }
  auto context = context_for(session, options, document, name);
  if (!context || !session.set(*context, options.settings)) return ExitCode::usage;
  check::Review review = check::review(session.sources, document, std::move(*context));
  const bool empty = review.claims.empty() && review.findings.empty();
  if (empty) session.say(fmt::format("{}: nothing to check: no number was found that says what it is", name));
  const bool failed = empty || has_errors(document);
  into.reviews.push_back(std::move(review));
  into.documents.push_back(std::move(document));
  return failed ? ExitCode::unreadable : ExitCode::clean;
}

Reviews review_all(Session& session, const CheckOptions& options) {
  Reviews out;
  for (const std::string& path : options.files)
    out.code = worse(out.code, review_file(session, options, path, out));
  return out;
}

bool is_failure(const report::Report& report, const std::string& fail_on) {
  const check::Summary& sum = report.summary;
  if (fail_on == "never") return false;
  if (fail_on == "note") return sum.errors + sum.warnings + sum.notes > 0;
  if (fail_on == "warning") return sum.errors + sum.warnings > 0;
  return sum.errors > 0;
}

struct Target {
  const report::Format* format = nullptr;
  std::string path;
};

/// Reads `--report FORMAT=PATH`; false after a message.
bool read_targets(Session& session, const CheckOptions& options, std::vector<Target>& targets) {
  for (const std::string& text : options.reports) {
    const std::size_t equals = text.find('=');
    const report::Format* format = report::find_format(text.substr(0, equals));
    if (equals == std::string::npos || format == nullptr) {
      session.say(fmt::format("--report wants FORMAT=PATH with a known format, not '{}'", text));
      return false;
    }
    targets.push_back({format, text.substr(equals + 1)});
  }
  return true;
}

}  // namespace

ExitCode run_check(Session& session, const CheckOptions& options) {
  std::vector<Target> targets;
  if (!read_targets(session, options, targets)) return ExitCode::usage;
  const Reviews reviews = review_all(session, options);
  if (reviews.reviews.empty() && reviews.code != ExitCode::clean) return reviews.code;
  report::Report report = report::build(session.sources, reviews.reviews, version());
  ExitCode code =
      worse(reviews.code, is_failure(report, options.fail_on) ? ExitCode::findings : ExitCode::clean);
  report.exit = static_cast<int>(code);
  const report::Options style{session.world.colour_out, options.verbose};
  session.world.out << report::find_format(options.format)->print(report, session.sources, style);
  for (const Target& target : targets) {
    const std::string problem = write_file(target.path, target.format->print(report, session.sources, {}));
    if (problem.empty()) continue;
    session.say(fmt::format("{}: {}", target.path, problem));
    code = worse(code, ExitCode::unreadable);
  }
  return code;
}

ExitCode run_claims(Session& session, const CheckOptions& options) {
  const Reviews reviews = review_all(session, options);
  std::vector<check::Numbers> numbers;
  for (std::size_t i = 0; i < reviews.reviews.size(); ++i)
    numbers.push_back(check::numbers(session.sources, reviews.documents[i], reviews.reviews[i]));
  const report::ClaimsPage page = report::claims_page(session.sources, reviews.reviews, numbers, version());
  const bool is_json = options.format == "json";
  session.world.out << (is_json ? report::print_claims_json(page) : report::print_claims_text(page));
  return worse(reviews.code, ExitCode::clean);
}

}  // namespace reckon::cli

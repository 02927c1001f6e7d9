// SPDX-License-Identifier: MIT
#include "cli/responses.hpp"

#include "check/detect.hpp"
#include "cli/files.hpp"
#include "document/decode.hpp"
#include "document/read.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace reckon::cli {
namespace {

using base::Severity;

/// Used when no prompt of the catalogue fits: every domain model, joined to nothing.
constexpr const char* model_without_prompt = "any-design";

/// Files about which the same is told.
struct Alike {
  std::vector<std::string> without_prompt;
  std::vector<std::string> without_numbers;
};

void tell(Session& session, Responses& into, report::RunRow row) {
  const std::string line =
      fmt::format("{}: {}{}{}", row.path, row.message, row.help.empty() ? "" : "; ", row.help);
  if (row.severity == Severity::note)
    session.note(line);
  else
    session.say(line);
  into.rows.push_back(std::move(row));
}

ExitCode refuse(Session& session, Responses& into, report::RunRow row) {
  tell(session, into, std::move(row));
  return ExitCode::unreadable;
}

/// A document of which nothing could be read, with the places where reading stopped.
ExitCode refuse(Session& session, Responses& into, const document::Document& document) {
  const std::string path(session.sources.name(document.source));
  for (const base::Diagnostic& problem : document.problems) {
    session.report(problem);
    const base::Span& span = problem.primary.span;
    into.rows.push_back({problem.severity, problem.code, path, session.sources.place(span.source, span.begin),
                         problem.message, problem.remarks.empty() ? "" : problem.remarks.front().text});
  }
  return ExitCode::unreadable;
}

/// The context in which a document is checked; says which prompt it is read as.
std::optional<check::Context> context_for(Session& session, const ReadingOptions& options,
                                          const document::Document& document, const std::string& path,
                                          Alike& alike) {
  if (!options.prompt.empty()) return session.context(options.prompt);
  const prompt::Prompt* detected = check::detect_prompt(session.prompts, document);
  if (detected == nullptr) {
    alike.without_prompt.push_back(path);
    return session.context(model_without_prompt);
  }
  session.note(fmt::format("{}: read as an answer to '{}'", path, detected->id));
  return session.context(detected->id);
}

bool has_errors(const document::Document& document) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [](const base::Diagnostic& d) { return d.severity == Severity::error; });
}

ExitCode review_file(Session& session, const ReadingOptions& options, const std::string& path,
                     Responses& into, Alike& alike) {
  const bool is_stdin = path == "-";
  auto bytes = is_stdin ? read_stream(session.world.in) : read_file(path);
  const std::string name = is_stdin ? options.stdin_name : path;
  auto decoded = bytes.and_then([](std::string& text) { return document::decode(std::move(text)); });
  if (!decoded) {
    const document::Refusal& why = decoded.error();
    return refuse(session, into, {Severity::error, why.rule, name, {}, why.message, why.help});
  }
  if (!decoded->note.empty()) {
    const Severity severity = decoded->is_damaged ? Severity::warning : Severity::note;
    tell(session, into, {severity, "input.encoding", name, {}, decoded->note, ""});
  }
  const base::SourceId source = session.sources.add(name, std::move(decoded->text));
  document::Document document = document::read(session.sources, source);
  if (document.fragments.empty() && has_errors(document)) return refuse(session, into, document);
  auto context = context_for(session, options, document, name, alike);
  if (!context || !apply(session, *context, options.settings)) return ExitCode::usage;
  check::Review review = check::review(session.sources, document, std::move(*context));
  if (review.claims.empty() && review.findings.empty()) alike.without_numbers.push_back(name);
  const bool failed = has_errors(document);
  into.reviews.push_back(std::move(review));
  into.documents.push_back(std::move(document));
  return failed ? ExitCode::unreadable : ExitCode::clean;
}

/// "a.md", or "a.md, b.md, c.md and 7 more".
std::string list(const std::vector<std::string>& paths) {
  constexpr std::size_t most = 3;
  const auto shown = static_cast<std::ptrdiff_t>(std::min(most, paths.size()));
  std::string out = fmt::format("{}", fmt::join(paths.begin(), paths.begin() + shown, ", "));
  if (paths.size() > most) out += fmt::format(" and {} more", paths.size() - most);
  return out;
}

void tell_alike(Session& session, const ReadingOptions& options, const Alike& alike, Responses& into) {
  const auto& strangers = alike.without_prompt;
  if (!strangers.empty()) {
    session.note(
        fmt::format("{}: answer{} no prompt of the catalogue; equations, agreement and artefacts are checked",
                    list(strangers), strangers.size() == 1 ? "s" : ""));
  }
  const auto& empty = alike.without_numbers;
  if (empty.empty()) return;
  const std::string message = "nothing to check: no number was found that says what it is";
  const Severity severity = options.require_numbers ? Severity::error : Severity::note;
  for (const std::string& path : empty)
    into.rows.push_back({severity, "input.no-numbers", path, {}, message, ""});
  into.lacks_numbers = options.require_numbers;
  const std::string line = fmt::format("{}: {}", list(empty), message);
  if (options.require_numbers)
    session.say(line);
  else
    session.note(line);
}

}  // namespace

Responses review_all(Session& session, const ReadingOptions& options) {
  Responses out;
  Alike alike;
  for (const std::string& path : options.files)
    out.code = worse(out.code, review_file(session, options, path, out, alike));
  tell_alike(session, options, alike, out);
  return out;
}

}  // namespace reckon::cli

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

void refuse(Session& session, Responses& into, report::RunRow row) {
  tell(session, into, std::move(row));
  into.code = worse(into.code, ExitCode::unreadable);
}

/// A document of which nothing could be read, with the places where reading stopped.
void refuse(Session& session, Responses& into, const document::Document& document) {
  const std::string path(session.sources.name(document.source));
  for (const base::Diagnostic& problem : document.problems) {
    session.report(problem);
    const base::Span& span = problem.primary.span;
    into.rows.push_back({problem.severity, problem.code, path, session.sources.place(span.source, span.begin),
                         problem.message, problem.remarks.empty() ? "" : problem.remarks.front().text});
  }
  into.code = worse(into.code, ExitCode::unreadable);
}

/// The context in which an answer is checked.
std::optional<check::Context> context_for(Session& session, const ReadingOptions& options,
                                          const prompt::Prompt* detected) {
  if (!options.prompt.empty()) return session.context(options.prompt);
  return session.context(detected == nullptr ? model_without_prompt : detected->id);
}

/// Which prompts a document is read as an answer to.
void tell_prompts(Session& session, const std::vector<check::Answer>& answers, const std::string& path,
                  Alike& alike) {
  std::vector<std::string> ids;
  for (const check::Answer& answer : answers) {
    if (answer.prompt != nullptr) ids.push_back(fmt::format("'{}'", answer.prompt->id));
  }
  if (ids.empty())
    alike.without_prompt.push_back(path);
  else
    session.note(fmt::format("{}: read as {} to {}", path, ids.size() == 1 ? "an answer" : "answers",
                             fmt::join(ids, ", ")));
}

bool has_errors(const document::Document& document) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [](const base::Diagnostic& d) { return d.severity == Severity::error; });
}

/// The document of one file; nothing after a message.
std::optional<document::Document> read_document(Session& session, const ReadingOptions& options,
                                                const std::string& path, Responses& into) {
  const bool is_stdin = path == "-";
  auto bytes = is_stdin ? read_stream(session.world.in) : read_file(path);
  const std::string name = is_stdin ? options.stdin_name : path;
  auto decoded = bytes.and_then([](std::string& text) { return document::decode(std::move(text)); });
  if (!decoded) {
    const document::Refusal& why = decoded.error();
    refuse(session, into, {Severity::error, why.rule, name, {}, why.message, why.help});
    return std::nullopt;
  }
  if (!decoded->note.empty()) {
    const Severity severity = decoded->is_damaged ? Severity::warning : Severity::note;
    tell(session, into, {severity, "input.encoding", name, {}, decoded->note, ""});
  }
  const base::SourceId source = session.sources.add(name, std::move(decoded->text));
  document::Document document = document::read(session.sources, source);
  if (!document.fragments.empty() || !has_errors(document)) return document;
  refuse(session, into, document);
  return std::nullopt;
}

/// Reviews one answer; nothing after a message.
std::optional<ExitCode> review_answer(Session& session, const ReadingOptions& options, check::Answer answer,
                                      Responses& into) {
  auto context = context_for(session, options, answer.prompt);
  if (!context || !apply(session, *context, options.settings)) return std::nullopt;
  context->least_evidence = options.least_evidence;
  const bool failed = has_errors(answer.document);
  into.problems.push_back(answer.document.problems);
  into.reviews.push_back(check::review(session.sources, std::move(answer.document), std::move(*context)));
  return failed ? ExitCode::unreadable : ExitCode::clean;
}

ExitCode review_document(Session& session, const ReadingOptions& options, document::Document document,
                         Responses& into, Alike& alike) {
  const std::string name(session.sources.name(document.source));
  std::vector<check::Answer> answers;
  if (options.prompt.empty()) {
    answers = check::answers_in(session.prompts, std::move(document));
    tell_prompts(session, answers, name, alike);
  } else {
    answers.push_back({nullptr, std::move(document)});
  }
  ExitCode code = ExitCode::clean;
  const std::size_t before = into.reviews.size();
  for (check::Answer& answer : answers) {
    const auto reviewed = review_answer(session, options, std::move(answer), into);
    if (!reviewed) return ExitCode::usage;
    code = worse(code, *reviewed);
  }
  const bool says_nothing = std::all_of(
      into.reviews.begin() + static_cast<std::ptrdiff_t>(before), into.reviews.end(),
      [](const check::Review& review) { return review.claims.empty() && review.findings.empty(); });
  if (says_nothing) alike.without_numbers.push_back(name);
  return code;
}

/// What stands for all files: those named, and those in folders that are named.
std::vector<std::string> named_files(Session& session, const ReadingOptions& options, Responses& into) {
  std::vector<std::string> out;
  for (const std::string& path : options.files) {
    if (!is_folder(path)) {
      out.push_back(path);
      continue;
    }
    auto inside = files_below(path, document::is_readable);
    if (!inside) {
      refuse(session, into, {Severity::error, "input.unreadable", path, {}, inside.error(), ""});
    } else if (inside->empty()) {
      tell(session, into, {Severity::note, "input.empty-folder", path, {}, "no file in it is a design", ""});
    }
    if (inside) out.insert(out.end(), inside->begin(), inside->end());
  }
  return out;
}

/// All as one document, in their order.
document::Document joined(std::vector<document::Document> documents) {
  document::Document out = std::move(documents.front());
  for (auto next = documents.begin() + 1; next != documents.end(); ++next) {
    std::move(next->fragments.begin(), next->fragments.end(), std::back_inserter(out.fragments));
    std::move(next->problems.begin(), next->problems.end(), std::back_inserter(out.problems));
  }
  return out;
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
  std::vector<document::Document> documents;
  for (const std::string& path : named_files(session, options, out)) {
    auto document = read_document(session, options, path, out);
    if (document) documents.push_back(std::move(*document));
  }
  if (options.together && documents.size() > 1) documents = {joined(std::move(documents))};
  for (document::Document& document : documents)
    out.code = worse(out.code, review_document(session, options, std::move(document), out, alike));
  tell_alike(session, options, alike, out);
  return out;
}

}  // namespace reckon::cli

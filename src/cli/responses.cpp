// SPDX-License-Identifier: MIT
#include "cli/responses.hpp"

#include "check/detect.hpp"
#include "cli/files.hpp"
#include "cli/find_files.hpp"
#include "cli/in_parallel.hpp"
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

/// A file on its way: its text, or what is told instead of one.
struct Opened {
  std::string name;
  const gate::DocumentRule* rule = nullptr;  ///< of the configuration
  std::vector<report::RunRow> rows;
  std::optional<base::SourceId> source;
  document::Document document;
};

/// Documents that are one design, or one by itself.
struct Design {
  const gate::DocumentRule* rule = nullptr;
  document::Document document;
};

/// One answer with everything that is needed to review it.
struct Task {
  std::size_t design = 0;
  check::Answer answer;
  check::Context context;
};

bool has_errors(const document::Document& document) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [](const base::Diagnostic& d) { return d.severity == Severity::error; });
}

Opened open_file(Session& session, const ReadingOptions& options, const Configuration& configuration,
                 const std::string& path) {
  Opened out;
  const bool is_stdin = path == "-";
  auto bytes = is_stdin ? read_stream(session.world.in) : read_file(path);
  out.name = is_stdin ? options.stdin_name : path;
  out.rule = gate::rule_for(configuration.config, configuration.path_of(out.name));
  auto decoded = bytes.and_then([](std::string& text) { return document::decode(std::move(text)); });
  if (!decoded) {
    const document::Refusal& why = decoded.error();
    out.rows.push_back({Severity::error, why.rule, out.name, {}, why.message, why.help});
    return out;
  }
  if (!decoded->note.empty()) {
    const Severity severity = decoded->is_damaged ? Severity::warning : Severity::note;
    out.rows.push_back({severity, "input.encoding", out.name, {}, decoded->note, ""});
  }
  out.source = session.sources.add(out.name, std::move(decoded->text));
  return out;
}

/// What is told of a file that was opened; whether its document can be reviewed.
bool tell_opened(Session& session, Opened& opened, Responses& into) {
  for (report::RunRow& row : opened.rows) {
    if (row.severity == Severity::error) into.code = worse(into.code, ExitCode::unreadable);
    tell(session, into, std::move(row));
  }
  if (!opened.source) return false;
  if (!opened.document.fragments.empty() || !has_errors(opened.document)) return true;
  refuse(session, into, opened.document);
  return false;
}

/// The first takes in the second.
void join(document::Document& first, document::Document&& second) {
  std::move(second.fragments.begin(), second.fragments.end(), std::back_inserter(first.fragments));
  std::move(second.problems.begin(), second.problems.end(), std::back_inserter(first.problems));
}

std::vector<Design> designs_of(const ReadingOptions& options, const std::vector<Opened*>& sound) {
  std::vector<Design> out;
  for (Opened* opened : sound) {
    const bool joins = options.together || (opened->rule != nullptr && opened->rule->together);
    const auto same = std::find_if(out.begin(), out.end(), [&](const Design& design) {
      return joins && (options.together || design.rule == opened->rule);
    });
    if (same != out.end())
      join(same->document, std::move(opened->document));
    else
      out.push_back({opened->rule, std::move(opened->document)});
  }
  return out;
}

/// The context in which an answer is checked, with all that is set; nothing after messages.
std::optional<check::Context> context_for(Session& session, const ReadingOptions& options,
                                          const Configuration& configuration, const gate::DocumentRule* rule,
                                          const std::string& prompt) {
  auto context = session.context(prompt);
  if (!context) return std::nullopt;
  if (rule != nullptr) {
    for (const gate::DocumentRule::Setting& setting : rule->settings) {
      const auto done =
          check::set(*context, session.sources, setting.name, setting.value, configuration.path);
      if (done) continue;
      session.report_setting(done.error(), *context);
      return std::nullopt;
    }
  }
  if (!apply(session, *context, options.settings)) return std::nullopt;
  context->least_evidence = options.least_evidence;
  if (!context->least_evidence) context->least_evidence = configuration.config.policy.least_evidence;
  return context;
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

/// The answers of a design; false after messages.
bool add_tasks(Session& session, const ReadingOptions& options, const Configuration& configuration,
               std::size_t number, Design& design, Alike& alike, std::vector<Task>& tasks) {
  const std::string name(session.sources.name(design.document.source));
  std::string prompt = options.prompt;
  if (prompt.empty() && design.rule != nullptr) prompt = design.rule->prompt;
  std::vector<check::Answer> answers;
  if (prompt.empty()) {
    answers = check::answers_in(session.prompts, std::move(design.document));
    tell_prompts(session, answers, name, alike);
  } else {
    answers.push_back({nullptr, std::move(design.document)});
  }
  for (check::Answer& answer : answers) {
    const std::string detected = answer.prompt == nullptr ? model_without_prompt : answer.prompt->id;
    auto context =
        context_for(session, options, configuration, design.rule, prompt.empty() ? detected : prompt);
    if (!context) return false;
    tasks.push_back({number, std::move(answer), std::move(*context)});
  }
  return true;
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

std::vector<Opened> open_all(Session& session, const ReadingOptions& options,
                             const Configuration& configuration, Responses& into) {
  std::vector<gate::IgnoreLine> excluded;
  for (const std::string& pattern : options.exclude) {
    const auto lines = gate::read_ignore(pattern);
    excluded.insert(excluded.end(), lines.begin(), lines.end());
  }
  // Patterns that are typed count from the working folder.
  const report::Project here{configuration.folder.folder, configuration.folder.folder};
  const auto is_excluded = [&](std::string_view path, bool is_folder) {
    return gate::is_left_out(excluded, report::path_in(here, path), is_folder) ||
           gate::is_left_out(configuration.config.exclude, configuration.path_of(path), is_folder);
  };
  const auto tell_path = [&](report::RunRow row) {
    if (row.severity == Severity::error) into.code = worse(into.code, ExitCode::unreadable);
    tell(session, into, std::move(row));
  };
  std::vector<Opened> out;
  for (const std::string& path :
       find_files(session, {options.files, options.files_from, is_excluded}, tell_path))
    out.push_back(open_file(session, options, configuration, path));
  in_parallel(options.jobs, out.size(), [&](std::size_t i) {
    if (out[i].source) out[i].document = document::read(session.sources, *out[i].source);
  });
  return out;
}

}  // namespace

bool take_files(Session& session, const std::string& command, const Configuration& configuration,
                ReadingOptions& options) {
  if (!options.files.empty() || !options.files_from.empty()) return true;
  for (const gate::DocumentRule& rule : configuration.config.documents) {
    for (const std::string& pattern : rule.files) {
      const bool is_anywhere = pattern.find('/') == pattern.npos && gate::is_glob(pattern);
      options.files.push_back(configuration.place_of(is_anywhere ? "**/" + pattern : pattern));
    }
  }
  if (options.files.empty()) session.say(fmt::format("FILE is required; see `reckon {} --help`", command));
  return !options.files.empty();
}

Responses review_all(Session& session, const ReadingOptions& options, const Configuration& configuration) {
  Responses out;
  Alike alike;
  std::vector<Opened> opened = open_all(session, options, configuration, out);
  std::vector<Opened*> sound;
  for (Opened& each : opened) {
    if (tell_opened(session, each, out)) sound.push_back(&each);
  }
  std::vector<Design> designs = designs_of(options, sound);
  std::vector<std::string> silent(designs.size());
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < designs.size(); ++i) {
    silent[i] = session.sources.name(designs[i].document.source);
    if (add_tasks(session, options, configuration, i, designs[i], alike, tasks)) continue;
    out.code = worse(out.code, ExitCode::usage);
    std::erase_if(tasks, [i](const Task& task) { return task.design == i; });
    silent[i].clear();
  }
  for (const Task& task : tasks) {
    if (has_errors(task.answer.document)) out.code = worse(out.code, ExitCode::unreadable);
  }
  out.reviews.resize(tasks.size());
  in_parallel(options.jobs, tasks.size(), [&](std::size_t i) {
    out.reviews[i] =
        check::review(session.sources, std::move(tasks[i].answer.document), std::move(tasks[i].context));
  });
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (!out.reviews[i].claims.empty() || !out.reviews[i].findings.empty()) silent[tasks[i].design].clear();
  }
  std::copy_if(silent.begin(), silent.end(), std::back_inserter(alike.without_numbers),
               [](const std::string& name) { return !name.empty(); });
  tell_alike(session, options, alike, out);
  return out;
}

}  // namespace reckon::cli

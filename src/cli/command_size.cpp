// SPDX-License-Identifier: MIT
#include "cli/command_size.hpp"

#include "cli/size_question.hpp"
#include "report/sizing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace reckon::cli {
namespace {

using Answer = ExitCode (*)(Session&, const check::Context&, const SizeOptions&);

ExitCode run_plain(Session& session, const check::Context& context, const SizeOptions& options) {
  const report::Sizing sizing = report::size(context, version());
  session.world.out << (options.format == "json" ? print_sizing_json(sizing) : print_sizing_text(sizing));
  const bool fails =
      std::any_of(sizing.checks.begin(), sizing.checks.end(), [&](const report::FiredCheck& check) {
        return options.fail_on != "never" &&
               (check.severity == base::Severity::error || options.fail_on == "note" ||
                (options.fail_on == "warning" && check.severity == base::Severity::warning));
      });
  return fails ? ExitCode::findings : ExitCode::clean;
}

/// What may be asked: the option that asks it ("" for a plain sizing), the formats of the answer, and further
/// options that go with it and not with every question.
struct Question {
  std::string_view option;
  std::vector<std::string> formats;
  std::vector<std::string_view> further;
  bool (*is_asked)(const SizeOptions&);
  Answer answer;
};

const std::vector<Question>& questions() {
  static const std::vector<Question> rows{
      {"--explain",
       {"text", "json"},
       {},
       [](const SizeOptions& o) { return !o.explain.empty(); },
       run_explain},
      {"--sweep",
       {"text", "csv", "json", "chart"},
       {"--outputs", "--chart"},
       [](const SizeOptions& o) { return !o.sweeps.empty(); },
       run_sweep},
      {"--solve",
       {"text", "json"},
       {"--for"},
       [](const SizeOptions& o) { return !o.solve.empty(); },
       run_solve},
      {"--vary",
       {"text", "csv", "json"},
       {"--outputs", "--samples", "--seed", "--threads", "--correlate", "--for"},
       [](const SizeOptions& o) { return !o.varied.empty(); },
       run_vary},
      {"--compare",
       {"text", "csv", "json"},
       {},
       [](const SizeOptions& o) { return !o.compare.empty(); },
       run_compare},
      {"", {"text", "json"}, {}, [](const SizeOptions&) { return true; }, run_plain},
  };
  return rows;
}

bool is_given(const SizeOptions& options, std::string_view option) {
  if (option == "--outputs") return !options.outputs.empty();
  if (option == "--chart") return !options.chart.empty();
  if (option == "--samples") return !options.samples.empty();
  if (option == "--seed") return !options.seed.empty();
  if (option == "--threads") return !options.threads.empty();
  if (option == "--correlate") return !options.correlations.empty();
  return option == "--for" && !options.limit.empty();
}

/// The questions that an option goes with.
std::vector<std::string_view> takers_of(std::string_view option) {
  std::vector<std::string_view> out;
  for (const Question& question : questions()) {
    const auto& further = question.further;
    if (std::find(further.begin(), further.end(), option) != further.end()) out.push_back(question.option);
  }
  return out;
}

/// What does not go together, or "".
std::string clash(const SizeOptions& options, const Question& asked) {
  for (const Question& other : questions()) {
    if (&other == &asked || other.option.empty()) continue;
    if (other.is_asked(options))
      return fmt::format("{} and {} are two questions: ask one at a time", asked.option, other.option);
    for (const std::string_view option : other.further) {
      const bool goes_here =
          std::find(asked.further.begin(), asked.further.end(), option) != asked.further.end();
      if (!goes_here && is_given(options, option))
        return fmt::format("{} goes with {}", option, fmt::join(takers_of(option), " or "));
    }
  }
  const auto& formats = asked.formats;
  if (std::find(formats.begin(), formats.end(), options.format) == formats.end()) {
    return fmt::format("the answer to {} is told as {}, not as {}",
                       asked.option.empty() ? "a plain sizing" : asked.option, fmt::join(formats, ", "),
                       options.format);
  }
  return {};
}

}  // namespace

std::vector<std::string> size_formats() {
  std::vector<std::string> out;
  for (const Question& question : questions()) {
    for (const std::string& format : question.formats) {
      if (std::find(out.begin(), out.end(), format) == out.end()) out.push_back(format);
    }
  }
  return out;
}

ExitCode run_size(Session& session, const SizeOptions& options) {
  const auto asked = std::find_if(questions().begin(), questions().end(),
                                  [&](const Question& question) { return question.is_asked(options); });
  if (const std::string problem = clash(options, *asked); !problem.empty()) {
    session.say(problem);
    return ExitCode::usage;
  }
  auto context = session.context(options.id);
  if (!context || !apply(session, *context, options.settings)) return ExitCode::usage;
  return asked->answer(session, *context, options);
}

}  // namespace reckon::cli

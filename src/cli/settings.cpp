// SPDX-License-Identifier: MIT
#include "cli/settings.hpp"

#include "cli/files.hpp"
#include "document/decode.hpp"
#include "whatif/range.hpp"
#include "whatif/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace reckon::cli {
namespace {

namespace fs = std::filesystem;

/// A file that another one names stands beside that one.
tl::expected<whatif::FileText, std::string> read_named(std::string_view path, std::string_view named_in) {
  const fs::path place =
      named_in.empty() ? fs::path(path) : fs::path(named_in).parent_path() / fs::path(path);
  auto decoded =
      read_file(place.string()).and_then([](std::string text) { return document::decode(std::move(text)); });
  if (!decoded) {
    const document::Refusal& why = decoded.error();
    return tl::unexpected(fmt::format("{}{}{}", why.message, why.help.empty() ? "" : "; ", why.help));
  }
  return whatif::FileText{place.lexically_normal().string(), std::move(decoded->text)};
}

}  // namespace

bool set_values(Session& session, check::Context& context, const std::vector<std::string>& values) {
  bool sound = true;
  for (const std::string& setting : values) {
    const base::SourceId source = session.sources.add("command line", setting);
    const base::Span whole = session.sources.whole(source);
    const std::size_t equals = std::min(setting.find('='), setting.size());
    const auto range =
        whatif::bare_range(context, session.sources, whatif::part_of(whole, 0, equals),
                           whatif::part_of(whole, std::min(equals + 1, setting.size()), setting.size()));
    base::Result<bool> done =
        range ? base::Result<bool>(base::Failure(*range)) : check::set(context, session.sources, source);
    if (!done) session.report_setting(done.error(), context);
    sound = sound && done.has_value();
  }
  return sound;
}

std::optional<std::string> apply_file(Session& session, check::Context& context, const std::string& path) {
  // The name of a file is told as the file is opened; its place is the command line.
  if (auto text = read_named(path, {}); !text) {
    session.say(path + ": " + text.error());
    return std::nullopt;
  }
  std::vector<base::Diagnostic> problems;
  const auto file = whatif::load_scenario(path, read_named, session.sources, problems);
  if (file) whatif::apply(*file, context, session.sources, problems);
  for (const base::Diagnostic& problem : problems) session.report(problem);
  if (!problems.empty()) return std::nullopt;
  return file->name;
}

bool apply(Session& session, check::Context& context, const Settings& settings) {
  bool sound = true;
  for (const std::string& path : settings.files)
    sound = apply_file(session, context, path).has_value() && sound;
  return set_values(session, context, settings.values) && sound;
}

}  // namespace reckon::cli

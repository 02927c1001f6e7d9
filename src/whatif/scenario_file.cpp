// SPDX-License-Identifier: MIT
#include "whatif/scenario_file.hpp"

#include "tree/fields.hpp"
#include "tree/read.hpp"
#include "whatif/range.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace reckon::whatif {
namespace {

constexpr std::size_t most_extended = 64;

/// "plans/usual.yaml" -> "usual"
std::string stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return std::string(path.substr(0, path.rfind('.')));
}

class Loader {
 public:
  Loader(const ReadFile& read, base::Sources& sources, std::vector<base::Diagnostic>& problems)
      : read_(read), sources_(sources), problems_(problems) {}

  /// The file and, in front of its settings, those of the files that it extends.
  ScenarioFile load(std::string_view path) {
    ScenarioFile out;
    std::vector<ScenarioFile::Setting> settings;
    std::string next(path);
    std::optional<base::Span> named_at;
    while (!next.empty()) {
      auto file = read_(next, chain_.empty() ? std::string_view{} : std::string_view(chain_.back()));
      if (!file) {
        complain("scenario.file", fmt::format("{}: {}", next, file.error()), named_at);
        break;
      }
      if (is_circle(*file, named_at)) break;
      chain_.push_back(file->path);
      const base::SourceId source = sources_.add(file->path, std::move(file->text));
      const auto [own, extends] = read_one(source, out);
      settings.insert(settings.begin(), own.begin(), own.end());
      next = extends ? std::string(extends->first) : std::string{};
      if (extends) named_at = extends->second;
    }
    if (out.name.empty()) out.name = stem(path);
    out.settings = std::move(settings);
    return out;
  }

 private:
  using Extends = std::optional<std::pair<std::string, base::Span>>;

  void complain(std::string code, std::string message, const std::optional<base::Span>& at) {
    // A file that the user named has no place; an empty text stands for the command line.
    const base::Span place = at ? *at : sources_.whole(sources_.add("command line", ""));
    problems_.push_back(base::problem(std::move(code), std::move(message), place));
  }

  bool is_circle(const FileText& file, const std::optional<base::Span>& named_at) {
    const auto before = std::find(chain_.begin(), chain_.end(), file.path);
    if (before != chain_.end()) {
      std::vector<std::string> circle(before, chain_.end());
      circle.push_back(file.path);
      complain("scenario.circle",
               fmt::format("scenarios extend each other in a circle: {}", fmt::join(circle, " -> ")),
               named_at);
      return true;
    }
    if (chain_.size() < most_extended) return false;
    complain("scenario.too-deep", fmt::format("more than {} scenarios extend each other", most_extended),
             named_at);
    return true;
  }

  /// The settings of one file, and which file it extends; the name of the first file counts.
  std::pair<std::vector<ScenarioFile::Setting>, Extends> read_one(base::SourceId source, ScenarioFile& out) {
    const tree::Reading reading =
        tree::read_yaml(sources_, sources_.whole(source), tree::YamlDialect::catalogue);
    problems_.insert(problems_.end(), reading.problems.begin(), reading.problems.end());
    if (reading.has_errors() || reading.documents.empty()) return {};
    const tree::Node& root = reading.documents.front();
    tree::Fields fields(root, "a scenario", problems_);
    const std::string name = fields.text("scenario");
    if (chain_.size() == 1) out.name = name;
    fields.text("about");
    const std::string extends = fields.text("extends");
    const tree::Node* set = fields.find("set");
    fields.finish();
    Extends next;
    if (!extends.empty()) next = std::pair(extends, root.find("extends")->text_span);
    return {set == nullptr ? std::vector<ScenarioFile::Setting>{} : read_settings(*set), std::move(next)};
  }

  std::vector<ScenarioFile::Setting> read_settings(const tree::Node& set) {
    std::vector<ScenarioFile::Setting> out;
    if (set.kind != tree::Kind::mapping) {
      problems_.push_back(base::problem("scenario.set", "'set' holds name: value", set.span));
      return out;
    }
    for (const tree::Member& member : set.members) {
      if (member.value.is_scalar() && member.value.verbatim && !member.value.text.empty()) {
        out.push_back({member.key_span, member.value.text_span});
        continue;
      }
      problems_.push_back(base::problem(
          "scenario.value", "a value is one plain quantity or text, without escapes", member.value.span));
    }
    return out;
  }

  const ReadFile& read_;
  base::Sources& sources_;
  std::vector<base::Diagnostic>& problems_;
  std::vector<std::string> chain_;
};

}  // namespace

std::optional<ScenarioFile> load_scenario(std::string_view path, const ReadFile& read, base::Sources& sources,
                                          std::vector<base::Diagnostic>& problems) {
  const std::size_t before = problems.size();
  ScenarioFile file = Loader(read, sources, problems).load(path);
  if (problems.size() > before) return std::nullopt;
  return file;
}

void apply(const ScenarioFile& file, check::Context& context, const base::Sources& sources,
           std::vector<base::Diagnostic>& problems) {
  for (const ScenarioFile::Setting& setting : file.settings) {
    if (auto range = bare_range(context, sources, setting.name, setting.value)) {
      problems.push_back(std::move(*range));
      continue;
    }
    const auto done = check::set(context, sources, setting.name, setting.value, "scenario " + file.name);
    if (!done) problems.push_back(done.error());
  }
}

}  // namespace reckon::whatif

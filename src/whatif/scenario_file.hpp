// SPDX-License-Identifier: MIT
// A scenario in a YAML file:
//
//   scenario: black friday         name in tables and reports; the file's name when absent
//   about: Twice the usual peak.
//   extends: usual.yaml            a file beside this one, whose settings hold unless set here
//   set: {peakTPS: 200k/s, regions: 3}
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "check/context.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::whatif {

/// Name and value as they stand in a file, the values of an extended file first.
struct ScenarioFile {
  struct Setting {
    base::Span name;
    base::Span value;
  };
  std::string name;
  std::vector<Setting> settings;
};

struct FileText {
  std::string path;  ///< the same for the same file, however it was named
  std::string text;
};

/// Reads a file named in another one ("" when named by the user), or says why it cannot.
using ReadFile =
    std::function<tl::expected<FileText, std::string>(std::string_view path, std::string_view named_in)>;

/// Nothing after problems: unreadable files, circles of `extends` and unknown keys, each at its place.
std::optional<ScenarioFile> load_scenario(std::string_view path, const ReadFile& read, base::Sources& sources,
                                          std::vector<base::Diagnostic>& problems);

/// Puts the file's settings in force; all that cannot be are problems.
void apply(const ScenarioFile& file, check::Context& context, const base::Sources& sources,
           std::vector<base::Diagnostic>& problems);

}  // namespace reckon::whatif

// SPDX-License-Identifier: MIT
// THE table of report formats: a Report in, text out. Whatever a document holds, what comes out is printable
// lines, and the document cannot say in them what only we say.
#pragma once

#include "base/source.hpp"
#include "report/report.hpp"
#include "report/write.hpp"

#include <span>
#include <string>
#include <string_view>

namespace reckon::report {

struct Options {
  base::Colour colour = base::Colour::none;
  bool verbose = false;
};

using Print = void(const Report& report, const base::Sources& sources, const Options& options,
                   const Write& write);

/// One row.
struct Format {
  std::string_view name;
  std::string_view about;
  Print* print;
  /// It tells of claims that hold, too; text does with -v.
  bool lists_claims = false;
};

std::span<const Format> format_table();
const Format* find_format(std::string_view name);

/// How many findings somebody answers for.
std::size_t count_waived(const Report& report);

/// "reckon: 41 claims: 33 recomputed, 29 consistent, 3 wrong; 5 open, 0 unreadable -> exit 1"
std::string coverage(const Report& report);

Print print_text;
Print print_brief;
Print print_concise;
Print print_json;
Print print_jsonl;
Print print_sarif;
Print print_junit;
Print print_github;
Print print_gitlab;
Print print_tap;
Print print_markdown;
Print print_rdjson;

}  // namespace reckon::report

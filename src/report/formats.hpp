// SPDX-License-Identifier: MIT
// THE table of report formats: a Report in, one string out.
#pragma once

#include "base/source.hpp"
#include "report/report.hpp"

#include <span>
#include <string>
#include <string_view>

namespace reckon::report {

struct Options {
  base::Colour colour = base::Colour::none;
  bool verbose = false;
};

/// One row.
struct Format {
  std::string_view name;
  std::string_view about;
  std::string (*print)(const Report& report, const base::Sources& sources, const Options& options);
};

std::span<const Format> format_table();
const Format* find_format(std::string_view name);

/// "reckon: 41 claims: 33 recomputed, 29 consistent, 3 wrong; 5 open, 0 unreadable -> exit 1"
std::string coverage(const Report& report);

std::string print_text(const Report& report, const base::Sources& sources, const Options& options);
std::string print_json(const Report& report, const base::Sources& sources, const Options& options);

}  // namespace reckon::report

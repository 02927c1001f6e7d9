// SPDX-License-Identifier: MIT
// THE table of report formats: a Report in, text out.
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

/// One row.
struct Format {
  std::string_view name;
  std::string_view about;
  void (*print)(const Report& report, const base::Sources& sources, const Options& options,
                const Write& write);
};

std::span<const Format> format_table();
const Format* find_format(std::string_view name);

/// "reckon: 41 claims: 33 recomputed, 29 consistent, 3 wrong; 5 open, 0 unreadable -> exit 1"
std::string coverage(const Report& report);

void print_text(const Report& report, const base::Sources& sources, const Options& options,
                const Write& write);
void print_json(const Report& report, const base::Sources& sources, const Options& options,
                const Write& write);

}  // namespace reckon::report

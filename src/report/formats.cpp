// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reckon::report {
namespace {

constexpr std::array formats{
    Format{"text", "for people: every finding with its source lines", print_text},
    Format{"json", "report version 1, see `reckon schema report`", print_json},
};

}  // namespace

std::span<const Format> format_table() {
  return formats;
}

const Format* find_format(std::string_view name) {
  const auto at = std::find_if(formats.begin(), formats.end(),
                               [name](const Format& format) { return format.name == name; });
  return at == formats.end() ? nullptr : &*at;
}

std::string coverage(const Report& report) {
  const check::Summary& sum = report.summary;
  return fmt::format(
      "reckon: {} claim{}: {} recomputed, {} consistent, {} wrong; {} open, {} unreadable -> exit {}\n",
      sum.claims, sum.claims == 1 ? "" : "s", sum.recomputed, sum.consistent, sum.wrong, sum.open,
      sum.unreadable, report.exit);
}

}  // namespace reckon::report

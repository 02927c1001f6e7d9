// SPDX-License-Identifier: MIT
#include "prompt/variables.hpp"

#include "base/unicode.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace reckon::prompt {
namespace {

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// A variable is exact: what was printed is what is meant.
units::Stated exact(units::Stated stated) {
  if (!stated.is_range) stated.interval = units::exactly(stated.interval.value);
  return stated;
}

/// "; regions=3", ", 300k/s": words may follow a value, another one may not.
bool sets_more(std::string_view rest) {
  const std::size_t at = skip_spaces(rest, 0);
  if (rest.find('=') != std::string_view::npos) return true;
  if (at >= rest.size() || (rest[at] != ',' && rest[at] != ';')) return false;
  const std::size_t next = skip_spaces(rest, at + 1);
  return next < rest.size() && rest[next] >= '0' && rest[next] <= '9';
}

}  // namespace

const Variable* Prompt::find_variable(std::string_view name) const {
  const auto same = [name](const Variable& v) { return v.name == name; };
  const auto at = std::find_if(variables.begin(), variables.end(), same);
  return at == variables.end() ? nullptr : &*at;
}

base::Result<Setting> read_variable(const Variable& variable, std::string_view text, bool by_user) {
  Setting setting{&variable, std::string(text), std::nullopt, by_user};
  // The text goes into the turns and their JSON as it is, the words behind a quantity included.
  if (base::printable(text) != text) {
    return base::Failure(base::problem(
        "prompt.text-control", fmt::format("'{}' must be one line of plain text", variable.name), {}));
  }
  if (variable.text_limit > 0) {
    if (text.find_first_not_of(" \t") == std::string_view::npos) {
      return base::Failure(
          base::problem("prompt.text-empty", fmt::format("'{}' must not be empty", variable.name), {}));
    }
    if (base::count_code_points(text) > variable.text_limit) {
      return base::Failure(base::problem(
          "prompt.text-too-long",
          fmt::format("'{}' takes at most {} characters", variable.name, variable.text_limit), {}));
    }
    return setting;
  }
  units::Expectation expect;
  expect.dimension = variable.unit.dimension;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  if (const auto found = units::scan_quantity(text, skip_spaces(text, 0), expect)) {
    const auto wanted = variable.unit.dimension.without_counts();
    if (by_user && sets_more(text.substr(std::min(found->end, text.size())))) {
      return base::Failure(
          base::problem("quantity.trailing-text",
                        fmt::format("{}: one value is set, and more stands behind it", variable.name), {}));
    }
    if (found->stated.dimension.without_counts() == wanted) {
      setting.quantity = exact(found->stated);
      setting.quantity->dimension = variable.unit.dimension;
      return setting;
    }
  }
  expect.transparent_counts = false;
  auto whole = units::read_quantity(text, expect);
  if (!whole) {
    base::Diagnostic failure = whole.error();
    failure.message = fmt::format("{}: {}", variable.name, failure.message);
    return base::Failure(std::move(failure));
  }
  setting.quantity = exact(std::move(*whole));
  return setting;
}

std::string_view declared_value(std::string_view text) {
  const auto is_name_byte = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '`' || c == '*';
  };
  for (std::size_t mark = text.find_first_of(",;"); mark < text.size();
       mark = text.find_first_of(",;", mark + 1)) {
    const std::size_t name = skip_spaces(text, mark + 1);
    std::size_t end = name;
    while (end < text.size() && is_name_byte(text[end])) ++end;
    const std::size_t sign = skip_spaces(text, end);
    if (end > name && sign < text.size() && text[sign] == '=') return text.substr(0, mark);
  }
  return text;
}

std::vector<std::string_view> entries_of(std::string_view list) {
  std::vector<std::string_view> out;
  const auto add = [&out](std::string_view entry) {
    if (entry.starts_with("and ")) entry.remove_prefix(4);
    const std::size_t first = entry.find_first_not_of(' ');
    if (first != std::string_view::npos)
      out.push_back(entry.substr(first, entry.find_last_not_of(" .") + 1 - first));
  };
  std::size_t begin = 0;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (list[at] == '(') ++depth;
    if (list[at] == ')' && depth > 0) --depth;
    if (depth > 0 || (list[at] != ',' && list[at] != ';')) continue;
    add(list.substr(begin, at - begin));
    begin = std::min(list.find_first_not_of(' ', at + 1), list.size());
  }
  const std::string_view last = list.substr(begin);
  constexpr std::string_view conjunction = " and ";
  const std::size_t joint = std::min(last.find(conjunction), last.find('('));
  if (joint == std::string_view::npos || last[joint] == '(') {
    add(last);
  } else {
    add(last.substr(0, joint));
    add(last.substr(joint + conjunction.size()));
  }
  return out;
}

namespace {

/// How many entries a text lists, or says that there are: "US, EU and APAC", "3", "3 regions".
std::optional<double> count_of(std::string_view text) {
  const auto entries = entries_of(text);
  if (entries.empty()) return std::nullopt;
  if (entries.size() == 1) {
    const std::size_t end = std::min(entries.front().find(' '), entries.front().size());
    const auto said = units::read_quantity(entries.front().substr(0, end));
    if (said && said->unit_text.empty() && said->number >= 1.0 && said->number == std::floor(said->number))
      return said->number;
  }
  return static_cast<double>(entries.size());
}

}  // namespace

std::optional<units::Stated> feed(const Setting& setting, const Variable::Feed& feed,
                                  const units::Unit& unit) {
  if (feed.pattern.empty()) return setting.quantity;
  if (feed.pattern == counts_entries) {
    const auto count = count_of(setting.text);
    if (!count) return std::nullopt;
    units::Stated stated;
    stated.number = *count;
    stated.interval = units::exactly(stated.number * unit.factor);
    stated.dimension = unit.dimension;
    stated.unit = unit;
    return stated;
  }
  // A number alone is the one that the pattern looks for.
  const auto alone = units::read_quantity(setting.text);
  if (setting.by_user && alone && alone->unit_text.empty() && alone->dimension.is_dimensionless()) {
    units::Stated stated = exact(*alone);
    stated.interval = units::exactly(stated.number * unit.factor);
    stated.dimension = unit.dimension;
    return stated;
  }
  // "{n} global regions": the number before " global regions" wherever that stands in the text.
  const std::size_t hole = feed.pattern.find("{n}");
  if (hole == std::string::npos) return std::nullopt;
  const std::string_view before = std::string_view(feed.pattern).substr(0, hole);
  const std::string_view after = std::string_view(feed.pattern).substr(hole + 3);
  const std::string_view text = setting.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts_number = text[at] >= '0' && text[at] <= '9' && (at == 0 || text[at - 1] == ' ');
    if (!starts_number || !text.substr(0, at).ends_with(before)) continue;
    const auto found = units::scan_quantity(text, at, {});
    if (!found) continue;
    const std::size_t number_end = std::min(text.find_first_not_of("0123456789.,_", at), text.size());
    if (!text.substr(number_end).starts_with(after)) continue;
    units::Stated stated = exact(found->stated);
    stated.interval = units::exactly(found->stated.number * unit.factor);
    stated.dimension = unit.dimension;
    return stated;
  }
  return std::nullopt;
}

}  // namespace reckon::prompt

// SPDX-License-Identifier: MIT
#include "tree/input.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace reckon::tree {
namespace {

constexpr std::size_t most_problems = 100;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Offset of the first byte that is not part of valid UTF-8, or the text's size.
std::size_t first_invalid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80U) {
      ++at;
      continue;
    }
    const base::CodePoint point = base::code_point_at(text, at);
    if (point.value == 0xfffd && point.length == 1) return at;
    at += point.length;
  }
  return text.size();
}

}  // namespace

bool Reading::has_errors() const {
  return std::any_of(problems.begin(), problems.end(),
                     [](const base::Diagnostic& d) { return d.severity == base::Severity::error; });
}

Input open_input(const base::Sources& sources, const base::Span& part, std::string_view language,
                 Reading& reading) {
  Input input{sources.text(part), part.source, part.begin, false};
  if (input.text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    input.text.remove_prefix(byte_order_mark.size());
    input.offset += byte_order_mark.size();
  }
  const std::size_t valid = first_invalid(input.text);
  if (valid == input.text.size()) return input;
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(input.text[valid]));
  base::Diagnostic problem =
      base::problem(fmt::format("{}.encoding", language), fmt::format("byte 0x{:02X} is not UTF-8", byte),
                    input.span(valid, valid + 1), "reading stops here");
  problem.remarks.push_back({"help", "save the text as UTF-8"});
  add_problem(reading, std::move(problem));
  input.text = input.text.substr(0, valid);
  input.cut = true;
  return input;
}

void add_problem(Reading& reading, base::Diagnostic problem) {
  if (reading.problems.size() > most_problems) return;
  if (reading.problems.size() == most_problems) {
    problem = {base::Severity::note,
               "tree.more-problems",
               "there are more problems; they are not listed",
               {problem.primary.span, {}},
               {},
               {}};
  }
  reading.problems.push_back(std::move(problem));
}

void report_duplicate_keys(const Node& mapping, std::string_view language, Reading& reading) {
  std::vector<const Member*> sorted;
  sorted.reserve(mapping.members.size());
  for (const Member& member : mapping.members) sorted.push_back(&member);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Member* a, const Member* b) { return a->key < b->key; });
  const Member* first = nullptr;
  std::vector<std::pair<const Member*, const Member*>> repeated;
  for (const Member* member : sorted) {
    if (first != nullptr && first->key == member->key) {
      repeated.emplace_back(first, member);
    } else {
      first = member;
    }
  }
  std::sort(repeated.begin(), repeated.end(),
            [](const auto& a, const auto& b) { return a.second->key_span < b.second->key_span; });
  for (const auto& [before, again] : repeated) {
    base::Diagnostic problem =
        base::problem(fmt::format("{}.duplicate-key", language),
                      fmt::format("key '{}' is given twice", again->key), again->key_span, "again here");
    problem.secondary.push_back({before->key_span, "first given here"});
    add_problem(reading, std::move(problem));
  }
}

}  // namespace reckon::tree

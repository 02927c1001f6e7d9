// SPDX-License-Identifier: MIT
#include "transcripts/transcript.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::transcripts {
namespace {

constexpr std::string_view any_lines = "...";

struct Fence {
  std::string indent;
  std::size_t length = 0;  ///< backticks; 0 when the line is no fence
  std::string_view info;
};

Fence read_fence(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t info = std::min(line.find_first_not_of('`', indent), line.size());
  if (info - indent < 3) return {};
  return {std::string(indent, ' '), info - indent, line.substr(info)};
}

std::string_view without_indent(std::string_view line, std::size_t indent) {
  return line.substr(std::min({indent, line.find_first_not_of(' '), line.size()}));
}

/// The steps of the block whose first line is `begin` and whose closing fence is line `end`.
void read_steps(Transcript& transcript, const Fence& fence, std::size_t begin, std::size_t end) {
  const auto line = [&](std::size_t i) { return without_indent(transcript.lines[i], fence.indent.size()); };
  for (std::size_t at = begin; at < end;) {
    if (!line(at).starts_with("$ ")) {
      ++at;
      continue;
    }
    Step step{at + 1, std::string(line(at).substr(2)), 0, 0, fence.indent, fence.length};
    for (++at; at < end && line(at).starts_with("> "); ++at) {
      step.command += '\n';
      step.command += line(at).substr(2);
    }
    step.expected_begin = at;
    while (at < end && !line(at).starts_with("$ ")) ++at;
    step.expected_end = at;
    transcript.steps.push_back(std::move(step));
  }
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

std::vector<std::string> Transcript::expected(const Step& step) const {
  std::vector<std::string> out;
  for (std::size_t i = step.expected_begin; i < step.expected_end; ++i) {
    out.emplace_back(without_indent(lines[i], step.indent.size()));
  }
  return out;
}

Transcript read(std::string_view text) {
  Transcript transcript{split(text), {}};
  const auto& lines = transcript.lines;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const Fence open = read_fence(lines[at]);
    if (open.length == 0) continue;
    const std::size_t begin = at + 1;
    const auto closes = [&open](const std::string& line) {
      const Fence fence = read_fence(line);
      return fence.length >= open.length && fence.info.empty();
    };
    at = begin;
    while (at < lines.size() && !closes(lines[at])) ++at;
    if (open.info == "console") read_steps(transcript, open, begin, at);
  }
  return transcript;
}

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& printed) {
  // After a `...` the next expected line is looked for further and further down: one point to come back to is
  // enough.
  constexpr auto none = static_cast<std::size_t>(-1);
  std::size_t e = 0;
  std::size_t p = 0;
  std::size_t after_any = none;
  std::size_t retry = 0;
  while (p < printed.size()) {
    if (e < expected.size() && expected[e] == any_lines) {
      after_any = ++e;
      retry = p;
    } else if (e < expected.size() && expected[e] == printed[p]) {
      ++e;
      ++p;
    } else if (after_any != none) {
      e = after_any;
      p = ++retry;
    } else {
      return false;
    }
  }
  while (e < expected.size() && expected[e] == any_lines) ++e;
  return e == expected.size();
}

std::vector<std::string> as_lines(std::string_view output, int exit_code) {
  std::vector<std::string> lines = split(output);
  if (exit_code != 0) lines.push_back(fmt::format("[exit {}]", exit_code));
  return lines;
}

bool can_stand(const std::vector<std::string>& printed, const Step& step) {
  return std::none_of(printed.begin(), printed.end(), [&step](const std::string& line) {
    const Fence fence = read_fence(line);
    return line == any_lines || line.starts_with("$ ") || (fence.length >= step.fence && fence.info.empty());
  });
}

void rewrite(Transcript& transcript, std::size_t step, const std::vector<std::string>& printed) {
  Step& changed = transcript.steps[step];
  auto& lines = transcript.lines;
  const auto at = [&lines](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
  lines.erase(at(changed.expected_begin), at(changed.expected_end));
  std::vector<std::string> fresh;
  for (const std::string& line : printed) fresh.push_back(line.empty() ? "" : changed.indent + line);
  lines.insert(at(changed.expected_begin), fresh.begin(), fresh.end());

  const std::size_t removed = changed.expected_end - changed.expected_begin;
  changed.expected_end = changed.expected_begin + fresh.size();
  for (std::size_t i = step + 1; i < transcript.steps.size(); ++i) {
    Step& later = transcript.steps[i];
    later.line += fresh.size() - removed;  // wraps around and back: unsigned arithmetic is modular
    later.expected_begin += fresh.size() - removed;
    later.expected_end += fresh.size() - removed;
  }
}

std::string text(const Transcript& transcript) {
  std::string out;
  for (const std::string& line : transcript.lines) {
    out += line;
    out += '\n';
  }
  return out;
}

}  // namespace reckon::transcripts

// SPDX-License-Identifier: MIT
// Markdown with fenced ```console blocks: what was typed and what it printed.
//
//   block    = "```console" { step } "```"          (a longer fence may hold shorter ones)
//   step     = "$ " command { "> " more of it } { expected line } [ "[exit N]" ]
//   "..."    on a line of its own stands for any number of lines, also none
//
// A step without "[exit N]" must end with 0. A block in a list is indented like the list, and so is what it
// holds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::transcripts {

struct Step {
  std::size_t line = 0;            ///< 1-based, of the `$`
  std::string command;             ///< may have several lines
  std::size_t expected_begin = 0;  ///< lines [begin, end) of the file, 0-based: the expectation
  std::size_t expected_end = 0;
  std::string indent;  ///< of the fence, taken off every line
  std::size_t fence = 0;
};

struct Transcript {
  std::vector<std::string> lines;
  std::vector<Step> steps;

  /// Without the indentation of the block.
  [[nodiscard]] std::vector<std::string> expected(const Step& step) const;
};

Transcript read(std::string_view text);

/// Whether the printed lines are the expected ones, `...` matching any.
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& printed);

/// What a run prints, as the lines of an expectation.
std::vector<std::string> as_lines(std::string_view output, int exit_code);

/// Whether lines can be written below the step and read again as they are.
bool can_stand(const std::vector<std::string>& printed, const Step& step);

/// Puts the printed lines in place of the expectation of one step. Steps after it move.
void rewrite(Transcript& transcript, std::size_t step, const std::vector<std::string>& printed);

std::string text(const Transcript& transcript);

}  // namespace reckon::transcripts

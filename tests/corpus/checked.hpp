// SPDX-License-Identifier: MIT
// A text checked as `reckon check` does, without files and processes: the catalogue is loaded once.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::corpus {

/// One number that was read: its bytes in the text, and what became of it.
struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  derive::Fate fate = derive::Fate::input;
  float evidence = 0.0F;
  std::string_view generator;
};

struct Checked {
  report::Report report;
  std::vector<Number> numbers;
};

bool is_prompt(std::string_view id);

/// `name` decides how the text is read; an empty `prompt` lets the answer tell.
Checked check_text(const std::string& name, std::string text, const std::string& prompt = {});

/// Error or warning.
bool is_loud(const report::FindingRow& finding);

}  // namespace reckon::corpus

// SPDX-License-Identifier: MIT
// Texts in which nothing is wrong draw no finding above note.
#include "check/sample.hpp"

#include <catch2/catch.hpp>

#include <sstream>

namespace reckon::check {
namespace {

/// What stands between the lines of percent signs; the first says what the file is.
std::vector<std::string> right_texts() {
  std::vector<std::string> out;
  std::istringstream lines(read_file("tests/check/right_texts.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line == "%%%%") {
      out.emplace_back();
    } else if (!out.empty()) {
      out.back() += line + '\n';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a right text that looks wrong accuses nobody") {
  const std::vector<std::string> texts = right_texts();
  CHECK(texts.size() > 100);
  for (const std::string& text : texts) {
    INFO(text);
    const Unprompted sample(text);
    for (const Finding& finding : sample.review.findings) {
      INFO(finding.diagnostic.message);
      CHECK_FALSE(above_note(finding));
    }
  }
}

}  // namespace reckon::check

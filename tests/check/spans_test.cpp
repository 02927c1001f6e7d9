// SPDX-License-Identifier: MIT
// Every claim and every finding of every example points at what it says, and its line and column agree with a
// count of their own.
#include "check/sample.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

/// Lines end in a line feed; a column is a code point, so every byte but a continuation of UTF-8 counts.
base::Place counted(std::string_view text, std::size_t offset) {
  base::Place place;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

void check_place(const Sample& sample, const base::Span& span) {
  const std::string_view text = sample.sources.text(span.source);
  CHECK(span.begin < span.end);
  REQUIRE(span.end <= text.size());
  CHECK(sample.sources.place(span.source, span.begin) == counted(text, span.begin));
  CHECK(sample.sources.place(span.source, span.end) == counted(text, span.end));
  const auto cuts = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  CHECK_FALSE(cuts(span.begin));
  CHECK_FALSE(cuts(span.end));
}

bool is_number_start(std::string_view text) {
  const bool signed_number = text.size() > 1 && (text[0] == '-' || text[0] == '$' || text[0] == '.');
  const char first = text.empty() ? ' ' : text[signed_number ? 1 : 0];
  return first >= '0' && first <= '9';
}

/// A word that stands for a quantity, several things that were counted, or a variable whose text holds the
/// number ("deployed across 5 regions").
bool is_told_by_words(const Claim& claim) {
  return claim.declares_variable || claim.telling != Telling::quantity;
}

void check_claim(const Sample& sample, const Claim& claim) {
  const std::string written = sample.text(claim.span);
  check_place(sample, claim.span);
  if (claim.from_platform) return;
  if (claim.telling != Telling::count) CHECK(written == claim.text);
  if (claim.role == Role::equation) return;  // may be a whole expression
  INFO(written);
  CHECK((is_number_start(written) || is_told_by_words(claim)));
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  expect.dimension = claim.stated.dimension;
  const auto again = units::scan_quantity(written, 0, expect);
  if (is_told_by_words(claim) || !again) return;
  CHECK(again->stated.number == claim.stated.number);
}

void check_finding(const Sample& sample, const Finding& finding) {
  INFO(finding.diagnostic.code);
  check_place(sample, finding.diagnostic.primary.span);
  for (const base::Label& label : finding.diagnostic.secondary) check_place(sample, label.span);
  if (!finding.claim) return;
  const Claim& claim = sample.review.claims[*finding.claim];
  CHECK(finding.diagnostic.primary.span == claim.span);
  if (claim.from_platform) return;
  CHECK(finding.stated.starts_with(claim.text));
  CHECK(finding.pointer == claim.pointer);
}

TEST_CASE("claims and findings of all examples stand where they say") {
  std::size_t claims = 0;
  std::size_t findings = 0;
  for (const std::string& id : catalogue().prompts.ids()) {
    for (const prompt::Example& example : catalogue().prompts.find(id)->examples) {
      const std::string path = "prompts/" + id + "/" + example.response;
      const Sample sample(read_file(path), example.response, {}, id);
      INFO(path);
      for (const Claim& claim : sample.review.claims) check_claim(sample, claim);
      for (const Finding& finding : sample.review.findings) check_finding(sample, finding);
      claims += sample.review.claims.size();
      findings += sample.review.findings.size();
    }
  }
  CHECK(claims >= 500);
  CHECK(findings >= 10);
}

TEST_CASE("findings come in document order") {
  const Sample good(read_file("prompts/payment-gateway/consistent.md"));
  for (std::size_t i = 1; i < good.review.findings.size(); ++i) {
    CHECK(good.review.findings[i - 1].diagnostic.primary.span <=
          good.review.findings[i].diagnostic.primary.span);
  }
}

}  // namespace
}  // namespace reckon::check

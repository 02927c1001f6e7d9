// SPDX-License-Identifier: MIT
#include "corpus/claims_of_truth.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::corpus {
namespace {

/// Bytes of a separator inside a number: comma, narrow and common no-break space.
std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view row :
       {std::string_view(","), std::string_view("\u202f"), std::string_view("\u00a0")}) {
    if (text.substr(at).starts_with(row)) return row.size();
  }
  return 0;
}

/// Every number of a text as its digits.
std::set<std::string> numbers_in(std::string_view text) {
  std::set<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!units::is_digit(text[at])) {
      ++at;
      continue;
    }
    std::string digits;
    while (at < text.size()) {
      const std::size_t separator = separator_at(text, at);
      if (separator == 0 && !units::is_digit(text[at])) break;
      if (separator == 0) digits += text[at];
      at += std::max<std::size_t>(separator, 1);
    }
    if (at + 1 < text.size() && text[at] == '.' && units::is_digit(text[at + 1])) {
      digits += text[at++];
      while (at < text.size() && units::is_digit(text[at])) digits += text[at++];
    }
    out.insert(std::move(digits));
  }
  return out;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& number) { return b.contains(number); });
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::set<std::size_t> lines_of(const report::FindingRow& finding) {
  std::set<std::size_t> out;
  for (std::size_t line = finding.at.line; line <= finding.at.end_line; ++line) out.insert(line);
  for (const auto& [at, text] : finding.related) out.insert(at.line);
  return out;
}

Key key_of(const report::FindingRow& finding) {
  const base::Diagnostic& diagnostic = finding.finding.diagnostic;
  return {diagnostic.code, finding.at.line, diagnostic.message};
}

bool is_held_right(const report::ClaimRow& claim) {
  constexpr std::array<std::string_view, 7> wrong{"too-small", "too-large",  "contradicted", "impossible",
                                                  "disagrees", "unreadable", "open"};
  return claim.recomputed && std::find(wrong.begin(), wrong.end(), claim.verdict) == wrong.end();
}

Readings::Readings(const report::Report& report) {
  for (const report::ClaimRow& claim : report.claims) by_line_[claim.at.line].push_back({&claim, false});
}

bool Readings::take(const Row& truth) {
  const auto line = line_number(truth.at("line"));
  if (!line) return false;
  const std::set<std::string> wanted = numbers_in(truth.at("stated"));
  for (Entry& entry : by_line_[*line]) {
    if (entry.is_used || !is_held_right(*entry.claim)) continue;
    if (!wanted.empty() && !meet(wanted, numbers_in(entry.claim->text))) continue;
    const double ratio = std::abs(entry.claim->ratio.value_or(1.0));
    if (ratio < 0.7 || ratio > 1.4) continue;
    return entry.is_used = true;
  }
  return false;
}

bool is_at_the_edit(const report::FindingRow& finding, std::size_t line_number, std::string_view line,
                    std::string_view edited) {
  const report::Location& at = finding.at;
  if (line_number < at.line || line_number > at.end_line) return false;
  const std::size_t start = code_points(line.substr(0, line.find(edited))) + 1;
  const bool begins_before_end = at.line != line_number || at.column <= start + code_points(edited);
  const bool ends_behind_start = at.end_line != line_number || at.end_column >= start;
  return begins_before_end && ends_behind_start;
}

}  // namespace reckon::corpus

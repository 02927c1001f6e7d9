// SPDX-License-Identifier: MIT
#include "report/claims_page.hpp"

#include "base/unicode.hpp"
#include "report/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace reckon::report {
namespace {

/// Wider columns are left ragged: one long number must not push all that is said of it out of sight.
constexpr std::size_t widest_place = 60;
constexpr std::size_t widest_text = 28;

std::string in_line(std::string_view text) {
  return base::shortened(base::printable(text));
}

struct Line {
  std::string place;
  std::string text;
  std::string why;
};

std::string why_of(const NumberRow& row) {
  if (row.by.empty()) return std::string(row.fate);
  const std::string calculation = in_line(row.by);
  if (row.fate == "explained" || row.fate == "inherited")
    return fmt::format("{} by {} ({}, line {}, {:.1f} bits)", row.fate, calculation, row.generator,
                       row.by_at.line, row.evidence);
  return fmt::format("{}: {} gives another number", row.fate, calculation);
}

std::string print_numbers(const std::vector<NumberRow>& rows) {
  std::vector<Line> lines;
  std::size_t place = 0;
  std::size_t text = 0;
  for (const NumberRow& row : rows) {
    Line line{fmt::format("{}:{}:{}", shown_path(row.at.path), row.at.line, row.at.column), in_line(row.text),
              why_of(row)};
    place = std::max(place, std::min(base::display_width(line.place), widest_place));
    text = std::max(text, std::min(base::display_width(line.text), widest_text));
    lines.push_back(std::move(line));
  }
  std::string out;
  for (Line& line : lines) {
    out += fmt::format("{}  {}  {}\n", padded(line.place, place), padded(line.text, text), line.why);
  }
  return out;
}

std::string last_line(const ClaimsPage& page) {
  std::string out = fmt::format("{} number{}: {} input, {} explained, {} unexplained", page.numbers.size(),
                                page.numbers.size() == 1 ? "" : "s", page.count("input"),
                                page.count("explained"), page.count("unexplained"));
  if (const std::size_t accused = page.count("accused")) out += fmt::format(", {} accused", accused);
  if (const std::size_t inherited = page.count("inherited")) out += fmt::format(", {} inherited", inherited);
  return out + '\n';
}

}  // namespace

std::size_t ClaimsPage::count(std::string_view fate) const {
  return static_cast<std::size_t>(std::count_if(numbers.begin(), numbers.end(),
                                                [fate](const NumberRow& row) { return row.fate == fate; }));
}

ClaimsPage claims_page(const base::Sources& sources, const std::vector<check::Review>& reviews,
                       std::string version) {
  Report report = build(sources, reviews, std::move(version), Rows::named_claims);
  ClaimsPage page;
  page.version = std::move(report.version);
  page.claims = std::move(report.claims);
  for (const check::Review& review : reviews) {
    for (const check::NumberFate& number : review.numbers) {
      NumberRow row;
      row.at = locate(sources, number.span);
      row.text = number.text;
      row.fate = derive::name(number.fate);
      row.generator = number.generator;
      row.by = number.by;
      row.evidence = static_cast<double>(number.evidence);
      if (!number.by.empty()) {
        const base::Place place = sources.place(number.by_span.source, number.by_span.begin);
        row.by_at = {row.at.path, place.line, place.column, place.line, place.column};
      }
      page.numbers.push_back(std::move(row));
    }
  }
  return page;
}

void print_claims_text(const ClaimsPage& page, const Write& write) {
  std::string out;
  for (const ClaimRow& claim : page.claims) {
    out += fmt::format("{}:{}:{}  {}  {} {} ({})  {}\n", shown_path(claim.at.path), claim.at.line,
                       claim.at.column, in_line(claim.text), claim.role, claim.name, claim.certainty,
                       claim.verdict);
  }
  if (!out.empty() && !page.numbers.empty()) out += '\n';
  out += print_numbers(page.numbers);
  if (!out.empty()) out += '\n';
  write(out + last_line(page));
}

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
#include "report/claims_page.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace reckon::report {
namespace {

/// Wider columns are left ragged: one long word must not push all reasons out of sight.
constexpr std::size_t widest_place = 60;
constexpr std::size_t widest_text = 28;

/// Places in document order. Columns go on from the place before, since a line may be as long as a document.
class Locator {
 public:
  explicit Locator(const base::Sources& sources) : sources_(sources) {}

  Location locate(const base::Span& span) {
    const base::Place begin = place(span.source, span.begin);
    const base::Place end = place(span.source, span.end);
    return {std::string(sources_.name(span.source)), begin.line, begin.column, end.line, end.column};
  }

 private:
  base::Place place(base::SourceId source, std::uint32_t at) {
    const bool follows = last_ && last_->source == source && last_->begin <= at;
    const std::string_view between =
        follows ? sources_.text(source).substr(last_->begin, at - last_->begin) : std::string_view{};
    if (!follows || between.find('\n') != std::string_view::npos) {
      place_ = sources_.place(source, at);
    } else {
      place_.column += base::count_code_points(between);
    }
    last_ = base::Span{source, at, at};
    return place_;
  }

  const base::Sources& sources_;
  std::optional<base::Span> last_;
  base::Place place_;
};

std::string in_line(std::string_view text) {
  return base::shortened(base::printable(text));
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t wide = base::display_width(text);
  if (wide < width) text.append(width - wide, ' ');
  return text;
}

struct Line {
  std::string place;
  std::string text;
  std::string why;
};

/// Those that may be quantities, or those that are none, under a title.
std::string not_read(const std::vector<UnreadRow>& rows, bool quantities, std::string_view title) {
  std::vector<Line> lines;
  std::size_t place = 0;
  std::size_t text = 0;
  for (const UnreadRow& row : rows) {
    if (row.may_be_quantity != quantities) continue;
    Line line{fmt::format("{}:{}:{}", base::printable(row.at.path), row.at.line, row.at.column),
              in_line(row.text), in_line(row.why)};
    place = std::max(place, std::min(base::display_width(line.place), widest_place));
    text = std::max(text, std::min(base::display_width(line.text), widest_text));
    lines.push_back(std::move(line));
  }
  if (lines.empty()) return {};
  std::string out = fmt::format("{}:\n", title);
  for (Line& line : lines) {
    out += fmt::format("{}  {}  {}\n", padded(std::move(line.place), place),
                       padded(std::move(line.text), text), line.why);
  }
  return out;
}

std::string last_line(const ClaimsPage& page) {
  const ClaimsPage::Totals totals = page.totals();
  const std::size_t all = page.in_claims + totals.not_read;
  return fmt::format("{} number{}: {} read in claims, {} not read; {} only look{} like one\n", all,
                     all == 1 ? "" : "s", page.in_claims, totals.not_read, totals.look_alikes,
                     totals.look_alikes == 1 ? "s" : "");
}

}  // namespace

ClaimsPage::Totals ClaimsPage::totals() const {
  Totals out{more, 0};
  for (const UnreadRow& row : unread) ++(row.may_be_quantity ? out.not_read : out.look_alikes);
  return out;
}

ClaimsPage claims_page(const base::Sources& sources, const std::vector<check::Review>& reviews,
                       const std::vector<check::Numbers>& numbers, std::string version) {
  Report report = build(sources, reviews, std::move(version));
  ClaimsPage page;
  page.version = std::move(report.version);
  for (ClaimRow& claim : report.claims) {
    const bool means_something = !claim.name.empty() || claim.role == check::name(check::Role::equation);
    if (means_something) page.claims.push_back(std::move(claim));
  }
  Locator locator(sources);
  for (const check::Numbers& document : numbers) {
    page.in_claims += document.in_claims;
    page.more += document.more;
    for (const check::Unread& unread : document.unread) {
      page.unread.push_back({locator.locate(unread.span), unread.text, std::string(name(unread.reason)),
                             say(unread.reason, unread.details), may_be_quantity(unread.reason)});
    }
  }
  return page;
}

std::string print_claims_text(const ClaimsPage& page) {
  std::string out;
  for (const ClaimRow& claim : page.claims) {
    const std::string meaning =
        claim.name.empty() ? claim.role : fmt::format("{} {} ({})", claim.role, claim.name, claim.certainty);
    out += fmt::format("{}:{}:{}  {}  {}  {}\n", base::printable(claim.at.path), claim.at.line,
                       claim.at.column, in_line(claim.text), meaning, claim.verdict);
  }
  for (const std::string& block :
       {not_read(page.unread, true, "not read"), not_read(page.unread, false, "only looks like a number")}) {
    if (!block.empty() && !out.empty()) out += '\n';
    out += block;
  }
  if (page.more != 0) out += fmt::format("and {} more\n", page.more);
  if (!out.empty()) out += '\n';
  return out + last_line(page);
}

}  // namespace reckon::report

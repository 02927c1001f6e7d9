// SPDX-License-Identifier: MIT
#include "gate/inline_waivers.hpp"

#include "gate/waivers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reckon::gate {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// How a comment begins, and how it ends ("": with its line).
struct CommentForm {
  std::string_view open;
  std::string_view close;
};

constexpr std::array forms{CommentForm{"<!--", "-->"}, CommentForm{"#", ""}, CommentForm{"//", ""},
                           CommentForm{"--", ""}};

/// The form of the comment that begins in front of a place in a line; null for none.
const CommentForm* form_before(std::string_view before) {
  before = trimmed(before);
  const auto* const at = std::find_if(
      forms.begin(), forms.end(), [before](const CommentForm& form) { return before.ends_with(form.open); });
  return at == forms.end() ? nullptr : at;
}

/// "RULE until DATE: reason"; words that are missing stay empty.
InlineWaiver parts_of(std::string_view text) {
  InlineWaiver out;
  constexpr std::string_view until = " until ";
  const std::size_t word = text.find(until);
  out.rule = trimmed(text.substr(0, word));
  if (word == text.npos) return out;
  text.remove_prefix(word + until.size());
  const std::size_t colon = text.find(':');
  out.until = trimmed(text.substr(0, colon));
  if (colon != text.npos) out.reason = trimmed(text.substr(colon + 1));
  return out;
}

std::size_t next_with_text(const base::Sources& sources, base::SourceId source, std::size_t line) {
  constexpr std::size_t farthest = 3;
  for (std::size_t next = line + 1; next <= line + farthest; ++next) {
    if (!trimmed(sources.line(source, next)).empty()) return next;
  }
  return line;
}

/// What is wrong with a comment, or nothing.
std::string fault_of(const InlineWaiver& comment, const std::vector<std::string>& rules, Day today) {
  const Waivers usual;
  if (std::find(rules.begin(), rules.end(), comment.rule) == rules.end())
    return fmt::format("there is no rule '{}'", comment.rule);
  const auto until = read_day(comment.until);
  if (!until) return "behind 'until' a day such as 2026-06-30 is wanted";
  if (comment.reason.size() < shortest_reason)
    return fmt::format("a reason has at least {} letters", shortest_reason);
  if (days_between(today, *until) > usual.longest)
    return fmt::format("a waiver lives for at most {} days", usual.longest);
  return {};
}

}  // namespace

std::vector<InlineWaiver> inline_waivers(const base::Sources& sources, base::SourceId source) {
  constexpr std::string_view word = "reckon: allow ";
  const std::string_view text = sources.text(source);
  std::vector<InlineWaiver> out;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t end_of_line = std::min(text.find('\n', at), text.size());
    const CommentForm* form = form_before(text.substr(line, at - line));
    if (form == nullptr) continue;
    const std::size_t close = form->close.empty() ? end_of_line : text.find(form->close, at);
    if (close > end_of_line) continue;
    InlineWaiver found = parts_of(text.substr(at + word.size(), close - at - word.size()));
    found.span = {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close)};
    found.first_line = sources.place(source, at).line;
    found.last_line = next_with_text(sources, source, found.first_line);
    out.push_back(std::move(found));
  }
  return out;
}

void waive_inline(const std::vector<InlineWaiver>& comments, const base::Sources& sources,
                  const KnownNames& known, Day today, report::Report& report,
                  std::vector<base::Diagnostic>& problems) {
  if (comments.empty()) return;
  const std::vector<std::string> rules = known.rules();
  for (const InlineWaiver& comment : comments) {
    if (const std::string fault = fault_of(comment, rules, today); !fault.empty()) {
      problems.push_back(base::problem("waiver.inline", fault, comment.span));
      continue;
    }
    const Day until = *read_day(comment.until);
    if (until < today) continue;
    for (report::FindingRow& row : report.findings) {
      const bool is_here = row.at.line == comment.first_line || row.at.line == comment.last_line;
      const base::Span& place = row.finding.diagnostic.primary.span;
      if (!is_here || row.finding.diagnostic.code != comment.rule || place.source != comment.span.source)
        continue;
      row.waived = true;
      row.waiver =
          fmt::format("until {} ({} days left), {}:{}: {}", comment.until, days_between(today, until),
                      sources.name(place.source), comment.first_line, comment.reason);
    }
  }
}

}  // namespace reckon::gate

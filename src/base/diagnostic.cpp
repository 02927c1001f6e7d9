// SPDX-License-Identifier: MIT
#include "base/diagnostic.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace reckon::base {
namespace {

/// Source lines longer than this are shown as a window around their marks.
constexpr std::size_t window_width = 110;
/// Bytes; more than any message of ours, less than a name that somebody made to fill the screen.
constexpr std::size_t longest_headline = 600;

struct Mark {
  std::size_t begin = 0;  ///< byte offsets in the line
  std::size_t end = 0;
  bool primary = false;
  std::string text;
};

struct Style {
  std::string_view severity;
  std::string_view accent;
  std::string_view bold;
  std::string_view reset;
};

/// Every sequence that is ever printed, so that what prints can tell them from those of a response.
constexpr std::array<std::string_view, 6> sequences{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m",
                                                    "\x1b[1;34m", "\x1b[1m",    "\x1b[0m"};

Style style_for(Severity severity, Colour colour) {
  if (colour == Colour::none) return {};
  const std::size_t row = severity == Severity::error ? 0U : severity == Severity::warning ? 1U : 2U;
  return {sequences[row], sequences[3], sequences[4], sequences[5]};
}

/// Foreign text inside a line of ours.
std::string in_line(std::string_view text) {
  return shortened(printable(text));
}

/// A line and its marks, cut to a window when the line is long. Marks come out in columns of the shown text.
struct Excerpt {
  std::string text;
  std::vector<Mark> marks;
};

std::size_t previous_boundary(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) --at;
  return std::min(at, text.size());
}

Excerpt excerpt(std::string_view line, std::vector<Mark> marks) {
  std::size_t begin = 0;
  std::size_t end = line.size();
  if (line.size() > window_width) {
    const auto primary = std::find_if(marks.begin(), marks.end(), [](const Mark& m) { return m.primary; });
    const Mark& anchor = primary != marks.end() ? *primary : marks.front();
    const std::size_t middle = (anchor.begin + std::min(anchor.end, anchor.begin + window_width)) / 2;
    begin = previous_boundary(line, middle > window_width / 2 ? middle - window_width / 2 : 0);
    end = previous_boundary(line, std::min(line.size(), begin + window_width));
    if (end == line.size()) begin = previous_boundary(line, line.size() - window_width);
  }
  Excerpt out;
  const std::string lead = begin > 0 ? "..." : "";
  out.text = lead + printable(line.substr(begin, end - begin)) + (end < line.size() ? "..." : "");
  for (Mark& mark : marks) {
    const bool is_left = mark.end <= begin && mark.begin < begin;
    const bool is_right = mark.begin >= end && end < line.size();
    if (is_left || is_right) continue;
    const std::size_t from = std::max(mark.begin, begin);
    const std::size_t to = std::clamp(mark.end, from, end);
    mark.begin = lead.size() + display_width(printable(line.substr(begin, from - begin)));
    mark.end = mark.begin + std::max<std::size_t>(1, display_width(printable(line.substr(from, to - from))));
    out.marks.push_back(std::move(mark));
  }
  std::stable_sort(out.marks.begin(), out.marks.end(),
                   [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  return out;
}

/// The lines under a source line: all marks on the first, the last label beside it, the others below on
/// stems.
std::vector<std::string> underline(const std::vector<Mark>& marks) {
  std::string first;
  const auto put = [&first](std::size_t at, std::size_t count, char c, bool over) {
    if (first.size() < at + count) first.resize(at + count, ' ');
    for (std::size_t i = at; i < at + count; ++i) {
      if (over || first[i] == ' ') first[i] = c;
    }
  };
  for (const Mark& mark : marks)
    put(mark.begin, mark.end - mark.begin, mark.primary ? '^' : '-', mark.primary);

  std::vector<const Mark*> labelled;
  for (const Mark& mark : marks) {
    if (!mark.text.empty()) labelled.push_back(&mark);
  }
  std::vector<std::string> lines;
  if (!labelled.empty() && labelled.back()->end >= first.size()) {
    first += ' ' + labelled.back()->text;
    labelled.pop_back();
  }
  lines.push_back(first);
  while (!labelled.empty()) {
    std::string stem;
    for (const Mark* mark : labelled) {
      if (stem.size() <= mark->begin) stem.resize(mark->begin + 1, ' ');
      stem[mark->begin] = '|';
    }
    const Mark* last = labelled.back();
    labelled.pop_back();
    std::string row = stem.substr(0, last->begin) + last->text;
    lines.push_back(std::move(row));
  }
  return lines;
}

void append_remark(std::string& out, const Remark& remark, std::string_view gutter, const Style& style) {
  const std::string head = remark.title.empty() ? std::string{} : remark.title + ": ";
  std::size_t begin = 0;
  bool first = true;
  while (begin <= remark.text.size()) {
    const std::size_t end = std::min(remark.text.find('\n', begin), remark.text.size());
    const std::string line = in_line(std::string_view(remark.text).substr(begin, end - begin));
    out += first ? fmt::format("{}{}={} {}{}{}{}\n", gutter, style.accent, style.reset, style.bold, head,
                               style.reset, line)
                 : fmt::format("{}  {}{}\n", gutter, std::string(head.size(), ' '), line);
    first = false;
    begin = end + 1;
  }
}

}  // namespace

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::span<const std::string_view> control_sequences(Colour colour) {
  if (colour == Colour::none) return {};
  return sequences;
}

Diagnostic problem(std::string code, std::string message, Span span, std::string label) {
  return {Severity::error, std::move(code), std::move(message), {span, std::move(label)}, {}, {}};
}

std::string render(const Diagnostic& diagnostic, const Sources& sources, Colour colour,
                   std::string_view pointer) {
  const Style style = style_for(diagnostic.severity, colour);
  std::string out = fmt::format("{}{}[{}]{}{}: {}{}\n", style.severity, name(diagnostic.severity),
                                diagnostic.code, style.reset, style.bold,
                                shortened(printable(diagnostic.message), longest_headline), style.reset);

  // Lines to show, by source (the primary one first) and number.
  std::map<std::pair<SourceId, std::size_t>, std::vector<Mark>> lines;
  const auto add = [&](const Label& label, bool primary) {
    const Place begin = sources.place(label.span.source, label.span.begin);
    const std::size_t start = sources.line_start(label.span.source, begin.line);
    const std::size_t width = sources.line(label.span.source, begin.line).size();
    const std::size_t from = std::min<std::size_t>(label.span.begin - start, width);
    const std::size_t to = std::min<std::size_t>(label.span.end - start, width);
    lines[{label.span.source, begin.line}].push_back(
        {from, std::max(from, to), primary, in_line(label.text)});
  };
  add(diagnostic.primary, true);
  for (const Label& label : diagnostic.secondary) add(label, false);

  std::size_t last_number = 0;
  for (const auto& [key, marks] : lines) last_number = std::max(last_number, key.second);
  const std::string gutter(std::to_string(last_number).size() + 1, ' ');

  const auto show_source = [&](SourceId source) {
    std::size_t previous = 0;
    for (const auto& [key, marks] : lines) {
      if (key.first != source) continue;
      if (previous != 0 && key.second > previous + 1)
        out += fmt::format("{}{}:{}\n", gutter, style.accent, style.reset);
      previous = key.second;
      const Excerpt shown = excerpt(sources.line(source, key.second), marks);
      out += fmt::format("{}{:>{}} |{} {}\n", style.accent, key.second, gutter.size() - 1, style.reset,
                         shown.text);
      for (const std::string& under : underline(shown.marks)) {
        out += fmt::format("{}{}|{} {}{}{}\n", gutter, style.accent, style.reset, style.severity, under,
                           style.reset);
      }
    }
  };

  const SourceId main_source = diagnostic.primary.span.source;
  const Place place = sources.place(main_source, diagnostic.primary.span.begin);
  out += fmt::format("{}{}-->{} {}:{}:{}", gutter.substr(1), style.accent, style.reset,
                     printable(sources.name(main_source)), place.line, place.column);
  out += pointer.empty() ? "\n" : fmt::format("   {}\n", in_line(pointer));
  out += fmt::format("{}{}|{}\n", gutter, style.accent, style.reset);
  show_source(main_source);
  SourceId shown_source = main_source;
  for (const auto& [key, marks] : lines) {
    if (key.first == main_source || key.first == shown_source) continue;
    shown_source = key.first;
    out += fmt::format("{}{}:::{} {}\n", gutter.substr(1), style.accent, style.reset,
                       printable(sources.name(key.first)));
    show_source(key.first);
  }
  if (!diagnostic.remarks.empty()) out += fmt::format("{}{}|{}\n", gutter, style.accent, style.reset);
  for (const Remark& remark : diagnostic.remarks) append_remark(out, remark, gutter, style);
  return out;
}

}  // namespace reckon::base

// SPDX-License-Identifier: MIT
#include "document/text.hpp"

#include "base/blank.hpp"

#include <algorithm>

namespace reckon::document {

Text Text::verbatim(const base::Sources& sources, const base::Span& part) {
  Text out;
  out.borrowed_ = sources.text(part);
  if (!out.borrowed_.empty()) out.runs_.push_back({0, part, true});
  return out;
}

void Text::append(std::string_view piece, base::SourceId source, std::uint32_t at) {
  if (piece.empty()) return;
  const auto end = at + static_cast<std::uint32_t>(piece.size());
  add_run({view().size(), {source, at, end}, true}, piece);
}

void Text::append_mapped(std::string_view piece, const base::Span& span) {
  if (!piece.empty()) add_run({view().size(), span, false}, piece);
}

void Text::append(const Text& other, std::size_t begin, std::size_t end) {
  end = std::min(end, other.view().size());
  if (begin >= end) return;
  for (std::size_t run = other.run_at(begin); run < other.runs_.size() && other.runs_[run].begin < end;
       ++run) {
    const std::size_t from = std::max(begin, other.runs_[run].begin);
    const std::size_t to = std::min(end, other.end_of(run));
    const std::string_view piece = other.view().substr(from, to - from);
    add_run({view().size(), other.span(from, to), other.runs_[run].one_to_one}, piece);
  }
}

void Text::clear() {
  own_.clear();
  borrowed_ = {};
  runs_.clear();
}

Text Text::slice(std::size_t begin, std::size_t end) const {
  if (begin == 0 && end >= own_.size() && borrowed_.empty()) return *this;
  Text out;
  out.append(*this, begin, end);
  return out;
}

Text Text::trimmed() const {
  const std::string_view text = view();
  const auto* const first = std::find_if_not(text.begin(), text.end(), base::is_blank);
  if (first == text.end()) return {};
  const auto last = std::find_if_not(text.rbegin(), text.rend(), base::is_blank);
  return slice(static_cast<std::size_t>(first - text.begin()),
               text.size() - static_cast<std::size_t>(last - text.rbegin()));
}

std::optional<base::Span> Text::contiguous() const {
  if (runs_.size() != 1 || !runs_.front().one_to_one) return std::nullopt;
  return runs_.front().source;
}

base::Span Text::span(std::size_t begin, std::size_t end) const {
  if (runs_.empty()) return {};
  begin = std::min(begin, view().size());
  end = std::clamp(end, begin, view().size());
  const auto inside = [this](std::size_t run, std::size_t at) {
    return runs_[run].source.begin + static_cast<std::uint32_t>(at - runs_[run].begin);
  };
  const std::size_t first = run_at(begin);
  base::Span out = runs_[first].source;
  if (begin == end) {
    // Behind the last byte, or in front of the byte at `begin`.
    const bool behind = begin == view().size() && !runs_[first].one_to_one;
    out.begin = runs_[first].one_to_one ? inside(first, begin) : behind ? out.end : out.begin;
    out.end = out.begin;
    return out;
  }
  if (runs_[first].one_to_one) out.begin = inside(first, begin);
  const std::size_t last = run_at(end - 1);
  if (last != first && runs_[last].source.begin < out.begin) {
    out.end = runs_[first].source.end;  // what was put together runs backwards: the first piece stands for it
    return out;
  }
  out.end = runs_[last].one_to_one ? inside(last, end) : runs_[last].source.end;
  out.end = std::max(out.begin, out.end);
  return out;
}

std::size_t Text::first_from(std::uint32_t source_offset) const {
  for (const Run& run : runs_) {
    if (run.source.begin >= source_offset) return run.begin;
    if (run.one_to_one && source_offset < run.source.end)
      return run.begin + (source_offset - run.source.begin);
  }
  return view().size();
}

std::size_t Text::run_at(std::size_t at) const {
  if (runs_.size() <= 1) return 0;
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), at,
                                     [](std::size_t value, const Run& run) { return value < run.begin; });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - runs_.begin() - 1, 0));
}

std::size_t Text::end_of(std::size_t run) const {
  return run + 1 < runs_.size() ? runs_[run + 1].begin : view().size();
}

void Text::add_run(const Run& run, std::string_view piece) {
  const bool continues = !runs_.empty() && run.one_to_one && runs_.back().one_to_one &&
                         runs_.back().source.source == run.source.source &&
                         runs_.back().source.end == run.source.begin;
  if (continues) {
    runs_.back().source.end = run.source.end;
  } else {
    runs_.push_back(run);
  }
  if (!borrowed_.empty()) {
    own_ = borrowed_;
    borrowed_ = {};
  }
  own_ += piece;
}

}  // namespace reckon::document

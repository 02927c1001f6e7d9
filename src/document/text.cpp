// SPDX-License-Identifier: MIT
#include "document/text.hpp"

#include "base/blank.hpp"

#include <algorithm>

namespace reckon::document {

Text::Text(const Text& other)
    : borrowed_(other.borrowed_),
      source_(other.source_),
      begin_(other.begin_),
      own_(other.is_composed() ? std::make_unique<Composed>(*other.own_) : nullptr) {}

Text& Text::operator=(const Text& other) {
  if (this != &other) *this = Text(other);
  return *this;
}

Text Text::verbatim(const base::Sources& sources, const base::Span& part) {
  Text out;
  out.borrowed_ = sources.text(part);
  out.source_ = part.source;
  out.begin_ = part.begin;
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
  for (std::size_t i = other.run_at(begin); i < other.runs(); ++i) {
    const Run run = other.run(i);
    if (run.begin >= end) break;
    const std::size_t from = std::max(begin, run.begin);
    const std::size_t to = std::min(end, other.end_of(i));
    const std::string_view piece = other.view().substr(from, to - from);
    const Run more{view().size(), other.span(from, to), run.one_to_one};
    if (other.is_composed() || !extend_part(more, piece)) add_run(more, piece);
  }
}

void Text::clear() {
  borrowed_ = {};
  if (own_ == nullptr) return;
  own_->text.clear();
  own_->runs.clear();
}

Text Text::slice(std::size_t begin, std::size_t end) const {
  if (begin == 0 && end >= view().size()) return *this;
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
  if (runs() != 1 || !run(0).one_to_one) return std::nullopt;
  return run(0).source;
}

base::Span Text::span(std::size_t begin, std::size_t end) const {
  if (runs() == 0) return {};
  begin = std::min(begin, view().size());
  end = std::clamp(end, begin, view().size());
  const auto inside = [](const Run& run, std::size_t at) {
    return run.source.begin + static_cast<std::uint32_t>(at - run.begin);
  };
  const std::size_t first_at = run_at(begin);
  const Run first = run(first_at);
  base::Span out = first.source;
  if (begin == end) {
    // Behind the last byte, or in front of the byte at `begin`.
    const bool behind = begin == view().size() && !first.one_to_one;
    out.begin = first.one_to_one ? inside(first, begin) : behind ? out.end : out.begin;
    out.end = out.begin;
    return out;
  }
  if (first.one_to_one) out.begin = inside(first, begin);
  const std::size_t last_at = run_at(end - 1);
  const Run last = run(last_at);
  if (last_at != first_at && last.source.begin < out.begin) {
    out.end = first.source.end;  // what was put together runs backwards: the first piece stands for it
    return out;
  }
  out.end = last.one_to_one ? inside(last, end) : last.source.end;
  out.end = std::max(out.begin, out.end);
  return out;
}

std::size_t Text::first_from(std::uint32_t source_offset) const {
  for (std::size_t i = 0; i < runs(); ++i) {
    const Run here = run(i);
    if (here.source.begin >= source_offset) return here.begin;
    if (here.one_to_one && source_offset < here.source.end)
      return here.begin + (source_offset - here.source.begin);
  }
  return view().size();
}

std::size_t Text::runs() const {
  if (is_composed()) return own_->runs.size();
  return borrowed_.empty() ? 0 : 1;
}

Text::Run Text::run(std::size_t index) const {
  if (is_composed()) return own_->runs[index];
  return {0, {source_, begin_, begin_ + static_cast<std::uint32_t>(borrowed_.size())}, true};
}

std::size_t Text::run_at(std::size_t at) const {
  if (!is_composed()) return 0;
  const std::vector<Run>& all = own_->runs;
  const auto next = std::upper_bound(all.begin(), all.end(), at,
                                     [](std::size_t value, const Run& run) { return value < run.begin; });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - all.begin() - 1, 0));
}

std::size_t Text::end_of(std::size_t run) const {
  return is_composed() && run + 1 < own_->runs.size() ? own_->runs[run + 1].begin : view().size();
}

/// A piece of a verbatim text that begins this one, or follows in the source on what it has.
bool Text::extend_part(const Run& run, std::string_view piece) {
  if (is_composed()) return false;
  if (borrowed_.empty()) {
    borrowed_ = piece;
    source_ = run.source.source;
    begin_ = run.source.begin;
    return true;
  }
  if (source_ != run.source.source || begin_ + borrowed_.size() != run.source.begin) return false;
  borrowed_ = {borrowed_.data(), borrowed_.size() + piece.size()};
  return true;
}

void Text::add_run(const Run& run, std::string_view piece) {
  if (own_ == nullptr) own_ = std::make_unique<Composed>();
  if (!borrowed_.empty()) {
    own_->text = borrowed_;
    own_->runs.push_back(this->run(0));
    borrowed_ = {};
  }
  std::vector<Run>& all = own_->runs;
  const bool continues = !all.empty() && run.one_to_one && all.back().one_to_one &&
                         all.back().source.source == run.source.source &&
                         all.back().source.end == run.source.begin;
  if (continues) {
    all.back().source.end = run.source.end;
  } else {
    all.push_back(run);
  }
  own_->text += piece;
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "check/derived_numbers.hpp"

#include "derive/judge/written_out.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

auto key(const units::Stated& stated) {
  return std::pair(stated.interval.value, stated.dimension.without_counts().exponents);
}

}  // namespace

DerivedNumbers::Index DerivedNumbers::make_index() const {
  Index out;
  for (derive::MentionId id = 0; id < derived_.judged.stories.size(); ++id) {
    const derive::Story& story = derived_.judged.stories[id];
    if (story.fate != derive::Fate::explained || !derived_.derivations[story.by].is_cued) continue;
    out.spans.push_back(derived_.page.span(id));
    const arithmetic::Figure& figure = derived_.page.figure(id);
    if (figure.digits > 1 || figure.has_unit())
      out.quantities.insert(key(derive::stated_of(derived_.page, id)));
  }
  std::sort(out.spans.begin(), out.spans.end());
  return out;
}

bool DerivedNumbers::has(const base::Span& span, const units::Stated& stated) const {
  if (!index_) index_ = make_index();
  const std::vector<base::Span>& spans = index_->spans;
  const auto after =
      std::lower_bound(spans.begin(), spans.end(), span, [](const base::Span& own, const base::Span& other) {
        return own.source != other.source ? own.source < other.source : own.end <= other.begin;
      });
  if (after != spans.end() && after->source == span.source && after->begin < span.end) return true;
  return index_->quantities.count(key(stated)) != 0;
}

std::vector<derive::OtherNumber> DerivedNumbers::operands(const base::Span& span,
                                                          const base::Sources& sources) const {
  std::vector<derive::OtherNumber> out;
  const derive::Page& page = derived_.page;
  for (derive::MentionId id = 0; id < derived_.judged.stories.size(); ++id) {
    const derive::Story& story = derived_.judged.stories[id];
    const bool is_it = story.fate == derive::Fate::explained && page.span(id).begin < span.end &&
                       span.begin < page.span(id).end && page.span(id).source == span.source;
    if (!is_it) continue;
    for (const derive::MentionId operand : operands_of(page, derived_.derivations[story.by]))
      out.push_back({derive::stated_of(page, operand), std::string(sources.text(page.span(operand)))});
  }
  return out;
}

}  // namespace reckon::check

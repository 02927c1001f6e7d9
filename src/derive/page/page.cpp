// SPDX-License-Identifier: MIT
#include "derive/page/page.hpp"

#include <algorithm>

namespace reckon::derive {

SentenceId Sentences::at(std::uint32_t token) const {
  const auto next = std::partition_point(begins_.begin(), begins_.end(),
                                         [token](const Begin& begin) { return begin.token <= token; });
  return static_cast<SentenceId>(next - begins_.begin() - 1);
}

base::Span Page::span(LineId line, std::uint32_t begin, std::uint32_t end) const {
  const Line& where = lines[line];
  const std::size_t from = where.plain().begin_of(tokens.tokens[begin].begin);
  const std::size_t to = where.plain().end_of(tokens.tokens[end - 1].end);
  return where.text->span(from, to);
}

base::Span Page::span(MentionId id) const {
  return span(mentions[id].line, mentions[id].token, mentions[id].token + 1);
}

std::string_view Page::written(LineId line, const arithmetic::Token& token) const {
  return lines[line].plain().text.substr(token.begin, token.end - token.begin);
}

std::string_view Page::unit_text(MentionId id) const {
  const arithmetic::Figure& f = figure(id);
  if (mentions[id].unit_from != UnitFrom::itself) return {};
  const std::string_view text =
      line_of(id).plain().text.substr(token_of(id).begin + f.unit_begin, f.unit_end - f.unit_begin);
  // "8h 45min 57s" is a number of seconds.
  const bool is_compound = text.find_first_of("0123456789") != std::string_view::npos &&
                           f.unit.factor == 1.0 && f.unit.dimension == units::axis(units::Axis::time);
  return is_compound ? "s" : text;
}

}  // namespace reckon::derive

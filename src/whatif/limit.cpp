// SPDX-License-Identifier: MIT
#include "whatif/limit.hpp"

#include "formula/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>

namespace reckon::whatif {
namespace {

/// Longer spellings stand before those that they begin with.
struct Spelling {
  std::string_view text;
  units::Comparator comparator;
};
constexpr std::array spellings{
    Spelling{"<=", units::Comparator::at_most}, Spelling{">=", units::Comparator::at_least},
    Spelling{"==", units::Comparator::equal},   Spelling{"≤", units::Comparator::at_most},
    Spelling{"≥", units::Comparator::at_least}, Spelling{"<", units::Comparator::less},
    Spelling{">", units::Comparator::greater},  Spelling{"=", units::Comparator::equal},
};

struct Found {
  std::size_t at = std::string_view::npos;
  Spelling spelling;
};

Found find_comparator(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const Spelling& spelling : spellings) {
      if (text.substr(at).starts_with(spelling.text)) return {at, spelling};
    }
  }
  return {};
}

base::Span trimmed(std::string_view text, base::Span span) {
  while (!span.empty() && text[span.begin] == ' ') ++span.begin;
  while (!span.empty() && text[span.end - 1] == ' ') --span.end;
  return span;
}

/// "12.50 GB" is written to hundredths of a GB.
double half_digit(std::string_view written, double factor) {
  const std::size_t begin = written.find_first_of("0123456789");
  const std::size_t end = std::min(written.find_first_not_of("0123456789.,_", begin), written.size());
  const std::size_t point = written.substr(0, end).find('.');
  const auto decimals = point == std::string_view::npos ? 0.0 : static_cast<double>(end - point - 1);
  return 0.5 * std::pow(10.0, -decimals) * factor;
}

}  // namespace

base::Result<Limit> read_limit(const check::Context& context, const base::Sources& sources,
                               base::SourceId source) {
  const std::string_view text = sources.text(source);
  const base::Span whole = sources.whole(source);
  const auto [at, spelling] = find_comparator(text);
  if (at == std::string_view::npos) {
    return base::Failure(
        base::problem("usage.limit", "a limit is written 'output <= value', with <, <=, >, >= or =", whole));
  }
  Limit limit;
  limit.comparator = spelling.comparator;
  limit.span = whole;
  const auto sign_begin = static_cast<std::uint32_t>(at);
  const auto sign_end = static_cast<std::uint32_t>(at + spelling.text.size());
  limit.output_span = trimmed(text, {source, 0, sign_begin});
  const auto slot = check::find_quantity(context, sources, limit.output_span);
  if (!slot) return base::Failure(slot.error());
  limit.output = *slot;
  const base::Span value_span = trimmed(text, {source, sign_end, whole.end});
  const auto stated = check::read_value(sources, value_span, context.model->slot(*slot).unit.dimension);
  if (!stated) return base::Failure(stated.error());
  limit.value = stated->interval.value;
  limit.half = half_digit(sources.text(value_span), stated->unit.factor);
  return limit;
}

std::string_view symbol(units::Comparator comparator) {
  switch (comparator) {
    case units::Comparator::equal:
      return "=";
    case units::Comparator::less:
      return "<";
    case units::Comparator::at_most:
      return "<=";
    case units::Comparator::greater:
      return ">";
    case units::Comparator::at_least:
      return ">=";
  }
  return "";
}

bool meets(const Limit& limit, double value) {
  const bool same = formula::is_same(value, limit.value);
  switch (limit.comparator) {
    case units::Comparator::equal:
      return same;
    case units::Comparator::less:
      return value < limit.value && !same;
    case units::Comparator::at_most:
      return value < limit.value || same;
    case units::Comparator::greater:
      return value > limit.value && !same;
    case units::Comparator::at_least:
      return value > limit.value || same;
  }
  return false;
}

}  // namespace reckon::whatif

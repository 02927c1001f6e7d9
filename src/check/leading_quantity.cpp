// SPDX-License-Identifier: MIT
#include "check/leading_quantity.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace reckon::check {
namespace {

constexpr std::array<std::string_view, 9> operators{"×", "÷", "·", "⋅", "*", "/", "+", "− ", "x "};

bool operator_follows(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t", at);
  if (next == std::string_view::npos) return false;
  const std::string_view rest = text.substr(next);
  return std::any_of(operators.begin(), operators.end(),
                     [rest](std::string_view sign) { return rest.starts_with(sign); });
}

}  // namespace

units::Expectation prose() {
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  return expect;
}

std::optional<LeadingQuantity> leading_quantity(const base::Sources& sources, const document::Text& text) {
  const std::string_view view = text.view();
  const std::size_t start = view.find_first_not_of(" \t");
  if (start == std::string_view::npos) return std::nullopt;
  const auto found = units::scan_quantity(view, start, prose());
  if (!found) return std::nullopt;
  const base::Span span = text.span(found->number_begin, found->end);
  // "3 ×" is a multiple, but in "3 × 2 GB" the sign multiplies.
  const bool multiplies = found->stated.unit_text == "×" || found->stated.unit_text == "x";
  const std::size_t next = std::min(view.find_first_not_of(" \t", found->end), view.size());
  const bool is_operand = operator_follows(view, found->end) ||
                          (multiplies && next < view.size() && view[next] >= '0' && view[next] <= '9');
  return LeadingQuantity{span, found->stated, std::string(sources.text(span)), is_operand};
}

}  // namespace reckon::check

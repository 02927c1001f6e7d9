// SPDX-License-Identifier: MIT
#include "derive/search/sum_nodes.hpp"

#include "arithmetic/outcome.hpp"

#include <algorithm>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Operation;

constexpr std::size_t most_terms = 30;

std::uint32_t add(Page& page, const arithmetic::Node& node) {
  page.nodes.push_back(node);
  return static_cast<std::uint32_t>(page.nodes.size() - 1);
}

}  // namespace

std::uint32_t add_sum(Page& page, const std::vector<MentionId>& terms) {
  if (terms.size() > most_terms) {
    double value = 0.0;
    for (const MentionId id : terms) value += arithmetic::extent_of(page.figure(id)).value;
    return add(page, {Operation::constant, false, page.constant(value, terms.front()), 0, 0, 0});
  }
  std::optional<std::uint32_t> total;
  for (const MentionId id : terms) {
    const std::uint32_t next = add(page, {Operation::figure, false, id, 0, 0, 0});
    total = total ? add(page, {Operation::add, false, *total, next, 0, 0}) : next;
  }
  return *total;
}

std::uint32_t add_weighted_sum(Page& page, const std::vector<MentionId>& weights,
                               const std::vector<MentionId>& terms) {
  std::optional<std::uint32_t> total;
  for (std::size_t i = 0; i < std::min(terms.size(), most_terms); ++i) {
    std::uint32_t next = add(page, {Operation::figure, false, terms[i], 0, 0, 0});
    if (weights[i] != nowhere) {
      const std::uint32_t weight = add(page, {Operation::figure, false, weights[i], 0, 0, 0});
      next = add(page, {Operation::multiply, false, weight, next, 0, 0});
    }
    total = total ? add(page, {Operation::add, false, *total, next, 0, 0}) : next;
  }
  return *total;
}

}  // namespace reckon::derive

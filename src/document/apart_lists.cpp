// SPDX-License-Identifier: MIT
// Lists: a result whose calculation is nested below it, a calculation whose result is, and a last item that
// totals the items above.
#include "document/apart.hpp"
#include "document/apart_cell.hpp"
#include "document/apart_sum.hpp"

#include <algorithm>

namespace reckon::document {
namespace {

/// A longer label is a sentence.
constexpr std::size_t longest_label = 80;

/// "Label: rest", or a rest without a label.
struct Line {
  std::string_view label;
  Text rest;
};

std::string_view label_of(std::string_view text) {
  const std::size_t colon = text.substr(0, longest_label + 2).find(": ");
  return colon == std::string_view::npos ? std::string_view{} : text.substr(0, colon);
}

Line split(const Text& text) {
  const std::string_view view = text.view();
  const std::size_t colon = view.substr(0, longest_label + 2).find(": ");
  if (colon == std::string_view::npos) return {{}, text.trimmed()};
  return {view.substr(0, colon), text.slice(colon + 1, view.size()).trimmed()};
}

const Passage* item_at(const Document& document, std::size_t fragment) {
  if (fragment >= document.fragments.size()) return nullptr;
  const auto* passage = std::get_if<Passage>(&document.fragments[fragment]);
  return passage != nullptr && passage->kind == Passage::Kind::item ? passage : nullptr;
}

/// A rate or a time takes part: what it gives as a count is no chance.
bool measures_something(const Side& side) {
  const auto& nodes = side.expression.nodes;
  return std::any_of(nodes.begin(), nodes.end(), [](const formula::Node& node) {
    return node.operation == formula::Operation::literal && !node.literal.dimension.is_count();
  });
}

/// The calculation in `derivation` makes the quantity that `result` starts with.
void join(const Text& derivation, const Text& result, std::size_t fragment, std::vector<Apart>& out) {
  const Text calculation = split(derivation).rest;
  const Text stated = split(result).rest;
  const Looks looks = looks_of(calculation);
  if (looks.face != Face::calculation || looks.numbers < 2) return;
  if (looks_of(stated).face != Face::quantity) return;
  Text line = calculation;
  line.append_mapped(" = ", calculation.span());
  line.append(stated, 0, stated.view().size());
  auto equation = read_joined(line);
  if (!equation) return;
  // Position alone says that the one makes the other: their dimensions have to say so as well.
  if (!same_strict_dimension(equation->sides.front(), equation->sides.back(), true)) return;
  const bool is_count = equation->sides.back().quantity().dimension.without_counts().is_dimensionless();
  if (is_count && !measures_something(equation->sides.front())) return;
  out.push_back({std::move(*equation), fragment, {}});
}

void nested(const Document& document, std::size_t fragment, std::vector<Apart>& out) {
  const Passage* const parent = item_at(document, fragment);
  const Passage* const child = item_at(document, fragment + 1);
  if (parent == nullptr || child == nullptr || child->depth != parent->depth + 1) return;
  join(child->text, parent->text, fragment, out);
  join(parent->text, child->text, fragment + 1, out);
}

/// "- 640 gates × 30 a minute" and "- = 19,200 a minute": an item that starts with a sign goes on.
void continued(const Document& document, std::size_t fragment, std::vector<Apart>& out) {
  const Passage* const item = item_at(document, fragment);
  const Passage* const above = fragment > 0 ? item_at(document, fragment - 1) : nullptr;
  if (item == nullptr || above == nullptr || item->depth != above->depth) return;
  if (!item->text.view().starts_with("= ")) return;
  Text line = above->text.view().starts_with("= ") ? above->text.slice(2, above->text.view().size())
                                                   : split(above->text).rest;
  line.append_mapped(" ", line.span());
  line.append(item->text, 0, item->text.view().size());
  std::vector<Equation> equations = read_equations(line);
  if (equations.size() == 1 && equations.front().sides.size() == 2)
    out.push_back({std::move(equations.front()), fragment, {}});
}

/// What an item contributes to a total: its one quantity, or the result of its equation.
std::optional<Text> part_of(const Text& text) {
  const Line line = split(text);
  if (looks_of(line.rest).face == Face::quantity) {
    return line.rest.slice(looks_of(line.rest).begin, looks_of(line.rest).end);
  }
  return result_of(text);
}

/// The items of the same depth directly above a total, which must all be parts of it.
void total(const Document& document, std::size_t fragment, std::vector<Apart>& out) {
  const auto* last = std::get_if<Passage>(&document.fragments[fragment]);
  if (last == nullptr || last->kind == Passage::Kind::heading || last->kind == Passage::Kind::code) return;
  if (!last->may_state || !is_total(label_of(last->text.view()))) return;
  const Line line = split(last->text);
  const Looks stated = looks_of(line.rest);
  if (stated.face != Face::quantity) return;
  const Passage* above = fragment > 0 ? item_at(document, fragment - 1) : nullptr;
  if (above == nullptr) return;
  const int depth = last->kind == Passage::Kind::item ? last->depth : above->depth;
  std::size_t first = fragment;
  for (; first > 0; --first) {
    const Passage* const item = item_at(document, first - 1);
    if (item == nullptr || item->depth < depth || item->section != last->section) break;
  }
  Sum sum;
  for (std::size_t i = first; i < fragment; ++i) {
    const Passage* const item = item_at(document, i);
    if (item->depth > depth) continue;
    const auto part = part_of(item->text);
    if (!part || !sum.add(split(item->text).label, *part)) return;
  }
  if (auto equation = sum.compared_with(line.label, line.rest.slice(stated.begin, stated.end)))
    out.push_back({std::move(*equation), fragment, {}});
}

}  // namespace

void gather_lists(const Document& document, std::vector<Apart>& out) {
  for (std::size_t i = 0; i < document.fragments.size(); ++i) {
    nested(document, i, out);
    continued(document, i, out);
    total(document, i, out);
  }
}

}  // namespace reckon::document

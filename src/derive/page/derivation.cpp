// SPDX-License-Identifier: MIT
#include "derive/page/derivation.hpp"

#include <algorithm>

namespace reckon::derive {

std::string_view name(Generator generator) {
  switch (generator) {
    case Generator::written:
      return "written";
    case Generator::continued:
      return "continued";
    case Generator::elided:
      return "elided";
    case Generator::spoken:
      return "spoken";
    case Generator::nearby:
      return "nearby";
    case Generator::row:
      return "row";
    case Generator::total:
      return "total";
    case Generator::known:
      return "known";
    case Generator::repeated:
      return "repeated";
  }
  return "";
}

base::Span place_of(const Page& page, const Derivation& derivation) {
  if (derivation.end > derivation.begin) return page.span(derivation.line, derivation.begin, derivation.end);
  const std::vector<MentionId> operands = operands_of(page, derivation);
  return operands.empty() ? page.span(derivation.target) : page.span(operands.front());
}

std::vector<MentionId> operands_of(const Page& page, const Derivation& derivation) {
  std::vector<MentionId> out;
  for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
    if (page.nodes[i].operation == arithmetic::Operation::figure) out.push_back(page.nodes[i].a);
  }
  if (derivation.gap != nowhere) out.push_back(derivation.gap);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool uses(const Page& page, const Derivation& derivation, MentionId id) {
  const std::vector<MentionId> operands = operands_of(page, derivation);
  return std::binary_search(operands.begin(), operands.end(), id);
}

}  // namespace reckon::derive

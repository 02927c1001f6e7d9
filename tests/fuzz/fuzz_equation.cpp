// SPDX-License-Identifier: MIT
// Any text as a passage: reading ends without a fault, sides lie inside the text, in order and apart, and
// every formula is whole.
#include "document/equation.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace reckon;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_whole(const document::Side& side) {
  const auto& nodes = side.expression.nodes;
  require(!nodes.empty());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    for (const std::uint32_t operand : nodes[i].operands) require(operand < i);
    require((nodes[i].operation == formula::Operation::literal) == nodes[i].operands.empty());
  }
  for (const document::Alternative& alternative : side.alternatives) {
    require(alternative.node < nodes.size());
    require(nodes[alternative.node].operation == formula::Operation::literal);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Sources sources;
  const base::SourceId id = sources.add("passage", std::string(reinterpret_cast<const char*>(data), size));
  const document::Text text = document::Text::verbatim(sources, sources.whole(id));
  std::size_t last = 0;
  for (const document::Equation& equation : document::read_equations(text)) {
    require(equation.sides.size() >= 2);
    require(sources.whole(id).contains(equation.span));
    for (const document::Side& side : equation.sides) {
      require(last <= side.begin && side.begin < side.end && side.end <= size);
      require(equation.span.contains(side.span));
      last = side.end;
      require_whole(side);
    }
  }
  return 0;
}

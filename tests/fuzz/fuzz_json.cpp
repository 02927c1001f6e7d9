// SPDX-License-Identifier: MIT
// Any bytes as JSON: no crash, spans inside the text and inside their parents, verbatim scalars as they say.
#include "spans.hpp"
#include "tree/read.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reckon;
  base::Sources sources;
  const auto id = sources.add("fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
  const tree::Reading reading = tree::read_json(sources, sources.whole(id));
  for (const tree::Node& root : reading.documents) fuzz::check_tree(sources, root, true);
  for (const auto& problem : reading.problems) fuzz::check_span(sources, problem.primary.span);
  return 0;
}

// SPDX-License-Identifier: MIT
// Any bytes as YAML in both dialects: no crash, spans inside the text, verbatim scalars as they say.
#include "spans.hpp"
#include "tree/read.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reckon;
  base::Sources sources;
  const auto id = sources.add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  for (const auto dialect : {tree::YamlDialect::catalogue, tree::YamlDialect::response}) {
    const tree::Reading reading = tree::read_yaml(sources, sources.whole(id), dialect);
    // An alias shows where its value stands, which is outside its parent.
    for (const tree::Node& root : reading.documents) fuzz::check_tree(sources, root, false);
    for (const auto& problem : reading.problems) fuzz::check_span(sources, problem.primary.span);
  }
  return 0;
}

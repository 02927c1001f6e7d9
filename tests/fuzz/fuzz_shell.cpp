// SPDX-License-Identifier: MIT
// Any bytes as a shell script: no crash, every span inside the text.
#include "spans.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reckon;
  base::Sources sources;
  const auto id = sources.add("fuzz.sh", std::string(reinterpret_cast<const char*>(data), size));
  fuzz::check_document(sources, document::read(sources, id));
  return 0;
}

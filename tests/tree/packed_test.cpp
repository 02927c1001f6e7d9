// SPDX-License-Identifier: MIT
#include "tree/packed.hpp"

#include "tree/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace reckon;
using namespace reckon::tree;

namespace {

bool is_same(const Node& a, const Node& b);

bool is_same(const Member& a, const Member& b) {
  return a.key == b.key && a.key_span == b.key_span && is_same(a.value, b.value);
}

bool is_same(const Node& a, const Node& b) {
  const auto same = [](const auto& one, const auto& other) { return is_same(one, other); };
  return a.kind == b.kind && a.span == b.span && a.text_span == b.text_span && a.text == b.text &&
         a.verbatim == b.verbatim &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same);
}

}  // namespace

TEST_CASE("what is packed comes back with every place and text") {
  const Sample sample = read_yaml_sample(
      "harbour: &h\n"
      "  berths: [12, 'the fifth', \"caf\\u00e9\", ~]\n"
      "  \"key with \\\"quotes\\\"\": |\n    two\n    lines\n"
      "  folded: >\n    one\n    two\n"
      "  nothing:\n"
      "  empty: {}\n"
      "again: *h\n"
      "truth: true\n");
  REQUIRE(sample.reading.documents.size() == 1);
  const Node& tree = sample.reading.documents.front();
  CHECK(is_same(tree, unpack(pack(tree), sample.sources, 0)));
  CHECK_FALSE(is_same(tree, unpack(pack(tree.members.front().value), sample.sources, 0)));
}

TEST_CASE("a packed tree stands in the source that it is unpacked for") {
  Sample sample = read_yaml_sample("tide: 4.5 m\n");
  const std::vector<std::uint32_t> packed = pack(sample.reading.documents.front());
  const auto copy = sample.sources.add("copy.yaml", "tide: 4.5 m\n");
  const Node node = unpack(packed, sample.sources, copy);
  REQUIRE(node.find("tide") != nullptr);
  CHECK(node.find("tide")->span == base::Span{copy, 6, 11});
  CHECK(node.find("tide")->text == "4.5 m");
}

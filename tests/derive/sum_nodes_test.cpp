// SPDX-License-Identifier: MIT
// Sums as nodes of a page.
#include "derive/search/sum_nodes.hpp"

#include "derive/page/read_page.hpp"
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

#include <numeric>

namespace reckon::derive {
namespace {

std::vector<MentionId> all_of(const Page& page) {
  std::vector<MentionId> out(page.mentions.size());
  std::iota(out.begin(), out.end(), 0U);
  return out;
}

TEST_CASE("a few terms are added one by one") {
  const Sample sample("12 GB, 8 GB and 21 GB");
  Page page = read_page(sample.sources, sample.document);
  const std::uint32_t root = add_sum(page, all_of(page));
  CHECK(page.nodes[root].operation == arithmetic::Operation::add);
  CHECK(page.nodes.size() == 5);
  CHECK(page.constants.empty());
}

TEST_CASE("many terms are their value, told in the unit of the first") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "2 GB, ";
  const Sample sample("- " + text);
  Page page = read_page(sample.sources, sample.document);
  const std::uint32_t root = add_sum(page, all_of(page));
  REQUIRE(page.nodes[root].operation == arithmetic::Operation::constant);
  const Constant& constant = page.constants[page.nodes[root].a];
  CHECK(constant.value == 600e9);
  CHECK(constant.like == 0);
}

}  // namespace
}  // namespace reckon::derive

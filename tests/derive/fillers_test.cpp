// SPDX-License-Identifier: MIT
// What may stand for an operand that is missing or named.
#include "derive/written/fillers.hpp"

#include "derive/page/read_page.hpp"
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

/// The fillers of the last chain's side with a hole, the likeliest first.
std::vector<std::string> fillers(const std::string& text) {
  const Sample sample(text);
  const Naming naming = name_mentions(sample.page());
  const Fillers all(sample.page(), naming);
  Page page = read_page(sample.sources, sample.document);
  base::Arena arena;
  std::vector<std::string> out;
  for (const WrittenChain& written : read_written(page, arena)) {
    for (const arithmetic::Side& side : written.chain.sides) {
      if (!side.has_gap && !side.has_name) continue;
      out.clear();
      for (const Filler& filler : all.of(written.line, side, page.nodes))
        out.push_back(sample.text(filler.mention));
    }
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST_CASE("a gap is filled by the numbers before it, the nearest first") {
  CHECK(fillers("12 nodes, 36 GB; × 3 copies = 108 GB") == Texts{"36 GB", "12 nodes"});
  CHECK(fillers("36 GB\n\n× 3 copies = 108 GB") == Texts{"36 GB"});
}

TEST_CASE("a name is filled by the numbers of that label") {
  CHECK(fillers("Peak QPS = 5,000\n\nSize = 2 KB\n\nQPS × 3 = 15,000") == Texts{"5,000"});
  CHECK(fillers("QPS × 3 = 15,000").empty());
  CHECK(fillers("Size = 2 KB\n\nQPS × 3 = 15,000").empty());
}

TEST_CASE("a side with two holes is not filled") {
  CHECK(fillers("QPS = 5,000\n\nQPS × QPS = 25,000,000").empty());
}

}  // namespace
}  // namespace reckon::derive

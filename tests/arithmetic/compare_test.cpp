// SPDX-License-Identifier: MIT
// Whether a stated number is what a calculation comes to, and what has to be taken for granted for that.
#include "arithmetic/compare.hpp"

#include "arithmetic/evaluate.hpp"
#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

/// "417 × 3 = 1,251" held against its last number: what is supposed, or "no, 1251", or "not comparable".
std::string hold(std::string_view text, bool exact = false) {
  const Sample sample(text);
  const Chain& chain = sample.chain();
  Surroundings around;
  for (const Side& side : chain.sides) look_around(sample.tokens, sample.nodes, side, around);
  Surroundings operands;
  look_around(sample.tokens, sample.nodes, chain.sides.front(), operands);
  around.rate = operands.rate;
  Said said;
  said.link = chain.links.back();
  said.exact = exact;
  said.bare = true;
  for (std::uint32_t i = chain.sides.front().first_node; i <= chain.sides.front().root; ++i) {
    const Node& node = sample.nodes[i];
    said.rounds = said.rounds || node.operation == Operation::ceil;
    if (node.operation != Operation::figure) continue;
    const units::Unit& unit = sample.tokens.figures[node.a].unit;
    if (unit.dimension.without_counts().is_dimensionless()) continue;
    said.bare = false;
    said.factors.push_back(unit.factor);
  }
  said.rounds = said.rounds || said.link.rounding != Rounding::unsaid;
  const Figure& stated = sample.tokens.figures[sample.nodes[chain.sides.back().root].a];
  const Comparison got =
      compare(sample.tokens, outcomes(sample.tokens, sample.nodes, chain.sides.front(), around, {}), stated,
              said, around);
  if (!got.comparable) return "not comparable";
  if (!got.holds) return fmt::format("no, {:.6g}", got.right);
  std::string out;
  for (const Price& price : price_table()) {
    if ((got.supposed & one(price.supposition)) != 0) out += (out.empty() ? "" : " ") + std::string(price.id);
  }
  return out;
}

TEST_CASE("a stated number agrees with a calculation, or does not") {
  struct Row {
    const char* text;
    const char* holds;
  };
  const Row rows[] = {
      {"12 × 4 = 48", "as-written"},
      {"12 × 4 = 58", "no, 48"},
      {"12 × 3 GB = 36 GB", "as-written"},
      {"12 × 3 GB = 48 GB", "no, 36"},
      {"12 × 3 GB = 36 s", "not comparable"},
      // digits
      {"417 × 3 = 1,250", "shown-digits"},
      {"2.1 KB × 40,000 = 85.7 MB", "hidden-digits"},
      {"5 / 0.7 = 7.1", "as-written"},
      {"25 / 3 = 8.35", "no, 8.33333"},
      {"199 × 10 = 1.9K", "cut-digits"},
      // marks of approximation
      {"24 × 4 ≈ 97", "about-one-digit"},
      {"83 × 100 ≈ 9,000", "about-coarse"},
      {"60 × 100 ≈ 10,000", "no, 6000"},
      // whole things
      {"100.0 / 30 = 4 servers", "rounded-up-count"},
      {"500 / 30 = 16 servers", "rounded-down-count"},
      {"100.0 / 30 = 5 servers", "no, 3.33333"},
      {"5 / 0.7 → 10 cores", "next-size"},
      // periods
      {"36 MB/day × 1 = 417 B/s", "as-written"},
      {"400/s × 1 day = 34,560,000", "as-written"},
      {"100,000/day × 3 = 300,000", "as-written period-unsaid"},
      {"2 MB/s × 30 days = 60 MB", "no, 5.184e+06"},
      // bits and bytes
      {"100 MB/s × 8 = 800 Mbps", "as-written bits-per-byte"},
      {"3 × 10 GB = 30 Gb", "as-written bits-as-bytes"},
      // prefixes of 1024 where a prefix changes
      {"1,024 MB × 2 = 2.00 GB", "as-written binary-prefix"},
      // bounds and ranges
      {"10 × 5 = at least 45", "bound-holds"},
      {"10 × 5 = at least 60", "no, 50"},
      {"100 × 2 KB = 150-250 KB", "as-written"},
      {"100 × 2 KB = 250-350 KB", "no, 200"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(hold(row.text) == row.holds);
  }
}

TEST_CASE("exact digits are meant to the last") {
  CHECK(hold("24 × 4 = 96", true) == "as-written");
  CHECK(hold("24 × 4 = 100", true) == "no, 96");
  CHECK(hold("24 × 4 = 100", false) != "no, 96");
}

TEST_CASE("what is said to be rounded up is rounded up") {
  CHECK(hold("ceil(100.8) = 101") == "as-written");
  CHECK(hold("ceil(100.8) = 100") == "no, 101");
  CHECK(hold("502 GB / 5.00 GB = 101 nodes (rounded up)") == "rounded-up-count");
  CHECK(hold("504 GB / 5.00 GB = 100 nodes (rounded up)") == "no, 101");
  CHECK(hold("504 GB / 5.00 GB = 100 nodes (rounded down)") == "rounded-down-count");
}

TEST_CASE("numbers alone are held against each other by their digits") {
  const Sample sample("1,200 or 1,234");
  const auto agrees = [&](std::size_t figure, double value) {
    const Agreement got = agree(value, value, value, sample.tokens.figures.at(figure), {});
    return got.holds ? std::string(price_of(got.supposition).id) : std::string("no");
  };
  CHECK(agrees(0, 1200.4) == "as-written");
  CHECK(agrees(0, 1240) == "shown-digits");
  CHECK(agrees(1, 1234.4) == "as-written");
  CHECK(agrees(1, 1240) == "no");
}

TEST_CASE("a whole number of things that was rounded up is right where small numbers are exact") {
  CHECK(hold("100 / 30 = 4 servers", true) == "rounded-up-count");
}

TEST_CASE("a quotient that is said to be rounded up is not cut off") {
  CHECK(hold("504 / 5 = 100, rounded up").starts_with("no"));
}

TEST_CASE("a count that is said to be rounded up is not the nearest one") {
  CHECK(hold("502 GB / 5.00 GB = 100 nodes (rounded up)").starts_with("no"));
}

TEST_CASE("a mark of approximation does not double a number") {
  CHECK(hold("86,400 × 12 ≈ 2M").starts_with("no"));
}

}  // namespace
}  // namespace reckon::arithmetic

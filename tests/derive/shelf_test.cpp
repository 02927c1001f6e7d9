// SPDX-License-Identifier: MIT
// Numbers by dimension and size.
#include "derive/search/shelf.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

std::vector<std::uint32_t> found(const Shelf& shelf, std::uint32_t kind, double one, double other) {
  Choice choice;
  shelf.between(kind, one, other, choice);
  std::vector<std::uint32_t> out;
  while (!choice.empty()) out.push_back(choice.take());
  return out;
}

TEST_CASE("what stands between two values of one kind is found by size") {
  Shelf shelf;
  shelf.add(2, 30.0, 0);
  shelf.add(0, 20.0, 1);
  shelf.add(2, 10.0, 2);
  shelf.add(2, 20.0, 3);
  shelf.sort();
  using Indexes = std::vector<std::uint32_t>;
  CHECK(found(shelf, 2, 10.0, 25.0) == Indexes{2, 3});
  CHECK(found(shelf, 2, 25.0, 10.0) == Indexes{2, 3});
  CHECK(found(shelf, 0, 0.0, 100.0) == Indexes{1});
  CHECK(found(shelf, 2, 31.0, 40.0).empty());
  CHECK(found(shelf, 1, 0.0, 100.0).empty());
  CHECK(found(shelf, 3, 0.0, 100.0).empty());
}

TEST_CASE("an empty shelf has nothing") {
  Shelf shelf;
  shelf.sort();
  CHECK(found(shelf, 0, 0.0, 1.0).empty());
}

}  // namespace
}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// Includes make no circles: a unit stands on what is below it and knows nothing of what stands on it.
#include "house/units_of_code.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::house {
namespace {

TEST_CASE("units do not include each other in circles") {
  for (const auto& cycle : cycles(unit_graph(files({"src"}, {".hpp", ".cpp"})))) {
    FAIL_CHECK(fmt::format("{} units: {}", cycle.size(), fmt::join(cycle, ", ")));
  }
}

TEST_CASE("the largest circle of includes comes first, and a unit that stands aside is in none") {
  const UnitGraph graph{{"a", {"b"}}, {"b", {"a", "c"}}, {"c", {"d"}}, {"d", {"e"}},
                        {"e", {"c"}}, {"f", {"a"}},      {"g", {}}};
  CHECK(cycles(graph) == std::vector<std::vector<std::string>>{{"c", "d", "e"}, {"a", "b"}});
  CHECK(cycles({{"a", {"b", "c"}}, {"b", {"c"}}, {"c", {}}}).empty());
}

TEST_CASE("a header and the source of its name are one unit") {
  const auto file = [](std::string path, std::string include) {
    return File{std::move(path), "x", {}, {{1, std::move(include), true}}};
  };
  const UnitGraph graph = unit_graph({file("src/x/a.cpp", "x/b.hpp"), file("src/x/a.hpp", "x/none.hpp"),
                                      file("src/x/b.cpp", "x/b.hpp"), file("src/x/b.hpp", "x/a.hpp")});
  CHECK(graph == UnitGraph{{"x/a", {"x/b"}}, {"x/b", {"x/a"}}});
  CHECK(cycles(graph).size() == 1);
}

}  // namespace
}  // namespace reckon::house

// SPDX-License-Identifier: MIT
// A table as a matrix of numbers.
#include "derive/tables/table_numbers.hpp"

#include "derive/page/read_page.hpp"
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("a cell states the number that it begins with, or that its calculation ends with") {
  const Sample sample(
      "| part | size | note |\n|---|---|---|\n| log | 12 GB of 40 | 5 × 3 = 15 |\n| index | 2-3 GB | 5 × 3 "
      "|\n"
      "| Total | ~14 GB | |\n");
  Page page = read_page(sample.sources, sample.document);
  base::Arena arena;
  const TableNumbers numbers = numbers_of(page, page.tables.front(), read_written(page, arena));
  CHECK(numbers.columns == 3);
  CHECK(numbers.rows == 3);
  const auto at = [&](std::uint32_t row, std::uint32_t column) {
    const MentionId id = numbers.at(row, column);
    return id == nowhere ? std::string() : sample.text(id);
  };
  CHECK(at(0, 0).empty());
  CHECK(at(0, 1) == "12 GB");
  CHECK(at(0, 2) == "15");
  CHECK(at(1, 1).empty());  // a range
  CHECK(at(1, 2).empty());  // a calculation without a result
  CHECK(at(2, 1) == "14 GB");
  CHECK(numbers.filled == std::vector<std::uint32_t>{0, 2, 1});
  CHECK(numbers.kinds == std::vector<RowKind>{RowKind::plain, RowKind::plain, RowKind::total});
}

}  // namespace
}  // namespace reckon::derive

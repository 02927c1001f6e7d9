// SPDX-License-Identifier: MIT
#include "document/text.hpp"

#include <catch2/catch.hpp>

using namespace reckon;
using namespace reckon::document;

namespace {

/// "ab" at 10, " " for 12 to 15, "cd" at 15.
Text broken() {
  Text text;
  text.append("ab", 0, 10);
  text.append_mapped(" ", {0, 12, 15});
  text.append("cd", 0, 15);
  return text;
}

}  // namespace

TEST_CASE("every part of a text knows its span") {
  const Text text = broken();
  CHECK(text.view() == "ab cd");
  CHECK(text.span(0, 2) == base::Span{0, 10, 12});
  CHECK(text.span(1, 2) == base::Span{0, 11, 12});
  CHECK(text.span(1, 4) == base::Span{0, 11, 16});
  CHECK(text.span(2, 3) == base::Span{0, 12, 15});
  CHECK(text.span() == base::Span{0, 10, 17});
}

TEST_CASE("an empty part is a place") {
  const Text text = broken();
  CHECK(text.span(0, 0) == base::Span{0, 10, 10});
  CHECK(text.span(2, 2) == base::Span{0, 12, 12});
  CHECK(text.span(3, 3) == base::Span{0, 15, 15});
  CHECK(text.span(5, 5) == base::Span{0, 17, 17});
  CHECK(text.span(9, 99) == base::Span{0, 17, 17});
  CHECK(Text().span(0, 3) == base::Span{});
}

TEST_CASE("neighbours in the source join into one piece") {
  Text text;
  text.append("ab", 0, 10);
  text.append("cd", 0, 12);
  CHECK(text.contiguous() == base::Span{0, 10, 14});
  text.append("e", 0, 20);
  CHECK_FALSE(text.contiguous().has_value());
  CHECK_FALSE(Text().contiguous().has_value());
}

TEST_CASE("a slice keeps its places") {
  const Text slice = broken().slice(1, 4);
  CHECK(slice.view() == "b c");
  CHECK(slice.span() == base::Span{0, 11, 16});
  CHECK(slice.span(1, 2) == base::Span{0, 12, 15});
  CHECK(broken().slice(3, 99).contiguous() == base::Span{0, 15, 17});
  CHECK(broken().slice(4, 2).empty());
}

TEST_CASE("trimming takes blanks off both ends") {
  Text text;
  text.append(" \tx y\r\n", 0, 5);
  CHECK(text.trimmed().view() == "x y");
  CHECK(text.trimmed().span() == base::Span{0, 7, 10});
  text = {};
  text.append(" \n", 0, 0);
  CHECK(text.trimmed().empty());
}

TEST_CASE("the first byte behind a place in the source") {
  const Text text = broken();
  CHECK(text.first_from(0) == 0);
  CHECK(text.first_from(11) == 1);
  CHECK(text.first_from(12) == 2);
  CHECK(text.first_from(13) == 3);
  CHECK(text.first_from(99) == 5);
}

// SPDX-License-Identifier: MIT
#include "base/source.hpp"

#include <catch2/catch.hpp>

namespace reckon::base {
namespace {

struct Lines {
  Sources sources;
  SourceId id;
  explicit Lines(std::string text) : id(sources.add("sample", std::move(text))) {}
};

TEST_CASE("a span covers half-open bytes of one source") {
  const Span span{0, 3, 7};
  CHECK(span.size() == 4);
  CHECK_FALSE(span.empty());
  CHECK(Span{0, 3, 3}.empty());
  CHECK(span.contains({0, 3, 7}));
  CHECK(span.contains({0, 7, 7}));
  CHECK_FALSE(span.contains({0, 2, 7}));
  CHECK_FALSE(span.contains({0, 3, 8}));
  CHECK_FALSE(span.contains({1, 4, 5}));
}

TEST_CASE("joining covers both spans in either order") {
  CHECK(join({2, 1, 4}, {2, 6, 9}) == Span{2, 1, 9});
  CHECK(join({2, 6, 9}, {2, 1, 4}) == Span{2, 1, 9});
  CHECK(join({2, 1, 9}, {2, 3, 4}) == Span{2, 1, 9});
}

TEST_CASE("sources keep their names and texts, and views outlive later additions") {
  Sources sources;
  const SourceId first = sources.add("first", "a short text");
  const std::string_view view = sources.text(first);
  for (int i = 0; i < 100; ++i) sources.add("another", "text");
  CHECK(sources.size() == 101);
  CHECK(sources.name(first) == "first");
  CHECK(view == "a short text");
  CHECK(sources.text(Span{first, 2, 7}) == "short");
  CHECK(sources.text(sources.whole(first)) == "a short text");
}

TEST_CASE("places are 1-based and count code points") {
  struct Row {
    std::size_t offset;
    Place place;
  };
  const Lines sample("ab\nµs = 5\n\nlast");
  const auto check = [&sample](const Row& row) {
    INFO(row.offset);
    CHECK(sample.sources.place(sample.id, row.offset) == row.place);
  };
  check({0, {1, 1}});
  check({2, {1, 3}});
  check({3, {2, 1}});
  check({5, {2, 2}});  // behind the two bytes of µ
  check({8, {2, 5}});
  check({11, {3, 1}});
  check({12, {4, 1}});
  check({16, {4, 5}});  // the end of the text
}

TEST_CASE("lines come without their terminators") {
  const Lines sample("one\r\ntwo\n\nfour\n");
  CHECK(sample.sources.line(sample.id, 1) == "one");
  CHECK(sample.sources.line(sample.id, 2) == "two");
  CHECK(sample.sources.line(sample.id, 3).empty());
  CHECK(sample.sources.line(sample.id, 4) == "four");
  CHECK(sample.sources.line(sample.id, 5).empty());
  CHECK(sample.sources.line(sample.id, 0).empty());
  CHECK(sample.sources.line(sample.id, 99).empty());
}

TEST_CASE("a line starts where the one before ended") {
  const Lines sample("one\r\ntwo\n");
  CHECK(sample.sources.line_start(sample.id, 1) == 0);
  CHECK(sample.sources.line_start(sample.id, 2) == 5);
  CHECK(sample.sources.line_start(sample.id, 3) == 9);
  CHECK(sample.sources.line_start(sample.id, 4) == 9);
}

TEST_CASE("an empty text has one empty line") {
  const Lines sample("");
  CHECK(sample.sources.whole(sample.id).empty());
  CHECK(sample.sources.place(sample.id, 0) == Place{1, 1});
  CHECK(sample.sources.line(sample.id, 1).empty());
}

TEST_CASE("a column of a long line is found without counting the line") {
  std::string text = "\xc2\xb5\n";
  for (int i = 0; i < 3000; ++i) text += "\xc2\xb5s\xff";  // three code points, one of them broken
  text += "\nlast";
  const Lines sample(text);
  const std::size_t start = 3;
  for (const std::size_t triple : {0U, 1U, 341U, 342U, 1023U, 1024U, 1365U, 2999U}) {
    INFO(triple);
    CHECK(sample.sources.place(sample.id, start + 4 * triple) == Place{2, 3 * triple + 1});
    CHECK(sample.sources.place(sample.id, start + 4 * triple + 3) == Place{2, 3 * triple + 3});
  }
  CHECK(sample.sources.place(sample.id, start + 12000) == Place{2, 9001});
  CHECK(sample.sources.place(sample.id, start + 12003) == Place{3, 3});
}

}  // namespace
}  // namespace reckon::base

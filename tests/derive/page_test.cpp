// SPDX-License-Identifier: MIT
// A document as its numbers: where each stands, in which sentence, and with which unit.
#include "derive/page/page.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("every number of a document is a mention, in order, with the span of its text") {
  const Sample sample("# Plan for 3 zones\n\nWe write **36M** records. Each has 90 bytes.\n\n- 12 nodes\n");
  const Page& page = sample.page();
  CHECK(page.lexed == page.mentions.size());
  std::vector<std::string> texts;
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    texts.push_back(sample.text(id));
    CHECK(Page::mention_of(page.token_of(id).index) == id);
  }
  CHECK(texts == std::vector<std::string>{"3 zones", "36M** records", "90 bytes", "12 nodes"});
}

TEST_CASE("a cell with one number is kept in little memory: 8 MB hold 1.7 million of them") {
  constexpr std::size_t tokens = 2;  // the number and the end of the line
  CHECK(sizeof(document::Cell) + sizeof(Line) + tokens * sizeof(arithmetic::Token) +
            sizeof(arithmetic::Figure) + sizeof(Mention) <=
        216);
}

TEST_CASE("a sentence begins where the one before ends, and is found by its tokens") {
  const Sample sample("We run 12 nodes. Each has 64 GB.\n\nIn all 768 GB.");
  const Sentences& sentences = sample.page().sentences;
  REQUIRE(sentences.size() >= 3);
  for (SentenceId id = 0; id < sentences.size(); ++id) {
    const Sentence sentence = sentences[id];
    if (id > 0) CHECK(sentences[id - 1].end_token == sentence.first_token);
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token)
      CHECK(sentences.at(token) == id);
  }
  CHECK(sentences[sentences.size() - 1].end_mention == sample.page().mentions.size());
}

TEST_CASE("a line knows its seat") {
  const Sample sample(
      "# 1 plan\n\n2 nodes\n\n- 3 nodes\n  - 4 nodes\n\n| a | 5 |\n|---|---|\n| b | 6 |\n\n```\n7 = "
      "7\n```\n");
  const auto seat = [&](std::string_view text) { return sample.page().line_of(sample.find(text)).seat; };
  CHECK(seat("2 nodes") == Seat::paragraph);
  CHECK(seat("3 nodes") == Seat::item);
  CHECK(seat("5") == Seat::header);
  CHECK(seat("6") == Seat::cell);
  const auto depth = [&](std::string_view text) { return sample.page().line_of(sample.find(text)).depth; };
  CHECK(depth("4 nodes") == depth("3 nodes") + 1);
}

TEST_CASE("sentences end at stops, and numbers know theirs") {
  const Sample sample("We have 12 nodes. Each has 64 GB and 8 cores.");
  const auto sentence = [&](std::string_view text) {
    return sample.page().mentions[sample.find(text)].sentence;
  };
  CHECK(sentence("12 nodes") + 1 == sentence("64 GB"));
  CHECK(sentence("64 GB") == sentence("8 cores"));
}

TEST_CASE("a table is a grid of lines") {
  const Sample sample("| part | size |\n|---|---|\n| log | 5 GB |\n| index | |\n");
  REQUIRE(sample.page().tables.size() == 1);
  const Grid& grid = sample.page().tables.front();
  CHECK(grid.columns == 2);
  CHECK(grid.rows == 2);
  CHECK(grid.at(2, 1) == nowhere);
  const Line& cell = sample.page().line_of(sample.find("5 GB"));
  CHECK(cell.row == 1);
  CHECK(cell.column == 2);
  CHECK(&sample.page().lines[grid.at(1, 1)] == &cell);
}

TEST_CASE("scalars of data with a digit are lines with a pointer") {
  const Sample sample(R"({"capacity": {"nodes": 12, "note": "12 × 4 = 48", "name": "db"}})", "plan.json");
  const Line& nodes = sample.page().line_of(0);
  CHECK(sample.page().pointer(nodes) == "/capacity/nodes");
  CHECK(nodes.seat == Seat::value);
  const Line& note = sample.page().line_of(sample.find("48"));
  CHECK(sample.page().pointer(note) == "/capacity/note");
  CHECK(note.seat == Seat::string);
  CHECK(sample.page().lines.size() == 2);
}

TEST_CASE("the unit of a mention is shown as written") {
  const Sample sample("It takes 400 writes per second and 5 of them.");
  CHECK(sample.page().unit_text(sample.find("400 writes per second")) == "writes per second");
  CHECK(sample.page().unit_text(sample.find("5")).empty());
}

}  // namespace
}  // namespace reckon::derive

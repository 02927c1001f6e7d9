// SPDX-License-Identifier: MIT
#include "document/node_text.hpp"

#include "tree/read.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace reckon::document {
namespace {

/// A JSON string as a text, and the source of each part of it that says `part`.
struct Told {
  base::Sources sources;
  Text text;

  explicit Told(const std::string& json) {
    const base::SourceId id = sources.add("a.json", json);
    const tree::Reading reading = tree::read_json(sources, sources.whole(id));
    if (!reading.documents.empty()) text = text_of(sources, reading.documents.front());
  }

  [[nodiscard]] std::string source_of(std::string_view part) const {
    const std::size_t at = text.view().find(part);
    return at == std::string_view::npos ? "(none)"
                                        : std::string(sources.text(text.span(at, at + part.size())));
  }
};

}  // namespace

TEST_CASE("each escape of a JSON string leads back to itself, what stands between to its own bytes") {
  const Told told(R"("SELECT \"a\"\nFROM t \u00d7 \ud83d\ude00 WHERE x\/y")");
  CHECK(told.text.view() == "SELECT \"a\"\nFROM t × 😀 WHERE x/y");
  CHECK(told.source_of("SELECT") == "SELECT");
  CHECK(told.source_of("\n") == R"(\n)");
  CHECK(told.source_of("\"a\"") == R"(\"a\")");
  CHECK(told.source_of("FROM t") == "FROM t");
  CHECK(told.source_of("×") == R"(\u00d7)");
  CHECK(told.source_of("😀") == R"(\ud83d\ude00)");
  CHECK(told.source_of("x/y") == R"(x\/y)");
}

TEST_CASE("a text without escapes is copied byte for byte, an empty one is empty") {
  CHECK(Told(R"("plain × text")").text.contiguous().has_value());
  CHECK(Told(R"("")").text.empty());
}

TEST_CASE("whatever a JSON string says, its text says the same") {
  CHECK(rc::check("texts", [](const std::string& bytes) {
    const std::string json =
        nlohmann::json(bytes).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    const Told told(json);
    RC_ASSERT(told.text.view() == nlohmann::json::parse(json).get<std::string>());
    const base::Span whole = told.text.span();
    RC_ASSERT(told.text.empty() || (whole.begin == 1 && whole.end + 1 == json.size()));
  }));
}

}  // namespace reckon::document

// SPDX-License-Identifier: MIT
#include "units/unit.hpp"

#include "units/domain.hpp"
#include "units/lookup.hpp"
#include "units/notes.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace reckon::units {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Unit unit(std::string_view text) {
  INFO(text);
  const auto read = read_unit(text);
  REQUIRE(read);
  return *read;
}

}  // namespace

TEST_CASE("rows of the table have the dimensions of the static types") {
  CHECK(unit("s").dimension == dimension_of<domain::Time>);
  CHECK(unit("B").dimension == dimension_of<domain::Data>);
  CHECK(unit("USD").dimension == dimension_of<domain::Money>);
  CHECK(unit("m").dimension == dimension_of<domain::Length>);
  CHECK(unit("Hz").dimension == dimension_of<domain::Frequency>);
  CHECK(unit("Gbps").dimension == dimension_of<domain::Bandwidth>);
  CHECK(unit("TPS").dimension == dimension_of<domain::RequestRate>);
  CHECK(unit("message/s").dimension == dimension_of<domain::MessageRate>);
  CHECK(unit("us*core/request").dimension == dimension_of<domain::CoreTimePerRequest>);
  CHECK(unit("request/s/node").dimension == dimension_of<domain::RequestRatePerNode>);
}

TEST_CASE("factors are exact") {
  struct Row {
    std::string_view text;
    double factor;
  };
  for (const Row& row : {Row{"s", 1},
                         Row{"ms", 1e-3},
                         Row{"us", 1e-6},
                         Row{"\xc2\xb5s", 1e-6},
                         Row{"\xce\xbcs", 1e-6},
                         Row{"ns", 1e-9},
                         Row{"min", 60},
                         Row{"h", 3600},
                         Row{"day", 86400},
                         Row{"week", 604800},
                         Row{"month", 2592000},
                         Row{"year", 31536000},
                         Row{"B", 1},
                         Row{"kB", 1e3},
                         Row{"KB", 1e3},
                         Row{"TB", 1e12},
                         Row{"KiB", 1024},
                         Row{"EiB", 1152921504606846976.0},
                         Row{"bit", 0.125},
                         Row{"Mbit", 125000},
                         Row{"Mbps", 125000},
                         Row{"MBps", 1e6},
                         Row{"GbE", 125e6},
                         Row{"Mibit", 131072},
                         Row{"rpm", 1.0 / 60},
                         Row{"%", 0.01},
                         Row{"mCPU", 1e-3},
                         Row{"km", 1e3},
                         Row{"cent", 0.01}}) {
    INFO(row.text);
    CHECK(unit(row.text).factor == row.factor);
  }
}

TEST_CASE("no two rows of the table claim the same spelling") {
  std::map<std::string, std::string_view> words;
  std::map<std::string_view, int> exact;
  for (const ListedSpelling& row : listed_spellings()) {
    INFO(row.text);
    CHECK(++exact[row.text] == 1);
    if (row.ignores_case) CHECK(words.emplace(lower_case(row.text), row.text).second);
  }
}

TEST_CASE(
    "a spelling taken letter for letter differs from a word of another unit, or other cases are refused") {
  for (const ListedSpelling& word : listed_spellings()) {
    if (!word.ignores_case) continue;
    for (const ListedSpelling& other : listed_spellings()) {
      if (other.ignores_case || other.spelling.unit == word.spelling.unit) continue;
      if (lower_case(other.text) != lower_case(word.text)) continue;
      std::string upper(word.text);
      for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
      INFO(word.text << " and " << other.text);
      CHECK_FALSE(explain_spelling(upper).empty());
      CHECK(find_spelling(upper) == nullptr);
    }
  }
}

TEST_CASE("every row is found under its symbol, with a note that exists") {
  for (const UnitRow& row : unit_table()) {
    INFO(row.symbol);
    const Spelling* found = find_spelling(row.symbol);
    REQUIRE(found != nullptr);
    CHECK(found->unit == row.unit);
    CHECK_FALSE(row.about.empty());
    CHECK((row.note.empty() || !note_text(row.note).empty()));
  }
}

TEST_CASE("only whole words are units") {
  for (const char* word :
       {"",   "GBs2", "kkB", "kmin", "mday", "MiKiB", "Gmonth", "foo", "cor", "requestss", "Ks",
        "MS", "KIB",  "mb",  "gb",   "mB",   "BPS",   "Mb s",   "u",   "k",   "%%"}) {
    INFO(word);
    CHECK(find_spelling(word) == nullptr);
  }
}

TEST_CASE("words ignore case and take a plural, symbols do not") {
  for (const char* word : {"Requests", "REQUEST", "Bytes", "Queries", "queries", "entries", "retries",
                           "Megabytes", "gibibyte", "Milliseconds", "cores", "tps", "Mins"}) {
    INFO(word);
    CHECK(find_spelling(word) != nullptr);
  }
  CHECK(unit("Mb") != unit("MB"));
  CHECK(find_spelling("hz") == nullptr);
}

TEST_CASE("a word that only looks like a unit is explained") {
  CHECK_THAT(std::string(explain_spelling("mb")), Catch::Contains("MB"));
  CHECK_THAT(std::string(explain_spelling("gb")), Catch::Contains("GB"));
  CHECK(explain_spelling("foo").empty());
  CHECK_THAT(read_unit("5 mb").error().code, Catch::StartsWith("quantity."));
  CHECK_THAT(suggest_spelling("requst"), Catch::Contains("request"));
}

TEST_CASE("a unit expression divides from the left") {
  CHECK(unit("request/s/node") == unit("request/(s*node)"));
  CHECK(unit("request per second per node") == unit("request/s/node"));
  CHECK(unit("request\xc2\xb7s\xe2\x81\xbb\xc2\xb9") == unit("request/s"));
  CHECK(unit("request*s^-1") == unit("request/s"));
  CHECK(unit("B/s*node") == unit("B*node/s"));
  CHECK(unit("GB-month") == unit("GB*month"));
  CHECK(unit("USD per GB-month").dimension == unit("USD/GB/month").dimension);
  CHECK(unit("USD per GB-month").factor == Approx(unit("USD/GB/month").factor));
  CHECK(unit("1/s") == unit("Hz"));
  CHECK(unit("/s") == unit("Hz"));
  CHECK(unit("1") == Unit{});
  CHECK(unit("") == Unit{});
  CHECK(unit("m**2") == unit("m\xc2\xb2"));
  CHECK(unit("region") == Unit{});
}

TEST_CASE("what is no unit expression is refused where it goes wrong") {
  const auto check = [](std::string_view text, std::string_view code, std::string_view fault) {
    const auto read = read_unit(text);
    INFO(text);
    REQUIRE_FALSE(read);
    const base::Span span = read.error().primary.span;
    CHECK(read.error().code == code);
    CHECK(text.substr(span.begin, span.size()) == fault);
  };
  check("flurb", "quantity.unknown-unit", "flurb");
  check("GB/flurb", "quantity.unknown-unit", "flurb");
  check("GB/", "quantity.trailing-text", "");
  check("GB s", "quantity.trailing-text", "s");
  check("(GB", "quantity.open-bracket", "(");
  check("GB)", "quantity.trailing-text", ")");
  check("mb", "quantity.ambiguous-unit", "mb");
  check("EUR/month", "quantity.other-currency", "EUR");
  check("B^99", "quantity.complex-unit", "^99");
  CHECK_FALSE(read_unit(std::string(100000, '(')));
}

}  // namespace reckon::units

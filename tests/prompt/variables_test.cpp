// SPDX-License-Identifier: MIT
// How a variable's text is read, and what it feeds to the model.
#include "sample.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>

namespace reckon::prompt {
namespace {

Variable quantity_variable(const std::string& unit) {
  Variable out;
  out.name = "amount";
  out.unit_text = unit;
  out.unit = units::read_unit(unit).value();
  return out;
}

Variable text_variable(std::size_t limit) {
  Variable out;
  out.name = "words";
  out.text_limit = limit;
  return out;
}

/// The base value that a pattern finds in a text, as a fed input of the unit takes it.
std::optional<double> fed(const std::string& pattern, const std::string& text, const std::string& unit) {
  const Variable variable = text_variable(200);
  const auto setting = read_variable(variable, text, true);
  REQUIRE(setting.has_value());
  const auto stated = feed(*setting, {"input", pattern, {}}, units::read_unit(unit).value());
  if (!stated) return std::nullopt;
  CHECK(stated->interval.low == stated->interval.high);
  CHECK(stated->dimension == units::read_unit(unit).value().dimension);
  return stated->interval.value;
}

}  // namespace

TEST_CASE("a list is fed as the number of its entries") {
  struct Case {
    const char* text;
    std::vector<std::string_view> entries;
  };
  const Case cases[] = {
      {"US, EU, APAC", {"US", "EU", "APAC"}},
      {"US, EU and APAC", {"US", "EU", "APAC"}},
      {"US; EU; and APAC.", {"US", "EU", "APAC"}},
      {"monthly and yearly", {"monthly", "yearly"}},
      {"Frankfurt", {"Frankfurt"}},
      {"columnar OLAP (Druid, ClickHouse)", {"columnar OLAP (Druid, ClickHouse)"}},
      {"A (b, c), D (e and f)", {"A (b, c)", "D (e and f)"}},
      {"sand andes, android", {"sand andes", "android"}},
      {" , ,", {}},
      {"a), b", {"a)", "b"}},
  };
  for (const Case& row : cases) {
    INFO(row.text);
    CHECK(entries_of(row.text) == row.entries);
    const auto count = fed("{count}", row.text, "node");
    CHECK(count.value_or(0.0) == static_cast<double>(row.entries.size()));
  }
  CHECK(fed("{count}", "US, EU", "%") == Approx(0.02));
  // One entry that is a number says how many there are; in a longer list it is an entry like any other.
  CHECK(fed("{count}", "3", "1") == 3.0);
  CHECK(fed("{count}", "12 regions", "1") == 12.0);
  CHECK(fed("{count}", "3, 4", "1") == 2.0);
  CHECK(fed("{count}", "2.5", "1") == 1.0);
  CHECK(fed("{count}", "5GB", "1") == 1.0);
}

TEST_CASE("an empty text is refused") {
  for (const char* text : {"", "  "}) {
    const Variable variable = text_variable(20);
    const auto setting = read_variable(variable, text, true);
    REQUIRE_FALSE(setting.has_value());
    CHECK(setting.error().code == "prompt.text-empty");
  }
}

TEST_CASE("a quantity may be followed by words") {
  struct Case {
    std::string unit;
    std::string text;
    double expected;  ///< in base units
    units::Comparator comparator;
  };
  const std::vector<Case> cases{
      {"request/s", "100,000 transactions per second", 100000.0, units::Comparator::equal},
      {"request/s", "24k TPS", 24000.0, units::Comparator::equal},
      {"ms", "< 50 ms end-to-end latency", 0.05, units::Comparator::less},
      {"ms", "50 ms", 0.05, units::Comparator::equal},
      {"ms", "  50 ms", 0.05, units::Comparator::equal},
      {"%", "99.999% uptime (5 nines)", 0.99999, units::Comparator::equal},
      {"user", "10M monthly active users", 1e7, units::Comparator::equal},
  };
  for (const Case& row : cases) {
    INFO(row.text);
    const Variable variable = quantity_variable(row.unit);
    const auto setting = read_variable(variable, row.text, true);
    REQUIRE(setting.has_value());
    CHECK(setting->variable == &variable);
    CHECK(setting->text == row.text);
    CHECK(setting->by_user);
    REQUIRE(setting->quantity.has_value());
    CHECK(setting->quantity->interval.value == Approx(row.expected).epsilon(1e-12));
    CHECK(setting->quantity->comparator == row.comparator);
    CHECK(setting->quantity->dimension == variable.unit.dimension);
  }
}

TEST_CASE("a variable is exact: its printed digits leave no room") {
  const Variable variable = quantity_variable("ms");
  const auto setting = read_variable(variable, "50 ms", false);
  REQUIRE(setting.has_value());
  CHECK(setting->quantity->interval == units::exactly(0.05));
  CHECK_FALSE(setting->by_user);
}

TEST_CASE("a variable of another dimension is refused under its name") {
  const std::vector<std::pair<std::string, std::string>> cases{{"ms", "50 GB"},
                                                               {"request/s", "100000"},
                                                               {"ms", "100,000 TPS"},
                                                               {"request/s", "50 ms"},
                                                               {"ms", ""},
                                                               {"ms", "soon"},
                                                               {"GB", "-"}};
  for (const auto& [unit, text] : cases) {
    INFO(unit << " from " << text);
    const auto setting = read_variable(quantity_variable(unit), text, true);
    REQUIRE_FALSE(setting.has_value());
    CHECK(setting.error().message.find("amount: ") == 0);
    CHECK(setting.error().code.find("quantity.") == 0);
  }
}

TEST_CASE("a text is limited in characters, not in bytes") {
  const Variable variable = text_variable(5);
  CHECK(read_variable(variable, "12345", true).has_value());
  CHECK(read_variable(variable, "µµµµµ", true).has_value());
  const auto longer = read_variable(variable, "123456", true);
  REQUIRE_FALSE(longer.has_value());
  CHECK(longer.error().code == "prompt.text-too-long");
  CHECK(longer.error().message.find("'words' takes at most 5") != std::string::npos);
}

TEST_CASE("a variable is one line without control characters, direction marks or broken bytes") {
  using namespace std::string_literals;
  for (const std::string& bad : {"a\nb"s, "a\tb"s, "\r"s, "a\0b"s, "\x1b[31m"s, "a\x7f"s, "\u202e"s,
                                 "\u2066"s, "\u0085"s, "\xff"s, "\xc3"s}) {
    const auto text = read_variable(text_variable(200), bad, true);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().code == "prompt.text-control");
    const auto quantity = read_variable(quantity_variable("ms"), "50 ms " + bad, true);
    REQUIRE_FALSE(quantity.has_value());
    CHECK(quantity.error().code == "prompt.text-control");
  }
}

TEST_CASE("a text variable has no quantity and feeds nothing without a pattern") {
  const Variable variable = text_variable(50);
  const auto setting = read_variable(variable, "5 regions", true);
  REQUIRE(setting.has_value());
  CHECK_FALSE(setting->quantity.has_value());
  CHECK_FALSE(feed(*setting, {"regions", "", {}}, {}).has_value());
}

TEST_CASE("a quantity feeds itself") {
  const Variable variable = quantity_variable("ms");
  const auto setting = read_variable(variable, "< 50 ms", true);
  REQUIRE(setting.has_value());
  const auto stated = feed(*setting, {"latency_limit", "", {}}, variable.unit);
  REQUIRE(stated.has_value());
  CHECK(stated->interval == units::exactly(0.05));
}

TEST_CASE("a pattern picks a number out of a text") {
  struct Case {
    std::string pattern;
    std::string text;
    std::string unit;
    std::optional<double> expected;  ///< in base units
  };
  const std::vector<Case> cases{
      {"{n} global regions", "Kubernetes clusters deployed across 5 global regions", "1", 5.0},
      {"{n} global regions", "12 global regions", "1", 12.0},
      {"{n} global regions", "5 nodes in 3 global regions", "1", 3.0},
      {"{n} global regions", "5 local regions", "1", std::nullopt},
      {"{n} global regions", "v5 global regions", "1", std::nullopt},
      {"{n} global regions", "many global regions", "1", std::nullopt},
      {"{n}GB RAM", "10 nodes, 16 cores each, 64GB RAM", "GB", 64e9},
      {"{n}GB RAM", "64 GB RAM", "GB", std::nullopt},
      {"{n} cores", "10 nodes, 16 cores each, 64GB RAM", "core", 16.0},
      {"RAM of {n} GB", "RAM of 32 GB", "GB", 32e9},
      {"RAM of {n} GB", "disk of 32 GB", "GB", std::nullopt},
      {"{n} users", "about 10,000 users", "user", 10000.0},
      {"{n} users", "about 2.5 users", "user", 2.5},
      {"no place for a number", "5 global regions", "1", std::nullopt},
      {"{n}", "7", "1", 7.0},
      {"version {n}", "MongoDB version 5.0", "1", 5.0},
  };
  for (const Case& row : cases) {
    INFO(row.pattern << " in " << row.text);
    const auto value = fed(row.pattern, row.text, row.unit);
    CHECK(value == row.expected);
  }
}

TEST_CASE("a declared value ends where another name is set") {
  CHECK(declared_value("a, b; c") == "a, b; c");
  CHECK(declared_value("Owner, Member, tenants = 22,000, plans = Free") == "Owner, Member");
  CHECK(declared_value("5 regions; `cloud` = AWS") == "5 regions");
  CHECK(declared_value("x, y == z") == "x");
  CHECK(declared_value("x, two words = z") == "x, two words = z");
  CHECK(declared_value("").empty());
}

TEST_CASE("a variable is found by its exact name") {
  const Prompt& prompt = test::prompt_named("payment-gateway");
  REQUIRE(prompt.find_variable("peakTPS") != nullptr);
  CHECK(prompt.find_variable("peakTPS")->name == "peakTPS");
  CHECK(prompt.find_variable("peaktps") == nullptr);
  CHECK(prompt.find_variable("") == nullptr);
}

}  // namespace reckon::prompt

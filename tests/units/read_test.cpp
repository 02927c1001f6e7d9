// SPDX-License-Identifier: MIT
#include "units/read.hpp"

#include "strings_table.hpp"
#include "units/notes.hpp"
#include "units/print.hpp"
#include "units/refusal.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <sstream>

namespace reckon::units {
namespace {

Expectation slot_of(const std::string& text) {
  Expectation expect;
  std::istringstream words(text);
  std::string word;
  words >> word;
  if (word != "-") expect.dimension = read_unit(word).value().dimension;
  while (words >> word) {
    if (word == "claim") expect.role = Role::claim;
    if (word == "distribution") expect.role = Role::distribution;
    if (word == "strict") expect.strict = true;
    if (word == "transparent") expect.transparent_counts = true;
    if (word == "non-negative") expect.non_negative = true;
  }
  return expect;
}

bool is_near(double a, double b) {
  return std::fabs(a - b) <= 2 * std::numeric_limits<double>::epsilon() * std::fabs(b);
}

/// Takes the next word off the front.
std::string next_word(std::string& text) {
  const std::size_t space = std::min(text.find(' '), text.size());
  const std::string word = text.substr(0, space);
  text.erase(0, std::min(space + 1, text.size()));
  return word;
}

void check_numbers(const Stated& stated, const std::string& number) {
  const std::size_t dots = number.find("..");
  CHECK(stated.is_range == (dots != std::string::npos));
  if (dots == std::string::npos) {
    const double value = std::strtod(number.c_str(), nullptr);
    INFO("value " << print_number(stated.interval.value));
    CHECK(is_near(stated.interval.value, value));
  } else {
    INFO("range " << print_number(stated.interval.low) << ".." << print_number(stated.interval.high));
    CHECK(is_near(stated.interval.low, std::strtod(number.c_str(), nullptr)));
    CHECK(is_near(stated.interval.high, std::strtod(number.c_str() + dots + 2, nullptr)));
  }
  CHECK(stated.interval.low <= stated.interval.value);
  CHECK(stated.interval.value <= stated.interval.high);
  CHECK(stated.interval.value == to_base(stated.number, stated.unit.factor));
}

void check_stated(const Stated& stated, std::string outcome) {
  std::string notes;
  if (const std::size_t semicolon = outcome.find("; "); semicolon != std::string::npos) {
    notes = outcome.substr(semicolon + 2);
    outcome.erase(semicolon);
  }
  std::string percentile;
  Comparator comparator = Comparator::equal;
  bool approximate = false;
  std::string word = next_word(outcome);
  for (;; word = next_word(outcome)) {
    if (word.starts_with('p') || word.starts_with('P')) {
      percentile = word;
    } else if (word == "<") {
      comparator = Comparator::less;
    } else if (word == "<=") {
      comparator = Comparator::at_most;
    } else if (word == ">") {
      comparator = Comparator::greater;
    } else if (word == ">=") {
      comparator = Comparator::at_least;
    } else if (word == "~") {
      approximate = true;
    } else {
      break;
    }
  }
  check_numbers(stated, word);
  CHECK(symbol(stated.dimension) == (outcome.empty() ? "1" : outcome));
  CHECK(stated.percentile == percentile);
  CHECK((stated.comparator == comparator));
  CHECK(stated.approximate == approximate);
  std::string codes;
  for (const Note& note : stated.notes) {
    codes += (codes.empty() ? "" : ", ") + std::string(note.code);
    CHECK(note.text == note_text(note.code));
  }
  CHECK(codes == notes);
}

void check_refused(const base::Diagnostic& refused, std::string outcome) {
  next_word(outcome);
  const std::size_t colon = outcome.find(": ");
  CHECK(refused.code == outcome.substr(0, colon));
  REQUIRE(refused.remarks.size() == 1);
  CHECK(refused.remarks.front().title == "help");
  CHECK_THAT(refused.remarks.front().text, Catch::Contains(outcome.substr(colon + 2)));
}

}  // namespace

TEST_CASE("every quantity string means what the table says") {
  const std::vector<StringRow> rows = read_string_rows();
  REQUIRE(rows.size() >= 170);
  for (const StringRow& row : rows) {
    INFO("'" << row.text << "' in " << row.slot << ": " << row.outcome);
    const auto stated = read_quantity(row.text, slot_of(row.slot));
    const bool wants_refusal = row.outcome.starts_with("refused ");
    if (!stated) UNSCOPED_INFO(stated.error().code << ": " << stated.error().message);
    CHECK(stated.has_value() != wants_refusal);
    if (stated && !wants_refusal) check_stated(*stated, row.outcome);
    if (!stated && wants_refusal) check_refused(stated.error(), row.outcome);
  }
}

TEST_CASE("an empty text is refused") {
  for (const char* text : {"", " ", "\t \n"}) CHECK(read_quantity(text).error().code == "quantity.empty");
}

TEST_CASE("spaces around a quantity do not matter") {
  CHECK(read_quantity("  5 GB \n").value().interval.value == 5e9);
}

TEST_CASE("a refusal points at the word at fault") {
  const auto check = [](std::string_view text, std::string_view fault) {
    const auto refused = read_quantity(text);
    REQUIRE_FALSE(refused);
    const base::Span span = refused.error().primary.span;
    CHECK(text.substr(span.begin, span.size()) == fault);
  };
  check("5 flurbs", "flurbs");
  check("5 GB/flurb", "flurb");
  check("5 mb", "mb");
  check("1.000.000 B", "1.000.000");
  check("1 MB of it", "of it");
  check("500m", "500m");
}

TEST_CASE("the printed digits say how far a number reaches") {
  struct Row {
    std::string_view text;
    double low;
    double high;
  };
  for (const Row& row : {Row{"2000", 1950, 2050},
                         Row{"100,000", 95000, 105000},
                         Row{"5", 4.5, 5.5},
                         Row{"0.8", 0.75, 0.85},
                         Row{"1000", 950, 1050},
                         Row{"604800000", 604750000, 604850000},
                         Row{"10M", 9.5e6, 10.5e6},
                         Row{"5 million", 4.5e6, 5.5e6},
                         Row{"1.50", 1.495, 1.505},
                         Row{"10", 9.5, 10.5},
                         Row{"120", 115, 125},
                         Row{"1e6", 950000, 1050000},
                         Row{"1.2e6", 1150000, 1250000},
                         Row{"2^10", 1024, 1024},
                         Row{"10^6", 1e6, 1e6},
                         Row{"1/4", 0.25, 0.25},
                         Row{"123e3", 122500, 123500},
                         Row{"50e-1", 4.95, 5.05},
                         Row{"-5", -5.5, -4.5},
                         Row{"007", 6.5, 7.5},
                         Row{"0", -0.5, 0.5},
                         Row{"0.0", -0.05, 0.05}}) {
    INFO(row.text);
    const auto stated = read_quantity(row.text);
    REQUIRE(stated);
    CHECK(stated->interval.low == Approx(row.low).epsilon(1e-12));
    CHECK(stated->interval.high == Approx(row.high).epsilon(1e-12));
  }
  const auto time = read_quantity("50 \xc2\xb5s").value();
  CHECK(time.interval.low == Approx(49.5e-6).epsilon(1e-12));
  CHECK(time.interval.high == Approx(50.5e-6).epsilon(1e-12));
  const auto compound = read_quantity("1h30m").value();
  CHECK(compound.interval.low == 5370.0);
  CHECK(compound.interval.high == 5430.0);
}

TEST_CASE("a wrong dimension is told in the headline") {
  Expectation expect;
  expect.dimension = axis(Axis::request) / axis(Axis::time);
  CHECK(read_quantity("50 GB", expect).error().message ==
        "'50 GB' is data size (B), wanted is request rate (request/s)");
}

TEST_CASE("the words of a quantity are kept as written") {
  const auto unit_text = [](std::string_view text) {
    Expectation expect;
    expect.role = Role::claim;
    return read_quantity(text, expect).value().unit_text;
  };
  CHECK(unit_text("100,000 TPS") == "TPS");
  CHECK(unit_text("10M users") == "users");
  CHECK(unit_text("20 MB per core") == "MB per core");
  CHECK(unit_text("42") == "");
  CHECK(unit_text("5 million") == "");
  CHECK(unit_text("$0.023/GB/month") == "$/GB/month");
  CHECK(unit_text("$0.023 per GB-month") == "$ per GB-month");
  CHECK(read_quantity("10M users").value().number == 1e7);
}

TEST_CASE("counted axes are transparent where the slot says so") {
  Expectation expect;
  expect.dimension = axis(Axis::core);
  CHECK_FALSE(read_quantity("5 nodes", expect));
  expect.transparent_counts = true;
  CHECK(read_quantity("5 nodes", expect).value().dimension == axis(Axis::node));
}

TEST_CASE("every note and every reason has a code of its own and a text") {
  std::vector<std::string_view> codes;
  for (const NoteRow& row : note_table()) {
    CHECK_FALSE(row.text.empty());
    codes.push_back(row.code);
  }
  for (const ReasonRow& row : reason_table()) {
    CHECK_FALSE(row.help.empty());
    CHECK(row.code.starts_with("quantity."));
    codes.push_back(row.code);
  }
  std::sort(codes.begin(), codes.end());
  CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
}

TEST_CASE("long and hostile texts are refused in linear time") {
  CHECK_FALSE(read_quantity(std::string(1 << 20, '9')));
  CHECK_FALSE(read_quantity("5 " + std::string(1 << 20, '(')));
  CHECK_FALSE(read_quantity("5 GB" + std::string(1 << 20, '/')));
  CHECK_FALSE(read_quantity(std::string(1 << 20, '~')));
  CHECK_FALSE(read_quantity("1" + std::string(1 << 20, ' ') + "x"));
  std::string product = "5 B";
  for (int i = 0; i < 100000; ++i) product += "*B";
  CHECK(read_quantity(product).error().code == "quantity.complex-unit");
}

}  // namespace reckon::units

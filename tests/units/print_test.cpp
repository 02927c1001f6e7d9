// SPDX-License-Identifier: MIT
#include "units/print.hpp"

#include "units/read.hpp"

#include <catch2/catch.hpp>

namespace reckon::units {
namespace {

Quantity quantity(std::string_view text) {
  INFO(text);
  const auto read = read_quantity(text);
  REQUIRE(read);
  return read->quantity();
}

struct PrintedValue {
  std::string_view text;
  std::string_view printed;
};

}  // namespace

TEST_CASE("people get the unit that fits the size") {
  for (const PrintedValue& row : {
           PrintedValue{"518400 GB", "518.4 TB"},
           PrintedValue{"0.014 s", "14 ms"},
           PrintedValue{"25.92 s", "25.92 s"},
           PrintedValue{"100e6 B/s", "100 MB/s"},
           PrintedValue{"250 B", "250 B"},
           PrintedValue{"1000 B", "1 KB"},
           PrintedValue{"0 B", "0 B"},
           PrintedValue{"0 s", "0 s"},
           PrintedValue{"5500 metre", "5.5 km"},
           PrintedValue{"999 metre", "999 m"},
           PrintedValue{"604800 s", "7 days"},
           PrintedValue{"86400 s", "1 day"},
           PrintedValue{"36 h", "36 h"},
           PrintedValue{"3600 s", "1 h"},
           PrintedValue{"60 s", "1 min"},
           PrintedValue{"90 s", "90 s"},
           PrintedValue{"315.36 s", "5.256 min"},
           PrintedValue{"50 us", "50 \xc2\xb5s"},
           PrintedValue{"3 ns", "3 ns"},
           PrintedValue{"50 us*core/request",
                        "50 \xc2\xb5s\xc2\xb7"
                        "core/request"},
           PrintedValue{"2 KB/request", "2 KB/request"},
           PrintedValue{"12345 requests", "12,345 request"},
           PrintedValue{"123456789 requests", "123,456,789 request"},
           PrintedValue{"100000 requests/s", "100,000 request/s"},
           PrintedValue{"864 requests/day", "864 request/day"},
           PrintedValue{"80 /s", "80 /s"},
           PrintedValue{"2000 cores", "2000 core"},
           PrintedValue{"$1234.25", "1234 USD"},
           PrintedValue{"$0.023/GB/month", "0.023 USD/GB/month"},
           PrintedValue{"$5/month", "5 USD/month"},
           PrintedValue{"0.7", "0.7"},
           PrintedValue{"10 EB", "10 EB"},
           PrintedValue{"2.5e-7", "0.00000025"},
           PrintedValue{"9.99996", "10"},
           PrintedValue{"-5 GB", "-5 GB"},
       }) {
    INFO(row.text);
    CHECK(print_human(quantity(row.text)) == row.printed);
  }
}

TEST_CASE("rounding for people keeps every digit before the point") {
  CHECK(print_rounded(12345.0) == "12,345");
  CHECK(print_rounded(999999999999999.0) == "999,999,999,999,999");
  CHECK(print_rounded(1234.5678) == "1235");
  CHECK(print_rounded(0.123456) == "0.1235");
  CHECK(print_rounded(-0.0) == "0");
  CHECK(print_rounded(0.1 + 0.2) == "0.3");
  CHECK(print_rounded(1e20) == "1e20");
  CHECK(print_rounded(99.9991234, 7) == "99.99912");
}

TEST_CASE("numbers print as the shortest text that reads back") {
  CHECK(print_number(0.1) == "0.1");
  CHECK(print_number(5.0) == "5");
  CHECK(print_number(-0.0) == "0");
  CHECK(print_number(1234567.0, true) == "1,234,567");
  CHECK(print_number(1234.0, true) == "1234");
  CHECK(print_number(-12345.5, true) == "-12,345.5");
  CHECK(print_number(1e300) == "1e300");
  CHECK(print_number(1e-7) == "1e-7");
}

TEST_CASE("a value prints in the unit that is asked for") {
  CHECK(print_in(1e8, "Gbps") == "0.8 Gbps");
  CHECK(print_in(80, "1/s") == "80 /s");
  CHECK(print_in(5, "1") == "5");
  CHECK(print_in(0.7, "%") == "70 %");
  CHECK(print_rounded_in(1e9 / 3, "GB") == "0.3333 GB");
  CHECK(print_rounded_in(5, "flurb") == "5 flurb");
}

}  // namespace reckon::units

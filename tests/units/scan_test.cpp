// SPDX-License-Identifier: MIT
#include "units/print.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace reckon::units {
namespace {

/// What was found, as `text | value in base units`; "" for nothing. `^` marks where to start, default the
/// front.
std::string scanned(std::string text, const Expectation& expect = {}) {
  std::size_t at = text.find('^');
  if (at == std::string::npos) {
    at = 0;
  } else if (at + 1 < text.size() && (at == 0 || text[at - 1] == ' ' || text[at + 1] != ' ')) {
    text.erase(at, 1);
  }
  const auto found = scan_quantity(text, at, expect);
  if (!found) return {};
  return text.substr(found->begin, found->end - found->begin) + " | " +
         print_rounded_in(found->stated.interval.value, symbol(found->stated.dimension), 12);
}

struct Scanned {
  std::string_view text;
  std::string_view found;
};

}  // namespace

TEST_CASE("a quantity in prose ends where its words end") {
  for (const Scanned& row : {
           Scanned{"20 MB per core for JVM heap", "20 MB per core | 20,000,000 B/core"},
           Scanned{"50 \xc2\xb5s per transaction per core",
                   "50 \xc2\xb5s per transaction per core | 0.00005 s/request/core"},
           Scanned{"5,000 ms of CPU time per second \xe2\x86\x92", "5,000 ms of CPU time per second | 5"},
           Scanned{"5 GB of page cache", "5 GB | 5,000,000,000 B"},
           Scanned{"5 GB of data that we keep per node", "5 GB | 5,000,000,000 B"},
           Scanned{"~2000 cores", "~2000 cores | 2000 core"},
           Scanned{"2000 cores (100,000 TPS", "2000 cores | 2000 core"},
           Scanned{"4000 GB total (2000", "4000 GB | 4,000,000,000,000 B"},
           Scanned{"10 million monthly active users", "10 million | 10,000,000"},
           Scanned{"100,000 transactions per second", "100,000 transactions per second | 100,000 request/s"},
           Scanned{"<50ms end-to-end latency", "<50ms | 0.05 s"},
           Scanned{"99.999% uptime (5 nines)", "99.999% | 0.99999"},
           Scanned{"2KB", "2KB | 2000 B"},
           Scanned{"1 million events per second", "1 million events per second | 1,000,000 message/s"},
           Scanned{"< 100ms", "< 100ms | 0.1 s"},
           Scanned{"1000", "1000 | 1000"},
           Scanned{"5 million", "5 million | 5,000,000"},
           Scanned{"100 MB \xc3\x97 3", "100 MB | 100,000,000 B"},
           Scanned{"100 MB * 3", "100 MB | 100,000,000 B"},
           Scanned{"40 x 3", "40 | 40"},
           Scanned{"40x3", "40 | 40"},
           Scanned{"3x peak load", "3x peak | 3"},
           Scanned{"36M pings/day", "36M | 36,000,000"},
           Scanned{"100 widgets", "100 | 100"},
           Scanned{"500 MB per flurb", "500 MB | 500,000,000 B"},
           Scanned{"5 per second", "5 per second | 5 /s"},
           Scanned{"0.023/GB/month", "0.023/GB/month | 8.87345679012e-18 /s/B"},
           Scanned{"1/3 of the traffic", "1/3 | 0.333333333333"},
           Scanned{"1-2 GB each", "1-2 GB | 1,500,000,000 B"},
           Scanned{"10 - 3 = 7", "10 | 10"},
           Scanned{"1h30m later", "1h30m | 5400 s"},
           Scanned{"5.", "5 | 5"},
           Scanned{"5, then", "5 | 5"},
           Scanned{"5 GB, then", "5 GB | 5,000,000,000 B"},
           Scanned{"p99 < 200 ms always", "p99 < 200 ms | 0.2 s"},
           Scanned{"three regions", ""},
           Scanned{"three nines of", "three nines | 0.999"},
           Scanned{"three of them", ""},
           Scanned{"three nodes fail", "three nodes | 3 node"},
           Scanned{"5 nines", "5 nines | 0.99999"},
           Scanned{"5-year plan", "5 | 5"},
       }) {
    INFO(row.text);
    CHECK(scanned(std::string(row.text)) == row.found);
  }
}

TEST_CASE("money in prose takes what it is paid for") {
  const auto found = scan_quantity("costs $0.023 per GB-month today", 6, {});
  REQUIRE(found);
  CHECK(found->end == 25);
  CHECK(found->stated.unit_text == "$ per GB-month");
  CHECK(found->stated.interval.value == Approx(0.023 / 1e9 / 2592000));
  CHECK(scanned("$5 GB") == "$5 | 5 USD");
}

TEST_CASE("digits inside words, versions, dates, addresses and paths are no quantities") {
  for (const std::string_view text :
       {"HTTP/^2",  "v^1.2",   "1.^2.3",     "^1.2.3", "^10.0.0.1", "2024-^01-15", "^2024-01-15",
        "^2024-01", "/var/^2", "us-east-^1", "UTF-^8", "^10:30",    "10:^30",      "x^86",
        "^2FA",     "^3rd",    "^5ms2",      "s^3",    "#^12",      "^1.000.000",  "^24/7",
        "^24x7",    "^80/20",  "^1,5",       "^0x10",  "^1/2/2024"}) {
    INFO(text);
    CHECK(scanned(std::string(text)) == "");
  }
}

TEST_CASE("a place outside the text holds nothing") {
  CHECK_FALSE(scan_quantity("", 0, {}));
  CHECK_FALSE(scan_quantity("5", 1, {}));
  CHECK_FALSE(scan_quantity("5", 99, {}));
}

TEST_CASE("the slot decides what a letter means in prose") {
  Expectation size;
  size.dimension = axis(Axis::data);
  CHECK(scanned("1.5B", size) == "1.5B | 1.5 B");
  CHECK(scanned("512Mi", size) == "512Mi | 536,870,912 B");
  CHECK(scanned("10M", size) == "");
  Expectation count;
  count.dimension = Dimension{};
  CHECK(scanned("1.5B", count) == "1.5B | 1,500,000,000");
  Expectation cores;
  cores.dimension = axis(Axis::core);
  CHECK(scanned("500m", cores) == "500m | 0.5 core");
  CHECK(scanned("500m") == "");
  CHECK(scanned("5 m further") == "5 | 5");
}

TEST_CASE("the number is found behind its marks") {
  const auto found = scan_quantity("at least 5 GB", 0, {});
  REQUIRE(found);
  CHECK(found->begin == 0);
  CHECK(found->number_begin == 9);
  CHECK(found->end == 13);
  CHECK((found->stated.comparator == Comparator::at_least));
}

}  // namespace reckon::units

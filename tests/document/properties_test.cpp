// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("properties: keys stay whole, values have exact places") {
  const Sample sample = read_sample(
      "# consumer\r\nenable.auto.commit=false\r\nmax.poll.records : 500\r\nname = \"a b\"\r\nempty=\r\n",
      "consumer.properties");
  CHECK(sample.outline() == Lines{"properties"});
  CHECK(sample.at(0, "/enable.auto.commit") == "false");
  CHECK(sample.at(0, "/max.poll.records") == "500");
  CHECK(sample.at(0, "/name") == "\"a b\"");
  CHECK(sample.at(0, "/empty").empty());
  CHECK(spans_are_sound(sample));
}

TEST_CASE("properties: a section is a mapping of its own, other lines stay lines") {
  const Sample sample = read_sample("a=1\n[broker]\nport=9092\nport=9093\nplain words 5\n", "a.ini");
  CHECK(sample.outline() == Lines{"properties", "code plain words 5"});
  CHECK(sample.at(0, "/a") == "1");
  CHECK(sample.at(0, "/broker/port/1") == "9093");
}

TEST_CASE("properties are known without a label when every line is a dotted key") {
  CHECK(read_sample("```\nlinger.ms=5\nbatch.size=16384\n```\n").outline() == Lines{"properties"});
  CHECK(read_sample("```\nlinger.ms=5\nx = 5\n```\n").outline() == Lines{"code linger.ms=5", "code x = 5"});
}

TEST_CASE("properties that are none") {
  CHECK(read_sample("", "a.properties").outline().empty());
  CHECK(read_sample("[x]\n= 5\n", "a.properties").outline() == Lines{"code [x]", "code = 5"});
  CHECK(read_sample("# 5 GB\n", "a.properties").outline() == Lines{"code # 5 GB"});
}

// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("nginx: blocks are mappings and the servers of an upstream a sequence") {
  const Sample sample = read_sample(
      "upstream origin {\n  least_conn;\n  server a:80 max_fails=3 fail_timeout=30s;\n}\n"
      "server {\n  listen 443 ssl;\n  location /live/ {\n    proxy_connect_timeout 5s;\n    proxy_pass "
      "\"http://${x}\";\n"
      "  }\n}\n",
      "nginx.conf");
  CHECK(sample.outline() == Lines{"nginx"});
  CHECK(sample.at(0, "/upstream/arguments") == "origin");
  CHECK(sample.at(0, "/upstream/least_conn").empty());
  CHECK(sample.at(0, "/upstream/server/0/max_fails") == "3");
  CHECK(sample.at(0, "/upstream/server/0/fail_timeout") == "30s");
  CHECK(sample.at(0, "/upstream/server/0/arguments") == "a:80");
  CHECK(sample.at(0, "/server/listen/1") == "ssl");
  CHECK(sample.at(0, "/server/location/arguments") == "/live/");
  CHECK(sample.at(0, "/server/location/proxy_connect_timeout") == "5s");
  CHECK(sample.at(0, "/server/location/proxy_pass") == "\"http://${x}\"");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("nginx: a directive or block that is repeated becomes a sequence") {
  const Sample sample =
      read_sample("location a { x 1; }\nlocation b { x 2; }\ny 1 2;\ny 3 4;\ny 5;\n", "a.conf");
  CHECK(sample.at(0, "/location/1/x") == "2");
  CHECK(sample.at(0, "/y/0/1") == "2");
  CHECK(sample.at(0, "/y/1/0") == "3");
  CHECK(sample.at(0, "/y/2") == "5");
}

TEST_CASE("nginx inside a list item keeps its places") {
  const Sample sample =
      read_sample("- A:\n\n  ```nginx\n  server {\n    proxy_read_timeout 30s;\n  }\n  ```\n");
  CHECK(sample.outline() == Lines{"item1 A:", "nginx"});
  CHECK(sample.at(0, "/server/proxy_read_timeout") == "30s");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("nginx is known without a label by its outermost block") {
  CHECK(read_sample("```\nupstream a.b {\n  server c;\n}\n```\n").outline() == Lines{"nginx"});
  CHECK(read_sample("```\nserver {\n  listen 80\n}\n```\n").outline() ==
        Lines{"code server {", "code listen 80", "code }"});
}

TEST_CASE("nginx that breaks off or is none") {
  CHECK(read_sample("http { server { listen 80;", "a.conf").outline() == Lines{"nginx truncated"});
  CHECK(read_sample("} ; } x 1;", "a.conf").outline() == Lines{"nginx"});
  CHECK(read_sample("keep 5 of 7\n", "a.conf").outline() == Lines{"code keep 5 of 7"});
  CHECK(read_sample("", "a.conf").outline().empty());
  CHECK(read_sample(std::string(100000, '{'), "a.conf").outline().size() == 1);
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "a {";
  CHECK(read_sample(deep, "a.conf").outline() == Lines{"nginx truncated"});
}

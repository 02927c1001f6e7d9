// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("a Terraform resource has a name and attributes") {
  const Sample sample = read_sample(
      "provider \"aws\" { region = \"us-east-1\" }\n"
      "resource \"aws_route53_record\" \"www\" {\n"
      "  zone_id = aws_route53_zone.main.zone_id\n  ttl     = 60\n  records = [1, 2,\n    3]\n"
      "  count   = var.on ? 5 : 6\n"
      "  tags = {\n    a = 1\n    \"b c\" = 2\n  }\n"
      "  latency_routing_policy { region = \"us-east-1\" }\n"
      "  rule {\n    port = 80\n  }\n  rule {\n    port = 443\n  }\n"
      "  dynamic \"x\" {\n    for_each = []\n  }\n"
      "  text = <<-EOT\n    retain 5 days\n  EOT\n  last = 7\n}\n",
      "main.tf");
  CHECK(sample.outline() ==
        Lines{"code provider \"aws\" { region = \"us-east-1\" }", "terraform aws_route53_record"});
  CHECK(sample.at(0, "/name") == "\"www\"");
  CHECK(sample.at(0, "/attributes/zone_id") == "aws_route53_zone.main.zone_id");
  CHECK(sample.at(0, "/attributes/ttl") == "60");
  CHECK(sample.at(0, "/attributes/records/2") == "3");
  CHECK(sample.at(0, "/attributes/count/expression") == "var.on ? 5 : 6");
  CHECK(sample.at(0, "/attributes/tags/b c") == "2");
  CHECK(sample.at(0, "/attributes/latency_routing_policy/region") == "\"us-east-1\"");
  CHECK(sample.at(0, "/attributes/rule/1/port") == "443");
  CHECK(sample.at(0, "/attributes/dynamic/labels/0") == "\"x\"");
  CHECK(sample.at(0, "/attributes/text") == "    retain 5 days\n");
  CHECK(sample.at(0, "/attributes/last") == "7");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("Terraform is known without a label by its first block") {
  CHECK(read_sample("```\nresource \"a\" \"b\" {\n  c = 5\n}\n```\n").outline() == Lines{"terraform a"});
}

TEST_CASE("Terraform that breaks off or is none") {
  CHECK(read_sample("resource \"a\" \"b\" {\n c = <<EOT\n d = [1, {\n", "a.tf").outline() ==
        Lines{"terraform a truncated"});
  CHECK(read_sample("resource \"a\" {\n}\n", "a.tf").outline() == Lines{"code resource \"a\" {", "code }"});
  CHECK(read_sample("", "a.tf").outline().empty());
  std::string deep = "resource \"a\" \"b\" {";
  for (int i = 0; i < 10000; ++i) deep += "c {";
  CHECK(read_sample(deep, "a.tf").outline() == Lines{"terraform a truncated"});
}

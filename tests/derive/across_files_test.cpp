// SPDX-License-Identifier: MIT
// Files that are one design set one thing once.
#include "derive/names/across_files.hpp"

#include "derive/derive.hpp"
#include "document/read.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace reckon::derive {
namespace {

struct File {
  const char* name;
  std::string text;
};

/// What is told of all files together: "b.yaml: 200".
std::string told(const std::vector<File>& files) {
  base::Sources sources;
  document::Document all;
  for (const File& file : files) {
    document::Document one = document::read(sources, sources.add(file.name, file.text));
    std::move(one.fragments.begin(), one.fragments.end(), std::back_inserter(all.fragments));
  }
  const Derived derived = derive(sources, all);
  std::string out;
  for (const Accusation& accusation : derived.judged.weighed) {
    if (!accusation.is_told) continue;
    const base::Span span = derived.page.span(derived.derivations[accusation.derivation].target);
    out += std::string(sources.name(span.source)) + ": " + std::string(sources.text(span)) + "; ";
  }
  return out;
}

File manifest(const std::string& name, int partitions) {
  return {"topic.yaml", "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata:\n  name: " + name +
                            "\nspec:\n  partitions: " + std::to_string(partitions) + "\n  replicas: 3\n"};
}

TEST_CASE("what two files of one design set otherwise is told") {
  const File plan{"plan.json", R"({"topic": {"partitions": 96}})"};
  CHECK(told({plan, manifest("parcels", 120)}) == "topic.yaml: 120; ");
  CHECK(told({plan, manifest("parcels", 96)}).empty());
  const File named{"plan.json", R"({"queue": {"name": "returns", "consumers": 40}})"};
  CHECK(told({named, {"queue.yaml", "queue:\n  name: returns\n  consumers: 24\n"}}) == "queue.yaml: 24; ");
}

TEST_CASE("of three files the odd one is told") {
  const File plan{"plan.json", R"({"topic": {"name": "parcels", "partitions": 96}})"};
  const File command{"create.sh", "kafka-topics.sh --create --topic parcels --partitions 96\n"};
  CHECK(told({plan, manifest("parcels", 120), command}) == "topic.yaml: 120; ");
  const File other{"plan.json", R"({"topic": {"name": "parcels", "partitions": 120}})"};
  CHECK(told({other, manifest("parcels", 96), command}) == "plan.json: 120; ");
}

TEST_CASE("two things, and two variants of one thing, have settings of their own") {
  const File plan{"plan.json", R"({"topic": {"name": "parcels", "partitions": 96}})"};
  CHECK(told({plan, manifest("invoices", 12)}).empty());
  CHECK(told({manifest("parcels", 96), manifest("parcels", 12)}).empty());
  const File several{"plan.json",
                     R"({"topics": [{"name": "a", "partitions": 96}, {"name": "b", "partitions": 8}]})"};
  CHECK(told({several, manifest("parcels", 12)}).empty());
  // Nothing says that the pods are those of the API.
  const File deployment{
      "api.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  replicas: 6\n"};
  CHECK(told({{"size.json", R"({"database": {"replicas": 2}})"}, deployment}).empty());
}

}  // namespace
}  // namespace reckon::derive

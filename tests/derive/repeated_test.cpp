// SPDX-License-Identifier: MIT
// What data says otherwise than the text is told; what is another quantity is not.
#include "derive/names/repeated.hpp"

#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

/// Numbers that a plan says twice: where nothing of the data stands in the text, nothing odd is told of it.
const std::string also_told =
    "\n- Memory: 64 GB\n- Disk: 24 TB\n- Retention: 14 days\n- Latency: 45 ms\n- Sessions: 1,250\n";
const std::string also_data =
    R"("memoryGB": 64, "diskTB": 24, "retentionDays": 14, "latencyMs": 45, "sessions": 1250, )";

/// The same, with data that the text repeats.
std::string with_plan(const std::string& text, std::string data) {
  data.insert(1, also_data);
  return "# Plan\n\n" + text + also_told + "\n\n```json\n" + data + "\n```\n";
}

/// A text, and data in a fence below it.
std::string with_data(const std::string& text, const std::string& data,
                      const std::string& language = "json") {
  return "# Plan\n\n" + text + "\n\n```" + language + "\n" + data + "\n```\n";
}

/// What is told of a number: the value that it is said to have elsewhere.
std::string told(const std::string& text) {
  const Sample sample(text);
  std::string out;
  for (const Accusation& accusation : sample.told()) {
    const Derivation& derivation = sample.derived.derivations[accusation.derivation];
    if (derivation.generator != Generator::repeated) continue;
    out += sample.text(derivation.target) + ", not " + sample.calculation(derivation) + "; ";
  }
  return out;
}

TEST_CASE("data that says otherwise than the text is told") {
  struct Row {
    const char* text;
    const char* data;
    const char* told;
  };
  const Row rows[] = {
      {"- Kafka has 36 partitions: 9,000 / 36 = 250 messages/s each.\n- Keys are spread over 36 partitions.",
       R"({"kafkaPartitions": 72})", "72, not 36 partitions; "},
      {"## Audit\n\n- 30M × 400 B = 12 GB/day\n- 12 GB/day × 30 days = 360 GB", R"({"auditGBPerDay": 36.5})",
       "36.5, not 12 GB/day; "},
      {"Together 60,000 + 4,000 = 64,000 invoices per month.", R"({"invoicesPerMonth": 164000})",
       "164000, not 64,000 invoices per month; "},
      // The size of a pool is what it holds.
      {"The gateway has a pool of 48 connections: 5 × 48 = 240, and 48 suffice.",
       R"({"CONNECTION_POOL_SIZE": 36})", "36, not 48 connections; "},
      // A key says more than the nouns of what it counts.
      {"- 1,500 cores / 16 = 94 gateway nodes.", R"({"gatewayNodesRequired": 235})", "235, not 94; "},
      // A number that other data says as well is established.
      {"We rent 50 machines.", R"({"notes": ["50 gateway servers in two halls"], "gatewayServers": 150})",
       "150, not 50; "},
  };
  for (const Row& row : rows) {
    INFO(row.data);
    CHECK(told(with_plan(row.text, row.data)) == row.told);
  }
}

TEST_CASE("the text need not say which of its numbers a value should be") {
  const std::string desks =
      "The night desk has 16 dispatchers for 480 calls, 480 / 30 = 16, and the day desk has 21 dispatchers "
      "for "
      "630 calls, 630 / 30 = 21.";
  CHECK(told(with_plan(desks, R"({"desk": {"dispatchers": 46}})")) == "46, not 16; ");
  CHECK(told(with_plan(desks, R"({"desk": {"dispatchers": 21}})")).empty());
}

TEST_CASE("the replicas of a workload are its pods") {
  const std::string design =
      with_plan("The router runs on 12 pods: 4,800 / 400 = 12.", R"({"requests": 4800})");
  const auto manifest = [](const std::string& kind, const std::string& replicas) {
    return "\n```yaml\napiVersion: v1\nkind: " + kind +
           "\nmetadata:\n  name: router\nspec:\n  replicas: " + replicas + "\n```\n";
  };
  CHECK(told(design + manifest("Deployment", "18")) == "18, not 12 pods; ");
  CHECK(told(design + manifest("Deployment", "12")).empty());
  CHECK(told(design + manifest("KafkaTopic", "18")).empty());
}

TEST_CASE("versions, moments, options inside of strings and examples state nothing again") {
  const char* const rows[][2] = {
      {"Version 2.5 of the document; version 2.5 is final.", R"({"version": "3.9"})"},
      {"Reading takes 90 minutes: 18,000 words / 200 = 90 minutes for all.",
       R"({"reading_minutes": 12, "all_reading_minutes": 90})"},
      {"Sessions end after 24 h: 24 × 60 = 1,440 minutes.", R"({"expiresAt": 1705420800})"},
      {"For example, a probe limit of 640 is common. The probe limit is 800.",
       R"({"probeCommand": "run --limit 640"})"},
  };
  for (const auto& row : rows) {
    INFO(row[1]);
    CHECK(told(with_plan(row[0], row[1])).empty());
  }
}

TEST_CASE("a setting whose unit a remark says is held against what has its name") {
  const std::string design = with_plan(
      "Clients catch up at a replay rate of 3,000 edits/s: 36,000 / 3,000 = 12 s.", R"({"clients": 1250})");
  const auto setting = [](const std::string& rate) {
    return "\n```yaml\nreplayRate: " + rate + "  # edits/s\n```\n";
  };
  CHECK(told(design + setting("5000")) == "5000, not 3,000 edits/s; ");
  CHECK(told(design + setting("3000")).empty());
}

TEST_CASE("two pieces of data are held against each other where the text supports one of them") {
  const std::string design = with_plan(
      "A log has 64 partitions and a replication factor of 3. A cleanup every two hours are 12 a day.",
      R"({"log": {"logCleanupHours": 2}})");
  const auto command = [](const std::string& cleanup) {
    return "\n```sh\nkafka-topics.sh --create --topic log --partitions 64 --replication-factor 3 --config "
           "cleanup.ms=" +
           cleanup + "\n```\n";
  };
  CHECK(told(design + command("3600000")) == "3600000, not 2; ");
  CHECK(told(design + command("7200000")).empty());
}

TEST_CASE("data that the text says too is explained by it") {
  struct Row {
    const char* text;
    const char* data;
    const char* number;
    const char* story;
  };
  const Row rows[] = {
      {"The gateway runs on 24 pods.", R"({"gatewayPods": 24})", "24", "repeated: 24 pods"},
      {"It replays 3,200 edits/s.", R"({"replayRate": 3200})", "3200", "repeated: 3,200 edits/s"},
  };
  for (const Row& row : rows) {
    INFO(row.data);
    const Sample sample(with_data(row.text, row.data));
    const MentionId id = static_cast<MentionId>(sample.page().mentions.size() - 1);
    const Story& told = sample.judged().stories[id];
    REQUIRE(told.fate == Fate::explained);
    const Derivation& by = sample.derived.derivations[told.by];
    CHECK(std::string(name(by.generator)) + ": " + sample.calculation(by) == row.story);
  }
}

TEST_CASE("what the text says too, in any unit, is not told") {
  struct Row {
    const char* text;
    const char* data;
  };
  const Row rows[] = {
      {"- 36 partitions: 9,000 / 36 = 250 messages/s each.", R"({"kafkaPartitions": 36})"},
      {"Orders have a retention of two days: 5 GB/day × 2 days = 10 GB.", R"({"retention.ms": 172800000})"},
      {"Orders have a retention of 48 h.", R"({"retentionDays": 2})"},
      {"Replicas are cheap: 4 replicas of 12 GB are 48 GB.", R"({"replicas": 4})"},
  };
  for (const Row& row : rows) {
    INFO(row.data);
    CHECK(told(with_data(row.text, row.data)).empty());
  }
}

TEST_CASE("another quantity of the same kind is not told") {
  struct Row {
    const char* text;
    const char* data;
  };
  const Row rows[] = {
      // Two objects, two of everything.
      {"Checkout runs 12 pods and search 30 pods; 12 + 30 = 42 pods.",
       R"([{"name": "checkout", "pods": 12}, {"name": "mailer", "pods": 4}])"},
      {"Orders: 500 rps / 100 rps = 5 replicas.",
       R"({"kind": "Deployment", "name": "billing", "replicas": 2})"},
      {"1,200 GB / 100 GB = 12 nodes for Cassandra.", R"({"kafkaNodes": 5, "zookeeperNodes": 3})"},
      {"Consumer group A: 24 consumers, 48 / 24 = 2 partitions each.", R"({"consumers": {"a": 6, "b": 12}})"},
      // Then and now.
      {"The old cluster had 24 partitions: 6,000 / 24 = 250 messages/s. The new one gets twice as many.",
       R"({"kafkaPartitions": 48})"},
      {"Storage: 2 TB/day × 365 = 730 TB this year.", R"({"storageTBNextYear": 950})"},
      {"Today we store 40 TB. At 30 % growth it is 40 × 1.3 = 52 TB.", R"({"storageTB": 64})"},
      // Average and peak, bounds, limits.
      {"Average load: 8.64M / 86,400 = 100 rps.", R"({"peakRps": 450, "averageRps": 100})"},
      {"At the peak 3,000 / 250 = 12 pods are needed.", R"({"minPods": 4, "maxPods": 30})"},
      {"The disk is 79 % full, 790 / 1,000.", R"({"full_alert_percent": 80})"},
      {"It holds 40,000 sessions × 20 KB = 800 MB of memory.", R"({"memoryLimitMB": 2048})"},
      {"With 20 connections per pod and 12 pods we have 240 connections.", R"({"max_connections": 400})"},
      // One of several, and all.
      {"Each of 3 regions has 8 brokers, so 24 brokers in all.",
       R"({"brokersPerRegion": 8, "spareBrokers": 2})"},
      {"An invoice has 6 lines per invoice: 1,000 × 6 = 6,000 lines.", R"({"invoices": 900})"},
      // One word is no name.
      {"Orders have a retention of 7 days: 10 GB/day × 7 days = 70 GB.",
       R"({"clicks": {"retention.ms": 86400000}})"},
      {"The batch takes 3 h a night.", R"({"batch": {"windowHours": 4}})"},
      {"Consumer group A: 24 consumers, 48 / 24 = 2 partitions each.", R"({"consumerGroups": 3})"},
      // Places and examples.
      {"Production needs 1,200 / 100 = 12 workers.", R"({"staging": {"workers": 2}})"},
      {"A page holds 50 items: 10,000 items / 50 = 200 pages.", R"({"page": 3, "items": 17})"},
      // What nobody else says.
      {"The batch takes 3 h: 10.8M / 1,000/s = 10,800 s.", R"({"windowHours": 4, "startHour": 2})"},
      {"Compute: 10 × $300 = $3,000 a month.", R"({"networkUsd": 500, "port": 8443})"},
      {"Sessions have a TTL of 30 minutes: 200/s × 1,800 s = 360,000 sessions.",
       R"({"cache": {"ttlSeconds": 60}})"},
      {"At a CPU utilisation of 60 % we need 600 / 0.6 = 1,000 cores.", R"({"averageUtilization": 70})"},
  };
  for (const Row& row : rows) {
    INFO(row.data);
    CHECK(told(with_data(row.text, row.data)).empty());
  }
}

TEST_CASE("a condition and a few of something say nothing of a setting") {
  CHECK(told(with_plan("The job is done once `percent_complete == 100`, and `complete == 100` for short.",
                       R"({"percentComplete": 61})"))
            .empty());
  CHECK(told(with_plan("We send three batches: 3 batches × 400 = 1,200 rows.", R"({"sendBatchSize": 512})"))
            .empty());
}

TEST_CASE("a key that several objects have is no second statement of their sum") {
  CHECK(told(R"(# Fees of a route

* `Ada -> Ben`
  * `toll_base`: 12
  * `toll_share_ppm`: 250
  * `expiry_delta`: 144
  * `least_amount`: 1400
* `Ben -> Cid`
  * `toll_base`: 60
  * `toll_share_ppm`: 130
  * `expiry_delta`: 48
  * `least_amount`: 1400

The sum for the route is 1.5 × 134 = 201, with a share of 7.15 × 140 = 1001 and 300 of delay. The least amount stays 1400, the delta of the first hop 144 and its share 250; the second has 48 and 130.

* `route_toll_base`: 201
* `route_toll_share_ppm`: 1001
* `route_expiry_delta`: 300
)")
            .empty());
}

TEST_CASE("a change shows both values of a key") {
  CHECK(
      told("```diff\n gates:\n-  north_port: 7001\n-  south_port: 7002\n+  north_port: 8010\n+  south_port: "
           "8095\n```\n")
          .empty());
}

TEST_CASE("a document without data has no names to compare") {
  CHECK(told("We have 36 partitions. We have 48 partitions.").empty());
}

}  // namespace
}  // namespace reckon::derive

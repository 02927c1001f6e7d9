// SPDX-License-Identifier: MIT
// A setting says how long something is kept, and the text says it too.
#include "derive/names/kept.hpp"

#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

/// What is told of a setting: how long it is said to be elsewhere.
std::string told_of_setting(const std::string& text) {
  const Sample sample(text);
  std::string out;
  for (const Accusation& accusation : sample.told()) {
    const Derivation& derivation = sample.derived.derivations[accusation.derivation];
    if (derivation.generator != Generator::repeated) continue;
    out += sample.text(derivation.target) + ", not " + sample.calculation(derivation) + "; ";
  }
  return out;
}

std::string fenced(const std::string& language, const std::string& data) {
  return "\n\n```" + language + "\n" + data + "\n```\n";
}

std::string topic(const std::string& milliseconds) {
  return fenced("sh", "kafka-topics.sh --create --topic clicks.raw --partitions 12 --config retention.ms=" +
                          milliseconds);
}

TEST_CASE("a setting that keeps longer or shorter than the text is told") {
  const std::string topic_text = "# Clicks\n\nEvents are kept for 5 days: 80 GB/day × 5 days = 400 GB.";
  CHECK(told_of_setting(topic_text + topic("432000000")).empty());
  CHECK(told_of_setting(topic_text + topic("86400000")) == "86400000, not 5 days; ");
  CHECK(told_of_setting(topic_text + topic("432000")) == "432000, not 5 days; ");

  const std::string readings =
      "# Barn sensors\n\n- Readings retained: 3 million a day × 20 days = 60 million\n- They are small.";
  CHECK(told_of_setting(readings + fenced("yaml", "retentionDays: 20")).empty());
  CHECK(told_of_setting(readings + fenced("yaml", "retentionDays: 90")) == "90, not 20 days; ");
  CHECK(told_of_setting(readings +
                        fenced("js", "db.readings.createIndex({ at: 1 }, { expireAfterSeconds: 1728000 })"))
            .empty());
  CHECK(told_of_setting(readings +
                        fenced("js", "db.readings.createIndex({ at: 1 }, { expireAfterSeconds: 172800 })")) ==
        "172800, not 20 days; ");

  // "Retained" stands in front of the first number.
  const std::string forms = "# Forms\n\nRetained scans: 40 GB/day × 36 hours / 24 = 60 GB.";
  CHECK(told_of_setting(forms + fenced("json", R"({"scans": {"retentionHours": 36}})")).empty());
}

TEST_CASE("of several times the one that names the object is meant") {
  const std::string text =
      "# Orders\n\nThe topic parcels is kept for 3 days. Keys in the cache are kept for 24 h, so that 2 "
      "million "
      "fit.\n\n```sh\nkafka-topics.sh --create --topic parcels --config retention.ms=";
  CHECK(told_of_setting(text + "259200000\n```\n").empty());
  CHECK(told_of_setting(text + "86400000\n```\n") == "86400000, not 3 days; ");
  // Nobody can say which is meant.
  const std::string two =
      "# Plan\n\nLogs are kept 7 days: 20 GB/day × 7 days = 140 GB. Traces are kept 3 days: "
      "10 GB/day × 3 days = 30 GB.";
  CHECK(told_of_setting(two + fenced("yaml", "retentionDays: 14")).empty());
}

TEST_CASE("of several topics each has the time that the text says of it") {
  const auto topics = [](const std::string& invoices) {
    const auto one = [](const std::string& name, const std::string& milliseconds) {
      return "kind: KafkaTopic\nmetadata:\n  name: " + name +
             "\nspec:\n  config:\n    retention.ms: " + milliseconds + "\n";
    };
    return "# Topics\n\n| Topic | GB a day | Retention | GB |\n|---|---|---|---|\n| parcels | 20 | 4 days | "
           "80 |\n"
           "| invoices | 5 | 30 days | 150 |\n| labels | 10 | 6 days | 60 |\n" +
           fenced("yaml", one("parcels", "345600000") + "---\n" + one("invoices", invoices));
  };
  CHECK(told_of_setting(topics("2592000000")).empty());
  CHECK(told_of_setting(topics("259200000")) == "259200000, not 30 days; ");
}

TEST_CASE("what the text tells of a setting is worked out") {
  const std::string text = "# Topic\n\nWe set `retention.ms=172800000`: 2 × 86,400,000 ms = 172,800,000 ms.";
  CHECK(told_of_setting(text + topic("172800000")).empty());
  CHECK(told_of_setting("# Topic\n\n`retention.ms=172800000` is 2 × 86,400,000 ms." + topic("172800")) ==
        "172800, not 172800000; ");
}

TEST_CASE("a variable is called by the name beside its value") {
  const auto variable = [](const std::string& hours) {
    return fenced(
        "yaml",
        "kind: Deployment\nmetadata:\n  name: lamp\nspec:\n  env:\n    - name: AUDIT_RETENTION\n      "
        "value: \"" +
            hours + "\"");
  };
  const std::string text =
      "# Lamp\n\n**Audit.** A lamp writes 3 GB a day. We keep 12 days: 3 GB × 12 days = 36 GB.";
  CHECK(told_of_setting(text + variable("288h")).empty());
  CHECK(told_of_setting(text + variable("480h")) == "480h, not 12 days; ");
}

TEST_CASE("notes beside a setting speak of it") {
  const auto queue = [](const std::string& hours) {
    return R"({"archive": {"notes": "Ten years are 40 TB."}, "queue": {"retentionHours": )" + hours +
           R"(, "notes": ["At 30 GB a day four days (96 h) are 120 GB: 30 GB/day × 96 h = 120 GB."]}})";
  };
  CHECK(told_of_setting("# Plan" + fenced("json", queue("96"))).empty());
  CHECK(told_of_setting("# Plan" + fenced("json", queue("24"))) == "24, not 96 h; ");
}

TEST_CASE("another time than that of the setting is not told") {
  const std::string text = "# Plan\n\nEvents are kept for 5 days: 80 GB/day × 5 days = 400 GB.";
  for (const std::string data : {
           "backupRetentionDays: 30",         // of something else
           "tokenExpiresInSeconds: 3600",     // is handed out
           "retention: { warm: 2, cold: 9 }"  // no time
       }) {
    INFO(data);
    CHECK(told_of_setting(text + "\n\nA backup is cheap." + fenced("yaml", data)).empty());
  }
  // Who says both means both.
  CHECK(told_of_setting(text + "\n\nMetrics: 30 days." + fenced("yaml", "retentionDays: 30")).empty());
  CHECK(told_of_setting(text + "\n\nCold storage for 30-90 days." + fenced("yaml", "retentionDays: 90"))
            .empty());
  // A program has numbers of its own.
  CHECK(told_of_setting(text + fenced("py", "RETENTION_DAYS = 7\nprint(RETENTION_DAYS)")).empty());
}

}  // namespace
}  // namespace reckon::derive

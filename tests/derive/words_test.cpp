// SPDX-License-Identifier: MIT
// What a number is called: what it counts, what it is said of, and what labels it.
#include "derive/page/words.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

bool has(const Naming& naming, Words words, const std::string& stem) {
  const auto id = naming.vocabulary.find(stem);
  return id && std::binary_search(words.begin(), words.end(), *id);
}

TEST_CASE("a stem is in lower case and singular") {
  CHECK(stem("Messages") == "message");
  CHECK(stem("replies") == "reply");
  CHECK(stem("boxes") == "box");
  CHECK(stem("batches") == "batch");
  CHECK(stem("class") == "class");
  CHECK(stem("gas") == "gas");
  CHECK(stem("TPS") == "tps");
}

TEST_CASE("a number counts what its unit and the words behind it name") {
  const Sample sample("We handle 400 writes per second on 12 hot brokers with 64 GB memory.");
  const Naming naming = name_mentions(sample.page());
  CHECK(has(naming, naming.nouns[0], "write"));
  CHECK(has(naming, naming.nouns[1], "broker"));
  CHECK(has(naming, naming.nouns[2], "memory"));
  CHECK_FALSE(has(naming, naming.nouns[2], "gb"));
}

TEST_CASE("\"per pod\" and \"each\" say of what a number is said") {
  const Sample sample("600 MB per pod, 60 on each instance, 500 MB each, 7 pods");
  const Naming naming = name_mentions(sample.page());
  CHECK(has(naming, naming.per[0], "pod"));
  CHECK(has(naming, naming.per[1], "instance"));
  CHECK(naming.each[sample.find("500 MB")]);
  CHECK_FALSE(naming.each[sample.find("7 pods")]);
}

TEST_CASE("a number may stand between \"each of\" and what is meant") {
  const Sample sample("60.5 on each of three instances");
  const Naming naming = name_mentions(sample.page());
  CHECK(has(naming, naming.per[0], "instance"));
}

TEST_CASE("a label stands in front of a sign, in a row and a header, or is a key") {
  const Sample line("Flush interval = 40 ms");
  const Naming of_line = name_mentions(line.page());
  CHECK(has(of_line, of_line.labels[0], "interval"));
  const Sample table("| part | peak load |\n|---|---|\n| gateway | 400 |\n");
  const Naming of_table = name_mentions(table.page());
  CHECK(has(of_table, of_table.labels[0], "gateway"));
  CHECK(has(of_table, of_table.labels[0], "load"));
  const Sample data(R"({"peakLoad": 400})", "plan.json");
  const Naming of_data = name_mentions(data.page());
  CHECK(has(of_data, of_data.labels[0], "peak"));
  CHECK(has(of_data, of_data.labels[0], "load"));
}

TEST_CASE("words are shared or not") {
  using List = std::vector<WordId>;
  CHECK(share_word(List{1, 3, 5}, List{2, 3}));
  CHECK_FALSE(share_word(List{1, 3}, List{2, 4}));
  CHECK_FALSE(share_word(List{}, List{1}));
}

}  // namespace
}  // namespace reckon::derive

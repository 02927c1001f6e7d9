// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace reckon;
using namespace reckon::document;
using Lines = std::vector<std::string>;

namespace {

/// A tree as one line: strings in quotes, numbers bare.
std::string dump(const tree::Node& node) {
  std::string out;
  switch (node.kind) {
    case tree::Kind::mapping:
      for (const auto& member : node.members)
        out += (out.empty() ? "" : ", ") + member.key + ": " + dump(member.value);
      return '{' + out + '}';
    case tree::Kind::sequence:
      for (const auto& item : node.items) out += (out.empty() ? "" : ", ") + dump(item);
      return '[' + out + ']';
    case tree::Kind::string:
      return '\'' + node.text + '\'';
    case tree::Kind::null:
      return "null";
    case tree::Kind::boolean:
    case tree::Kind::number:
      return node.text;
  }
  return out;
}

Lines commands(const Sample& sample) {
  Lines out;
  for (const Artefact* artefact : sample.all<Artefact>())
    out.push_back(artefact->name + ' ' + dump(*artefact->tree));
  return out;
}

Lines commands(std::string text) {
  return commands(read_sample(std::move(text), "a.sh"));
}

}  // namespace

TEST_CASE("options become members of a tree") {
  CHECK(commands("kafka-topics.sh --create --topic payments --partitions 500 --replication-factor=3 \\\n"
                 "  --config retention.ms=604800000 --config 'segment.bytes=1073741824'\n") ==
        Lines{"kafka-topics.sh {create: null, topic: 'payments', partitions: 500, replication-factor: 3, "
              "config: {retention.ms: 604800000, segment.bytes: 1073741824}}"});
  CHECK(commands("/opt/bin/kafka-topics --if-not-exists -c 5 -n7 -it x y") ==
        Lines{"kafka-topics.sh {if-not-exists: null, c: 5, n: 7, it: 'x', arguments: ['y']}"});
  CHECK(commands("kafka-configs --alter --add-config a=1,b=2") ==
        Lines{"kafka-configs.sh {alter: null, add-config: {a: 1, b: 2}}"});
  CHECK(commands("x --set a=[b,c] --set d=1,2") == Lines{"x {set: {a: '[b,c]', d: '1,2'}}"});
  CHECK(commands("x --retention -1 --name '' --v=") == Lines{"x {retention: -1, name: '', v: ''}"});
  CHECK(commands("x --f a --f b --f c=1") == Lines{"x {f: ['a', 'b', 'c=1']}"});
  CHECK(commands("java -Xmx4g -XX:MaxGCPauseMillis=200 -jar a.jar") ==
        Lines{"java {Xmx4g: null, XX:MaxGCPauseMillis: 200, jar: 'a.jar'}"});
}

TEST_CASE("separators, prefixes and assignments") {
  CHECK(commands("A=1 sudo B='x y' cmd --z 5 && other --y | third --x; last --w & # end") ==
        Lines{"cmd {environment: {A: 1, B: 'x y'}, z: 5}", "other {y: null}", "third {x: null}",
              "last {w: null}"});
  CHECK(commands("docker exec -it kafka kafka-topics.sh --partitions 6") ==
        Lines{"docker {arguments: ['exec'], it: 'kafka'}", "kafka-topics.sh {partitions: 6}"});
  CHECK(commands("kubectl exec -n kafka pod -- kafka-topics --partitions 6") ==
        Lines{"kubectl {arguments: ['exec', 'pod'], n: 'kafka'}", "kafka-topics.sh {partitions: 6}"});
  CHECK(commands("cmd --host <broker>:9092 --out > file 2>&1 --n 3") ==
        Lines{"cmd {host: '<broker>:9092', out: null, n: 3}"});
}

TEST_CASE("values have exact places") {
  const Sample sample = read_sample(
      "# \xc2\xb5\r\ncmd --n 500 --m=\"7 d\" --config retention.ms=604800000 --config 'a=1' \\\r\n  -e K=\"v "
      "w\" -t12\r\n",
      "a.sh");
  CHECK(sample.at(0, "/n") == "500");
  CHECK(sample.at(0, "/m") == "\"7 d\"");
  CHECK(sample.at(0, "/config/retention.ms") == "604800000");
  CHECK(sample.at(0, "/config/a") == "1");
  CHECK(sample.at(0, "/e/K") == "\"v w\"");
  CHECK(sample.at(0, "/t") == "12");
  const auto* artefact = sample.all<Artefact>().at(0);
  CHECK(sample.source(artefact->span).substr(0, 7) == "cmd --n");
  CHECK(sample.source(artefact->tree->members.at(0).key_span) == "n");
  CHECK(sample.source(artefact->tree->members.at(2).value.members.at(0).key_span) == "retention.ms");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("lines without options and comments stay lines") {
  CHECK(read_sample("cd /opt\n# 5 GB a day\necho done # really\ncmd --x\n", "a.sh").outline() ==
        Lines{"code cd /opt", "code # 5 GB a day", "code echo done", "code # really", "command cmd"});
}

TEST_CASE("behind a prompt stands a command, the rest is output") {
  const Sample sample = read_sample("```console\n$ cmd --n 5 \\\n    --m 6\ntotal --n 7\n$ next --o\n```\n");
  CHECK(sample.outline() == Lines{"command cmd", "code total --n 7", "command next"});
  CHECK(sample.at(0, "/m") == "6");
}

TEST_CASE("a here-document may hold a manifest") {
  const Sample sample = read_sample(
      "kubectl apply -f - <<'EOF'\napiVersion: v1\nkind: Pod\nspec: {n: 5}\nEOF\ncmd --z\n", "a.sh");
  CHECK(sample.outline() == Lines{"command kubectl", "manifest Pod", "command cmd"});
  CHECK(sample.at(1, "/spec/n") == "5");
}

TEST_CASE("a quote that is never closed does not swallow the script") {
  CHECK(commands("echo don't\ncmd --n 5\n") == Lines{"cmd {n: 5}"});
  CHECK(commands("cat <<EOF\ncmd --n 5\n") == Lines{"cmd {n: 5}"});
}

TEST_CASE("no bytes break the shell reader, and spans stay inside the text") {
  rc::check("bytes", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "cmd", " ", "\n", "--a", "=", "-", "b=c", ",", "'", "\"", "\\", "\\\n", "<<E", "\nE\n", "|", "&", ";",
        "#", "$ ", "<", ">", "<h>", "2>", "--", ".sh", "\r\n", "\xc2\xb5", "\xff", "sudo ", "-n5", "if "));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    RC_ASSERT(spans_are_sound(read_sample(text, "a.sh")));
  });
}

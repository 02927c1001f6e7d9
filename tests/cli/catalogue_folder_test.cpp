// SPDX-License-Identifier: MIT
// Models and prompts of one's own: --catalogue and RECKON_PATH, sound and unsound.
#include "cli/files.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::call_with;
using test::contains;
using test::Folder;
using test::Outcome;

constexpr const char* bakery = R"(model: bakery
title: Bakery
about: Written by a test.
inputs:
  loaves: {unit: item, names: [loaves]}
outputs:
  flour: {unit: KB, is: loaves * 500 B/item, kind: need, names: [flour]}
)";

constexpr const char* unsound = R"(model: unsound
title: Unsound
about: Written by a test.
inputs:
  size: {unit: GBB}
  count: {unit: item, defualt: 3}
)";

}  // namespace

TEST_CASE("a folder of one's own adds models") {
  const Folder folder;
  (void)folder.write("models/bakery.yaml", bakery);
  const Outcome outcome = call_with(folder.path(), {"size", "bakery", "loaves=8"});
  CHECK(outcome.code == ExitCode::clean);
  CHECK(contains(outcome.out, "4 KB"));
  CHECK(contains(call_with(folder.path(), {"models"}).out, "bakery"));
  CHECK(contains(call_with(folder.path(), {"models"}).out, "service-fleet"));
  CHECK(call({"size", "bakery", "loaves=8"}).code == ExitCode::usage);
}

TEST_CASE("a file of one's own wins over the built-in one") {
  const Folder folder;
  (void)folder.write("models/service-fleet.yaml",
                     "model: service-fleet\ntitle: Fleet of the house\nabout: Ours.\n");
  CHECK(contains(call_with(folder.path(), {"model", "service-fleet"}).out, "Fleet of the house"));
}

TEST_CASE("the option wins over RECKON_PATH") {
  const Folder folder;
  const Folder other;
  (void)folder.write("models/bakery.yaml", bakery);
  CHECK(call_with(other.path(), {"size", "bakery", "--catalogue", folder.path()}).code == ExitCode::clean);
  CHECK(call_with(folder.path(), {"size", "bakery", "--catalogue", other.path()}).code == ExitCode::usage);
}

TEST_CASE("an unsound model stops the run, with all of its problems at their places") {
  const Folder folder;
  const std::string path = folder.write("models/unsound.yaml", unsound);
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"models"},
                                             {"model", "unsound"},
                                             {"size", "unsound"},
                                             {"check", test::plan, "--prompt", "unsound"}}) {
    INFO(arguments[0]);
    const Outcome outcome = call_with(folder.path(), arguments);
    CHECK(outcome.code == ExitCode::usage);
    CHECK(contains(outcome.err, path + ":5:16"));
    CHECK(contains(outcome.err, "'GBB' is no unit"));
    CHECK(contains(outcome.err, path + ":6:23"));
    CHECK(contains(outcome.err, "did you mean 'default'?"));
  }
}

TEST_CASE("an unsound prompt stops the run, with its problems") {
  const Folder folder;
  (void)folder.write("prompts/odd/prompt.yaml", "prompt: odd\ntitel: Odd\n");
  for (const char* command : {"prompts", "prompt", "size"}) {
    INFO(command);
    std::vector<std::string> arguments{command};
    if (command != std::string("prompts")) arguments.emplace_back("odd");
    const Outcome outcome = call_with(folder.path(), arguments);
    CHECK(outcome.code == ExitCode::usage);
    CHECK(contains(outcome.err, "titel"));
    CHECK(contains(outcome.err, "did you mean 'title'?"));
  }
}

TEST_CASE("a prompt whose model is unsound stops the run") {
  const Folder folder;
  (void)folder.write("models/payment-gateway.yaml", "model: payment-gateway\ntitle: Broken\n");
  const Outcome outcome = call_with(folder.path(), {"check", test::plan});
  CHECK(outcome.code == ExitCode::usage);
  CHECK(contains(outcome.err, "needs the model 'payment-gateway', which is not sound"));
  CHECK(outcome.out.empty());
}

TEST_CASE("a file that is no YAML is a problem at its place") {
  const Folder folder;
  const std::string path = folder.write("models/broken.yaml", "model: [broken\ntitle: x\n");
  const Outcome outcome = call_with(folder.path(), {"size", "broken"});
  CHECK(outcome.code == ExitCode::usage);
  CHECK(contains(outcome.err, path));
}

TEST_CASE("of a catalogue folder, YAML files are read in the order of their paths and all else is left") {
  const Folder folder;
  (void)folder.write("models/b.yaml", "b");
  (void)folder.write("models/a.yaml", "a");
  (void)folder.write("models/notes.txt", "n");
  (void)folder.write("prompts/p/prompt.yaml", "p");
  std::filesystem::create_directories(folder.path("models/folder.yaml"));
  const auto files = read_catalogue(folder.path());
  REQUIRE(files.has_value());
  std::string texts;
  for (const tree::CatalogueFile& file : *files) texts += file.text;
  CHECK(texts == "abp");
  CHECK_FALSE(read_catalogue(folder.path("missing")).has_value());
  CHECK_FALSE(read_catalogue(folder.path("models/a.yaml")).has_value());
}

TEST_CASE("a response of 8 MiB is read, one byte more is not") {
  const Folder folder;
  const std::string full(largest_response, 'x');
  const auto text = read_file(folder.write("full.md", full));
  REQUIRE(text.has_value());
  CHECK(text->size() == largest_response);
  CHECK_FALSE(read_file(folder.write("more.md", full + 'x')).has_value());
}

TEST_CASE("the commands of the catalogue print what they name") {
  CHECK(contains(call({"prompts"}).out, "payment-gateway"));
  CHECK_FALSE(contains(call({"prompts", "--domain", "performance"}).out, "payment-gateway"));
  CHECK(contains(call({"model", "service-fleet"}).out, "busy_cores"));
  for (const char* name : {"report", "claims", "model", "prompt"}) {
    INFO(name);
    const Outcome outcome = call({"schema", name});
    CHECK(outcome.code == ExitCode::clean);
    CHECK(contains(outcome.out, std::string("urn:reckon:schema:") + name + ":1"));
  }
}

}  // namespace reckon::cli

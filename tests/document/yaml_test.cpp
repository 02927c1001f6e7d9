// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("a YAML file holds manifests and other mappings") {
  const Sample sample = read_sample(
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 10\n---\napiVersion: v1\nkind: "
      "List\nitems:\n- apiVersion: v1\n  kind: Pod\n---\nport: 8080\n",
      "a.yaml");
  CHECK(sample.outline() == Lines{"manifest Deployment", "manifest Pod", "yaml"});
  CHECK(sample.at(0, "/spec/replicas") == "10");
  CHECK(sample.at(2, "/port") == "8080");
}

TEST_CASE("a manifest that breaks off is kept and marked") {
  const auto outline = [](const char* text) { return read_sample(text, "a.yml").outline(); };
  const char* head = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 3\n  env:\n";
  const auto with = [&](const char* tail) { return outline((std::string(head) + tail).c_str()); };
  CHECK(with("  - name: TOKEN\n") == Lines{"manifest Deployment truncated"});
  CHECK(with("  - name: TOKEN\n    value:\n") == Lines{"manifest Deployment truncated"});
  CHECK(with("  - name: \"TOKEN\n") == Lines{"manifest Deployment truncated"});
  CHECK(with("  - name: TOKEN\n    value: x\n") == Lines{"manifest Deployment"});
  CHECK(with("  - name: TOKEN\n  ports: {}\n") == Lines{"manifest Deployment"});
  CHECK(read_sample(std::string(head) + "  - name: \"TOKEN\n", "a.yml").at(0, "/spec/replicas") == "3");
}

TEST_CASE("a break marks the document in which it stands") {
  const Sample sample =
      read_sample("apiVersion: v1\nkind: A\nx: [1,\n---\napiVersion: v1\nkind: B\n", "a.yaml");
  CHECK(sample.outline() == Lines{"manifest A truncated", "manifest B"});
  CHECK(sample.problems().substr(0, 30) == "error:document.unreadable-yaml");
}

TEST_CASE("YAML that is only words stays lines") {
  CHECK(read_sample("just words\n", "a.yaml").outline() == Lines{"code just words"});
}

TEST_CASE("a manifest without a file name is known by its content") {
  CHECK(read_sample("---\napiVersion: v1\nkind: Pod\n", "<stdin>").outline() == Lines{"manifest Pod"});
}

// SPDX-License-Identifier: MIT
// Whole reports as files, so that their wording and shape are reviewed like code. RECKON_UPDATE=1 rewrites
// the files of golden/; its model, prompt and answer are the input.
#include "check/context.hpp"
#include "report/catalogue_page.hpp"
#include "report/model_page.hpp"
#include "report/sizing.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

namespace reckon::report {
namespace {

void check_golden(const std::string& name, const std::string& actual) {
  INFO(name);
  if (std::getenv("RECKON_UPDATE") != nullptr) {
    std::ofstream(RECKON_ROOT "/tests/report/golden/" + name, std::ios::binary) << actual;
    return;
  }
  CHECK(actual == test::golden_file(name));
}

Sizing golden_sizing(const std::string& id, const std::vector<std::string>& settings) {
  check::Context context = test::context(id);
  base::Sources sources;
  for (const std::string& setting : settings)
    REQUIRE(check::set(context, sources, sources.add("command line", setting)).has_value());
  return size(context, "0.0.0");
}

}  // namespace

TEST_CASE("a report as text and as JSON") {
  const test::Printed printed = test::printed_shop();
  check_golden("answer.txt", printed.text());
  check_golden("answer-verbose.txt", printed.text(true));
  check_golden("answer.json", printed.json());
}

TEST_CASE("a report of two documents") {
  const test::Documents documents{{"answer.md", test::golden_file("answer.md")},
                                  {"other.json", "{\"cores\": 1, \"ingressMBs\": 20}\n"}};
  const test::Printed printed("shop", documents);
  check_golden("two-documents.txt", printed.text());
  check_golden("two-documents.json", printed.json());
}

TEST_CASE("a sizing as text and as JSON") {
  const Sizing open = golden_sizing("shop", {});
  check_golden("sizing-open.txt", print_sizing_text(open));
  check_golden("sizing-open.json", print_sizing_json(open));
  const Sizing full = golden_sizing("shop", {"order_size=5 KB/request", "peak=20k/s", "cores=3"});
  check_golden("sizing-full.txt", print_sizing_text(full));
  check_golden("sizing-full.json", print_sizing_json(full));
}

TEST_CASE("a model's page") {
  check_golden("model-page.txt", print_model_page(*test::context("shop").model));
}

}  // namespace reckon::report

// SPDX-License-Identifier: MIT
// Scenario files: what they put in force, and where the mistakes in them are told.
#include "whatif/scenario_file.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace reckon::whatif {
namespace {

using Files = std::map<std::string, std::string>;

struct Loaded {
  base::Sources sources;
  std::vector<base::Diagnostic> problems;
  std::optional<ScenarioFile> file;
  check::Context context = test::context("payment-gateway");

  Loaded(const Files& files, const std::string& path) {
    const ReadFile read = [&files](std::string_view wanted,
                                   std::string_view) -> tl::expected<FileText, std::string> {
      const auto at = files.find(std::string(wanted));
      if (at == files.end()) return tl::unexpected(std::string("no such file"));
      return FileText{at->first, at->second};
    };
    file = load_scenario(path, read, sources, problems);
    if (file) apply(*file, context, sources, problems);
  }
  [[nodiscard]] std::optional<double> value(const std::string& name) const {
    const auto& given = context.scenario[test::slot(context, name)];
    return given ? std::optional(given->stated.interval.value) : std::nullopt;
  }
};

}  // namespace

TEST_CASE("a scenario sets variables and quantities, and says that it did") {
  const Loaded loaded(
      {{"peak.yaml", "scenario: black friday\nabout: Twice.\nset: {peakTPS: 200k/s, cpu_time: 50 us}\n"}},
      "peak.yaml");
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.file->name == "black friday");
  CHECK(loaded.value("peak_rate") == 200000.0);
  CHECK(loaded.value("fleet.cpu_time") == Approx(50e-6));
  CHECK(loaded.context.scenario[test::slot(loaded.context, "fleet.cpu_time")]->origin ==
        "scenario black friday");
}

TEST_CASE("a scenario without a name has its file's, and one without settings changes nothing") {
  const Loaded loaded({{"plans/usual.yaml", "about: As it is.\n"}}, "plans/usual.yaml");
  REQUIRE(loaded.file.has_value());
  CHECK(loaded.file->name == "usual");
  CHECK(loaded.file->settings.empty());
}

TEST_CASE("what a scenario sets wins over what it extends") {
  const Loaded loaded({{"a.yaml", "extends: b.yaml\nset: {peakTPS: 300k/s}\n"},
                       {"b.yaml", "scenario: other\nextends: c.yaml\nset: {peakTPS: 200k/s, regions: 3}\n"},
                       {"c.yaml", "set: {regions: 9, payload: 2 KB}\n"}},
                      "a.yaml");
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.file->name == "a");
  CHECK(loaded.value("peak_rate") == 300000.0);
  CHECK(loaded.value("regions") == 3.0);
  CHECK(loaded.value("fleet.payload") == 2000.0);
}

TEST_CASE("mistakes in scenarios are told where they stand") {
  struct Bad {
    Files files;
    std::string code;
    std::string place;  ///< path:line:column
    std::string told;
  };
  const Bad cases[] = {
      {{{"a.yaml", "extends: b.yaml\n"}, {"b.yaml", "extends: a.yaml\n"}},
       "scenario.circle",
       "b.yaml:1:10",
       "a.yaml -> b.yaml -> a.yaml"},
      {{{"a.yaml", "about: x\nextends: a.yaml\n"}}, "scenario.circle", "a.yaml:2:10", "a.yaml -> a.yaml"},
      {{{"a.yaml", "extends: b.yaml\n"}, {"b.yaml", "extends: c.yaml\n"}, {"c.yaml", "extends: b.yaml\n"}},
       "scenario.circle",
       "c.yaml:1:10",
       "b.yaml -> c.yaml -> b.yaml"},
      {{{"a.yaml", "extends: gone.yaml\n"}}, "scenario.file", "a.yaml:1:10", "gone.yaml: no such file"},
      {{{"a.yaml", "set: {peakTPS: 1/s}\nsettings: {}\n"}},
       "catalogue.unknown-key",
       "a.yaml:2:1",
       "settings"},
      {{{"a.yaml", "set:\n  peekTPS: 1/s\n"}}, "usage.unknown-name", "a.yaml:2:3", "peekTPS"},
      {{{"a.yaml", "set:\n  peakTPS: 5 GB\n"}}, "quantity.wrong-dimension", "a.yaml:2:12", "5 GB"},
      {{{"a.yaml", "set:\n  cpu_time: 5 GB\n"}}, "quantity.wrong-dimension", "a.yaml:2:13", "5 GB"},
      {{{"a.yaml", "extends: b.yaml\n"}, {"b.yaml", "set:\n  cpu_time: soon\n"}}, "", "b.yaml:2:13", ""},
      {{{"a.yaml", "set: 5\n"}}, "scenario.set", "a.yaml:1:6", ""},
      {{{"a.yaml", "set: {regions: [1, 2]}\n"}}, "scenario.value", "a.yaml:1:16", ""},
      {{{"a.yaml", "set: {regions: 1, regions: 2}\n"}}, "yaml.duplicate-key", "a.yaml:1:19", ""},
      {{{"a.yaml", "set: {\n"}}, "", "a.yaml:2:1", ""},
      {{{"a.yaml", ""}}, "yaml.empty", "a.yaml:1:1", ""},
      {{{"a.yaml", "- 1\n"}}, "", "a.yaml:1:1", ""},
  };
  for (const Bad& row : cases) {
    const Loaded loaded(row.files, "a.yaml");
    INFO(row.files.begin()->second);
    REQUIRE_FALSE(loaded.problems.empty());
    const base::Diagnostic& problem = loaded.problems.front();
    const base::Span span = problem.primary.span;
    const base::Place place = loaded.sources.place(span.source, span.begin);
    INFO(problem.message);
    if (!row.code.empty()) CHECK(problem.code == row.code);
    CHECK(std::string(loaded.sources.name(span.source)) + ":" + std::to_string(place.line) + ":" +
              std::to_string(place.column) ==
          row.place);
    CHECK(problem.message.find(row.told) != std::string::npos);
  }
}

TEST_CASE("a chain of scenarios that never ends is cut") {
  Files files;
  for (int i = 0; i < 100; ++i)
    files["s" + std::to_string(i) + ".yaml"] = "extends: s" + std::to_string(i + 1) + ".yaml\n";
  const Loaded loaded(files, "s0.yaml");
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].code == "scenario.too-deep");
}

}  // namespace reckon::whatif

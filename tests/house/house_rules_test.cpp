// SPDX-License-Identifier: MIT
// The house plan, kept by a test: includes point down, libraries stay behind their walls, files stay small
// and say what they are, and the world is touched in one layer only.
#include "house/tree_of_files.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

namespace reckon::house {
namespace {

constexpr std::size_t longest_file = 400;

const std::vector<File>& sources() {
  static const std::vector<File> all = files({"src"}, {".hpp", ".cpp"});
  return all;
}

void fail(const File& file, std::size_t line, std::string_view message) {
  FAIL_CHECK(fmt::format("{}:{}: {}", file.path, line, message));
}

/// A library and the only places that may see it, directly or through a header of ours.
struct Wall {
  std::string_view header;
  std::vector<std::string_view> places;
};

const std::vector<Wall>& walls() {
  static const std::vector<Wall> rows{
      {"boost/units/*",
       {"src/units/domain.hpp", "src/units/*.cpp", "src/formula/*kernel*.hpp", "src/formula/*.cpp"}},
      {"boost/math/*", {"src/formula/*.cpp", "src/model/*.cpp", "src/whatif/*.cpp"}},
      {"boost/uuid/*", {"src/report/*.cpp"}},
      {"CLI/*", {"src/cli/app.cpp", "src/cli/option_groups.cpp"}},
      {"nlohmann/*",
       {"src/tree/*.cpp", "src/prompt/*.cpp", "src/report/*.cpp", "src/gate/*.cpp",
        "src/report/formats/json_rows.hpp"}},
      {"yaml.h", {"src/tree/*.cpp"}},
      {"md4c.h", {"src/document/*.cpp"}},
      {"pg_query.h", {"src/document/*.cpp"}},
      {"fmt/*", {"*"}},
      {"tl/*", {"*"}},
  };
  return rows;
}

/// What only `cli` may do, and what nobody does.
struct Ban {
  std::string_view word;
  std::string_view allowed;  ///< a pattern of paths; empty: nowhere
  std::string_view reason;
};

constexpr std::array bans{
    Ban{"#include <iostream>", "src/cli/*", "nothing below cli prints"},
    Ban{"#include <cstdio>", "src/cli/*", "nothing below cli prints or reads files"},
    Ban{"#include <fstream>", "src/cli/*", "nothing below cli reads files"},
    Ban{"#include <filesystem>", "src/cli/*", "nothing below cli reads files"},
    Ban{"getenv(", "src/cli/*", "nothing below cli reads the environment"},
    Ban{"#include <ctime>", "src/cli/*", "nothing below cli reads the clock"},
    Ban{"system_clock", "src/cli/*", "nothing below cli reads the clock"},
    Ban{"#include <random>", "", "equal input gives equal output on every machine"},
    Ban{"#include <regex>", "", "readers are linear in their input"},
    Ban{"#include <locale>", "", "output does not depend on the locale"},
    Ban{"std::stod(", "", "output does not depend on the locale: use std::from_chars"},
    Ban{"catch2/", "", "tests stay in tests/"},
    Ban{"shared_ptr", "", "values have one owner"},
    Ban{"virtual ", "", "closed choices are variants, open ones are table rows"},
    Ban{"thread_local", "", "state is an argument"},
    Ban{"#define", "", "no macros"},
};

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

/// The line without its comment and without what stands between quotes.
std::string code_of(std::string_view line) {
  std::string code;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!quoted && line.substr(i).starts_with("//")) break;
    if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
    if (!quoted) code += line[i];
  }
  return code;
}

bool is_system_header(std::string_view name) {
  return name.find('/') == std::string_view::npos && !name.ends_with(".h") && !name.ends_with(".hpp");
}

/// Library headers that a file sees, with the line of its own that brings them in.
void collect_libraries(const File& file, std::size_t line, std::set<std::string>& visited,
                       std::map<std::string, std::size_t>& seen) {
  for (const Include& include : file.includes) {
    const std::size_t cause = line == 0 ? include.line : line;
    if (!include.own) {
      if (!is_system_header(include.name)) seen.emplace(include.name, cause);
      continue;
    }
    if (!visited.insert(include.name).second) continue;
    const auto header = std::find_if(sources().begin(), sources().end(),
                                     [&](const File& f) { return f.path == "src/" + include.name; });
    if (header != sources().end()) collect_libraries(*header, cause, visited, seen);
  }
}

TEST_CASE("the layers stand in the order of the house plan") {
  const Layers plan = layers();
  const std::vector<std::string> expected{"base",     "tree",       "units",  "formula", "model",
                                          "document", "arithmetic", "derive", "prompt",  "check",
                                          "whatif",   "report",     "gate",   "cli"};
  std::vector<std::string> known;
  std::copy_if(expected.begin(), expected.end(), std::back_inserter(known), [&](const std::string& name) {
    return std::find(plan.order.begin(), plan.order.end(), name) != plan.order.end();
  });
  CHECK(plan.order == known);
  for (const std::string& layer : plan.order) {
    INFO(layer);
    const auto own = std::find(plan.order.begin(), plan.order.end(), layer);
    for (const std::string& lower : plan.visible_from(layer)) {
      INFO(lower);
      CHECK(std::find(plan.order.begin(), own + 1, lower) != own + 1);
    }
  }
  CHECK_FALSE(plan.visible_from("prompt").contains("document"));
  CHECK_FALSE(plan.visible_from("document").contains("prompt"));
  CHECK_FALSE(plan.visible_from("units").contains("tree"));
  CHECK_FALSE(plan.visible_from("tree").contains("units"));
  CHECK_FALSE(plan.visible_from("arithmetic").contains("document"));
  CHECK_FALSE(plan.visible_from("derive").contains("model"));
}

TEST_CASE("a file includes its own layer and layers below it") {
  const Layers plan = layers();
  for (const File& file : sources()) {
    const std::set<std::string> visible = plan.visible_from(file.layer);
    for (const Include& include : file.includes) {
      if (!include.own) continue;
      const std::string layer = include.name.substr(0, include.name.find('/'));
      if (!visible.contains(layer))
        fail(file, include.line, fmt::format("{} may not see {}", file.layer, layer));
      if (!std::filesystem::exists(std::string(RECKON_ROOT "/src/") + include.name)) {
        fail(file, include.line,
             fmt::format("there is no src/{}: includes are written \"layer/file.hpp\"", include.name));
      }
    }
  }
}

TEST_CASE("the rooms of a layer use each other in one direction") {
  std::map<std::string, std::set<std::string>> uses;
  for (const File& file : sources()) {
    for (const Include& include : file.includes) {
      const std::string room = folder_of("src/" + include.name);
      if (include.own && room.starts_with("src/" + file.layer) && room != folder_of(file.path))
        uses[folder_of(file.path)].insert(room);
    }
  }
  // A room that uses nothing any more is done: what is left at the end goes round in a circle.
  for (bool is_falling = true; is_falling;) {
    is_falling = false;
    std::erase_if(uses, [&](const auto& entry) {
      const auto is_done = [&](const std::string& room) { return !uses.contains(room); };
      const bool all = std::all_of(entry.second.begin(), entry.second.end(), is_done);
      is_falling = is_falling || all;
      return all;
    });
  }
  for (const auto& [room, used] : uses) FAIL_CHECK(room << " uses a room that uses it");
}

TEST_CASE("libraries stay behind their walls") {
  for (const File& file : sources()) {
    std::set<std::string> visited;
    std::map<std::string, std::size_t> seen;
    collect_libraries(file, 0, visited, seen);
    for (const auto& [header, line] : seen) {
      const auto wall = std::find_if(walls().begin(), walls().end(),
                                     [&header = header](const Wall& w) { return fits(w.header, header); });
      if (wall == walls().end()) {
        if (file.layer != "cli")
          fail(file, line, fmt::format("<{}> has no row in the table of walls", header));
        continue;
      }
      const bool is_allowed = std::any_of(wall->places.begin(), wall->places.end(),
                                          [&file](std::string_view place) { return fits(place, file.path); });
      if (!is_allowed) fail(file, line, fmt::format("<{}> does not belong here", header));
    }
  }
}

TEST_CASE("two source files see the command line library") {
  const auto sees = [](const File& file) {
    return std::any_of(file.includes.begin(), file.includes.end(),
                       [](const Include& include) { return include.name.starts_with("CLI/"); });
  };
  CHECK(std::count_if(sources().begin(), sources().end(), sees) <= 2);
}

TEST_CASE("only cli touches the world, and some things nobody does") {
  for (const File& file : sources()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code = code_of(file.lines[i]);
      for (const Ban& ban : bans) {
        if (code.find(ban.word) == std::string::npos || fits(ban.allowed, file.path)) continue;
        fail(file, i + 1, fmt::format("'{}': {}", ban.word, ban.reason));
      }
    }
  }
}

TEST_CASE("a source file has at most 400 lines") {
  for (const File& file : sources()) {
    if (file.lines.size() > longest_file)
      fail(file, longest_file, fmt::format("{} lines: split it by reason", file.lines.size()));
  }
}

TEST_CASE("every file names its licence, and every header says what it is") {
  for (const File& file : files({"src", "tests", "bench"}, {".hpp", ".cpp"})) {
    const auto line = [&file](std::size_t i) {
      return file.lines.size() > i ? std::string_view(file.lines[i]) : "";
    };
    if (line(0) != "// SPDX-License-Identifier: MIT") fail(file, 1, "the first line is the SPDX tag");
    if (!file.is_header()) continue;
    if (!line(1).starts_with("// ")) fail(file, 2, "an introduction of one to five lines follows the tag");
    if (std::find(file.lines.begin(), file.lines.end(), "#pragma once") == file.lines.end()) {
      fail(file, 1, "a header is included once");
    }
  }
  for (const File& file :
       files({"CMakeLists.txt", "src", "tests", "bench", "cmake"}, {"CMakeLists.txt", ".cmake"})) {
    const bool has_tag = !file.lines.empty() && file.lines[0] == "# SPDX-License-Identifier: MIT";
    if (!has_tag) fail(file, 1, "the first line is the SPDX tag");
  }
}

TEST_CASE("folder and namespace have the same name") {
  for (const File& file : sources()) {
    if (file.path == "src/cli/main.cpp") continue;
    const std::string opening = fmt::format("namespace reckon::{}", file.layer);
    const bool opens = std::any_of(file.lines.begin(), file.lines.end(),
                                   [&](const std::string& line) { return line.starts_with(opening); });
    if (!opens) fail(file, 1, fmt::format("does not open '{}'", opening));
  }
}

TEST_CASE("a file is named after what it holds") {
  constexpr std::array drawers{"util", "utils", "helper", "helpers", "manager", "common", "misc"};
  for (const File& file : files({"src", "tests", "bench", "cmake"}, {".hpp", ".cpp", ".cmake"})) {
    std::string name = std::filesystem::path(file.path).stem().string();
    std::replace(name.begin(), name.end(), '_', ' ');
    for (const std::string_view drawer : drawers) {
      if (fmt::format(" {} ", name).find(fmt::format(" {} ", drawer)) != std::string::npos) {
        fail(file, 1, fmt::format("'{}' says nothing about the content", drawer));
      }
    }
  }
}

TEST_CASE("nothing has to be kept equal by hand") {
  const std::string words = fmt::format("keep {} sync", "in");
  const auto texts = files({"src", "tests", "bench", "cmake", "docs", "models", "prompts", "README.md",
                            "ARCHITECTURE.md", "CONTRIBUTING.md", "CMakeLists.txt"},
                           {".hpp", ".cpp", ".cmake", ".txt", ".md", ".yaml"});
  for (const File& file : texts) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (file.lines[i].find(words) != std::string::npos)
        fail(file, i + 1, "a table or a generated file is missing");
    }
  }
}

TEST_CASE("every layer has its folder of tests") {
  for (const std::string& layer : layers().order) {
    INFO(layer);
    CHECK_FALSE(files({"tests/" + layer}, {"_test.cpp"}).empty());
  }
}

TEST_CASE("patterns match paths") {
  CHECK(fits("src/*.cpp", "src/units/read.cpp"));
  CHECK(fits("*", "anything"));
  CHECK(fits("yaml.h", "yaml.h"));
  CHECK_FALSE(fits("src/*.cpp", "src/units/read.hpp"));
  CHECK_FALSE(fits("", "src"));
}

}  // namespace
}  // namespace reckon::house

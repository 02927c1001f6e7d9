// SPDX-License-Identifier: MIT
// Rendered diagnostics, so that their wording is reviewed like code. RECKON_UPDATE=1 rewrites the files.
//
// A file of snapshots/ is a list of cases:
//   === title
//   scope: NAME UNIT; NAME UNIT...      (optional)
//   prose                               (optional: counted axes are transparent)
//   yields: UNIT | truth                (optional: what is declared)
//   formula: TEXT
//   ---
//   the diagnostics as rendered, or `value: ...`
#include "formula/codes.hpp"
#include "support.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace reckon::formula {
namespace {

using test::Bench;

struct Snapshot {
  std::string head;  ///< from the title to the line of dashes
  std::string expected;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<Snapshot> split(const std::string& text) {
  std::vector<Snapshot> out;
  std::size_t at = text.find("=== ");
  while (at != std::string::npos) {
    const std::size_t next = text.find("\n=== ", at);
    const std::string piece = text.substr(at, next == std::string::npos ? next : next + 1 - at);
    const std::size_t dashes = piece.find("\n---\n");
    REQUIRE(dashes != std::string::npos);
    out.push_back({piece.substr(0, dashes + 5), piece.substr(dashes + 5)});
    at = next == std::string::npos ? next : next + 1;
  }
  return out;
}

/// The rest of the line that starts with `key`, or "".
std::string field(const std::string& head, const std::string& key) {
  const std::size_t at = head.find('\n' + key);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + 1 + key.size();
  return head.substr(begin, head.find('\n', begin) - begin);
}

std::vector<base::Diagnostic> diagnose(Bench& bench, const std::string& text, const std::string& yields) {
  const auto formula = bench.parse(text);
  if (!formula) return {formula.error()};
  DimensionCheck check = check_dimensions(*formula, bench.scope());
  if (check.problems.empty() && !yields.empty()) {
    const Type expected = yields == "truth" ? Type{{}, true} : Type{test::dimension_of_unit(yields), false};
    const base::SourceId declaration = bench.add_source("declaration", "unit: " + yields);
    const base::Span span{declaration, 6, static_cast<std::uint32_t>(6 + yields.size())};
    if (check.type != expected)
      check.problems.push_back(wrong_result(*formula, check.type, expected, {span, {}}));
  }
  check.problems.insert(check.problems.end(), check.notes.begin(), check.notes.end());
  return check.problems;
}

}  // namespace

TEST_CASE("diagnostics look as reviewed") {
  std::set<std::string> seen;
  std::size_t cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(RECKON_ROOT "/tests/formula/snapshots")) {
    std::string rewritten;
    for (const Snapshot& row : split(read_file(entry.path()))) {
      CAPTURE(row.head);
      Bench bench(field(row.head, "scope: "), row.head.find("\nprose\n") != std::string::npos);
      std::string actual;
      for (const base::Diagnostic& diagnostic :
           diagnose(bench, field(row.head, "formula: "), field(row.head, "yields: "))) {
        seen.insert(diagnostic.code);
        actual += base::render(diagnostic, bench.sources()) + '\n';
      }
      rewritten += row.head + actual;
      ++cases;
      if (std::getenv("RECKON_UPDATE") == nullptr) CHECK(actual == row.expected);
    }
    if (std::getenv("RECKON_UPDATE") != nullptr) std::ofstream(entry.path(), std::ios::binary) << rewritten;
  }
  CHECK(cases >= 25);
  for (const CodeRow& row : code_table()) {
    CAPTURE(row.code);
    // Too long for a snapshot; parse_test has it.
    if (row.code != codes::too_long) CHECK(seen.count(std::string(row.code)) == 1);
  }
}

TEST_CASE("every code has one row with a sentence") {
  std::set<std::string_view> codes;
  for (const CodeRow& row : code_table()) {
    CAPTURE(row.code);
    CHECK(codes.insert(row.code).second);
    CHECK(row.code.substr(0, 8) == "formula.");
    CHECK(row.about.back() == '.');
  }
}

}  // namespace reckon::formula

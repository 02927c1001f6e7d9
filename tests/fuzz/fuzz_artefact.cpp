// SPDX-License-Identifier: MIT
// Any bytes as code of a kind that the first byte chooses: no crash, every span inside the text.
#include "document/sql/columns.hpp"
#include "spans.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// n, s, g, m, t, p and y choose by the letter, so that seeds stay readable; other bytes read as prose.
struct Choice {
  std::uint8_t letter;
  std::string_view name;
};
constexpr std::array choices{Choice{'n', "fuzz.conf"},    Choice{'s', "fuzz.sql"},
                             Choice{'g', "fuzz.graphql"}, Choice{'m', "fuzz.js"},
                             Choice{'t', "fuzz.tf"},      Choice{'p', "fuzz.properties"},
                             Choice{'y', "fuzz.yaml"}};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reckon;
  if (size == 0) return 0;
  std::string_view name = "fuzz.md";
  for (const Choice& choice : choices) {
    if (choice.letter == data[0]) name = choice.name;
  }
  base::Sources sources;
  const auto id =
      sources.add(std::string(name), std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  fuzz::check_document(sources, document::read(sources, id));

  tree::Node column;
  column.kind = tree::Kind::string;
  column.span = column.text_span = sources.whole(id);
  column.text = sources.text(id);
  column.verbatim = true;
  const std::array<const tree::Node*, 2> columns{&column, &column};
  if (const auto table = document::read_sql_columns(columns).table) fuzz::check_tree(sources, *table, false);
  return 0;
}

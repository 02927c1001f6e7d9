// SPDX-License-Identifier: MIT
#include "corpus/spelled_statement.hpp"

#include "arithmetic/alphabet.hpp"
#include "base/unicode.hpp"
#include "derive/derive.hpp"
#include "document/read.hpp"

#include <algorithm>

namespace reckon::corpus {

const std::vector<SeatRow>& seats() {
  static const std::vector<SeatRow> rows{
      {"line", "{}\n"},
      {"sentence", "It was counted. {}. It is known.\n"},
      {"label", "Store: {}\n"},
      {"bold label", "**Store:** {}\n"},
      {"bold", "**{}**\n"},
      {"code span", "`{}`\n"},
      {"item", "- {}\n"},
      {"numbered item", "1. {}\n"},
      {"nested item", "- Store\n  - {}\n"},
      {"quote", "> {}\n"},
      {"heading", "## {}\n"},
      {"table cell", "| Part | Size |\n|---|---|\n| store | {} |\n"},
      {"fence", "```\n{}\n```\n"},
      {"text fence", "```text\n{}\n```\n"},
      {"YAML comment", "```yaml\nname: store  # {}\n```\n"},
      {"shell comment", "```bash\n# {}\nstart store\n```\n"},
      {"SQL comment", "```sql\n-- {}\nSELECT name FROM store;\n```\n"},
      {"JSON string", "```json\n{\"note\": \"{}\"}\n```\n"},
  };
  return rows;
}

Reading read_statement(const SeatRow& seat, std::string_view line, bool is_result_first) {
  std::string text(seat.text);
  // Of a JSON object the first brace is its own.
  text.replace(text.rfind("{}"), 2, line);
  base::Sources sources;
  const base::SourceId source = sources.add("a.md", std::move(text));
  const document::Document document = document::read(sources, source);
  const derive::Derived derived = derive::derive(sources, document);
  const std::vector<derive::Story>& stories = derived.judged.stories;
  if (stories.empty()) return Reading::unread;
  const derive::Story& result = is_result_first ? stories.front() : stories.back();
  const auto is_accused = [](const derive::Story& story) { return story.fate == derive::Fate::accused; };
  const auto accused = std::count_if(stories.begin(), stories.end(), is_accused);
  if (accused > 0) return accused == 1 && is_accused(result) ? Reading::accused : Reading::misplaced;
  return result.fate == derive::Fate::explained ? Reading::recomputed : Reading::unread;
}

std::vector<std::string> characters_for(std::string_view plain) {
  constexpr char32_t end = 0x10000;
  std::vector<std::string> out;
  for (char32_t character = 0x80; character < end; ++character) {
    if (arithmetic::plain_spelling(character) == plain) base::append_utf8(out.emplace_back(), character);
  }
  return out;
}

}  // namespace reckon::corpus

// SPDX-License-Identifier: MIT
#include "derive/written/fillers.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Node;
using arithmetic::Operation;

constexpr float just_before = 0.3F;
constexpr float each_further_filler = 0.8F;
constexpr float line_before = 2.0F;
constexpr std::size_t most_fillers = 5;
constexpr std::size_t most_lines_before = 2;
/// How far up a name is looked for.
constexpr MentionId farthest_name = 200;
constexpr float by_name = 0.5F;
constexpr float by_part_of_name = 2.5F;

}  // namespace

std::vector<Filler> Fillers::of(LineId line, const arithmetic::Side& side,
                                const std::vector<Node>& nodes) const {
  const Node* hole = nullptr;
  for (std::uint32_t i = side.first_node; i <= side.root; ++i) {
    if (nodes[i].operation != Operation::gap && nodes[i].operation != Operation::name) continue;
    if (hole != nullptr) return {};
    hole = &nodes[i];
  }
  if (hole == nullptr) return {};
  return hole->operation == Operation::gap ? before(line, hole->begin) : named(line, hole->begin, hole->end);
}

/// "400 × 100.47" above "divided by 1000": no result stands there.
bool Fillers::is_operand_behind(MentionId id) const {
  using arithmetic::Kind;
  using arithmetic::Role;
  const std::uint32_t token = page_.mentions[id].token;
  if (token == page_.line_of(id).first_token) return false;
  const arithmetic::Token& before = page_.tokens.tokens[token - 1];
  return before.kind == Kind::times || before.kind == Kind::over || before.kind == Kind::plus ||
         (before.kind == Kind::word && (before.role == Role::times || before.role == Role::over ||
                                        before.role == Role::plus || before.role == Role::minus));
}

/// The numbers in front of the operator, nearest first; then those of the lines before, last first; in a
/// table those of the row's cells before and of the cell above.
std::vector<Filler> Fillers::before(LineId line, std::uint32_t token) const {
  std::vector<Filler> out;
  const Line& own = page_.lines[line];
  float price = just_before;
  const auto first = page_.mentions.begin() + own.first_mention;
  const auto behind = std::partition_point(first, page_.mentions.begin() + own.end_mention,
                                           [token](const Mention& mention) { return mention.token < token; });
  for (auto m = static_cast<MentionId>(behind - page_.mentions.begin());
       m-- > own.first_mention && out.size() < most_fillers;) {
    out.push_back({m, price});
    price += each_further_filler;
  }
  if (!out.empty()) return out;
  price = line_before;
  std::size_t lines = 0;
  for (LineId id = line; id-- > 0 && lines < most_lines_before;) {
    const Line& above = page_.lines[id];
    if (above.first_mention == above.end_mention) continue;
    ++lines;
    // What goes on with a calculation goes on with all of it.
    if (lines == 1 && is_operand_behind(above.end_mention - 1)) return out;
    for (MentionId m = above.end_mention; m-- > above.first_mention && out.size() < most_fillers;) {
      out.push_back({m, price});
      price += each_further_filler;
    }
  }
  return out;
}

/// Numbers whose label has all words of the name, the nearest first.
std::vector<Filler> Fillers::named(LineId line, std::uint32_t begin, std::uint32_t end) const {
  std::vector<std::string> wanted;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (page_.tokens.tokens[i].role == arithmetic::Role::content)
      wanted.push_back(stem(page_.written(line, page_.tokens.tokens[i])));
  }
  std::vector<Filler> out;
  if (wanted.empty()) return out;
  std::vector<WordId> words;
  for (const std::string& word : wanted) {
    const auto id = naming_.vocabulary.find(word);
    if (!id) return out;
    words.push_back(*id);
  }
  std::sort(words.begin(), words.end());
  const MentionId last = page_.lines[line].first_mention;
  for (MentionId m = last; m-- > 0 && last - m <= farthest_name && out.size() < most_fillers;) {
    const Words label = naming_.labels[m];
    if (label.empty() || !std::includes(label.begin(), label.end(), words.begin(), words.end())) continue;
    out.push_back({m, label.size() == words.size() ? by_name : by_part_of_name});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Filler& a, const Filler& b) { return a.price < b.price; });
  return out;
}

}  // namespace reckon::derive

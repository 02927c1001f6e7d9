// SPDX-License-Identifier: MIT
#include "derive/page/window.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {
namespace {

using arithmetic::Period;

// Counted: where the operands of derived numbers stand in documents of others.
/// In its own sentence: right before the number, the one before that...
constexpr std::array before_in_sentence{7.5, 2.7, 2.1, 1.7, 0.8};
constexpr std::array behind_in_sentence{0.8, 0.5, 0.2};
/// In the sentences before: the number that ends the nearest, any other of that sentence, of the next...
constexpr double ends_sentence_before = 2.4;
constexpr std::array sentences_before{1.0, 0.7, 0.6, 0.5};
constexpr double same_row = 1.0;
constexpr double header_of_column = 0.5;
constexpr double line_above = 0.27;
constexpr double lines_above_that = 0.17;
constexpr double shares_name = 0.17;
// Factors: what more is known about a number.
constexpr double shares_noun = 2.0;  ///< counts the same things,
constexpr double is_shared = 1.5;    ///< counts what the target is said per one of,
constexpr double was_derived = 1.3;  ///< is a result itself,
constexpr double one_digit = 1.5;    ///< "3 copies"

constexpr std::size_t most_candidates = 40;
constexpr MentionId most_in_sentence = 30;
constexpr std::uint32_t most_columns_aside = 16;
constexpr MentionId most_above = 14;
constexpr std::size_t most_by_word = 2;
constexpr std::size_t most_words = 12;

constexpr std::array all_periods{Period::second, Period::minute, Period::hour, Period::day,
                                 Period::week,   Period::month,  Period::year};
static_assert(most_candidates + all_periods.size() <= 64);
/// A period that no number tells: "over a year", "a day".
constexpr std::array period_unsaid{0.4, 0.12, 0.2, 0.4, 0.3, 0.4, 0.1};

/// Of the n-th place; those beyond the last weigh as much as it.
template <std::size_t places>
constexpr double nth(const std::array<double, places>& weights, std::size_t n) {
  return weights[std::min(n, places - 1)];
}

bool is_same_number(const Candidate& a, const Candidate& b) {
  return a.value == b.value && a.dimension == b.dimension;
}

}  // namespace

Windows::Windows(const Page& page, const Naming& naming, const std::vector<bool>& is_result)
    : page_(page), naming_(naming), is_result_(is_result) {
  by_word_.resize(naming.vocabulary.size());
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    if (page.figure(id).name) continue;
    for (const WordId word : naming.nouns[id]) by_word_[word].push_back(id);
    for (const WordId word : naming.labels[id]) {
      if (by_word_[word].empty() || by_word_[word].back() != id) by_word_[word].push_back(id);
    }
  }
}

void Windows::in_line(MentionId target, std::vector<Weighted>& out) const {
  const Mention& mention = page_.mentions[target];
  const Sentence& own = page_.sentences[mention.sentence];
  const MentionId first = target > most_in_sentence ? target - most_in_sentence : 0;
  const MentionId end = std::min(own.end_mention, target + most_in_sentence / 2);
  for (MentionId m = std::max(own.first_mention, first); m < end; ++m) {
    if (m < target) out.push_back({m, nth(before_in_sentence, target - m - 1)});
    if (m > target) out.push_back({m, nth(behind_in_sentence, m - target - 1)});
  }
  for (SentenceId s = mention.sentence; s-- > 0 && mention.sentence - s <= sentences_before.size();) {
    const Sentence& before = page_.sentences[s];
    if (before.line != own.line) break;
    const MentionId from =
        before.end_mention - std::min(before.end_mention - before.first_mention, most_in_sentence);
    for (MentionId m = from; m < before.end_mention; ++m)
      out.push_back(
          {m, m + 1 == target ? ends_sentence_before : nth(sentences_before, mention.sentence - s - 1)});
  }
}

void Windows::in_row(MentionId target, std::vector<Weighted>& out) const {
  const Line& line = page_.line_of(target);
  if (line.table == 0) return;
  const Grid& table = page_.tables[line.table - 1];
  const auto add = [&](LineId id, double weight) {
    if (id == nowhere || id == page_.mentions[target].line) return;
    for (MentionId m = page_.lines[id].first_mention; m < page_.lines[id].end_mention; ++m)
      out.push_back({m, weight});
  };
  const std::uint32_t left = line.column > most_columns_aside ? line.column - most_columns_aside : 0;
  const std::uint32_t right = std::min(table.columns, line.column + most_columns_aside);
  for (std::uint32_t column = left; column < right; ++column) add(table.at(line.row, column), same_row);
  add(table.at(0, line.column - 1), header_of_column);
  if (line.row > 1) add(table.at(line.row - 1, line.column - 1), line_above);
}

void Windows::above(MentionId target, std::vector<Weighted>& out) const {
  const LineId own = page_.mentions[target].line;
  const Line& line = page_.lines[own];
  // In front of a cell the table's caption and what leads to it; otherwise the lines before.
  const MentionId end = line.table == 0 ? line.first_mention : first_of_table(line.table);
  const LineId nearest = end == 0 ? own : page_.mentions[end - 1].line;
  for (MentionId m = end; m-- > 0 && end - m <= most_above;)
    out.push_back({m, page_.mentions[m].line == nearest ? line_above : lines_above_that});
}

void Windows::by_name(MentionId target, std::vector<Weighted>& out) const {
  const Mention& mention = page_.mentions[target];
  std::size_t words = 0;
  const auto add = [&](WordId word) {
    const std::vector<MentionId>& named = by_word_[word];
    auto before = std::lower_bound(named.begin(), named.end(), target);
    for (std::size_t i = 0; i < most_by_word && before != named.begin(); ++i) {
      --before;
      out.push_back({*before, shares_name});
    }
  };
  for (const WordId word : naming_.sentences[mention.sentence]) {
    if (++words > most_words) break;
    add(word);
  }
  for (const WordId word : naming_.labels[target]) add(word);
}

std::vector<Candidate> Windows::around(MentionId target) const {
  std::vector<Weighted> weighted;
  in_line(target, weighted);
  in_row(target, weighted);
  above(target, weighted);
  by_name(target, weighted);
  std::sort(weighted.begin(), weighted.end(), [](const Weighted& a, const Weighted& b) {
    return a.mention != b.mention ? a.mention < b.mention : a.weight > b.weight;
  });
  weighted.erase(std::unique(weighted.begin(), weighted.end(),
                             [](const Weighted& a, const Weighted& b) { return a.mention == b.mention; }),
                 weighted.end());
  const SentenceId sentence = page_.mentions[target].sentence;
  std::vector<Candidate> out;
  for (Weighted& w : weighted) {
    const arithmetic::Figure& figure = page_.figure(w.mention);
    if (figure.name || figure.number == 0.0 || figure.is_range() || w.mention == target) continue;
    if (figure.number == 1.0 && !figure.has_unit()) continue;
    if (share_word(naming_.nouns[w.mention], naming_.nouns[target])) w.weight *= shares_noun;
    const bool counts = share_word(naming_.nouns[w.mention], naming_.per[target]);
    if (counts) w.weight *= is_shared;
    if (is_result_[w.mention]) w.weight *= was_derived;
    if (figure.digits <= 1) w.weight *= one_digit;
    const arithmetic::Extent extent = arithmetic::extent_of(figure);
    Candidate candidate;
    candidate.mention = w.mention;
    candidate.value = extent.value;
    candidate.low = extent.low;
    candidate.high = extent.high;
    candidate.dimension = figure.unit.dimension.without_counts();
    candidate.weight = w.weight;
    candidate.nouns = naming_.nouns[w.mention];
    candidate.per = naming_.per[w.mention];
    candidate.counts_what_is_shared = counts;
    candidate.is_same_sentence = page_.mentions[w.mention].sentence == sentence;
    // The same number said again is one candidate, and the weightier.
    const auto twin = std::find_if(out.begin(), out.end(),
                                   [&](const Candidate& other) { return is_same_number(other, candidate); });
    if (twin == out.end()) {
      out.push_back(candidate);
    } else {
      candidate.weight += twin->weight;
      *twin = candidate;
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  if (out.size() > most_candidates) out.resize(most_candidates);
  for (std::size_t i = 0; i < all_periods.size(); ++i) {
    const Period period = all_periods[i];
    Candidate candidate;
    candidate.period = period;
    candidate.value = candidate.low = candidate.high = arithmetic::seconds(period);
    candidate.dimension = units::axis(units::Axis::time);
    candidate.weight = period_unsaid[i];
    out.push_back(candidate);
  }
  return out;
}

MentionId Windows::first_of_table(std::uint32_t number) const {
  const Grid& table = page_.tables[number - 1];
  for (const LineId id : table.cells) {
    if (id != nowhere) return page_.lines[id].first_mention;
  }
  return 0;
}

}  // namespace reckon::derive

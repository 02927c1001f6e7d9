// SPDX-License-Identifier: MIT
#include "derive/names/respelled.hpp"

#include "arithmetic/outcome.hpp"
#include "derive/names/stated_again.hpp"
#include "derive/page/quantity_kind.hpp"
#include "units/lookup.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Period;

/// Fewer digits are common: 25 million a month and 25 million a year are two sums.
constexpr std::uint8_t least_digits = 3;
/// In 6,000 public documents no two quantities of one kind agreed so; one more place that says the same
/// doubles what speaks for it.
constexpr float of_one_number = 3.0F;

/// A unit in which a number is told, and the places that tell it so.
struct Spelt {
  double factor = 0.0;
  Period period = Period::none;
  std::vector<MentionId> places;
  std::size_t uses = 0;  ///< in calculations that hold
};

class Respelled {
 public:
  Respelled(Page& page, const Naming& naming, std::vector<Derivation>& out)
      : page_(page),
        naming_(naming),
        out_(out),
        uses_(page.mentions.size(), 0),
        is_converted_(page.mentions.size(), false) {
    for (const units::ListedSpelling& listed : units::listed_spellings()) {
      if (listed.spelling.unit.dimension != units::axis(units::Axis::time)) continue;
      if (const auto word = naming.vocabulary.find(stem(listed.text))) times_.push_back(*word);
    }
    std::sort(times_.begin(), times_.end());
    for (const Derivation& derivation : out) {
      if (derivation.chained && derivation.holds()) {
        for (const MentionId operand : operands_of(page, derivation)) is_converted_[operand] = true;
      }
      if (!derivation.holds() || derivation.target == nowhere || derivation.evidence() < 1.0F) continue;
      ++uses_[derivation.target];
      for (const MentionId operand : operands_of(page, derivation)) ++uses_[operand];
    }
  }

  void run() {
    std::vector<MentionId> all;
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      if (has_telling_digits(page_.figure(id))) all.push_back(id);
    }
    const auto key = [this](MentionId id) {
      const Figure& figure = page_.figure(id);
      return std::make_pair(figure.number, figure.unit.dimension.without_counts().exponents);
    };
    std::stable_sort(all.begin(), all.end(), [&](MentionId a, MentionId b) { return key(a) < key(b); });
    for (auto first = all.begin(); first != all.end();) {
      const auto end = std::find_if(first, all.end(), [&](MentionId id) { return key(id) != key(*first); });
      if (end - first > 1) compare({first, end});
      first = end;
    }
  }

 private:
  static bool has_telling_digits(const Figure& figure) {
    if (std::exp2(std::round(std::log2(figure.number))) == figure.number) return false;  // a size
    const bool has_price = figure.currency != arithmetic::Currency::none;
    return figure.digits >= least_digits && !figure.name && !figure.is_range() && !has_price &&
           (figure.period != Period::none || figure.unit.dimension.of(units::Axis::data) != 0);
  }

  void compare(const std::vector<MentionId>& same) {
    std::vector<Spelt> ways;
    for (const MentionId id : same) {
      const Figure& figure = page_.figure(id);
      auto way = std::find_if(ways.begin(), ways.end(), [&](const Spelt& known) {
        return is_same_number(known.factor, figure.unit.factor);
      });
      if (way == ways.end()) way = ways.insert(way, {figure.unit.factor, figure.period, {}, 0});
      way->places.push_back(id);
      way->uses += uses_[id];
    }
    if (ways.size() != 2) return;
    Spelt& a = ways.front();
    Spelt& b = ways.back();
    const auto weight = [](const Spelt& way) { return std::make_pair(way.places.size(), way.uses); };
    const Spelt& odd = weight(a) < weight(b) ? a : b;
    const Spelt& usual = &odd == &a ? b : a;
    // What stands twice each way is meant each way.
    if (odd.places.size() > 1 || !differ_by_slip(a, b)) return;
    const MentionId id = odd.places.front();
    const bool is_of_kind =
        !is_converted_[id] && std::all_of(usual.places.begin(), usual.places.end(),
                                          [&](MentionId other) { return may_be_same(id, other); });
    if (is_of_kind) add(id, usual);
  }

  [[nodiscard]] static bool differ_by_slip(const Spelt& a, const Spelt& b) {
    constexpr double bits_of_byte = 8.0;
    const double ratio = std::max(a.factor, b.factor) / std::min(a.factor, b.factor);
    if (a.period == b.period) return is_same_number(ratio, bits_of_byte);
    if (a.period == Period::none || b.period == Period::none) return false;
    const double periods = arithmetic::seconds(a.period) / arithmetic::seconds(b.period);
    return is_same_number(ratio, std::max(periods, 1.0 / periods));
  }

  /// Neither counts what the other does not, and no other reading of one is the other.
  [[nodiscard]] bool may_be_same(MentionId id, MentionId other) const {
    const std::vector<WordId> things = counted(id);
    const std::vector<WordId> theirs = counted(other);
    if (!things.empty() && !theirs.empty() && !share_word(things, theirs)) return false;
    return !can_be_read_as(id, other) && !can_be_read_as(other, id);
  }
  /// What it counts: of "rows per day" the rows.
  [[nodiscard]] std::vector<WordId> counted(MentionId id) const {
    const Words nouns = naming_.nouns[id];
    std::vector<WordId> out;
    std::set_difference(nouns.begin(), nouns.end(), times_.begin(), times_.end(), std::back_inserter(out));
    return out;
  }
  [[nodiscard]] bool can_be_read_as(MentionId id, MentionId other) const {
    const Figure& figure = page_.figure(id);
    const auto first = page_.tokens.readings.begin() + figure.first_reading;
    constexpr float mistaken = 10.0F;  // "Gb/s" for bytes
    return std::any_of(first, first + figure.reading_count, [&](const arithmetic::Reading& reading) {
      return arithmetic::bits(reading.why) < mistaken &&
             is_same_number(figure.number * reading.scale * reading.unit.factor, page_.figure(other).value());
    });
  }

  void add(MentionId id, const Spelt& usual) {
    const double value = page_.figure(usual.places.front()).value();
    const float bits = of_one_number + std::log2(static_cast<float>(usual.places.size()));
    out_.push_back(contradicted(page_, id, usual.places, value, bits));
  }

  Page& page_;
  const Naming& naming_;
  std::vector<Derivation>& out_;
  std::vector<std::size_t> uses_;
  std::vector<bool> is_converted_;  ///< into another unit, and it holds: it is what it says
  std::vector<WordId> times_;       ///< words for periods
};

}  // namespace

void respelled(Page& page, const Naming& naming, std::vector<Derivation>& out) {
  Respelled(page, naming, out).run();
}

}  // namespace reckon::derive

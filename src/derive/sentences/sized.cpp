// SPDX-License-Identifier: MIT
#include "derive/sentences/sized.hpp"

#include "derive/sentences/saying.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Token;

constexpr float size_not_meant = 9.0F;
constexpr float price_of_name = 2.0F;
constexpr std::size_t most_sizes = 4;  ///< of one thing: a thing with more has none
constexpr std::size_t most_counts = 24;
/// From how many digits on an amount that fits but for its zeros is no accident.
constexpr std::uint8_t digits_of_amount = 3;

class Sizes {
 public:
  Sizes(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void read(MentionId id) {
    const Figure& figure = page_.figure(id);
    if (figure.name || figure.is_range() || figure.number <= 0.0) return;
    if (is_size(figure)) {
      learn(id);
      return tell_of_all(id);
    }
    if (!counts(as_amount(figure))) return;
    for (const Words words : {naming_.nouns[id], naming_.labels[id]}) {
      for (const WordId word : words) counts_[word].push_back(id);
    }
    if (page_.line_of(id).table != 0 || !counts(figure)) return;
    for (const MentionId target : {id + 1, id - 1}) {
      if (target < page_.mentions.size() && is_beside(id, target)) tell_of(id, target);
    }
  }

 private:
  static bool is_size(const Figure& figure) {
    return figure.unit.dimension.without_counts() == units::axis(units::Axis::data);
  }
  static bool counts(const Figure& figure) {
    return figure.unit.dimension.without_counts().is_dimensionless() && !figure.is_percent() &&
           figure.digits >= 2;
  }

  /// The things that a size is told of.
  void learn(MentionId id) {
    for (const Words words : {naming_.per[id], naming_.labels[id]}) {
      for (const WordId word : words) sizes_[word].push_back(id);
    }
  }

  /// "554,400 files a day. With 850 KB each this is 471 GB a day", "420 B per request → 1.83 TB a month".
  void tell_of_all(MentionId size) {
    const MentionId target = size + 1;
    if (size == 0 || target >= page_.mentions.size() || page_.line_of(size).table != 0) return;
    if (page_.figure(size).period != Period::none || !is_made(size, target)) return;
    std::vector<MentionId> all;
    const MentionId before = size - 1;
    const bool is_near = page_.mentions[before].line == page_.mentions[size].line &&
                         page_.mentions[size].sentence - page_.mentions[before].sentence <= 1;
    if (is_near && counts_for(before, target)) all.push_back(before);
    for (const WordId word : naming_.per[size]) add_counts(word, target, all);
    std::optional<Derivation> slipped;
    for (const MentionId count : all) {
      if (try_product(count, size, target, slipped)) return;
    }
    if (slipped) out_.push_back(*slipped);
  }
  /// A relation leads to an amount of data.
  [[nodiscard]] bool is_made(MentionId size, MentionId target) const {
    const Figure& figure = page_.figure(target);
    const bool may_be = page_.mentions[size].sentence == page_.mentions[target].sentence &&
                        is_open_[target] && is_size(as_amount(figure)) && figure.digits >= 2 &&
                        !figure.name && !figure.is_range() && figure.comparator == units::Comparator::equal;
    if (!may_be) return false;
    const auto first = page_.tokens.tokens.begin();
    return std::any_of(
        first + page_.mentions[size].token + 1, first + page_.mentions[target].token, [](const Token& token) {
          return token.kind == Kind::relation ||
                 (token.kind == Kind::word &&
                  (token.role == arithmetic::Role::relation || token.role == arithmetic::Role::leap ||
                   token.role == arithmetic::Role::alternative));
        });
  }
  [[nodiscard]] bool counts_for(MentionId count, MentionId target) const {
    const Figure& figure = page_.figure(count);
    return !figure.name && !figure.is_range() && figure.number > 1.0 && counts(as_amount(figure)) &&
           (figure.period == Period::none || figure.period == page_.figure(target).period);
  }
  void add_counts(WordId word, MentionId target, std::vector<MentionId>& out) const {
    const auto known = counts_.find(word);
    if (known == counts_.end() || known->second.size() > most_counts) return;
    for (const MentionId id : known->second) {
      if (counts_for(id, target) && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
  }
  /// So much in a period: so much.
  static Figure as_amount(Figure figure) {
    if (figure.period != Period::none)
      figure.unit.dimension = figure.unit.dimension * units::axis(units::Axis::time);
    return figure;
  }

  /// Nothing but a comma or "and" and words between them.
  [[nodiscard]] bool is_beside(MentionId count, MentionId target) const {
    if (page_.mentions[count].sentence != page_.mentions[target].sentence || !is_open_[target]) return false;
    const Figure& figure = page_.figure(target);
    if (!is_size(figure) || figure.digits < 2 || figure.comparator != units::Comparator::equal) return false;
    const auto first = page_.tokens.tokens.begin();
    const std::uint32_t a = std::min(page_.mentions[count].token, page_.mentions[target].token);
    const std::uint32_t b = std::max(page_.mentions[count].token, page_.mentions[target].token);
    return std::all_of(first + a + 1, first + b, [](const Token& token) {
      const bool is_word = token.kind == Kind::word && token.role != arithmetic::Role::each &&
                           token.role != arithmetic::Role::per && token.role != arithmetic::Role::of &&
                           token.role != arithmetic::Role::preposition;
      return token.kind == Kind::comma || is_word;
    });
  }

  void tell_of(MentionId count, MentionId target) {
    const std::vector<MentionId> sizes = sizes_of(count, target);
    if (sizes.empty()) return;
    std::optional<Derivation> slipped;
    for (const MentionId size : sizes) {
      if (try_product(count, size, target, slipped)) return;
    }
    if (slipped) out_.push_back(*slipped);
  }

  /// Whether it holds; the first that is a slip of scale is kept.
  bool try_product(MentionId count, MentionId size, MentionId target, std::optional<Derivation>& slipped) {
    const auto nodes = page_.nodes.size();
    const Derivation derivation = product(count, size, target);
    if (derivation.holds() && derivation.evidence() > 0.0F) {
      out_.push_back(derivation);
      return true;
    }
    const bool is_slip = !derivation.holds() && !slipped && derivation.comparison.comparable &&
                         page_.figure(target).digits >= digits_of_amount &&
                         is_off_by_prefix(derivation.comparison.ratio);
    if (is_slip) {
      slipped = derivation;
    } else {
      page_.nodes.resize(nodes);
    }
    return false;
  }

  /// Of what is counted, told before; of a thing with many sizes none.
  [[nodiscard]] std::vector<MentionId> sizes_of(MentionId count, MentionId target) const {
    std::vector<MentionId> out;
    for (const WordId word : naming_.nouns[count]) {
      const auto known = sizes_.find(word);
      if (known == sizes_.end() || known->second.size() > most_sizes) continue;
      for (const MentionId id : known->second) {
        if (id != target && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
      }
    }
    return out;
  }

  [[nodiscard]] static bool is_off_by_prefix(double ratio) {
    constexpr std::array powers{10.0, 1e3, 1e6};
    constexpr double rounded = 0.01;
    const double off = std::max(ratio, 1.0 / ratio);
    return std::any_of(powers.begin(), powers.end(),
                       [off](double power) { return std::abs(off / power - 1.0) <= rounded; });
  }

  Derivation product(MentionId count, MentionId size, MentionId target) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::figure, false, count, 0, 0, 0});
    page_.nodes.push_back({Operation::figure, false, size, 0, 0, 0});
    page_.nodes.push_back({Operation::multiply, false, first, first + 1, 0, 0});
    arithmetic::Link link;
    link.approximate = page_.figure(target).approximate;
    Derivation out = spoken_of(page_, first, target, link);
    out.price = price_of_name;
    out.not_meant = size_not_meant;
    out.is_cued = true;
    return out;
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
  std::unordered_map<WordId, std::vector<MentionId>> sizes_;   ///< of each thing, by its word
  std::unordered_map<WordId, std::vector<MentionId>> counts_;  ///< how many of it
};

}  // namespace

void sized(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out) {
  Sizes all(page, naming, is_open, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) all.read(id);
}

}  // namespace reckon::derive

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
using arithmetic::Token;

constexpr float size_not_meant = 9.0F;
constexpr float price_of_name = 2.0F;
constexpr std::size_t most_sizes = 4;  ///< of one thing: a thing with more has none
/// From how many digits on an amount that fits but for its zeros is no accident.
constexpr std::uint8_t digits_of_amount = 3;

class Sizes {
 public:
  Sizes(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void read(MentionId id) {
    const Figure& figure = page_.figure(id);
    if (figure.name || figure.is_range() || figure.number <= 0.0) return;
    if (is_size(figure)) return learn(id);
    if (!counts(figure) || page_.line_of(id).table != 0) return;
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
      const auto nodes = page_.nodes.size();
      const Derivation derivation = product(count, size, target);
      if (derivation.holds() && derivation.evidence() > 0.0F) return out_.push_back(derivation);
      const bool is_slip = !derivation.holds() && !slipped && derivation.comparison.comparable &&
                           page_.figure(target).digits >= digits_of_amount &&
                           is_off_by_prefix(derivation.comparison.ratio);
      if (is_slip) {
        slipped = derivation;
      } else {
        page_.nodes.resize(nodes);
      }
    }
    if (slipped) out_.push_back(*slipped);
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
  std::unordered_map<WordId, std::vector<MentionId>> sizes_;  ///< of each thing, by its word
};

}  // namespace

void sized(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out) {
  Sizes all(page, naming, is_open, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) all.read(id);
}

}  // namespace reckon::derive

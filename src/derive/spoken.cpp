// SPDX-License-Identifier: MIT
#include "derive/spoken.hpp"

#include "derive/cue.hpp"
#include "derive/search.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::size_t fewest_operands = 2;
constexpr std::size_t most_operands = 3;
constexpr float spoken_not_meant = 7.0F;
constexpr float spoken_each_not_meant = 9.0F;

class Speech {
 public:
  Speech(Page& page, const Windows& windows, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), windows_(windows), is_open_(is_open), out_(out) {}

  void tell(MentionId target) {
    const std::vector<MentionId> operands = clause(target);
    if (operands.size() < fewest_operands || operands.size() > most_operands) return;
    const bool each = says_each(operands.front(), target);
    const bool is_said = is_said_to_follow(page_, target) || sums_up_behind(target);
    if (!is_said && !(each && verb_before(target))) return;
    const std::vector<Candidate> candidates = chosen(target, operands);
    if (candidates.size() != operands.size()) return;
    for (const auto factors : {no_slip(), slip_factors()}) {
      const auto found = search(page_, candidates, target, factors);
      if (!found || count(*found) != operands.size()) continue;
      Derivation derivation = write(page_, candidates, *found, target);
      derivation.generator = Generator::spoken;
      derivation.is_cued = true;
      derivation.not_meant = each ? spoken_each_not_meant : spoken_not_meant;
      if (found->slip != 1.0) {
        derivation.comparison.holds = false;
        derivation.comparison.supposed = 0;
      }
      out_.push_back(derivation);
      return;
    }
  }

 private:
  /// The numbers of the sentence up to the target, from the last one on that something yields.
  [[nodiscard]] std::vector<MentionId> clause(MentionId target) const {
    const Sentence& sentence = page_.sentences[page_.mentions[target].sentence];
    std::vector<MentionId> out;
    for (MentionId m = sentence.first_mention; m < target; ++m) {
      if (page_.figure(m).name || page_.figure(m).is_range() || page_.figure(m).number <= 0.0) return {};
      if (!is_open_[m]) out.clear();
      out.push_back(m);
    }
    return out;
  }

  [[nodiscard]] bool says_each(MentionId first, MentionId target) const {
    const auto begin = page_.tokens.tokens.begin();
    return std::any_of(
        begin + page_.mentions[first].token, begin + page_.mentions[target].token,
        [](const Token& token) { return token.kind == Kind::word && token.role == Role::each; });
  }

  /// "serves 6,000": a word that may be a verb, right in front.
  [[nodiscard]] bool verb_before(MentionId target) const {
    const Token& token = page_.tokens.tokens[page_.mentions[target].token - 1];
    return token.kind == Kind::word && token.role == Role::content;
  }

  /// "1.2 TB in all"
  [[nodiscard]] bool sums_up_behind(MentionId target) const {
    constexpr std::uint32_t reach = 3;
    const Mention& mention = page_.mentions[target];
    const std::uint32_t end = page_.sentences[mention.sentence].end_token;
    for (std::uint32_t i = mention.token + 1; i < end && i <= mention.token + reach; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind != Kind::word) return false;
      if (token.role == Role::total) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<Candidate> chosen(MentionId target,
                                              const std::vector<MentionId>& operands) const {
    std::vector<Candidate> out;
    for (const Candidate& candidate : windows_.around(target)) {
      if (std::binary_search(operands.begin(), operands.end(), candidate.mention)) out.push_back(candidate);
    }
    return out;
  }

  static std::size_t count(const Found& found) {
    const auto of = [](const Term& term) { return term.b == nowhere ? std::size_t{1} : std::size_t{2}; };
    return of(found.left) + (found.right ? of(*found.right) : 0);
  }

  Page& page_;
  const Windows& windows_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void spoken(Page& page, const Windows& windows, const std::vector<bool>& is_open,
            std::vector<Derivation>& out) {
  Speech speech(page, windows, is_open, out);
  for (MentionId target = 0; target < page.mentions.size(); ++target) {
    const Figure& figure = page.figure(target);
    if (is_open[target] && !figure.name && !figure.is_range() && figure.number > 0.0) speech.tell(target);
  }
}

}  // namespace reckon::derive

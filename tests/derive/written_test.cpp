// SPDX-License-Identifier: MIT
// What is written out: each step of each chain.
#include "derive/written/written.hpp"

#include "derive/page/read_page.hpp"
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

/// The derivations of a text's chains alone: "12 × 4 -> 48 holds", "… × 3 -> 108 GB fails".
std::vector<std::string> steps(const std::string& text) {
  const Sample sample(text);
  Page page = read_page(sample.sources, sample.document);
  base::Arena arena;
  const auto chains = read_written(page, arena);
  std::vector<Derivation> out;
  written(page, name_mentions(page), chains, out);
  std::vector<std::string> texts;
  for (const Derivation& derivation : out) {
    const std::string target = derivation.target == nowhere
                                   ? "a calculation"
                                   : std::string(sample.sources.text(page.span(derivation.target)));
    texts.push_back(calculation_text(page, sample.sources, derivation) + " -> " + target +
                    (derivation.holds() ? " holds" : " fails"));
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("a chain is one derivation for each step") {
  CHECK(steps("12 × 4 = 48") == Texts{"12 × 4 -> 48 holds"});
  CHECK(steps("12 × 4 = 58") == Texts{"12 × 4 -> 58 fails"});
  CHECK(steps("9M × 2 KB = 18 GB = 18,000 MB") ==
        Texts{"9M × 2 KB -> 18 GB holds", "18 GB -> 18,000 MB holds"});
  CHECK(steps("2 × 6 = 3 × 4") == Texts{"2 × 6 -> a calculation holds"});
}

TEST_CASE("a result may stand in front") {
  CHECK(steps("28 TB (350 × 80 GB)") == Texts{"350 × 80 GB -> 28 TB holds"});
  CHECK(steps("48 = 12 × 4") == Texts{"12 × 4 -> 48 holds"});
}

TEST_CASE("a missing operand is the result before, a named one the number of that name") {
  CHECK(steps("12M × 3 KB = 36 GB; × 3 copies = 108 GB") ==
        Texts{"12M × 3 KB -> 36 GB holds", "36 GB × 3 copies -> 108 GB holds"});
  CHECK(steps("QPS = 5,000\n\nQPS × 3 = 15,000").size() == 1);
  CHECK(steps("QPS × 3 = 15,000").empty());
}

TEST_CASE("units that do not fit make no derivation") {
  CHECK(steps("100 TPS × 5 km = 7 GB").empty());
  CHECK(steps("12 × 3 GB = 36 s").empty());
}

TEST_CASE("what is cut off is not judged at its end") {
  CHECK(steps("5 × 3 = 15 × n").empty());
}

TEST_CASE("a sign is a dear relation, a leap between two figures a cheap one") {
  const auto not_meant = [](const std::string& text) {
    const Sample sample(text);
    return sample.derived.derivations.front().not_meant;
  };
  CHECK(not_meant("12 × 4 = 58") > not_meant("12 × 4 makes 58"));
  CHECK(not_meant("12 × 4 makes 58") > not_meant("12 × 4, so 58"));
  CHECK(not_meant("12 GB = 13 GB") > not_meant("12 GB → 13 GB"));
  CHECK(not_meant("12 × 4 = 58") > not_meant("For 3 of 7 teams 12 × 4 = 58"));
}

}  // namespace
}  // namespace reckon::derive

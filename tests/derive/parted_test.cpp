// SPDX-License-Identifier: MIT
// A whole, its parts and what is left, in words.
#include "derive/sentences/parted.hpp"

#include "derive/verdicts.hpp"

namespace reckon::derive {
namespace {

TEST_CASE("parts of one sentence and their sum") {
  check_silent({
      "The oven takes 25 min for the dough, 45 min for the crust and 85 min to cool, 155 min together.",
      "Rye weighs 250 kg, wheat 450 kg and spelt 85 kg, in total 785 kg.",
      "The total is 785 kg (250 kg of rye, 450 kg of wheat, 85 kg of spelt).",
  });
  check_wrong({
      "The oven takes 25 min for the dough, 45 min for the crust and 85 min to cool, 1,550 min together.",
      "Rye weighs 250 kg, wheat 450 kg and spelt 85 kg, in total 7,850 kg.",
      "Rye weighs 250 kg, wheat 450 kg and spelt 85 kg, 815 kg together.",
  });
}

TEST_CASE("a whole less its parts is left") {
  check_silent({
      "Of 240 ms the kiln takes 155 ms, which leaves 85 ms for the belt.",
      "The lorry holds 450 kg; 185 kg are loaded and 265 kg remain.",
      "The trick saved 18 min and brings the 64 min shift down to 46 min.",
      "Of 240 ms, 155 ms go to the kiln and 25 ms to the belt, leaving 60 ms.",
  });
  check_wrong({
      "Of 240 ms the kiln takes 155 ms, which leaves 850 ms for the belt.",
      "The lorry holds 450 kg; 185 kg are loaded and 2,650 kg remain.",
  });
}

TEST_CASE("a share of two numbers of a kind") {
  check_silent({
      "The belt moves 340 kg out of 1,000 kg, or 34 %.",
      "Only 18 of the 45 ovens are lit (40 %).",
      "Sales rose from $8,000 to $10,000, an increase of 25 %.",
      "A new sieve brings the loss from 16 kg to 2 kg, a saving of 87.5 %.",
      "70 % are rye and 22 % wheat; the other 8 % are spelt.",
  });
  check_wrong({
      "The belt moves 340 kg out of 1,000 kg, or 340 %.",
      "Sales rose from $8,000 to $10,000, an increase of 250 %.",
      "70 % are rye and 22 % wheat; the other 80 % are spelt.",
  });
}

TEST_CASE("numbers of a kind that are no parts of each other") {
  check_silent({
      "Some ovens get 20 % of the dough, others 5 %.",
      "The filter passes only 1 % (1M out of 100M).",
      "We stop at 50 % and leave 5 % of it to the night.",
      "The p50 is 48 ms and the p99 480 ms, 20 ms are left for the rest.",
  });
}

}  // namespace
}  // namespace reckon::derive

// SPDX-License-Identifier: MIT
// A share or a factor, told in words, and what it makes of a number.
#include "derive/sentences/scaled.hpp"

#include "derive/verdicts.hpp"

namespace reckon::derive {
namespace {

TEST_CASE("what a share adds, takes away or leaves") {
  check_silent({
      "Add 15 % for bark to the 640 kg of planks and the lorry carries 736 kg.",
      "The 360 kg of flour lose 15 % in the sieve, so 306 kg are left.",
      "After a discount of 35 % the $840 saddle costs $546.",
      "Padding inflates parcels by a third, hence a 24 kg parcel travels as 32 kg.",
      "The tank of 450 l is filled to 84 %; that means 378 l.",
      "We shave 15 % off 640 ms, which is a saving of 96 ms.",
  });
  check_wrong({
      "Add 15 % for bark to the 640 kg of planks and the lorry carries 7,360 kg.",
      "The 360 kg of flour lose 15 % in the sieve, so 3,060 kg are left.",
      "After a discount of 35 % the $840 saddle costs $5,460.",
      "Padding inflates parcels by a third, hence a 24 kg parcel travels as 320 kg.",
  });
}

TEST_CASE("what a factor makes of a number, up or down") {
  check_silent({
      "Packed 4:1, the 252 GB of scans take 63 GB.",
      "Scans are packed 4:1, which shrinks 252 GB to 63 GB.",
      "With a ratio of 2.5 the 75 TB of film come to 30 TB on tape.",
      "Orders doubled from 1,260/s to 2,520/s.",
      "The mean is 260 calls/s; with a peak factor of 4 we plan for 1,040 calls/s.",
      "It is expected to triple, from 6 billion to 18 billion rows.",
  });
  check_wrong({
      "Packed 4:1, the 252 GB of scans take 630 GB.",
      "Scans are packed 4:1, which shrinks 252 GB to 6.3 GB.",
      "With a ratio of 2.5 the 75 TB of film come to 300 TB on tape.",
  });
}

TEST_CASE("three numbers that are no share or factor of each other") {
  check_silent({
      "The clock moves from 640 ms to 96 s in 15 % of the runs.",
      "Of 900 seconds we wait 15 minutes at 90 %.",
      "The contrast is 4.5:1 for text and 3:1 for icons of 24 px or 18 px.",
      "Polls happen twice a day, 5 million users and 10 million devices.",
      "A third region takes 40 ms more than the 400 ms of the second.",
      "10 % of the jobs need 2 hours, others 20 hours.",
  });
}

}  // namespace
}  // namespace reckon::derive

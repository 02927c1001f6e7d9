// SPDX-License-Identifier: MIT
// Where an operand may stand that yields a mention: its sentence, its row, the lines before, whatever shares
// its words. Each place has a weight: a choice costs the logarithm of its share in all weights, so that many
// rivals excuse nothing.
#pragma once

#include "arithmetic/outcome.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

struct Candidate {
  MentionId mention = nowhere;  ///< `nowhere` for a period that only words name
  arithmetic::Period period = arithmetic::Period::none;
  double value = 0.0;  ///< in base units
  double low = 0.0;
  double high = 0.0;
  units::Dimension dimension;  ///< without counted axes
  double weight = 0.0;
  Words nouns;  ///< what it counts
  Words per;    ///< what it is said of
  bool is_same_sentence = false;
  bool counts_what_is_shared = false;  ///< the target is said per one of these
};

class Windows {
 public:
  /// `is_result`: a calculation is said to yield it.
  Windows(const Page& page, const Naming& naming, const std::vector<bool>& is_result);

  /// The candidates of a mention, weightiest first, periods last: 64 at most, whatever the document.
  [[nodiscard]] std::vector<Candidate> around(MentionId target) const;

 private:
  struct Weighted {
    MentionId mention;
    double weight;
  };
  void in_line(MentionId target, std::vector<Weighted>& out) const;
  void in_row(MentionId target, std::vector<Weighted>& out) const;
  void above(MentionId target, std::vector<Weighted>& out) const;
  void by_name(MentionId target, std::vector<Weighted>& out) const;
  [[nodiscard]] MentionId first_of_table(std::uint32_t number) const;

  const Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_result_;
  std::vector<std::vector<MentionId>> by_word_;  ///< mentions that a word names, ascending
};

}  // namespace reckon::derive
